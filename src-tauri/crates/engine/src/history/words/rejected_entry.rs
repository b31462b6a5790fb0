//! The table of refused texts: each belongs to a cell of a task, so it is told as that cell.

use domain::Field;
use storage::recorded::RowChange;

use super::super::{HistoryRow, Known};
use super::{cell, of_task, stated, text};

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let key = stated(row, "field").unwrap_or_default();
    let name = match Field::from_key(key) {
        Some(Field::Custom(id)) => known.column_name(&id.to_string()).to_owned(),
        Some(field) => field.name().to_owned(),
        None => key.to_owned(),
    };
    let cells =
        row.column("text").and_then(|column| cell(format!("{name}, refused"), column, text));
    of_task(row, seq, known, cells.into_iter().collect())
}
