//! The plan of one initiative.

use jiff::civil::Date;

use super::gate::{GateEvent, Mark};
use super::schedule::check;
use super::{
    Activity, ActivityId, FIRST_DAY, HighImpactWindow, LAST_DAY, MOST_DAYS, Objection, Phase,
    PilotPlan, ReviewDone, Schedule, Unplannable, WindowId, WorkCalendar, schedule,
};
use crate::entry::is_too_long;
use crate::identity::identity;
use crate::refusal;

identity! {
    /// Identifies a playbook for good.
    PlaybookId
}

/// The plan of one initiative: phases, activities, pilots, gates, reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playbook {
    /// Its identity.
    pub id: PlaybookId,
    /// What it is called.
    pub name: String,
    /// The day on which it starts, or the first working day after it.
    pub start: Date,
    /// The days on which people work.
    pub calendar: WorkCalendar,
    /// Whether it is the example that Trilane brings, and to be told from a plan of the organisation's own.
    pub is_example: bool,
    /// When it was made, in milliseconds since 1970, UTC.
    pub made_at: i64,
    /// What is to be done, in the order of the plan.
    pub activities: Vec<Activity>,
    /// What is tried first.
    pub pilots: Vec<PilotPlan>,
    /// What people confirmed at gates.
    pub marks: Vec<Mark>,
    /// What was decided at gates, the oldest first.
    pub gates: Vec<GateEvent>,
    /// The reviews that were done.
    pub reviews: Vec<ReviewDone>,
    /// Days on which more is reviewed than usual, each with its identity.
    pub windows: Vec<(WindowId, HighImpactWindow)>,
    /// What stakeholders object, and what they are answered.
    pub objections: Vec<Objection>,
}

/// What a person changes about when an activity happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// It is to start on a day.
    Start(Date),
    /// It is to take so many working days.
    Days(u16),
}

impl Playbook {
    /// Returns a plan with nothing in it.
    pub const fn new(id: PlaybookId, name: String, start: Date, made_at: i64) -> Self {
        Self {
            id,
            name,
            start,
            calendar: WorkCalendar::weekdays_only(),
            is_example: false,
            made_at,
            activities: Vec::new(),
            pilots: Vec::new(),
            marks: Vec::new(),
            gates: Vec::new(),
            reviews: Vec::new(),
            windows: Vec::new(),
            objections: Vec::new(),
        }
    }

    /// Works out when everything in it happens.
    pub fn schedule(&self) -> Result<Schedule, Unplannable> {
        schedule(&self.activities, self.start, &self.calendar)
    }

    /// Says why it has no schedule, without working one out.
    pub fn check(&self) -> Result<(), Unplannable> {
        check(&self.activities)
    }

