//! Texts as they can be printed: no control characters, only letters that the fonts have, nothing too long to break.

use unicode_normalization::UnicodeNormalization;

use super::world::has_glyph;

/// What stands for a letter that cannot be printed.
pub(super) const UNPRINTABLE: char = '\u{FFFD}';

/// The longest run of letters that is left without a place to break it.
const LONGEST_WORD: usize = 22;
/// How many letters stand between two such places.
const BREAK_EVERY: usize = 11;

/// Returns the text as it can be printed, line by line, without empty lines.
pub(super) fn printable(text: &str) -> String {
    let is_end = |letter| {
        matches!(letter, '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    let lines = text.split(is_end).map(|line| {
        let words: Vec<String> = line.split_whitespace().map(letters).collect();
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Returns the text with places at which long runs of letters may be broken.
pub(super) fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut words = text.split_inclusive([' ', '\n']);
    words.by_ref().for_each(|word| {
        let is_long = word.chars().count() > LONGEST_WORD;
        for (at, letter) in word.chars().enumerate() {
            if is_long && at > 0 && at % BREAK_EVERY == 0 && !is_joined(letter) {
                broken.push('\u{200B}');
            }
            broken.push(letter);
        }
    });
    broken
}

/// Returns whether a text is read from right to left, which its first letter says.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|letter| letter.is_alphabetic()).is_some_and(|letter| {
        matches!(letter, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
    })
}

fn letters(word: &str) -> String {
    let printed = word.nfc().filter(|letter| !is_invisible(*letter));
    printed.map(|letter| if has_glyph(letter) { letter } else { UNPRINTABLE }).collect()
}

/// Control characters, marks that turn the direction of what follows, and selectors of a glyph's look.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{AD}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(letter, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || matches!(letter, '\u{E0000}'..='\u{E01EF}')
}

/// Returns whether a letter belongs to the one before it.
fn is_joined(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{08FF}' | '\u{200C}'..='\u{200F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_printed_is_marked_and_what_has_no_shape_is_gone() {
        assert_eq!(printable(" a\u{0}b\t\u{202E}c \r\n\n d"), "ab c\nd");
        assert_eq!(
            printable("Größe Ελλάδα Привет مرحبا שלום €"),
            "Größe Ελλάδα Привет مرحبا שלום €"
        );
        assert_eq!(printable("e\u{301}"), "é");
        assert_eq!(printable("日本 🚀"), "\u{FFFD}\u{FFFD} \u{FFFD}");
    }

    #[test]
    fn only_long_words_are_given_places_to_break() {
        assert_eq!(breakable("Datenschutz und Werbung"), "Datenschutz und Werbung");
        let broken = breakable(&"x".repeat(30));
        assert_eq!(broken.matches('\u{200B}').count(), 2);
    }
}
