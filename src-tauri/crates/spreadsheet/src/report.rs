//! What `trilane --read FILE` prints: one JSON line a sheet, then one with the outcome.
//!
//! The import path itself measured from outside, so that collections of files can be run through it.

use std::io::{self, Write};

use serde::Serialize;

use crate::draft::drafts;
use crate::read::{ReadError, peak_kb};
use crate::sheet::{Sheet, SheetState, TextForm, Workbook};
use crate::table::propose;

#[derive(Serialize)]
struct SheetLine<'a> {
    sheet: &'a str,
    state: &'static str,
    reason: Option<&'a str>,
    hidden: bool,
    rows: u32,
    columns: u32,
    /// As the sheet numbers its rows.
    header_row: Option<u32>,
    column_names: Vec<String>,
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
    #[serde(flatten)]
    text: Option<&'a TextForm>,
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
    let reader = match result {
        Ok(workbook) => workbook.reader_peak_kb,
        Err(error) => error.reader_peak_kb,
    };
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
            text: workbook.text.as_ref(),
            peak_memory_mb,
            seconds,
        },
        Err(error) => OutcomeLine {
            outcome: "refused",
            format: None,
            reason: Some(error.reason.key()),
            sentence: Some(error.to_string()),
            text: None,
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
    let proposal = propose(sheet);
    let issues = drafts(sheet, &proposal.mapping());
    SheetLine {
        sheet: sheet.name(),
        state,
        reason,
        hidden: sheet.is_hidden(),
        rows: sheet.row_count(),
        columns: sheet.column_count(),
        header_row: proposal.header_row.map(|row| row + 1),
        column_names: proposal.columns.into_iter().map(|column| column.name).collect(),
        non_empty: sheet.filled_cells(),
        issues: issues.drafts.iter().map(|draft| draft.issues.len()).sum(),
        warnings: sheet.warnings().iter().map(crate::sheet::Warning::sentence).collect(),
    }
}

fn line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Reason;

    fn lines(result: &Result<Workbook, ReadError>) -> Vec<serde_json::Value> {
        let mut out = Vec::new();
        print(result, 0.25, &mut out).expect("memory takes it");
        let text = String::from_utf8(out).expect("JSON is UTF-8");
        text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
    }

    #[test]
    fn a_sheet_and_the_outcome_are_one_line_each() {
        let lines = lines(&Ok(crate::read_text("Task\tPredictability\nA\t9")));
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0]["non_empty"], 4);
        assert_eq!(lines[0]["issues"], 1);
        assert_eq!(lines[0]["header_row"], 1);
        assert_eq!(lines[0]["column_names"], serde_json::json!(["Task", "Predictability"]));
        assert_eq!(lines[1]["outcome"], "ok");
        assert_eq!(lines[1]["seconds"], 0.25);
    }

    #[test]
    fn a_refusal_says_what_the_person_would_see() {
        let error = ReadError { file: "a.xlsx".into(), reason: Reason::Empty, reader_peak_kb: 0 };
        let lines = lines(&Err(error));
        assert_eq!(lines[0]["outcome"], "refused");
        assert!(lines[0]["sentence"].as_str().is_some_and(|it| it.contains("a.xlsx")));
    }
}
