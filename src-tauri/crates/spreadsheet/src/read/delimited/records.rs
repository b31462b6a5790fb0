//! The records of a text in a known dialect.
//!
//! Lenient, and never greedy: a quotation mark that stands in the wrong place costs its own cell. A
//! record with such a mark is read in other ways too, and the way that gives it the length of the
//! others is taken.

use super::dialect::Dialect;

/// A quoted cell is never longer than this: no program takes 32,767 characters.
const LONGEST_QUOTED: usize = 1 << 20;

/// How a quotation mark that is not where it belongs is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// A mark closes a cell only where the cell can end; one inside is text.
    Usual,
    /// A doubled mark where the cell can end is a mark of the text, and closes it.
    DoubledMarkCloses,
    /// A mark opens a cell only where the next one closes it.
    OnlyWhole,
    /// A mark closes a cell wherever it stands; what follows belongs to the cell too.
    FirstMarkCloses,
}

/// Splits a text into records.
pub(super) struct Records<'a> {
    dialect: Dialect,
    whole: &'a str,
    rest: &'a str,
    /// The number of the record that was read last.
    pub row: u32,
    read: u32,
    text: String,
    ends: Vec<usize>,
    /// The row of the first quotation mark that is never closed.
    pub open_quote: Option<u32>,
    /// Up to here no quoted cell ends, so that a text full of marks is searched once.
    barren_until: usize,
    /// Whether a mark of the last record stands where none belongs.
    odd_mark: bool,
    /// Whether a quoted cell of the last record runs over a line's end.
    many_lines: bool,
    /// How many cells follow a delimiter, and how many of them a blank.
    pub followed: (usize, usize),
}

impl<'a> Records<'a> {
    pub const fn new(text: &'a str, dialect: Dialect) -> Self {
        Self {
            dialect,
            whole: text,
            rest: text,
            row: 0,
            read: 0,
            text: String::new(),
            ends: Vec::new(),
            open_quote: None,
            barren_until: 0,
            odd_mark: false,
            many_lines: false,
            followed: (0, 0),
        }
    }

