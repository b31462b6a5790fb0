//! The one way to change a workspace.

use std::collections::HashMap;

use domain::{Field, Task, TaskId};
use storage::{Changes, Entry, PlacedTask, Tx};

use crate::words::count;
use crate::{Error, Op, Outcome, Refused, Result, Sheet, Workspace};

/// A change while it is being made.
#[derive(Debug)]
pub(crate) struct Change<'a> {
    tx: Tx<'a>,
    sheet: &'a Sheet,
    /// What this change has written, so that the tasks in memory need not be read back.
    written: HashMap<TaskId, PlacedTask>,
    created: Vec<TaskId>,
    refusals: Vec<Refused>,
}

impl Change<'_> {
    /// Returns the tasks as they were before this change.
    pub(crate) const fn sheet(&self) -> &Sheet {
        self.sheet
    }

    /// Adds a task.
    pub(crate) fn insert(&mut self, placed: &PlacedTask) -> Result<()> {
        self.created.push(placed.task.id);
        self.written.insert(placed.task.id, placed.clone());
        Ok(self.tx.insert_task(placed)?)
    }

    /// Writes a task over its older self.
    pub(crate) fn update(&mut self, placed: &PlacedTask) -> Result<()> {
        self.written.insert(placed.task.id, placed.clone());
        Ok(self.tx.update_task(placed)?)
    }

    /// Removes a task.
    pub(crate) fn delete(&mut self, id: TaskId) -> Result<()> {
        Ok(self.tx.delete_task(id)?)
    }

    /// Puts a text into a field, or keeps it there as refused and says so in the outcome.
    pub(crate) fn enter(&mut self, task: &mut Task, field: Field, text: &str) {
        if let Some(refusal) = task.enter_or_keep(field, text) {
            self.refusals.push(Refused { task: task.id, refusal });
        }
    }
}

impl Workspace {
    /// Makes a change: one transaction, one undo step, one audit entry, one report.
    ///
    /// `closure` returns the sentence that tells a person what was done.
    pub(crate) fn transact(
        &mut self,
        op: Op,
        closure: impl FnOnce(&mut Change<'_>) -> Result<String>,
    ) -> Result<Outcome> {
        let entry = Entry { at: now(self), actor: &self.actor, op: op.key() };
        let sheet = &self.sheet;
        let written = self.database.write(entry, |tx| {
            let mut change = Change {
                tx: *tx,
                sheet,
                written: HashMap::new(),
                created: Vec::new(),
                refusals: Vec::new(),
            };
            let mut sentence = closure(&mut change)?;
            let Change { written, created, refusals, .. } = change;
            if !refusals.is_empty() {
                let verb = if refusals.len() == 1 { "needs" } else { "need" };
                sentence = format!("{sentence}, {} {verb} mending", count(refusals.len(), "cell"));
            }
            Ok::<_, Error>(((sentence.clone(), written, created, refusals), sentence))
        })?;
        let (sentence, mut tasks, created, refusals) = written.value;
        let fetch = |id| tasks.remove(&id).ok_or(Error::NotFound);
        let remaining = self.sheet.follow(&written.changes, fetch)?;
        let outcome = self.report(op, &written.changes, &remaining);
        let idle = written.changes.is_empty() && refusals.is_empty();
        let sentence = if idle { "Nothing changed".to_owned() } else { sentence };
        Ok(Outcome { sentence, created, refusals, ..outcome })
    }

    /// Takes back the newest step.
    pub fn undo(&mut self) -> Result<Outcome> {
        let entry = Entry { at: now(self), actor: &self.actor, op: Op::Undo.key() };
        let reverted = self.database.undo(entry)?;
        self.reverted(Op::Undo, "Undid", &reverted)
    }

    /// Makes the step undone last again.
    pub fn redo(&mut self) -> Result<Outcome> {
        let entry = Entry { at: now(self), actor: &self.actor, op: Op::Redo.key() };
        let reverted = self.database.redo(entry)?;
        self.reverted(Op::Redo, "Redid", &reverted)
    }

    fn reverted(&mut self, op: Op, verb: &str, reverted: &storage::Reverted) -> Result<Outcome> {
        let label = Op::from_key(&reverted.op).map_or("change", Op::label);
        let read = self.database.read();
        let remaining = self.sheet.follow(&reverted.changes, |id| Ok(read.task(id)?))?;
        let outcome = self.report(op, &reverted.changes, &remaining);
        Ok(Outcome { sentence: format!("{verb} {label}"), ..outcome })
    }

    /// Says what a committed change did.
    fn report(&mut self, op: Op, changes: &Changes, remaining: &[TaskId]) -> Outcome {
        let touched = changes.of("task").count().max(remaining.len());
        let mut rows: Vec<usize> =
            remaining.iter().filter_map(|id| self.sheet.row_of(*id)).collect();
        rows.sort_unstable();
        let focus = match (rows.first(), rows.last()) {
            (Some(&first), Some(&last)) if last - first + 1 == rows.len() => Some(first..=last),
            (Some(&first), _) => Some(first..=first),
            _ => None,
        };
        if !changes.is_empty() {
            self.revision += 1;
            self.saved_at = (self.clock)();
        }
        Outcome {
            op,
            sentence: String::new(),
            touched,
            focus,
            created: Vec::new(),
            refusals: Vec::new(),
        }
    }
}

fn now(workspace: &Workspace) -> i64 {
    (workspace.clock)().as_millisecond()
}
