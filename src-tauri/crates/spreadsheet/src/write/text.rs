//! A person's text as a cell holds it: never a formula, never too long, never broken XML.
//!
//! Separate, because every text that leaves in a workbook passes here.

use std::borrow::Cow;

use domain::entry::LONGEST_TEXT;

/// Returns a text that a cell can hold, and whether it had to be cut.
pub(super) fn cell(text: &str) -> (Cow<'_, str>, bool) {
    let clean = if text.contains(['\u{FFFE}', '\u{FFFF}']) {
        // The two characters that XML cannot state; Excel would offer to repair the file.
        Cow::Owned(text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    };
    // Bytes are never fewer than UTF-16 units, so most texts need no count.
    if clean.len() <= LONGEST_TEXT || clean.encode_utf16().count() <= LONGEST_TEXT {
        return (clean, false);
    }
    let mut units = 0;
    let fitting = clean.chars().take_while(|character| {
        units += character.len_utf16();
        units <= LONGEST_TEXT
    });
    (Cow::Owned(fitting.collect()), true)
}

/// Returns a text as a file of plain values holds it: with an apostrophe where it looks like a formula, and
/// where it has such an apostrophe of its own.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if needs_guard(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Returns a text without the apostrophe that [`guarded`] put before it.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(text)
}

/// Returns whether a text needs an apostrophe where texts are guarded.
pub(crate) fn needs_guard(text: &str) -> bool {
    is_dangerous(text.trim_start_matches('\''))
}

/// Returns whether a text would become a formula if somebody typed it into a cell again.
pub(super) fn is_dangerous(text: &str) -> bool {
    let first = text.chars().find(|&character| {
        !(character == ' ' || matches!(character, '\u{A0}' | '\u{200B}' | '\u{FEFF}' | '\u{2060}'))
    });
    first.is_some_and(|character| {
        matches!(
            character,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_in_utf_16_units_and_never_inside_a_character() {
        let text = format!("a{}", "😀".repeat(20_000));
        let (cut, was_cut) = cell(&text);
        assert!(was_cut);
        assert_eq!(cut.encode_utf16().count(), LONGEST_TEXT);
        assert!(!cell(&"é".repeat(LONGEST_TEXT)).1);
    }

    #[test]
    fn whatever_a_spreadsheet_takes_for_a_formula_is_dangerous() {
        for text in ["=1+1", " =1", "\u{200B}@x", "-5", "+1", "\t=1", "＝1"] {
            assert!(is_dangerous(text), "{text:?}");
        }
        for text in ["a=1", "5-4", "", "'=1"] {
            assert!(!is_dangerous(text), "{text:?}");
        }
    }
}
