//! The rollout: plans of four phases, when their work happens, and what must hold before a phase ends.
//!
//! Days are days of the calendar, without a time or a zone: nothing in a plan moves with a clock.

mod activity;
mod automation;
mod calendar;
mod candidate;
mod conditions;
mod entry;
pub mod gate;
mod objection;
mod phase;
mod pilot_plan;
mod playbook;
mod review;
mod rows;
mod schedule;
mod template;
mod window;

pub use activity::{Activity, ActivityId, MOST_DAYS, Progress};
pub use automation::{Automation, AutomationEvent};
pub use calendar::{FIRST_DAY, LAST_DAY, WorkCalendar};
pub use candidate::{Candidate, ranked};
pub use conditions::CONDITIONS;
pub use entry::{ActivityField, one_line};
pub use objection::{Objection, ObjectionField, ObjectionId};
pub use phase::Phase;
pub use pilot_plan::{PILOT_FIELDS, PilotAnswer, PilotField, PilotId, PilotKind, PilotPlan};
pub use playbook::{Playbook, PlaybookId, Shift, fits, read_day};
pub use review::{Review, ReviewDone, ReviewKind, reviews};
pub use rows::{ActivityRow, TakenRow};
pub use schedule::{Placement, Schedule, Span, Unplannable, schedule};
pub use template::{Draft, Template};
pub use window::{HighImpactWindow, WindowId, strictest};
