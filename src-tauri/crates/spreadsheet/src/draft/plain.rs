//! A text without what nobody sees: foreign digits, odd blanks, signs of no width.

use unicode_normalization::UnicodeNormalization;

/// Returns a text with plain digits and blanks, as a person would type a number or a level.
pub(super) fn plain(text: &str) -> String {
    // Nearly every cell is ASCII, in which no sign is odd, and the tables of Unicode take their time.
    if text.is_ascii() {
        return text.trim().replace(char::is_whitespace, " ");
    }
    let visible = text.nfkc().filter(|&c| !is_invisible(c));
    let spaced: String = visible.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}

/// Returns a text as words are compared: in lower case, with single blanks.
pub fn folded(text: &str) -> String {
    plain(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_gone() {
        assert_eq!(plain("\u{A0}４\u{200B} "), "4");
        assert_eq!(plain("\u{FEFF}1\u{202F}200"), "1 200");
        assert_eq!(plain("\t1\r\n200\u{B}"), "1  200");
        assert_eq!(folded("  Very \u{A0} HIGH\n"), "very high");
    }
}
