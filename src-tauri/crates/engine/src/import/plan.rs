//! What an import would do, row by row and cell by cell, before anything is written.
//!
//! ```text
//! file as exported | file now | here now
//!        a         |    a     |    b      kept: only changed here
//!        a         |    b     |    a      taken: only changed in the file
//!        a         |    b     |    c      conflict
//!     unknown      |  blank   |    a      kept: a blank says nothing
//!     unknown      |    a     |  blank    taken: a gap is filled
//!     unknown      |    a     |    b      conflict
//! ```

use std::collections::{HashMap, HashSet};

use domain::{CustomColumn, Field, Task, TaskId, figures};
use spreadsheet::Draft;
use spreadsheet::draft::IssueKind;

use super::base::{Base, is_as_exported};
use super::find::{Finder, Found, same};
use super::{Chosen, RowChoice, Rule};
use crate::Sheet;
use crate::cells::fold;

/// What an import would do.
#[derive(Debug, Default)]
pub struct Plan {
    /// Its rows, in the order of the file.
    pub rows: Vec<PlannedRow>,
    /// The tasks that no row speaks of, though the file held them when it was exported. They stay.
    pub missing: Vec<TaskId>,
}

/// What an import would do with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// The place among the drafts.
    pub draft: usize,
    /// The number of the row, as the sheet shows it.
    pub row: u32,
    /// The task that it speaks of.
    pub task: Option<TaskId>,
    /// What it is, as a whole.
    pub state: RowState,
    /// The cells that differ from what is here; none for a new task.
    pub cells: Vec<PlannedCell>,
    /// Why it conflicts or cannot be read, beyond its cells.
    pub why: Option<String>,
    /// Whether taking it brings a task back that was deleted here since the file was exported.
    pub brings_back: bool,
}

/// What a row is, as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowState {
    /// It becomes a task.
    New,
    /// It changes a task.
    Changed,
    /// It changes nothing.
    Same,
    /// File and workspace say different things.
    Conflict,
    /// It has no name, or nothing that can be read.
    Unreadable,
}

impl RowState {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::New, Self::Changed, Self::Same, Self::Conflict, Self::Unreadable];
}

/// A cell that differs from what is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCell {
    /// The field.
    pub field: Field,
    /// What is here.
    pub ours: String,
    /// What the file says.
    pub theirs: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a cell that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// What the file says is taken.
    Taken,
    /// What is here stays.
    Kept,
    /// Both changed, or nobody can tell.
    Conflict,
}

/// What accepting would come to under the choices that were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outlook {
    /// Tasks that are added.
    pub added: usize,
    /// Tasks that are changed.
    pub changed: usize,
    /// Rows that still wait for a choice.
    pub waiting: usize,
}

impl Plan {
    pub(super) fn of(drafts: &[Draft], chosen: &Chosen, sheet: &Sheet, base: &Base) -> Self {
        let key = chosen.uses.find_by.and_then(|it| chosen.mapping.fields.get(&it)).copied();
        let finder = Finder::new(sheet, base, key);
        let found: Vec<Found> = drafts.iter().map(|draft| finder.find(draft)).collect();
        // Any other list is a part of the work at best: what it does not name says nothing.
        let has_known = matches!(base, Base::Known(_))
            || found.iter().any(|found| matches!(found, Found::Id(_)));
        let is_ours = chosen.mapping.id.is_some() && has_known;
        // A hidden id is surer than a name, wherever its row stands.
        let mut claimed: HashMap<TaskId, u32> = HashMap::new();
        for (draft, found) in drafts.iter().zip(&found) {
            if let Found::Id(id) = found {
                claimed.insert(*id, draft.row);
            }
        }
        // By names without accents; beside each the name itself and its row.
        let mut names: HashMap<String, (String, u32)> = HashMap::new();
        let columns = &chosen.mapping.columns;
        let rows = drafts.iter().zip(found).enumerate().map(|(place, (draft, found))| {
            let task = |id| sheet.task(id).map(|task| (task, base.task(id, Some(task))));
            let mut row = match found {
                Found::Id(id) => compared(draft, task(id), columns),
                Found::Likely(id) => {
                    let mut row = compared(draft, task(id).map(|(it, _)| (it, None)), columns);
                    if let Some(other) = claimed.get(&id) {
                        row.why = Some(format!("Row {other} is about this task too."));
                        row.state = RowState::Conflict;
                    } else {
                        claimed.insert(id, draft.row);
                    }
                    row
                }
                Found::Gone(id) => gone(draft, id, base, columns),
                Found::Many(count) => PlannedRow {
                    state: RowState::Conflict,
                    why: Some(format!(
                        "{} tasks here have this name. Taken, it is one more.",
                        figures(count)
                    )),
                    ..PlannedRow::new(draft)
                },
                Found::Nobody => PlannedRow::new(draft),
            };
            row.draft = place;
            if row.task.is_none() && is_unreadable(draft) {
                row.state = RowState::Unreadable;
                row.why = Some("It has no task name, so it is left out.".to_owned());
            } else if row.task.is_none() && row.state == RowState::New {
                let name = same(draft.text(Field::Name).unwrap_or_default());
                let alike = match names.get(&fold(&name)) {
                    Some((other, row)) if *other == name => {
                        Some(format!("Row {row} has the same name."))
                    }
                    Some((_, row)) => {
                        Some(format!("Row {row} has the same name but for its accents."))
                    }
                    None if finder.has_alike(&name) => {
                        Some("A task here has the same name but for its accents.".to_owned())
                    }
                    None => None,
                };
                if let Some(alike) = alike {
                    row.state = RowState::Conflict;
                    row.why = Some(format!("{alike} Taken, it is a task of its own."));
                } else {
                    names.insert(fold(&name), (name, draft.row));
                }
            }
            row
        });
        let rows: Vec<PlannedRow> = rows.collect();
        let missing = if is_ours { missing(&rows, sheet, base) } else { Vec::new() };
        Self { rows, missing }
    }

