//! Putting values into cells: by typing, clearing, filling and pasting.

mod clear;
mod copy;
mod edit;
mod fill;
mod paste;

use std::ops::RangeInclusive;

use domain::{Composite, Field, Lane, Task};

pub use copy::Copied;
pub use paste::PasteTarget;

/// A column of the worksheet: a field, or one of the two that are worked out from the scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A field that people fill in.
    Field(Field),
    /// The sum of the scores.
    Composite,
    /// The lane.
    Lane,
}

impl Column {
    /// Returns the column with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "composite" => Some(Self::Composite),
            "lane" => Some(Self::Lane),
            _ => Field::from_key(key).map(Self::Field),
        }
    }

    /// Returns what the cell of a task shows in this column.
    pub fn shown_text(self, task: &Task) -> String {
        match self {
            Self::Field(field) => task.shown_text(field),
            Self::Composite => {
                task.composite().map_or_else(String::new, |sum: Composite| sum.get().to_string())
            }
            Self::Lane => task.lane().map_or_else(String::new, |lane: Lane| lane.name().to_owned()),
        }
    }
}

/// A block of cells: rows of the worksheet, both ends included, and columns from left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellRange {
    /// The rows, from 0.
    pub rows: RangeInclusive<usize>,
    /// The columns.
    pub columns: Vec<Column>,
}

impl CellRange {
    /// Returns the columns that can be written.
    fn fields(&self) -> impl Iterator<Item = Field> {
        self.columns.iter().filter_map(|column| match column {
            Column::Field(field) => Some(*field),
            Column::Composite | Column::Lane => None,
        })
    }
}
