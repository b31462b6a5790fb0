//! Which delimiter and which quotation mark a text uses.
//!
//! Each candidate splits the beginning of the text; the one that explains it best wins.

use domain::Field;

use super::records::Records;
use super::score::{Explained, explain};
use crate::layout::{self, Column};

/// How a text separates its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub delimiter: u8,
    pub quote: Option<u8>,
    /// Whether a backslash makes the next character plain.
    pub escaped: bool,
    /// Whether a blank follows every delimiter and belongs to it.
    pub spaced: bool,
    /// How many cells most records have, where that is known.
    pub columns: Option<usize>,
}

/// How much of a text is looked at.
const SAMPLE: usize = 64 << 10;

impl Dialect {
    pub const TAB: Self = Self::of(b'\t', Some(b'"'));

    /// Returns a dialect without escapes.
    pub const fn of(delimiter: u8, quote: Option<u8>) -> Self {
        Self { delimiter, quote, escaped: false, spaced: false, columns: None }
    }

    /// Returns the dialect in words.
    pub const fn name(self) -> &'static str {
        match self.delimiter {
            b',' => "comma between columns",
            b';' => "semicolon between columns",
            b'\t' => "tab between columns",
            b'|' => "pipe between columns",
            b':' => "colon between columns",
            b'^' => "caret between columns",
            b'~' => "tilde between columns",
            b' ' => "space between columns",
            _ => "one column",
        }
    }

    /// Calls `take` with each record and its number until it returns false.
    ///
    /// A blank line counts as a row, so that row numbers are those of the file's own program. Returns
    /// the row of a quotation mark that is never closed.
    pub fn each_record(
        self,
        text: &str,
        mut take: impl FnMut(u32, &[&str]) -> bool,
    ) -> Option<u32> {
        let mut records = Records::new(text, self);
        while records.read() {
            if !take(records.row, &records.fields()) {
                break;
            }
        }
        records.open_quote
    }
}

/// Returns the dialect of a text and the text without a leading `sep=` line.
pub(crate) fn detect(text: &str) -> (Dialect, &str) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let line_end = text.find(['\r', '\n']).unwrap_or(text.len());
    let stated = text[..line_end].trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    if let Some(&[delimiter]) = stated {
        let rest = &text[line_end..];
        let rest = rest.strip_prefix('\r').unwrap_or(rest);
        let rest = rest.strip_prefix('\n').unwrap_or(rest);
        return (with_delimiter(rest, Some(delimiter)), rest);
    }
    (of_our_own(text).unwrap_or_else(|| with_delimiter(text, None)), text)
}

/// Returns the dialect of a file that we wrote, whatever a spreadsheet has put between its cells since.
///
/// Its header tells it, so that no text in it can be taken for a sign: none of these programs escapes.
fn of_our_own(text: &str) -> Option<Dialect> {
    [b',', b'\t', b';', b'|'].into_iter().find_map(|delimiter| {
        let dialect = Dialect::of(delimiter, Some(b'"'));
        let mut records = Records::new(text, dialect);
        let header = records.read().then(|| records.fields())?;
        let has = |name: &str| header.contains(&name);
        let is_ours = has(Column::Field(Field::Name).header())
            && (has(Column::Id.header()) || has(layout::PLAIN_ID));
        is_ours.then_some(Dialect { columns: Some(header.len()), ..dialect })
    })
}

/// Returns the dialect of a text, with a delimiter that is known or one that is found.
pub(crate) fn with_delimiter(text: &str, known: Option<u8>) -> Dialect {
    let sample = sample(text);
    let has = |byte: u8| sample.as_bytes().contains(&byte);
    let candidates = [b',', b';', b'\t', b'|', b'^', b'~', b':', b' '];
    let usual = Dialect::of(known.unwrap_or(0), Some(b'"'));
    let mut best = (usual, explain(sample, usual));
    for &delimiter in known.as_ref().map_or(&candidates[..], std::slice::from_ref) {
        if !has(delimiter) {
            continue;
        }
        for quote in [Some(b'"'), Some(b'\''), None] {
            let plain = quote.is_some_and(|quote| !has(quote));
            if plain && quote == Some(b'\'') || quote.is_none() && !sample.contains(['"', '\'']) {
                continue;
            }
            let escapes = quote.is_some_and(|quote| {
                sample.as_bytes().windows(2).any(|pair| pair == [b'\\', quote])
            });
            for escaped in [false, true] {
                if escaped && !escapes {
                    continue;
                }
                let dialect = Dialect { escaped, ..Dialect::of(delimiter, quote) };
                let mut explained = explain(sample, dialect);
                if escapes && !escaped {
                    // A backslash before a quote is an escape in nearly every file that has one.
                    explained.score *= 0.9;
                }
                if explained.score > best.1.score + 1e-9 {
                    best = (dialect, explained);
                }
            }
        }
    }
    let (dialect, Explained { columns, spaced, .. }) = best;
    Dialect { spaced, columns, ..dialect }
}

/// Returns whole lines from the beginning.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let end = text.floor_char_boundary(SAMPLE);
    let end = text[..end].rfind(['\n', '\r']).map_or(end, |line_end| line_end + 1);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::delimited::rows;

    #[track_caller]
    fn check(text: &str, delimiter: char, expected: &[&[&str]]) {
        let (dialect, body) = detect(text);
        assert_eq!(char::from(dialect.delimiter), delimiter, "{text}");
        assert_eq!(rows(body, dialect), expected, "{text}");
    }

    #[test]
    fn delimiters_are_found() {
        check("a,b\n1,2\n", ',', &[&["a", "b"], &["1", "2"]]);
        check("a;b\n1,5;2\n", ';', &[&["a", "b"], &["1,5", "2"]]);
        check("a\tb\n1\t2\n", '\t', &[&["a", "b"], &["1", "2"]]);
        check("a|b\n1|2\n", '|', &[&["a", "b"], &["1", "2"]]);
        check("sep=;\r\na;b\r\n", ';', &[&["a", "b"]]);
    }

    #[test]
    fn a_list_inside_quotes_is_no_delimiter() {
        check(
            "Task;Channels\n\"Triage\";\"mail, chat, web\"\nScoring;\"crm, web, form\"\n",
            ';',
            &[
                &["Task", "Channels"],
                &["Triage", "mail, chat, web"],
                &["Scoring", "crm, web, form"],
            ],
        );
    }

    #[test]
    fn quotes_hold_delimiters_line_breaks_and_quotes() {
        check("a,b\n\"x, \"\"y\"\"\nz\",2\n", ',', &[&["a", "b"], &["x, \"y\"\nz", "2"]]);
        check("a,b\n\"x\\\"y\",2\n", ',', &[&["a", "b"], &["x\"y", "2"]]);
    }

    #[test]
    fn line_ends_of_every_kind_end_a_row_and_blank_lines_keep_their_number() {
        check("a,b\r1,2\r\n\n3,4", ',', &[&["a", "b"], &["1", "2"], &[""], &["3", "4"]]);
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_no_rows() {
        let dialect = Dialect::of(b',', Some(b'"'));
        let body = "a,b\n\"x,1\ny,2\nz,3\n";
        let mut count = 0;
        let open = dialect.each_record(body, |_, _| {
            count += 1;
            true
        });
        assert_eq!((count, open), (4, Some(1)));
    }
}