    /// Returns how many rows are in a state.
    pub fn count(&self, state: RowState) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }
}

/// Returns the tasks that a file of ours no longer holds.
fn missing(rows: &[PlannedRow], sheet: &Sheet, base: &Base) -> Vec<TaskId> {
    let spoken: HashSet<TaskId> = rows.iter().filter_map(|row| row.task).collect();
    let gone = sheet.tasks().filter(|task| !spoken.contains(&task.id) && base.may_have_held(task));
    gone.map(|task| task.id).collect()
}

impl PlannedRow {
    fn new(draft: &Draft) -> Self {
        Self {
            draft: 0,
            row: draft.row,
            task: None,
            state: RowState::New,
            cells: Vec::new(),
            why: None,
            brings_back: false,
        }
    }

    /// Returns whether a cell is taken over under a choice.
    pub fn takes(&self, cell: &PlannedCell, choice: RowChoice) -> bool {
        match cell.fate {
            Fate::Kept => false,
            Fate::Taken if self.state == RowState::Conflict && self.why.is_none() => true,
            Fate::Taken | Fate::Conflict => choice == RowChoice::TakeTheirs,
        }
    }
}

impl Chosen {
    /// Returns what happens to a row; nothing while it waits for a choice.
    pub(super) fn choice(&self, row: &PlannedRow) -> Option<RowChoice> {
        let by_hand = self.rows.get(&row.row).copied();
        match row.state {
            RowState::Same | RowState::Unreadable => Some(RowChoice::KeepMine),
            RowState::New | RowState::Changed => Some(by_hand.unwrap_or(RowChoice::TakeTheirs)),
            RowState::Conflict => by_hand.or(match self.rule {
                Rule::Ask => None,
                Rule::KeepMine => Some(RowChoice::KeepMine),
                Rule::TakeTheirs => Some(RowChoice::TakeTheirs),
            }),
        }
    }

    /// Returns what accepting would come to.
    pub(super) fn outlook(&self) -> Outlook {
        let mut outlook = Outlook::default();
        for row in &self.plan.rows {
            let Some(choice) = self.choice(row) else {
                outlook.waiting += 1;
                continue;
            };
            let is_taken = choice == RowChoice::TakeTheirs;
            if row.task.is_none() || row.brings_back {
                outlook.added += usize::from(is_taken);
            } else if row.cells.iter().any(|cell| row.takes(cell, choice)) {
                outlook.changed += 1;
            }
        }
        outlook
    }
}

/// Returns what a row would do to a task of which we know what it is, and perhaps what it was.
fn compared(
    draft: &Draft,
    known: Option<(&Task, Option<&Task>)>,
    columns: &[CustomColumn],
) -> PlannedRow {
    let Some((now, then)) = known else { return PlannedRow::new(draft) };
    let mut cells = Vec::new();
    let mut said = Task::blank(now.id);
    for cell in &draft.cells {
        enter(&mut said, cell.field, &cell.text, columns);
        let (theirs, ours) = (said.shown_text(cell.field), now.shown_text(cell.field));
        if theirs == ours {
            continue;
        }
        let fate = match then {
            Some(then) if is_as_exported(then, cell.field, &theirs) => Fate::Kept,
            Some(then) if ours == then.shown_text(cell.field) => Fate::Taken,
            None if theirs.is_empty() => Fate::Kept,
            // By such a name the row was found, so that it says nothing new.
            None if cell.field == Field::Name && same(&theirs) == same(&ours) => Fate::Kept,
            None if ours.is_empty() => Fate::Taken,
            _ => Fate::Conflict,
        };
        cells.push(PlannedCell { field: cell.field, ours, theirs, fate });
    }
    let has = |fate| cells.iter().any(|cell| cell.fate == fate);
    let state = match () {
        () if has(Fate::Conflict) => RowState::Conflict,
        () if has(Fate::Taken) => RowState::Changed,
        () => RowState::Same,
    };
    PlannedRow { task: Some(now.id), state, cells, ..PlannedRow::new(draft) }
}

/// Returns what becomes of a row whose task was deleted here: as it was exported, it stays deleted.
fn gone(draft: &Draft, id: TaskId, base: &Base, columns: &[CustomColumn]) -> PlannedRow {
    let Some(then) = base.task(id, None) else { return PlannedRow::new(draft) };
    let row = compared(draft, Some((then, Some(then))), columns);
    let brings_back = row.cells.iter().any(|cell| cell.fate == Fate::Taken);
    let (state, why) = if brings_back {
        (RowState::Conflict, "This task was deleted here since. Taken, it comes back.")
    } else {
        (RowState::Same, "This task was deleted here since. It stays so.")
    };
    PlannedRow { state, why: Some(why.to_owned()), brings_back, ..row }
}

fn is_unreadable(draft: &Draft) -> bool {
    let is_nameless = draft.issues.iter().any(|issue| issue.kind == IssueKind::NoName);
    is_nameless || draft.text(Field::Name).unwrap_or_default().trim().is_empty()
}

/// Puts a text into a field as the import would, refused texts included.
pub(super) fn enter(task: &mut Task, field: Field, text: &str, columns: &[CustomColumn]) {
    match columns.iter().find(|column| column.field() == field) {
        Some(column) => drop(column.enter_or_keep(task, text)),
        None => drop(task.enter_or_keep(field, text)),
    }
}
