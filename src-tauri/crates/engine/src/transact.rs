//! The one way to change a workspace.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use domain::{ColumnId, CustomColumn, Dimension, Field, Guardrail, Rubric, RubricId, Task, TaskId};
use storage::{Changes, Entry, PlacedTask, SavedView, Tx};

use crate::sheet::{Followed, Following};
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
    following: Following,
}

impl Change<'_> {
    /// Returns the tasks as they were before this change.
    pub(crate) const fn sheet(&self) -> &Sheet {
        self.sheet
    }

    /// Returns the transaction, for records that are kept in the file alone and not in memory.
    pub(crate) const fn tx(&self) -> Tx<'_> {
        self.tx
    }

    /// Returns copies of the tasks that some rows show.
    pub(crate) fn rows(&self, rows: &RangeInclusive<usize>) -> Result<Vec<PlacedTask>> {
        Ok(self.sheet.span(rows)?.into_iter().cloned().collect())
    }

    /// Returns a copy of a task, shown or not.
    pub(crate) fn task(&self, id: TaskId) -> Result<PlacedTask> {
        self.sheet.placed_task(id).cloned().ok_or(Error::NotFound)
    }

    /// Says before which row the view shows the tasks that this change makes; the last row if not said.
    pub(crate) const fn show_before(&mut self, row: usize) {
        self.following = Following::InPlace(row);
    }

    /// Says that the view is made afresh after this change.
    pub(crate) const fn make_view_afresh(&mut self) {
        self.following = Following::Afresh;
    }

    /// Adds a task.
    pub(crate) fn insert(&mut self, placed: PlacedTask) -> Result<()> {
        self.tx.insert_task(&placed)?;
        self.created.push(placed.task.id);
        self.written.insert(placed.task.id, placed);
        Ok(())
    }

    /// Writes a task over its older self.
    pub(crate) fn update(&mut self, placed: &PlacedTask) -> Result<()> {
        let written = self.written.insert(placed.task.id, placed.clone());
        let older = written.as_ref().or_else(|| self.sheet.placed_task(placed.task.id));
        Ok(self.tx.update_task(placed, older.ok_or(Error::NotFound)?)?)
    }

    /// Removes a task.
    pub(crate) fn delete(&mut self, id: TaskId) -> Result<()> {
        Ok(self.tx.delete_task(id)?)
    }

    /// Keeps a guardrail.
    pub(crate) fn put_guardrail(&self, guardrail: &Guardrail) -> Result<()> {
        Ok(self.tx.put_guardrail(guardrail)?)
    }

    /// Removes a guardrail; a shipped one is then as it is shipped.
    pub(crate) fn delete_guardrail(&self, id: &str) -> Result<()> {
        Ok(self.tx.delete_guardrail(id)?)
    }

    /// Keeps a custom column.
    pub(crate) fn put_column(&self, column: &CustomColumn) -> Result<()> {
        Ok(self.tx.put_custom_column(column)?)
    }

    /// Removes a custom column whose cells are empty.
    pub(crate) fn delete_column(&self, id: ColumnId) -> Result<()> {
        Ok(self.tx.delete_custom_column(id)?)
    }

    /// Adds a wording and puts it in use.
    pub(crate) fn use_rubric(&self, id: RubricId, rubric: &Rubric) -> Result<()> {
        Ok(self.tx.use_rubric(id, rubric)?)
    }

    /// Takes the wording of a dimension out of use.
    pub(crate) fn drop_rubric(&self, dimension: Dimension) -> Result<()> {
        Ok(self.tx.drop_rubric(dimension)?)
    }

    /// Keeps a view under its name.
    pub(crate) fn put_saved_view(&self, view: &SavedView) -> Result<()> {
        Ok(self.tx.put_saved_view(view)?)
    }

    /// Removes a saved view.
    pub(crate) fn delete_saved_view(&self, id: &str) -> Result<()> {
        Ok(self.tx.delete_saved_view(id)?)
    }

    /// Puts a text into a custom column's cell, or keeps it there as refused and says so in the outcome.
    pub(crate) fn enter_in(&mut self, column: &CustomColumn, task: &mut Task, text: &str) {
        if let Some(refusal) = column.enter_or_keep(task, text) {
            self.refusals.push(Refused { task: task.id, refusal });
        }
    }

    /// Puts a text into a field, or keeps it there as refused and says so in the outcome.
    pub(crate) fn enter(&mut self, task: &mut Task, field: Field, text: &str) {
        if let Some(refusal) = self.sheet.ground().enter(task, field, text) {
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
        self.turn_day()?;
        let entry = Entry { at: now(self), actor: &self.actor, op: op.key() };
        let sheet = &self.sheet;
        let written = self.database.write(entry, |tx| {
            let mut change = Change {
                tx: *tx,
                sheet,
                written: HashMap::new(),
                created: Vec::new(),
                refusals: Vec::new(),
                following: Following::InPlace(sheet.len()),
            };
            let mut sentence = closure(&mut change)?;
            let Change { written, created, refusals, following, .. } = change;
            if !refusals.is_empty() {
                let verb = if refusals.len() == 1 { "needs" } else { "need" };
                sentence = format!("{sentence}, {} {verb} mending", count(refusals.len(), "cell"));
            }
            Ok::<_, Error>(((sentence.clone(), written, created, refusals, following), sentence))
        })?;
        let (sentence, mut tasks, created, refusals, following) = written.value;
        let fetch = |id| tasks.remove(&id).ok_or(Error::NotFound);
        let followed = self.sheet.follow(&written.changes, following, fetch)?;
        let outcome = self.report(op, &written.changes, followed)?;
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
        let followed =
            self.sheet.follow(&reverted.changes, Following::Afresh, |id| Ok(read.task(id)?))?;
        let hidden = followed.remaining - followed.rows.len();
        let mut sentence = format!("{verb} {label}");
        if hidden > 0 {
            sentence =
                format!("{sentence}, {} of it not shown in this view", count(hidden, "task"));
        }
        let outcome = self.report(op, &reverted.changes, followed)?;
        Ok(Outcome { sentence, ..outcome })
    }

    /// Says what a committed change did.
    fn report(&mut self, op: Op, changes: &Changes, followed: Followed) -> Result<Outcome> {
        let Followed { rows, remaining } = followed;
        let touched = changes.of("task").count().max(remaining);
        let focus = match (rows.first(), rows.last()) {
            (Some(&first), Some(&last)) if last - first + 1 == rows.len() => Some(first..=last),
            (Some(&first), _) => Some(first..=first),
            _ => None,
        };
        if !changes.is_empty() {
            self.revision += 1;
            self.saved_at = (self.clock)();
        }
        if ["guardrail", "custom_column", "rubric_in_use"]
            .iter()
            .any(|it| changes.of(it).next().is_some())
        {
            self.stand_afresh()?;
        }
        Ok(Outcome {
            op,
            sentence: String::new(),
            touched,
            focus,
            created: Vec::new(),
            refusals: Vec::new(),
        })
    }
}

fn now(workspace: &Workspace) -> i64 {
    (workspace.clock)().as_millisecond()
}
