//! Deleting, duplicating and moving rows.

use std::ops::RangeInclusive;

use storage::PlacedTask;

use super::{new_id, place_between};
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Deletes the tasks of some rows. Undo brings them back as they were.
    pub fn delete_tasks(&mut self, rows: &RangeInclusive<usize>) -> Result<Outcome> {
        let outcome = self.transact(Op::Delete, |change| {
            let doomed = change.rows(rows)?;
            for placed in &doomed {
                change.delete(placed.task.id)?;
            }
            Ok(format!("Deleted {}", count(doomed.len(), "task")))
        })?;
        // What moved up into the gap is what the user looks at next.
        let next = self.sheet.len().checked_sub(1).map(|last| last.min(*rows.start()));
        Ok(Outcome { focus: next.map(|row| row..=row), ..outcome })
    }

    /// Puts copies of some rows below them.
    pub fn duplicate_tasks(&mut self, rows: &RangeInclusive<usize>) -> Result<Outcome> {
        self.transact(Op::Duplicate, |change| {
            let models = change.rows(rows)?;
            // Below the last of them, also where the view hides what comes next in the worksheet.
            change.show_before(rows.end() + 1);
            let rank = change.sheet().rank_before(*rows.end()) + 1;
            let positions = place_between(change, rank, models.len())?;
            for (PlacedTask { mut task, .. }, position) in models.into_iter().zip(positions) {
                task.id = new_id();
                // Nobody has decided anything about the copy.
                task.decision = None;
                change.insert(PlacedTask { task, position })?;
            }
            Ok(format!("Duplicated {}", count(rows.end() + 1 - rows.start(), "task")))
        })
    }

    /// Moves some rows before another row; the row after the last one moves them to the end.
    ///
    /// Rows that the view has sorted stay where the view puts them: [`Error::SortedRows`].
    pub fn move_tasks(
        &mut self,
        rows: &RangeInclusive<usize>,
        before_row: usize,
    ) -> Result<Outcome> {
        self.transact(Op::Move, |change| {
            if before_row > change.sheet().len() {
                return Err(Error::NotFound);
            }
            let moved = change.rows(rows)?;
            if (*rows.start()..=rows.end() + 1).contains(&before_row) {
                return Ok(String::new());
            }
            if change.sheet().view().spec().reorders() {
                return Err(Error::SortedRows);
            }
            change.make_view_afresh();
            let rank = change.sheet().rank_before(before_row);
            let positions = place_between(change, rank, moved.len())?;
            for (mut placed, position) in moved.into_iter().zip(positions) {
                placed.position = position;
                change.update(&placed)?;
            }
            Ok(format!("Moved {}", count(rows.end() + 1 - rows.start(), "task")))
        })
    }
}
