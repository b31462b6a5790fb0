//! The plans as rows of a sheet.

use domain::rollout::{Activity, Phase};
use spreadsheet::{PlanRow, PlanRows, PlanSign};

use crate::rollout::{GateStanding, Plan};
use crate::{Error, Result, Workspace};

/// Returns the rows of every plan; one that cannot be scheduled says why instead.
pub(super) fn rows(workspace: &Workspace) -> Result<Vec<PlanRows>> {
    let plans = workspace.plans()?.into_iter().map(|kept| {
        let name = kept.name.clone();
        match workspace.planned(kept) {
            Ok(plan) => of_plan(workspace, &plan),
            Err(Error::Plan(refusal)) => Ok(PlanRows {
                name,
                weekdays: [true; 7],
                days_off: Vec::new(),
                rows: Vec::new(),
                refusal: Some(refusal),
            }),
            Err(error) => Err(error),
        }
    });
    plans.collect()
}

fn of_plan(workspace: &Workspace, plan: &Plan) -> Result<PlanRows> {
    let facts = workspace.gate_facts(plan)?;
    let mut rows = Vec::new();
    for phase in Phase::ALL {
        rows.extend(activities(plan, phase));
        let gate = plan.gate(phase, &facts);
        let day = plan.schedule.phases[phase.place()].gate;
        let is_passed = gate.standing == GateStanding::Go;
        rows.push(PlanRow {
            phase: phase.name(),
            name: format!("Gate of {}", phase.name()),
            owner: gate.decided.map(|event| event.name.clone()).unwrap_or_default(),
            start: day,
            end: day,
            days: 0,
            planned_days: None,
            needs: String::new(),
            slack: None,
            progress: gate.standing.words(),
            started: None,
            done: None,
            baseline: None,
            sign: if is_passed { PlanSign::PassedGate } else { PlanSign::Gate },
        });
    }
    Ok(PlanRows {
        name: plan.kept.name.clone(),
        weekdays: plan.kept.calendar.weekdays(),
        days_off: plan.kept.calendar.holidays().clone().into_iter().collect(),
        rows,
        refusal: None,
    })
}

fn activities(plan: &Plan, phase: Phase) -> impl Iterator<Item = PlanRow> {
    let placed = plan.kept.activities.iter().zip(&plan.schedule.placements);
    placed.filter(move |(activity, _)| activity.phase == phase).map(move |(activity, placed)| {
        let needs = activity.needs.iter().filter_map(|id| plan.kept.activity(*id));
        let progress = activity.progress(placed.start, placed.end, plan.today);
        PlanRow {
            phase: phase.name(),
            name: activity.title().to_owned(),
            owner: activity.owner.clone(),
            start: placed.start,
            end: placed.end,
            days: plan.kept.calendar.count(placed.start, placed.end),
            planned_days: Some(activity.days),
            needs: needs.map(Activity::title).collect::<Vec<_>>().join("; "),
            slack: activity.done.is_none().then_some(placed.slack),
            progress: progress.name(),
            started: activity.started,
            done: activity.done,
            baseline: activity.baseline,
            sign: if activity.is_milestone() { PlanSign::Milestone } else { PlanSign::Bar },
        }
    })
}
