//! A plan as rows.

use domain::rollout::Playbook;
use rusqlite::types::Value;

use super::table::{Rows, Table, optional, text};
use crate::{Result, Tx};

pub(super) const PLAYBOOK: Table = Table {
    name: "playbook",
    columns: &["id", "name", "start", "weekdays", "is_example", "made_at"],
    keys: 1,
};
pub(super) const HOLIDAY: Table =
    Table { name: "holiday", columns: &["playbook_id", "day", "name"], keys: 2 };
pub(super) const ACTIVITY: Table = Table {
    name: "activity",
    columns: &[
        "id",
        "playbook_id",
        "place",
        "phase",
        "name",
        "owner",
        "days",
        "not_before",
        "baseline_start",
        "baseline_end",
        "started",
        "done",
        "note",
    ],
    keys: 1,
};
pub(super) const NEED: Table =
    Table { name: "activity_need", columns: &["activity_id", "needs_id"], keys: 2 };
pub(super) const PILOT: Table =
    Table { name: "pilot", columns: &["id", "playbook_id", "task_id"], keys: 1 };
pub(super) const ANSWER: Table =
    Table { name: "pilot_answer", columns: &["pilot_id", "field", "text", "at"], keys: 2 };
pub(super) const MARK: Table = Table {
    name: "gate_mark",
    columns: &["playbook_id", "phase", "condition", "name", "note", "at"],
    keys: 3,
};
pub(super) const GATE: Table = Table {
    name: "gate_event",
    columns: &[
        "playbook_id",
        "place",
        "phase",
        "verdict",
        "name",
        "role",
        "reason",
        "at",
        "open_conditions",
        "content_hash",
    ],
    keys: 2,
};
pub(super) const REVIEW: Table = Table {
    name: "review_done",
    columns: &["playbook_id", "kind", "number", "day", "name", "findings", "follow_ups"],
    keys: 3,
};
pub(super) const WINDOW: Table = Table {
    name: "high_impact_window",
    columns: &["id", "playbook_id", "name", "first_day", "last_day", "review_below"],
    keys: 1,
};
pub(super) const OBJECTION: Table = Table {
    name: "objection",
    columns: &[
        "id",
        "playbook_id",
        "place",
        "who",
        "objection",
        "answer",
        "pilot",
        "person",
        "from_doing",
        "to_overseeing",
    ],
    keys: 1,
};

impl Tx<'_> {
    /// Makes a plan say something else, and writes only what differs. Nothing stands for no plan: before it is
    /// made, or after it is deleted.
    pub fn put_playbook(self, older: Option<&Playbook>, newer: Option<&Playbook>) -> Result<()> {
        let rows = |plan: Option<&Playbook>| plan.map_or_else(Rows::default, rows);
        rows(newer).write(&rows(older), self)
    }
}

fn rows(plan: &Playbook) -> Rows {
    let mut rows = Rows::default();
    let id = || text(&plan.id);
    let weekdays = plan.calendar.weekdays().map(|works| if works { '1' } else { '0' });
    let weekdays = weekdays.iter().collect::<String>();
    let example = Value::Integer(i64::from(plan.is_example));
    rows.add(
        0,
        &PLAYBOOK,
        vec![
            id(),
            text(&plan.name),
            text(&plan.start),
            text(&weekdays),
            example,
            plan.made_at.into(),
        ],
    );
    for (day, name) in plan.calendar.holidays() {
        rows.add(1, &HOLIDAY, vec![id(), text(day), text(name)]);
    }
    for (place, it) in plan.activities.iter().enumerate() {
        rows.add(
            1,
            &ACTIVITY,
            vec![
                text(&it.id),
                id(),
                number(place),
                text(it.phase.key()),
                text(&it.name),
                text(&it.owner),
                Value::Integer(it.days.into()),
                optional(it.not_before),
                optional(it.baseline.map(|(start, _)| start)),
                optional(it.baseline.map(|(_, end)| end)),
                optional(it.started),
                optional(it.done),
                text(&it.note),
            ],
        );
        for need in &it.needs {
            rows.add(2, &NEED, vec![text(&it.id), text(need)]);
        }
    }
    add_pilots(&mut rows, plan);
    add_gates(&mut rows, plan);
    for (window, it) in &plan.windows {
        rows.add(
            1,
            &WINDOW,
            vec![
                text(window),
                id(),
                text(&it.name),
                text(&it.first),
                text(&it.last),
                Value::Integer(it.review_below.into()),
            ],
        );
    }
    for (place, it) in plan.objections.iter().enumerate() {
        let mut values = vec![text(&it.id), id(), number(place)];
        values.extend(it.texts.iter().map(text));
        rows.add(1, &OBJECTION, values);
    }
    rows
}

fn add_pilots(rows: &mut Rows, plan: &Playbook) {
    for it in &plan.pilots {
        rows.add(1, &PILOT, vec![text(&it.id), text(&plan.id), text(&it.task)]);
        for (field, answer) in &it.answers {
            rows.add(
                2,
                &ANSWER,
                vec![text(&it.id), text(field), text(&answer.text), answer.at.into()],
            );
        }
    }
}

fn add_gates(rows: &mut Rows, plan: &Playbook) {
    for it in &plan.marks {
        rows.add(
            1,
            &MARK,
            vec![
                text(&plan.id),
                text(it.phase.key()),
                text(&it.condition),
                text(&it.name),
                text(&it.note),
                it.at.into(),
            ],
        );
    }
    for it in &plan.gates {
        rows.add(
            1,
            &GATE,
            vec![
                text(&plan.id),
                it.place.into(),
                text(it.phase.key()),
                text(it.verdict.key()),
                text(&it.name),
                text(&it.role),
                text(&it.reason),
                it.at.into(),
                Value::Integer(it.open.into()),
                text(&it.content_hash),
            ],
        );
    }
    for it in &plan.reviews {
        rows.add(
            1,
            &REVIEW,
            vec![
                text(&plan.id),
                text(it.kind.key()),
                Value::Integer(it.number.into()),
                text(&it.on),
                text(&it.name),
                text(&it.findings),
                text(&it.follow_ups),
            ],
        );
    }
}

fn number(place: usize) -> Value {
    Value::Integer(i64::try_from(place).unwrap_or(i64::MAX))
}
