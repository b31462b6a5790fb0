//! Text of any encoding as UTF-8, a stream at a time.
//!
//! XML parts may be UTF-16 or Latin-1, and some hold bytes that no encoding allows. A parser that sees
//! only clean UTF-8 neither stops at them nor, worse, finds no cells and calls it a success.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Reads text as UTF-8; bytes that the encoding does not allow become `�`.
pub(crate) struct Utf8Reader<R> {
    inner: R,
    decoder: Option<Decoder>,
    out: Vec<u8>,
    start: usize,
    ended: bool,
    replaced: bool,
}

impl<R: BufRead> Utf8Reader<R> {
    pub const fn new(inner: R) -> Self {
        Self { inner, decoder: None, out: Vec::new(), start: 0, ended: false, replaced: false }
    }

    /// Returns whether any byte had to be replaced so far.
    pub const fn has_replaced(&self) -> bool {
        self.replaced
    }

    fn fill(&mut self) -> io::Result<()> {
        while self.start == self.out.len() && !self.ended {
            let source = self.inner.fill_buf()?;
            let decoder =
                self.decoder.get_or_insert_with(|| sniff(source).new_decoder_with_bom_removal());
            let used = source.len();
            let last = used == 0;
            let room = decoder.max_utf8_buffer_length(used).unwrap_or(used * 3 + 16);
            self.out.resize(room, 0);
            let (_, _, written, replaced) = decoder.decode_to_utf8(source, &mut self.out, last);
            self.out.truncate(written);
            self.start = 0;
            self.replaced |= replaced;
            self.inner.consume(used);
            self.ended = last;
        }
        Ok(())
    }
}

impl<R: BufRead> BufRead for Utf8Reader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fill()?;
        Ok(&self.out[self.start..])
    }

    fn consume(&mut self, amount: usize) {
        self.start = (self.start + amount).min(self.out.len());
    }
}

impl<R: BufRead> Read for Utf8Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(buffer.len());
        buffer[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

/// Returns the encoding of an XML text from its first bytes.
fn sniff(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    match head {
        [b'<', 0, ..] => return UTF_16LE,
        [0, b'<', ..] => return UTF_16BE,
        _ => {}
    }
    let head = &head[..head.len().min(200)];
    let declaration = head.split(|&byte| byte == b'>').next().unwrap_or(head);
    let declaration = String::from_utf8_lossy(declaration);
    declaration
        .split_once("encoding=")
        .and_then(|(_, rest)| rest.trim_start_matches(['"', '\'']).split(['"', '\'']).next())
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        // A text whose first bytes are one byte wide is not UTF-16, whatever it declares.
        .filter(|&encoding| encoding != UTF_16LE && encoding != UTF_16BE)
        .unwrap_or(UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let mut text = String::new();
        // A tiny buffer, so that characters are cut in the middle.
        let cut = io::BufReader::with_capacity(3, bytes);
        Utf8Reader::new(cut).read_to_string(&mut text).expect("every text is read");
        assert_eq!(text, expected);
    }

    #[test]
    fn every_encoding_of_a_part_becomes_utf_8() {
        check("<a>ü€</a>".as_bytes(), "<a>ü€</a>");
        let wide: Vec<u8> = "\u{FEFF}<a>ü€</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "<a>ü€</a>");
        let wide: Vec<u8> = "<a>ü</a>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&wide, "<a>ü</a>");
        check(b"<a>\xFF</a>", "<a>\u{FFFD}</a>");
    }

    #[test]
    fn a_declared_encoding_counts() {
        let bytes = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xFC</a>";
        let mut text = String::new();
        Utf8Reader::new(&bytes[..]).read_to_string(&mut text).expect("Latin-1 is known");
        assert!(text.ends_with("<a>ü</a>"));
    }
}
