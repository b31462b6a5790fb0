//! Sorting, filtering and grouping, and what edits do under them, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{Dimension, Field, Lane};
use engine::cells::{CellRange, Column, PasteTarget};
use engine::view::{ColumnFilter, FilterTest, SortKey, ViewSpec};
use engine::{Error, Workspace};
use jiff::Timestamp;

const NAME: Column = Column::Field(Field::Name);
const OWNER: Column = Column::Field(Field::Owner);
const VOLUME: Column = Column::Field(Field::MonthlyVolume);

/// Name, owner, monthly volume, and the same score four times.
const TASKS: [(&str, &str, &str, &str); 6] = [
    ("Triage", "Ops", "600", "5"),
    ("Copy", "Ana", "80", "3"),
    ("Positioning", "", "", "1"),
    ("Enrichment", "ops", "1200", "4"),
    ("Éclair", "Ana", "80", ""),
    ("Scheduling", "Ops", "9", "5"),
];

fn workspace() -> Workspace {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    let block: Vec<Vec<String>> = TASKS
        .iter()
        .map(|(name, owner, volume, score)| {
            [name, owner, volume, score, score, score, score].map(|it| (*it).to_owned()).to_vec()
        })
        .collect();
    let mut columns = vec![NAME, OWNER, VOLUME];
    columns.extend(Dimension::ALL.map(|it| Column::Field(Field::Score(it))));
    let range = CellRange { rows: 0..=0, columns: vec![NAME] };
    workspace.paste(&PasteTarget { range, columns_to_the_right: columns }, &block).unwrap();
    workspace
}

fn shown(workspace: &Workspace) -> Vec<&str> {
    workspace.sheet().window(0, 100).map(|entry| entry.task.name.as_str()).collect()
}

fn by(column: Column, descending: bool) -> SortKey {
    SortKey { column, descending }
}

fn only(column: Column, test: FilterTest) -> ViewSpec {
    ViewSpec { filters: vec![ColumnFilter { column, test }], ..ViewSpec::default() }
}

fn one_of(values: &[&str]) -> FilterTest {
    FilterTest::OneOf(values.iter().map(|it| (*it).to_owned()).collect())
}

fn cells(rows: std::ops::RangeInclusive<usize>, column: Column) -> CellRange {
    CellRange { rows, columns: vec![column] }
}

#[test]
fn several_columns_sort_and_blank_cells_come_last_either_way() {
    let mut workspace = workspace();
    let sort = vec![by(OWNER, false), by(VOLUME, true)];
    workspace.show_view(ViewSpec { sort, ..ViewSpec::default() });
    assert_eq!(
        shown(&workspace),
        ["Copy", "Éclair", "Enrichment", "Triage", "Scheduling", "Positioning"]
    );
    workspace.show_view(ViewSpec { sort: vec![by(VOLUME, false)], ..ViewSpec::default() });
    assert_eq!(shown(&workspace).last(), Some(&"Positioning"));
    workspace.show_view(ViewSpec { sort: vec![by(VOLUME, true)], ..ViewSpec::default() });
    assert_eq!(shown(&workspace).last(), Some(&"Positioning"));
    workspace.show_view(ViewSpec { sort: vec![by(NAME, false)], ..ViewSpec::default() });
    assert_eq!(shown(&workspace)[..3], ["Copy", "Éclair", "Enrichment"], "É is an E");
}

#[test]
fn filters_are_about_values_texts_numbers_and_blanks() {
    let mut workspace = workspace();
    let mut check = |spec: ViewSpec, expected: &[&str]| {
        workspace.show_view(spec);
        assert_eq!(shown(&workspace), expected);
    };
    check(only(OWNER, one_of(&["OPS"])), &["Triage", "Enrichment", "Scheduling"]);
    check(only(OWNER, one_of(&["", "ana"])), &["Copy", "Positioning", "Éclair"]);
    check(only(Column::Lane, one_of(&["Automate"])), &["Triage", "Enrichment", "Scheduling"]);
    check(only(NAME, FilterTest::Contains("ecl".into())), &["Éclair"]);
    check(
        only(VOLUME, FilterTest::Between(Some(80.0), Some(600.0))),
        &["Triage", "Copy", "Éclair"],
    );
    check(only(Column::Lane, FilterTest::Blank), &["Éclair"]);
    check(
        only(OWNER, FilterTest::NotBlank),
        &["Triage", "Copy", "Enrichment", "Éclair", "Scheduling"],
    );
    check(ViewSpec { text: "RICH".into(), ..ViewSpec::default() }, &["Enrichment"]);
}

#[test]
fn groups_stand_in_the_order_of_lanes_and_fold_away() {
    let mut workspace = workspace();
    let spec = ViewSpec { group: Some(Column::Lane), ..ViewSpec::default() };
    workspace.show_view(spec.clone());
    let view = workspace.sheet().view();
    let heads: Vec<_> =
        view.groups().iter().map(|it| (it.label.as_str(), it.lane, it.first, it.count)).collect();
    assert_eq!(
        heads,
        [
            ("Automate", Some(Lane::Automate), 0, 3),
            ("Hybrid", Some(Lane::Hybrid), 3, 1),
            ("Human-only", Some(Lane::HumanOnly), 4, 1),
            ("", None, 5, 1),
        ]
    );
    workspace.show_view(ViewSpec { collapsed: ["Automate".to_owned()].into(), ..spec });
    assert_eq!(shown(&workspace), ["Copy", "Positioning", "Éclair"]);
    assert_eq!(workspace.sheet().view().groups()[0].count, 3);
}

