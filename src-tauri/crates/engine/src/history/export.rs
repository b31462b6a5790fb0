//! The history as a table for other programs: a line a change.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::tz::TimeZone;
use spreadsheet::{CsvWriter, WriteError};
use storage::audit::StoredEntry;

use super::{HistoryFilter, HistoryRow, Known, Sieve, kind, made_at, told};
use crate::{Error, Result, Workspace};

const HEADER: [&str; 11] = [
    "Entry",
    "When (UTC)",
    "When (local)",
    "Who",
    "Kind",
    "Task",
    "Change",
    "Field",
    "Old",
    "New",
    "In words",
];

/// Where the history was written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedHistory {
    /// The file.
    pub path: PathBuf,
    /// How many changes stand in it.
    pub changes: usize,
}

impl Workspace {
    /// Writes all changes that the filter shows as comma-separated values, the newest first.
    ///
    /// They are written beside the target and renamed over it, so that a failure leaves the old file.
    pub fn export_history(
        &self,
        filter: &HistoryFilter,
        target: &Path,
        progress: &dyn Fn(usize),
        cancelled: &AtomicBool,
    ) -> Result<ExportedHistory> {
        let path = if target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            target.to_owned()
        } else {
            target.with_added_extension("csv")
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = path.with_file_name(format!(".{name}.part"));
        let written = self.write_history(filter, &part, progress, cancelled).and_then(|changes| {
            storage::publish(&part, &path)?;
            Ok(changes)
        });
        if written.is_err() {
            // Whatever is left of the attempt only takes up room.
            let _ = fs::remove_file(&part);
        }
        Ok(ExportedHistory { changes: written?, path })
    }

    fn write_history(
        &self,
        filter: &HistoryFilter,
        part: &Path,
        progress: &dyn Fn(usize),
        cancelled: &AtomicBool,
    ) -> Result<usize> {
        self.follow_trail()?;
        let known = self.known.borrow();
        let sieve = Sieve::new(filter);
        let mut csv = CsvWriter::new(BufWriter::new(File::create(part)?))?;
        csv.row(HEADER)?;
        let mut changes = 0;
        self.database.read().look_back::<Error>(&filter.stretch(None), |stored| {
            let line = Line::of(stored, &known);
            told::rows(stored, &known, &sieve, |_, row| {
                if cancelled.load(Ordering::Relaxed) {
                    return Err(Error::Export(WriteError::Cancelled));
                }
                changes += line.write(&row, &mut csv)?;
                Ok(ControlFlow::Continue(()))
            })?;
            progress(changes);
            Ok(ControlFlow::Continue(()))
        })?;
        csv.finish()?;
        Ok(changes)
    }
}

/// What all changes of an entry have in common.
struct Line {
    seq: String,
    utc: String,
    local: String,
    actor: String,
    kind: String,
    sentence: String,
}

impl Line {
    fn of(stored: &StoredEntry<'_>, known: &Known) -> Self {
        let at = made_at(stored);
        Self {
            seq: stored.entry.seq.to_string(),
            utc: at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            local: at.to_zoned(TimeZone::system()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            actor: stored.entry.actor.clone(),
            kind: kind(&stored.entry.op),
            sentence: told::sentence(stored, known),
        }
    }

    /// Writes a row of the workspace, a line a field, and returns how many lines.
    fn write(&self, row: &HistoryRow, csv: &mut CsvWriter<impl io::Write>) -> io::Result<usize> {
        let mut line = |field: &str, old: &str, new: &str| {
            let Self { seq, utc, local, actor, kind, sentence } = self;
            let (subject, verb) = (row.subject.as_str(), row.verb.word());
            csv.row([seq, utc, local, actor, kind, subject, verb, field, old, new, sentence])
        };
        if row.cells.is_empty() {
            line("", "", "")?;
            return Ok(1);
        }
        for cell in &row.cells {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            line(&cell.field, &text(&cell.old), &text(&cell.new))?;
        }
        Ok(row.cells.len())
    }
}
