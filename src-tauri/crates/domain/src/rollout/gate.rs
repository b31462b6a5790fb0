//! The exit of a phase: what must hold, what was found, and what people said.
//!
//! A [`Condition`] is a question that can be answered: from [`Facts`], by the app, or by a named person. Whatever
//! later knows more (governance, evidence) turns a question for a person into one for the app, in
//! [`super::conditions`].

use sha2::{Digest, Sha256};

use super::{Automation, Phase, ReviewKind};
use crate::hex::hex;
use crate::{Lane, TaskId};

/// Something that must hold before a phase ends.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// Its stable name.
    pub key: &'static str,
    /// The phase whose gate asks it.
    pub phase: Phase,
    /// What must hold, as a statement.
    pub statement: &'static str,
    /// Who answers.
    pub asks: Asks,
}

/// Who answers a condition.
#[derive(Debug, Clone, Copy)]
pub enum Asks {
    /// The app, from what the workspace holds.
    App(fn(&Facts) -> Finding),
    /// A person; what they look at stands beside it.
    Person(&'static str),
}

/// What the app found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether the condition holds.
    pub holds: bool,
    /// What there is, in words.
    pub found: String,
    /// What a decision rests on beside whether it holds: identities, and moments and numbers where another one is
    /// another ground. Never words, which may change while nothing else does.
    pub basis: Vec<String>,
}

/// What conditions look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// How many tasks there are.
    pub tasks: usize,
    /// How many of them have all four scores.
    pub scored: usize,
    /// How many name no channel.
    pub without_channel: usize,
    /// How many in the lanes Automate and Hybrid name no system that receives the result.
    pub without_system: usize,
    /// The tasks in the lane Automate, each with how far its automation is switched on.
    pub automate: Vec<Automation>,
    /// How many automations of any lane are paused.
    pub paused: usize,
    /// The pilots.
    pub pilots: Vec<PilotFacts>,
    /// The activities of each phase that are not done.
    pub not_done: [usize; 4],
    /// The activities of each phase.
    pub activities: [usize; 4],
    /// How many reviews are past their day and not done.
    pub reviews_overdue: usize,
    /// The kinds of review of which none was done yet.
    pub never_reviewed: Vec<ReviewKind>,
}

/// What conditions look at in a pilot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotFacts {
    /// The task.
    pub task: TaskId,
    /// The task's name.
    pub name: String,
    /// The lane that counts; nothing where the task is deleted or not scored.
    pub lane: Option<Lane>,
    /// Whether a guardrail caps its lane.
    pub is_capped: bool,
    /// How many targets and margins are blank.
    pub promises_missing: usize,
    /// When the last of them was written down, in milliseconds since 1970.
    pub promised_at: Option<i64>,
    /// Whether one of them was written down or changed after the pilot began.
    pub promised_late: bool,
    /// Whether an approved model card that still holds serves it.
    pub has_card: bool,
    /// How far its automation is switched on.
    pub automation: Automation,
}

/// What a person confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The phase.
    pub phase: Phase,
    /// The condition, by its stable name.
    pub condition: String,
    /// In whose name: as entered, not authenticated.
    pub name: String,
    /// What it rests on.
    pub note: String,
    /// When, in milliseconds since 1970, UTC.
    pub at: i64,
}

/// A condition and how it stands.
#[derive(Debug, Clone)]
pub struct Checked<'a> {
    /// Which.
    pub condition: &'static Condition,
    /// What the app found, where it answers.
    pub finding: Option<Finding>,
    /// What a person confirmed, where a person answers.
    pub mark: Option<&'a Mark>,
}

/// What was decided at a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateVerdict {
    /// The next phase begins.
    Go,
    /// Not yet.
    Hold,
    /// Not at all.
    Stop,
}

/// A decision at a gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateEvent {
    /// Its number among the decisions of the plan, from 0; no other one ever has it.
    pub place: u32,
    /// The phase that it ends.
    pub phase: Phase,
    /// What was decided.
    pub verdict: GateVerdict,
    /// In whose name: as entered, not authenticated.
    pub name: String,
    /// In which role.
    pub role: String,
    /// Why.
    pub reason: String,
    /// When, in milliseconds since 1970, UTC.
    pub at: i64,
    /// How many conditions did not hold then.
    pub open: u16,
    /// The hash of what it rested on.
    pub content_hash: String,
}

impl Condition {
    /// Returns whether a person answers it.
    pub const fn is_for_a_person(&self) -> bool {
        matches!(self.asks, Asks::Person(_))
    }
}

impl Checked<'_> {
    /// Returns whether it holds.
    pub fn holds(&self) -> bool {
        self.mark.is_some() || self.finding.as_ref().is_some_and(|finding| finding.holds)
    }
}

impl GateVerdict {
    /// Every verdict.
    pub const ALL: [Self; 3] = [Self::Go, Self::Hold, Self::Stop];

    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Go => "go",
            Self::Hold => "hold",
            Self::Stop => "stop",
        }
    }

    /// Returns the verdict with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.key() == key)
    }
}

/// Checks the conditions of a gate.
pub fn check<'a>(phase: Phase, facts: &Facts, marks: &'a [Mark]) -> Vec<Checked<'a>> {
    let of_phase = super::CONDITIONS.iter().filter(|condition| condition.phase == phase);
    let checked = of_phase.map(|condition| match condition.asks {
        Asks::App(look) => Checked { condition, finding: Some(look(facts)), mark: None },
        Asks::Person(_) => {
            let is_about = |mark: &&Mark| mark.phase == phase && mark.condition == condition.key;
            Checked { condition, finding: None, mark: marks.iter().find(is_about) }
        }
    });
    checked.collect()
}

/// Returns the SHA-256 of what a decision at a gate rests on: whether every condition holds and on what, or who
/// confirmed it and what they wrote.
pub fn fingerprint(checked: &[Checked<'_>]) -> String {
    let mut hash = Sha256::new();
    for it in checked {
        let mut texts = vec![it.condition.key];
        match (&it.finding, it.mark) {
            (Some(finding), _) => {
                texts.push(if finding.holds { "holds" } else { "open" });
                texts.extend(finding.basis.iter().map(String::as_str));
            }
            (None, Some(mark)) => texts.extend([mark.name.as_str(), mark.note.as_str()]),
            (None, None) => {}
        }
        // Lengths before texts: no two lists of texts are the same bytes.
        hash.update((texts.len() as u64).to_be_bytes());
        for text in texts {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
    }
    hex(&hash.finalize())
}
