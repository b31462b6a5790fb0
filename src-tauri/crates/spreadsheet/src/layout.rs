//! The columns of our own worksheet, for the one who writes it and the one who reads it back.
//!
//! One list, so that an export is always an import: a column that is added here is written, found and
//! read in the same commit.

use domain::Field;

/// The name of the sheet that holds the tasks.
pub const MATRIX: &str = "Matrix";
/// The name of the sheet that explains levels and lanes.
pub const LEGEND: &str = "Legend";
/// The name of the sheet that says where the workbook comes from.
pub const READ_ME: &str = "Read me";

/// The name of the very hidden sheet that says which state of which workspace was exported: two columns,
/// key and value.
pub const ORIGIN: &str = "Trilane origin";

/// The defined name of the smallest sum that means Automate.
pub const AUTOMATE_FROM: &str = "Automate_from";
/// The defined name of the smallest sum that means Hybrid.
pub const HYBRID_FROM: &str = "Hybrid_from";

/// A column of the worksheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What a person fills in.
    Field(Field),
    /// The sum of the four scores.
    Sum,
    /// The lane that the sum recommends.
    Lane,
    /// The guardrail that caps it, in words.
    Guardrail,
    /// What a person decided, in words.
    Decided,
    /// Volume times minutes.
    Hours,
    /// The identity of the task, hidden, by which an edited copy finds its way back.
    Id,
}

impl Column {
    /// Returns all columns from left to right.
    pub fn all() -> Vec<Self> {
        let mut columns = Vec::with_capacity(Field::ALL.len() + 6);
        for field in Field::ALL {
            columns.push(Self::Field(field));
            match field {
                Field::Score(domain::Dimension::ContextDepth) => {
                    columns.extend([Self::Sum, Self::Lane, Self::Guardrail, Self::Decided]);
                }
                Field::MinutesPerItem => columns.push(Self::Hours),
                _ => {}
            }
        }
        columns.push(Self::Id);
        columns
    }

    /// Returns the column's header.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Field(field) => field.name(),
            Self::Sum => "Sum",
            Self::Lane => "Lane",
            Self::Guardrail => "Guardrail",
            Self::Decided => "Decided by a person",
            Self::Hours => "Hours per month",
            Self::Id => "Trilane id",
        }
    }

    /// Returns the column's width in characters.
    pub const fn width(self) -> f64 {
        match self {
            Self::Field(Field::Name) => 34.0,
            Self::Field(Field::Notes | Field::Description | Field::Rationale(_)) => 40.0,
            Self::Field(Field::MonthlyVolume | Field::MinutesPerItem) | Self::Hours => 12.0,
            Self::Field(Field::Score(_)) | Self::Lane => 14.0,
            Self::Field(_) => 20.0,
            Self::Guardrail | Self::Decided => 30.0,
            Self::Sum => 8.0,
            Self::Id => 38.0,
        }
    }
}

/// Returns where a column stands, counted from 0.
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
