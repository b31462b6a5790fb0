//! What a workspace file survives, and what it refuses.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use domain::{Decision, Dimension, Field, Guardrail, Lane, Task, TaskId};
use storage::workspace::WorkspaceRecord;
use storage::{Access, Database, Entry, Error, OpenError, PlacedTask, SavedView, Tx};
use tempfile::TempDir;
use uuid::Uuid;

fn record() -> WorkspaceRecord {
    WorkspaceRecord {
        uuid: Uuid::from_u128(7).to_string(),
        created_at: "2026-01-05T09:00:00Z".into(),
    }
}

fn entry(op: &str) -> Entry<'_> {
    Entry { at: 1_767_600_000_000, actor: "Ada", op }
}

fn task(number: u128, name: &str) -> PlacedTask {
    let mut task = Task::blank(TaskId::new(Uuid::from_u128(number)));
    task.name = name.into();
    PlacedTask { task, position: i64::try_from(number).unwrap() }
}

fn write(database: &mut Database, op: &str, body: impl FnOnce(Tx<'_>) -> Result<(), Error>) {
    database.write(entry(op), |tx| body(*tx).map(|()| ((), op.to_owned()))).unwrap();
}

fn filled() -> Database {
    let mut database = Database::in_memory(&record()).unwrap();
    write(&mut database, "add", |tx| tx.insert_task(&task(1, "Triage")));
    database
}

fn on_disk(folder: &TempDir) -> (PathBuf, Database) {
    let path = folder.path().join("plan.trilane");
    let mut database = Database::create(&path, &record(), "Ada").unwrap();
    for number in 1..=40 {
        write(&mut database, "add", |tx| {
            let mut placed = task(number, &format!("Task {number}"));
            placed.task.notes = "Sent on Mondays, checked by the owner. ".repeat(8);
            placed.task.rejected.insert(Field::Score(Dimension::Predictability), "high".into());
            tx.insert_task(&placed)
        });
    }
    (path, database)
}

fn open(path: &Path) -> Result<Database, OpenError> {
    Database::open(path, Access::Write, "Ada")
}

#[test]
fn a_task_comes_back_as_it_was_written() {
    let mut database = Database::in_memory(&record()).unwrap();
    let mut placed = task(1, "Réponse 👋 \u{202e}x");
    for field in Field::ALL {
        let text = match field {
            Field::Score(_) => "4",
            Field::MultimodalContext => "yes",
            _ => "12",
        };
        placed.task.enter(field, text).unwrap();
    }
    placed.task.channels = vec!["email".into(), "web form".into()];
    placed.task.enter_or_keep(Field::MonthlyVolume, "many");
    placed.task.reference = Some("lead_scoring".into());
    placed.task.decision = Some(Decision {
        lane: Lane::Automate,
        reason: "The agency checks every item".into(),
        by: "Ana".into(),
        at: 1_795_000_000_000,
        until: Some("2027-01-31".parse().unwrap()),
        scores: placed.task.scores,
    });
    write(&mut database, "add", |tx| tx.insert_task(&placed));
    assert_eq!(database.read().task(placed.task.id).unwrap(), placed);
    assert_eq!(database.read().tasks().unwrap(), [placed]);
}

#[test]
fn undo_takes_back_one_whole_change_and_redo_makes_it_again() {
    let mut database = filled();
    let before = database.read().tasks().unwrap();
    write(&mut database, "paste", |tx| {
        tx.insert_task(&task(2, "Scoring"))?;
        let mut first = task(1, "Triage of mail");
        first.task.enter_or_keep(Field::Score(Dimension::ContextDepth), "low");
        tx.update_task(&first, &task(1, "Triage"))
    });
    let after = database.read().tasks().unwrap();

    assert_eq!(database.undo(entry("undo")).unwrap().op, "paste");
    assert_eq!(database.read().tasks().unwrap(), before);
    assert_eq!(database.redo(entry("redo")).unwrap().op, "paste");
    assert_eq!(database.read().tasks().unwrap(), after);
    assert!(matches!(database.redo(entry("redo")), Err(Error::NoStep)));
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let mut database = filled();
    database.undo(entry("undo")).unwrap();
    write(&mut database, "add", |tx| tx.insert_task(&task(3, "Copy")));
    assert_eq!(database.read().next_steps().unwrap().redo, None);
    assert_eq!(database.read().next_steps().unwrap().undo.as_deref(), Some("add"));
}

#[test]
fn a_failed_change_leaves_nothing_behind() {
    let mut database = filled();
    let failed: Result<_, Error> = database.write(entry("add"), |tx| {
        tx.insert_task(&task(2, "Scoring"))?;
        tx.delete_task(TaskId::new(Uuid::nil()))?;
        Ok(((), String::new()))
    });
    assert!(matches!(failed, Err(Error::NotFound)));
    assert_eq!(database.read().tasks().unwrap().len(), 1);
    assert_eq!(database.read().audit_chain().unwrap().entries, 1);
}

#[test]
fn a_change_that_touches_nothing_is_no_step() {
    let mut database = filled();
    write(&mut database, "edit", |tx| tx.update_task(&task(1, "Triage"), &task(1, "Triage")));
    assert_eq!(database.read().audit_chain().unwrap().entries, 1);
}

#[test]
fn undo_survives_closing_and_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let (path, database) = on_disk(&folder);
    drop(database);
    let mut database = open(&path).unwrap();
    database.undo(entry("undo")).unwrap();
    assert_eq!(database.read().tasks().unwrap().len(), 39);
}

