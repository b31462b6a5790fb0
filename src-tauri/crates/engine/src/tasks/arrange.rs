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
            let doomed = change.sheet().span(rows)?.to_vec();
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
            let models = change.sheet().span(rows)?.to_vec();
            let positions = place_between(change, rows.end() + 1, models.len())?;
            for (PlacedTask { mut task, .. }, position) in models.into_iter().zip(positions) {
                task.id = new_id();
                change.insert(&PlacedTask { task, position })?;
            }
            Ok(format!("Duplicated {}", count(rows.end() + 1 - rows.start(), "task")))
        })
    }

    /// Moves some rows before another row; the row after the last one moves them to the end.
    pub fn move_tasks(
        &mut self,
        rows: &RangeInclusive<usize>,
        before_row: usize,
    ) -> Result<Outcome> {
        self.transact(Op::Move, |change| {
            if before_row > change.sheet().len() {
                return Err(Error::NotFound);
            }
            let moved = change.sheet().span(rows)?.to_vec();
            if (*rows.start()..=rows.end() + 1).contains(&before_row) {
                return Ok(String::new());
            }
            let positions = place_between(change, before_row, moved.len())?;
            for (mut placed, position) in moved.into_iter().zip(positions) {
                placed.position = position;
                change.update(&placed)?;
            }
            Ok(format!("Moved {}", count(rows.end() + 1 - rows.start(), "task")))
        })
    }
}
