//! New tasks.

use domain::{Field, Task};
use storage::PlacedTask;

use super::{new_id, place_between};
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Puts empty rows before a row; the row after the last one appends.
    pub fn insert_tasks(&mut self, before_row: usize, number: usize) -> Result<Outcome> {
        self.transact(Op::Add, |change| {
            if before_row > change.sheet().len() {
                return Err(Error::NotFound);
            }
            change.show_before(before_row);
            let rank = change.sheet().rank_before(before_row);
            for position in place_between(change, rank, number)? {
                change.insert(PlacedTask { task: Task::blank(new_id()), position })?;
            }
            Ok(format!("Inserted {}", count(number, "row")))
        })
    }

    /// Appends a task of that name.
    pub fn add_task(&mut self, name: &str) -> Result<Outcome> {
        self.transact(Op::Add, |change| {
            let rank = change.sheet().task_count();
            for position in place_between(change, rank, 1)? {
                let mut task = Task::blank(new_id());
                change.enter(&mut task, Field::Name, name);
                change.insert(PlacedTask { task, position })?;
            }
            Ok("Added a task".to_owned())
        })
    }
}
