//! Rows of a sheet as tasks in the making, each with what is wrong in it.
//!
//! Reading never fails for what a cell holds: a value that typing would refuse is kept as it is, with
//! an issue that names its cell. Nothing is written until a person accepts.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Field, Lane, Task, TaskId};

use crate::sheet::{Cell, Row, Sheet, address, column_name};
use crate::table::{Mapping, shown};

mod guard;
mod leftovers;
mod numbers;
mod plain;
mod questions;
mod reading;

pub use guard::is_guarded;
pub use questions::{LevelWord, Question, QuestionKind};
pub use reading::{DecimalMark, Meaning, Percent, Reading};

use numbers::Marks;
pub use plain::folded;
use plain::plain;
use reading::Levels;

/// A row that could become a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The number of the row, as the sheet shows it.
    pub row: u32,
    /// The task that this row was exported from.
    pub task_id: Option<TaskId>,
    /// What the row holds for each field, as it would be typed; a field without a column is absent.
    pub cells: Vec<DraftCell>,
    /// What is wrong or worth a look.
    pub issues: Vec<Issue>,
}

/// What a row holds for one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftCell {
    /// The field.
    pub field: Field,
    /// The text as a person would type it; what was refused stays, for mending.
    pub text: String,
}

/// What is wrong in one cell, or worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The sheet.
    pub sheet: String,
    /// The cell, such as `C14`.
    pub cell: String,
    /// The field it was read for.
    pub field: Option<Field>,
    /// What it is about.
    pub kind: IssueKind,
    /// What the cell holds.
    pub found: String,
    /// What is wrong and what the cell should hold, in a sentence.
    pub sentence: String,
}

/// What an issue is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueKind {
    /// Typing it would be refused.
    Refused,
    /// A date stands where a number belongs.
    Date,
    /// The cell holds an error.
    ErrorCell,
    /// A formula whose result the file does not hold.
    NotCalculated,
    /// The file's own sum or lane says something else than the scores.
    Disagrees,
    /// The hidden id of another row.
    CopiedId,
    /// The row says what a task is like, but not what it is called.
    NoName,
    /// A number that can be read in two ways.
    Ambiguous,
    /// Nothing is wrong, but a part of the cell went elsewhere or was left out.
    Noted,
}

/// The rows of a sheet as drafts, and what was left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drafts {
    /// The rows, from the top.
    pub drafts: Vec<Draft>,
    /// What was left out and why, in sentences.
    pub notes: Vec<String>,
    /// What is asked about the columns, once each.
    pub questions: Vec<Question>,
}

/// The marks before decimals, by column.
type ColumnMarks = BTreeMap<u32, Marks>;

impl Draft {
    /// Returns what is wrong in it, without what is only worth knowing.
    pub fn problems(&self) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(|issue| issue.kind != IssueKind::Noted)
    }

    /// Returns what it holds for a field, as it would be typed.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.cells.iter().find(|cell| cell.field == field).map(|cell| cell.text.as_str())
    }
}

/// Returns the rows below the header as drafts.
pub fn drafts(sheet: &Sheet, mapping: &Mapping) -> Drafts {
    let mut result = Drafts::default();
    let mut leftovers = leftovers::Leftovers::new(sheet, mapping);
    let mut ids: BTreeMap<TaskId, u32> = BTreeMap::new();
    let marks = numbers::marks(sheet, mapping);
    let levels = Levels::of(&mapping.rubrics);
    let first = mapping.header_row.map_or(0, |row| row + 1);
    for row in sheet.rows_from(first) {
        if leftovers.takes(&row) {
            continue;
        }
        let mut draft = draft(sheet, (mapping, &levels), &row, &marks);
        if let Some(id) = draft.task_id {
            if let Some(other) = ids.get(&id) {
                draft.task_id = None;
                draft.issues.push(copied(sheet, mapping, &row, id, *other));
            } else {
                ids.insert(id, draft.row);
            }
        }
        result.drafts.push(draft);
    }
    result.notes = leftovers.notes(result.drafts.len());
    let rows: Vec<u32> = result.drafts.iter().map(|draft| draft.row - 1).collect();
    result.questions = questions::questions(sheet, (mapping, &levels), &marks, &rows);
    result
}

