//! Plans, on a real database in memory: laid out from the matrix, moved, gated, and looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::rollout::gate::GateVerdict;
use domain::rollout::{
    ActivityField, ActivityId, Automation, HighImpactWindow, Phase, PlaybookId, ReviewKind, Shift,
    Template,
};
use domain::{Dimension, Field, Lane, TaskId};
use engine::history::HistoryFilter;
use engine::rollout::{DueKind, GateAct, GateStanding, PlanSetup, ReviewFindings};
use engine::{Error, Workspace};
use jiff::Timestamp;
use jiff::civil::{Date, date};

/// Noon of Monday, 23 November 2026, UTC.
fn clock() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

const MONDAY: Date = date(2026, 11, 23);

fn setup() -> PlanSetup {
    PlanSetup {
        template: Template::Playbook,
        name: String::new(),
        start: MONDAY,
        weekdays: [true, true, true, true, true, false, false],
        pilot_weeks: 3,
        expand_weeks: 8,
        owner: "Ops".into(),
        automate: None,
        hybrid: None,
    }
}

/// A workspace with an Automate and a Hybrid task that take hours, and a plan.
fn planned() -> (Workspace, [TaskId; 2], PlaybookId) {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    let tasks = [("Triage", ["5", "4", "4", "4"]), ("Scoring", ["4", "3", "3", "4"])];
    let tasks = tasks.map(|(name, scores)| {
        let id = workspace.add_task(name).unwrap().created[0];
        for (dimension, score) in Dimension::ALL.into_iter().zip(scores) {
            workspace.set_cell(id, Field::Score(dimension), score).unwrap();
        }
        workspace.set_cell(id, Field::MonthlyVolume, "900").unwrap();
        workspace.set_cell(id, Field::MinutesPerItem, "4").unwrap();
        id
    });
    let (_, plan) = workspace.make_plan(&setup()).unwrap();
    (workspace, tasks, plan)
}

fn named(workspace: &Workspace, plan: PlaybookId, start: &str) -> ActivityId {
    let plan = workspace.plan(plan).unwrap().kept;
    plan.activities.iter().find(|it| it.name.starts_with(start)).unwrap().id
}

fn span(workspace: &Workspace, plan: PlaybookId, id: ActivityId) -> (Date, Date) {
    let plan = workspace.plan(plan).unwrap();
    let at = plan.kept.activities.iter().position(|it| it.id == id).unwrap();
    (plan.schedule.placements[at].start, plan.schedule.placements[at].end)
}

fn sentence(error: Error) -> String {
    match error {
        Error::Plan(sentence) => sentence,
        other => panic!("{other}"),
    }
}

fn act(verdict: GateVerdict, reason: &str) -> GateAct {
    GateAct { verdict, name: "Ines Vogt".into(), role: "CMO".into(), reason: reason.into() }
}

fn standing(workspace: &Workspace, plan: PlaybookId, phase: Phase) -> GateStanding {
    let plan = workspace.plan(plan).unwrap();
    let facts = workspace.gate_facts(&plan).unwrap();
    plan.gate(phase, &facts).standing
}

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
fn a_deleted_task_stays_in_its_plan_and_says_so() {
    let (mut workspace, [triage, _], plan) = planned();
    workspace.delete_tasks(&(0..=0)).unwrap();
    let pilot = workspace.pilot_task(triage).unwrap();
    assert!(pilot.is_deleted);
    assert_eq!((pilot.name.as_str(), pilot.lane), ("Triage", None));
    assert_eq!(workspace.plan(plan).unwrap().kept.pilots.len(), 2);
}

#[test]
fn a_task_with_an_open_guardrail_is_no_pilot() {
    let (mut workspace, [triage, _], _) = planned();
    workspace.set_cell(triage, Field::Score(Dimension::ImpactOfError), "1").unwrap();
    workspace.set_cell(triage, Field::Score(Dimension::ContextDepth), "5").unwrap();
    workspace.set_cell(triage, Field::Score(Dimension::DataSensitivity), "5").unwrap();
    assert!(workspace.pilot_choices(Lane::Automate, None).unwrap().is_empty());
    let (_, plan) = workspace.make_plan(&PlanSetup { name: "Second".into(), ..setup() }).unwrap();
    let refused = sentence(workspace.choose_pilot(plan, triage).unwrap_err());
    assert!(refused.starts_with("“Triage” has an open guardrail"), "{refused}");
}

