//! The words that explain the dimensions and each of their five levels.
//!
//! The ends of every scale carry the meaning of the published matrix. The wording of all levels, and
//! the three between the ends, are Trilane's own.

use crate::identity::identity;
use crate::{Dimension, Score};

identity! {
    /// The identity of a rubric that an organisation worded itself: a time-ordered UUID.
    RubricId
}

/// What a dimension asks, and what each score on it means.
///
/// An organisation may word it in its own way. The dimensions, the five scores and what the two ends
/// stand for stay the published ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// Its identity; nothing for the wording that Trilane brings.
    pub id: Option<RubricId>,
    /// The dimension it explains.
    pub dimension: Dimension,
    /// The question in plain words.
    pub question: String,
    /// Why a high score is the safe end, where people expect the opposite.
    pub direction: String,
    /// What scores 1 to 5 mean, in that order.
    pub levels: [String; 5],
    /// Examples from the organisation's own work; may be empty.
    pub examples: String,
}

impl Rubric {
    /// Returns the rubric of one dimension as Trilane brings it.
    pub fn of(dimension: Dimension) -> Self {
        match dimension {
            Dimension::Predictability => Self::shipped(
                dimension,
                "How alike is this work from one time to the next?",
                "5 is the most repeatable.",
                [
                    "A one-off: strategy, or something never done before",
                    "Rarely alike: most cases need a new approach",
                    "Partly alike: a common core, many exceptions",
                    "Mostly alike: clear rules, few exceptions",
                    "Always alike: high volume, runs from a template",
                ],
            ),
            Dimension::ImpactOfError => Self::shipped(
                dimension,
                "What happens if AI gets it wrong?",
                "5 is the least harm: a low score is the warning.",
                [
                    "Reputation or the law is at stake",
                    "A customer or a deal is lost, or it shows in public",
                    "Noticed and costly to put right, but contained",
                    "A small nuisance, put right the same day",
                    "Cheap and easy to undo",
                ],
            ),
            Dimension::DataSensitivity => Self::shipped(
                dimension,
                "What kind of data does it touch?",
                "5 is not sensitive: a low score is the warning.",
                [
                    "Highly sensitive: contracts, health or other regulated data",
                    "Personal data beyond contact details, or confidential figures",
                    "Names and contact details of customers or leads",
                    "Internal data without people in it",
                    "Public or harmless data only",
                ],
            ),
            Dimension::ContextDepth => Self::shipped(
                dimension,
                "How much background and judgement does it need?",
                "5 needs the least: a low score is the warning.",
                [
                    "Deep: several quarters of history and many views to weigh",
                    "Much: knows the account, the politics and the plan",
                    "Some: a briefing or the last few conversations",
                    "Little: the record at hand and a short guide",
                    "None to speak of: everything is in the item itself",
                ],
            ),
        }
    }

    /// Returns what 1 and 5 stand for, on the dimensions that are easily read the wrong way round.
    pub fn ends(&self) -> Option<[&str; 2]> {
        let shipped = match self.dimension {
            Dimension::Predictability => return None,
            Dimension::ImpactOfError => ["lasting harm", "next to no harm"],
            Dimension::DataSensitivity => ["highly sensitive data", "public or harmless data"],
            Dimension::ContextDepth => ["deep background", "no background needed"],
        };
        let is_own = self.id.is_some();
        Some(if is_own { [&self.levels[0], &self.levels[4]] } else { shipped })
    }

    fn shipped(dimension: Dimension, question: &str, direction: &str, levels: [&str; 5]) -> Self {
        Self {
            id: None,
            dimension,
            question: question.to_owned(),
            direction: direction.to_owned(),
            levels: levels.map(str::to_owned),
            examples: String::new(),
        }
    }

    /// Returns the rubrics of all dimensions as Trilane brings them, in the order of the worksheet.
    pub fn all() -> [Self; 4] {
        Dimension::ALL.map(Self::of)
    }

    /// Returns what a score on this dimension means.
    pub fn level(&self, score: Score) -> &str {
        &self.levels[usize::from(score.get()) - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_fits_beside_a_score_cell() {
        for rubric in Rubric::all() {
            for level in rubric.levels {
                assert!(level.chars().count() <= 64, "{level}");
            }
        }
    }
}