#[test]
fn the_trail_chains_every_change_and_notices_tampering() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut database) = on_disk(&folder);
    database.undo(entry("undo")).unwrap();
    let chain = database.read().audit_chain().unwrap();
    assert_eq!((chain.entries, chain.broken_at), (41, None));
    assert_eq!(chain.head, database.read().audit_head().unwrap());
    drop(database);

    let raw = rusqlite::Connection::open(&path).unwrap();
    let refused = raw.execute("UPDATE audit_entry SET actor = 'Eve' WHERE seq = 7", []);
    assert!(refused.unwrap_err().to_string().contains("append-only"));
    let trigger: String = raw
        .query_row("SELECT sql FROM sqlite_schema WHERE name LIKE '%update'", [], |row| row.get(0))
        .unwrap();
    raw.execute_batch("DROP TRIGGER audit_entry_refuses_update").unwrap();
    raw.execute("UPDATE audit_entry SET actor = 'Eve' WHERE seq = 7", []).unwrap();
    raw.execute_batch(&trigger).unwrap();
    drop(raw);
    assert_eq!(open(&path).unwrap().read().audit_chain().unwrap().broken_at, Some(7));
}

#[test]
fn no_flipped_bit_changes_a_task_unnoticed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, database) = on_disk(&folder);
    let tasks = database.read().tasks().unwrap();
    drop(database);
    let good = fs::read(&path).unwrap();
    let needle = b"Sent on Mondays";
    let places: Vec<usize> = good
        .windows(needle.len())
        .enumerate()
        .filter_map(|(at, window)| (window == needle).then_some(at))
        .collect();
    let mut noticed_rows = 0;
    for (turn, place) in places.iter().enumerate().step_by(5) {
        let mut bad = good.clone();
        bad[place + turn % needle.len()] ^= 1 << (turn % 7);
        fs::write(&path, &bad).unwrap();
        match open(&path) {
            Err(OpenError::Damaged(_)) => noticed_rows += 1,
            // The same text stands in the trail and in unused parts of pages, too.
            Ok(database) => assert_eq!(database.read().tasks().unwrap(), tasks),
            Err(other) => panic!("{other}"),
        }
    }
    assert!(noticed_rows > 0);
}

#[test]
fn a_file_that_is_not_ours_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.trilane");
    let cases: [&[u8]; 3] = [b"", b"Task,Owner\nTriage,Ops\n", &[0x50; 4096]];
    for content in cases {
        fs::write(&path, content).unwrap();
        assert!(matches!(open(&path), Err(OpenError::NotOurs)));
        assert_eq!(fs::read(&path).unwrap(), content);
    }
    fs::remove_file(&path).unwrap();
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE a (b)").unwrap();
    assert!(matches!(open(&path), Err(OpenError::NotOurs)));
    assert!(matches!(open(folder.path()), Err(OpenError::NotAFile)));
    assert!(matches!(open(&folder.path().join("none")), Err(OpenError::Missing)));
}

#[test]
fn a_newer_file_is_refused_and_byte_for_byte_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (path, database) = on_disk(&folder);
    drop(database);
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(open(&path), Err(OpenError::Newer { found: 99, .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_with_a_table_or_trigger_of_its_own_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (path, database) = on_disk(&folder);
    drop(database);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("CREATE TRIGGER t AFTER INSERT ON task BEGIN DELETE FROM task; END").unwrap();
    drop(raw);
    assert!(matches!(open(&path), Err(OpenError::Altered)));
}

#[test]
fn a_second_opener_is_told_who_holds_the_file_and_may_look() {
    let folder = tempfile::tempdir().unwrap();
    let (path, database) = on_disk(&folder);
    let second = Database::open(&path, Access::Write, "Grace");
    assert!(matches!(second, Err(OpenError::HeldElsewhere(name)) if name == "Ada"));
    let mut reader = Database::open(&path, Access::ReadOnly, "Grace").unwrap();
    assert_eq!(reader.read().tasks().unwrap().len(), 40);
    assert!(matches!(reader.undo(entry("undo")), Err(Error::ReadOnly)));
    drop(database);
}

#[test]
fn a_deleted_or_replaced_file_takes_no_commit() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut database) = on_disk(&folder);
    let aside = folder.path().join("aside");
    fs::copy(&path, &aside).unwrap();
    let add = |database: &mut Database, number| {
        database.write(entry("add"), |tx| {
            tx.insert_task(&task(number, "late")).map(|()| ((), String::new()))
        })
    };
    fs::rename(&aside, &path).unwrap();
    assert!(matches!(add(&mut database, 90), Err(Error::ChangedElsewhere)));
    fs::remove_file(&path).unwrap();
    assert!(matches!(add(&mut database, 91), Err(Error::FileGone)));
    // What is in memory can still be saved elsewhere.
    let copy = folder.path().join("copy.trilane");
    database.copy_to(&copy, None).unwrap();
    assert_eq!(open(&copy).unwrap().read().tasks().unwrap().len(), 40);
}

