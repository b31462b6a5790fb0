//! One value for the tasks of some rows, named by its field and not by a block of cells.

use std::ops::RangeInclusive;

use domain::Field;

use crate::words::count;
use crate::{Op, Outcome, Result, Workspace};

impl Workspace {
    /// Puts one text into a field of some rows.
    pub fn set_field(
        &mut self,
        rows: &RangeInclusive<usize>,
        field: Field,
        text: &str,
    ) -> Result<Outcome> {
        self.transact(Op::Fill, |change| {
            let tasks = change.rows(rows)?;
            let number = tasks.len();
            for mut placed in tasks {
                change.enter(&mut placed.task, field, text);
                change.update(&placed)?;
            }
            let name = change.sheet().ground().name_of(field);
            Ok(format!("Set {name} of {}", count(number, "task")))
        })
    }

    /// Adds items to a list of some rows; what stands there stays, and nothing stands there twice.
    pub fn add_to_list(
        &mut self,
        rows: &RangeInclusive<usize>,
        field: Field,
        items: &str,
    ) -> Result<Outcome> {
        self.transact(Op::Fill, |change| {
            let tasks = change.rows(rows)?;
            let number = tasks.len();
            for mut placed in tasks {
                let text = format!("{}, {items}", placed.task.shown_text(field));
                change.enter(&mut placed.task, field, &text);
                change.update(&placed)?;
            }
            let name = change.sheet().ground().name_of(field);
            Ok(format!("Added to {name} of {}", count(number, "task")))
        })
    }
}
