//! The table of tasks.

use domain::{Field, TaskId, reference};
use storage::Touch;
use storage::recorded::{ColumnChange, RowChange, Value};

use super::super::{CellChange, HistoryRow, Known, Verb};
use super::{capitalised, cell, name_of, telling, text, verb};

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let task = row.key().and_then(TaskId::parse);
    let mut cells: Vec<CellChange> =
        telling(row).filter(|column| column.name != "position").filter_map(told).collect();
    let moved = row.touch == Touch::Updated && row.column("position").is_some();
    let verb = if moved && cells.is_empty() { Verb::Moved } else { verb(row.touch) };
    if moved && verb != Verb::Moved {
        cells.push(CellChange { field: "Row".into(), old: None, new: Some("moved".into()) });
    }
    HistoryRow { subject: name_of(task, seq, known), task, verb, cells }
}

fn told(column: &ColumnChange<'_>) -> Option<CellChange> {
    match Field::from_key(&column.name) {
        Some(field @ (Field::Channels | Field::DownstreamSystems | Field::Tags)) => {
            cell(field.name(), column, |value| Some(text(value)?.replace('\n', ", ")))
        }
        Some(field) => cell(field.name(), column, text),
        None if column.name == "reference" => cell("Reference task", column, reference_name),
        None => cell(capitalised(&column.name.replace('_', " ")), column, text),
    }
}

fn reference_name(value: Value<'_>) -> Option<String> {
    let key = text(value)?;
    Some(reference::find(&key).map_or(key, |reference| reference.name.to_owned()))
}
