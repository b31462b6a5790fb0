//! The history in words, going back to a version, and handing the history over.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::sync::atomic::AtomicBool;

use domain::{ColumnKind, Dimension, Field, Lane, Rubric, Task, TaskId};
use engine::cells::{Column, PasteTarget};
use engine::history::{HistoryEntry, HistoryFilter, HistoryRow};
use engine::{Error, Workspace};
use jiff::Timestamp;

const PREDICTABILITY: Field = Field::Score(Dimension::Predictability);

fn clock() -> Timestamp {
    "2026-05-03T10:00:00Z".parse().unwrap()
}

fn workspace(names: &[&str]) -> Workspace {
    let mut workspace = Workspace::in_memory("Ada", clock).unwrap();
    for name in names {
        workspace.add_task(name).unwrap();
    }
    workspace
}

fn first(workspace: &Workspace) -> TaskId {
    workspace.sheet().tasks().next().unwrap().id
}

fn all(workspace: &Workspace, filter: &HistoryFilter) -> Vec<HistoryEntry> {
    workspace.history(filter, None, 1_000).unwrap().entries
}

fn of_text(text: &str) -> HistoryFilter {
    HistoryFilter { text: text.into(), ..HistoryFilter::default() }
}

fn of_task(id: TaskId) -> HistoryFilter {
    HistoryFilter { task: Some(id), ..HistoryFilter::default() }
}

fn told(row: &HistoryRow) -> String {
    let cells = row.cells.iter().map(|cell| {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".into());
        format!("{}: {} → {}", cell.field, text(&cell.old), text(&cell.new))
    });
    let cells: Vec<String> = cells.collect();
    format!("{} {} {}", row.subject, row.verb.word(), cells.join(", ")).trim_end().to_owned()
}

fn newest(workspace: &Workspace) -> Vec<String> {
    all(workspace, &HistoryFilter::default())[0].rows.iter().map(told).collect()
}

#[test]
fn an_edit_is_told_from_what_to_what() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    assert_eq!(newest(&workspace), ["Triage added Task: – → Triage"]);
    workspace.set_cell(id, PREDICTABILITY, "4").unwrap();
    workspace.set_cell(id, PREDICTABILITY, "5").unwrap();
    assert_eq!(newest(&workspace), ["Triage changed Predictability: 4 → 5"]);
    workspace.set_cell(id, PREDICTABILITY, "high").unwrap();
    assert_eq!(newest(&workspace), ["Triage changed Predictability, refused: – → high"]);
    workspace.set_cell(id, Field::Channels, "chat, email").unwrap();
    assert_eq!(newest(&workspace), ["Triage changed Channels: – → chat, email"]);
    workspace.delete_tasks(&(0..=0)).unwrap();
    let rows = newest(&workspace);
    assert!(
        rows[0].starts_with("Triage deleted Task: Triage → –, Channels: chat, email"),
        "{rows:?}"
    );
    assert_eq!(rows[1], "Triage changed Predictability, refused: high → –");
}

#[test]
fn a_change_of_place_is_a_move() {
    let mut workspace = workspace(&["One", "Two", "Three"]);
    workspace.move_tasks(&(2..=2), 0).unwrap();
    assert_eq!(newest(&workspace), ["Three moved"]);
}

#[test]
fn a_task_has_the_name_that_it_had_then() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    workspace.set_cell(id, Field::Owner, "Ops").unwrap();
    workspace.set_cell(id, Field::Name, "Sorting").unwrap();
    workspace.set_cell(id, Field::Owner, "Sales").unwrap();
    let entries = all(&workspace, &HistoryFilter::default());
    let told: Vec<String> = entries.iter().flat_map(|entry| &entry.rows).map(told).collect();
    assert_eq!(
        told,
        [
            "Sorting changed Owner: Ops → Sales",
            "Sorting changed Task: Triage → Sorting",
            "Triage changed Owner: – → Ops",
            "Triage added Task: – → Triage",
        ]
    );
    assert_eq!(workspace.last_name(id).unwrap().as_deref(), Some("Sorting"));
}

