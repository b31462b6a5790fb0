//! The tasks of an open workspace in memory: all of them in the order of the worksheet, and the rows
//! that the view shows of them.
//!
//! The screen asks for windows of rows while it scrolls; they are answered from here. The sheet follows
//! the file: it changes only by what a committed change reports.

mod standing;

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use domain::{CustomColumn, Field, Task, TaskId};
use storage::{Changes, PlacedTask, Read, Touch};

use crate::view::{View, ViewSpec};
use crate::{Error, Result};

pub(crate) use standing::Ground;
pub use standing::Standing;

/// The tables whose rows make up a task; the task's id is the first column of each.
const TABLES: [&str; 6] =
    ["task", "rejected_entry", "multimodal_task", "decision", "custom_value", "score_rubric"];

/// A task and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The task.
    pub task: &'a Task,
    /// Where it stands.
    pub standing: &'a Standing,
    /// The columns that the organisation added.
    pub columns: &'a [CustomColumn],
}

impl Entry<'_> {
    /// Returns the sentence that says why a text in a cell was refused; nothing where it was not.
    pub fn refusal(&self, field: Field) -> Option<String> {
        let found = self.task.rejected.get(&field)?;
        let mut task = self.task.clone();
        let column = self.columns.iter().find(|column| column.field() == field);
        let entered = match column {
            Some(column) => column.enter(&mut task, found),
            None => task.enter(field, found),
        };
        entered.err().map(|refusal| refusal.sentence())
    }
}

/// The tasks of a workspace.
///
/// A *rank* counts all tasks in the order of the worksheet; a *row* counts those that the view shows.
#[derive(Debug, Default)]
pub struct Sheet {
    tasks: Vec<PlacedTask>,
    standings: Vec<Standing>,
    rank_of: HashMap<TaskId, usize>,
    ground: Ground,
    view: View,
}

/// What became of the tasks that a change touched.
#[derive(Debug, Default)]
pub(crate) struct Followed {
    /// The rows that show them, from the top.
    pub(crate) rows: Vec<usize>,
    /// How many are still there.
    pub(crate) remaining: usize,
}

/// How the view takes a change over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Following {
    /// Rows stay where they are while somebody works in them; new ones come before this row.
    InPlace(usize),
    /// The view is made afresh.
    Afresh,
}

impl Sheet {
    /// Reads all tasks of a workspace.
    pub(crate) fn load(read: Read<'_>, ground: Ground) -> Result<Self> {
        let mut sheet = Self { tasks: read.tasks()?, ground, ..Self::default() };
        sheet.number_ranks();
        sheet.stand_all();
        Ok(sheet)
    }

    /// Returns how many tasks there are, shown or not.
    pub const fn task_count(&self) -> usize {
        self.tasks.len()
    }

    /// Returns all tasks in the order of the worksheet, shown or not.
    pub fn tasks(&self) -> impl ExactSizeIterator<Item = &Task> {
        self.tasks.iter().map(|placed| &placed.task)
    }

