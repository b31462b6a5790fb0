//! The same tasks as a list, and those that have no place on the map yet.

use std::collections::HashSet;

use domain::{Field, Task};

use super::bins::Grid;
use super::{BubbleKey, Point, missing};
use crate::Workspace;

/// What a list of tasks is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// The name.
    Name,
    /// The sum of the scores.
    Composite,
    /// The lane, Automate first.
    Lane,
    /// Hours a month.
    Hours,
    /// Items a month.
    Volume,
}

/// Which tasks of the map to list, and how.
#[derive(Debug, Clone)]
pub struct Query {
    /// The bubbles whose tasks are listed; all where there is none.
    pub bubbles: Option<HashSet<BubbleKey>>,
    /// What they are ordered by.
    pub sort: SortKey,
    /// Whether the largest comes first.
    pub descending: bool,
    /// The first to list.
    pub first: usize,
    /// How many to list.
    pub count: usize,
}

/// Tasks of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Tasks<'a> {
    /// How many there are in all.
    pub total: usize,
    /// The hours a month of all of them.
    pub hours: f64,
    /// Those that were asked for.
    pub tasks: Vec<Point<'a>>,
}

/// Tasks without a place on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Lacking<'a> {
    /// How many there are in all.
    pub total: usize,
    /// How many of them lack a score.
    pub without_score: usize,
    /// How many of them lack the volume or the minutes.
    pub without_figures: usize,
    /// Those that were asked for.
    pub tasks: Vec<LackingTask<'a>>,
}

/// A task without a place on the map, and why it has none.
#[derive(Debug, Clone, PartialEq)]
pub struct LackingTask<'a> {
    /// The task.
    pub task: &'a Task,
    /// What it lacks.
    pub missing: Vec<Field>,
}

impl Workspace {
    /// Lists tasks of the map.
    pub fn portfolio_tasks(&self, query: &Query) -> Tasks<'_> {
        let points = self.points();
        let grid = Grid::for_points(&points);
        let is_meant = |point: &Point<'_>| match &query.bubbles {
            None => true,
            Some(keys) => keys.contains(&grid.key(point)),
        };
        let mut meant: Vec<Point<'_>> = points.iter().copied().filter(is_meant).collect();
        sort(&mut meant, query.sort);
        if query.descending {
            meant.reverse();
        }
        Tasks {
            total: meant.len(),
            hours: meant.iter().map(|point| point.hours).sum(),
            tasks: meant.into_iter().skip(query.first).take(query.count).collect(),
        }
    }

    /// Lists tasks that have no place on the map, in the order of their rows.
    pub fn portfolio_lacking(&self, first: usize, count: usize) -> Lacking<'_> {
        let describe = |task| LackingTask { task, missing: missing(task) };
        let all: Vec<_> = self
            .sheet()
            .tasks()
            .map(describe)
            .filter(|lacking| !lacking.missing.is_empty())
            .collect();
        let is_score = |field: &Field| matches!(field, Field::Score(_));
        let without = |lacks: &dyn Fn(&Field) -> bool| {
            all.iter().filter(|lacking| lacking.missing.iter().any(lacks)).count()
        };
        Lacking {
            total: all.len(),
            without_score: without(&is_score),
            without_figures: without(&|field| !is_score(field)),
            tasks: all.into_iter().skip(first).take(count).collect(),
        }
    }
}

fn sort(points: &mut [Point<'_>], key: SortKey) {
    match key {
        SortKey::Name => points.sort_by_cached_key(|point| point.task.name.to_lowercase()),
        SortKey::Composite => points.sort_by_key(|point| point.composite),
        SortKey::Lane => points.sort_by_key(|point| std::cmp::Reverse(point.lane)),
        SortKey::Hours => points.sort_by(|a, b| a.hours.total_cmp(&b.hours)),
        SortKey::Volume => points.sort_by_key(|point| point.volume),
    }
}
