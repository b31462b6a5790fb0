//! What the tasks add up to: the results that the summary's formulas carry.

use domain::{Composite, DecisionState, Lane, Pilot, Task};

use super::About;

/// How many candidates for a pilot are named.
const MOST_PILOTS: usize = 5;

/// What the tasks add up to.
#[derive(Debug, Default)]
pub(super) struct Tally<'a> {
    pub tasks: u32,
    /// By the lane that counts, in the order of [`Lane::ALL`].
    pub lanes: [InLane; 3],
    /// The same for tasks that are not scored yet.
    pub unscored: InLane,
    /// Tasks whose lane a guardrail caps.
    pub capped: u32,
    /// Tasks with a decision that counts.
    pub decided: u32,
    /// Tasks whose sum is one or two points from another lane.
    pub close: [u32; 2],
    /// The candidates for a pilot, the best first.
    pub pilots: Vec<Pilot<'a>>,
}

/// What the tasks of a lane add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct InLane {
    pub tasks: u32,
    pub hours: f64,
    /// Tasks that the sum alone leads there.
    pub by_sum: u32,
}

impl<'a> Tally<'a> {
    pub fn of(tasks: &[&'a Task], about: &About) -> Self {
        let mut tally = Self::default();
        for task in tasks {
            tally.take(task, about);
        }
        tally
    }

    fn take(&mut self, task: &'a Task, about: &About) {
        let verdict = task.verdict(&about.guardrails, about.now.date());
        self.tasks += 1;
        let hours = task.hours_per_month().unwrap_or(0.0);
        let of = self.lane(verdict.lane);
        of.tasks += 1;
        of.hours += hours;
        self.lane(verdict.recommended).by_sum += 1;
        self.capped += u32::from(verdict.guarded != verdict.recommended);
        self.decided += u32::from(matches!(verdict.decision, Some((_, DecisionState::Holds))));
        if let Some(place) = task.composite().and_then(away).and_then(|it| self.close.get_mut(it)) {
            *place += 1;
        }
        if let Some(pilot) = Pilot::of(task, &verdict) {
            let place = self.pilots.partition_point(|other| other.worth() >= pilot.worth());
            self.pilots.insert(place, pilot);
            self.pilots.truncate(MOST_PILOTS);
        }
    }

    fn lane(&mut self, lane: Option<Lane>) -> &mut InLane {
        let place = lane.and_then(|lane| Lane::ALL.iter().position(|&other| other == lane));
        match place {
            Some(place) => &mut self.lanes[place],
            None => &mut self.unscored,
        }
    }

    /// Returns how many tasks are scored.
    pub fn scored(&self) -> u32 {
        self.lanes.iter().map(|it| it.tasks).sum()
    }

    /// Returns the hours of all tasks, in the order in which the sheet adds them up.
    pub fn hours(&self) -> f64 {
        self.lanes.iter().map(|it| it.hours).sum::<f64>() + self.unscored.hours
    }
}

/// Returns how many points beyond the first lead to another lane.
fn away(sum: Composite) -> Option<usize> {
    let sum = i16::from(sum.get());
    let from = [Lane::AUTOMATE_FROM, Lane::HYBRID_FROM].map(i16::from);
    let points = from.map(|from| if sum >= from { sum - from } else { from - sum - 1 });
    points.into_iter().min().and_then(|it| usize::try_from(it).ok())
}
