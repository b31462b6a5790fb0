//! How the lane of a task came about: recommendation, guardrails, decision.

use engine::decisions::ToDecide as ToDecideFound;
use engine::domain::guardrail::{self, ListFact as DomainFact};
use engine::domain::{self, Dimension, Field};
use engine::{Workspace, domain::DecisionState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::{FieldKey, LaneKey};
use super::number;
use crate::error::{CommandError, ErrorKind};

/// The lane that counts for a task, and how it came about.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// What the sum recommends.
    pub recommended: Option<LaneKey>,
    /// The guardrails that cap that, the strictest first.
    pub caps: Vec<Cap>,
    /// What they leave of it.
    pub guarded: Option<LaneKey>,
    pub decision: Option<Decision>,
    /// The lane that counts.
    pub lane: Option<LaneKey>,
}

/// A guardrail that caps a task.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Cap {
    pub sentence: String,
    pub lane: LaneKey,
}

/// What a person decided.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    pub lane: LaneKey,
    pub reason: String,
    pub by: String,
    /// In ISO 8601, UTC.
    pub at: String,
    /// The last day on which it holds, `2027-01-31`.
    pub until: Option<String>,
    pub state: DecisionKey,
    /// The scores that it was made on, in the order of the worksheet.
    pub scores: Vec<Option<u8>>,
}

/// Whether a decision still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKey {
    Holds,
    /// The scores under it have changed since.
    Stale,
    /// Its last day is over.
    Expired,
}

/// What there is to decide about some rows.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ToDecide {
    /// What the matrix and the guardrails leave of the tasks, each lane once: another lane needs a reason.
    pub guarded: Vec<LaneKey>,
    pub scored: u32,
    /// Tasks that lack a score, so that there is nothing to decide on.
    pub unscored: u32,
    /// Tasks with a decision, whether it counts or not.
    pub decided: u32,
}

/// A guardrail of the workspace.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Guardrail {
    pub id: String,
    pub is_on: bool,
    /// Whether every workspace has it.
    pub is_shipped: bool,
    /// Whether it differs from what was shipped.
    pub is_changed: bool,
    pub conditions: Vec<Condition>,
    pub cap: CapKey,
    pub sentence: String,
    /// How many tasks it caps, or would cap if it were on.
    pub tasks: u32,
}

/// Where a guardrail caps.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CapKey {
    Hybrid,
    HumanOnly,
}

/// What a guardrail looks at.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Condition {
    AnyScoreAtMost { most: u8 },
    ScoreAtMost { dimension: FieldKey, most: u8 },
    ScoreAtLeast { dimension: FieldKey, least: u8 },
    VolumeAtLeast { least: u32 },
    MinutesAtLeast { least: f64 },
    Names { fact: ListFact, text: String },
    OwnerIs { text: String },
    NeedsMultimodalContext,
}

/// A fact of a task that is a list.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ListFact {
    Channel,
    DownstreamSystem,
    Tag,
}

impl From<&domain::Verdict<'_>> for Verdict {
    fn from(verdict: &domain::Verdict<'_>) -> Self {
        let lane = |lane: Option<domain::Lane>| lane.map(Into::into);
        Self {
            recommended: lane(verdict.recommended),
            caps: verdict
                .caps
                .iter()
                .map(|rule| Cap { sentence: rule.sentence(), lane: rule.cap.lane().into() })
                .collect(),
            guarded: lane(verdict.guarded),
            decision: verdict.decision.map(|(decision, state)| Decision {
                lane: decision.lane.into(),
                reason: decision.reason.clone(),
                by: decision.by.clone(),
                at: Timestamp::from_millisecond(decision.at).unwrap_or_default().to_string(),
                until: decision.until.map(|until| until.to_string()),
                state: state.into(),
                scores: Dimension::ALL
                    .map(|it| decision.scores.get(it).map(domain::Score::get))
                    .to_vec(),
            }),
            lane: lane(verdict.lane),
        }
    }
}

impl From<ToDecideFound> for ToDecide {
    fn from(found: ToDecideFound) -> Self {
        let lanes = domain::Lane::ALL.into_iter();
        Self {
            guarded: lanes.filter(|it| found.guarded[*it as usize] > 0).map(Into::into).collect(),
            scored: number(found.guarded.iter().sum()),
            unscored: number(found.unscored),
            decided: number(found.decided),
        }
    }
}

impl From<DecisionState> for DecisionKey {
    fn from(state: DecisionState) -> Self {
        match state {
            DecisionState::Holds => Self::Holds,
            DecisionState::Stale => Self::Stale,
            DecisionState::Expired => Self::Expired,
        }
    }
}

