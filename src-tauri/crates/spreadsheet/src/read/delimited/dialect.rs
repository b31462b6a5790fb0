//! Which delimiter and which quotation mark a text uses, and its records.
//!
//! Each candidate splits the beginning of the text; the one whose rows agree in length and whose cells
//! look like values wins (the data consistency of van den Burg, Nazábal and Sutton, 2019).

/// How a text separates its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub delimiter: u8,
    pub quote: Option<u8>,
    /// Whether a backslash makes the next character plain.
    pub escaped: bool,
}

/// How much of a text is looked at.
const SAMPLE: usize = 64 << 10;
const SAMPLE_ROWS: usize = 400;

impl Dialect {
    pub const TAB: Self = Self { delimiter: b'\t', quote: Some(b'"'), escaped: false };

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
            let starts = std::iter::once(0).chain(records.ends.iter().copied());
            let fields: Vec<&str> =
                starts.zip(&records.ends).map(|(start, &end)| &records.text[start..end]).collect();
            if !take(records.row, &fields) {
                break;
            }
            records.row = records.row.saturating_add(1);
        }
        records.open_quote
    }
}

/// Splits a text into records; lenient, so that whatever follows a closing quote is kept.
struct Records<'a> {
    dialect: Dialect,
    rest: &'a str,
    row: u32,
    text: String,
    ends: Vec<usize>,
    open_quote: Option<u32>,
}

impl<'a> Records<'a> {
    const fn new(text: &'a str, dialect: Dialect) -> Self {
        Self {
            dialect,
            rest: text,
            row: 0,
            text: String::new(),
            ends: Vec::new(),
            open_quote: None,
        }
    }

    fn read(&mut self) -> bool {
        if self.rest.is_empty() {
            return false;
        }
        self.text.clear();
        self.ends.clear();
        loop {
            let ended = self.field();
            self.ends.push(self.text.len());
            if ended {
                return true;
            }
        }
    }

    /// Reads one field with what ends it; returns whether it was the last of its record.
    fn field(&mut self) -> bool {
        let Dialect { delimiter, quote, escaped } = self.dialect;
        if let Some(quote) = quote {
            // Blanks before an opening quote are common in hand-made files.
            let trimmed = self.rest.trim_start_matches(' ');
            if delimiter != b' ' && trimmed.as_bytes().first() == Some(&quote) {
                self.quoted(trimmed, quote, escaped);
            }
        }
        loop {
            let bytes = self.rest.as_bytes();
            let end = bytes.iter().position(|&byte| {
                byte == delimiter || matches!(byte, b'\n' | b'\r') || (escaped && byte == b'\\')
            });
            let Some(end) = end else {
                self.text.push_str(self.rest);
                self.rest = "";
                return true;
            };
            self.text.push_str(&self.rest[..end]);
            let stop = bytes[end];
            self.rest = &self.rest[end + 1..];
            match stop {
                b'\\' => {
                    if let Some(next) = self.rest.chars().next() {
                        self.text.push(next);
                        self.rest = &self.rest[next.len_utf8()..];
                    }
                }
                b'\r' => {
                    self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
                    return true;
                }
                b'\n' => return true,
                _ => return false,
            }
        }
    }

    /// Reads a quoted text; one that is never closed is read as plain text instead.
    fn quoted(&mut self, from: &'a str, quote: u8, escaped: bool) {
        let start = self.text.len();
        let mut rest = &from[1..];
        loop {
            let stop = rest.bytes().position(|byte| byte == quote || (escaped && byte == b'\\'));
            let Some(stop) = stop else {
                self.text.truncate(start);
                self.open_quote.get_or_insert(self.row);
                return;
            };
            self.text.push_str(&rest[..stop]);
            let after = &rest[stop + 1..];
            if rest.as_bytes()[stop] == b'\\' && quote != b'\\' {
                let next = after.chars().next();
                self.text.extend(next);
                rest = &after[next.map_or(0, char::len_utf8)..];
                continue;
            }
            if after.as_bytes().first() == Some(&quote) {
                self.text.push(char::from(quote));
                rest = &after[1..];
                continue;
            }
            // Blanks between the closing quote and the delimiter belong to neither.
            let trimmed = after.trim_start_matches(' ');
            let ends = trimmed.as_bytes().first().is_none_or(|&byte| {
                byte == self.dialect.delimiter || matches!(byte, b'\n' | b'\r')
            });
            self.rest = if ends { trimmed } else { after };
            return;
        }
    }
}

