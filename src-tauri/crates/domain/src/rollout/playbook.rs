//! The plan of one initiative.

use jiff::civil::Date;

use super::gate::{GateEvent, Mark};
use super::{
    Activity, ActivityId, FIRST_DAY, HighImpactWindow, LAST_DAY, Objection, Phase, PilotPlan,
    ReviewDone, Schedule, Unplannable, WindowId, WorkCalendar, schedule,
};
use crate::identity::identity;

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

    /// Returns an activity.
    pub fn activity(&self, id: ActivityId) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id == id)
    }

    /// Returns the activities of a phase.
    pub fn of(&self, phase: Phase) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(move |activity| activity.phase == phase)
    }

    /// Changes when an activity happens, and leaves everything else to the schedule. Returns nothing where the
    /// plan does not hold it.
    ///
    /// A day on which it starts anyway is not written down, so that moving it there and back leaves the plan as
    /// free as it was.
    pub fn shift(&mut self, id: ActivityId, shift: Shift) -> Option<()> {
        let at = self.activities.iter().position(|activity| activity.id == id)?;
        match shift {
            Shift::Start(day) => {
                let day = self.calendar.on_or_after(day);
                let earliest = self.schedule().ok()?.placements[at].earliest;
                self.activities[at].not_before = (day > earliest).then_some(day);
            }
            Shift::Days(days) => self.activities[at].days = days,
        }
        Some(())
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
