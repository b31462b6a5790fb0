//! Plans, on a real database in memory: laid out from the matrix, moved, gated, and looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod files;
mod gates;
mod plans;

use std::cell::Cell;

use domain::rollout::gate::GateVerdict;
use domain::rollout::{
    ActivityField, ActivityId, Automation, HighImpactWindow, ObjectionField, Phase, PlaybookId,
    ReviewKind, Shift, Template,
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

/// A minute later each time that it is asked.
fn ticking() -> Timestamp {
    thread_local!(static MINUTES: Cell<i64> = const { Cell::new(0) });
    MINUTES.set(MINUTES.get() + 1);
    clock() + jiff::SignedDuration::from_mins(MINUTES.get())
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
    planned_by(clock)
}

fn planned_by(clock: fn() -> Timestamp) -> (Workspace, [TaskId; 2], PlaybookId) {
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
