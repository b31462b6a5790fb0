//! Recommendation, guardrail and decision, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::guardrail::{Cap, Condition};
use domain::{DecisionState, Dimension, Field, Lane, TaskId};
use engine::{Error, Workspace};
use jiff::Timestamp;
use jiff::civil::date;

/// Noon of 22 November 2026, UTC.
fn clock() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn scored(scores: [u8; 4]) -> (Workspace, TaskId) {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    workspace.add_task("Contract renewals mailing").unwrap();
    let id = workspace.sheet().tasks().next().unwrap().id;
    for (dimension, score) in Dimension::ALL.into_iter().zip(scores) {
        workspace.set_cell(id, Field::Score(dimension), &score.to_string()).unwrap();
    }
    (workspace, id)
}

fn lane(workspace: &Workspace, id: TaskId) -> Option<Lane> {
    workspace.sheet().entry(id).unwrap().standing.lane
}

#[test]
fn a_guardrail_caps_a_task_and_the_summary_counts_the_lane_that_counts() {
    let (workspace, id) = scored([5, 1, 5, 5]);
    let standing = *workspace.sheet().entry(id).unwrap().standing;
    assert_eq!((standing.recommended, standing.lane), (Some(Lane::Automate), Some(Lane::Hybrid)));
    let summary = workspace.lane_summary();
    assert_eq!((summary.automate, summary.hybrid, summary.capped), (0, 1, 1));
}

#[test]
fn switching_a_guardrail_off_is_a_step_that_can_be_undone_and_survives_nothing_else() {
    let (mut workspace, id) = scored([5, 1, 5, 5]);
    workspace.switch_guardrail("any_one", false).unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Automate));
    workspace.undo().unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Hybrid));
    workspace.redo().unwrap();
    workspace.restore_guardrail("any_one").unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Hybrid));
}

#[test]
fn a_guardrail_of_ones_own_caps_by_facts_and_is_deleted_with_undo() {
    let (mut workspace, id) = scored([5, 5, 5, 5]);
    workspace.set_cell(id, Field::Tags, "legal").unwrap();
    let legal = Condition::Names(domain::guardrail::ListFact::Tag, "Legal".into());
    workspace.add_guardrail(vec![legal], Cap::HumanOnly).unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::HumanOnly));
    let own = workspace.guardrails().last().unwrap().clone();
    assert_eq!(workspace.capped_by(&own), 1);
    workspace.restore_guardrail(&own.id).unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Automate));
    workspace.undo().unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::HumanOnly));
}

#[test]
fn a_decision_overrides_with_a_reason_goes_stale_and_is_renewed() {
    let (mut workspace, id) = scored([5, 1, 5, 5]);
    assert!(matches!(workspace.decide(&[id], Lane::Automate, " ", None), Err(Error::NoReason)));
    workspace.decide(&[id], Lane::Automate, "The agency checks every item", None).unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Automate));
    let decision = workspace.sheet().task(id).unwrap().decision.clone().unwrap();
    assert_eq!((decision.by.as_str(), decision.at), ("Ana", clock().as_millisecond()));

    workspace.set_cell(id, Field::Score(Dimension::Predictability), "4").unwrap();
    let standing = *workspace.sheet().entry(id).unwrap().standing;
    assert_eq!(standing.decision, Some(DecisionState::Stale));
    assert_eq!(standing.lane, Some(Lane::Hybrid), "the more cautious one");
    assert_eq!(workspace.lane_summary().to_decide_again, 1);

    workspace.undo().unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Automate), "on its own scores it counts again");
    workspace.withdraw_decisions(&[id]).unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Hybrid));
}

#[test]
fn confirming_what_the_matrix_says_needs_no_reason_and_an_unscored_task_has_nothing_to_decide() {
    let (mut workspace, id) = scored([5, 4, 4, 4]);
    workspace.decide(&[id], Lane::Automate, "", None).unwrap();
    workspace.set_cell(id, Field::Score(Dimension::Predictability), "").unwrap();
    assert_eq!(lane(&workspace, id), None);
    assert!(matches!(workspace.decide(&[id], Lane::Hybrid, "Why", None), Err(Error::NotScored)));
}

#[test]
fn a_decision_counts_through_its_last_day() {
    let (mut workspace, id) = scored([5, 1, 5, 5]);
    let yesterday = date(2026, 11, 20);
    workspace.decide(&[id], Lane::Automate, "Launch week", Some(yesterday)).unwrap();
    let standing = *workspace.sheet().entry(id).unwrap().standing;
    assert_eq!(standing.decision, Some(DecisionState::Expired));
    assert_eq!(standing.lane, Some(Lane::Hybrid));
}

#[test]
fn the_flag_for_multimodal_context_is_a_field_like_any_other() {
    let (mut workspace, id) = scored([5, 5, 5, 5]);
    workspace.set_cell(id, Field::MultimodalContext, "yes").unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Hybrid));
    workspace.undo().unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Automate));
}

#[test]
fn a_decision_expires_while_the_workspace_is_open() {
    use std::sync::atomic::{AtomicI64, Ordering};
    static NOW: AtomicI64 = AtomicI64::new(0);
    fn ticking() -> Timestamp {
        Timestamp::from_second(NOW.load(Ordering::Relaxed)).unwrap()
    }
    NOW.store(clock().as_second(), Ordering::Relaxed);
    let mut workspace = Workspace::in_memory("Ana", ticking).unwrap();
    workspace.add_task("Newsletter").unwrap();
    let id = workspace.sheet().tasks().next().unwrap().id;
    for dimension in Dimension::ALL {
        workspace.set_cell(id, Field::Score(dimension), "5").unwrap();
    }
    workspace.decide(&[id], Lane::Hybrid, "Launch week", Some(date(2026, 11, 22))).unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Hybrid));
    NOW.fetch_add(2 * 86_400, Ordering::Relaxed);
    workspace.set_cell(id, Field::Notes, "The launch is over").unwrap();
    assert_eq!(lane(&workspace, id), Some(Lane::Automate));
    assert!(!workspace.turn_day().unwrap());
}

#[test]
fn a_duplicate_takes_no_decision_along() {
    let (mut workspace, id) = scored([5, 1, 5, 5]);
    workspace.decide(&[id], Lane::Automate, "The agency checks every item", None).unwrap();
    let copy = workspace.duplicate_tasks(&(0..=0)).unwrap().created[0];
    assert_eq!(lane(&workspace, id), Some(Lane::Automate));
    assert_eq!(lane(&workspace, copy), Some(Lane::Hybrid), "nobody decided about the copy");
}
