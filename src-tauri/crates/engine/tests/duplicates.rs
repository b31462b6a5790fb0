//! Duplicate tasks, found and merged on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{ColumnKind, DecisionState, Dimension, Field, Lane, Task, TaskId};
use engine::cells::Column;
use engine::duplicates::{Likeness, Way};
use engine::view::{ColumnFilter, FilterTest, ViewSpec};
use engine::{Error, Workspace};
use jiff::Timestamp;

const PREDICTABILITY: Field = Field::Score(Dimension::Predictability);

fn workspace(names: &[&str]) -> (Workspace, Vec<TaskId>) {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    for name in names {
        workspace.add_task(name).unwrap();
    }
    let ids = workspace.sheet().tasks().map(|task| task.id).collect();
    (workspace, ids)
}

fn enter(workspace: &mut Workspace, id: TaskId, cells: &[(Field, &str)]) {
    for (field, text) in cells {
        workspace.set_cell(id, *field, text).unwrap();
    }
}

fn score(workspace: &mut Workspace, id: TaskId, scores: [u8; 4]) {
    for (dimension, score) in Dimension::ALL.into_iter().zip(scores) {
        workspace.set_cell(id, Field::Score(dimension), &score.to_string()).unwrap();
    }
}

fn only(workspace: &Workspace) -> &Task {
    let mut tasks = workspace.sheet().tasks();
    let task = tasks.next().unwrap();
    assert_eq!(tasks.len(), 0);
    task
}

fn way(workspace: &Workspace, ids: &[TaskId], column: Column) -> Option<Way> {
    let compared = workspace.compare_tasks(ids).unwrap();
    compared.differences.into_iter().find(|it| it.column == column).map(|it| it.way)
}

#[test]
fn the_same_names_come_before_those_that_are_nearly_so() {
    let (workspace, ids) = workspace(&[
        "Newsleter copy",
        "E-mail triage",
        "Brand positioning",
        "Newsletter copy",
        "email TRIAGE ",
        "",
        "",
    ]);
    let found = workspace.find_duplicates();
    let groups: Vec<_> = found.iter().map(|it| (it.likeness, it.tasks.as_slice())).collect();
    assert_eq!(
        groups,
        [(Likeness::Same, &[ids[1], ids[4]][..]), (Likeness::Near, &[ids[0], ids[3]][..]),]
    );
}

#[test]
fn tasks_that_the_view_hides_are_found_too() {
    let (mut workspace, _) = workspace(&["Copy", "Triage", "copy"]);
    let test = FilterTest::Contains("triage".into());
    let filters = vec![ColumnFilter { column: Column::Field(Field::Name), test }];
    workspace.show_view(ViewSpec { filters, ..ViewSpec::default() });
    assert_eq!(workspace.find_duplicates().len(), 1);
}

#[test]
fn what_only_one_says_is_kept_and_lists_and_notes_are_joined() {
    let (mut workspace, ids) = workspace(&["Triage", "triage", "TRIAGE"]);
    workspace.add_column("Region", ColumnKind::Text, Vec::new()).unwrap();
    let region = workspace.custom_columns()[0].field();
    let (tags, notes) = (Field::Tags, Field::Notes);
    enter(&mut workspace, ids[0], &[(tags, "b2b, legal"), (notes, "One")]);
    let second = [(tags, "Legal, news"), (notes, "Two"), (region, "EMEA"), (Field::Owner, "Ops")];
    enter(&mut workspace, ids[1], &second);
    enter(&mut workspace, ids[2], &[(notes, "One"), (Field::MultimodalContext, "yes")]);
    workspace.merge_tasks(&[ids[2], ids[0], ids[1]], &[]).unwrap();

    let task = only(&workspace);
    assert_eq!(task.id, ids[0], "the first in the worksheet stays");
    assert_eq!(task.tags, ["b2b", "legal", "news"]);
    assert_eq!(task.notes, "One\n\nTwo");
    assert_eq!((task.owner.as_str(), task.text(region).as_str()), ("Ops", "EMEA"));
    assert!(task.needs_multimodal_context);
    assert_eq!(task.name, "Triage");
}

#[test]
fn a_merge_is_one_step_that_undo_takes_back_and_the_history_tells() {
    let (mut workspace, ids) = workspace(&["Triage", "Copy", "triage"]);
    enter(&mut workspace, ids[2], &[(Field::Owner, "Ops")]);
    let before: Vec<Task> = workspace.sheet().tasks().cloned().collect();
    let outcome = workspace.merge_tasks(&[ids[0], ids[2]], &[]).unwrap();
    assert_eq!(outcome.sentence, "Merged 2 tasks into “Triage”");
    assert_eq!(workspace.sheet().task_count(), 2);
    workspace.undo().unwrap();
    assert!(workspace.sheet().tasks().eq(before.iter()));
    workspace.redo().unwrap();
    assert_eq!(workspace.sheet().task(ids[0]).unwrap().owner, "Ops");
    assert_eq!(workspace.sheet().task(ids[2]), None);
}

