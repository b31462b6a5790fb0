//! Changed rows in words: a function a table. A table without one is told by its own names.

mod card;
mod custom_column;
mod custom_value;
mod decision;
mod guardrail;
mod multimodal_task;
mod other;
mod rejected_entry;
mod rollout;
mod rubric;
mod saved_view;
mod task;

use domain::{Lane, TaskId};
use storage::Touch;
use storage::recorded::{ColumnChange, RowChange, Value};

use super::{CellChange, HistoryRow, Known, Verb};

/// Tells a row that an entry changed.
pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    match row.table {
        "task" => task::describe(row, seq, known),
        "rejected_entry" => rejected_entry::describe(row, seq, known),
        "multimodal_task" => multimodal_task::describe(row, seq, known),
        "custom_value" => custom_value::describe(row, seq, known),
        "decision" => decision::describe(row, seq, known),
        "score_rubric" => rubric::describe_of_score(row, seq, known),
        "rubric" => rubric::describe(row, seq, known),
        "rubric_in_use" => rubric::describe_in_use(row, seq, known),
        "guardrail" => guardrail::describe(row, seq, known),
        "custom_column" => custom_column::describe(row, seq, known),
        "saved_view" => saved_view::describe(row, seq, known),
        "model_card" => card::describe(row, seq, known),
        "card_task" => card::describe_task(row, seq, known),
        "card_answer" => card::describe_answer(row, seq, known),
        "card_version" => card::describe_version(row, seq, known),
        "card_event" => card::describe_event(row, seq, known),
        _ => rollout::describe(row, seq, known).unwrap_or_else(|| other::describe(row, seq, known)),
    }
}

/// Returns the name that a task had after an entry.
fn name_of(task: Option<TaskId>, seq: u32, known: &Known) -> String {
    let name = task.and_then(|id| known.name(id, seq)).unwrap_or_default();
    if name.is_empty() { "Task without a name".to_owned() } else { name.to_owned() }
}

const fn verb(touch: Touch) -> Verb {
    match touch {
        Touch::Inserted => Verb::Added,
        Touch::Updated => Verb::Changed,
        Touch::Deleted => Verb::Deleted,
    }
}

/// Tells a row that hangs on a task as a change of that task.
fn of_task(row: &RowChange<'_>, seq: u32, known: &Known, cells: Vec<CellChange>) -> HistoryRow {
    let task = row.key().and_then(TaskId::parse);
    HistoryRow { subject: name_of(task, seq, known), task, verb: Verb::Changed, cells }
}

/// Tells a row that is a record of its own and hangs on no task.
fn record(subject: String, row: &RowChange<'_>, cells: Vec<CellChange>) -> HistoryRow {
    HistoryRow { subject, task: None, verb: verb(row.touch), cells }
}

/// Returns the text of a column before or after, whichever the change states.
fn stated<'a>(row: &RowChange<'a>, column: &str) -> Option<&'a str> {
    let column = row.column(column)?;
    match column.old.or(column.new)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Returns the columns that say something: the key says which row, the hash only whether it is whole.
fn telling<'r, 'a>(row: &'r RowChange<'a>) -> impl Iterator<Item = &'r ColumnChange<'a>> {
    row.columns.iter().filter(|column| !column.is_key && column.name != "row_hash")
}

/// Returns a field before and after, or nothing where it is empty in both.
fn cell(
    field: impl Into<String>,
    column: &ColumnChange<'_>,
    shown: impl Fn(Value<'_>) -> Option<String>,
) -> Option<CellChange> {
    let (old, new) = (column.old.and_then(&shown), column.new.and_then(&shown));
    (old.is_some() || new.is_some()).then(|| CellChange { field: field.into(), old, new })
}

/// Returns the name of a lane that is kept by its key.
fn lane(value: Value<'_>) -> Option<String> {
    let key = text(value)?;
    Some(Lane::from_key(&key).map_or(key, |lane| lane.name().to_owned()))
}

/// Returns a value as text, or nothing where it is empty.
fn text(value: Value<'_>) -> Option<String> {
    match value {
        Value::Null | Value::Text("") => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.to_owned()),
        Value::Blob(bytes) => Some(crate::words::count(bytes.len(), "byte")),
    }
}

/// Returns a text with a capital at its start.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
