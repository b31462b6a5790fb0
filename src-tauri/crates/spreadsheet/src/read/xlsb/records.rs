//! The records that the parts of a binary workbook consist of (MS-XLSB 2.1.4).

use std::io::Read;

use crate::read::error::Reason;

/// Reads records one after the other into one buffer.
pub(super) struct Records<R> {
    from: R,
    data: Vec<u8>,
}

impl<R: Read> Records<R> {
    pub const fn new(from: R) -> Self {
        Self { from, data: Vec::new() }
    }

    /// Reads the next record: what it is, and its data. Returns nothing where the part ends.
    pub fn next(&mut self) -> Result<Option<(u16, Data<'_>)>, Reason> {
        let Some(first) = self.byte()? else { return Ok(None) };
        let mut kind = u16::from(first);
        if first & 0x80 != 0 {
            let second = self.byte()?.ok_or(Reason::Incomplete)?;
            kind = u16::from(first & 0x7F) | u16::from(second & 0x7F) << 7;
        }
        let mut length = 0_u64;
        for place in 0..4 {
            let byte = self.byte()?.ok_or(Reason::Incomplete)?;
            length |= u64::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        self.data.clear();
        // What a record says of its length is not reserved, only read as far as there is something.
        self.from.by_ref().take(length).read_to_end(&mut self.data)?;
        if (self.data.len() as u64) < length {
            return Err(Reason::Incomplete);
        }
        Ok(Some((kind, Data(&self.data))))
    }

    fn byte(&mut self) -> Result<Option<u8>, Reason> {
        let mut byte = [0];
        Ok((self.from.read(&mut byte)? == 1).then_some(byte[0]))
    }
}

/// The data of a record; what lies beyond its end is zero.
#[derive(Clone, Copy)]
pub(super) struct Data<'a>(&'a [u8]);

impl Data<'_> {
    fn bytes<const N: usize>(self, at: usize) -> [u8; N] {
        let mut bytes = [0; N];
        for (byte, &from) in bytes.iter_mut().zip(self.0.get(at..).unwrap_or_default()) {
            *byte = from;
        }
        bytes
    }

    pub fn u8(self, at: usize) -> u8 {
        u8::from_le_bytes(self.bytes(at))
    }

    pub fn u16(self, at: usize) -> u16 {
        u16::from_le_bytes(self.bytes(at))
    }

    pub fn u32(self, at: usize) -> u32 {
        u32::from_le_bytes(self.bytes(at))
    }

    pub fn f64(self, at: usize) -> f64 {
        f64::from_le_bytes(self.bytes(at))
    }

    /// Returns a number in four bytes: a whole number or the upper half of another, perhaps a hundredfold.
    pub fn short_number(self, at: usize) -> f64 {
        let bits = self.u32(at);
        let number = if bits & 2 == 0 {
            f64::from_bits(u64::from(bits & !3) << 32)
        } else {
            f64::from(bits.cast_signed() >> 2)
        };
        if bits & 1 == 0 { number } else { number / 100.0 }
    }

    /// Returns a text and where it ends; the length −1 stands for no text.
    pub fn text(self, at: usize) -> (String, usize) {
        let length = match self.u32(at) {
            u32::MAX => 0,
            length => usize::try_from(length).unwrap_or(usize::MAX),
        };
        let start = at.saturating_add(4).min(self.0.len());
        let end = start.saturating_add(length.saturating_mul(2)).min(self.0.len());
        let units = self.0[start..end].chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]]));
        let text = char::decode_utf16(units).map(|it| it.unwrap_or('\u{FFFD}')).collect();
        (text, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_and_one_that_is_cut_is_not() {
        let bytes = [0x9C, 0x01, 4, 1, 0, 0, 0, 2, 200];
        let mut records = Records::new(&bytes[..]);
        let (kind, data) = records.next().expect("it is whole").expect("there is one");
        assert_eq!((kind, data.u32(0), data.u32(2)), (156, 1, 0));
        assert!(matches!(records.next(), Err(Reason::Incomplete)));
    }

    #[test]
    fn short_numbers_and_texts_are_read() {
        let number = |bits: u32| Data(&bits.to_le_bytes()).short_number(0);
        let upper_half = u32::try_from(0.5_f64.to_bits() >> 32).expect("it has four bytes");
        let read = [4 << 2 | 2, 450 << 2 | 3, upper_half].map(|bits| number(bits).to_string());
        assert_eq!(read, ["4", "4.5", "0.5"]);
        let data = Data(&[2, 0, 0, 0, b'a', 0, 0xF6, 0, 9]);
        assert_eq!(data.text(0), ("aö".to_owned(), 8));
        assert_eq!(Data(&[0xFF; 4]).text(0), (String::new(), 4));
        assert_eq!(Data(&[0xFE, 0xFF, 0xFF, 0xFF, b'a', 0]).text(0).0, "a");
    }
}
