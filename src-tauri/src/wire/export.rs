//! Handing the worksheet over, as the page asks for it and hears of it.

use std::path::Path;

use engine::export::{Export, Exported, Mark, free_name};
use engine::spreadsheet::{Part, Values};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::number;

/// What to hand over.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportChoice {
    pub format: ExportFormat,
    /// The sheets of a workbook that it may do without.
    pub parts: Vec<ExportPart>,
    /// Whether a text that starts like a formula is kept from becoming one.
    pub guarded: bool,
}

/// The kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    Workbook,
    Template,
    Csv,
    Tsv,
    Markdown,
}

/// The sheets that a workbook may do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ExportPart {
    ReadMe,
    Summary,
    Sensitivity,
    Cards,
    Rollout,
}

/// What came of an export.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ExportAnswer {
    /// The file is there.
    Written { file_name: String, folder: String, tasks: u32 },
    /// The file of that name stays as it is: it is protected, or open in another program.
    Locked {
        file_name: String,
        free_name: String,
        /// What the mark of another program says, where it is one that keeps the file: it may be left over.
        mark: Option<String>,
    },
}

impl From<ExportChoice> for Export {
    fn from(choice: ExportChoice) -> Self {
        let guarded = choice.guarded;
        match choice.format {
            ExportFormat::Workbook => {
                Self::Workbook(choice.parts.into_iter().map(Into::into).collect())
            }
            ExportFormat::Template => Self::Template,
            ExportFormat::Csv => Self::Values(Values::Commas { guarded }),
            ExportFormat::Tsv => Self::Values(Values::Tabs { guarded }),
            ExportFormat::Markdown => Self::Values(Values::Markdown),
        }
    }
}

impl From<ExportPart> for Part {
    fn from(part: ExportPart) -> Self {
        match part {
            ExportPart::ReadMe => Self::ReadMe,
            ExportPart::Summary => Self::Summary,
            ExportPart::Sensitivity => Self::Sensitivity,
            ExportPart::Cards => Self::Cards,
            ExportPart::Rollout => Self::Rollout,
        }
    }
}

impl ExportAnswer {
    /// Says that a file of a name stays as it is, and which name is free beside it.
    pub fn locked(target: &Path, file_name: String, mark: Option<&Mark>) -> Self {
        let folder = target.parent().unwrap_or(target);
        let mark = mark.map(Mark::sentence);
        Self::Locked { free_name: free_name(folder, &file_name), file_name, mark }
    }
}

impl From<Exported> for ExportAnswer {
    fn from(exported: Exported) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        Self::Written {
            file_name: text(exported.path.file_name()),
            folder: text(exported.path.parent().map(Path::as_os_str)),
            tasks: number(exported.written.tasks),
        }
    }
}
