//! Reference tasks in a workspace.

use std::collections::BTreeSet;

use domain::reference::{self, ReferenceTask};
use storage::PlacedTask;

use super::{new_id, place_between};
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Appends reference tasks, labelled as such.
    pub fn add_reference_tasks(&mut self, keys: &[String]) -> Result<Outcome> {
        let chosen: Option<Vec<&ReferenceTask>> =
            keys.iter().map(|key| reference::find(key)).collect();
        let chosen = chosen.ok_or(Error::NotFound)?;
        self.transact(Op::AddReference, |change| {
            let rank = change.sheet().task_count();
            let positions = place_between(change, rank, chosen.len())?;
            for (reference, position) in chosen.iter().zip(positions) {
                change.insert(PlacedTask { task: reference.to_task(new_id()), position })?;
            }
            Ok(format!("Added {}", count(chosen.len(), "reference task")))
        })
    }

    /// Returns the keys of the reference tasks that the workspace holds.
    pub fn added_reference_keys(&self) -> BTreeSet<&str> {
        self.sheet.tasks().filter_map(|task| task.reference.as_deref()).collect()
    }
}
