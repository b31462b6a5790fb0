//! The rows of a timeline: a band a phase, a bar an activity, a diamond a gate, then reviews and windows.

use domain::rollout::{Activity, Phase, Placement, Progress, Review, ReviewKind};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::axis::Axis;
use crate::pdf::printable::{breakable, is_right_to_left, printable};
use crate::rollout::{Gate, Plan, words};

/// The longest word that fits on a line of the page, of the names, and of the owners, in letters.
pub(super) const LINE: usize = 60;
const NAME: usize = 26;
const OWNER: usize = 13;

/// Returns every row, from the top.
pub(super) fn rows(plan: &Plan<'_>, axis: &Axis) -> Vec<Value> {
    let mut rows = Vec::new();
    for phase in Phase::ALL {
        let span = plan.schedule.phases[phase.place()];
        rows.push(row(
            "phase",
            [phase.name(), "", &short(span.start), &short(span.gate), ""],
            json!({ "from": axis.at(span.start), "to": axis.behind(span.gate) }),
        ));
        let placed = plan.kept.activities.iter().zip(&plan.schedule.placements);
        rows.extend(
            placed
                .filter(|(activity, _)| activity.phase == phase)
                .map(|(activity, placed)| of_activity(plan, axis, activity, placed)),
        );
        let gates = plan.gates.iter().filter(|gate| gate.phase == phase);
        rows.extend(gates.map(|gate| of_gate(axis, gate, span.gate)));
    }
    reviews(plan, axis, &mut rows);
    windows(plan, axis, &mut rows);
    rows
}

fn of_activity(plan: &Plan<'_>, axis: &Axis, activity: &Activity, placed: &Placement) -> Value {
    let progress = activity.progress(placed.start, placed.end, plan.made_on);
    let baseline = activity
        .baseline
        .map(|(start, end)| json!({ "from": axis.at(start), "to": axis.behind(end) }));
    row(
        if activity.is_milestone() { "milestone" } else { "activity" },
        [
            activity.title(),
            &activity.owner,
            &short(placed.start),
            &short(placed.end),
            progress.name(),
        ],
        json!({
            "from": axis.at(placed.start),
            "to": axis.behind(placed.end),
            "tone": progress.key(),
            "is_critical": placed.is_critical() && progress != Progress::Done,
            "baseline": baseline,
        }),
    )
}

fn of_gate(axis: &Axis, gate: &Gate<'_>, day: Date) -> Value {
    let holding = gate.checked.iter().filter(|it| it.holds()).count();
    let name = format!(
        "Gate: {holding} of {} hold",
        words::counted(gate.checked.len(), "condition", "conditions")
    );
    row(
        "gate",
        [&name, gate.decided.map_or("", |it| &it.name), &short(day), "", gate.standing],
        json!({ "marks": [mark(axis, day, gate.is_passed)] }),
    )
}

fn reviews(plan: &Plan<'_>, axis: &Axis, rows: &mut Vec<Value>) {
    if plan.reviews.is_empty() {
        return;
    }
    rows.push(row("phase", ["Reviews", "", "Next due", "", ""], json!({})));
    for kind in ReviewKind::ALL {
        let of_kind: Vec<&Review<'_>> = plan.reviews.iter().filter(|it| it.kind == kind).collect();
        let next = of_kind.iter().find(|it| it.done.is_none()).map(|it| it.due);
        let is_late = next.is_some_and(|due| due < plan.made_on);
        let shown = of_kind.iter().filter(|it| axis.holds(it.due));
        let marks: Vec<Value> = shown.map(|it| mark(axis, it.due, it.done.is_some())).collect();
        let day = next.map_or(String::new(), short);
        let state = if is_late { "Overdue" } else { "" };
        rows.push(row("review", [kind.name(), "", &day, "", state], json!({ "marks": marks })));
    }
}

fn windows(plan: &Plan<'_>, axis: &Axis, rows: &mut Vec<Value>) {
    if plan.kept.windows.is_empty() {
        return;
    }
    rows.push(row("phase", ["High-impact windows", "", "", "", ""], json!({})));
    for (_, window) in &plan.kept.windows {
        let name = format!("{} (people look below {} %)", window.name, window.review_below);
        rows.push(row(
            "window",
            [&name, "", &short(window.first), &short(window.last), ""],
            json!({ "from": axis.at(window.first), "to": axis.behind(window.last) }),
        ));
    }
}

fn row(kind: &str, [name, owner, start, end, state]: [&str; 5], drawn: Value) -> Value {
    let mut row = json!({
        "kind": kind,
        "name": text(name, NAME),
        "owner": text(owner, OWNER),
        "start": start,
        "end": end,
        "state": state,
        "from": null,
        "to": null,
        "tone": "planned",
        "is_critical": false,
        "baseline": null,
        "marks": [],
    });
    if let (Some(row), Value::Object(drawn)) = (row.as_object_mut(), drawn) {
        row.extend(drawn);
    }
    row
}

fn mark(axis: &Axis, day: Date, is_filled: bool) -> Value {
    json!({ "at": f64::midpoint(axis.at(day), axis.behind(day)), "is_filled": is_filled })
}

/// Returns a text on one line as the template shows it.
pub(super) fn text(text: &str, longest: usize) -> Value {
    let words = breakable(&printable(text).replace('\n', " "), longest);
    json!({ "rtl": is_right_to_left(&words), "words": words })
}

/// Digits only, so that days stand under one another and are read alike everywhere.
fn short(day: Date) -> String {
    day.to_string()
}
