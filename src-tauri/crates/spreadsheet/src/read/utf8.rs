//! Text of any encoding as UTF-8, a stream at a time.
//!
//! XML parts may be UTF-16 or Latin-1, and some hold bytes that no encoding allows. A parser that sees
//! only clean UTF-8 neither stops at them nor, worse, finds no cells and calls it a success.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Reads text as UTF-8; bytes that the encoding does not allow become `�`.
///
/// What is valid UTF-8 already is handed on from the inner buffer without a copy.
pub(crate) struct Utf8Reader<R> {
    inner: R,
    encoding: Option<&'static Encoding>,
    decoder: Option<Decoder>,
    /// Bytes at the front of the inner buffer that are known to be valid.
    clear: usize,
    /// The beginning of a character that the inner buffer cut off.
    carry: Vec<u8>,
    out: Vec<u8>,
    start: usize,
    end: usize,
    ended: bool,
    replaced: bool,
}

impl<R: BufRead> Utf8Reader<R> {
    pub const fn new(inner: R) -> Self {
        Self {
            inner,
            encoding: None,
            decoder: None,
            clear: 0,
            carry: Vec::new(),
            out: Vec::new(),
            start: 0,
            end: 0,
            ended: false,
            replaced: false,
        }
    }

    /// Returns whether any byte had to be replaced so far.
    pub const fn has_replaced(&self) -> bool {
        self.replaced
    }

    fn fill(&mut self) -> io::Result<()> {
        while self.clear == 0 && self.start == self.end && !self.ended {
            let source = self.inner.fill_buf()?;
            let is_first = self.encoding.is_none();
            let encoding = *self.encoding.get_or_insert_with(|| sniff(source));
            if encoding != UTF_8 {
                self.decode(encoding)?;
            } else if is_first && source.starts_with(b"\xEF\xBB\xBF") {
                self.inner.consume(3);
            } else {
                self.check()?;
            }
        }
        Ok(())
    }

    /// Finds what is valid in the inner buffer, or replaces what is not at its front.
    fn check(&mut self) -> io::Result<()> {
        let source = self.inner.fill_buf()?;
        if source.is_empty() {
            self.ended = true;
            if !std::mem::take(&mut self.carry).is_empty() {
                self.replace();
            }
            return Ok(());
        }
        if !self.carry.is_empty() {
            self.carry.push(source[0]);
            match std::str::from_utf8(&self.carry) {
                Ok(_) => {
                    self.inner.consume(1);
                    self.out = std::mem::take(&mut self.carry);
                    (self.start, self.end) = (0, self.out.len());
                }
                Err(error) if error.error_len().is_none() => self.inner.consume(1),
                // The new byte starts something else, so it stays where it is.
                Err(_) => {
                    self.carry.clear();
                    self.replace();
                }
            }
            return Ok(());
        }
        let Err(error) = std::str::from_utf8(source) else {
            self.clear = source.len();
            return Ok(());
        };
        match (error.valid_up_to(), error.error_len()) {
            (0, Some(length)) => {
                self.inner.consume(length);
                self.replace();
            }
            (0, None) => {
                self.carry.extend_from_slice(source);
                let length = source.len();
                self.inner.consume(length);
            }
            (valid, _) => self.clear = valid,
        }
        Ok(())
    }

    fn replace(&mut self) {
        self.replaced = true;
        self.out = "\u{FFFD}".as_bytes().to_vec();
        (self.start, self.end) = (0, self.out.len());
    }

    fn decode(&mut self, encoding: &'static Encoding) -> io::Result<()> {
        let source = self.inner.fill_buf()?;
        let decoder = self.decoder.get_or_insert_with(|| encoding.new_decoder_with_bom_removal());
        let used = source.len();
        let room = decoder.max_utf8_buffer_length(used).unwrap_or(used * 3 + 16);
        if self.out.len() < room {
            self.out.resize(room, 0);
        }
        let last = used == 0;
        let (_, _, written, replaced) = decoder.decode_to_utf8(source, &mut self.out, last);
        (self.start, self.end) = (0, written);
        self.replaced |= replaced;
        self.inner.consume(used);
        self.ended = last;
        Ok(())
    }
}

impl<R: BufRead> BufRead for Utf8Reader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fill()?;
        if self.clear > 0 {
            return Ok(&self.inner.fill_buf()?[..self.clear]);
        }
        Ok(&self.out[self.start..self.end])
    }

    fn consume(&mut self, amount: usize) {
        if self.clear > 0 {
            let amount = amount.min(self.clear);
            self.clear -= amount;
            self.inner.consume(amount);
        } else {
            self.start = (self.start + amount).min(self.end);
        }
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
        check(b"\xEF\xBB\xBF<a>\xE2\x82</a>\xE2", "<a>\u{FFFD}</a>\u{FFFD}");
    }

    #[test]
    fn a_declared_encoding_counts() {
        let bytes = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xFC</a>";
        let mut text = String::new();
        Utf8Reader::new(&bytes[..]).read_to_string(&mut text).expect("Latin-1 is known");
        assert!(text.ends_with("<a>ü</a>"));
    }
}
