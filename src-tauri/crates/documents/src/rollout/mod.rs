//! A plan as documents tell it: a calendar, a timeline, Markdown, and the page of objections.
//!
//! What a plan is and when its work happens is worked out before it comes here; here it is only told.

mod calendar;
mod markdown;
mod people;
mod timeline;
mod words;

use domain::Lane;
use domain::rollout::gate::{Checked, GateEvent};
use domain::rollout::{Automation, Phase, PilotPlan, Playbook, Review, Schedule};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use calendar::to_calendar;
pub use markdown::to_markdown;
pub use people::people_pdf;
pub use timeline::{Sheet, timeline_pdf, timeline_svg};

/// A plan, with what a reader must know about it.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    /// What is kept of it.
    pub kept: &'a Playbook,
    /// When everything in it happens.
    pub schedule: &'a Schedule,
    /// Its gates, in the order of the phases that they end.
    pub gates: Vec<Gate<'a>>,
    /// The reviews that count today, kind by kind.
    pub reviews: Vec<Review<'a>>,
    /// Its pilots.
    pub pilots: Vec<Pilot<'a>>,
    /// The name of the workspace.
    pub workspace: &'a str,
    /// When the document is made.
    pub made_at: Timestamp,
    /// The day on which it is made, where it is made.
    pub made_on: Date,
    /// The zone whose days it tells.
    pub zone: TimeZone,
    /// The head of the audit trail's chain, in hexadecimal.
    pub chain_head: &'a str,
    /// The version of Trilane.
    pub made_by: &'a str,
}

/// The gate of a phase.
#[derive(Debug, Clone)]
pub struct Gate<'a> {
    /// The phase that it ends.
    pub phase: Phase,
    /// What it asks, and how that stands.
    pub checked: Vec<Checked<'a>>,
    /// Where it stands, in words.
    pub standing: &'static str,
    /// Whether the next phase may begin.
    pub is_passed: bool,
    /// The decision that was made last.
    pub decided: Option<&'a GateEvent>,
}

/// A pilot and its task.
#[derive(Debug, Clone)]
pub struct Pilot<'a> {
    /// What was written down about it.
    pub kept: &'a PilotPlan,
    /// What its task is called.
    pub task: String,
    /// The lane of the task.
    pub lane: Option<Lane>,
    /// What the automation of the task may do.
    pub automation: Automation,
}

impl Plan<'_> {
    /// Returns where the document comes from: a sentence each.
    fn footer(&self) -> [String; 2] {
        let head: String = self.chain_head.chars().take(20).collect();
        let day = words::day(self.made_on);
        [
            format!("{}, made on {day} with Trilane {}.", self.workspace, self.made_by),
            format!(
                "Head of the audit trail: {head}. Names are as entered; nobody was authenticated."
            ),
        ]
    }
}
