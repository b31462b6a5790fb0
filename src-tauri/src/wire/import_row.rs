//! A row of an import as the task it would be.

use engine::Workspace;
use engine::domain::{Composite, Field, Task};
use engine::import::{Fate, Import, PlannedRow, RowState};
use engine::spreadsheet::draft::IssueKind;
use serde::Serialize;
use specta::Type;

use super::field::{CellKey, LaneKey};
use super::import_choice::{ImportChoice, ImportState};
use super::matrix::missing;

/// A row as the task it would be.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Its number in the sheet; 0 for a task that no row speaks of.
    pub row: u32,
    pub state: ImportState,
    /// What happens to it; nothing while it waits for a choice.
    pub choice: Option<ImportChoice>,
    /// Why it conflicts or cannot be read, beyond its cells.
    pub why: Option<String>,
    pub cells: Vec<ImportCell>,
    /// What is worth knowing beyond single cells.
    pub remarks: Vec<String>,
    pub composite: Option<u8>,
    pub lane: Option<LaneKey>,
    pub missing: Option<String>,
}

/// A cell of such a row.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportCell {
    pub field: CellKey,
    /// What it would be.
    pub text: String,
    /// What becomes of it, where file and workspace differ.
    pub differs: Option<ImportDifference>,
    pub problem: Option<String>,
    /// Whether an open question about its column asks about the problem already.
    pub asked: bool,
    /// The column of the sheet that it can be mended in.
    pub column: Option<u32>,
}

/// What file and workspace say about a cell.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportDifference {
    pub ours: String,
    pub theirs: String,
    pub fate: ImportFate,
}

/// What becomes of a cell that differs.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportFate {
    Taken,
    Kept,
    /// A choice is still to be made.
    Open,
}

impl ImportRow {
    /// Describes a task that is no longer in the file.
    pub fn missing(task: &Task, fields: &[(Field, String)], workspace: &Workspace) -> Self {
        let cell = |&(field, _): &(Field, String)| ImportCell {
            field: field.into(),
            text: task.shown_text(field),
            differs: None,
            problem: None,
            asked: false,
            column: None,
        };
        Self {
            row: 0,
            state: ImportState::Missing,
            choice: None,
            why: None,
            cells: fields.iter().map(cell).collect(),
            remarks: Vec::new(),
            composite: task.composite().map(Composite::get),
            lane: workspace.verdict(task).lane.map(Into::into),
            missing: missing(task),
        }
    }

    /// Describes a row of an import into a workspace; `fields` are those that its rows speak about.
    pub fn of(
        row: &PlannedRow,
        fields: &[(Field, String)],
        import: &Import,
        workspace: &Workspace,
    ) -> Self {
        let draft = &import.drafts()[row.draft];
        let task = import.drafted(row, row.task.and_then(|id| workspace.sheet().task(id)));
        let choice = import.choice(row);
        let cell = |&(field, _): &(Field, String)| {
            let issue = draft.problems().find(|issue| issue.field == Some(field));
            let differs = row.cells.iter().find(|it| it.field == field);
            ImportCell {
                field: field.into(),
                text: task.shown_text(field),
                differs: differs.map(|it| ImportDifference {
                    ours: it.ours.clone(),
                    theirs: it.theirs.clone(),
                    fate: match choice {
                        None if it.fate == Fate::Conflict => ImportFate::Open,
                        None if it.fate == Fate::Taken => ImportFate::Taken,
                        Some(choice) if row.takes(it, choice) => ImportFate::Taken,
                        _ => ImportFate::Kept,
                    },
                }),
                problem: issue.map(|issue| format!("{}: {}", issue.cell, issue.sentence)),
                asked: issue.is_some_and(|issue| import.asks_about(field, issue)),
                column: import.column_of(field),
            }
        };
        let is_told = |field: Option<Field>| {
            field.is_some_and(|field| fields.iter().any(|(it, _)| *it == field))
        };
        let remarks = draft
            .issues
            .iter()
            .filter(|issue| issue.kind == IssueKind::Noted || !is_told(issue.field));
        Self {
            row: row.row,
            state: row.state.into(),
            choice: choice.filter(|_| row.state != RowState::Same).map(Into::into),
            why: row.why.clone(),
            cells: fields.iter().map(cell).collect(),
            remarks: remarks.map(|it| format!("{}: {}", it.cell, it.sentence)).collect(),
            composite: task.composite().map(Composite::get),
            lane: workspace.verdict(&task).lane.map(Into::into),
            missing: missing(&task),
        }
    }
}
