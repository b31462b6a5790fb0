//! Putting values into cells: by typing, clearing, filling and pasting.

mod clear;
mod column;
mod copy;
mod edit;
mod fill;
mod paste;
mod set;

use std::ops::RangeInclusive;

use domain::Field;

pub use column::Column;
pub(crate) use column::fold;
pub use copy::Copied;
pub use paste::PasteTarget;

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
            _ => None,
        })
    }
}
