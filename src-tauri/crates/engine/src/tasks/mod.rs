//! Adding, deleting, duplicating and moving whole tasks.

mod add;
mod arrange;
mod place;
mod reference;

use domain::TaskId;
use uuid::Uuid;

pub(crate) use place::place_between;

/// The most tasks that a worksheet holds: what fits on a sheet of a workbook below its header.
pub const MOST_TASKS: usize = 1_048_575;

/// Returns the identity of a new task.
pub(crate) fn new_id() -> TaskId {
    TaskId::new(Uuid::now_v7())
}