    /// Returns the cells of the record that was read last.
    pub fn fields(&self) -> Vec<&str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.text[start..end]).collect()
    }

    /// Reads the next record; returns whether there was one.
    pub fn read(&mut self) -> bool {
        if self.rest.is_empty() {
            return false;
        }
        self.row = self.read;
        self.read = self.read.saturating_add(1);
        let start = self.rest;
        self.record(Reading::Usual);
        let Some(columns) = self.dialect.columns else { return true };
        if !self.odd_mark && (!self.many_lines || self.ends.len() == columns) {
            return true;
        }
        // The length of the others first, and then that it takes as few lines as can be.
        let cost = |records: &Self| {
            let taken = &start[..start.len() - records.rest.len()];
            let lines = taken.trim_end().bytes().filter(|&byte| byte == b'\n').count();
            (records.ends.len().abs_diff(columns), lines)
        };
        let mut best = (cost(self), Reading::Usual);
        for reading in [Reading::DoubledMarkCloses, Reading::OnlyWhole, Reading::FirstMarkCloses] {
            self.rest = start;
            self.record(reading);
            let cost = cost(self);
            if cost < best.0 {
                best = (cost, reading);
            }
        }
        self.rest = start;
        self.record(best.1);
        true
    }

    fn record(&mut self, reading: Reading) {
        self.text.clear();
        self.ends.clear();
        (self.odd_mark, self.many_lines) = (false, false);
        loop {
            let ended = self.field(reading);
            self.ends.push(self.text.len());
            if ended {
                return;
            }
        }
    }

    /// Reads one field with what ends it; returns whether it was the last of its record.
    fn field(&mut self, reading: Reading) -> bool {
        let Dialect { delimiter, quote, escaped, .. } = self.dialect;
        // Blanks before an opening quote are common in hand-made files.
        if !self.ends.is_empty() {
            let blank = self.rest.starts_with(' ');
            let empty = self
                .rest
                .as_bytes()
                .first()
                .is_none_or(|&byte| byte == delimiter || matches!(byte, b'\n' | b'\r'));
            self.followed.0 += usize::from(!empty);
            self.followed.1 += usize::from(blank);
        }
        let trimmed = if delimiter == b' ' { self.rest } else { self.rest.trim_start_matches(' ') };
        if quote.is_some_and(|quote| trimmed.as_bytes().first() == Some(&quote)) {
            self.quoted(trimmed, reading);
        } else if self.dialect.spaced && !self.ends.is_empty() {
            self.rest = self.rest.strip_prefix(' ').unwrap_or(self.rest);
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
                b'\\' => self.unescape(),
                b'\r' => {
                    self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
                    return true;
                }
                b'\n' => return true,
                _ => return false,
            }
        }
    }

    /// Adds what follows a backslash: only what would mean something else loses its backslash.
    fn unescape(&mut self) {
        let Some(next) = self.rest.chars().next() else { return self.text.push('\\') };
        let Dialect { delimiter, quote, .. } = self.dialect;
        let is_sign = |byte: u8| next == char::from(byte);
        if is_sign(b'\\') || is_sign(delimiter) || quote.is_some_and(is_sign) {
            self.text.push(next);
            self.rest = &self.rest[next.len_utf8()..];
        } else {
            self.text.push('\\');
        }
    }

    /// Reads a quoted text; one that is never closed is read as plain text instead.
    fn quoted(&mut self, from: &'a str, reading: Reading) {
        let Some(quote) = self.dialect.quote else { return };
        let start = self.text.len();
        let place = self.whole.len() - from.len();
        let mut rest = &from[1..];
        let limit = if place < self.barren_until {
            from.find(['\n', '\r']).unwrap_or(from.len())
        } else {
            LONGEST_QUOTED
        };
        loop {
            let escaped = self.dialect.escaped;
            let stop = rest.bytes().position(|byte| byte == quote || (escaped && byte == b'\\'));
            let used = from.len() - rest.len();
            let Some(stop) = stop.filter(|stop| used + stop <= limit) else {
                self.barren_until = self.barren_until.max(place + limit.min(from.len()));
                self.open_quote.get_or_insert(self.row);
                return self.unclosed(start);
            };
            let after = &rest[stop + 1..];
            self.text.push_str(&rest[..stop]);
            self.many_lines |= rest[..stop].contains(['\n', '\r']);
            let is_escape = rest.as_bytes()[stop] == b'\\' && quote != b'\\';
            rest = after;
            if is_escape {
                let next = after.chars().next();
                if next != Some('\\') && next != Some(char::from(quote)) {
                    self.text.push('\\');
                }
                self.text.extend(next);
                rest = &after[next.map_or(0, char::len_utf8)..];
                continue;
            }
            let is_doubled = after.as_bytes().first() == Some(&quote);
            if is_doubled && reading == Reading::DoubledMarkCloses && self.can_end(&after[1..]) {
                self.text.push(char::from(quote));
                self.rest = &after[1..];
                return;
            }
            if is_doubled {
                self.text.push(char::from(quote));
                rest = &after[1..];
            } else if reading == Reading::FirstMarkCloses || self.can_end(after) {
                // Blanks between the closing quote and the delimiter belong to neither.
                let is_blank = self.dialect.delimiter != b' ' && self.can_end(after);
                self.rest = if is_blank { after.trim_start_matches(' ') } else { after };
                return;
            } else if reading == Reading::OnlyWhole {
                return self.unclosed(start);
            } else {
                self.odd_mark = true;
                self.text.push(char::from(quote));
            }
        }
    }

    fn unclosed(&mut self, start: usize) {
        self.text.truncate(start);
        self.odd_mark = true;
    }

    /// Returns whether a cell can end before this text.
    fn can_end(&self, rest: &str) -> bool {
        let delimiter = self.dialect.delimiter;
        let rest = if delimiter == b' ' { rest } else { rest.trim_start_matches(' ') };
        rest.as_bytes()
            .first()
            .is_none_or(|&byte| byte == delimiter || matches!(byte, b'\n' | b'\r'))
    }
}
