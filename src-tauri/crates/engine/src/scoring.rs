//! Which tasks a scoring session goes through, and what came of it.
//!
//! The set is chosen once, at the start: a task does not leave it by being scored.

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use domain::{Field, Task, TaskId};

use crate::{LaneSummary, Workspace};

/// How many tasks the first round of scoring covers.
pub const FIRST_ROUND: usize = 15;

/// A set of tasks to score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScoringSet {
    /// Tasks that lack a score.
    Unscored,
    /// The first round: those with the highest monthly volume, of equals the upper row first.
    TopByVolume,
    /// What the worksheet shows.
    Shown,
    /// The rows that are selected in the worksheet; those past the last task are passed over.
    Rows(RangeInclusive<usize>),
}

/// What came of going through a set of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoringResult {
    /// How the tasks of the set fall into lanes; those that were deleted meanwhile are not counted.
    pub lanes: LaneSummary,
    /// The tasks that still lack a score, in the order in which they were gone through.
    pub unscored: Vec<TaskId>,
}

impl Workspace {
    /// Returns the tasks of a set in the order in which they are gone through.
    pub fn tasks_to_score(&self, set: &ScoringSet) -> Vec<TaskId> {
        let sheet = &self.sheet;
        let chosen: Vec<&Task> = match set {
            ScoringSet::Unscored => {
                sheet.tasks().filter(|task| task.composite().is_none()).collect()
            }
            ScoringSet::TopByVolume => {
                let mut ranked: Vec<&Task> =
                    sheet.tasks().filter(|task| counted_volume(task).is_some()).collect();
                ranked.sort_by_key(|task| Reverse(counted_volume(task)));
                ranked.truncate(FIRST_ROUND);
                ranked
            }
            ScoringSet::Shown => sheet.window(0, sheet.len()).map(|entry| entry.task).collect(),
            ScoringSet::Rows(rows) => {
                let count = (rows.end() + 1).saturating_sub(*rows.start());
                sheet.window(*rows.start(), count).map(|entry| entry.task).collect()
            }
        };
        chosen.into_iter().map(|task| task.id).collect()
    }

    /// Returns how many tasks have no monthly volume, and so no place among the busiest.
    pub fn tasks_without_volume(&self) -> usize {
        self.sheet.tasks().filter(|task| counted_volume(task).is_none()).count()
    }

    /// Returns what came of going through some tasks.
    pub fn scoring_result(&self, ids: &[TaskId]) -> ScoringResult {
        let entries = || ids.iter().filter_map(|&id| self.sheet.entry(id));
        ScoringResult {
            lanes: LaneSummary::of(entries()),
            unscored: entries()
                .filter(|entry| entry.task.composite().is_none())
                .map(|entry| entry.task.id)
                .collect(),
        }
    }
}

/// Returns the monthly volume, unless its cell shows a refused text instead.
fn counted_volume(task: &Task) -> Option<u32> {
    task.monthly_volume.filter(|_| !task.rejected.contains_key(&Field::MonthlyVolume))
}
