//! A table of activities that is being looked at.

use engine::Workspace;
use engine::domain::rollout::ActivityField;
use engine::rollout::{ActivityColumn, ActivityImport, ReadRow};
use engine::spreadsheet::table::shown;
use engine::spreadsheet::{Cell, layout};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::CommandError;
use crate::wire::import::ImportSheet;
use crate::wire::number;

/// How many rows of the sheet are shown to choose the header in.
const TOP: usize = 12;

/// What a table of activities would bring.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ActivityPreview {
    pub source: String,
    pub sheets: Vec<ImportSheet>,
    pub sheet: u32,
    /// The first rows of the sheet.
    pub top: Vec<Vec<String>>,
    /// The row of `top` that names the columns.
    pub header_row: Option<u32>,
    pub columns: Vec<ActivityColumnLine>,
    pub rows: Vec<ActivityRowLine>,
    pub added: u32,
    pub changed: u32,
    /// Rows that are no activities, such as gates and days off, and are left out.
    pub skipped: u32,
    /// Cells that cannot be taken.
    pub problems: u32,
}

/// A column of the table and what it is used for.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ActivityColumnLine {
    pub index: u32,
    pub name: String,
    pub used: Option<ActivityUse>,
}

/// What a column of a table of activities holds.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ActivityUse {
    /// The number by which other rows wait for a row.
    Number,
    /// Whether a row is an activity at all.
    Kind,
    Name,
    Owner,
    Phase,
    Start,
    End,
    Days,
    Needs,
    Started,
    Done,
    Note,
}

/// A row of the table, and what it would do.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ActivityRowLine {
    /// Its number in the sheet, from 1.
    pub row: u32,
    pub name: String,
    pub state: ActivityRowState,
    /// What it says, field by field, or what it changes.
    pub says: Vec<ActivitySays>,
    pub issues: Vec<ActivityIssue>,
}

/// A field and what a row says about it.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ActivitySays {
    pub field: &'static str,
    /// What stands there now, in an activity that is there.
    pub old: Option<String>,
    pub new: String,
}

/// A cell that cannot be taken.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ActivityIssue {
    pub cell: String,
    pub sentence: String,
}

/// What a row would do.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ActivityRowState {
    New,
    Changed,
    Same,
    Unreadable,
}

impl ActivityPreview {
    /// Returns what an import would bring.
    pub fn of(import: &ActivityImport, workspace: &Workspace) -> Result<Self, CommandError> {
        let rows = import.rows(workspace)?;
        let workbook = import.workbook();
        let table = workbook.sheets.get(import.sheet());
        let sheets = (0..).zip(&workbook.sheets).filter(|(_, it)| it.name() != layout::ORIGIN);
        let top = table.into_iter().flat_map(|sheet| {
            let width = sheet.column_count().min(20);
            (0..sheet.row_count()).take(TOP).map(move |row| {
                let texts = (0..width).map(|column| match sheet.cell(row, column) {
                    Cell::Empty => String::new(),
                    cell => shown(cell),
                });
                texts.collect()
            })
        });
        Ok(Self {
            source: workbook.source.clone(),
            sheets: sheets.map(|(place, sheet)| ImportSheet::of(place, sheet)).collect(),
            sheet: number(import.sheet()),
            top: top.collect(),
            header_row: import.header_row(),
            columns: import
                .columns()
                .into_iter()
                .map(|(index, name, used)| ActivityColumnLine {
                    index,
                    name,
                    used: used.map(ActivityUse::from),
                })
                .collect(),
            added: number(rows.iter().filter(|it| it.taken.is_new).count()),
            changed: number(rows.iter().filter(|it| !it.taken.changes.is_empty()).count()),
            skipped: number(import.skipped()),
            problems: number(rows.iter().map(|it| it.taken.issues.len()).sum()),
            rows: rows.into_iter().map(ActivityRowLine::from).collect(),
        })
    }
}

impl From<ReadRow> for ActivityRowLine {
    fn from(read: ReadRow) -> Self {
        let ReadRow { row, read, taken, cells } = read;
        let name = read.text(ActivityField::Name).to_owned();
        let state = match (taken.activity, taken.is_new) {
            (None, _) => ActivityRowState::Unreadable,
            (Some(_), true) => ActivityRowState::New,
            (Some(_), false) if taken.changes.is_empty() => ActivityRowState::Same,
            (Some(_), false) => ActivityRowState::Changed,
        };
        let says = if taken.is_new {
            let texts = read.texts.into_iter().filter(|(it, _)| *it != ActivityField::Name);
            let says =
                texts.map(|(field, new)| ActivitySays { field: field.name(), old: None, new });
            says.collect()
        } else {
            let changes = taken.changes.into_iter();
            let says = changes.map(|(field, old, new)| ActivitySays {
                field: field.name(),
                old: Some(old),
                new,
            });
            says.collect()
        };
        let issues = taken.issues.into_iter().zip(cells);
        let issues = issues.map(|((_, sentence), cell)| ActivityIssue { cell, sentence });
        Self { row, name, state, says, issues: issues.collect() }
    }
}

impl From<ActivityColumn> for ActivityUse {
    fn from(column: ActivityColumn) -> Self {
        match column {
            ActivityColumn::Number => Self::Number,
            ActivityColumn::Kind => Self::Kind,
            ActivityColumn::Field(field) => match field {
                ActivityField::Name => Self::Name,
                ActivityField::Owner => Self::Owner,
                ActivityField::Phase => Self::Phase,
                ActivityField::Start => Self::Start,
                ActivityField::End => Self::End,
                ActivityField::Days => Self::Days,
                ActivityField::Needs => Self::Needs,
                ActivityField::Started => Self::Started,
                ActivityField::Done => Self::Done,
                ActivityField::Note => Self::Note,
            },
        }
    }
}

impl From<ActivityUse> for ActivityColumn {
    fn from(used: ActivityUse) -> Self {
        Self::Field(match used {
            ActivityUse::Number => return Self::Number,
            ActivityUse::Kind => return Self::Kind,
            ActivityUse::Name => ActivityField::Name,
            ActivityUse::Owner => ActivityField::Owner,
            ActivityUse::Phase => ActivityField::Phase,
            ActivityUse::Start => ActivityField::Start,
            ActivityUse::End => ActivityField::End,
            ActivityUse::Days => ActivityField::Days,
            ActivityUse::Needs => ActivityField::Needs,
            ActivityUse::Started => ActivityField::Started,
            ActivityUse::Done => ActivityField::Done,
            ActivityUse::Note => ActivityField::Note,
        })
    }
}
