//! Pilots, gates, reviews, and how far automations are switched on.

use super::*;

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
    let (mut workspace, [triage, _], plan) = planned_by(ticking);
    let is_late = |workspace: &Workspace| {
        let plan = workspace.plan(plan).unwrap();
        workspace.gate_facts(&plan).unwrap().pilots[0].promised_late
    };
    let pilot = workspace.plan(plan).unwrap().kept.pilots[0].id;
    workspace.answer_pilot(plan, pilot, "accuracy.target", "95").unwrap();
    workspace.switch_automation(triage, Automation::Shadow, "Ana", "Pilot").unwrap();
    assert!(!is_late(&workspace));
    let refused = workspace.answer_pilot(plan, pilot, "accuracy.target", "high").unwrap_err();
    assert_eq!(sentence(refused), "“high” is not a share from 0 to 100.");
    workspace.answer_pilot(plan, pilot, "accuracy.before", "80").unwrap();
    assert!(!is_late(&workspace), "what was before is no promise");
    workspace.answer_pilot(plan, pilot, "accuracy.target", "85").unwrap();
    assert!(is_late(&workspace));
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
fn a_decision_goes_stale_when_a_pilot_is_swapped_and_not_when_a_review_goes_on() {
    let (mut workspace, [triage, _], plan) = planned();
    let third = workspace.add_task("Tagging").unwrap().created[0];
    for (dimension, score) in Dimension::ALL.into_iter().zip(["5", "4", "4", "4"]) {
        workspace.set_cell(third, Field::Score(dimension), score).unwrap();
    }
    let go = act(GateVerdict::Go, "They are known by heart");
    workspace.decide_gate(plan, Phase::Discovery, &go).unwrap();
    workspace.switch_automation(triage, Automation::Shadow, "Ana", "Pilot").unwrap();
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Go);
    let first = workspace.plan(plan).unwrap().kept.pilots[0].id;
    workspace.drop_pilot(plan, first).unwrap();
    workspace.choose_pilot(plan, third).unwrap();
    assert_eq!(standing(&workspace, plan, Phase::Discovery), GateStanding::Stale);
}

#[test]
fn reviews_of_a_kind_are_done_one_after_another_and_none_before_its_phase() {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    let setup = PlanSetup { start: date(2026, 1, 5), ..setup() };
    let (_, plan) = workspace.make_plan(&setup).unwrap();
    let done = |on| ReviewFindings {
        on,
        name: "Ana".into(),
        findings: "Nothing".into(),
        follow_ups: String::new(),
    };
    let mut finish = |kind: ReviewKind, number, on| {
        workspace.finish_review(plan, kind, number, &done(on)).map(drop).map_err(sentence)
    };
    let kind = ReviewKind::Pace;
    assert_eq!(
        finish(kind, 2, MONDAY),
        Err("No. 1 of Sprint or marathon review comes first: it is still open.".into())
    );
    let early = finish(kind, 1, date(2026, 3, 2)).unwrap_err();
    assert!(early.starts_with("Govern & optimise opens on 2026-03-"), "{early}");
    finish(kind, 1, MONDAY).unwrap();
    finish(kind, 2, MONDAY).unwrap();
    let found = |workspace: &Workspace| {
        let plan = workspace.plan(plan).unwrap();
        let facts = workspace.gate_facts(&plan).unwrap();
        let gate = plan.gate(Phase::Govern, &facts);
        let finding = gate.checked[0].finding.clone().unwrap();
        (finding.holds, finding.found)
    };
    let (holds, words) = found(&workspace);
    assert!(!holds && words.starts_with("Not done yet: Audit of model performance, "), "{words}");
    for kind in ReviewKind::ALL.into_iter().filter(|it| *it != kind) {
        for number in [1, 2] {
            workspace.finish_review(plan, kind, number, &done(MONDAY)).unwrap();
        }
    }
    assert_eq!(found(&workspace), (true, "One of each kind was done; 0 overdue".into()));
}

#[test]
fn a_plan_is_not_made_with_a_pilot_that_could_not_be_chosen() {
    let (mut workspace, [triage, scoring], _) = planned();
    let blank = workspace.add_task("Blank").unwrap().created[0];
    let mut refused = |automate, hybrid| {
        let setup = PlanSetup { automate, hybrid, ..setup() };
        workspace.make_plan(&setup).map(drop).map_err(sentence).unwrap_err()
    };
    assert_eq!(refused(Some(blank), None), "“Blank” has no lane yet. Score it first.");
    assert_eq!(
        refused(Some(triage), Some(triage)),
        "“Triage” is Automate. The pilot that is asked for is Hybrid."
    );
    assert!(refused(Some(scoring), None).starts_with("“Scoring” is Hybrid."));
    workspace.set_cell(triage, Field::Score(Dimension::ImpactOfError), "1").unwrap();
    workspace.set_cell(triage, Field::Score(Dimension::ContextDepth), "5").unwrap();
    workspace.set_cell(triage, Field::Score(Dimension::DataSensitivity), "5").unwrap();
    let setup = PlanSetup { automate: Some(triage), ..setup() };
    let refused = sentence(workspace.make_plan(&setup).unwrap_err());
    assert!(refused.starts_with("“Triage” has an open guardrail"), "{refused}");
}
