//! What each cell held when the file was exported.
//!
//! A workbook of ours names the entry of the trail that it was exported after. Every change since is
//! recorded, so what differs from then shows who changed it: somebody in the file, or somebody here.

use std::collections::BTreeMap;

use domain::{Field, Task, TaskId};
use spreadsheet::{Origin, Workbook};
use storage::PlacedTask;

use crate::{Result, Workspace};

/// The tasks as they were when a file was exported.
#[derive(Debug)]
pub(super) enum Base {
    /// The file says nothing about it, or nothing that holds here; a sentence where that matters.
    Unknown(Option<&'static str>),
    /// The tasks that were touched since; nothing for one that did not exist then.
    Known(BTreeMap<TaskId, Option<PlacedTask>>),
}

impl Base {
    /// Works out what the tasks were when a workbook was exported.
    pub(super) fn of(workbook: &Workbook, workspace: &Workspace) -> Result<Self> {
        let Some(origin) = Origin::of(workbook) else { return Ok(Self::Unknown(None)) };
        if origin.workspace != workspace.uuid() {
            return Ok(Self::Unknown(Some(
                "The file was exported from another workspace: what differs here cannot be told from what was edited there.",
            )));
        }
        let read = workspace.database.read();
        // Before the first entry there was nothing to export.
        if read.audit_hash(origin.entry)?.as_deref() != Some(origin.head.as_str()) {
            return Ok(Self::Unknown(Some(
                "The file was exported from a state that this workspace never had, such as that of another copy: what differs cannot be told apart.",
            )));
        }
        Ok(Self::Known(read.tasks_after(origin.entry)?))
    }

    /// Returns a task as it was then, given what it is now.
    pub(super) fn task<'a>(&'a self, id: TaskId, now: Option<&'a Task>) -> Option<&'a Task> {
        match self {
            Self::Unknown(_) => None,
            Self::Known(touched) => match touched.get(&id) {
                Some(then) => then.as_ref().map(|placed| &placed.task),
                None => now,
            },
        }
    }

    /// Returns whether a task of today was, or may have been, there then.
    pub(super) fn may_have_held(&self, now: &Task) -> bool {
        match self {
            Self::Unknown(_) => true,
            Self::Known(touched) => touched.get(&now.id).is_none_or(Option::is_some),
        }
    }

    /// Returns a task that is no more, as it was then.
    pub(super) fn placed(&self, id: TaskId) -> Option<&PlacedTask> {
        match self {
            Self::Unknown(_) => None,
            Self::Known(touched) => touched.get(&id)?.as_ref(),
        }
    }

    /// Returns why it is not known, where a person would expect it to be.
    pub(super) const fn trouble(&self) -> Option<&'static str> {
        match self {
            Self::Unknown(trouble) => *trouble,
            Self::Known(_) => None,
        }
    }
}

/// Returns whether a text is what an export wrote for a field of a task.
///
/// Where a text was refused, the workbook holds a blank or what stood under it.
pub(super) fn is_as_exported(then: &Task, field: Field, theirs: &str) -> bool {
    theirs == then.text(field) || theirs.is_empty() && then.rejected.contains_key(&field)
}
