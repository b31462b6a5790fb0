//! The table of guardrails that somebody made or changed.

use domain::guardrail::Condition;
use storage::recorded::{RowChange, Value};

use super::super::{HistoryRow, Known};
use super::{cell, lane, record, text};

pub(super) fn describe(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let cells = [
        row.column("is_on").and_then(|column| cell("On", column, |on| Some(yes_or_no(on)))),
        row.column("conditions").and_then(|column| cell("Where", column, conditions)),
        row.column("cap").and_then(|column| cell("Cap", column, lane)),
    ];
    record("Guardrail".to_owned(), row, cells.into_iter().flatten().collect())
}

fn yes_or_no(value: Value<'_>) -> String {
    if matches!(value, Value::Integer(0)) { "No" } else { "Yes" }.to_owned()
}

fn conditions(value: Value<'_>) -> Option<String> {
    let words: Vec<String> = text(value)?
        .lines()
        .map(|line| Condition::from_text(line).map_or_else(|| line.to_owned(), |it| it.words()))
        .collect();
    Some(words.join(" and "))
}
