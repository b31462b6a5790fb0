//! Which encoding a text file has.
//!
//! A byte order mark decides; then UTF-16 by its zeros, then UTF-8 by being valid, and only then a
//! statistical guess, which is wrong often enough on short files to come last.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text and how it was decoded.
pub(crate) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    pub replaced: bool,
}

/// Decodes a whole file, in an encoding that is known or one that is found.
pub(crate) fn decode(bytes: Vec<u8>, known: Option<&'static Encoding>) -> Decoded {
    if let Some(encoding) = known {
        let (text, replaced) = encoding.decode_with_bom_removal(&bytes);
        return Decoded { text: text.into_owned(), encoding: encoding.name(), replaced };
    }
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
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    let valid = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // A file with a handful of bad bytes among many good sequences is still UTF-8.
        Err(_) => mostly_utf8(bytes),
    };
    if valid {
        return UTF_8;
    }
    // A megabyte decides; a hundred would only take longer.
    let head = &bytes[..bytes.len().min(1 << 20)];
    if is_from_a_mac(head) {
        return MACINTOSH;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Returns whether the bytes are text of two bytes a character without a mark that says so.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    wide(bytes).is_some()
}

/// Tells text of two bytes a character by its zeros: they stand at every second place only.
///
/// Chinese or Japanese text has them only in its delimiters, so that a few are enough if it decodes.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros =
        |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (encoding, many, few) =
        if odd >= even { (UTF_16LE, odd, even) } else { (UTF_16BE, even, odd) };
    if head.len() < 4 || many * 20 < head.len() / 2 || few * 20 > many {
        return None;
    }
    // A text of single bytes may hold a zero too; but it would be valid as it is.
    if many * 3 < head.len() / 2 && str::from_utf8(head).is_ok() {
        return None;
    }
    let (text, _) = encoding.decode_without_bom_handling(head);
    // The cut may have halved a pair of surrogates, which is no fault of the text.
    let text = text.strip_suffix('\u{FFFD}').unwrap_or(&text);
    let wrong = |c: char| c == '\u{FFFD}' || c.is_control() && c > '\r';
    (!text.contains(wrong)).then_some(encoding)
}

/// Returns whether text of one byte a character reads as words in the old Mac's encoding, and worse in
/// that of Windows.
fn is_from_a_mac(bytes: &[u8]) -> bool {
    let fit = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling(bytes).0;
        let mut before = [' ', ' '];
        let mut fit = 0_i32;
        for character in text.chars().chain([' ', ' ']) {
            let [first, middle] = before;
            if !middle.is_ascii() {
                fit += fit_between(first, middle, character);
            }
            before = [middle, character];
        }
        fit
    };
    let (mac, windows) = (fit(MACINTOSH), fit(WINDOWS_1252));
    mac > 0 && mac > windows.max(0) * 2
}

/// Returns how well a character beyond ASCII fits between its neighbours in a Western text.
fn fit_between(before: char, middle: char, after: char) -> i32 {
    let starts = !before.is_alphanumeric();
    match middle {
        'à'..='ö' | 'ø'..='ü' | 'ß' | 'œ'
            if before.is_ascii_alphabetic() || after.is_ascii_alphabetic() =>
        {
            1
        }
        'À'..='Ö' | 'Ø'..='Ü' if starts && after.is_ascii_lowercase() => 1,
        '€' | '£' if after == ' ' || after.is_ascii_digit() || before == ' ' => 1,
        '’' if before.is_ascii_alphabetic() && after.is_ascii_alphabetic() => 1,
        '–' | '—' | '…' | '“' | '”' | '„' | '«' | '»' | '\u{A0}' | '°' => 0,
        _ => -1,
    }
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
        let decoded = decode(bytes.to_vec(), None);
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
        let wide: Vec<u8> = "作業,点\n分類,4\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "作業,点\n分類,4\n", "UTF-16LE");
    }

    #[test]
    fn an_old_mac_is_told_from_windows() {
        check(b"Gr\x9A\xA7e;Pr\x9Ffung\n", "Größe;Prüfung\n", "macintosh");
        check(b"T\x89che;Propri\x8Etaire;\xDB 12\n", "Tâche;Propriétaire;€ 12\n", "macintosh");
        check(b"T\xE2che;Propri\xE9taire;\x80 12\n", "Tâche;Propriétaire;€ 12\n", "windows-1252");
    }
}
