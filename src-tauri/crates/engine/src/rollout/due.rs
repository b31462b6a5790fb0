//! What a plan asks for today.

use domain::rollout::gate::Facts;
use domain::rollout::{Phase, Progress, ReviewKind, strictest};
use jiff::ToSpan;
use jiff::civil::Date;

use super::{GateStanding, Plan};

/// How many days ahead something is told.
const AHEAD: i32 = 7;

/// Something that a plan asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What kind of thing it is.
    pub kind: DueKind,
    /// Its identity: of an activity, a phase, or a review.
    pub of: String,
    /// What it is called.
    pub name: String,
    /// Who does it; may be empty.
    pub owner: String,
    /// The day on which it starts, or is due.
    pub day: Date,
    /// Whether that day is over.
    pub is_late: bool,
}

/// What kind of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    /// An activity that should start, or has not by its day.
    Start,
    /// An activity that should be done, or was not by its day.
    Finish,
    /// A gate to be decided.
    Gate,
    /// A review to be held.
    Review,
    /// A window in which more is reviewed; it lasts until its day.
    Window,
}

impl Plan {
    /// Returns what is late, due today or due within a week, the earliest first.
    pub fn due(&self, facts: &Facts) -> Vec<Due> {
        let until = self.today.saturating_add(AHEAD.days());
        let mut due: Vec<Due> = self.activities_due(until);
        for phase in Phase::ALL {
            let gate = self.gate(phase, facts);
            let day = self.schedule.phases[phase.place()].gate;
            let is_open = matches!(
                gate.standing,
                GateStanding::Open | GateStanding::Ready | GateStanding::Stale
            );
            if is_open && day <= until && phase != Phase::Govern {
                due.push(Due {
                    kind: DueKind::Gate,
                    of: phase.key().to_owned(),
                    name: format!("Gate of {}", phase.name()),
                    owner: String::new(),
                    day,
                    is_late: day < self.today,
                });
            }
        }
        for kind in ReviewKind::ALL {
            for review in
                self.reviews(kind).iter().filter(|it| it.done.is_none() && it.due <= until)
            {
                due.push(Due {
                    kind: DueKind::Review,
                    of: kind.key().to_owned(),
                    name: kind.name().to_owned(),
                    owner: String::new(),
                    day: review.due,
                    is_late: review.due < self.today,
                });
            }
        }
        due.sort_by_key(|it| it.day);
        let windows: Vec<_> = self.kept.windows.iter().map(|(_, window)| window.clone()).collect();
        if let Some(window) = strictest(&windows, self.today) {
            due.insert(
                0,
                Due {
                    kind: DueKind::Window,
                    of: String::new(),
                    name: format!("{}: people look below {} %", window.name, window.review_below),
                    owner: String::new(),
                    day: window.last,
                    is_late: false,
                },
            );
        }
        due
    }

    fn activities_due(&self, until: Date) -> Vec<Due> {
        let mut due = Vec::new();
        for (activity, placed) in self.kept.activities.iter().zip(&self.schedule.placements) {
            let progress = activity.progress(placed.start, placed.end, self.today);
            let (kind, day) = match activity.started {
                None if !activity.is_milestone() => (DueKind::Start, placed.start),
                _ => (DueKind::Finish, placed.end),
            };
            if progress != Progress::Done && day <= until {
                due.push(Due {
                    kind,
                    of: activity.id.to_string(),
                    name: activity.title().to_owned(),
                    owner: activity.owner.clone(),
                    day,
                    is_late: progress == Progress::Late,
                });
            }
        }
        due
    }
}
