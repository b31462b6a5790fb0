//! What is done to the tasks of selected rows, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{Dimension, Field, Lane, TaskId};
use engine::cells::Column;
use engine::decisions::ToDecide;
use engine::view::{ColumnFilter, FilterTest, ViewSpec};
use engine::{Error, Workspace};
use jiff::Timestamp;

/// Four tasks, of which the view hides the second; the last one lacks its scores.
fn workspace() -> (Workspace, Vec<TaskId>) {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    for (name, scores) in [
        ("Mail one", [4, 4, 4, 4]),
        ("Hidden", [4, 4, 4, 4]),
        ("Mail two", [3, 3, 3, 3]),
        ("Mail three", [0; 4]),
    ] {
        let id = workspace.add_task(name).unwrap().created[0];
        for (dimension, score) in Dimension::ALL.into_iter().zip(scores) {
            let text = if score == 0 { String::new() } else { score.to_string() };
            workspace.set_cell(id, Field::Score(dimension), &text).unwrap();
        }
    }
    let test = FilterTest::Contains("mail".into());
    let filters = vec![ColumnFilter { column: Column::Field(Field::Name), test }];
    workspace.show_view(ViewSpec { filters, ..ViewSpec::default() });
    let ids = workspace.sheet().tasks().map(|task| task.id).collect();
    (workspace, ids)
}

fn texts(workspace: &Workspace, field: Field) -> Vec<String> {
    workspace.sheet().tasks().map(|task| task.text(field)).collect()
}

#[test]
fn a_field_is_set_for_the_shown_rows_as_one_step() {
    let (mut workspace, _) = workspace();
    let outcome = workspace.set_field(&(0..=2), Field::Owner, "Ops").unwrap();
    assert_eq!(outcome.sentence, "Set Owner of 3 tasks");
    assert_eq!(texts(&workspace, Field::Owner), ["Ops", "", "Ops", "Ops"]);
    workspace.undo().unwrap();
    assert_eq!(texts(&workspace, Field::Owner), ["", "", "", ""]);
}

#[test]
fn tags_are_added_to_those_that_stand_there() {
    let (mut workspace, ids) = workspace();
    workspace.set_cell(ids[0], Field::Tags, "b2b, legal").unwrap();
    workspace.add_to_list(&(0..=1), Field::Tags, "Legal, news").unwrap();
    assert_eq!(texts(&workspace, Field::Tags), ["b2b, legal, news", "", "Legal, news", ""]);
}

#[test]
fn a_lane_is_decided_for_the_shown_rows_that_have_their_scores() {
    let (mut workspace, ids) = workspace();
    let found = workspace.rows_to_decide(&(0..=2)).unwrap();
    assert_eq!(found, ToDecide { guarded: [0, 1, 1], unscored: 1, decided: 0 });
    let without = workspace.decide_rows(&(0..=2), Lane::Hybrid, " ", None);
    assert!(matches!(without, Err(Error::NoReason)));

    let outcome = workspace.decide_rows(&(0..=2), Lane::Hybrid, "Launch week", None).unwrap();
    assert_eq!(outcome.sentence, "Decided Hybrid for 2 tasks, 1 without all scores left");
    let decided = |workspace: &Workspace| -> Vec<bool> {
        ids.iter().map(|id| workspace.sheet().task(*id).unwrap().decision.is_some()).collect()
    };
    assert_eq!(decided(&workspace), [true, false, true, false]);
    workspace.withdraw_decisions_of_rows(&(0..=2)).unwrap();
    assert_eq!(decided(&workspace), [false; 4]);
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert_eq!(decided(&workspace), [false; 4]);
}

#[test]
fn rows_without_any_scores_have_nothing_to_decide() {
    let (mut workspace, _) = workspace();
    let refused = workspace.decide_rows(&(2..=2), Lane::Hybrid, "Why", None);
    assert!(matches!(refused, Err(Error::NotScored)));
}