fn copied(sheet: &Sheet, mapping: &Mapping, row: &Row<'_>, id: TaskId, other: u32) -> Issue {
    Issue {
        sheet: sheet.name().to_owned(),
        cell: address(row.index(), mapping.id.unwrap_or(0)),
        field: None,
        kind: IssueKind::CopiedId,
        found: id.to_string(),
        sentence: format!(
            "Row {} carries the hidden id of row {other}, as a copied row does. It is taken as a row of its own.",
            row.index() + 1
        ),
    }
}

fn draft(
    sheet: &Sheet,
    (mapping, levels): (&Mapping, &Levels),
    row: &Row<'_>,
    marks: &ColumnMarks,
) -> Draft {
    // A scratch task: its id never leaves this function.
    let mut task = Task::blank(TaskId::nil());
    let mut cells = Vec::with_capacity(mapping.fields.len());
    let mut issues = Vec::new();
    let mut rests = Vec::new();
    for (&column, &field) in &mapping.fields {
        let cell = row.cell(column);
        let custom = mapping.columns.iter().find(|it| it.field() == field);
        let name = custom.map_or(field.name(), |it| &it.name);
        let issue = |kind, sentence| Issue {
            sheet: sheet.name().to_owned(),
            cell: address(row.index(), column),
            field: Some(field),
            kind,
            found: shown(cell),
            sentence,
        };
        let mended = mapping.mends.get(&(row.index(), column));
        let (mark, is_open) = mark_in(mapping, marks, column);
        let typed = reading::typed(cell, (column, field), (mapping, levels), mark);
        let mut text = mended.cloned().unwrap_or(typed.text);
        if mended.is_none()
            && let (Some(rest), Field::Score(dimension)) = (typed.rest, field)
        {
            rests.push((dimension, rest, column));
        }
        let refused = enter(mapping, &mut task, field, &text);
        let is_ambiguous = is_open
            && mended.is_none()
            && matches!(cell, Cell::Text(text) if matches!(numbers::mark(&plain(text)), Some(Err(_))));
        let leave_blank = mapping.readings.get(&column).is_some_and(|it| it.leave_blank);
        match (cell, refused) {
            (_, None) if mended.is_some() => {}
            (_, Some(_)) if leave_blank && matches!(field, Field::Score(_)) && mended.is_none() => {
                text.clear();
                let found = shown(cell);
                issues
                    .push(issue(IssueKind::Noted, format!("“{found}” is left blank, as chosen.")));
            }
            (Cell::NotCalculated, _) => {
                issues.push(issue(IssueKind::NotCalculated, not_calculated(name)));
            }
            (Cell::Error(error), _) => {
                issues.push(issue(IssueKind::ErrorCell, error_cell(name, error)));
            }
            (Cell::Date(date), Some(_)) => {
                issues.push(issue(IssueKind::Date, date_cell(name, field, date)));
            }
            _ if is_ambiguous => {
                let sentence = format!(
                    "{name} is “{}”, which is more than a thousand or a fraction. Settle it for the whole column.",
                    shown(cell)
                );
                issues.push(issue(IssueKind::Ambiguous, sentence));
            }
            (_, Some(refusal)) => issues.push(issue(IssueKind::Refused, refusal.sentence())),
            (_, None) => {}
        }
        // A row of ours without a name is one that somebody is still filling in.
        if field == Field::Name && task.name.is_empty() && id_in(mapping, row).is_none() {
            issues.push(issue(IssueKind::NoName, "This row has no task name.".to_owned()));
        }
        cells.push(DraftCell { field, text });
    }
    for (dimension, rest, column) in rests {
        let field = Field::Rationale(dimension);
        let place = cells.iter().position(|it| it.field == field);
        let is_free = place.is_none_or(|it| cells[it].text.trim().is_empty());
        if is_free {
            let cell = DraftCell { field, text: rest };
            match place {
                Some(place) => cells[place] = cell,
                None => cells.push(cell),
            }
        } else {
            issues.push(Issue {
                sheet: sheet.name().to_owned(),
                cell: address(row.index(), column),
                field: Some(Field::Score(dimension)),
                kind: IssueKind::Noted,
                found: shown(row.cell(column)),
                sentence: format!("“{rest}” is left out: this row has a {} already.", field.name()),
            });
        }
    }
    compare(sheet, mapping, row, &task, &mut issues);
    let task_id = id_in(mapping, row);
    Draft { row: row.index() + 1, task_id, cells, issues }
}

