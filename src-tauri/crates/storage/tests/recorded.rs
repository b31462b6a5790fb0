//! What the trail says of each change: rows and columns, old and new, and a task as it was once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::ops::ControlFlow;

use domain::{Dimension, Field, Score, Task, TaskId};
use storage::audit::Stretch;
use storage::recorded::Value;
use storage::workspace::WorkspaceRecord;
use storage::{Database, Entry, Error, PlacedTask, Touch, Tx};
use uuid::Uuid;

const PREDICTABILITY: Field = Field::Score(Dimension::Predictability);

fn database() -> Database {
    let record = WorkspaceRecord { uuid: "w".into(), created_at: "2026-01-05T09:00:00Z".into() };
    Database::in_memory(&record).unwrap()
}

fn entry<'a>(at: i64, actor: &'a str, op: &'a str) -> Entry<'a> {
    Entry { at, actor, op }
}

fn triage() -> PlacedTask {
    let mut task = Task::blank(TaskId::new(Uuid::from_u128(1)));
    task.name = "Triage".into();
    PlacedTask { task, position: 10 }
}

fn write(database: &mut Database, body: impl FnOnce(Tx<'_>) -> Result<(), Error>) {
    let at = database.read().audit_entries(None, 1).unwrap().first().map_or(1, |it| it.at + 1);
    database
        .write(entry(at, "Ada", "edit"), |tx| body(*tx).map(|()| ((), "Did it".to_owned())))
        .unwrap();
}

fn update(tx: Tx<'_>, placed: &PlacedTask) -> Result<(), Error> {
    let older = tx.read().task(placed.task.id)?;
    tx.update_task(placed, &older)
}

/// Returns what every entry changed, the newest first: table, what happened, and each column.
fn lines(database: &Database) -> Vec<String> {
    let columns = database.read().columns().unwrap();
    let mut lines = Vec::new();
    let each = |stored: &storage::audit::StoredEntry<'_>| {
        for row in stored.rows(&columns)? {
            let row = row?;
            let told = row.columns.iter().filter(|it| !it.is_key && it.name != "row_hash");
            let told = told.filter(|it| it.old.or(it.new) != Some(Value::Text("")));
            let told: Vec<String> = told
                .filter(|it| it.old.or(it.new) != Some(Value::Null) || row.touch == Touch::Updated)
                .map(|it| format!("{} {:?} {:?}", it.name, it.old, it.new))
                .collect();
            lines.push(format!("{} {:?}: {}", row.table, row.touch, told.join(", ")));
        }
        Ok::<_, Error>(ControlFlow::Continue(()))
    };
    database.read().look_back(&Stretch::default(), each).unwrap();
    lines
}

#[test]
fn an_entry_tells_each_column_before_and_after() {
    let mut database = database();
    let mut placed = triage();
    write(&mut database, |tx| tx.insert_task(&placed));
    placed.task.scores.put(Dimension::Predictability, Score::new(4));
    placed.task.minutes_per_item = Some(2.5);
    write(&mut database, |tx| update(tx, &placed));
    placed.task.rejected.insert(PREDICTABILITY, "high".into());
    write(&mut database, |tx| update(tx, &placed));
    write(&mut database, |tx| tx.delete_task(placed.task.id));
    assert_eq!(
        lines(&database),
        [
            "task Deleted: position Some(Integer(10)) None, name Some(Text(\"Triage\")) None, \
             predictability Some(Integer(4)) None, minutes_per_item Some(Real(2.5)) None",
            "rejected_entry Deleted: text Some(Text(\"high\")) None",
            "rejected_entry Inserted: text None Some(Text(\"high\"))",
            "task Updated: predictability Some(Null) Some(Integer(4)), \
             minutes_per_item Some(Null) Some(Real(2.5))",
            "task Inserted: position None Some(Integer(10)), name None Some(Text(\"Triage\"))",
        ]
    );
}