#[test]
fn undo_and_redo_say_which_entry_they_were_about() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    workspace.set_cell(id, Field::Owner, "Ops").unwrap();
    workspace.set_cell(id, Field::Owner, "Sales").unwrap();
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    workspace.redo().unwrap();
    let entries = all(&workspace, &HistoryFilter::default());
    let sentences: Vec<&str> = entries.iter().map(|entry| entry.sentence.as_str()).collect();
    assert_eq!(
        sentences[..3],
        [
            "Redid edit of entry 2: Changed Owner of “Triage”",
            "Undid edit of entry 2: Changed Owner of “Triage”",
            "Undid edit of entry 3: Changed Owner of “Triage”",
        ]
    );
    assert_eq!(entries[0].kind, "Redo");
    let undone: Vec<Option<u32>> = entries.iter().rev().map(|entry| entry.undone_by).collect();
    assert_eq!(undone, [None, None, Some(4), None, None, None]);
}

#[test]
fn pages_follow_one_another_to_the_first_entry() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    for number in 0..30 {
        workspace.set_cell(id, Field::Notes, &format!("Note {number}")).unwrap();
    }
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let page = workspace.history(&HistoryFilter::default(), before, 10).unwrap();
        assert_eq!(page.total, 31);
        seen.extend(page.entries.iter().map(|entry| entry.seq));
        before = page.older;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(seen, (1..=31).rev().collect::<Vec<u32>>());
}

#[test]
fn a_large_change_tells_its_first_rows_and_the_rest_on_asking() {
    let mut workspace = workspace(&["Triage"]);
    let block: Vec<Vec<String>> = (0..500).map(|row| vec![format!("Task {row}")]).collect();
    let range = engine::cells::CellRange { rows: 0..=0, columns: vec![Column::Field(Field::Name)] };
    let target = PasteTarget { range, columns_to_the_right: vec![Column::Field(Field::Name)] };
    workspace.paste(&target, &block).unwrap();

    let entry = &all(&workspace, &HistoryFilter::default())[0];
    assert_eq!((entry.rows.len(), entry.row_count), (10, 500));
    assert_eq!(
        (entry.rows[1].subject.as_str(), entry.rows[9].subject.as_str()),
        ("Task 1", "Task 9")
    );
    let more = workspace.history_rows(&HistoryFilter::default(), entry.seq, 490, 100).unwrap();
    assert_eq!(more.len(), 10);

    // A search shows of such a change what was searched for.
    let entry = &all(&workspace, &of_text("task 499"))[0];
    assert_eq!((entry.rows.len(), entry.row_count), (1, 1));
    assert_eq!(entry.rows[0].subject, "Task 499");
}

#[test]
fn the_history_is_filtered_by_words_person_kind_task_and_day() {
    let mut workspace = workspace(&["Triage", "Newsletter"]);
    let id = first(&workspace);
    workspace.sign_as("Bo");
    workspace.set_cell(id, Field::Owner, "Ops").unwrap();
    let check = |filter: HistoryFilter, expected: &[u32]| {
        let found: Vec<u32> = all(&workspace, &filter).iter().map(|entry| entry.seq).collect();
        assert_eq!(found, expected, "{filter:?}");
    };
    check(of_text("triage"), &[3, 1]);
    check(of_text("OWNER ops"), &[3]);
    check(of_text("zebra"), &[]);
    check(of_task(id), &[3, 1]);
    check(HistoryFilter { person: Some("Bo".into()), ..HistoryFilter::default() }, &[3]);
    check(HistoryFilter { kind: Some("add".into()), ..HistoryFilter::default() }, &[2, 1]);
    let days = |first, last| HistoryFilter::default().between(first, last).unwrap();
    check(days(Some("2026-05-02"), Some("2026-05-04")), &[3, 2, 1]);
    check(days(Some("2026-05-05"), None), &[]);
    check(days(None, Some("2026-05-01")), &[]);
    let wrong = HistoryFilter::default().between(Some("soon"), None);
    assert!(matches!(wrong, Err(Error::NotADay(day)) if day == "soon"));
    let choices = workspace.history_choices().unwrap();
    assert_eq!(choices.people, ["Ada", "Bo"]);
    assert_eq!(choices.kinds[0], ("add".to_owned(), "Adding tasks".to_owned()));
}

