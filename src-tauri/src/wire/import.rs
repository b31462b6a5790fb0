//! An import that is being looked at, and what an export wrote.

use std::collections::BTreeMap;

use engine::domain::Field;
use engine::import::{ColumnUse, Import, Plan, RowState, Uses};
use engine::spreadsheet::table::Role;
use engine::spreadsheet::{ColumnProposal, Sheet, layout};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::column::ColumnKind;
use super::field::CellKey;
use super::import_choice::ImportRule;
use super::import_question::ImportQuestion;
use super::import_text::ImportText;
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
    /// The custom columns that are here already.
    pub own_columns: Vec<ImportField>,
    /// The column by whose values tasks are found again.
    pub find_by: Option<u32>,
    /// What rows say something about, in the order of the worksheet.
    pub fields: Vec<ImportField>,
    pub counts: ImportCounts,
    /// What accepting would come to under the choices so far.
    pub outlook: ImportOutlook,
    pub rule: ImportRule,
    pub questions: Vec<ImportQuestion>,
    /// What is left out, in sentences.
    pub notes: Vec<String>,
    /// Why nothing can be imported.
    pub problem: Option<String>,
}

/// A sheet of the file.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportSheet {
    /// Its place in the file.
    pub place: u32,
    pub name: String,
    pub hidden: bool,
    pub rows: u32,
    pub columns: u32,
}

/// A column of the sheet and what it is used for.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    pub index: u32,
    pub name: String,
    pub sample: String,
    pub used: ImportUse,
    /// The kind of custom column that would take it.
    pub guess: ColumnKind,
    /// Whether one may be made for it: Trilane does not work out by itself what it holds.
    pub keepable: bool,
    pub ignored_because: Option<String>,
}

/// What a column is used for.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum ImportUse {
    Field {
        field: CellKey,
    },
    /// A custom column of this kind is made for it.
    Keep {
        kind: ColumnKind,
    },
    LeftOut,
}

/// A field that rows say something about.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportField {
    pub field: CellKey,
    pub name: String,
}

/// How many rows are in each state.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportCounts {
    pub all: u32,
    pub new: u32,
    pub changed: u32,
    pub same: u32,
    pub conflict: u32,
    pub unreadable: u32,
    /// Tasks that are here and no longer in the file. They stay.
    pub missing: u32,
    /// Rows with a problem in a cell, whatever their state.
    pub problems: u32,
    /// Cells with a problem.
    pub cells: u32,
}

/// What accepting would come to.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportOutlook {
    pub added: u32,
    pub changed: u32,
    /// Rows and questions that still wait for an answer.
    pub waiting: u32,
}

/// What the user chose instead of the proposal.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportAdjustment {
    pub sheet: u32,
    pub header_row: Option<u32>,
    /// Nothing proposes the columns anew.
    pub columns: Option<Vec<ColumnChoice>>,
    pub find_by: Option<u32>,
}

/// What a column is to be used for.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnChoice {
    pub index: u32,
    pub used: ImportUse,
}

impl From<&Import> for ImportPreview {
    fn from(import: &Import) -> Self {
        let proposal = import.proposal();
        let columns = proposal.into_iter().flat_map(|proposal| &proposal.columns);
        let outlook = import.outlook();
        let sheets = (0..).zip(import.sheets()).filter(|(_, it)| it.name() != layout::ORIGIN);
        Self {
            source: import.source().to_owned(),
            text: import.text_form().map(ImportText::from),
            sheets: sheets.map(|(place, sheet)| ImportSheet::of(place, sheet)).collect(),
            sheet: number(import.sheet().unwrap_or(0)),
            top: import.top(),
            header_row: proposal.and_then(|proposal| proposal.header_row),
            columns: columns.map(|column| ImportColumn::of(column, import)).collect(),
            own_columns: import.own_columns().map(ImportField::from).collect(),
            find_by: import.uses().and_then(|uses| uses.find_by),
            fields: import.fields().into_iter().map(ImportField::from).collect(),
            counts: ImportCounts::of(import),
            outlook: ImportOutlook {
                added: number(outlook.added),
                changed: number(outlook.changed),
                waiting: number(outlook.waiting + import.open_questions()),
            },
            rule: import.conflict_rule().into(),
            questions: import.questions().iter().map(|it| ImportQuestion::of(it, import)).collect(),
            notes: import.notes(),
            problem: import.problem(),
        }
    }
}

impl ImportSheet {
    /// Returns a sheet at its place in the file.
    pub fn of(place: u32, sheet: &Sheet) -> Self {
        Self {
            place,
            name: sheet.name().to_owned(),
            hidden: sheet.is_hidden(),
            rows: sheet.row_count(),
            columns: sheet.column_count(),
        }
    }
}

impl From<(Field, String)> for ImportField {
    fn from((field, name): (Field, String)) -> Self {
        Self { field: field.into(), name }
    }
}

impl ImportColumn {
    fn of(column: &ColumnProposal, import: &Import) -> Self {
        let used = import.uses().map_or(ColumnUse::LeftOut, |uses| uses.of(column.index));
        Self {
            index: column.index,
            name: column.name.clone(),
            sample: column.sample.clone(),
            used: match used {
                ColumnUse::Field(field) => ImportUse::Field { field: field.into() },
                ColumnUse::Keep(kind) => ImportUse::Keep { kind: kind.into() },
                ColumnUse::LeftOut => ImportUse::LeftOut,
            },
            guess: import.guess(column.index).into(),
            keepable: matches!(column.role, Role::Unknown | Role::Risk | Role::Field),
            ignored_because: column.ignored_because.clone(),
        }
    }
}

impl ImportCounts {
    fn of(import: &Import) -> Self {
        let plan = import.plan();
        let count = |state| number(plan.map_or(0, |plan: &Plan| plan.count(state)));
        let drafts = import.drafts();
        Self {
            all: number(drafts.len()),
            new: count(RowState::New),
            changed: count(RowState::Changed),
            same: count(RowState::Same),
            conflict: count(RowState::Conflict),
            unreadable: count(RowState::Unreadable),
            missing: number(import.missing().len()),
            problems: number(drafts.iter().filter(|it| it.problems().next().is_some()).count()),
            cells: number(drafts.iter().map(|it| it.problems().count()).sum()),
        }
    }
}

impl ImportAdjustment {
    /// Returns what the columns are to be used for, where the user chose any.
    pub fn uses(&self) -> Option<Uses> {
        let used = |choice: &ColumnChoice| match choice.used {
            ImportUse::Field { field } => ColumnUse::Field(field.into()),
            ImportUse::Keep { kind } => ColumnUse::Keep(kind.into()),
            ImportUse::LeftOut => ColumnUse::LeftOut,
        };
        let columns = self.columns.as_ref()?.iter();
        let columns: BTreeMap<u32, ColumnUse> = columns.map(|it| (it.index, used(it))).collect();
        Some(Uses { columns, find_by: self.find_by })
    }
}
