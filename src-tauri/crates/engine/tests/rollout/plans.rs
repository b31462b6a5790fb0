//! Plans that are laid out, moved and looked at day by day.

use super::*;

#[test]
fn a_plan_is_laid_out_with_the_best_pilot_of_each_lane() {
    let (workspace, tasks, plan) = planned();
    let plan = workspace.plan(plan).unwrap();
    assert_eq!(plan.kept.pilots.iter().map(|it| it.task).collect::<Vec<_>>(), tasks);
    assert!(plan.kept.activities.iter().any(|it| it.name == "Build the pipeline of “Triage”"));
    assert_eq!(plan.schedule.phases[0].gate, date(2026, 11, 27));
    assert_eq!(plan.schedule.phases[1].gate, date(2026, 12, 18));
    assert_eq!(plan.schedule.phases[2].gate, date(2027, 2, 12));
    assert!(plan.kept.activities.iter().all(|it| it.owner == "Ops"));
}

#[test]
fn a_plan_without_tasks_says_whose_place_is_empty() {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    let (_, plan) = workspace.make_plan(&setup()).unwrap();
    let plan = workspace.plan(plan).unwrap().kept;
    assert!(plan.pilots.is_empty());
    assert!(plan.activities.iter().any(|it| it.name == "Build the pipeline of the Hybrid pilot"));
}

#[test]
fn what_waits_for_a_moved_activity_follows_and_undo_puts_all_of_it_back() {
    let (mut workspace, _, plan) = planned();
    let first = named(&workspace, plan, "List the channels");
    let before = workspace.plan(plan).unwrap().schedule;
    let outcome = workspace.shift_activity(plan, first, Shift::Start(date(2026, 12, 1))).unwrap();
    assert_eq!(
        outcome.sentence,
        "“List the channels that work comes by” starts on Tuesday 1 December 2026; 18 activities follow"
    );
    let scored = named(&workspace, plan, "Score the tasks");
    assert_eq!(span(&workspace, plan, scored), (date(2026, 12, 3), date(2026, 12, 4)));
    workspace.undo().unwrap();
    assert_eq!(workspace.plan(plan).unwrap().schedule, before);
}

#[test]
fn a_preview_says_what_would_move_and_moves_nothing() {
    let (workspace, _, plan) = planned();
    let first = named(&workspace, plan, "List the channels");
    let before = workspace.plan(plan).unwrap();
    let moved = workspace.preview_shift(plan, first, Shift::Days(4)).unwrap();
    assert_eq!(moved.len(), 19);
    assert_eq!(workspace.plan(plan).unwrap(), before);
}

#[test]
fn a_circle_is_refused_with_its_path() {
    let (mut workspace, _, plan) = planned();
    let (first, last) =
        (named(&workspace, plan, "List the channels"), named(&workspace, plan, "Choose one"));
    let refused = workspace.link_activity(plan, first, last).unwrap_err();
    assert_eq!(
        sentence(refused),
        "They would wait for one another: “List the channels that work comes by” waits for “Choose one Automate and one Hybrid pilot” waits for “Score the tasks and read their lanes” waits for “List the channels that work comes by”."
    );
}

#[test]
fn what_waited_for_a_deleted_activity_waits_for_what_that_waited_for() {
    let (mut workspace, _, plan) = planned();
    let scored = named(&workspace, plan, "Score the tasks");
    workspace.delete_activities(plan, &[scored]).unwrap();
    let chosen = named(&workspace, plan, "Choose one");
    let kept = workspace.plan(plan).unwrap().kept;
    assert_eq!(kept.activity(chosen).unwrap().needs.len(), 2);
}

#[test]
fn a_window_that_ends_before_it_starts_is_refused_and_one_of_today_is_told() {
    let (mut workspace, _, plan) = planned();
    let window =
        |last| HighImpactWindow { name: "Launch".into(), first: MONDAY, last, review_below: 90 };
    let refused = workspace.put_window(plan, None, &window(date(2026, 11, 20))).unwrap_err();
    assert_eq!(sentence(refused), "It would end on 2026-11-20, before it starts on 2026-11-23.");
    workspace.put_window(plan, None, &window(date(2026, 11, 27))).unwrap();
    let plan = workspace.plan(plan).unwrap();
    let due = plan.due(&workspace.gate_facts(&plan).unwrap());
    assert_eq!(due[0].name, "Launch: people look below 90 %");
}

#[test]
fn what_cannot_be_had_is_refused_and_a_preview_of_it_moves_nothing() {
    let (mut workspace, _, plan) = planned();
    let scored = named(&workspace, plan, "Score the tasks");
    let early = Shift::Start(date(2026, 11, 24));
    assert_eq!(workspace.preview_shift(plan, scored, early).unwrap(), []);
    assert_eq!(
        sentence(workspace.shift_activity(plan, scored, early).unwrap_err()),
        "“Score the tasks and read their lanes” cannot start before 2026-11-25: it waits for “Map the systems that receive the results”."
    );
    let longest = workspace.shift_activity(plan, scored, Shift::Days(2_001)).unwrap_err();
    assert_eq!(sentence(longest), "An activity takes at most 2000 working days.");
    let objection = workspace.plan(plan).unwrap().kept.objections[0].id;
    let long = "x".repeat(32_768);
    let refused = workspace.answer_objection(plan, objection, ObjectionField::Answer, &long);
    assert!(sentence(refused.unwrap_err()).contains("32767"));
}
