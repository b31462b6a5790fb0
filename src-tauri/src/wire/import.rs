//! An import that is being looked at, and what an export wrote.

use std::collections::BTreeMap;

use engine::Workspace;
use engine::domain::{Composite, Field, Task, TaskId};
use engine::import::{Import, drafted};
use engine::spreadsheet::{Draft, Sheet};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::{CellKey, LaneKey};
use super::import_text::ImportText;
use super::matrix::missing;
use super::number;

/// What an import would bring.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// The file's name, or what the text was pasted as.
    pub source: String,
    /// How it was read, if it is a text file.
    pub text: Option<ImportText>,
    pub sheets: Vec<ImportSheet>,
    pub sheet: u32,
    /// The first rows of the sheet.
    pub top: Vec<Vec<String>>,
    /// The row of `top` that names the columns.
    pub header_row: Option<u32>,
    pub columns: Vec<ImportColumn>,
    pub rows: u32,
    pub rows_with_problems: u32,
    pub problems: u32,
    /// What is left out, in sentences.
    pub notes: Vec<String>,
    /// Why nothing can be imported.
    pub problem: Option<String>,
}

/// A sheet of the file.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportSheet {
    pub name: String,
    pub hidden: bool,
    pub rows: u32,
    pub columns: u32,
}

/// A column of the sheet and the field it fills.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    pub index: u32,
    pub name: String,
    pub sample: String,
    pub field: Option<CellKey>,
    pub ignored_because: Option<String>,
}

/// What the user chose instead of the proposal.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportAdjustment {
    pub sheet: u32,
    pub header_row: Option<u32>,
    /// Nothing proposes the fields anew.
    pub fields: Option<Vec<ColumnChoice>>,
}

/// The field that a column is to fill.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnChoice {
    pub index: u32,
    pub field: Option<CellKey>,
}

/// A row as the task it would be.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Where the row stands in the file.
    pub place: String,
    pub cells: Vec<ImportCell>,
    pub composite: Option<u8>,
    pub lane: Option<LaneKey>,
    pub missing: Option<String>,
}

/// A cell of such a row, with what is wrong in it.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportCell {
    pub field: CellKey,
    pub text: String,
    pub problem: Option<String>,
}

impl From<&Import> for ImportPreview {
    fn from(import: &Import) -> Self {
        let proposal = import.proposal();
        let drafts = import.drafts();
        Self {
            source: import.source().to_owned(),
            text: import.text_form().map(ImportText::from),
            sheets: import.sheets().iter().map(ImportSheet::from).collect(),
            sheet: number(import.sheet().unwrap_or(0)),
            top: import.top(),
            header_row: proposal.and_then(|proposal| proposal.header_row),
            columns: proposal
                .into_iter()
                .flat_map(|proposal| &proposal.columns)
                .map(|column| ImportColumn {
                    index: column.index,
                    name: column.name.clone(),
                    sample: column.sample.clone(),
                    field: column.field.map(Into::into),
                    ignored_because: column.ignored_because.clone(),
                })
                .collect(),
            rows: number(drafts.len()),
            rows_with_problems: number(
                drafts.iter().filter(|draft| !draft.issues.is_empty()).count(),
            ),
            problems: number(drafts.iter().map(|draft| draft.issues.len()).sum()),
            notes: import.notes(),
            problem: import.problem(),
        }
    }
}

impl From<&Sheet> for ImportSheet {
    fn from(sheet: &Sheet) -> Self {
        Self {
            name: sheet.name().to_owned(),
            hidden: sheet.is_hidden(),
            rows: sheet.row_count(),
            columns: sheet.column_count(),
        }
    }
}

impl ImportRow {
    /// Describes a row as the task it would be under the guardrails of a workspace.
    pub fn of(draft: &Draft, workspace: &Workspace) -> Self {
        let blank = Task::blank(draft.task_id.unwrap_or_else(TaskId::nil));
        let task = drafted(draft, blank);
        let problem = |field: Field| {
            let issue = draft.issues.iter().find(|issue| issue.field == Some(field))?;
            Some(format!("{}: {}", issue.cell, issue.sentence))
        };
        Self {
            place: format!("Row {}", draft.row),
            cells: draft
                .cells
                .iter()
                .map(|cell| ImportCell {
                    field: cell.field.into(),
                    text: task.shown_text(cell.field),
                    problem: problem(cell.field),
                })
                .collect(),
            composite: task.composite().map(Composite::get),
            lane: workspace.verdict(&task).lane.map(Into::into),
            missing: missing(&task),
        }
    }
}

impl ImportAdjustment {
    /// Returns the chosen fields by column, where the user chose any.
    pub fn chosen(&self) -> Option<BTreeMap<u32, Field>> {
        let fields = self.fields.as_ref()?;
        Some(fields.iter().filter_map(|it| Some((it.index, it.field?.into()))).collect())
    }
}
