//! The table of decided lanes.

use storage::recorded::RowChange;

use super::super::{HistoryRow, Known};
use super::{cell, lane, of_task, text};

/// What is told of a decision: the column, and what it is called. The scores under it are not.
const TOLD: [(&str, &str); 4] = [
    ("lane", "Decided lane"),
    ("reason", "Reason of the decision"),
    ("decided_by", "Decided by"),
    ("until", "Decided until"),
];

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let told = TOLD.into_iter().filter_map(|(column, name)| {
        cell(name, row.column(column)?, if column == "lane" { lane } else { text })
    });
    of_task(row, seq, known, told.collect())
}
