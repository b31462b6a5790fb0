//! Why a field did not take a text, in words.

use crate::entry::LONGEST_TEXT;
use crate::{Dimension, Field};

/// A text that a field did not take, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The field it was meant for.
    pub field: Field,
    /// What that is called.
    pub name: String,
    /// What was entered.
    pub found: String,
    /// Why it was not taken.
    pub reason: RefusalReason,
}

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalReason {
    /// A score that is not a number at all.
    ScoreNotANumber,
    /// A score between two whole numbers.
    ScoreNotWhole,
    /// A number outside 1 to 5.
    ScoreOutOfRange,
    /// A monthly volume that is not a whole number from 0 up.
    VolumeNotACount,
    /// Minutes that are not a number from 0 up.
    MinutesNotANumber,
    /// In a column of numbers, something else.
    NotANumber,
    /// In a column of choices, none of them.
    NotAChoice,
    /// In a column of days, none, or one that can be read in two ways.
    NotADay,
    /// Something else than yes or no.
    NotYesOrNo,
    /// A text longer than [`LONGEST_TEXT`].
    TooLong,
}

impl Refusal {
    /// Returns the sentence that tells a person what is wrong and what the field takes.
    pub fn sentence(&self) -> String {
        let Self { field, name, reason, .. } = self;
        let found = shorten(&self.found);
        match (reason, field) {
            (RefusalReason::ScoreNotANumber, Field::Score(dimension)) => format!(
                "{name} is “{found}”. Scores are 1 to 5, and 5 means {}.",
                safest(*dimension)
            ),
            (RefusalReason::ScoreNotWhole, _) => {
                format!(
                    "{name} is “{found}”. Scores are whole numbers, 1 to 5: nothing is rounded."
                )
            }
            (RefusalReason::ScoreOutOfRange, Field::Score(dimension)) => format!(
                "{name} is “{found}”. Scores go from 1 to 5, and 5 means {}.",
                safest(*dimension)
            ),
            (RefusalReason::ScoreNotANumber | RefusalReason::ScoreOutOfRange, _) => {
                format!("{name} is “{found}”. Scores are 1 to 5.")
            }
            (RefusalReason::VolumeNotACount, _) => {
                format!("{name} is “{found}”. It takes a whole number of items, 0 or more.")
            }
            (RefusalReason::MinutesNotANumber, _) => {
                format!("{name} is “{found}”. It takes a number of minutes, 0 or more.")
            }
            (RefusalReason::NotANumber, _) => format!("{name} is “{found}”. It takes a number."),
            (RefusalReason::NotAChoice, _) => {
                format!("{name} is “{found}”. It takes one of its choices.")
            }
            (RefusalReason::NotADay, _) => {
                format!("{name} is “{found}”. Write the day as 2026-12-31.")
            }
            (RefusalReason::NotYesOrNo, _) => {
                format!("{name} is “{found}”. It takes yes or no.")
            }
            (RefusalReason::TooLong, _) => too_long(name),
        }
    }
}

/// Says that a text is longer than [`LONGEST_TEXT`].
pub(crate) fn too_long(name: &str) -> String {
    format!(
        "{name} is longer than {LONGEST_TEXT} characters, the most that a spreadsheet cell holds."
    )
}

/// Returns in two or three words what a 5 on a dimension means.
const fn safest(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Predictability => "the same every time",
        Dimension::ImpactOfError => "a mistake costs little",
        Dimension::DataSensitivity => "not sensitive",
        Dimension::ContextDepth => "little background needed",
    }
}

fn shorten(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}
