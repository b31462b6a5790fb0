//! What a view is asked for.

use std::collections::BTreeSet;

use crate::cells::Column;

/// What to show, and in which order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ViewSpec {
    /// Columns to sort by, the most important first; equals keep the order of the worksheet.
    pub sort: Vec<SortKey>,
    /// Tests that a task must pass, all of them.
    pub filters: Vec<ColumnFilter>,
    /// A text that a task must hold somewhere, whatever the case; empty for any task.
    pub text: String,
    /// The column whose values stand as headings.
    pub group: Option<Column>,
    /// The labels of the groups whose rows are folded away.
    pub collapsed: BTreeSet<String>,
}

/// A column to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first. Blank cells come last either way.
    pub descending: bool,
}

/// A test of one column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnFilter {
    /// The column.
    pub column: Column,
    /// What its cell must be.
    pub test: FilterTest,
}

/// What a cell must be.
#[derive(Debug, Clone, PartialEq)]
pub enum FilterTest {
    /// One of these values, or for a list one that holds one of them; an empty text is a blank cell.
    OneOf(Vec<String>),
    /// A text with this in it, whatever the case.
    Contains(String),
    /// A number in this span, both ends included.
    Between(Option<f64>, Option<f64>),
    /// Empty.
    Blank,
    /// Not empty.
    NotBlank,
}

impl ViewSpec {
    /// Returns whether it shows every task in the order of the worksheet.
    pub fn is_plain(&self) -> bool {
        self.sort.is_empty()
            && self.filters.is_empty()
            && self.text.trim().is_empty()
            && self.group.is_none()
    }

    /// Returns whether rows stand in another order than that of the worksheet.
    pub fn reorders(&self) -> bool {
        !self.sort.is_empty() || self.group.is_some()
    }
}
