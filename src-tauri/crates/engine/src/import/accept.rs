//! Taking an import over, as one step.

use std::collections::HashMap;

use domain::{Task, TaskId};
use storage::PlacedTask;

use super::{Chosen, Import, PlannedRow, RowChoice, RowState};
use crate::tasks::{new_id, place_between};
use crate::transact::Change;
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Does what the plan of an import says, under the choices that were made.
    ///
    /// While a row or a question waits for one, nothing is done: [`Error::ImportWaits`].
    pub fn import(&mut self, import: &Import) -> Result<Outcome> {
        let Some(chosen) = &import.chosen else { return Err(Error::NotFound) };
        let outlook = chosen.outlook();
        let waiting = outlook.waiting + import.open_questions();
        if waiting > 0 {
            return Err(Error::ImportWaits(waiting));
        }
        self.transact(Op::Import, |change| {
            change.make_view_afresh();
            for column in chosen.made.values() {
                change.put_column(column)?;
            }
            let present = change.sheet().task_count();
            let mut taking = Taking {
                positions: place_between(change, present, outlook.added)?.into_iter(),
                written: HashMap::new(),
                import,
                chosen,
            };
            for row in &chosen.plan.rows {
                taking.take(change, row)?;
            }
            Ok(sentence(chosen, outlook.added, outlook.changed))
        })
    }
}

/// An import while it is taken over.
struct Taking<'a> {
    import: &'a Import,
    chosen: &'a Chosen,
    positions: std::vec::IntoIter<i64>,
    /// Two rows may speak of one task.
    written: HashMap<TaskId, PlacedTask>,
}

impl Taking<'_> {
    fn take(&mut self, change: &mut Change<'_>, row: &PlannedRow) -> Result<()> {
        let Some(choice) = self.chosen.choice(row) else { return Ok(()) };
        let is_added = row.task.is_none() || row.brings_back;
        if matches!(row.state, RowState::Same | RowState::Unreadable)
            || is_added && choice == RowChoice::KeepMine
        {
            return Ok(());
        }
        let draft = &self.chosen.drafts.drafts[row.draft];
        let Some(id) = row.task.filter(|_| !is_added) else {
            let id = draft.task_id.filter(|id| change.sheet().task(*id).is_none());
            let gone = row.task.and_then(|id| self.import.base.placed(id)).cloned();
            let mut placed = gone.unwrap_or_else(|| PlacedTask {
                task: Task::blank(id.unwrap_or_else(new_id)),
                position: 0,
            });
            placed.position = self.positions.next().unwrap_or_default();
            for cell in &draft.cells {
                self.enter(change, &mut placed.task, cell.field, &cell.text);
            }
            return change.insert(placed);
        };
        let before = match self.written.get(&id) {
            Some(written) => written.clone(),
            None => change.task(id)?,
        };
        let mut placed = before.clone();
        for cell in row.cells.iter().filter(|cell| row.takes(cell, choice)) {
            let text = draft.text(cell.field).unwrap_or_default();
            self.enter(change, &mut placed.task, cell.field, text);
        }
        if placed != before {
            change.update(&placed)?;
            self.written.insert(id, placed);
        }
        Ok(())
    }

    /// Enters a text; what this very import makes is no column of the workspace yet.
    fn enter(&self, change: &mut Change<'_>, task: &mut Task, field: domain::Field, text: &str) {
        match self.chosen.made.values().find(|column| column.field() == field) {
            Some(column) => change.enter_in(column, task, text),
            None => change.enter(task, field, text),
        }
    }
}

fn sentence(chosen: &Chosen, added: usize, changed: usize) -> String {
    let mut parts = Vec::new();
    if added > 0 || changed == 0 {
        parts.push(format!("Imported {}", count(added, "task")));
    }
    if changed > 0 {
        let verb = if parts.is_empty() { "Changed" } else { "changed" };
        parts.push(format!("{verb} {}", count(changed, "task")));
    }
    if !chosen.made.is_empty() {
        parts.push(format!("added {}", count(chosen.made.len(), "column")));
    }
    parts.join(", ")
}