/// Returns the dialect of a text and the text without a leading `sep=` line.
pub(crate) fn detect(text: &str) -> (Dialect, &str) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let line_end = text.find(['\r', '\n']).unwrap_or(text.len());
    if let Some(stated) = text[..line_end].trim_matches('"').strip_prefix("sep=")
        && let &[delimiter] = stated.as_bytes()
    {
        let rest = &text[line_end..];
        let rest = rest.strip_prefix('\r').unwrap_or(rest);
        let rest = rest.strip_prefix('\n').unwrap_or(rest);
        return (Dialect { delimiter, quote: Some(b'"'), escaped: false }, rest);
    }
    let sample = sample(text);
    let mut best = (Dialect { delimiter: 0, quote: Some(b'"'), escaped: false }, 0.0);
    for delimiter in [b',', b';', b'\t', b'|', b'^', b'~', b':', b' '] {
        if !sample.as_bytes().contains(&delimiter) {
            continue;
        }
        for quote in [Some(b'"'), Some(b'\''), None] {
            let plain = quote.is_some_and(|quote| !sample.as_bytes().contains(&quote));
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
                let dialect = Dialect { delimiter, quote, escaped };
                // A backslash before a quote is an escape in nearly every file that has one.
                let overlooked = if escapes && !escaped { 0.9 } else { 1.0 };
                let score = score(sample, dialect) * overlooked;
                if score > best.1 + 1e-9 {
                    best = (dialect, score);
                }
            }
        }
    }
    (best.0, text)
}

/// Returns whole lines from the beginning.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let end = text.floor_char_boundary(SAMPLE);
    let end = text[..end].rfind('\n').map_or(end, |line_end| line_end + 1);
    &text[..end]
}

/// Returns how well a dialect explains a text.
#[expect(clippy::cast_precision_loss, reason = "counts of a sample")]
fn score(sample: &str, dialect: Dialect) -> f64 {
    let mut lengths: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    let (mut cells, mut typed, mut rows) = (0_usize, 0_usize, 0_usize);
    let open_quote = dialect.each_record(sample, |_, fields| {
        if fields.len() == 1 && fields[0].trim().is_empty() {
            return true;
        }
        rows += 1;
        *lengths.entry(fields.len()).or_default() += 1;
        cells += fields.len();
        typed += fields.iter().filter(|field| looks_like_a_value(field)).count();
        rows < SAMPLE_ROWS
    });
    if rows == 0 {
        return 0.0;
    }
    let pattern: f64 = lengths
        .iter()
        .map(|(&length, &count)| count as f64 * ((length as f64 - 1.0).max(1e-3) / length as f64))
        .sum::<f64>()
        / lengths.len() as f64
        / rows as f64;
    let share = (typed as f64 / cells as f64).max(1e-10);
    let rare = match dialect.delimiter {
        // Blanks and colons are everywhere in prose and times; they need to be much better.
        b' ' => 0.25,
        b':' | b'^' | b'~' => 0.6,
        _ => 1.0,
    };
    let quote = match dialect.quote {
        Some(b'"') => 1.0,
        Some(_) => 0.97,
        None => 0.95,
    };
    let open = if open_quote.is_some() { 0.8 } else { 1.0 };
    pattern * share * rare * quote * open
}

/// Returns whether a cell reads like a value of its own: a number, a date, a word or a short phrase.
fn looks_like_a_value(field: &str) -> bool {
    let field = field.trim();
    if field.is_empty() {
        return true;
    }
    if field.bytes().any(|byte| byte.is_ascii_digit())
        && field.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '.' | ',' | '-' | '+' | '/' | ':' | '%' | ' ' | '€' | '$' | '£' | 'T' | 'Z'
                )
        })
    {
        return true;
    }
    // Half of a quoted text, and other signs that a cell was cut in the wrong place.
    let quotes = field.bytes().filter(|&byte| byte == b'"').count();
    let cut = quotes % 2 == 1 || field.starts_with([',', ';', '|', '\t']);
    !cut && !field.contains([';', '\t', '|']) && field.chars().count() < 400
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
        let dialect = Dialect { delimiter: b',', quote: Some(b'"'), escaped: false };
        let body = "a,b\n\"x,1\ny,2\nz,3\n";
        let mut count = 0;
        let open = dialect.each_record(body, |_, _| {
            count += 1;
            true
        });
        assert_eq!((count, open), (4, Some(1)));
    }
}
