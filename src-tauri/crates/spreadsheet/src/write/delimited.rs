//! Comma-separated values, which every program reads.
//!
//! A spreadsheet that opens such a file takes some texts for formulas, so those get an apostrophe.

use std::io::{self, Write};

use super::text::guarded;

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Writes rows of texts.
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    csv: csv::Writer<W>,
    is_guarded: bool,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a file with commas, in which nothing is taken for a formula.
    pub fn new(out: W) -> io::Result<Self> {
        Ok(Self { is_guarded: true, ..Self::plain(out, b',')? })
    }

    /// Begins a file with a separator, in which every text stands as it is.
    pub fn plain(mut out: W, separator: u8) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        let csv = csv::WriterBuilder::new()
            .delimiter(separator)
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        Ok(Self { csv, is_guarded: false })
    }

    /// Writes a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        for cell in cells {
            let cell = if self.is_guarded { guarded(cell) } else { cell.into() };
            self.csv.write_field(cell.as_ref())?;
        }
        Ok(self.csv.write_record(None::<&[u8]>)?)
    }

    /// Ends the file and hands back what it was written to.
    pub fn finish(self) -> io::Result<W> {
        self.csv.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expected: &str) {
        let mut csv = CsvWriter::new(Vec::new()).expect("memory takes it");
        csv.row(cells.iter().copied()).expect("memory takes it");
        let bytes = csv.finish().expect("memory takes it");
        let text = String::from_utf8(bytes).expect("it is text");
        assert_eq!(text, format!("{BYTE_ORDER_MARK}{expected}\r\n"));
    }

    #[test]
    fn a_cell_that_holds_a_separator_is_quoted() {
        check(
            &["a", "", "b, c", "say \"hi\"", "two\nlines"],
            "a,,\"b, c\",\"say \"\"hi\"\"\",\"two\nlines\"",
        );
    }

    #[test]
    fn a_cell_that_starts_like_a_formula_is_text() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""),
            ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
            ("5-4", "5-4"),
        ] {
            check(&[cell], expected);
        }
    }
}