#[test]
fn what_the_view_hides_is_not_touched_by_paste_fill_clear_or_delete() {
    let mut workspace = workspace();
    workspace.show_view(only(OWNER, one_of(&["Ops"])));
    workspace.fill_cells(&cells(0..=2, OWNER), "RevOps").unwrap();
    workspace.clear_cells(&cells(0..=2, VOLUME)).unwrap();
    let target = PasteTarget { range: cells(0..=0, NAME), columns_to_the_right: vec![NAME] };
    workspace.paste(&target, &["A", "B", "C"].map(|it| vec![it.to_owned()])).unwrap();
    workspace.delete_tasks(&(1..=1)).unwrap();
    workspace.show_view(ViewSpec::default());
    assert_eq!(shown(&workspace), ["A", "Copy", "Positioning", "Éclair", "C"]);
    let untouched: Vec<_> = workspace.sheet().tasks().map(|it| it.owner.as_str()).collect();
    assert_eq!(untouched, ["RevOps", "Ana", "", "Ana", "RevOps"]);
    assert_eq!(workspace.sheet().tasks().nth(1).unwrap().monthly_volume, Some(80));
}

#[test]
fn a_row_keeps_its_place_while_somebody_works_in_it_until_the_view_is_asked_for_again() {
    let mut workspace = workspace();
    let spec = ViewSpec { sort: vec![by(VOLUME, true)], ..only(OWNER, one_of(&["Ops"])) };
    workspace.show_view(spec.clone());
    assert_eq!(shown(&workspace), ["Enrichment", "Triage", "Scheduling"]);
    let id = workspace.sheet().window(0, 1).next().unwrap().task.id;
    workspace.set_cell(id, Field::MonthlyVolume, "1").unwrap();
    workspace.set_cell(id, Field::Owner, "Ana").unwrap();
    assert_eq!(shown(&workspace), ["Enrichment", "Triage", "Scheduling"]);
    assert!(workspace.sheet().view().is_out_of_date());
    workspace.show_view(spec);
    assert_eq!(shown(&workspace), ["Triage", "Scheduling"]);
    assert!(!workspace.sheet().view().is_out_of_date());
}

#[test]
fn undo_works_under_a_filter_and_says_what_it_does_not_show() {
    let mut workspace = workspace();
    workspace.fill_cells(&cells(0..=5, OWNER), "Everybody").unwrap();
    workspace.show_view(only(OWNER, one_of(&["Everybody"])));
    let outcome = workspace.undo().unwrap();
    assert!(workspace.sheet().is_empty(), "nobody is Everybody any more");
    assert_eq!(outcome.sentence, "Undid filling cells, 6 tasks of it not shown in this view");
    workspace.redo().unwrap();
    assert_eq!(workspace.sheet().len(), 6);
}

#[test]
fn new_rows_show_where_they_were_asked_for_and_find_their_place_in_the_worksheet() {
    let mut workspace = workspace();
    workspace.show_view(only(OWNER, one_of(&["Ops"])));
    workspace.insert_tasks(1, 1).unwrap();
    assert_eq!(shown(&workspace), ["Triage", "", "Enrichment", "Scheduling"]);
    workspace.duplicate_tasks(&(3..=3)).unwrap();
    assert_eq!(shown(&workspace), ["Triage", "", "Enrichment", "Scheduling", "Scheduling"]);
    workspace.show_view(ViewSpec::default());
    assert_eq!(
        shown(&workspace),
        ["Triage", "Copy", "Positioning", "", "Enrichment", "Éclair", "Scheduling", "Scheduling"]
    );
}

#[test]
fn rows_are_moved_by_hand_under_a_filter_and_not_under_a_sort() {
    let mut workspace = workspace();
    workspace.show_view(only(OWNER, one_of(&["Ops"])));
    workspace.move_tasks(&(2..=2), 0).unwrap();
    assert_eq!(shown(&workspace), ["Scheduling", "Triage", "Enrichment"]);
    workspace.show_view(ViewSpec { sort: vec![by(NAME, false)], ..ViewSpec::default() });
    assert!(matches!(workspace.move_tasks(&(2..=2), 0), Err(Error::SortedRows)));
}

#[test]
fn values_of_a_column_are_counted_over_all_tasks() {
    let values = workspace().column_values(OWNER);
    let expected = [("Ana", 2), ("Ops", 2), ("", 1), ("ops", 1)];
    assert_eq!(values, expected.map(|(text, count)| (text.to_owned(), count)));
}

#[test]
fn a_saved_view_is_undone_and_a_layout_is_kept() {
    let mut workspace = workspace();
    workspace.save_view(None, " Mine ", "{}").unwrap();
    let view = workspace.saved_views().unwrap().remove(0);
    assert_eq!(view.name, "Mine");
    workspace.save_view(Some(&view.id), "Ours", "{}").unwrap();
    workspace.delete_view(&view.id).unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.saved_views().unwrap()[0].name, "Ours");
    workspace.keep_layout("wide").unwrap();
    assert_eq!(workspace.layout().unwrap().as_deref(), Some("wide"));
    assert_eq!(workspace.next_steps().unwrap().undo, Some(engine::Op::View), "no step of its own");
}
