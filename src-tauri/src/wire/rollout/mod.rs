//! Plans: phases, activities, pilots, gates, reviews.

pub mod activity;
pub mod export;
pub mod gate;
pub mod import;
pub mod pilot;
pub mod setup;

use engine::domain::rollout::{ObjectionField, Phase, ReviewKind};
use engine::rollout::{self, DueKind};
use engine::{Workspace, domain};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::CommandError;
use activity::{Activity, Span};
use gate::Gate;
use pilot::Pilot;

/// A plan in the list of plans.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanLine {
    pub id: String,
    pub name: String,
    pub is_example: bool,
}

/// A plan, with everything that its screen shows. Days are written as 2026-05-31.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    pub id: String,
    pub name: String,
    pub is_example: bool,
    pub start: String,
    pub end: String,
    pub today: String,
    /// Monday first.
    pub weekdays: [bool; 7],
    pub holidays: Vec<Holiday>,
    pub phases: Vec<Span>,
    pub activities: Vec<Activity>,
    pub gates: Vec<Gate>,
    pub pilots: Vec<Pilot>,
    pub reviews: Vec<Review>,
    pub windows: Vec<Window>,
    pub objections: Vec<Objection>,
    pub due: Vec<Due>,
    pub has_baseline: bool,
}

/// A day that is not worked although its day of the week is.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
pub struct Holiday {
    pub day: String,
    pub name: String,
}

/// One of the four phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PhaseKey {
    Discovery,
    Pilot,
    Expand,
    Govern,
}

/// An audit or a review on its day.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    pub kind: &'static str,
    pub name: &'static str,
    pub question: &'static str,
    pub number: u16,
    pub due: String,
    pub is_late: bool,
    pub done: Option<ReviewDone>,
}

/// What a review found.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewDone {
    pub on: String,
    pub name: String,
    pub findings: String,
    pub follow_ups: String,
}

/// Days on which more is reviewed than usual.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// Nothing for a new one.
    pub id: Option<String>,
    pub name: String,
    pub first: String,
    pub last: String,
    /// The confidence below which a person looks, in percent.
    pub review_below: u8,
}

/// What stakeholders object, and what they are answered.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Objection {
    pub id: String,
    pub answers: Vec<ObjectionAnswer>,
}

/// What is written down about an objection, field by field.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ObjectionAnswer {
    pub field: &'static str,
    pub label: &'static str,
    pub text: String,
}

/// Something that the plan asks for.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Due {
    pub kind: DueKey,
    pub of: String,
    pub name: String,
    pub owner: String,
    pub day: String,
    pub is_late: bool,
}

/// What kind of thing is due.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DueKey {
    Start,
    Finish,
    Gate,
    Review,
    Window,
}

impl Plan {
    /// Returns a plan as its screen shows it.
    pub fn of(workspace: &Workspace, plan: &rollout::Plan) -> Result<Self, CommandError> {
        let kept = &plan.kept;
        let tasks = workspace.pilot_tasks(kept)?;
        let facts = workspace.gate_facts_with(plan, &tasks)?;
        let calendar = &kept.calendar;
        let pilots = kept.pilots.iter().zip(tasks).zip(&facts.pilots);
        let pilots = pilots.map(|((pilot, task), found)| Pilot::of(pilot, task, found));
        Ok(Self {
            id: kept.id.to_string(),
            name: kept.name.clone(),
            is_example: kept.is_example,
            start: kept.start.to_string(),
            end: plan.schedule.phases[3].gate.to_string(),
            today: plan.today.to_string(),
            weekdays: calendar.weekdays(),
            holidays: calendar.holidays().iter().map(Holiday::from).collect(),
            phases: Phase::ALL.map(|phase| Span::of(phase, plan)).to_vec(),
            activities: Activity::all(plan),
            gates: Phase::ALL.iter().map(|&phase| plan.gate(phase, &facts).into()).collect(),
            pilots: pilots.collect(),
            reviews: ReviewKind::ALL.iter().flat_map(|&kind| reviews(plan, kind)).collect(),
            windows: kept.windows.iter().map(Window::from).collect(),
            objections: kept.objections.iter().map(Objection::from).collect(),
            due: plan.due(&facts).into_iter().map(Due::from).collect(),
            has_baseline: kept.activities.iter().any(|it| it.baseline.is_some()),
        })
    }
}

fn reviews(plan: &rollout::Plan, kind: ReviewKind) -> Vec<Review> {
    let reviews = plan.reviews(kind).into_iter().map(|review| Review {
        kind: kind.key(),
        name: kind.name(),
        question: kind.question(),
        number: review.number,
        due: review.due.to_string(),
        is_late: review.done.is_none() && review.due < plan.today,
        done: review.done.map(|done| ReviewDone {
            on: done.on.to_string(),
            name: done.name.clone(),
            findings: done.findings.clone(),
            follow_ups: done.follow_ups.clone(),
        }),
    });
    reviews.collect()
}

impl From<&domain::rollout::Playbook> for PlanLine {
    fn from(kept: &domain::rollout::Playbook) -> Self {
        Self { id: kept.id.to_string(), name: kept.name.clone(), is_example: kept.is_example }
    }
}

impl<D: ToString> From<(&D, &String)> for Holiday {
    fn from((day, name): (&D, &String)) -> Self {
        Self { day: day.to_string(), name: name.clone() }
    }
}

impl From<&(domain::rollout::WindowId, domain::rollout::HighImpactWindow)> for Window {
    fn from((id, window): &(domain::rollout::WindowId, domain::rollout::HighImpactWindow)) -> Self {
        Self {
            id: Some(id.to_string()),
            name: window.name.clone(),
            first: window.first.to_string(),
            last: window.last.to_string(),
            review_below: window.review_below,
        }
    }
}

impl From<&domain::rollout::Objection> for Objection {
    fn from(objection: &domain::rollout::Objection) -> Self {
        let answers = ObjectionField::ALL.iter().map(|&field| ObjectionAnswer {
            field: field.key(),
            label: field.name(),
            text: objection.text(field).to_owned(),
        });
        Self { id: objection.id.to_string(), answers: answers.collect() }
    }
}

impl From<rollout::Due> for Due {
    fn from(due: rollout::Due) -> Self {
        let kind = match due.kind {
            DueKind::Start => DueKey::Start,
            DueKind::Finish => DueKey::Finish,
            DueKind::Gate => DueKey::Gate,
            DueKind::Review => DueKey::Review,
            DueKind::Window => DueKey::Window,
        };
        let day = due.day.to_string();
        Self { kind, of: due.of, name: due.name, owner: due.owner, day, is_late: due.is_late }
    }
}

impl From<Phase> for PhaseKey {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Discovery => Self::Discovery,
            Phase::Pilot => Self::Pilot,
            Phase::Expand => Self::Expand,
            Phase::Govern => Self::Govern,
        }
    }
}

impl From<PhaseKey> for Phase {
    fn from(key: PhaseKey) -> Self {
        match key {
            PhaseKey::Discovery => Self::Discovery,
            PhaseKey::Pilot => Self::Pilot,
            PhaseKey::Expand => Self::Expand,
            PhaseKey::Govern => Self::Govern,
        }
    }
}
