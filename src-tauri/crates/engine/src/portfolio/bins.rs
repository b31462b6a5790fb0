//! Bubbles: one a task, or one for several that stand close together.

use std::collections::BTreeMap;
use std::fmt;

use domain::{Lane, TaskId};

use super::Point;

/// The most bubbles that a map holds.
pub const MOST_BUBBLES: usize = 2_000;

/// Steps of hours in which tasks share a bubble: times 17 composites and the lanes that a composite can
/// have, these stay below [`MOST_BUBBLES`].
const STEPS: u8 = 36;

/// Which bubble a task is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BubbleKey {
    /// Its own.
    Task(TaskId),
    /// One of a composite, a step of hours and a lane.
    Bin {
        /// The composite.
        composite: u8,
        /// The step, from the fewest hours up.
        step: u8,
        /// The lane.
        lane: Lane,
    },
}

impl fmt::Display for BubbleKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Task(id) => id.fmt(formatter),
            Self::Bin { composite, step, lane } => {
                write!(formatter, "{composite}/{step}/{}", lane.key())
            }
        }
    }
}

impl BubbleKey {
    /// Returns the key written in a text, or nothing where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(id) = TaskId::parse(text) {
            return Some(Self::Task(id));
        }
        let mut parts = text.split('/');
        let composite = parts.next()?.parse().ok()?;
        let step = parts.next()?.parse().ok()?;
        let key = parts.next()?;
        let lane = Lane::ALL.into_iter().find(|lane| lane.key() == key)?;
        Some(Self::Bin { composite, step, lane })
    }
}

/// A bubble of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Bubble {
    /// Which it is.
    pub key: BubbleKey,
    /// How many tasks it stands for.
    pub count: u32,
    /// Its task, where it is one.
    pub task: Option<TaskId>,
    /// The name of its first task.
    pub name: String,
    /// The composite of all of them.
    pub composite: u8,
    /// The lane of all of them.
    pub lane: Lane,
    /// Hours a month, on average.
    pub hours: f64,
    /// The fewest and the most hours of any of them.
    pub hours_between: (f64, f64),
    /// Items a month, of all of them together.
    pub volume: f64,
    /// Minutes an item, on average.
    pub minutes: f64,
    /// How many of them are capped by a guardrail.
    pub capped: u32,
    /// How many of them are decided under scores that have changed since.
    pub stale: u32,
}

impl Bubble {
    fn new(key: BubbleKey, first: &Point<'_>) -> Self {
        Self {
            key,
            count: 0,
            task: Some(first.task.id),
            name: first.task.name.clone(),
            composite: first.composite.get(),
            lane: first.lane,
            hours: 0.0,
            hours_between: (first.hours, first.hours),
            volume: 0.0,
            minutes: 0.0,
            capped: 0,
            stale: 0,
        }
    }

    fn take_in(&mut self, point: &Point<'_>) {
        self.count += 1;
        self.task = self.task.filter(|_| self.count == 1);
        self.hours += (point.hours - self.hours) / f64::from(self.count);
        self.minutes += (point.minutes - self.minutes) / f64::from(self.count);
        let (least, most) = self.hours_between;
        self.hours_between = (least.min(point.hours), most.max(point.hours));
        self.volume += f64::from(point.volume);
        self.capped += u32::from(point.is_capped);
        self.stale += u32::from(point.is_stale);
    }
}

/// Which tasks share a bubble.
#[derive(Debug)]
pub(super) struct Grid {
    /// The least hours of each step but the first; none where each task has its own bubble.
    steps: Option<Vec<f64>>,
}

impl Grid {
    /// Returns a grid over these tasks: without steps while there are few enough to show each.
    pub fn for_points(points: &[Point<'_>]) -> Self {
        if points.len() <= MOST_BUBBLES {
            return Self { steps: None };
        }
        // Even steps of the logarithm, as the axis shows hours: an hour more matters at two, not at two hundred.
        let most = points.iter().fold(0.0_f64, |most, point| most.max(point.hours)).ln_1p();
        let step = |place| (most * f64::from(place) / f64::from(STEPS)).exp_m1();
        Self { steps: Some((1..STEPS).map(step).collect()) }
    }

    pub const fn is_binned(&self) -> bool {
        self.steps.is_some()
    }

    /// Returns the bubble that a task is in.
    pub fn key(&self, point: &Point<'_>) -> BubbleKey {
        let Some(steps) = &self.steps else { return BubbleKey::Task(point.task.id) };
        let step = steps.partition_point(|least| *least <= point.hours);
        BubbleKey::Bin {
            composite: point.composite.get(),
            step: u8::try_from(step).unwrap_or(STEPS),
            lane: point.lane,
        }
    }

    /// Returns the bubbles of these tasks, in the order of their keys.
    pub fn bubbles(&self, points: &[Point<'_>]) -> Vec<Bubble> {
        let mut bubbles: BTreeMap<BubbleKey, Bubble> = BTreeMap::new();
        for point in points {
            let key = self.key(point);
            bubbles.entry(key).or_insert_with(|| Bubble::new(key, point)).take_in(point);
        }
        bubbles.into_values().collect()
    }
}
