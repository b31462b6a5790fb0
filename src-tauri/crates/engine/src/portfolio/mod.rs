//! The portfolio map: each task by its composite and the hours that people spend on it.
//!
//! A map of a hundred thousand bubbles is neither drawn in time nor read by anybody, so above
//! [`MOST_BUBBLES`] tasks those that stand close together become one bubble that says how many they are.

mod bins;
mod list;
mod picture;

use domain::{Composite, DecisionState, Field, Lane, Task};

pub use bins::{Bubble, BubbleKey, MOST_BUBBLES};
pub use list::{Lacking, LackingTask, Query, SortKey, Tasks};
pub use picture::save_picture;

use crate::{Entry, Workspace};
use bins::Grid;

/// The tasks on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// All tasks of the workspace.
    pub total: usize,
    /// Those that have a composite and hours, and so a place on the map.
    pub placed: usize,
    /// Whether tasks that stand close together share a bubble.
    pub is_binned: bool,
    /// What is drawn.
    pub bubbles: Vec<Bubble>,
}

/// A task that has a place on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<'a> {
    /// The task.
    pub task: &'a Task,
    /// The sum of its scores.
    pub composite: Composite,
    /// The lane that counts.
    pub lane: Lane,
    /// Hours a month.
    pub hours: f64,
    /// Items a month.
    pub volume: u32,
    /// Minutes an item.
    pub minutes: f64,
    /// Whether a guardrail caps the lane that the composite recommends.
    pub is_capped: bool,
    /// Whether its lane was decided under scores that have changed since.
    pub is_stale: bool,
}

impl<'a> Point<'a> {
    /// Returns the place of a task, or nothing while a score, the volume or the minutes are missing.
    pub fn of(entry: Entry<'a>) -> Option<Self> {
        let Entry { task, standing, .. } = entry;
        Some(Self {
            task,
            composite: task.composite()?,
            lane: standing.lane?,
            hours: task.hours_per_month()?,
            volume: task.monthly_volume?,
            minutes: task.minutes_per_item?,
            is_capped: standing.is_capped,
            is_stale: standing.decision == Some(DecisionState::Stale),
        })
    }
}

impl Workspace {
    /// Returns what the map shows.
    pub fn portfolio(&self) -> Portfolio {
        let points = self.points();
        let grid = Grid::for_points(&points);
        Portfolio {
            total: self.sheet().task_count(),
            placed: points.len(),
            is_binned: grid.is_binned(),
            bubbles: grid.bubbles(&points),
        }
    }

    fn points(&self) -> Vec<Point<'_>> {
        self.sheet().entries().filter_map(Point::of).collect()
    }
}

/// Returns what a task lacks for a place on the map; a refused text counts as missing.
fn missing(task: &Task) -> Vec<Field> {
    let lacks = |field: &Field| match field {
        Field::MonthlyVolume => task.monthly_volume.is_none() || task.rejected.contains_key(field),
        _ => task.minutes_per_item.is_none() || task.rejected.contains_key(field),
    };
    let figures = [Field::MonthlyVolume, Field::MinutesPerItem].into_iter().filter(lacks);
    task.counted_scores().missing().map(Field::Score).chain(figures).collect()
}