#[test]
fn a_copy_is_whole_and_a_duplicate_has_its_own_identity() {
    let folder = tempfile::tempdir().unwrap();
    let (_, database) = on_disk(&folder);
    let path = folder.path().join("odd %20 #?é name.trilane");
    let other = WorkspaceRecord { uuid: Uuid::from_u128(8).to_string(), ..record() };
    database.copy_to(&path, Some(&other)).unwrap();
    let copy = open(&path).unwrap();
    assert_eq!(copy.read().workspace().unwrap(), other);
    assert_eq!(copy.read().tasks().unwrap(), database.read().tasks().unwrap());
    assert_eq!(copy.read().audit_chain().unwrap(), database.read().audit_chain().unwrap());
}

#[test]
fn sqlite_is_past_the_write_ahead_log_reset_fault() {
    assert!(rusqlite::version_number() >= 3_051_003);
}

/// Files of released formats are kept as they were written, and never made again.
#[test]
fn a_file_of_every_released_format_opens() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for format in 1..=storage::schema::VERSION {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.trilane");
        fs::copy(fixtures.join(format!("format-{format}.trilane")), &path).unwrap();
        let looked_at = Database::open(&path, Access::ReadOnly, "").unwrap();
        let seen = looked_at.read().tasks().unwrap();
        if format < storage::schema::VERSION {
            assert!(matches!(open(&path), Err(OpenError::Older { found }) if found == format));
            let copy = folder.path().join("as-it-is.trilane");
            Database::update(&path, "Ada", &copy).unwrap();
            assert_eq!(storage::header_version(&copy).unwrap(), format, "the copy is as it was");
        }
        let database = open(&path).unwrap();
        assert_eq!(database.read().tasks().unwrap(), seen);
        let tasks = database.read().tasks().unwrap();
        assert_eq!(tasks.len(), 24, "format {format}");
        let sums: u32 = tasks
            .iter()
            .filter_map(|placed| placed.task.composite())
            .map(|composite| u32::from(composite.get()))
            .sum();
        assert_eq!(sums, 281, "format {format}");
        assert_eq!(database.read().audit_chain().unwrap().broken_at, None);
    }
}

#[test]
fn steps_recorded_in_an_older_format_are_undone_in_this_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.trilane");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fs::copy(fixtures.join("format-1.trilane"), &path).unwrap();
    Database::update(&path, "Ada", &folder.path().join("copy.trilane")).unwrap();
    let mut database = open(&path).unwrap();
    let before = database.read().tasks().unwrap();
    let mut undone = 0;
    while database.read().next_steps().unwrap().undo.is_some() {
        database.undo(entry("undo")).unwrap();
        undone += 1;
    }
    assert!(undone > 0);
    assert!(database.read().tasks().unwrap().is_empty());
    for _ in 0..undone {
        database.redo(entry("redo")).unwrap();
    }
    assert_eq!(database.read().tasks().unwrap(), before);
    assert_eq!(database.verify_rows().unwrap().damaged, 0);
}

#[test]
fn guardrails_and_views_are_undone_and_a_layout_is_not() {
    let mut database = filled();
    let mut rule = Guardrail::shipped("any_one").unwrap();
    rule.is_on = false;
    write(&mut database, "guardrail", |tx| tx.put_guardrail(&rule));
    let view = SavedView { id: "1".into(), name: "Mine".into(), spec: "{}".into() };
    write(&mut database, "view", |tx| tx.put_saved_view(&view));
    write(&mut database, "layout", |tx| tx.put_layout("wide"));
    assert_eq!(database.read().guardrails().unwrap(), [rule]);
    assert_eq!(database.read().saved_views().unwrap(), [view]);
    database.undo(entry("undo")).unwrap();
    database.undo(entry("undo")).unwrap();
    assert!(database.read().guardrails().unwrap().is_empty());
    assert!(database.read().saved_views().unwrap().is_empty());
    assert_eq!(database.read().layout().unwrap().as_deref(), Some("wide"));
}
