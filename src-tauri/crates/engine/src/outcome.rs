//! What a change did.

use std::ops::RangeInclusive;

use domain::{Refusal, TaskId};

use crate::Op;

/// What a change did, for the screen to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The kind of change.
    pub op: Op,
    /// What happened, in words; empty where nothing did.
    pub sentence: String,
    /// How many tasks it touched.
    pub touched: usize,
    /// The rows to look at, where they stand together.
    pub focus: Option<RangeInclusive<usize>>,
    /// The tasks it made, in the order of their rows.
    pub created: Vec<TaskId>,
    /// The texts that were refused and are kept in their cells.
    pub refusals: Vec<Refused>,
}

/// A text that was refused, and where it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The task in whose cell it stands.
    pub task: TaskId,
    /// What was refused and why.
    pub refusal: Refusal,
}
