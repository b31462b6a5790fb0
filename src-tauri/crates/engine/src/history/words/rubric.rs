//! The tables of how dimensions are worded, which wording is in use, and which a score was given under.

use domain::Dimension;
use storage::recorded::{RowChange, Value};

use super::super::{CellChange, HistoryRow, Known, Verb};
use super::{cell, of_task, record, stated, telling, text};

pub(super) fn describe(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let told = telling(row).filter(|column| column.name != "dimension");
    let cells = told.filter_map(|column| {
        let name = match column.name.split_once('_') {
            Some((_, score)) => format!("What a {score} means"),
            None => super::capitalised(&column.name),
        };
        cell(name, column, text)
    });
    record(subject(row), row, cells.collect())
}

/// A dimension without a row is worded as Trilane brings it.
pub(super) fn describe_in_use(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let cells = whose(row, "In use".to_owned());
    HistoryRow { verb: Verb::Changed, ..record(subject(row), row, cells) }
}

pub(super) fn describe_of_score(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    of_task(row, seq, known, whose(row, subject(row)))
}

fn subject(row: &RowChange<'_>) -> String {
    let key = stated(row, "dimension").unwrap_or_default();
    let dimension = Dimension::ALL.into_iter().find(|it| it.key() == key);
    dimension.map_or_else(|| format!("Wording of {key}"), |it| format!("Wording of {}", it.name()))
}

fn whose(row: &RowChange<'_>, field: String) -> Vec<CellChange> {
    let own = |_: Value<'_>| Some("The organisation’s own".to_owned());
    row.column("rubric_id").and_then(|column| cell(field, column, own)).into_iter().collect()
}
