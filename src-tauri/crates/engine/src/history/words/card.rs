//! The tables of model cards: the card, the tasks it serves, its answers, versions and events.

use domain::TaskId;
use domain::card::{CardField, EventKind, form};
use storage::recorded::{RowChange, Value};

use super::super::{CellChange, HistoryRow, Known, Verb};
use super::{cell, name_of, record, stated, text};

pub(super) fn describe(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let mark = |_: Value<'_>| Some("A version of this card".to_owned());
    let good = row.column("last_known_good").and_then(|it| cell("Last-known-good", it, mark));
    record("Model card".to_owned(), row, good.into_iter().collect())
}

pub(super) fn describe_task(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let task = |value: Value<'_>| Some(name_of(TaskId::parse(&text(value)?), seq, known));
    let cells = row.column("task_id").and_then(|it| cell("Serves", it, task));
    of_card("Model card", cells.into_iter().collect())
}

/// An answer of a version was copied from the card when it was frozen, and is told like it.
pub(super) fn describe_answer(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let key = stated(row, "field").unwrap_or_default();
    let list = stated(row, "list").unwrap_or_default();
    let field = match form::column(list, key) {
        Some((list, column)) => Some((format!("{}: {}", list.label, column.label), column)),
        None => form::field(key).map(|field| (field.label.to_owned(), field)),
    };
    let (label, field) = field.map_or((key.to_owned(), None), |(label, it)| (label, Some(it)));
    let cells = row.column("text").and_then(|it| cell(label, it, |value| words(field, value)));
    of_card("Model card", cells.into_iter().collect())
}

pub(super) fn describe_version(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let told = [("changes", "What changed"), ("content_hash", "Hash of what it says")];
    let cells = told.iter().filter_map(|(name, label)| cell(*label, row.column(name)?, text));
    let number = stated(row, "number").unwrap_or_default();
    record(format!("Version {number} of a model card"), row, cells.collect())
}

pub(super) fn describe_event(row: &RowChange<'_>, _seq: u32, _known: &Known) -> HistoryRow {
    let told = [
        ("name", "Name"),
        ("role", "Role"),
        ("reason", "Reason"),
        ("conditions", "Conditions"),
        ("until", "Until"),
        ("version", "Version"),
    ];
    let cells = told.iter().filter_map(|(name, label)| cell(*label, row.column(name)?, text));
    let kind = stated(row, "kind").and_then(EventKind::from_key);
    let subject =
        kind.map_or("Model card".to_owned(), |kind| format!("Model card {}", kind.past()));
    record(subject, row, cells.collect())
}

fn words(field: Option<&CardField>, value: Value<'_>) -> Option<String> {
    let text = text(value)?;
    Some(field.map_or_else(|| text.clone(), |field| field.words(&text).to_owned()))
}

fn of_card(subject: &str, cells: Vec<CellChange>) -> HistoryRow {
    HistoryRow { subject: subject.to_owned(), task: None, verb: Verb::Changed, cells }
}
