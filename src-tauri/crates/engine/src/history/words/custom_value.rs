//! The table of what stands in custom columns.

use storage::recorded::RowChange;

use super::super::{HistoryRow, Known};
use super::{cell, of_task, stated, text};

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let name = known.column_name(stated(row, "column_id").unwrap_or_default());
    let cells = row.column("text").and_then(|column| cell(name, column, text));
    of_task(row, seq, known, cells.into_iter().collect())
}
