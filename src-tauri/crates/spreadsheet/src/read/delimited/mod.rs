//! Comma, semicolon, tab and pipe separated text.
//!
//! Encoding and dialect are guessed, and the guess is part of the workbook's `format`, so that a person
//! sees what was assumed.

use super::Limits;
use super::error::Reason;
use super::request::ReadAs;
use super::sink::{Budget, SheetIn, Sink};
use crate::sheet::{Cell, SheetState, TextForm, Visibility, WarningKind};

pub(crate) mod decode;
pub(crate) mod dialect;
mod records;
pub(crate) mod score;

use dialect::Dialect;

/// Reads a text file.
pub(super) fn read(
    bytes: Vec<u8>,
    limits: &Limits,
    read_as: &ReadAs,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let decoded = decode::decode(bytes, read_as.encoding());
    if decoded.text.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
        return Err(Reason::Empty);
    }
    let (found, body) = dialect::detect(&decoded.text);
    let dialect = match read_as.delimiter() {
        Some(delimiter) => dialect::with_delimiter(body, Some(delimiter)),
        None => found,
    };
    sink.format(&format!("text, {}, {}", decoded.encoding, dialect.name()))?;
    sink.text_form(&TextForm {
        encoding: decoded.encoding.to_owned(),
        delimiter: Some(char::from(dialect.delimiter)).filter(|&delimiter| delimiter != '\0'),
        quote: dialect.quote.map(char::from),
    })?;
    let mut budget = Budget::new(limits);
    let mut sheet = SheetIn::open(sink, &mut budget, "Table", Visibility::Visible)?;
    if decoded.replaced {
        sheet.warn(WarningKind::ReplacedCharacters, String::new);
    }
    if dialect.delimiter == b'|'
        && read_as.delimiter().is_none()
        && let Some(rows) = super::pasted::ruled(body)
    {
        // A Markdown table, in which rule, outer pipes and marks are no cells.
        for (row, cells) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.put(row, column, Cell::Text(cell))?;
            }
        }
        return sheet.close(SheetState::Read);
    }
    let mut failed = None;
    let rows_run_together = dialect.each_record(body, |row, fields| {
        for (column, field) in (0..).zip(fields) {
            if let Err(reason) = sheet.put(row, column, Cell::Text(field)) {
                failed = Some(reason);
                return false;
            }
        }
        if row % 10_000 == 9_999
            && let Err(reason) = sheet.progress(0)
        {
            failed = Some(reason);
            return false;
        }
        true
    });
    if let Some(reason) = failed {
        return Err(reason);
    }
    if let Some(row) = rows_run_together {
        sheet.warn(WarningKind::OpenQuote, || (row + 1).to_string());
    }
    sheet.close(SheetState::Read)
}

/// Returns the rows of a text in a known dialect.
pub(crate) fn rows(text: &str, dialect: Dialect) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    dialect.each_record(text, |row, fields| {
        rows.resize(row as usize, Vec::new());
        rows.push(fields.iter().map(|&field| field.to_owned()).collect());
        true
    });
    rows
}
