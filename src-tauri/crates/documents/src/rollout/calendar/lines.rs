//! The lines of an iCalendar file, as RFC 5545 wants them: escaped, folded, and each ended by CRLF.

/// The most octets of a line, without what ends it.
const LONGEST: usize = 75;

/// Lines that are being written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// Adds a line whose value is made of our own words and needs no escape.
    pub fn put(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// Adds a line whose value is a text; a text that says nothing adds none.
    pub fn put_text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.put(name, &escaped(text));
        }
    }

    /// Adds a line whose value is a list of texts; an empty one adds none.
    pub fn put_texts(&mut self, name: &str, texts: &[&str]) {
        let texts: Vec<String> =
            texts.iter().filter(|it| !it.is_empty()).map(|it| escaped(it)).collect();
        if !texts.is_empty() {
            self.put(name, &texts.join(","));
        }
    }

    /// Returns the file.
    pub fn finish(self) -> String {
        self.text
    }

    /// A line goes on behind a line break and a space, and is never broken within a letter. Some programs drop the
    /// blanks around a break, so that it stands between letters where there are any.
    fn fold(&mut self, line: &str) {
        let (mut rest, mut room) = (line, LONGEST);
        while rest.len() > room {
            let most = rest.floor_char_boundary(room);
            let is_between = |at: &usize| {
                rest.is_char_boundary(*at)
                    && !rest[*at..].starts_with(' ')
                    && !rest[..*at].ends_with(' ')
            };
            let at = (most / 2..=most).rev().find(is_between).unwrap_or(most);
            self.text.push_str(&rest[..at]);
            self.text.push_str("\r\n ");
            (rest, room) = (&rest[at..], LONGEST - 1);
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }
}

/// Control characters have no place in the file, and would end a line where none ends.
fn escaped(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unfolded(file: &str) -> String {
        file.replace("\r\n ", "")
    }

    #[test]
    fn what_means_something_to_the_format_is_escaped() {
        let mut lines = Lines::default();
        lines.put_text("SUMMARY", "a, b; c\\d\r\ne\rf");
        lines.put_texts("CATEGORIES", &["one, two", "", "three"]);
        lines.put_text("LOCATION", "");
        assert_eq!(
            lines.finish(),
            "SUMMARY:a\\, b\\; c\\\\d\\ne\\nf\r\nCATEGORIES:one\\, two,three\r\n"
        );
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_none_is_broken_within_a_letter(text in "\\PC{0,400}") {
            let mut lines = Lines::default();
            lines.put_text("SUMMARY", &text);
            let file = lines.finish();
            for line in file.split_terminator("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{} octets", line.len());
            }
            prop_assert_eq!(unfolded(&file).matches("\r\n").count(), usize::from(!text.trim().is_empty()));
        }

        #[test]
        fn a_text_never_makes_a_line_of_its_own(text in any::<String>()) {
            let mut lines = Lines::default();
            lines.put_text("SUMMARY", &text);
            let file = unfolded(&lines.finish());
            prop_assert!(file.split_terminator("\r\n").all(|line| line.starts_with("SUMMARY:")));
            let line = file.trim_end_matches("\r\n");
            prop_assert!(line.chars().all(|letter| !letter.is_control()));
        }
    }
}
