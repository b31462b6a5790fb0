//! Columns that an organisation adds, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{ColumnKind, Field};
use engine::cells::Column;
use engine::view::{SortKey, ViewSpec};
use engine::{Error, Workspace};
use jiff::Timestamp;

fn with_column(kind: ColumnKind, choices: &[&str]) -> (Workspace, Field) {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    for name in ["Triage", "Copy", "Scoring"] {
        workspace.add_task(name).unwrap();
    }
    let choices = choices.iter().map(|it| (*it).to_owned()).collect();
    workspace.add_column("Region", kind, choices).unwrap();
    let field = workspace.custom_columns()[0].field();
    (workspace, field)
}

fn texts(workspace: &Workspace, field: Field) -> Vec<String> {
    workspace.sheet().window(0, 10).map(|entry| entry.task.shown_text(field)).collect()
}

fn fill(workspace: &mut Workspace, field: Field, values: &[&str]) {
    let ids: Vec<_> = workspace.sheet().tasks().map(|task| task.id).collect();
    for (id, value) in ids.into_iter().zip(values) {
        workspace.set_cell(id, field, value).unwrap();
    }
}

#[test]
fn what_a_choice_does_not_know_waits_to_be_mended_and_says_so_by_the_columns_name() {
    let (mut workspace, field) = with_column(ColumnKind::Choice, &["EMEA", "Americas"]);
    fill(&mut workspace, field, &["emea", "APAC", ""]);
    assert_eq!(texts(&workspace, field), ["EMEA", "APAC", ""]);
    assert_eq!(workspace.lane_summary().rejected_cells, 1);
    let refused = workspace.sheet().window(1, 1).next().unwrap().refusal(field);
    assert_eq!(refused.as_deref(), Some("Region is “APAC”. It takes one of its choices."));

    let id = workspace.custom_columns()[0].id;
    let choices = ["EMEA", "Americas", "APAC"].map(str::to_owned).to_vec();
    workspace.change_column(id, "Region", ColumnKind::Choice, choices).unwrap();
    assert_eq!(workspace.lane_summary().rejected_cells, 0, "the new choice mends it");
    workspace.undo().unwrap();
    assert_eq!(workspace.lane_summary().rejected_cells, 1);
}

#[test]
fn deleting_a_column_is_one_step_that_brings_its_values_back() {
    let (mut workspace, field) = with_column(ColumnKind::Text, &[]);
    fill(&mut workspace, field, &["one", "two", "three"]);
    workspace.delete_column(workspace.custom_columns()[0].id).unwrap();
    assert!(workspace.custom_columns().is_empty());
    assert_eq!(texts(&workspace, field), ["", "", ""]);
    workspace.undo().unwrap();
    assert_eq!(workspace.custom_columns().len(), 1);
    assert_eq!(texts(&workspace, field), ["one", "two", "three"]);
}

#[test]
fn numbers_in_a_custom_column_sort_as_numbers() {
    let (mut workspace, field) = with_column(ColumnKind::Number, &[]);
    fill(&mut workspace, field, &["10", "9,5", ""]);
    let sort = vec![SortKey { column: Column::Field(field), descending: false }];
    workspace.show_view(ViewSpec { sort, ..ViewSpec::default() });
    assert_eq!(texts(&workspace, field), ["9.5", "10", ""]);
}

#[test]
fn a_column_needs_a_name_of_its_own() {
    let (mut workspace, _) = with_column(ColumnKind::Text, &[]);
    for name in ["", " region ", "Owner"] {
        let added = workspace.add_column(name, ColumnKind::Text, Vec::new());
        assert!(matches!(added, Err(Error::ColumnName)), "{name:?}");
    }
}

#[test]
fn deleting_a_task_takes_its_values_along_and_undo_brings_them_back() {
    let (mut workspace, field) = with_column(ColumnKind::Date, &[]);
    fill(&mut workspace, field, &["31.12.2026", "", "soon"]);
    workspace.delete_tasks(&(0..=2)).unwrap();
    workspace.undo().unwrap();
    assert_eq!(texts(&workspace, field), ["2026-12-31", "", "soon"]);
}
