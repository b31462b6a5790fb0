//! What a screen shows, read while it is watched.

use crate::machine::SCREEN;
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

/// Bytes of a pixel.
pub const PIXEL: usize = 4;
/// Bytes of a line of the screen.
pub const LINE: usize = PIXEL * SCREEN.0 as usize;
/// How many lines the screen has.
pub const LINES: usize = SCREEN.1 as usize;

/// What a virtual screen shows, straight from the memory of its server. Reading a line takes so little that what
/// is watched does not become slower for it.
pub struct FrameBuffer {
    file: File,
    start: u64,
}

impl FrameBuffer {
    pub(crate) fn open(file: &Path) -> Self {
        let file = File::open(file).expect("Xvfb writes its frame buffer here");
        let word = |index: u64| {
            let mut bytes = [0; 4];
            file.read_exact_at(&mut bytes, 4 * index).expect("the header is there");
            u64::from(u32::from_be_bytes(bytes))
        };
        // An XWD file: a header of words that begins with its own length, a colour table, the pixels.
        let (header_length, n_colours, colour_length) = (word(0), word(19), 12);
        Self { start: header_length + n_colours * colour_length, file }
    }

    /// Returns a line as it is now, counted from the top.
    pub fn line(&self, line: usize) -> Vec<u8> {
        let mut bytes = vec![0; LINE];
        let at = self.start + (line * LINE) as u64;
        self.file.read_exact_at(&mut bytes, at).expect("the line is on the screen");
        bytes
    }

    /// Returns every line as it is now.
    pub fn lines(&self) -> Vec<Vec<u8>> {
        (0..LINES).map(|line| self.line(line)).collect()
    }
}
