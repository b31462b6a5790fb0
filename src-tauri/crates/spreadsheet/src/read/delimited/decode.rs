//! Which encoding a text file has.
//!
//! A byte order mark decides; then UTF-16 by its zeros, then UTF-8 by being valid, and only then a
//! statistical guess, which is wrong often enough on short files to come last.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text and how it was decoded.
pub(crate) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    pub replaced: bool,
}

/// Decodes a whole file.
pub(crate) fn decode(bytes: Vec<u8>) -> Decoded {
    let encoding = encoding_of(&bytes);
    if encoding == UTF_8 {
        let body = bytes.strip_prefix(b"\xEF\xBB\xBF").map(<[u8]>::to_vec).unwrap_or(bytes);
        return match String::from_utf8(body) {
            Ok(text) => Decoded { text, encoding: "UTF-8", replaced: false },
            Err(error) => Decoded {
                text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
                encoding: "UTF-8",
                replaced: true,
            },
        };
    }
    let (text, encoding, replaced) = encoding.decode(&bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// Decodes a beginning, for a look at it.
pub(crate) fn quick(head: &[u8]) -> String {
    encoding_of(head).decode(head).0.into_owned()
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if is_wide(bytes) {
        let zeros_at = |offset: usize| {
            bytes.iter().take(4096).skip(offset).step_by(2).filter(|&&byte| byte == 0).count()
        };
        return if zeros_at(1) >= zeros_at(0) { UTF_16LE } else { UTF_16BE };
    }
    let valid = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // A file with a handful of bad bytes among many good sequences is still UTF-8.
        Err(_) => mostly_utf8(bytes),
    };
    if valid {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // A megabyte decides; a hundred would only take longer.
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Returns whether every second byte is mostly zero: UTF-16 without its mark.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 4 {
        return false;
    }
    let zeros =
        |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let half = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    (even * 10 > half * 6 && odd * 10 < half) || (odd * 10 > half * 6 && even * 10 < half)
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 20
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: &str) {
        let decoded = decode(bytes.to_vec());
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    #[test]
    fn encodings_are_told_apart() {
        check("Größe;1\n".as_bytes(), "Größe;1\n", "UTF-8");
        check(b"\xEF\xBB\xBFa", "a", "UTF-8");
        check(b"Gr\xF6\xDFe;Pr\xFCfung\n", "Größe;Prüfung\n", "windows-1252");
        let wide: Vec<u8> = "Task\t1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "Task\t1\n", "UTF-16LE");
        let wide: Vec<u8> = "\u{FEFF}ü".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&wide, "ü", "UTF-16BE");
    }
}
