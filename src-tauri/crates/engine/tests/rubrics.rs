//! Rewording the dimensions, on a real database in memory.

use domain::{Dimension, Field, Rubric};
use engine::{Error, Workspace};
use jiff::Timestamp;

const ERROR: Dimension = Dimension::ImpactOfError;

fn own_words() -> Rubric {
    let mut rubric = Rubric::of(ERROR);
    rubric.question = "  What would the client say? ".into();
    rubric.levels[0] = "They leave".into();
    rubric.examples = "The 2024 mailing".into();
    rubric
}

#[test]
fn a_score_keeps_the_words_that_it_was_given_under() {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    for name in ["Before", "After"] {
        workspace.add_task(name).unwrap();
    }
    let ids: Vec<_> = workspace.sheet().tasks().map(|task| task.id).collect();
    workspace.set_cell(ids[0], Field::Score(ERROR), "1").unwrap();
    workspace.reword(&own_words()).unwrap();
    assert_eq!(workspace.rubrics()[1].question, "What would the client say?");
    workspace.set_cell(ids[1], Field::Score(ERROR), "1").unwrap();

    let older = |workspace: &Workspace, place: usize| {
        let task = workspace.sheet().task(ids[place]).unwrap().clone();
        workspace.older_words(&task, ERROR).unwrap()
    };
    assert_eq!(older(&workspace, 0), Some(Rubric::of(ERROR).levels[0].clone()));
    assert_eq!(older(&workspace, 1), None);
    workspace.restore_wording(ERROR).unwrap();
    assert_eq!(older(&workspace, 0), None);
    assert_eq!(older(&workspace, 1).as_deref(), Some("They leave"));
    workspace.undo().unwrap();
    assert_eq!(older(&workspace, 1), None);
    assert_eq!(workspace.rubrics()[1].examples, "The 2024 mailing");
}

#[test]
fn a_level_whose_words_did_not_change_has_no_older_words() {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    workspace.add_task("Before").unwrap();
    let id = workspace.sheet().tasks().next().unwrap().id;
    workspace.set_cell(id, Field::Score(ERROR), "5").unwrap();
    workspace.reword(&own_words()).unwrap();
    let task = workspace.sheet().task(id).unwrap().clone();
    assert_eq!(workspace.older_words(&task, ERROR).unwrap(), None);
}

#[test]
fn a_wording_needs_its_question_and_all_levels() {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    let mut rubric = own_words();
    rubric.levels[3] = " ".into();
    assert!(matches!(workspace.reword(&rubric), Err(Error::UnfinishedRubric)));
}
