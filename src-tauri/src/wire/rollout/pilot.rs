//! Pilots, and how far automations are switched on.

use engine::domain::rollout::gate::PilotFacts;
use engine::domain::rollout::{Automation, PILOT_FIELDS, PilotKind, PilotPlan};
use engine::rollout::{self, PilotTask};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::wire::field::LaneKey;
use crate::wire::moment;

/// A pilot of a plan.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Pilot {
    pub id: String,
    pub task: String,
    pub name: String,
    pub lane: Option<LaneKey>,
    pub is_deleted: bool,
    /// The guardrails that cap its lane, in words.
    pub caps: Vec<String>,
    /// Whether a model card serves it whose approval holds.
    pub has_card: bool,
    pub answers: Vec<PilotAnswer>,
    /// How many targets and margins are blank.
    pub missing: u32,
    /// When the last of them was written down, in ISO 8601, UTC.
    pub promised_at: Option<String>,
    /// Whether one of them was written down or changed after the automation began.
    pub promised_late: bool,
}

/// A field of a pilot, and what was written down in it.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PilotAnswer {
    pub field: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub kind: PilotFieldKey,
    pub text: String,
    /// When it was written down, in ISO 8601, UTC.
    pub at: Option<String>,
}

/// What a field of a pilot takes.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PilotFieldKey {
    Step,
    Before,
    Target,
    Margin,
}

/// A task that could be a pilot, and why.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PilotChoice {
    pub task: String,
    pub name: String,
    pub lane: LaneKey,
    pub reason: String,
    /// The hours that people spend on it in a month.
    pub hours: f64,
}

/// The automation of a task, as far as anybody said.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Automated {
    pub task: String,
    pub name: String,
    pub lane: Option<LaneKey>,
    pub state: AutomationKey,
    /// The oldest first.
    pub events: Vec<AutomationEvent>,
    pub next: Vec<AutomationStep>,
}

/// What was said about an automation.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AutomationEvent {
    pub state: AutomationKey,
    pub name: String,
    pub reason: String,
    /// In ISO 8601, UTC.
    pub at: String,
}

/// What can come next, and why it may not, where that is so.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AutomationStep {
    pub state: AutomationKey,
    pub refusal: Option<&'static str>,
}

/// How far an automation is switched on.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AutomationKey {
    Off,
    Shadow,
    Reviewed,
    Active,
    Paused,
}

impl Pilot {
    /// Returns a pilot and how its task stands.
    pub fn of(pilot: &PilotPlan, task: PilotTask, facts: &PilotFacts) -> Self {
        let answers = PILOT_FIELDS.iter().map(|field| PilotAnswer {
            field: field.key,
            label: field.label,
            hint: field.hint,
            kind: field.kind.into(),
            text: pilot.text(field.key).to_owned(),
            at: pilot.answers.get(field.key).map(|answer| moment(answer.at)),
        });
        Self {
            id: pilot.id.to_string(),
            task: pilot.task.to_string(),
            name: task.name,
            lane: task.lane.map(Into::into),
            is_deleted: task.is_deleted,
            caps: task.caps,
            has_card: task.has_card,
            answers: answers.collect(),
            missing: crate::wire::number(facts.promises_missing),
            promised_at: pilot.promised_at().map(moment),
            promised_late: facts.promised_late,
        }
    }
}

impl From<rollout::Choice> for PilotChoice {
    fn from(choice: rollout::Choice) -> Self {
        Self {
            task: choice.task.to_string(),
            name: choice.name,
            lane: choice.lane.into(),
            reason: choice.reason,
            hours: choice.hours,
        }
    }
}

impl From<rollout::Automated> for Automated {
    fn from(automated: rollout::Automated) -> Self {
        let events = automated.events.into_iter().map(|event| AutomationEvent {
            state: event.state.into(),
            name: event.name,
            reason: event.reason,
            at: moment(event.at),
        });
        let next = automated.next.into_iter();
        Self {
            task: automated.task.to_string(),
            name: automated.name,
            lane: automated.lane.map(Into::into),
            state: automated.state.into(),
            events: events.collect(),
            next: next
                .map(|(state, refusal)| AutomationStep { state: state.into(), refusal })
                .collect(),
        }
    }
}

impl From<PilotKind> for PilotFieldKey {
    fn from(kind: PilotKind) -> Self {
        match kind {
            PilotKind::Step => Self::Step,
            PilotKind::Before => Self::Before,
            PilotKind::Target => Self::Target,
            PilotKind::Margin => Self::Margin,
        }
    }
}

impl From<Automation> for AutomationKey {
    fn from(state: Automation) -> Self {
        match state {
            Automation::Off => Self::Off,
            Automation::Shadow => Self::Shadow,
            Automation::Reviewed => Self::Reviewed,
            Automation::Active => Self::Active,
            Automation::Paused => Self::Paused,
        }
    }
}

impl From<AutomationKey> for Automation {
    fn from(key: AutomationKey) -> Self {
        match key {
            AutomationKey::Off => Self::Off,
            AutomationKey::Shadow => Self::Shadow,
            AutomationKey::Reviewed => Self::Reviewed,
            AutomationKey::Active => Self::Active,
            AutomationKey::Paused => Self::Paused,
        }
    }
}