impl Guardrail {
    /// Describes a guardrail of a workspace.
    pub fn of(workspace: &Workspace, rule: &domain::Guardrail) -> Self {
        let shipped = domain::Guardrail::shipped(&rule.id);
        Self {
            id: rule.id.clone(),
            is_on: rule.is_on,
            is_shipped: rule.is_shipped(),
            is_changed: shipped.is_some_and(|shipped| shipped != *rule),
            conditions: rule.conditions.iter().map(Into::into).collect(),
            cap: match rule.cap {
                guardrail::Cap::Hybrid => CapKey::Hybrid,
                guardrail::Cap::HumanOnly => CapKey::HumanOnly,
            },
            sentence: rule.sentence(),
            tasks: number(workspace.capped_by(rule)),
        }
    }
}

impl From<CapKey> for guardrail::Cap {
    fn from(cap: CapKey) -> Self {
        match cap {
            CapKey::Hybrid => Self::Hybrid,
            CapKey::HumanOnly => Self::HumanOnly,
        }
    }
}

impl From<&guardrail::Condition> for Condition {
    fn from(condition: &guardrail::Condition) -> Self {
        use guardrail::Condition as Domain;
        let dimension = |it: Dimension| it.into();
        match condition {
            Domain::AnyScoreAtMost(most) => Self::AnyScoreAtMost { most: *most },
            Domain::ScoreAtMost(it, most) => {
                Self::ScoreAtMost { dimension: dimension(*it), most: *most }
            }
            Domain::ScoreAtLeast(it, least) => {
                Self::ScoreAtLeast { dimension: dimension(*it), least: *least }
            }
            Domain::VolumeAtLeast(least) => Self::VolumeAtLeast { least: *least },
            Domain::MinutesAtLeast(least) => Self::MinutesAtLeast { least: *least },
            Domain::Names(fact, text) => {
                let fact = match fact {
                    DomainFact::Channel => ListFact::Channel,
                    DomainFact::DownstreamSystem => ListFact::DownstreamSystem,
                    DomainFact::Tag => ListFact::Tag,
                };
                Self::Names { fact, text: text.clone() }
            }
            Domain::OwnerIs(text) => Self::OwnerIs { text: text.clone() },
            Domain::NeedsMultimodalContext => Self::NeedsMultimodalContext,
        }
    }
}

impl Condition {
    /// Returns the condition, or a sentence that says what is missing from it.
    pub fn read(self) -> Result<guardrail::Condition, CommandError> {
        use guardrail::Condition as Domain;
        let unfinished =
            |sentence: &str| CommandError::new(ErrorKind::Refused, sentence.to_owned());
        let score = |it: u8| {
            let read = domain::Score::new(it).map(domain::Score::get);
            read.ok_or_else(|| unfinished("A score is 1 to 5."))
        };
        let dimension = |key: FieldKey| match Field::from(key) {
            Field::Score(dimension) => Ok(dimension),
            _ => Err(unfinished("Choose one of the four dimensions.")),
        };
        let text = |it: String| {
            let line = it.split_whitespace().collect::<Vec<_>>().join(" ");
            if line.is_empty() {
                return Err(unfinished("Say which name the condition looks for."));
            }
            Ok(line)
        };
        Ok(match self {
            Self::AnyScoreAtMost { most } => Domain::AnyScoreAtMost(score(most)?),
            Self::ScoreAtMost { dimension: key, most } => {
                Domain::ScoreAtMost(dimension(key)?, score(most)?)
            }
            Self::ScoreAtLeast { dimension: key, least } => {
                Domain::ScoreAtLeast(dimension(key)?, score(least)?)
            }
            Self::VolumeAtLeast { least } => Domain::VolumeAtLeast(least),
            Self::MinutesAtLeast { least } if least.is_finite() && least >= 0.0 => {
                Domain::MinutesAtLeast(least)
            }
            Self::MinutesAtLeast { .. } => return Err(unfinished("Minutes are 0 or more.")),
            Self::Names { fact, text: name } => {
                let fact = match fact {
                    ListFact::Channel => DomainFact::Channel,
                    ListFact::DownstreamSystem => DomainFact::DownstreamSystem,
                    ListFact::Tag => DomainFact::Tag,
                };
                Domain::Names(fact, text(name)?)
            }
            Self::OwnerIs { text: name } => Domain::OwnerIs(text(name)?),
            Self::NeedsMultimodalContext => Domain::NeedsMultimodalContext,
        })
    }
}