#[test]
fn undo_is_told_the_other_way_round() {
    let mut database = database();
    let mut placed = triage();
    write(&mut database, |tx| tx.insert_task(&placed));
    placed.task.owner = "Ops".into();
    placed.task.owner += &" and sales".repeat(100);
    write(&mut database, |tx| update(tx, &placed));
    database.undo(entry(9, "Ada", "undo")).unwrap();
    let lines = lines(&database);
    assert!(lines[0].starts_with("task Updated: owner Some(Text(\"Ops and sales"), "{}", lines[0]);
    assert!(lines[0].ends_with("Some(Text(\"\"))"), "{}", lines[0]);
}

#[test]
fn a_task_is_found_as_it_was_after_each_entry() {
    let mut database = database();
    let mut states = Vec::new();
    let mut placed = triage();
    write(&mut database, |tx| tx.insert_task(&placed));
    states.push(Some(placed.clone()));
    placed.task.scores.put(Dimension::Predictability, Score::new(4));
    placed.task.channels = vec!["email".into(), "chat".into()];
    write(&mut database, |tx| update(tx, &placed));
    states.push(Some(placed.clone()));
    placed.task.rejected.insert(PREDICTABILITY, "high".into());
    write(&mut database, |tx| update(tx, &placed));
    states.push(Some(placed.clone()));
    placed.task.rejected.insert(PREDICTABILITY, "low".into());
    placed.position = 5;
    write(&mut database, |tx| update(tx, &placed));
    states.push(Some(placed.clone()));
    write(&mut database, |tx| tx.delete_task(placed.task.id));
    states.push(None);
    let other = PlacedTask { task: Task::blank(TaskId::new(Uuid::from_u128(2))), position: 1 };
    write(&mut database, |tx| tx.insert_task(&other));
    database.undo(entry(20, "Ada", "undo")).unwrap();
    database.undo(entry(21, "Ada", "undo")).unwrap();
    for (seq, state) in (1..).zip(&states) {
        assert_eq!(database.read().task_after(placed.task.id, seq).unwrap(), *state, "{seq}");
    }
    assert_eq!(database.read().task_after(placed.task.id, 0).unwrap(), None);
    assert_eq!(database.read().task_after(placed.task.id, 8).unwrap(), states[3]);
}

#[test]
fn a_stretch_of_the_trail_is_found_by_time_name_and_kind() {
    let mut database = database();
    for (number, (at, actor)) in
        [(10, "Ada"), (20, "Bo"), (30, "Ada"), (40, "Bo")].iter().enumerate()
    {
        let task = Task::blank(TaskId::new(Uuid::from_u128(number as u128)));
        let placed = PlacedTask { task, position: 0 };
        let write = |tx: &Tx<'_>| tx.insert_task(&placed).map(|()| ((), String::new()));
        database.write::<(), Error>(entry(*at, actor, "add"), write).unwrap();
    }
    database.undo(entry(50, "Ada", "undo")).unwrap();
    let check = |stretch: Stretch, expected: &[u32]| {
        let mut found = Vec::new();
        let visit = |stored: &storage::audit::StoredEntry<'_>| {
            found.push(stored.entry.seq);
            Ok::<_, Error>(ControlFlow::Continue(()))
        };
        database.read().look_back(&stretch, visit).unwrap();
        assert_eq!(found, expected, "{stretch:?}");
    };
    check(Stretch::default(), &[5, 4, 3, 2, 1]);
    check(Stretch { before: Some(3), ..Stretch::default() }, &[2, 1]);
    check(Stretch { actor: Some("Ada".into()), ..Stretch::default() }, &[5, 3, 1]);
    check(Stretch { op: Some("undo".into()), ..Stretch::default() }, &[5]);
    check(Stretch { from: Some(20), until: Some(40), ..Stretch::default() }, &[3, 2]);
    assert_eq!(database.read().audit_actors().unwrap(), ["Ada", "Bo"]);
    assert_eq!(database.read().audit_ops().unwrap(), ["add", "undo"]);
}