#[test]
fn a_gate_asks_for_a_reason_while_something_is_open_and_goes_stale_when_that_moves() {
    let (mut workspace, [triage, _], plan) = planned();
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Open);
    let go = act(GateVerdict::Go, "");
    let refused = sentence(workspace.decide_gate(plan, Phase::Discovery, &go).unwrap_err());
    assert!(refused.contains("Say why it goes on all the same"), "{refused}");
    let go = act(GateVerdict::Go, "The channels are known by heart");
    workspace.decide_gate(plan, Phase::Discovery, &go).unwrap();
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Go);
    workspace.set_cell(triage, Field::Channels, "email").unwrap();
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Stale);
    workspace.undo().unwrap();
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Go);
}

#[test]
fn a_gate_is_ready_when_everything_that_the_app_checks_holds() {
    let (mut workspace, tasks, plan) = planned();
    for task in tasks {
        workspace.set_cell(task, Field::Channels, "email").unwrap();
        workspace.set_cell(task, Field::DownstreamSystems, "CRM").unwrap();
    }
    let discovery: Vec<ActivityId> =
        workspace.plan(plan).unwrap().kept.of(Phase::Discovery).map(|it| it.id).collect();
    for id in discovery {
        workspace.enter_activity(plan, id, ActivityField::Done, "2026-11-23").unwrap();
    }
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Ready);
    workspace.decide_gate(plan, Phase::Discovery, &act(GateVerdict::Go, "")).unwrap();
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Go);
}

#[test]
fn what_the_app_cannot_check_a_named_person_confirms() {
    let (mut workspace, _, plan) = planned();
    let open = |workspace: &Workspace| {
        let plan = workspace.plan(plan).unwrap();
        let facts = workspace.gate_facts(&plan).unwrap();
        plan.gate(Phase::Pilot, &facts).open()
    };
    let before = open(&workspace);
    assert!(sentence(workspace.mark_condition(plan, "law", "", "x").unwrap_err()).contains("name"));
    workspace.mark_condition(plan, "law", "Ines Vogt", "Mail of the DPO, 20 Nov").unwrap();
    assert_eq!(open(&workspace), before - 1);
    workspace.unmark_condition(plan, "law").unwrap();
    assert_eq!(open(&workspace), before);
    assert!(workspace.mark_condition(plan, "scored", "Ines", "no").is_err());
}

#[test]
fn targets_that_change_after_the_pilot_began_are_told() {
    let (mut workspace, [triage, _], plan) = planned();
    let found = |workspace: &Workspace| {
        let plan = workspace.plan(plan).unwrap();
        workspace.gate_facts(&plan).unwrap().pilots[0].promised_late
    };
    let pilot = workspace.plan(plan).unwrap().kept.pilots[0].id;
    workspace.answer_pilot(plan, pilot, "accuracy.target", "95").unwrap();
    workspace.switch_automation(triage, Automation::Shadow, "Ana", "Pilot").unwrap();
    assert!(!found(&workspace));
    let refused = workspace.answer_pilot(plan, pilot, "accuracy.target", "high").unwrap_err();
    assert_eq!(sentence(refused), "“high” is not a share from 0 to 100.");
}

#[test]
fn an_automation_is_switched_by_a_person_as_far_as_the_lane_allows() {
    let (mut workspace, [_, scoring], _) = planned();
    let switch = |workspace: &mut Workspace, state| {
        workspace.switch_automation(scoring, state, "Ana", "As planned")
    };
    switch(&mut workspace, Automation::Shadow).unwrap();
    switch(&mut workspace, Automation::Reviewed).unwrap();
    let refused = sentence(switch(&mut workspace, Automation::Active).unwrap_err());
    assert!(refused.contains("Hybrid"), "{refused}");
    switch(&mut workspace, Automation::Paused).unwrap();
    let automated = workspace.automations(&[]).unwrap();
    assert_eq!((automated.len(), automated[0].state), (1, Automation::Paused));
    assert_eq!(automated[0].events.len(), 3);
    workspace.undo().unwrap();
    assert_eq!(workspace.automations(&[]).unwrap()[0].state, Automation::Reviewed);
}

