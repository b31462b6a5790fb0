//! The table of saved views.

use storage::recorded::RowChange;

use super::super::{HistoryRow, Known};
use super::{cell, record, stated, text};

/// What a view shows is kept as whoever draws the sheet wrote it down, and is not told.
pub(super) fn describe(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let cells = row.column("name").and_then(|column| cell("Name", column, text));
    let subject = stated(row, "name").map_or("View".to_owned(), |name| format!("View “{name}”"));
    record(subject, row, cells.into_iter().collect())
}
