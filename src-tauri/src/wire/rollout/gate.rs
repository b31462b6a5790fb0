//! Gates: what they ask, and what was decided.

use engine::domain::rollout::gate::{Asks, Checked, GateEvent, GateVerdict};
use engine::rollout::{self, GateStanding};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::PhaseKey;
use crate::wire::moment;
use crate::wire::number;

/// The gate of a phase as it stands now.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Gate {
    pub phase: PhaseKey,
    pub standing: GateStandingKey,
    pub conditions: Vec<GateCondition>,
    /// How many do not hold.
    pub open: u32,
    pub decided: Option<Decided>,
    /// The SHA-256 of what a decision would rest on now.
    pub content_hash: String,
}

/// Something that a gate asks, and how it stands.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GateCondition {
    pub key: &'static str,
    pub statement: &'static str,
    pub holds: bool,
    /// What the app found; nothing where a person answers.
    pub found: Option<String>,
    /// What a person looks at; nothing where the app answers.
    pub rests_on: Option<&'static str>,
    pub mark: Option<Mark>,
}

/// What a person confirmed.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Mark {
    pub name: String,
    pub note: String,
    /// In ISO 8601, UTC.
    pub at: String,
}

/// A decision at a gate.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Decided {
    pub verdict: GateVerdictKey,
    pub name: String,
    pub role: String,
    pub reason: String,
    /// In ISO 8601, UTC.
    pub at: String,
    /// How many conditions did not hold then.
    pub open: u16,
    pub content_hash: String,
}

/// What somebody decides at a gate.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct GateAct {
    pub verdict: GateVerdictKey,
    pub name: String,
    pub role: String,
    pub reason: String,
}

/// Where a gate stands.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum GateStandingKey {
    Open,
    Ready,
    Go,
    Hold,
    Stop,
    Stale,
}

/// What can be decided at a gate.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum GateVerdictKey {
    Go,
    Hold,
    Stop,
}

impl From<rollout::Gate<'_>> for Gate {
    fn from(gate: rollout::Gate<'_>) -> Self {
        Self {
            phase: gate.phase.into(),
            standing: gate.standing.into(),
            conditions: gate.checked.iter().map(GateCondition::from).collect(),
            open: number(gate.open()),
            decided: gate.decided.map(Decided::from),
            content_hash: gate.hash,
        }
    }
}

impl From<&Checked<'_>> for GateCondition {
    fn from(checked: &Checked<'_>) -> Self {
        Self {
            key: checked.condition.key,
            statement: checked.condition.statement,
            holds: checked.holds(),
            found: checked.finding.as_ref().map(|finding| finding.found.clone()),
            rests_on: match checked.condition.asks {
                Asks::App(_) => None,
                Asks::Person(rests_on) => Some(rests_on),
            },
            mark: checked.mark.map(|mark| Mark {
                name: mark.name.clone(),
                note: mark.note.clone(),
                at: moment(mark.at),
            }),
        }
    }
}

impl From<&GateEvent> for Decided {
    fn from(event: &GateEvent) -> Self {
        Self {
            verdict: event.verdict.into(),
            name: event.name.clone(),
            role: event.role.clone(),
            reason: event.reason.clone(),
            at: moment(event.at),
            open: event.open,
            content_hash: event.content_hash.clone(),
        }
    }
}

impl From<GateStanding> for GateStandingKey {
    fn from(standing: GateStanding) -> Self {
        match standing {
            GateStanding::Open => Self::Open,
            GateStanding::Ready => Self::Ready,
            GateStanding::Go => Self::Go,
            GateStanding::Hold => Self::Hold,
            GateStanding::Stop => Self::Stop,
            GateStanding::Stale => Self::Stale,
        }
    }
}

impl From<GateVerdict> for GateVerdictKey {
    fn from(verdict: GateVerdict) -> Self {
        match verdict {
            GateVerdict::Go => Self::Go,
            GateVerdict::Hold => Self::Hold,
            GateVerdict::Stop => Self::Stop,
        }
    }
}

impl From<GateVerdictKey> for GateVerdict {
    fn from(key: GateVerdictKey) -> Self {
        match key {
            GateVerdictKey::Go => Self::Go,
            GateVerdictKey::Hold => Self::Hold,
            GateVerdictKey::Stop => Self::Stop,
        }
    }
}

impl From<GateAct> for rollout::GateAct {
    fn from(act: GateAct) -> Self {
        let GateAct { verdict, name, role, reason } = act;
        Self { verdict: verdict.into(), name, role, reason }
    }
}