#[test]
fn a_task_is_restored_as_it_was_and_undo_takes_that_back() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    workspace.set_cell(id, PREDICTABILITY, "4").unwrap();
    workspace.set_cell(id, PREDICTABILITY, "high").unwrap();
    let then = workspace.sheet().task(id).unwrap().clone();
    workspace.set_cell(id, PREDICTABILITY, "2").unwrap();
    workspace.set_cell(id, Field::Name, "Sorting").unwrap();
    let now = workspace.sheet().task(id).unwrap().clone();

    let restorable: Vec<bool> =
        all(&workspace, &of_task(id)).iter().map(|entry| entry.restorable).collect();
    assert_eq!(restorable, [false, true, true, true, true]);

    let outcome = workspace.restore_task(id, 3).unwrap();
    assert_eq!(*workspace.sheet().task(id).unwrap(), then);
    assert!(
        outcome.sentence.starts_with("Restored “Triage” as it was on 3 May 2026"),
        "{outcome:?}"
    );
    assert!(outcome.sentence.ends_with(": Task and Predictability"), "{outcome:?}");

    workspace.undo().unwrap();
    assert_eq!(*workspace.sheet().task(id).unwrap(), now);
    let entries = all(&workspace, &of_task(id));
    assert!(entries[0].sentence.starts_with("Undid restoring a task of entry 6"), "{entries:?}");
}

#[test]
fn a_deleted_task_comes_back_with_its_id_and_its_place() {
    let mut workspace = workspace(&["One", "Two", "Three"]);
    let id = workspace.sheet().tasks().nth(1).unwrap().id;
    workspace.set_cell(id, Field::Owner, "Ops").unwrap();
    workspace.delete_tasks(&(1..=1)).unwrap();
    let entries = all(&workspace, &of_task(id));
    assert!(!entries[0].restorable && entries[1].restorable);
    assert!(matches!(workspace.restore_task(id, entries[0].seq), Err(Error::NotFound)));

    let outcome = workspace.restore_task(id, entries[1].seq).unwrap();
    assert!(outcome.sentence.starts_with("Brought back “Two”"), "{outcome:?}");
    assert_eq!(outcome.focus, Some(1..=1));
    assert_eq!(workspace.sheet().task(id).unwrap().owner, "Ops");
    workspace.undo().unwrap();
    assert_eq!(workspace.sheet().len(), 2);
}

#[test]
fn restoring_what_is_there_already_changes_nothing() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    let outcome = workspace.restore_task(id, 1).unwrap();
    assert_eq!(outcome.sentence, "Nothing changed");
    assert_eq!(all(&workspace, &HistoryFilter::default()).len(), 1);
}

