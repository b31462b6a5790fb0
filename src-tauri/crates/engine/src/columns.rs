//! Columns that the organisation adds to the worksheet.

use domain::{ColumnId, ColumnKind, CustomColumn, Field, TaskId};
use uuid::Uuid;

use crate::cells::fold;
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Sheet, Workspace};

impl Workspace {
    /// Returns the custom columns, the oldest first.
    pub fn custom_columns(&self) -> &[CustomColumn] {
        &self.sheet.ground().columns
    }

    /// Adds a column. Its name is not that of another column: [`Error::ColumnName`].
    pub fn add_column(
        &mut self,
        name: &str,
        kind: ColumnKind,
        choices: Vec<String>,
    ) -> Result<Outcome> {
        let id = ColumnId::new(Uuid::now_v7());
        let column = CustomColumn { id, name: self.free_name(name, None)?, kind, choices };
        self.transact(Op::Column, |change| {
            change.put_column(&column)?;
            Ok(format!("Added the column “{}”", column.name))
        })
    }

    /// Changes a column. What its cells hold is read again: what no longer fits waits to be mended.
    pub fn change_column(
        &mut self,
        id: ColumnId,
        name: &str,
        kind: ColumnKind,
        choices: Vec<String>,
    ) -> Result<Outcome> {
        self.custom_column(id)?;
        let column = CustomColumn { id, name: self.free_name(name, Some(id))?, kind, choices };
        self.transact(Op::Column, |change| {
            change.put_column(&column)?;
            let field = column.field();
            let filled = filled(change.sheet(), field);
            for task in filled {
                let mut placed = change.task(task)?;
                let text = placed.task.shown_text(field);
                change.enter_in(&column, &mut placed.task, &text);
                change.update(&placed)?;
            }
            Ok(format!("Changed the column “{}”", column.name))
        })
    }

    /// Deletes a column with what stands in it. Undo brings both back.
    pub fn delete_column(&mut self, id: ColumnId) -> Result<Outcome> {
        let column = self.custom_column(id)?;
        self.transact(Op::Column, |change| {
            let field = column.field();
            let filled = filled(change.sheet(), field);
            for task in &filled {
                let mut placed = change.task(*task)?;
                placed.task.custom.remove(&id);
                placed.task.rejected.remove(&field);
                change.update(&placed)?;
            }
            change.delete_column(id)?;
            let cells = count(filled.len(), "filled cell");
            Ok(format!("Deleted the column “{}” with {cells}", column.name))
        })
    }

    fn custom_column(&self, id: ColumnId) -> Result<CustomColumn> {
        self.custom_columns().iter().find(|it| it.id == id).cloned().ok_or(Error::NotFound)
    }

    /// Returns a name as it is kept, if no other column has it.
    fn free_name(&self, name: &str, own: Option<ColumnId>) -> Result<String> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_same = |other: &str| fold(other) == fold(&name);
        let is_taken = Field::ALL.iter().any(|field| is_same(field.name()))
            || self.custom_columns().iter().any(|it| Some(it.id) != own && is_same(&it.name));
        if name.is_empty() || is_taken { Err(Error::ColumnName) } else { Ok(name) }
    }
}

/// Returns the tasks with something in a column.
fn filled(sheet: &Sheet, field: Field) -> Vec<TaskId> {
    let tasks = sheet.tasks().filter(|task| !task.shown_text(field).is_empty());
    tasks.map(|task| task.id).collect()
}
