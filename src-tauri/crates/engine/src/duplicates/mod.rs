//! Tasks that stand in the worksheet more than once: finding them, comparing them, merging them.
//!
//! What is found is a suggestion and nothing more: only a person knows whether two rows are the same work.

mod compare;
mod find;
mod merge;
mod near;

pub use compare::{Comparison, Difference, Way};
pub use find::{DuplicateGroup, Likeness};

/// The most tasks that are compared side by side and merged in one step.
pub const MOST_COMPARED: usize = 8;
