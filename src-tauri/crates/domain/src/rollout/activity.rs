//! What is to be done, and when.

use jiff::civil::Date;

use super::Phase;
use crate::identity::identity;

identity! {
    /// Identifies an activity for good, in every copy and calendar.
    ActivityId
}

/// The most working days that one activity takes.
pub const MOST_DAYS: u16 = 2_000;

/// A piece of work in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its identity.
    pub id: ActivityId,
    /// The phase that it belongs to.
    pub phase: Phase,
    /// What is done.
    pub name: String,
    /// Who does it; may be empty.
    pub owner: String,
    /// The working days that it takes; 0 for a milestone.
    pub days: u16,
    /// The day before which it does not start; nothing for as soon as what it waits for is done.
    pub not_before: Option<Date>,
    /// What it waits for.
    pub needs: Vec<ActivityId>,
    /// When it was promised to start and to end.
    pub baseline: Option<(Date, Date)>,
    /// When it did start.
    pub started: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
    /// Anything else about it.
    pub note: String,
}

/// Where an activity stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Its time has not come.
    Planned,
    /// It is under way.
    Running,
    /// It should have started, or should be done.
    Late,
    /// It is done.
    Done,
}

impl Progress {
    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Late => "late",
            Self::Done => "done",
        }
    }

    /// Returns what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "Planned",
            Self::Running => "Running",
            Self::Late => "Late",
            Self::Done => "Done",
        }
    }
}

impl Activity {
    /// Returns an activity with nothing but a name.
    pub const fn new(id: ActivityId, phase: Phase, name: String, days: u16) -> Self {
        Self {
            id,
            phase,
            name,
            owner: String::new(),
            days,
            not_before: None,
            needs: Vec::new(),
            baseline: None,
            started: None,
            done: None,
            note: String::new(),
        }
    }

    /// Returns whether it marks a moment and takes no time.
    pub const fn is_milestone(&self) -> bool {
        self.days == 0
    }

    /// Returns whether it stands on days of its own: it started, or is done.
    pub const fn has_begun(&self) -> bool {
        self.started.is_some() || self.done.is_some()
    }

    /// Returns what it is called, or what stands for that.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { "Activity without a name" } else { &self.name }
    }

    /// Returns where it stands on a day, when it is planned from one day to another.
    pub fn progress(&self, start: Date, end: Date, today: Date) -> Progress {
        let is_late = end < today || (self.started.is_none() && start < today && self.days > 0);
        match (self.done, self.started) {
            (Some(_), _) => Progress::Done,
            _ if is_late => Progress::Late,
            (None, Some(_)) => Progress::Running,
            (None, None) => Progress::Planned,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_has_not_started_on_its_day_is_late_on_the_next() {
        let mut activity =
            Activity::new(ActivityId::new(Uuid::nil()), Phase::Pilot, "Build".into(), 3);
        let (start, end) = (date(2026, 11, 23), date(2026, 11, 25));
        let progress = |today| activity.progress(start, end, today);
        assert_eq!(progress(date(2026, 11, 23)), Progress::Planned);
        assert_eq!(progress(date(2026, 11, 24)), Progress::Late);
        activity.started = Some(start);
        let on = |today| activity.progress(start, end, today);
        assert_eq!(on(date(2026, 11, 25)), Progress::Running);
        assert_eq!(on(date(2026, 11, 26)), Progress::Late);
        activity.done = Some(end);
        assert_eq!(activity.progress(start, end, date(2027, 1, 1)), Progress::Done);
    }
}
