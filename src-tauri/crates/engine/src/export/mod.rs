//! Handing the worksheet over: as a workbook for leadership, a blank template, or plain values.

mod cards;
mod mark;
mod place;
mod plans;
mod since;
mod whole;

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use domain::Task;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use spreadsheet::{
    About, Origin, Part, Values, WriteError, Written, write_template, write_values, write_workbook,
};

use crate::{Error, Result, Workspace};

pub use mark::Mark;
pub use place::{Target, free_name};
pub(crate) use whole::write_whole;

/// What to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Export {
    /// A workbook with live formulas: the matrix, its legend and these sheets.
    Workbook(Vec<Part>),
    /// The same worksheet without a task, to be filled in elsewhere.
    Template,
    /// The values of the worksheet.
    Values(Values),
}

/// When and in what state a workspace was last exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastExport {
    /// The number of the entry of the audit trail that was the newest then.
    pub entry: u32,
    /// When, in ISO 8601, UTC.
    pub at: String,
}

/// What was exported, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub path: PathBuf,
    /// What is in it.
    pub written: Written,
    /// What to remember for the next time.
    pub last: LastExport,
}

impl Export {
    /// Returns the ending of the file's name.
    pub const fn ending(&self) -> &'static str {
        match self {
            Self::Workbook(_) | Self::Template => "xlsx",
            Self::Values(Values::Commas { .. }) => "csv",
            Self::Values(Values::Tabs { .. }) => "tsv",
            Self::Values(Values::Markdown) => "md",
        }
    }

    /// Returns the name that a file gets unless somebody chooses another.
    pub fn file_name(&self, workspace: &str) -> String {
        let what = if *self == Self::Template { " template" } else { "" };
        format!("{workspace}{what}.{}", self.ending())
    }
}

impl Workspace {
    /// Hands the worksheet over.
    ///
    /// It is written beside the target and renamed over it, so that a failure leaves the old file.
    pub fn export(
        &self,
        export: &Export,
        target: Target<'_>,
        (app_version, last): (&str, Option<&LastExport>),
        progress: &dyn Fn(usize),
        cancelled: &AtomicBool,
    ) -> Result<Exported> {
        let path = target.checked(export.ending())?;
        let about = self.about(export, app_version, last)?;
        let tasks: Vec<&Task> = self.sheet().tasks().collect();
        let part = place::beside(&path);
        let written = File::create(&part).map_err(WriteError::Disk).and_then(|file| {
            let out = BufWriter::new(file);
            match export {
                Export::Workbook(parts) => {
                    write_workbook(&tasks, &about, parts, out, progress, cancelled)
                }
                Export::Template => write_template(&about, out).map(|()| Written::default()),
                Export::Values(values) => {
                    write_values(&tasks, &about, *values, out, progress, cancelled)
                }
            }
        });
        let published = written.and_then(|written| match storage::publish(&part, &path) {
            Ok(()) => Ok(written),
            Err(error) => Err(WriteError::Disk(error)),
        });
        match published {
            Ok(written) => {
                let at = about.now.timestamp().to_string();
                let last = LastExport { entry: about.origin.entry, at };
                Ok(Exported { path, written, last })
            }
            Err(error) => {
                // Whatever is left of the attempt only takes up room.
                let _ = fs::remove_file(&part);
                Err(match error {
                    WriteError::Disk(error) => place::explain(&path, error),
                    other => Error::Export(other),
                })
            }
        }
    }

    fn about(
        &self,
        export: &Export,
        app_version: &str,
        last: Option<&LastExport>,
    ) -> Result<About> {
        let ground = self.sheet().ground();
        let shows_changes =
            matches!(export, Export::Workbook(parts) if parts.contains(&Part::Summary));
        let since = last.filter(|_| shows_changes).map(|last| self.since(last)).transpose()?;
        let newest = self.database.read().audit_entries(None, 1)?;
        Ok(About {
            workspace: self.name(),
            now: (self.clock)().to_zoned(TimeZone::system()),
            app_version: app_version.to_owned(),
            origin: Origin {
                workspace: self.uuid().to_owned(),
                entry: newest.first().map_or(0, |entry| entry.seq),
                head: self.audit_head()?,
            },
            rubrics: self.rubrics().to_vec(),
            guardrails: ground.guardrails.clone(),
            columns: ground.columns.clone(),
            since: since.flatten(),
            cards: cards::rows(&self.cards()?),
            plans: plans::rows(self)?,
        })
    }
}
