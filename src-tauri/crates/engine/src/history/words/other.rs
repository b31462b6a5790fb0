//! Tables that have no words of their own: told by the names that they have in the file.

use domain::TaskId;
use storage::recorded::RowChange;

use super::super::{HistoryRow, Known};
use super::{capitalised, cell, name_of, telling, text, verb};

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let table = capitalised(&row.table.replace('_', " "));
    let hangs_on_task = row.columns.first().is_some_and(|column| column.name == "task_id");
    let task = row.key().filter(|_| hangs_on_task).and_then(TaskId::parse);
    let subject = if hangs_on_task { name_of(task, seq, known) } else { table.clone() };
    let cells = telling(row).filter_map(|column| {
        let name = column.name.replace('_', " ");
        let field = if hangs_on_task { format!("{table}: {name}") } else { capitalised(&name) };
        cell(field, column, text)
    });
    HistoryRow { subject, task, verb: verb(row.touch), cells: cells.collect() }
}
