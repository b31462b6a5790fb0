//! The table of refused texts: each belongs to a cell of a task, so it is told as that cell.

use domain::{Field, TaskId};
use storage::recorded::RowChange;

use super::super::{HistoryRow, Known, Verb};
use super::{cell, name_of, text};

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let task = row.key().and_then(TaskId::parse);
    let key = row.column("field").and_then(|column| column.old.or(column.new)).and_then(text);
    let key = key.unwrap_or_default();
    let field = Field::from_key(&key).map_or_else(|| key.clone(), |field| field.name().to_owned());
    let refused = format!("{field}, refused");
    let cells = row.column("text").and_then(|column| cell(refused, column, text));
    HistoryRow {
        subject: name_of(task, seq, known),
        task,
        verb: Verb::Changed,
        cells: cells.into_iter().collect(),
    }
}