    /// Returns an activity.
    pub fn activity(&self, id: ActivityId) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id == id)
    }

    /// Returns the activities of a phase.
    pub fn of(&self, phase: Phase) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(move |activity| activity.phase == phase)
    }

    /// Changes when an activity happens, and leaves everything else to the schedule; `now` is how that stands. A
    /// change that would have no effect is refused with a sentence.
    ///
    /// A day on which it starts anyway is not written down, so that moving it there and back leaves the plan as
    /// free as it was.
    pub fn shift(&mut self, id: ActivityId, shift: Shift, now: &Schedule) -> Result<(), String> {
        let at = self.place_of(id).ok_or_else(gone)?;
        match shift {
            Shift::Start(day) => {
                let day = self.calendar.on_or_after(day);
                if let Some(refusal) = self.start_refusal(at, day, now) {
                    return Err(refusal);
                }
                let activity = &mut self.activities[at];
                if !activity.has_begun() {
                    activity.not_before = (day > now.placements[at].earliest).then_some(day);
                }
            }
            Shift::Days(days) if days > MOST_DAYS => return Err(too_long()),
            Shift::Days(days) => self.activities[at].days = days,
        }
        Ok(())
    }

    /// Returns why the activity at a place cannot start on a working day; nothing where it can.
    pub(super) fn start_refusal(&self, at: usize, day: Date, now: &Schedule) -> Option<String> {
        let activity = &self.activities[at];
        let placed = now.placements[at];
        let name = activity.title();
        if activity.has_begun() {
            let begun = match (activity.started, activity.done) {
                (Some(started), _) => format!("“{name}” started on {started}"),
                (None, done) => format!("“{name}” was done on {}", done.unwrap_or(placed.end)),
            };
            return (day != self.calendar.on_or_after(placed.start))
                .then(|| format!("{begun}: it cannot start on {day}."));
        }
        if day >= placed.earliest {
            return None;
        }
        let earliest = placed.earliest;
        let cannot = format!("“{name}” cannot start before {earliest}");
        let needs = activity.needs.iter().filter_map(|need| self.place_of(*need));
        let last = needs.max_by_key(|&need| now.placements[need].end);
        let follows = |need: &usize| {
            let end = now.placements[*need].end;
            self.calendar.after(end) == earliest
                || (activity.is_milestone() && self.calendar.on_or_after(end) == earliest)
        };
        Some(match last.filter(follows) {
            Some(need) => {
                format!("{cannot}: it waits for “{}”.", self.activities[need].title())
            }
            None if earliest == self.calendar.on_or_after(self.start) => {
                format!("{cannot}: the plan starts on that day.")
            }
            None => format!("{cannot}: {} opens on that day.", activity.phase.name()),
        })
    }

    pub(super) fn place_of(&self, id: ActivityId) -> Option<usize> {
        self.activities.iter().position(|activity| activity.id == id)
    }

    /// Says in a sentence why there is no schedule, with the names of the activities.
    pub fn sentence(&self, unplannable: &Unplannable) -> String {
        let name = |id: &ActivityId| {
            format!("“{}”", self.activity(*id).map_or("an activity", Activity::title))
        };
        match unplannable {
            Unplannable::Circle(path) if path.len() == 1 => {
                format!("{} cannot wait for itself.", name(&path[0]))
            }
            Unplannable::Circle(path) => {
                let names: Vec<String> = path.iter().chain(path.first()).map(name).collect();
                format!("They would wait for one another: {}.", names.join(" waits for "))
            }
            Unplannable::LaterPhase { waits, needs } => {
                let phase = |id| self.activity(id).map_or("", |activity| activity.phase.name());
                format!(
                    "{} is in {} and cannot wait for {}, which is in {}.",
                    name(waits),
                    phase(*waits),
                    name(needs),
                    phase(*needs)
                )
            }
        }
    }
}

pub(super) fn gone() -> String {
    "The activity is no longer there.".to_owned()
}

pub(super) fn too_long() -> String {
    format!("An activity takes at most {MOST_DAYS} working days.")
}

/// Reads a day of a plan, or says in a sentence what is wrong with it.
pub fn read_day(text: &str) -> Result<Date, String> {
    let text = text.trim();
    let day: Date = text.parse().map_err(|_| {
        format!("“{text}” is not a day. Write it as year, month and day: 2026-05-31.")
    })?;
    if (FIRST_DAY..=LAST_DAY).contains(&day) {
        Ok(day)
    } else {
        Err(format!("{day} is too far away: a plan lies between 1970 and 2200."))
    }
}

/// Says in a sentence that a text of a plan is too long, by what it is called.
pub fn fits(text: &str, name: &str) -> Result<(), String> {
    if is_too_long(text) { Err(refusal::too_long(name)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_or_refused_with_what_to_write() {
        assert_eq!(read_day(" 2026-12-24 "), Ok(jiff::civil::date(2026, 12, 24)));
        assert!(read_day("2026-02-30").expect_err("no such day").contains("2026-05-31"));
        assert!(read_day("1969-12-31").expect_err("too early").contains("between 1970 and 2200"));
        assert!(read_day("2201-01-01").is_err());
        assert!(read_day("").is_err());
    }
}
