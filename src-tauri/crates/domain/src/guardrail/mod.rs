//! Rules that cap the lane which the sum recommends.
//!
//! The sum is compensatory: a task with one dangerous score can still add up to Automate. A guardrail
//! says so and caps the lane; it never raises one.

mod condition;

use crate::{Lane, Task};

pub use condition::{Condition, ListFact};

/// A rule that caps the lane of the tasks it applies to.
#[derive(Debug, Clone, PartialEq)]
pub struct Guardrail {
    /// Its stable name: one of [`SHIPPED`]'s keys, or a UUID for one that a person made.
    pub id: String,
    /// Whether it is in force.
    pub is_on: bool,
    /// What a task must meet, all of it, for the rule to apply; never empty.
    pub conditions: Vec<Condition>,
    /// The most freedom for AI that it leaves: Hybrid or Human-only.
    pub cap: Cap,
}

/// The lanes that a guardrail may cap at. A cap at Automate would be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// A person decides.
    Hybrid,
    /// A person does it.
    HumanOnly,
}

impl Cap {
    /// Both caps, the milder first.
    pub const ALL: [Self; 2] = [Self::Hybrid, Self::HumanOnly];

    /// Returns the lane.
    pub const fn lane(self) -> Lane {
        match self {
            Self::Hybrid => Lane::Hybrid,
            Self::HumanOnly => Lane::HumanOnly,
        }
    }
}

/// The keys of the guardrails that every workspace starts with.
pub const SHIPPED: [&str; 3] = ["any_one", "error_and_context", "multimodal"];

impl Guardrail {
    /// Returns a guardrail as it is shipped, or nothing where the key is not of [`SHIPPED`].
    pub fn shipped(key: &str) -> Option<Self> {
        use crate::Dimension::{ContextDepth, ImpactOfError};
        let (conditions, cap) = match key {
            "any_one" => (vec![Condition::AnyScoreAtMost(1)], Cap::Hybrid),
            "error_and_context" => (
                [ImpactOfError, ContextDepth].map(|it| Condition::ScoreAtMost(it, 1)).to_vec(),
                Cap::HumanOnly,
            ),
            "multimodal" => (vec![Condition::NeedsMultimodalContext], Cap::Hybrid),
            _ => return None,
        };
        Some(Self { id: key.to_owned(), is_on: true, conditions, cap })
    }

    /// Returns all shipped guardrails, in order.
    pub fn all_shipped() -> impl Iterator<Item = Self> {
        SHIPPED.into_iter().filter_map(Self::shipped)
    }

    /// Returns whether it is one of the shipped ones, changed or not.
    pub fn is_shipped(&self) -> bool {
        SHIPPED.contains(&self.id.as_str())
    }

    /// Returns whether a task meets every condition. A blank score meets none.
    pub fn applies_to(&self, task: &Task) -> bool {
        !self.conditions.is_empty() && self.conditions.iter().all(|it| it.holds_for(task))
    }

    /// Returns the rule as a sentence.
    pub fn sentence(&self) -> String {
        let words: Vec<String> = self.conditions.iter().map(Condition::words).collect();
        let conditions = match words.as_slice() {
            [] => return "This rule has no condition, so it applies to nothing.".to_owned(),
            [one] => one.clone(),
            [others @ .., last] => format!("{} and {last}", others.join(", ")),
        };
        match self.cap {
            Cap::Hybrid => format!("Where {conditions}, the lane is at most Hybrid."),
            Cap::HumanOnly => format!("Where {conditions}, the lane is Human-only."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_rules_read_as_sentences() {
        let sentences: Vec<String> = Guardrail::all_shipped().map(|it| it.sentence()).collect();
        assert_eq!(
            sentences,
            [
                "Where any score is 1, the lane is at most Hybrid.",
                "Where Impact of Error is 1 and Context Depth is 1, the lane is Human-only.",
                "Where the task needs multimodal context, the lane is at most Hybrid.",
            ]
        );
    }
}
