//! What people do in the worksheet, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{Dimension, Field, Lane, RefusalReason};
use engine::cells::{CellRange, Column, PasteTarget};
use engine::{Error, LaneSummary, Op, Workspace};
use jiff::Timestamp;

const PREDICTABILITY: Field = Field::Score(Dimension::Predictability);

fn clock() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

fn workspace(names: &[&str]) -> Workspace {
    let mut workspace = Workspace::in_memory("Ada", clock).unwrap();
    for name in names {
        workspace.add_task(name).unwrap();
    }
    workspace
}

fn names(workspace: &Workspace) -> Vec<&str> {
    workspace.sheet().tasks().map(|task| task.name.as_str()).collect()
}

fn range(rows: std::ops::RangeInclusive<usize>, fields: &[Field]) -> CellRange {
    CellRange { rows, columns: fields.iter().copied().map(Column::Field).collect() }
}

fn scores() -> Vec<Column> {
    Dimension::ALL.map(|dimension| Column::Field(Field::Score(dimension))).to_vec()
}

fn block(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
}

fn target(rows: std::ops::RangeInclusive<usize>, columns: &[Column]) -> PasteTarget {
    PasteTarget {
        range: CellRange { rows, columns: columns[..1].to_vec() },
        columns_to_the_right: columns.to_vec(),
    }
}

#[test]
fn four_scores_make_a_lane_at_once() {
    let mut workspace = workspace(&["Triage"]);
    let id = workspace.sheet().tasks().next().unwrap().id;
    for (dimension, text) in Dimension::ALL.into_iter().zip(["5", "4", "4", "4"]) {
        workspace.set_cell(id, Field::Score(dimension), text).unwrap();
    }
    let task = workspace.sheet().task(id).unwrap();
    assert_eq!(task.composite().unwrap().get(), 17);
    assert_eq!(task.recommended_lane(), Some(Lane::Automate));
    assert_eq!(
        workspace.lane_summary(),
        LaneSummary { total: 1, automate: 1, ..LaneSummary::default() }
    );
}

#[test]
fn a_refused_score_stays_in_its_cell_until_mended_or_discarded() {
    let mut workspace = workspace(&["Triage"]);
    let id = workspace.sheet().tasks().next().unwrap().id;
    workspace.set_cell(id, PREDICTABILITY, "4").unwrap();

    let outcome = workspace.set_cell(id, PREDICTABILITY, "6").unwrap();
    assert_eq!(outcome.refusals[0].refusal.reason, RefusalReason::ScoreOutOfRange);
    assert_eq!(workspace.sheet().task(id).unwrap().shown_text(PREDICTABILITY), "6");
    assert_eq!(workspace.lane_summary().rejected_cells, 1);

    workspace.discard_rejected(id, PREDICTABILITY).unwrap();
    assert_eq!(workspace.sheet().task(id).unwrap().shown_text(PREDICTABILITY), "4");
    workspace.undo().unwrap();
    assert_eq!(workspace.sheet().task(id).unwrap().shown_text(PREDICTABILITY), "6");
}

#[test]
fn a_pasted_block_makes_missing_rows_and_is_one_step() {
    let mut workspace = workspace(&["Triage"]);
    let mut columns = vec![Column::Field(Field::Name), Column::Composite];
    columns.extend(scores());
    let outcome = workspace
        .paste(&target(0..=0, &columns), &block("A|99|5|4|4|4\nB|99|1|1|5|high\nC|99|3|3|3"))
        .unwrap();
    assert_eq!(names(&workspace), ["A", "B", "C"]);
    assert_eq!(outcome.sentence, "Pasted 14 cells, made 2 rows, 1 cell needs mending");
    assert_eq!(outcome.focus, Some(0..=2));
    assert_eq!(outcome.created.len(), 2);
    assert_eq!(workspace.lane_summary().automate, 1);

    workspace.undo().unwrap();
    assert_eq!(names(&workspace), ["Triage"]);
    workspace.redo().unwrap();
    assert_eq!(names(&workspace), ["A", "B", "C"]);
}

#[test]
fn one_copied_value_goes_over_the_whole_selection() {
    let mut workspace = workspace(&["A", "B", "C"]);
    let whole = PasteTarget {
        range: CellRange { rows: 0..=2, columns: scores() },
        columns_to_the_right: scores(),
    };
    workspace.paste(&whole, &block("4")).unwrap();
    assert_eq!(workspace.lane_summary().automate, 3);
    workspace.paste(&whole, &block("1|2\n")).unwrap();
    let scores: Vec<_> =
        workspace.sheet().tasks().map(|task| task.composite().unwrap().get()).collect();
    assert_eq!(scores, [6, 6, 6], "a block that fits in twice is repeated");
}

#[test]
fn what_reaches_past_the_last_column_is_left_out_and_said() {
    let mut workspace = workspace(&["A"]);
    let columns = [Column::Field(Field::Notes)];
    let outcome = workspace.paste(&target(0..=0, &columns), &block("x|y|z")).unwrap();
    assert_eq!(outcome.sentence, "Pasted 1 cell, left out 2 columns past the last one");
}