/// Returns the mark before the decimals of a column, and whether that is still open.
fn mark_in(mapping: &Mapping, marks: &ColumnMarks, column: u32) -> (Option<DecimalMark>, bool) {
    let answered = mapping.readings.get(&column).and_then(|it| it.mark);
    match (answered, marks.get(&column)) {
        (None, Some(Marks::Shown(mark))) => (Some(*mark), false),
        (answered, Some(Marks::Open(..))) => (answered, answered.is_none()),
        (answered, None) | (answered @ Some(_), _) => (answered, false),
    }
}

/// Enters a text as typing it would, into a custom column as its kind takes it.
fn enter(mapping: &Mapping, task: &mut Task, field: Field, text: &str) -> Option<domain::Refusal> {
    match mapping.columns.iter().find(|column| column.field() == field) {
        Some(column) => column.enter(task, text).err(),
        None => task.enter(field, text).err(),
    }
}

/// Returns the hidden id that a row carries.
fn id_in(mapping: &Mapping, row: &Row<'_>) -> Option<TaskId> {
    match row.cell(mapping.id?) {
        Cell::Text(text) => TaskId::parse(text.trim()),
        _ => None,
    }
}

fn not_calculated(name: &str) -> String {
    format!(
        "{name} is a formula that was never calculated. Open the file in Excel or LibreOffice, save it, and import it again."
    )
}

fn error_cell(name: &str, error: &str) -> String {
    format!("{name} holds “{error}”, an error in the sheet. What should it be?")
}

fn date_cell(name: &str, field: Field, date: &str) -> String {
    match field {
        Field::Score(_) => format!(
            "{name} is the date {date}. Spreadsheets turn “4/5” into a date; scores are 1 to 5. What should it be?"
        ),
        _ => format!("{name} is the date {date}, and takes a number. What should it be?"),
    }
}

/// Compares the file's own sum and lane with ours.
fn compare(sheet: &Sheet, mapping: &Mapping, row: &Row<'_>, task: &Task, issues: &mut Vec<Issue>) {
    let mut disagree = |column: u32, found: String, sentence: String| {
        issues.push(Issue {
            sheet: sheet.name().to_owned(),
            cell: address(row.index(), column),
            field: None,
            kind: IssueKind::Disagrees,
            found,
            sentence,
        });
    };
    let Some(composite) = task.composite() else { return };
    if let Some(column) = mapping.sum {
        let cell = row.cell(column);
        let stated: Option<f64> = match cell {
            Cell::Number(number) => Some(number),
            Cell::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        let ours = f64::from(composite.get());
        if stated.is_some_and(|stated| (stated - ours).abs() > 1e-9) {
            let found = shown(cell);
            let sentence = format!(
                "The sum in the file is {found}; the four scores add up to {}. Trilane uses {}.",
                composite.get(),
                composite.get()
            );
            disagree(column, found, sentence);
        }
    }
    if let Some(column) = mapping.lane {
        let found = shown(row.cell(column));
        let ours = Lane::recommended(composite);
        if lane(&found).is_some_and(|stated| stated != ours) {
            let sentence = format!(
                "The lane in the file is “{}”; a sum of {} means {}. Trilane uses {}.",
                found.trim(),
                composite.get(),
                ours.name(),
                ours.name()
            );
            disagree(column, found, sentence);
        }
    }
}

/// Returns the lane that a word means; words that could mean two, or none, are not compared.
fn lane(text: &str) -> Option<Lane> {
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    match letters.to_lowercase().as_str() {
        "automate" | "automated" | "automation" | "ai" => Some(Lane::Automate),
        "hybrid" | "hybridaiassisted" => Some(Lane::Hybrid),
        "humanonly" | "human" => Some(Lane::HumanOnly),
        _ => None,
    }
}

/// Returns the columns that no field takes, by name, for the notes.
pub(crate) fn unmapped(sheet: &Sheet, mapping: &Mapping) -> Vec<String> {
    let first = mapping.header_row.map_or(0, |row| row + 1);
    let known: BTreeSet<u32> = mapping
        .fields
        .keys()
        .copied()
        .chain([mapping.id, mapping.sum, mapping.lane].into_iter().flatten())
        .collect();
    let mut used = BTreeSet::new();
    for row in sheet.rows_from(first) {
        used.extend(row.cells().map(|(column, _)| column).filter(|it| !known.contains(it)));
    }
    let name = |column: u32| {
        let header = mapping.header_row.map_or(Cell::Empty, |row| sheet.cell(row, column));
        let text = shown(header);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            format!("column {}", column_name(column))
        } else {
            format!("“{text}”")
        }
    };
    used.into_iter().map(name).collect()
}
