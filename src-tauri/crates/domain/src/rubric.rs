//! The words that explain the dimensions and each of their five levels.
//!
//! The ends of every scale carry the meaning of the published matrix. The wording of all levels, and
//! the three between the ends, are Trilane's own.

use crate::{Dimension, Score};

/// What a dimension asks, and what each score on it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rubric {
    /// The dimension it explains.
    pub dimension: Dimension,
    /// The question in plain words.
    pub question: &'static str,
    /// Why a high score is the safe end, where people expect the opposite.
    pub direction: &'static str,
    /// What scores 1 to 5 mean, in that order.
    pub levels: [&'static str; 5],
}

impl Rubric {
    /// Returns the rubric of one dimension.
    pub const fn of(dimension: Dimension) -> Self {
        match dimension {
            Dimension::Predictability => Self {
                dimension,
                question: "How alike is this work from one time to the next?",
                direction: "5 is the most repeatable.",
                levels: [
                    "A one-off: strategy, or something never done before",
                    "Rarely alike: most cases need a new approach",
                    "Partly alike: a common core, many exceptions",
                    "Mostly alike: clear rules, few exceptions",
                    "Always alike: high volume, runs from a template",
                ],
            },
            Dimension::ImpactOfError => Self {
                dimension,
                question: "What happens if AI gets it wrong?",
                direction: "5 is the least harm: a low score is the warning.",
                levels: [
                    "Reputation or the law is at stake",
                    "A customer or a deal is lost, or it shows in public",
                    "Noticed and costly to put right, but contained",
                    "A small nuisance, put right the same day",
                    "Cheap and easy to undo",
                ],
            },
            Dimension::DataSensitivity => Self {
                dimension,
                question: "What kind of data does it touch?",
                direction: "5 is not sensitive: a low score is the warning.",
                levels: [
                    "Highly sensitive: contracts, health or other regulated data",
                    "Personal data beyond contact details, or confidential figures",
                    "Names and contact details of customers or leads",
                    "Internal data without people in it",
                    "Public or harmless data only",
                ],
            },
            Dimension::ContextDepth => Self {
                dimension,
                question: "How much background and judgement does it need?",
                direction: "5 needs the least: a low score is the warning.",
                levels: [
                    "Deep: several quarters of history and many views to weigh",
                    "Much: knows the account, the politics and the plan",
                    "Some: a briefing or the last few conversations",
                    "Little: the record at hand and a short guide",
                    "None to speak of: everything is in the item itself",
                ],
            },
        }
    }

    /// Returns the rubrics of all dimensions, in the order of the worksheet.
    pub fn all() -> [Self; 4] {
        Dimension::ALL.map(Self::of)
    }

    /// Returns what a score on this dimension means.
    pub const fn level(&self, score: Score) -> &'static str {
        self.levels[score.get() as usize - 1]
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
