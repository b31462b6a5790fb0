//! What is done, and when.

use engine::domain::rollout::{self, ActivityField, Phase, Placement, Progress};
use engine::rollout::Plan;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::PhaseKey;

/// When a phase happens.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    pub key: PhaseKey,
    pub name: &'static str,
    /// How long it lasts by the playbook, in words.
    pub lasts: &'static str,
    pub start: String,
    pub gate: String,
    /// The working days that it takes here.
    pub days: u16,
    /// Whether that is less or more than the playbook says.
    pub is_outside: bool,
}

/// An activity and when it happens. Days are written as 2026-05-31, both ends included.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    pub id: String,
    pub phase: PhaseKey,
    pub name: String,
    pub owner: String,
    pub start: String,
    pub end: String,
    /// The working days that it takes; 0 for a milestone.
    pub days: u16,
    /// Whether it starts on a day of its own, and not as soon as it can.
    pub is_held: bool,
    pub needs: Vec<String>,
    pub baseline: Option<Days>,
    pub started: Option<String>,
    pub done: Option<String>,
    pub note: String,
    /// The working days by which it can end later before the plan ends later.
    pub slack: u16,
    pub is_critical: bool,
    pub progress: ProgressKey,
}

/// A first and a last day.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Days {
    pub start: String,
    pub end: String,
}

/// When an activity would happen.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Placed {
    pub id: String,
    pub start: String,
    pub end: String,
}

/// Where an activity stands today.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProgressKey {
    Planned,
    Running,
    Late,
    Done,
}

/// A field of an activity.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ActivityFieldKey {
    Name,
    Owner,
    Phase,
    Start,
    End,
    Days,
    Needs,
    Started,
    Done,
    Note,
}

/// What changes about when an activity happens.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(tag = "kind", content = "to", rename_all = "snake_case")]
pub enum Shift {
    /// Its first day.
    Start(String),
    /// The working days that it takes.
    Days(u16),
}

impl Span {
    /// Returns when a phase of a plan happens.
    pub fn of(phase: Phase, plan: &Plan) -> Self {
        let span = plan.schedule.phases[phase.place()];
        let calendar = &plan.kept.calendar;
        let days = calendar.count(span.start, span.gate);
        let week = calendar.days_a_week();
        let is_empty = plan.kept.of(phase).next().is_none();
        let is_outside =
            phase.weeks().is_some_and(|(fewest, most)| days < fewest * week || days > most * week);
        Self {
            key: phase.into(),
            name: phase.name(),
            lasts: phase.lasts(),
            start: span.start.to_string(),
            gate: span.gate.to_string(),
            days: if is_empty { 0 } else { days },
            is_outside: is_outside && !is_empty,
        }
    }
}

impl Activity {
    /// Returns the activities of a plan in its order.
    pub fn all(plan: &Plan) -> Vec<Self> {
        let placed = plan.kept.activities.iter().zip(&plan.schedule.placements);
        placed.map(|(activity, placed)| Self::of(activity, placed, plan)).collect()
    }

    fn of(activity: &rollout::Activity, placed: &Placement, plan: &Plan) -> Self {
        Self {
            id: activity.id.to_string(),
            phase: activity.phase.into(),
            name: activity.name.clone(),
            owner: activity.owner.clone(),
            start: placed.start.to_string(),
            end: placed.end.to_string(),
            days: activity.days,
            is_held: activity.not_before.is_some(),
            needs: activity.needs.iter().map(ToString::to_string).collect(),
            baseline: activity
                .baseline
                .map(|(start, end)| Days { start: start.to_string(), end: end.to_string() }),
            started: activity.started.map(|day| day.to_string()),
            done: activity.done.map(|day| day.to_string()),
            note: activity.note.clone(),
            slack: placed.slack,
            is_critical: placed.is_critical() && activity.done.is_none(),
            progress: activity.progress(placed.start, placed.end, plan.today).into(),
        }
    }
}

impl From<(rollout::ActivityId, Placement)> for Placed {
    fn from((id, placed): (rollout::ActivityId, Placement)) -> Self {
        Self { id: id.to_string(), start: placed.start.to_string(), end: placed.end.to_string() }
    }
}

impl From<Progress> for ProgressKey {
    fn from(progress: Progress) -> Self {
        match progress {
            Progress::Planned => Self::Planned,
            Progress::Running => Self::Running,
            Progress::Late => Self::Late,
            Progress::Done => Self::Done,
        }
    }
}

impl From<ActivityFieldKey> for ActivityField {
    fn from(key: ActivityFieldKey) -> Self {
        match key {
            ActivityFieldKey::Name => Self::Name,
            ActivityFieldKey::Owner => Self::Owner,
            ActivityFieldKey::Phase => Self::Phase,
            ActivityFieldKey::Start => Self::Start,
            ActivityFieldKey::End => Self::End,
            ActivityFieldKey::Days => Self::Days,
            ActivityFieldKey::Needs => Self::Needs,
            ActivityFieldKey::Started => Self::Started,
            ActivityFieldKey::Done => Self::Done,
            ActivityFieldKey::Note => Self::Note,
        }
    }
}
