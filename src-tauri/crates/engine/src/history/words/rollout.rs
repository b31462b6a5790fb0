//! The tables of plans: a row is told by what it is, and its columns by what the screen of plans calls them.

use domain::TaskId;
use domain::rollout::gate::GateVerdict;
use domain::rollout::{
    ActivityField, Automation, CONDITIONS, ObjectionField, Phase, PilotField, ReviewKind,
};
use storage::recorded::{RowChange, Value};

use super::super::{CellChange, HistoryRow, Known};
use super::{capitalised, cell, name_of, of_task, record, stated, telling, text};

/// Columns that say which row and in what order, or that only a machine reads.
const SILENT: [&str; 6] =
    ["playbook_id", "place", "made_at", "at", "is_example", "open_conditions"];

/// Tells a row of a plan; nothing where the table belongs to no plan.
pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> Option<HistoryRow> {
    let what = match row.table {
        "playbook" => "Plan",
        "holiday" => "Holiday",
        "activity" => "Activity",
        "activity_need" => "What an activity waits for",
        "pilot" | "pilot_answer" => "Pilot",
        "gate_mark" => "Confirmed at a gate",
        "gate_event" => "Decided at a gate",
        "review_done" => "Review",
        "high_impact_window" => "Window",
        "objection" => "Objection",
        "automation_event" => return Some(automation(row, seq, known)),
        _ => return None,
    };
    let kind = stated(row, "kind").and_then(ReviewKind::from_key).map(ReviewKind::name);
    let name = kind.or_else(|| stated(row, "name").filter(|_| row.table != "gate_event"));
    let subject = name.map_or(what.to_owned(), |name| format!("{what} “{name}”"));
    let told = telling(row).filter(|column| !SILENT.contains(&&*column.name));
    let mut cells: Vec<CellChange> = told
        .filter_map(|column| {
            let shown = |value: Value<'_>| shown(row.table, &column.name, value, seq, known);
            cell(label(row, &column.name), column, shown)
        })
        .collect();
    if let (Some(condition), "gate_mark") = (stated(row, "condition"), row.table) {
        let statement = CONDITIONS.iter().find(|it| it.key == condition);
        let statement = statement.map_or(condition, |it| it.statement).to_owned();
        cells.push(CellChange { field: "Condition".into(), old: None, new: Some(statement) });
    }
    Some(record(subject, row, cells))
}

fn automation(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let state = |value: Value<'_>| {
        text(value).and_then(|key| Automation::from_key(&key)).map(|it| it.name().to_owned())
    };
    let cells = [
        row.column("state").and_then(|it| cell("Automation", it, state)),
        row.column("name").and_then(|it| cell("Automation: name", it, text)),
        row.column("reason").and_then(|it| cell("Automation: reason", it, text)),
    ];
    of_task(row, seq, known, cells.into_iter().flatten().collect())
}

/// Returns what a column is called on the screen.
fn label(row: &RowChange<'_>, column: &str) -> String {
    if row.table == "pilot_answer" {
        let field = stated(row, "field").and_then(PilotField::from_key);
        return field.map_or_else(|| capitalised(column), |field| field.label.to_owned());
    }
    let known = match (row.table, column) {
        ("activity", key) => ActivityField::from_key(key).map(ActivityField::name),
        ("objection", "from_doing") => Some(ObjectionField::From.name()),
        ("objection", "to_overseeing") => Some(ObjectionField::To.name()),
        ("objection", key) => ObjectionField::from_key(key).map(ObjectionField::name),
        (_, "weekdays") => Some("Working days"),
        (_, "first_day") => Some("From"),
        (_, "last_day") => Some("Until"),
        (_, "review_below") => Some("People look below, %"),
        (_, "content_hash") => Some("Hash of what it rests on"),
        (_, "task_id") => Some("Task"),
        (_, "note") => Some("What it rests on"),
        _ => None,
    };
    known.map_or_else(|| capitalised(&column.replace('_', " ")), str::to_owned)
}

/// Returns a value as the screen shows it.
fn shown(table: &str, column: &str, value: Value<'_>, seq: u32, known: &Known) -> Option<String> {
    let text = text(value)?;
    let words = match (table, column) {
        (_, "phase") => Phase::from_key(&text).map(|phase| phase.name().to_owned()),
        (_, "verdict") => GateVerdict::from_key(&text).map(|verdict| capitalised(verdict.key())),
        (_, "task_id") => Some(name_of(TaskId::parse(&text), seq, known)),
        (_, "weekdays") => Some(weekdays(&text)),
        _ => None,
    };
    Some(words.unwrap_or(text))
}

fn weekdays(marks: &str) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let worked = names.iter().zip(marks.chars()).filter(|(_, mark)| *mark == '1');
    worked.map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}
