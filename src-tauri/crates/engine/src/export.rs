//! Handing the worksheet over as a workbook.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use domain::DecisionState;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use spreadsheet::{About, ExportRow, Origin, WriteError, Written, write_worksheet};

use crate::{Entry, Error, Result, Workspace};

/// What was exported, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The workbook.
    pub path: PathBuf,
    /// What is in it.
    pub written: Written,
}

impl Workspace {
    /// Writes the worksheet as a workbook with live formulas.
    ///
    /// It is written beside the target and renamed over it, so that a failure leaves the old file.
    pub fn export_worksheet(
        &self,
        target: &Path,
        app_version: &str,
        progress: &dyn Fn(usize),
        cancelled: &AtomicBool,
    ) -> Result<Exported> {
        let path = if target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            target.to_owned()
        } else {
            target.with_added_extension("xlsx")
        };
        let about = About {
            workspace: self.name(),
            exported_at: (self.clock)()
                .to_zoned(TimeZone::system())
                .strftime("%-d %B %Y, %H:%M")
                .to_string(),
            app_version: app_version.to_owned(),
            origin: self.origin()?,
            rubrics: self.rubrics().to_vec(),
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = path.with_file_name(format!(".{name}.part"));
        let written = File::create(&part).map_err(WriteError::Disk).and_then(|file| {
            let out = io::BufWriter::new(file);
            let rows = self.sheet().entries().map(|entry| self.export_row(&entry));
            write_worksheet(rows, &about, out, progress, cancelled)
        });
        let published = written.and_then(|written| match storage::publish(&part, &path) {
            Ok(()) => Ok(written),
            Err(error) => Err(WriteError::Disk(error)),
        });
        match published {
            Ok(written) => Ok(Exported { path, written }),
            Err(error) => {
                // Whatever is left of the attempt only takes up room.
                let _ = fs::remove_file(&part);
                Err(match error {
                    WriteError::Disk(error) => Error::Io(error),
                    other => Error::Export(other),
                })
            }
        }
    }

    /// Returns which state of the workspace an export shows.
    fn origin(&self) -> Result<Origin> {
        let newest = self.database.read().audit_entries(None, 1)?;
        Ok(Origin {
            workspace: self.uuid().to_owned(),
            entry: newest.first().map_or(0, |entry| entry.seq),
            head: self.audit_head()?,
        })
    }

    /// Returns a task with what a guardrail and a person make of its lane, in words.
    fn export_row<'a>(&self, entry: &Entry<'a>) -> ExportRow<'a> {
        let verdict = self.verdict(entry.task);
        let decided = verdict.decision.map(|(decision, state)| {
            let day = Timestamp::from_millisecond(decision.at)
                .unwrap_or_default()
                .to_zoned(TimeZone::system())
                .date();
            let state = match state {
                DecisionState::Holds => "",
                DecisionState::Stale => " The scores have changed since.",
                DecisionState::Expired => " It has expired.",
            };
            let by = if decision.by.is_empty() { "no name" } else { &decision.by };
            format!("{}: {} ({by}, {day}).{state}", decision.lane.name(), decision.reason)
        });
        ExportRow {
            task: entry.task,
            guardrail: verdict.caps.first().map_or_else(String::new, |rule| rule.sentence()),
            decided: decided.unwrap_or_default(),
        }
    }
}
