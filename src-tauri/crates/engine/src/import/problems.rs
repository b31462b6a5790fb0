//! The problems of an import as a table, to mend them where the file comes from.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use spreadsheet::CsvWriter;
use spreadsheet::sheet::address;

use super::{Fate, Import, RowState};
use crate::Result;

/// What stands above the columns.
const HEADER: [&str; 4] = ["Sheet", "Cell", "Found", "What is wrong"];

impl Import {
    /// Writes every problem with its sheet and cell as comma-separated values.
    ///
    /// They are written beside the target and renamed over it, so that a failure leaves the old file.
    pub fn export_problems(&self, target: &Path) -> Result<PathBuf> {
        let path = if target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            target.to_owned()
        } else {
            target.with_added_extension("csv")
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = path.with_file_name(format!(".{name}.part"));
        let written = self.write_problems(&part).and_then(|()| storage::publish(&part, &path));
        if let Err(error) = written {
            // Whatever is left of the attempt only takes up room.
            let _ = fs::remove_file(&part);
            return Err(error.into());
        }
        Ok(path)
    }

    fn write_problems(&self, part: &Path) -> io::Result<()> {
        let mut csv = CsvWriter::new(BufWriter::new(File::create(part)?))?;
        csv.row(HEADER)?;
        for line in self.problems() {
            csv.row(line.iter().map(String::as_str))?;
        }
        csv.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }

    /// Returns every problem: its sheet, its cell, what was found, and what is wrong.
    pub fn problems(&self) -> impl Iterator<Item = [String; 4]> {
        self.plan().into_iter().flat_map(|plan| &plan.rows).flat_map(|row| {
            let draft = &self.drafts()[row.draft];
            let sheet = self.table().map_or_else(String::new, |it| it.name().to_owned());
            let cell = |field| {
                self.column_of(field).map_or_else(String::new, |it| address(row.row - 1, it))
            };
            let mut lines: Vec<[String; 4]> = Vec::new();
            for issue in draft.problems() {
                lines.push(
                    [&issue.sheet, &issue.cell, &issue.found, &issue.sentence].map(String::clone),
                );
            }
            if let Some(why) = row.why.clone().filter(|_| row.state == RowState::Conflict) {
                let name = domain::Field::Name;
                let found = draft.text(name).unwrap_or_default().to_owned();
                lines.push([sheet.clone(), cell(name), found, why]);
            }
            for differing in row.cells.iter().filter(|it| it.fate == Fate::Conflict) {
                let wrong = if differing.ours.is_empty() {
                    "It is blank here.".to_owned()
                } else {
                    format!("Here it is “{}”.", differing.ours)
                };
                lines.push([sheet.clone(), cell(differing.field), differing.theirs.clone(), wrong]);
            }
            lines
        })
    }
}
