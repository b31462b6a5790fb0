//! The table of columns that the organisation added.

use storage::recorded::RowChange;

use super::super::{HistoryRow, Known};
use super::{cell, record, text};

/// What is told of a column, and what it is called.
const TOLD: [(&str, &str); 3] = [("name", "Name"), ("kind", "Kind"), ("choices", "Choices")];

pub(super) fn describe(row: &RowChange<'_>, _seq: u32, known: &Known) -> HistoryRow {
    let told = TOLD.into_iter().filter_map(|(column, name)| {
        cell(name, row.column(column)?, |value| Some(text(value)?.replace('\n', ", ")))
    });
    let name = known.column_name(row.key().unwrap_or_default());
    record(format!("Custom column “{name}”"), row, told.collect())
}