#[test]
fn a_review_that_is_done_makes_activities_of_what_follows() {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    let setup = PlanSetup { start: date(2026, 1, 5), ..setup() };
    let (_, plan) = workspace.make_plan(&setup).unwrap();
    let due = workspace.plan(plan).unwrap();
    let kind = ReviewKind::PrivacyMapping;
    assert_eq!(due.reviews(kind)[0].due, date(2026, 6, 30));
    let facts = workspace.gate_facts(&due).unwrap();
    assert!(due.due(&facts).iter().any(|it| it.kind == DueKind::Review && it.is_late));
    let done = ReviewFindings {
        on: MONDAY,
        name: "Ana".into(),
        findings: "Chat logs are kept too long".into(),
        follow_ups: "Shorten retention to 90 days\n\nTell the vendor".into(),
    };
    workspace.finish_review(plan, kind, 1, &done).unwrap();
    let plan = workspace.plan(plan).unwrap();
    assert!(plan.reviews(kind)[0].done.is_some());
    let follow: Vec<&str> = plan.kept.of(Phase::Govern).map(|it| it.name.as_str()).collect();
    assert!(follow.ends_with(&["Shorten retention to 90 days", "Tell the vendor"]), "{follow:?}");
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
fn a_plan_survives_the_file_and_its_deletion_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Plan.trilane");
    let mut workspace = Workspace::create(&path, "Ana", clock).unwrap();
    let (_, id) = workspace.make_plan(&setup()).unwrap();
    let first = named(&workspace, id, "List the channels");
    workspace.enter_activity(id, first, ActivityField::Started, "2026-11-23").unwrap();
    workspace.set_baseline(id, true).unwrap();
    let holidays = [(date(2026, 12, 25), "Christmas".to_owned())].into();
    workspace.set_plan_calendar(id, [true; 7], holidays).unwrap();
    let plan = workspace.plan(id).unwrap();
    drop(workspace);
    let mut workspace = Workspace::open(&path, engine::Access::Write, "Ana", clock).unwrap();
    assert_eq!(workspace.plan(id).unwrap(), plan);
    workspace.delete_plan(id).unwrap();
    assert!(workspace.plans().unwrap().is_empty());
    workspace.undo().unwrap();
    assert_eq!(workspace.plan(id).unwrap(), plan);
}

#[test]
fn the_history_tells_plans_in_the_words_of_their_screen() {
    let (mut workspace, [triage, _], plan) = planned();
    let first = named(&workspace, plan, "List the channels");
    workspace.enter_activity(plan, first, ActivityField::Days, "4").unwrap();
    workspace.mark_condition(plan, "law", "Ines Vogt", "Mail of the DPO").unwrap();
    workspace.switch_automation(triage, Automation::Shadow, "Ana", "Pilot").unwrap();
    let page = workspace.history(&HistoryFilter::default(), None, 3).unwrap();
    let told: Vec<String> = page
        .entries
        .iter()
        .flat_map(|entry| &entry.rows)
        .flat_map(|row| {
            row.cells.iter().map(move |cell| format!("{}: {}", row.subject, cell.field))
        })
        .collect();
    for expected in ["Triage: Automation", "Activity: Working days"] {
        assert!(told.iter().any(|line| line == expected), "{expected} in {told:?}");
    }
    assert!(told.iter().any(|line| line.ends_with(": Condition")), "{told:?}");
}

#[test]
fn activities_of_a_table_are_looked_at_and_taken_as_one_step() {
    let (mut workspace, _, plan) = planned();
    let table = "Our plan\n\n#\tTask\tOwner\tStage\tDuration\tPredecessors\tStart date\n\
        10\tInterview the desks\tMia\tDiscovery\t2\t\t2026-11-24\n\
        20\tWrite it up\tMia\tDiscovery\t1\t10\t\n\
        30\tScore the tasks and read their lanes\tJo\t\t2\t\t\n\
        40\tParty\t\tLater\tlong\t99\t\n";
    let import = engine::rollout::ActivityImport::of_text(table, plan);
    let rows = import.rows(&workspace).unwrap();
    assert_eq!(rows.iter().map(|it| it.row).collect::<Vec<_>>(), [4, 5, 6, 7]);
    assert!(rows[0].taken.is_new && rows[1].taken.is_new);
    let (field, old, new) = &rows[2].taken.changes[0];
    assert_eq!((*field, old.as_str(), new.as_str()), (ActivityField::Owner, "Ops", "Jo"));
    assert_eq!(rows[3].cells, ["D7", "E7", "F7"]);
    let before = workspace.plan(plan).unwrap();
    workspace.accept_activities(&import).unwrap();
    let written = named(&workspace, plan, "Write it up");
    assert_eq!(span(&workspace, plan, written).0, date(2026, 11, 26));
    workspace.undo().unwrap();
    assert_eq!(workspace.plan(plan).unwrap(), before);
}
