//! Texts as they can be printed: no control characters, only letters that the fonts have, nothing too long to break.

use unicode_normalization::UnicodeNormalization;

use super::world::has_glyph;

/// What stands for a letter that cannot be printed.
pub(crate) const UNPRINTABLE: char = '\u{FFFD}';

/// Returns the text as it can be printed, line by line, without empty lines.
pub(crate) fn printable(text: &str) -> String {
    let is_end = |letter| {
        matches!(letter, '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    let lines = text.split(is_end).map(|line| {
        let words: Vec<String> = line.split_whitespace().map(letters).collect();
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Returns the text with places at which words that are longer than this may be broken: behind a hyphen that
/// shows only there, and in what is no word (a link, a number) behind its marks.
pub(crate) fn breakable(text: &str, longest: usize) -> String {
    text.split_inclusive([' ', '\n']).map(|word| broken(word, longest)).collect()
}

fn broken(word: &str, longest: usize) -> String {
    if word.trim_end().chars().count() <= longest {
        return word.to_owned();
    }
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    if bare.chars().all(|letter| letter.is_alphabetic() || is_joined(letter)) {
        return pieces(word, '\u{AD}');
    }
    let marked = word.split_inclusive(|letter: char| letter.is_ascii_punctuation());
    let parts = marked.map(|part| {
        let is_long = part.trim_end().chars().count() > longest;
        if is_long { pieces(part, '\u{200B}') } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("\u{200B}")
}

/// Returns the word with this between every few of its letters, but for the first and the last.
fn pieces(word: &str, between: char) -> String {
    let letters = word.trim_end().chars().count();
    let mut broken = String::with_capacity(word.len() * 2);
    for (at, letter) in word.chars().enumerate() {
        if at > 3 && at + 3 < letters && at % 3 == 1 && !is_joined(letter) {
            broken.push(between);
        }
        broken.push(letter);
    }
    broken
}

/// Returns whether a text is read from right to left, which its first letter says.
pub(crate) fn is_right_to_left(text: &str) -> bool {
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
        assert_eq!(breakable("Datenschutz und Werbung", 11), "Datenschutz und Werbung");
        assert_eq!(breakable("Datenschutz und Werbung", 10), "Date\u{AD}nsc\u{AD}hutz und Werbung");
        assert_eq!(breakable("0123456789", 8), "0123\u{200B}456789");
        assert_eq!(
            breakable("https://example.com", 18),
            "https:\u{200B}/\u{200B}/\u{200B}example.\u{200B}com"
        );
    }
}
