//! The lane that a person chose for a task.

use jiff::civil::Date;

use crate::{Lane, Scores};

/// A lane that a person chose, with who, when, why and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The lane.
    pub lane: Lane,
    /// Why; never empty where the lane differs from what the matrix and the guardrails said.
    pub reason: String,
    /// In whose name: as entered, not authenticated.
    pub by: String,
    /// When, in milliseconds since 1970, UTC.
    pub at: i64,
    /// The last day on which it holds; nothing for one that does not expire.
    pub until: Option<Date>,
    /// The scores that it was made on.
    pub scores: Scores,
}

/// Whether a decision still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionState {
    /// It counts.
    Holds,
    /// The scores under it have changed since.
    Stale,
    /// Its last day is over.
    Expired,
}

impl Decision {
    /// Returns whether it still counts on a day and for the scores that count now.
    pub fn state(&self, scores: &Scores, today: Date) -> DecisionState {
        if self.until.is_some_and(|until| until < today) {
            DecisionState::Expired
        } else if self.scores == *scores {
            DecisionState::Holds
        } else {
            DecisionState::Stale
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Score;

    #[test]
    fn a_decision_holds_through_its_last_day_and_on_its_own_scores() {
        let scores = Scores::new([Score::new(4); 4]);
        let decision = Decision {
            lane: Lane::Hybrid,
            reason: "Launch week".into(),
            by: "Ana".into(),
            at: 0,
            until: Some(date(2026, 12, 31)),
            scores,
        };
        assert_eq!(decision.state(&scores, date(2026, 12, 31)), DecisionState::Holds);
        assert_eq!(decision.state(&scores, date(2027, 1, 1)), DecisionState::Expired);
        let other = Scores::new([Score::new(5); 4]);
        assert_eq!(decision.state(&other, date(2026, 12, 31)), DecisionState::Stale);
    }
}