    /// Returns all tasks with where they stand, in the order of the worksheet.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Entry<'_>> {
        (0..self.tasks.len()).map(|rank| self.at_rank(rank))
    }

    /// Returns how many rows the view shows.
    pub fn len(&self) -> usize {
        self.view.shown().map_or(self.tasks.len(), <[TaskId]>::len)
    }

    /// Returns whether the view shows nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns what some rows show; fewer where they end.
    pub fn window(&self, first: usize, count: usize) -> impl ExactSizeIterator<Item = Entry<'_>> {
        let first = first.min(self.len());
        let last = first.saturating_add(count).min(self.len());
        (first..last).map(|row| self.at_rank(self.rank(row)))
    }

    /// Returns the row that shows a task, or nothing where the view hides it.
    pub fn row_of(&self, id: TaskId) -> Option<usize> {
        if self.view.shown().is_some() { self.view.row_of(id) } else { self.rank_of(id) }
    }

    /// Returns a task by its id, shown or not.
    pub fn entry(&self, id: TaskId) -> Option<Entry<'_>> {
        self.rank_of(id).map(|rank| self.at_rank(rank))
    }

    /// Returns a task by its id, shown or not.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.entry(id).map(|entry| entry.task)
    }

    /// Returns the view.
    pub const fn view(&self) -> &View {
        &self.view
    }

    /// Shows the tasks in another way.
    pub(crate) fn show(&mut self, spec: ViewSpec) {
        self.view = View::of(spec, self);
    }

    /// Returns the tasks of some rows, or [`Error::NotFound`] where they reach past the last one.
    pub(crate) fn span(&self, rows: &RangeInclusive<usize>) -> Result<Vec<&PlacedTask>> {
        if *rows.end() >= self.len() || rows.start() > rows.end() {
            return Err(Error::NotFound);
        }
        Ok(rows.clone().map(|row| &self.tasks[self.rank(row)]).collect())
    }

    /// Returns what some rows show, or [`Error::NotFound`] where they reach past the last one.
    pub(crate) fn entries_in(&self, rows: &RangeInclusive<usize>) -> Result<Vec<Entry<'_>>> {
        let count = self.span(rows)?.len();
        Ok(self.window(*rows.start(), count).collect())
    }

    pub(crate) fn placed(&self, row: usize) -> Option<&PlacedTask> {
        (row < self.len()).then(|| &self.tasks[self.rank(row)])
    }

    pub(crate) fn placed_task(&self, id: TaskId) -> Option<&PlacedTask> {
        self.rank_of(id).map(|rank| &self.tasks[rank])
    }

    pub(crate) fn placed_at_rank(&self, rank: usize) -> Option<&PlacedTask> {
        self.tasks.get(rank)
    }

    /// Returns the rank of the task that a row shows; the row after the last one leads past the last task.
    pub(crate) fn rank_before(&self, row: usize) -> usize {
        if row < self.len() { self.rank(row) } else { self.tasks.len() }
    }

    pub(crate) fn rank_of(&self, id: TaskId) -> Option<usize> {
        self.rank_of.get(&id).copied()
    }

    pub(crate) fn at_rank(&self, rank: usize) -> Entry<'_> {
        Entry {
            task: &self.tasks[rank].task,
            standing: &self.standings[rank],
            columns: &self.ground.columns,
        }
    }

    pub(crate) const fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Puts the tasks on other ground: other guardrails, another day.
    pub(crate) fn put_on(&mut self, ground: Ground) {
        self.ground = ground;
        self.stand_all();
        self.view.note_change();
    }

    /// Takes over what a committed change touched.
    ///
    /// `fetch` returns a task as the file holds it now.
    pub(crate) fn follow(
        &mut self,
        changes: &Changes,
        following: Following,
        mut fetch: impl FnMut(TaskId) -> Result<PlacedTask>,
    ) -> Result<Followed> {
        let mut ids = BTreeSet::new();
        for (key, _) in TABLES.iter().flat_map(|table| changes.of(table)) {
            ids.insert(TaskId::parse(key).ok_or(Error::NotFound)?);
        }
        let gone: BTreeSet<TaskId> = changes
            .of("task")
            .filter(|(_, touch)| *touch == Touch::Deleted)
            .filter_map(|(key, _)| TaskId::parse(key))
            .collect();
        let mut made = Vec::new();
        let mut order_changed = !gone.is_empty();
        for id in ids.difference(&gone) {
            let placed = fetch(*id)?;
            let standing = self.ground.standing(&placed.task);
            if let Some(rank) = self.rank_of(*id) {
                order_changed |= self.tasks[rank].position != placed.position;
                self.tasks[rank] = placed;
                self.standings[rank] = standing;
            } else {
                order_changed = true;
                made.push(*id);
                self.rank_of.insert(*id, self.tasks.len());
                self.tasks.push(placed);
                self.standings.push(standing);
            }
        }
        if order_changed {
            self.put_in_order(&gone);
        }
        let touched: Vec<TaskId> = ids.difference(&gone).copied().collect();
        self.follow_in_view(following, &touched, &made, &gone);
        let mut rows: Vec<usize> = touched.iter().filter_map(|id| self.row_of(*id)).collect();
        rows.sort_unstable();
        Ok(Followed { rows, remaining: touched.len() })
    }

    fn follow_in_view(
        &mut self,
        following: Following,
        touched: &[TaskId],
        made: &[TaskId],
        gone: &BTreeSet<TaskId>,
    ) {
        if touched.is_empty() && gone.is_empty() {
            return;
        }
        let mut view = std::mem::take(&mut self.view);
        view = match following {
            Following::InPlace(row) if view.can_follow(made, gone) => {
                view.follow(row, made, gone);
                if view.would_differ(self, touched) {
                    view.note_change();
                }
                view
            }
            Following::InPlace(_) | Following::Afresh => View::of(view.into_spec(), self),
        };
        self.view = view;
    }

    /// Removes what is gone and sorts the rest by position.
    fn put_in_order(&mut self, gone: &BTreeSet<TaskId>) {
        // What is added at the end, as an import is, leaves them in order.
        let place = |placed: &PlacedTask| (placed.position, placed.task.id);
        if gone.is_empty() && self.tasks.is_sorted_by_key(place) {
            return;
        }
        let standings = std::mem::take(&mut self.standings);
        let mut rows: Vec<(PlacedTask, Standing)> = std::mem::take(&mut self.tasks)
            .into_iter()
            .zip(standings)
            .filter(|(placed, _)| !gone.contains(&placed.task.id))
            .collect();
        rows.sort_by_key(|(placed, _)| place(placed));
        (self.tasks, self.standings) = rows.into_iter().unzip();
        self.number_ranks();
    }

    fn rank(&self, row: usize) -> usize {
        match self.view.shown() {
            None => row,
            Some(shown) => self.rank_of[&shown[row]],
        }
    }

    fn number_ranks(&mut self) {
        self.rank_of.clear();
        self.rank_of
            .extend(self.tasks.iter().enumerate().map(|(rank, placed)| (placed.task.id, rank)));
    }

    fn stand_all(&mut self) {
        self.standings =
            self.tasks.iter().map(|placed| self.ground.standing(&placed.task)).collect();
    }
}
