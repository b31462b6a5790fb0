//! When everything in a plan happens.
//!
//! An activity starts as soon as its phase is open and all that it waits for is over, or on the day before which
//! it may not start, whichever is later. A phase is open on the working day after the gate of the one before; its
//! gate stands on the day on which the last of its activities ends. Slack is found by the critical path method
//! (Kelley and Walker 1959): a pass forward for the earliest days, one backward for the latest.
//!
//! What did happen counts instead of what was planned: an activity that started or is done stands on its own days,
//! wherever the work before it and its phase have gone since.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Activity, ActivityId, MOST_DAYS, Phase, WorkCalendar};

/// When everything in a plan happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// When each activity happens, in the order in which the activities were given.
    pub placements: Vec<Placement>,
    /// When each phase happens, in their order.
    pub phases: [Span; 4],
}

/// When an activity happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// Its first day.
    pub start: Date,
    /// Its last day.
    pub end: Date,
    /// The first day on which it could happen, if it were not held back by a day of its own.
    pub earliest: Date,
    /// The working days by which it can end later before the plan ends later. At 0 it is critical.
    pub slack: u16,
}

/// When a phase happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The day on which it opens, or on which its first work began, if that was earlier.
    pub start: Date,
    /// The day of its gate.
    pub gate: Date,
}

/// Why a plan has no schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unplannable {
    /// Activities wait for one another in a circle: each for the next one, the last for the first.
    Circle(Vec<ActivityId>),
    /// An activity waits for one of a later phase.
    LaterPhase {
        /// Which waits.
        waits: ActivityId,
        /// For which.
        needs: ActivityId,
    },
}

impl Placement {
    /// Returns whether the plan ends later if this does.
    pub const fn is_critical(&self) -> bool {
        self.slack == 0
    }
}

/// Works out when everything happens. What an activity waits for and the plan does not hold is passed over.
pub fn schedule(
    activities: &[Activity],
    start: Date,
    calendar: &WorkCalendar,
) -> Result<Schedule, Unplannable> {
    let network = Network::of(activities)?;
    Ok(network.schedule(start, calendar, |at, _| activities[at].days))
}

/// Works out when everything happens where some activities are to end on a day, in the order in which they are
/// given, and how many working days each then takes. An end before the start, or too far behind it, is passed over.
pub(super) fn fitted(
    activities: &[Activity],
    ends: &[Option<Date>],
    start: Date,
    calendar: &WorkCalendar,
) -> Result<(Schedule, Vec<u16>), Unplannable> {
    let network = Network::of(activities)?;
    let mut days: Vec<u16> = activities.iter().map(|activity| activity.days).collect();
    let schedule = network.schedule(start, calendar, |at, start| {
        let fits = |end: &Date| *end >= start && calendar.count(start, *end) <= MOST_DAYS;
        if let Some(end) = ends[at].filter(fits) {
            days[at] = calendar.count(start, end).max(1);
        }
        days[at]
    });
    Ok((schedule, days))
}

/// Says why activities have no schedule, without working one out.
pub(super) fn check(activities: &[Activity]) -> Result<(), Unplannable> {
    Network::of(activities).map(drop)
}

const NOWHERE: Placement =
    Placement { start: Date::ZERO, end: Date::ZERO, earliest: Date::ZERO, slack: 0 };

/// Activities and what they wait for, by their places.
struct Network<'a> {
    activities: &'a [Activity],
    needs: Vec<Vec<usize>>,
    /// Every place, after all that it waits for, phase by phase.
    order: Vec<usize>,
}

impl<'a> Network<'a> {
    fn of(activities: &'a [Activity]) -> Result<Self, Unplannable> {
        let places: HashMap<ActivityId, usize> =
            activities.iter().enumerate().map(|(place, it)| (it.id, place)).collect();
        let mut needs = Vec::with_capacity(activities.len());
        for activity in activities {
            let of_this: Vec<usize> =
                activity.needs.iter().filter_map(|id| places.get(id).copied()).collect();
            if let Some(&later) = of_this.iter().find(|&&at| activities[at].phase > activity.phase)
            {
                return Err(Unplannable::LaterPhase {
                    waits: activity.id,
                    needs: activities[later].id,
                });
            }
            needs.push(of_this);
        }
        let order = in_order(&needs).map_err(|circle| {
            Unplannable::Circle(circle.iter().map(|&at| activities[at].id).collect())
        })?;
        Ok(Self { activities, needs, order })
    }

