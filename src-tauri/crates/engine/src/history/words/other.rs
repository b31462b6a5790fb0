//! Tables that have no words of their own: told by the names that they have in the file.

use storage::recorded::RowChange;

use super::super::{HistoryRow, Known};
use super::{capitalised, cell, of_task, record, stated, telling, text};

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let table = capitalised(&row.table.replace('_', " "));
    let hangs_on_task = row.columns.first().is_some_and(|column| column.name == "task_id");
    let cells = telling(row).filter_map(|column| {
        let name = column.name.replace('_', " ");
        let field = if hangs_on_task { format!("{table}: {name}") } else { capitalised(&name) };
        cell(field, column, text)
    });
    let cells = cells.collect();
    if hangs_on_task {
        return of_task(row, seq, known, cells);
    }
    let subject = stated(row, "name").map_or(table.clone(), |name| format!("{table} “{name}”"));
    record(subject, row, cells)
}
