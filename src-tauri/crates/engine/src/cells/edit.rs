//! Typing into one cell.

use domain::{Field, TaskId};

use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Puts what a person typed into a cell; a refused text stays there for mending.
    pub fn set_cell(&mut self, id: TaskId, field: Field, text: &str) -> Result<Outcome> {
        self.transact(Op::Edit, |change| {
            let mut placed = change.task(id)?;
            change.enter(&mut placed.task, field, text);
            change.update(&placed)?;
            let field = change.sheet().ground().name_of(field);
            Ok(format!("Changed {field} of {}", called(&placed.task.name)))
        })
    }

    /// Throws away a refused text; what stood in the cell before shows again.
    pub fn discard_rejected(&mut self, id: TaskId, field: Field) -> Result<Outcome> {
        self.transact(Op::Discard, |change| {
            let mut placed = change.task(id)?;
            let text = placed.task.rejected.remove(&field).ok_or(Error::NotFound)?;
            change.update(&placed)?;
            Ok(format!("Discarded “{text}” in {}", change.sheet().ground().name_of(field)))
        })
    }
}

fn called(name: &str) -> String {
    if name.is_empty() { "a task without a name".to_owned() } else { format!("“{name}”") }
}