#[test]
fn a_row_is_filled_down_and_a_range_cleared() {
    let mut workspace = workspace(&["A", "B", "C", "D"]);
    let fields = [Field::Owner, Field::Tags];
    workspace.fill_cells(&range(0..=0, &fields), "Ops").unwrap();
    workspace.fill_down(&range(0..=0, &fields), 3).unwrap();
    assert!(workspace.sheet().tasks().all(|task| task.owner == "Ops" && task.tags == ["Ops"]));
    let outcome = workspace.clear_cells(&range(1..=2, &fields)).unwrap();
    assert_eq!(outcome.sentence, "Cleared 4 cells");
    let owners: Vec<_> = workspace.sheet().tasks().map(|task| task.owner.as_str()).collect();
    assert_eq!(owners, ["Ops", "", "", "Ops"]);
}

#[test]
fn rows_are_inserted_duplicated_moved_and_deleted() {
    let mut workspace = workspace(&["A", "B", "C", "D"]);
    workspace.move_tasks(&(2..=3), 0).unwrap();
    assert_eq!(names(&workspace), ["C", "D", "A", "B"]);
    workspace.move_tasks(&(0..=0), 4).unwrap();
    assert_eq!(names(&workspace), ["D", "A", "B", "C"]);
    workspace.duplicate_tasks(&(1..=2)).unwrap();
    assert_eq!(names(&workspace), ["D", "A", "B", "A", "B", "C"]);
    workspace.insert_tasks(1, 2).unwrap();
    assert_eq!(names(&workspace), ["D", "", "", "A", "B", "A", "B", "C"]);
    workspace.delete_tasks(&(1..=6)).unwrap();
    assert_eq!(names(&workspace), ["D", "C"]);
    for _ in 0..5 {
        workspace.undo().unwrap();
    }
    assert_eq!(names(&workspace), ["A", "B", "C", "D"]);
    for _ in 0..5 {
        workspace.redo().unwrap();
    }
    assert_eq!(names(&workspace), ["D", "C"]);
}

#[test]
fn rows_find_room_between_neighbours_again_and_again() {
    let mut workspace = workspace(&["first", "last"]);
    for turn in 0..40 {
        workspace.insert_tasks(1, 1).unwrap();
        let id = workspace.sheet().window(1, 1).next().unwrap().task.id;
        workspace.set_cell(id, Field::Name, &turn.to_string()).unwrap();
    }
    let expected: Vec<String> = std::iter::once("first".to_owned())
        .chain((0..40).rev().map(|turn| turn.to_string()))
        .chain(["last".to_owned()])
        .collect();
    assert_eq!(names(&workspace), expected);
}

#[test]
fn a_change_of_rows_that_are_not_there_is_refused_whole() {
    let mut workspace = workspace(&["A"]);
    assert!(matches!(workspace.delete_tasks(&(0..=1)), Err(Error::NotFound)));
    assert!(matches!(workspace.insert_tasks(3, 1), Err(Error::NotFound)));
    assert!(matches!(workspace.insert_tasks(1, 2_000_000), Err(Error::TooManyTasks)));
    assert_eq!(names(&workspace), ["A"]);
}

#[test]
fn reference_tasks_are_labelled_and_fall_into_their_lanes() {
    let mut workspace = workspace(&[]);
    let keys: Vec<String> =
        domain::reference::ALL.iter().map(|reference| reference.key.to_owned()).collect();
    workspace.add_reference_tasks(&keys).unwrap();
    let summary = workspace.lane_summary();
    assert_eq!((summary.automate, summary.hybrid, summary.human_only), (4, 3, 3));
    assert!(workspace.sheet().tasks().all(|task| task.tags == ["Reference"]));
    assert_eq!(workspace.added_reference_keys().len(), 10);
}

#[test]
fn the_trail_names_every_step() {
    let mut workspace = workspace(&["A"]);
    workspace.undo().unwrap();
    workspace.redo().unwrap();
    let check = workspace.check().unwrap();
    assert_eq!((check.chain.entries, check.chain.broken_at), (3, None));
    assert_eq!(workspace.next_steps().unwrap().undo, Some(Op::Add));
}

#[test]
fn the_tasks_in_memory_are_those_in_the_file_after_every_kind_of_change() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.trilane");
    let mut workspace = Workspace::create(&file, "Ada", clock).unwrap();
    let mut columns = vec![Column::Field(Field::Name), Column::Field(Field::MinutesPerItem)];
    columns.extend(scores());
    let pasted = block("A|2,5|5|4|4|4\n B |x|1|1|5|high\nC||3|3|3|");
    workspace.paste(&target(0..=0, &columns), &pasted).unwrap();
    workspace.fill_down(&range(1..=1, &[PREDICTABILITY, Field::Name]), 2).unwrap();
    workspace.move_tasks(&(0..=0), 3).unwrap();
    workspace.duplicate_tasks(&(0..=1)).unwrap();
    workspace.delete_tasks(&(1..=1)).unwrap();
    workspace.undo().unwrap();
    workspace.clear_cells(&range(0..=2, &[PREDICTABILITY])).unwrap();
    let in_memory: Vec<_> = workspace.sheet().tasks().cloned().collect();
    drop(workspace);
    let reopened = Workspace::open(&file, engine::Access::Write, "Ada", clock).unwrap();
    assert_eq!(reopened.sheet().tasks().cloned().collect::<Vec<_>>(), in_memory);
}
