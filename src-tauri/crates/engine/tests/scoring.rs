//! Choosing what a scoring session goes through, and what came of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{Dimension, Field, TaskId};
use engine::Workspace;
use engine::scoring::{FIRST_ROUND, ScoringSet};
use engine::view::ViewSpec;
use jiff::Timestamp;

/// Makes a worksheet of tasks: name, the four scores as digits or dots, monthly volume.
fn workspace(tasks: &[(&str, &str, &str)]) -> Workspace {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    for (name, scores, volume) in tasks {
        let id = workspace.add_task(name).unwrap().created[0];
        for (dimension, score) in Dimension::ALL.into_iter().zip(scores.chars()) {
            if score != '.' {
                workspace.set_cell(id, Field::Score(dimension), &score.to_string()).unwrap();
            }
        }
        workspace.set_cell(id, Field::MonthlyVolume, volume).unwrap();
    }
    workspace
}

fn id(workspace: &Workspace, name: &str) -> TaskId {
    workspace.sheet().tasks().find(|task| task.name == name).unwrap().id
}

#[track_caller]
fn check(workspace: &Workspace, set: &ScoringSet, expected: &[&str]) {
    let ids = workspace.tasks_to_score(set);
    let names: Vec<&str> =
        ids.iter().map(|&id| workspace.sheet().task(id).unwrap().name.as_str()).collect();
    assert_eq!(names, expected);
}

#[test]
fn the_unscored_are_those_without_a_lane_in_the_order_of_the_sheet() {
    let workspace =
        workspace(&[("A", "543.", ""), ("B", "5444", ""), ("C", "....", ""), ("D", "54x4", "")]);
    check(&workspace, &ScoringSet::Unscored, &["A", "C", "D"]);
}

#[test]
fn the_busiest_come_first_and_equals_stay_in_the_order_of_the_sheet() {
    let workspace = workspace(&[
        ("few", "", "10"),
        ("unknown", "", ""),
        ("many", "", "900"),
        ("many too", "", "900"),
        ("none", "", "0"),
        ("refused", "", "lots"),
    ]);
    check(&workspace, &ScoringSet::TopByVolume, &["many", "many too", "few", "none"]);
    assert_eq!(workspace.tasks_without_volume(), 2);
}

#[test]
fn the_first_round_is_fifteen_tasks_and_they_may_be_scored_already() {
    let names: Vec<String> = (1..=FIRST_ROUND + 2).map(|number| number.to_string()).collect();
    let tasks: Vec<(&str, &str, &str)> =
        names.iter().map(|name| (name.as_str(), "5444", name.as_str())).collect();
    let set = workspace(&tasks).tasks_to_score(&ScoringSet::TopByVolume);
    assert_eq!(set.len(), FIRST_ROUND);
}

#[test]
fn selected_rows_that_reach_past_the_last_task_are_those_that_there_are() {
    let workspace = workspace(&[("A", "", ""), ("B", "", ""), ("C", "", "")]);
    check(&workspace, &ScoringSet::Shown, &["A", "B", "C"]);
    check(&workspace, &ScoringSet::Rows(1..=1), &["B"]);
    check(&workspace, &ScoringSet::Rows(1..=3), &["B", "C"]);
    check(&workspace, &ScoringSet::Rows(3..=3), &[]);
}

#[test]
fn what_the_view_hides_is_neither_shown_nor_selected() {
    let mut workspace =
        workspace(&[("Mail", "", ""), ("Event", "5444", ""), ("Mailing", "5444", "")]);
    workspace.show_view(ViewSpec { text: "mail".into(), ..ViewSpec::default() });
    check(&workspace, &ScoringSet::Shown, &["Mail", "Mailing"]);
    check(&workspace, &ScoringSet::Rows(1..=1), &["Mailing"]);
    check(&workspace, &ScoringSet::Unscored, &["Mail"]);
}

#[test]
fn a_result_counts_the_set_and_names_what_still_lacks_a_score() {
    let mut workspace = workspace(&[
        ("A", "5444", ""),
        ("outside", "5444", ""),
        ("skipped", "54.4", ""),
        ("gone", "1111", ""),
        ("B", "1111", ""),
    ]);
    let set = ["B", "gone", "skipped", "A"].map(|name| id(&workspace, name));
    workspace.delete_tasks(&(3..=3)).unwrap();
    let result = workspace.scoring_result(&set);
    assert_eq!((result.lanes.total, result.lanes.automate, result.lanes.human_only), (3, 1, 1));
    assert_eq!(result.lanes.unscored, 1);
    assert_eq!(result.unscored, [id(&workspace, "skipped")]);
}
