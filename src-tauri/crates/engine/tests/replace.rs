//! Finding and replacing, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::Field;
use engine::Workspace;
use engine::cells::Column;
use engine::replace::{Matches, Replacement};
use engine::view::{ColumnFilter, FilterTest, ViewSpec};
use jiff::Timestamp;

fn workspace(names: &[&str]) -> Workspace {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    for name in names {
        workspace.add_task(name).unwrap();
    }
    workspace
}

fn replacement(find: &str, with: &str) -> Replacement {
    Replacement { find: find.into(), with: with.into(), field: None, match_case: false }
}

fn names(workspace: &Workspace) -> Vec<&str> {
    workspace.sheet().tasks().map(|task| task.name.as_str()).collect()
}

#[test]
fn a_text_is_replaced_wherever_it_stands_as_one_step() {
    let mut workspace = workspace(&["E-mail triage", "Copy", "e-MAIL news, e-mail ads"]);
    let wanted = replacement("e-mail", "Mail");
    assert_eq!(workspace.find_text(&wanted), Matches { cells: 2, tasks: 2 });
    workspace.replace_text(&wanted).unwrap();
    assert_eq!(names(&workspace), ["Mail triage", "Copy", "Mail news, Mail ads"]);
    workspace.undo().unwrap();
    assert_eq!(names(&workspace), ["E-mail triage", "Copy", "e-MAIL news, e-mail ads"]);
}

#[test]
fn a_text_is_a_text_and_neither_a_pattern_nor_a_reference() {
    let mut workspace = workspace(&["a.c (x)", "abc"]);
    workspace.replace_text(&replacement("a.c (x)", "$0 \\1")).unwrap();
    assert_eq!(names(&workspace), ["$0 \\1", "abc"]);
    let nothing = replacement("", "x");
    assert_eq!(workspace.find_text(&nothing), Matches::default());
}

#[test]
fn capitals_count_on_wish_and_a_column_can_be_chosen() {
    let mut workspace = workspace(&["Ops"]);
    let id = workspace.sheet().tasks().next().unwrap().id;
    workspace.set_cell(id, Field::Owner, "ops").unwrap();
    let exact = Replacement { match_case: true, ..replacement("ops", "RevOps") };
    assert_eq!(workspace.find_text(&exact).cells, 1);
    let in_names = Replacement { field: Some(Field::Name), ..replacement("ops", "RevOps") };
    workspace.replace_text(&in_names).unwrap();
    let task = workspace.sheet().task(id).unwrap();
    assert_eq!((task.name.as_str(), task.owner.as_str()), ("RevOps", "ops"));
}

#[test]
fn what_the_view_hides_is_not_touched() {
    let mut workspace = workspace(&["Mail one", "Mail two"]);
    let test = FilterTest::Contains("one".into());
    let filters = vec![ColumnFilter { column: Column::Field(Field::Name), test }];
    workspace.show_view(ViewSpec { filters, ..ViewSpec::default() });
    workspace.replace_text(&replacement("mail", "Post")).unwrap();
    assert_eq!(names(&workspace), ["Post one", "Mail two"]);
}