#[test]
fn the_history_is_handed_over_a_line_a_change() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    workspace.set_cell(id, Field::Notes, "=1+1").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("History");
    let cancelled = AtomicBool::new(false);
    let exported =
        workspace.export_history(&HistoryFilter::default(), &target, &|_| (), &cancelled).unwrap();
    assert_eq!(exported.changes, 2);
    let text = std::fs::read_to_string(folder.path().join("History.csv")).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(
        lines[0],
        "Entry,When (UTC),When (local),Who,Kind,Task,Change,Field,Old,New,In words"
    );
    assert!(lines[1].starts_with("2,2026-05-03T10:00:00Z,2026-05-03T"), "{}", lines[1]);
    assert!(
        lines[1].ends_with(",Ada,Edit,Triage,changed,Notes,,'=1+1,Changed Notes of “Triage”"),
        "{}",
        lines[1]
    );
    assert_eq!(lines.len(), 3);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_hangs_on_a_task_is_told_as_its_own_and_comes_back_with_it() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    for dimension in Dimension::ALL {
        workspace.set_cell(id, Field::Score(dimension), "4").unwrap();
    }
    workspace.add_column("Region", ColumnKind::Text, Vec::new()).unwrap();
    assert_eq!(
        newest(&workspace),
        ["Custom column “Region” added Name: – → Region, Kind: – → text"]
    );
    let region = workspace.custom_columns()[0].field();
    workspace.set_cell(id, region, "North").unwrap();
    assert_eq!(newest(&workspace), ["Triage changed Region: – → North"]);
    workspace.set_cell(id, Field::MultimodalContext, "yes").unwrap();
    assert_eq!(newest(&workspace), ["Triage changed Multimodal context: – → Yes"]);
    let seq = all(&workspace, &HistoryFilter::default())[0].seq;
    let then = workspace.sheet().task(id).unwrap().clone();

    workspace.decide(&[id], Lane::Hybrid, "A person signs", None).unwrap();
    assert_eq!(
        newest(&workspace),
        ["Triage changed Decided lane: – → Hybrid, \
             Reason of the decision: – → A person signs, Decided by: – → Ada"]
    );
    workspace.set_cell(id, region, "South").unwrap();
    workspace.set_cell(id, Field::MultimodalContext, "").unwrap();
    let outcome = workspace.restore_task(id, seq).unwrap();
    assert!(outcome.sentence.ends_with(": Multimodal context and Region"), "{outcome:?}");
    let restored = workspace.sheet().task(id).unwrap().clone();
    assert!(restored.decision.is_some());
    assert_eq!(Task { decision: None, ..restored }, then);

    workspace.delete_tasks(&(0..=0)).unwrap();
    workspace.restore_task(id, seq).unwrap();
    assert_eq!(*workspace.sheet().task(id).unwrap(), then);
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert!(workspace.sheet().task(id).unwrap().decision.is_some());
}

#[test]
fn a_restored_score_stands_again_under_the_words_that_it_was_given_under() {
    let mut workspace = workspace(&["Triage"]);
    let id = first(&workspace);
    workspace.set_cell(id, PREDICTABILITY, "5").unwrap();
    let mut own = Rubric::of(Dimension::Predictability);
    own.levels[4] = "Same as last week".into();
    workspace.reword(&own).unwrap();
    workspace.set_cell(id, PREDICTABILITY, "4").unwrap();
    assert!(newest(&workspace).contains(
        &"Triage changed Wording of Predictability: – → The organisation’s own".to_owned()
    ));

    let given = |workspace: &Workspace| workspace.sheet().task(id).unwrap().rubrics[0];
    let own = given(&workspace);
    workspace.restore_task(id, 2).unwrap();
    assert_eq!(given(&workspace), None, "the 5 was given under Trilane's words");
    workspace.restore_task(id, 4).unwrap();
    assert_eq!(given(&workspace), own);
    workspace.delete_tasks(&(0..=0)).unwrap();
    workspace.restore_task(id, 4).unwrap();
    assert_eq!(given(&workspace), own, "a deleted task comes back with them, too");
}

#[test]
fn guardrails_wordings_columns_and_views_are_told_in_words() {
    let mut workspace = workspace(&["Triage"]);
    workspace.switch_guardrail("any_one", false).unwrap();
    assert_eq!(
        newest(&workspace),
        ["Guardrail added On: – → No, Where: – → any score is 1, Cap: – → Hybrid"]
    );
    workspace.switch_guardrail("any_one", true).unwrap();
    assert_eq!(newest(&workspace), ["Guardrail changed On: No → Yes"]);
    let mut own = Rubric::of(Dimension::ContextDepth);
    own.question = "Who must know what?".into();
    workspace.reword(&own).unwrap();
    let told = newest(&workspace);
    assert!(
        told[0].starts_with("Wording of Context Depth added Question: – → Who must know what?")
    );
    assert_eq!(told[1], "Wording of Context Depth changed In use: – → The organisation’s own");
    workspace.add_column("Region", ColumnKind::Choice, vec!["EMEA".into(), "APAC".into()]).unwrap();
    assert_eq!(
        newest(&workspace),
        [
            "Custom column “Region” added Name: – → Region, Kind: – → choice, Choices: – → EMEA, APAC"
        ]
    );
    workspace.save_view(None, "Mine", "{}").unwrap();
    assert_eq!(newest(&workspace), ["View “Mine” added Name: – → Mine"]);
}
