//! What `trilane --read FILE` prints: one JSON line a sheet, then one with the outcome.
//!
//! The import path itself measured from outside, so that collections of files can be run through it.

use std::io::{self, Write};

use serde::Serialize;

use crate::draft::drafts;
use crate::read::{ReadError, peak_kb};
use crate::sheet::{Sheet, SheetState, Workbook};
use crate::table::propose;

#[derive(Serialize)]
struct SheetLine<'a> {
    sheet: &'a str,
    state: &'static str,
    reason: Option<&'a str>,
    hidden: bool,
    rows: u32,
    columns: u32,
    non_empty: usize,
    issues: usize,
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct OutcomeLine<'a> {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<String>,
    peak_memory_mb: f64,
    seconds: f64,
}

/// Prints what was read, or why nothing was.
///
/// The peak is this process's own and the reader's together, which is what the machine had to hold.
pub fn print(
    result: &Result<Workbook, ReadError>,
    seconds: f64,
    mut out: impl Write,
) -> io::Result<()> {
    let own = peak_kb("self").unwrap_or(0);
    let reader = result.as_ref().map_or(0, |workbook| workbook.reader_peak_kb);
    #[expect(clippy::cast_precision_loss, reason = "kilobytes of a process")]
    let peak_memory_mb = ((own + reader) as f64 / 102.4).round() / 10.0;
    let seconds = (seconds * 1000.0).round() / 1000.0;
    if let Ok(workbook) = result {
        for sheet in &workbook.sheets {
            line(&mut out, &described(sheet))?;
        }
    }
    let outcome = match result {
        Ok(workbook) => OutcomeLine {
            outcome: "ok",
            format: Some(&workbook.format),
            reason: None,
            sentence: None,
            peak_memory_mb,
            seconds,
        },
        Err(error) => OutcomeLine {
            outcome: "refused",
            format: None,
            reason: Some(error.reason.key()),
            sentence: Some(error.to_string()),
            peak_memory_mb,
            seconds,
        },
    };
    line(&mut out, &outcome)?;
    out.flush()
}

fn described(sheet: &Sheet) -> SheetLine<'_> {
    let (state, reason) = match sheet.state() {
        SheetState::Read => ("read", None),
        SheetState::NotATable => ("not_a_table", None),
        SheetState::Unreadable(reason) => ("unreadable", Some(reason.as_str())),
    };
    let issues = drafts(sheet, &propose(sheet).mapping());
    SheetLine {
        sheet: sheet.name(),
        state,
        reason,
        hidden: sheet.is_hidden(),
        rows: sheet.row_count(),
        columns: sheet.column_count(),
        non_empty: sheet.filled_cells(),
        issues: issues.drafts.iter().map(|draft| draft.issues.len()).sum(),
        warnings: sheet.warnings().iter().map(crate::sheet::Warning::sentence).collect(),
    }
}

fn line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