#[test]
fn scores_that_differ_are_asked_for_and_never_averaged() {
    let (mut workspace, ids) = workspace(&["Triage", "triage"]);
    enter(&mut workspace, ids[0], &[(PREDICTABILITY, "2")]);
    let reason = Field::Rationale(Dimension::Predictability);
    enter(&mut workspace, ids[1], &[(PREDICTABILITY, "4"), (reason, "A template")]);
    assert_eq!(way(&workspace, &ids, Column::Field(PREDICTABILITY)), Some(Way::Ask));
    let refused = workspace.merge_tasks(&ids, &[]);
    assert!(matches!(refused, Err(Error::NotChosen(name)) if name == "Predictability"));
    assert_eq!(workspace.sheet().task_count(), 2);

    workspace.merge_tasks(&ids, &[(Column::Field(PREDICTABILITY), ids[1])]).unwrap();
    assert_eq!(only(&workspace).shown_text(PREDICTABILITY), "4");
    assert_eq!(only(&workspace).shown_text(reason), "A template");
    workspace.undo().unwrap();
    workspace.merge_tasks(&ids, &[(Column::Field(PREDICTABILITY), ids[0])]).unwrap();
    assert_eq!(only(&workspace).shown_text(reason), "", "a reason goes with its score");
}

#[test]
fn a_refused_text_is_a_value_that_can_be_kept() {
    let (mut workspace, ids) = workspace(&["Triage", "triage"]);
    enter(&mut workspace, ids[0], &[(PREDICTABILITY, "2")]);
    enter(&mut workspace, ids[1], &[(PREDICTABILITY, "high")]);
    workspace.merge_tasks(&ids, &[(Column::Field(PREDICTABILITY), ids[1])]).unwrap();
    assert_eq!(only(&workspace).shown_text(PREDICTABILITY), "high");
}

#[test]
fn the_fullest_value_stays_unless_another_is_chosen() {
    let (mut workspace, ids) = workspace(&["Triage", "triage"]);
    let (owner, description) = (Field::Owner, Field::Description);
    enter(&mut workspace, ids[0], &[(owner, "Ops"), (description, "Short")]);
    let more = [(owner, "RevOps"), (description, "Rather longer"), (Field::Notes, "n")];
    enter(&mut workspace, ids[1], &more);
    assert_eq!(way(&workspace, &ids, Column::Field(owner)), Some(Way::Choose(1)));
    workspace.merge_tasks(&ids, &[(Column::Field(owner), ids[0])]).unwrap();
    let task = only(&workspace);
    assert_eq!((task.owner.as_str(), task.description.as_str()), ("Ops", "Rather longer"));
}

#[test]
fn a_decision_stays_and_holds_only_on_the_scores_that_it_was_made_on() {
    let (mut workspace, ids) = workspace(&["Triage", "triage"]);
    score(&mut workspace, ids[0], [4, 4, 4, 4]);
    score(&mut workspace, ids[1], [4, 4, 4, 3]);
    workspace.decide(&[ids[1]], Lane::HumanOnly, "Launch week", None).unwrap();
    let context = Column::Field(Field::Score(Dimension::ContextDepth));

    workspace.merge_tasks(&ids, &[(context, ids[1])]).unwrap();
    let standing = *workspace.sheet().entry(ids[0]).unwrap().standing;
    assert_eq!(standing.decision, Some(DecisionState::Holds));
    workspace.undo().unwrap();
    workspace.merge_tasks(&ids, &[(context, ids[0])]).unwrap();
    let standing = *workspace.sheet().entry(ids[0]).unwrap().standing;
    assert_eq!(standing.decision, Some(DecisionState::Stale));
    assert_eq!(standing.lane, Some(Lane::HumanOnly), "the more cautious lane counts");
}

#[test]
fn decisions_about_other_lanes_are_asked_for() {
    let (mut workspace, ids) = workspace(&["Triage", "triage"]);
    for (id, lane) in ids.clone().into_iter().zip([Lane::Hybrid, Lane::HumanOnly]) {
        score(&mut workspace, id, [4, 4, 4, 4]);
        workspace.decide(&[id], lane, "Because", None).unwrap();
    }
    assert_eq!(way(&workspace, &ids, Column::Decision), Some(Way::Ask));
    let refused = workspace.merge_tasks(&ids, &[]);
    assert!(matches!(refused, Err(Error::NotChosen(name)) if name == "Decision"));
    workspace.merge_tasks(&ids, &[(Column::Decision, ids[1])]).unwrap();
    assert_eq!(only(&workspace).decision.as_ref().unwrap().lane, Lane::HumanOnly);
}

#[test]
fn notes_that_do_not_fit_together_are_not_merged() {
    let (mut workspace, ids) = workspace(&["Triage", "triage"]);
    for (id, letter) in ids.clone().into_iter().zip(["a", "b"]) {
        enter(&mut workspace, id, &[(Field::Notes, &letter.repeat(20_000))]);
    }
    let refused = workspace.merge_tasks(&ids, &[]);
    assert!(matches!(refused, Err(Error::TooLongTogether(name)) if name == "Notes"));
}

#[test]
fn one_task_alone_or_one_that_is_gone_is_not_merged() {
    let (mut workspace, ids) = workspace(&["Triage", "triage"]);
    assert!(matches!(workspace.merge_tasks(&ids[..1], &[]), Err(Error::NotFound)));
    assert!(matches!(workspace.merge_tasks(&[ids[0], ids[0]], &[]), Err(Error::NotFound)));
    assert!(matches!(workspace.merge_tasks(&[ids[0], TaskId::nil()], &[]), Err(Error::NotFound)));
}
