//! The columns of our own worksheet, for the one who writes it and the one who reads it back.
//!
//! One list, so that an export is always an import: a column that is added here is written, found and
//! read in the same commit.

use domain::{CustomColumn, Dimension, Field};

/// The name of the sheet that holds the tasks.
pub const MATRIX: &str = "Matrix";
/// The name of the sheet that explains levels and lanes.
pub const LEGEND: &str = "Legend";
/// The name of the sheet that says where the workbook comes from.
pub const READ_ME: &str = "Read me";
/// The name of the sheet that adds the matrix up.
pub const SUMMARY: &str = "Summary";
/// The name of the sheet that says how firmly each lane holds.
pub const SENSITIVITY: &str = "Sensitivity";
/// The name of the sheet of the model cards.
pub const CARDS: &str = "Model cards";
/// The name of the sheet of the plans.
pub const ROLLOUT: &str = "Rollout";
/// The name of the very hidden sheet that says which state of which workspace was exported: two columns,
/// key and value.
pub const ORIGIN: &str = "Trilane origin";
/// The version of the keys on it.
pub const ORIGIN_FORMAT: &str = "1";

/// The name of the column with our ids in a text file whose texts stand as they are: without the apostrophe
/// that keeps them from being formulas.
pub const PLAIN_ID: &str = "Trilane id (plain texts)";

/// The name of the table of tasks.
pub const TASKS: &str = "Tasks";
/// The defined name of the smallest sum that means Automate.
pub const AUTOMATE_FROM: &str = "Automate_from";
/// The defined name of the smallest sum that means Hybrid.
pub const HYBRID_FROM: &str = "Hybrid_from";
/// The defined name of the day on which decisions are looked at.
pub const AS_OF: &str = "As_of";
/// The defined name of the table that counts neighbouring profiles.
pub const NEIGHBOURS: &str = "Neighbours";

/// A column of the worksheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What a person fills in.
    Field(Field),
    /// The sum of the four scores.
    Sum,
    /// The lane that the sum recommends.
    Lane,
    /// What the guardrails leave of it.
    Guarded,
    /// The guardrail that caps it, in words.
    Guardrail,
    /// The lane that a person chose.
    DecidedLane,
    /// Whether that still counts.
    DecisionState,
    /// The lane that counts.
    Effective,
    /// Volume times minutes.
    Hours,
    /// What a person decided, in words.
    Decided,
    /// The last day on which the decision holds.
    DecidedUntil,
    /// The scores that it was made on.
    DecidedOn,
    /// The identity of the task, hidden, by which an edited copy finds its way back.
    Id,
}

impl Column {
    /// Returns the columns of every workspace from left to right.
    pub fn all() -> Vec<Self> {
        Self::with(&[])
    }

    /// Returns all columns from left to right, those that the organisation added among them.
    pub fn with(custom: &[CustomColumn]) -> Vec<Self> {
        let mut columns = Vec::with_capacity(Field::ALL.len() + custom.len() + 12);
        for field in Field::ALL {
            columns.push(Self::Field(field));
            match field {
                Field::Score(Dimension::ContextDepth) => columns.extend([
                    Self::Sum,
                    Self::Lane,
                    Self::Guarded,
                    Self::Guardrail,
                    Self::DecidedLane,
                    Self::DecisionState,
                    Self::Effective,
                ]),
                Field::MinutesPerItem => columns.push(Self::Hours),
                Field::Tags => {
                    columns.extend(custom.iter().map(|column| Self::Field(column.field())));
                }
                _ => {}
            }
        }
        columns.extend([Self::Decided, Self::DecidedUntil, Self::DecidedOn, Self::Id]);
        columns
    }

    /// Returns the column's header; a custom column has its own name.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Field(field) => field.name(),
            Self::Sum => "Sum",
            Self::Lane => "Lane",
            Self::Guarded => "Lane after guardrails",
            Self::Guardrail => "Guardrail",
            Self::DecidedLane => "Decided lane",
            Self::DecisionState => "Decision",
            Self::Effective => "Lane that counts",
            Self::Hours => "Hours per month",
            Self::Decided => "Decided by a person",
            Self::DecidedUntil => "Decided until",
            Self::DecidedOn => "Decided on scores",
            Self::Id => "Trilane id",
        }
    }

    /// Returns the column's width in characters.
    pub const fn width(self) -> f64 {
        match self {
            Self::Field(Field::Name) => 34.0,
            Self::Field(Field::Notes | Field::Description | Field::Rationale(_))
            | Self::Decided => 40.0,
            Self::Field(Field::MonthlyVolume | Field::MinutesPerItem) | Self::Hours => 10.0,
            Self::Field(Field::Score(Dimension::Predictability) | Field::Owner) => 14.0,
            Self::Field(Field::Score(_) | Field::MultimodalContext) => 11.5,
            Self::Lane | Self::Guarded | Self::DecidedLane | Self::Effective => 13.0,
            Self::DecisionState | Self::DecidedUntil | Self::DecidedOn => 12.0,
            Self::Field(_) => 20.0,
            Self::Guardrail => 32.0,
            Self::Sum => 7.0,
            Self::Id => 38.0,
        }
    }

    /// Returns whether the column is there for the file's own sake.
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Id)
    }
}

/// Returns where a column stands in a worksheet without custom columns, counted from 0.
#[expect(clippy::missing_panics_doc, reason = "every column is in the list")]
pub fn place(column: Column) -> u16 {
    let place = Column::all().iter().position(|&other| other == column);
    place.and_then(|place| u16::try_from(place).ok()).expect("every column is in the list")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_column_and_no_header_repeats() {
        let columns = Column::all();
        assert!(Field::ALL.iter().all(|&field| columns.contains(&Column::Field(field))));
        let mut headers: Vec<&str> = columns.iter().map(|column| column.header()).collect();
        headers.sort_unstable();
        headers.dedup();
        assert_eq!(headers.len(), columns.len());
    }
}