    /// Works out when everything happens; `days` says how many working days the activity at a place takes, once it
    /// is known when that starts.
    fn schedule(
        &self,
        start: Date,
        calendar: &WorkCalendar,
        mut days: impl FnMut(usize, Date) -> u16,
    ) -> Schedule {
        let mut placements = vec![NOWHERE; self.activities.len()];
        let mut phases = [Span { start, gate: start }; 4];
        let mut opens = calendar.on_or_after(start);
        for phase in Phase::ALL {
            let (mut begins, mut gate) = (opens, None);
            for &at in self.order.iter().filter(|&&at| self.activities[at].phase == phase) {
                let placed = self.place(at, &placements, opens, calendar, &mut days);
                begins = begins.min(placed.start);
                gate = gate.max(Some(placed.end));
                placements[at] = placed;
            }
            phases[phase.place()] = Span { start: begins, gate: gate.unwrap_or(opens) };
            opens = gate.map_or(opens, |gate| calendar.after(gate).max(opens));
        }
        let last = placements.iter().map(|placed| placed.end).max().unwrap_or(opens);
        self.find_slack(&mut placements, last, calendar);
        Schedule { placements, phases }
    }

    fn place(
        &self,
        at: usize,
        placements: &[Placement],
        opens: Date,
        calendar: &WorkCalendar,
        days: impl FnOnce(usize, Date) -> u16,
    ) -> Placement {
        let activity = &self.activities[at];
        let after = |&need: &usize| {
            let end = placements[need].end;
            if activity.is_milestone() { calendar.on_or_after(end) } else { calendar.after(end) }
        };
        let earliest = self.needs[at].iter().map(after).fold(opens, Date::max);
        let held = activity.not_before.map_or(earliest, |day| calendar.on_or_after(day));
        let planned = held.max(earliest);
        let start = activity.started.or(activity.done.map(|done| done.min(planned)));
        let start = start.unwrap_or(planned);
        let end = match activity.done {
            Some(done) => done.max(start),
            None => calendar.end_of(start, days(at, start)),
        };
        Placement { start, end, earliest, slack: 0 }
    }

    fn find_slack(&self, placements: &mut [Placement], last: Date, calendar: &WorkCalendar) {
        let mut latest = vec![last; placements.len()];
        // The latest day on which a phase may still end.
        let mut closes = last;
        for phase in Phase::ALL.into_iter().rev() {
            let mut next_closes = closes;
            for &at in self.order.iter().rev().filter(|&&at| self.activities[at].phase == phase) {
                latest[at] = latest[at].min(closes);
                let placed = &mut placements[at];
                // An end on a day off is no working day that could be spared.
                let own = u16::from(calendar.works_on(placed.end));
                placed.slack = calendar.count(placed.end, latest[at]).saturating_sub(own);
                let activity = &self.activities[at];
                // What has begun stays where it is, however late that is which it waited for.
                if activity.has_begun() {
                    continue;
                }
                let length = calendar.count(placed.start, placed.end);
                let starts = calendar.start_of(calendar.on_or_before(latest[at]), length);
                let ends = calendar.before(starts);
                next_closes = next_closes.min(ends);
                for &need in &self.needs[at] {
                    let by = if activity.is_milestone() { starts } else { ends };
                    latest[need] = latest[need].min(by);
                }
            }
            closes = next_closes;
        }
    }
}

/// Puts places into an order in which each comes after all that it needs, and otherwise leaves them as they are;
/// or returns a circle.
fn in_order(needs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        Open,
        Done,
    }
    let mut seen = vec![Seen::Not; needs.len()];
    let mut order = Vec::with_capacity(needs.len());
    for first in 0..needs.len() {
        if seen[first] != Seen::Not {
            continue;
        }
        seen[first] = Seen::Open;
        let mut path = vec![(first, 0)];
        while let Some((at, next)) = path.last_mut() {
            let Some(&need) = needs[*at].get(*next) else {
                seen[*at] = Seen::Done;
                order.push(*at);
                path.pop();
                continue;
            };
            *next += 1;
            match seen[need] {
                Seen::Done => {}
                Seen::Not => {
                    seen[need] = Seen::Open;
                    path.push((need, 0));
                }
                Seen::Open => {
                    let circle = path.iter().map(|(at, _)| *at).skip_while(|&at| at != need);
                    return Err(circle.collect());
                }
            }
        }
    }
    Ok(order)
}
