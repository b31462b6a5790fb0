//! The tasks of an open workspace in memory, in the order of their rows.
//!
//! The screen asks for windows of rows while it scrolls; they are answered from here. The sheet follows
//! the file: it changes only by what a committed change reports.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use domain::{Task, TaskId};
use storage::{Changes, PlacedTask, Read, Touch};

use crate::{Error, Result};

/// The tables whose rows make up a task; the task's id is the first column of each.
const TABLES: [&str; 2] = ["task", "rejected_entry"];

/// The tasks of a workspace.
#[derive(Debug, Default)]
pub struct Sheet {
    rows: Vec<PlacedTask>,
    row_of: HashMap<TaskId, usize>,
}

impl Sheet {
    /// Reads all tasks of a workspace.
    pub(crate) fn load(read: Read<'_>) -> Result<Self> {
        let mut sheet = Self { rows: read.tasks()?, row_of: HashMap::new() };
        sheet.number_rows();
        Ok(sheet)
    }

    /// Returns how many tasks there are.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there is no task.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the tasks in the order of their rows.
    pub fn tasks(&self) -> impl ExactSizeIterator<Item = &Task> {
        self.rows.iter().map(|placed| &placed.task)
    }

    /// Returns the tasks of some rows; fewer where the worksheet ends.
    pub fn window(&self, first: usize, count: usize) -> impl ExactSizeIterator<Item = &Task> {
        let first = first.min(self.rows.len());
        let last = first.saturating_add(count).min(self.rows.len());
        self.rows[first..last].iter().map(|placed| &placed.task)
    }

    /// Returns the row in which a task stands.
    pub fn row_of(&self, id: TaskId) -> Option<usize> {
        self.row_of.get(&id).copied()
    }

    /// Returns a task by its id.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.row_of(id).map(|row| &self.rows[row].task)
    }

    /// Returns the rows of a span, or [`Error::NotFound`] where it reaches past the last task.
    pub(crate) fn span(&self, rows: &RangeInclusive<usize>) -> Result<&[PlacedTask]> {
        self.rows.get(rows.clone()).ok_or(Error::NotFound)
    }

    pub(crate) fn placed(&self, row: usize) -> Option<&PlacedTask> {
        self.rows.get(row)
    }

    /// Takes over what a committed change touched, and returns the ids of those tasks that remain.
    ///
    /// `fetch` returns a task as the file holds it now.
    pub(crate) fn follow(
        &mut self,
        changes: &Changes,
        mut fetch: impl FnMut(TaskId) -> Result<PlacedTask>,
    ) -> Result<Vec<TaskId>> {
        let mut ids = BTreeSet::new();
        for (key, _) in TABLES.iter().flat_map(|table| changes.of(table)) {
            ids.insert(TaskId::parse(key).ok_or(Error::NotFound)?);
        }
        let gone: BTreeSet<TaskId> = changes
            .of("task")
            .filter(|(_, touch)| *touch == Touch::Deleted)
            .filter_map(|(key, _)| TaskId::parse(key))
            .collect();
        let mut order_changed = false;
        for id in ids.difference(&gone) {
            let placed = fetch(*id)?;
            if let Some(row) = self.row_of(*id) {
                order_changed |= self.rows[row].position != placed.position;
                self.rows[row] = placed;
            } else {
                order_changed = true;
                self.rows.push(placed);
            }
        }
        if !gone.is_empty() {
            self.rows.retain(|placed| !gone.contains(&placed.task.id));
            order_changed = true;
        }
        if order_changed {
            self.rows.sort_by_key(|placed| (placed.position, placed.task.id));
            self.number_rows();
        }
        Ok(ids.difference(&gone).copied().collect())
    }

    fn number_rows(&mut self) {
        self.row_of.clear();
        self.row_of.extend(self.rows.iter().enumerate().map(|(row, placed)| (placed.task.id, row)));
    }
}
