//! The plans as rows of a sheet.

use domain::rollout::{Activity, Phase, Progress};
use spreadsheet::{PlanRow, PlanRows, PlanSign};

use crate::rollout::{GateStanding, Plan};
use crate::{Result, Workspace};

/// Returns the rows of every plan.
pub(super) fn rows(workspace: &Workspace) -> Result<Vec<PlanRows>> {
    workspace.plans()?.iter().map(|plan| of_plan(workspace, plan)).collect()
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
            needs: String::new(),
            slack: None,
            progress: gate.standing.words(),
            baseline: None,
            sign: if is_passed { PlanSign::PassedGate } else { PlanSign::Gate },
        });
    }
    Ok(PlanRows {
        name: plan.kept.name.clone(),
        weekdays: plan.kept.calendar.weekdays(),
        days_off: plan.kept.calendar.holidays().clone().into_iter().collect(),
        rows,
    })
}

fn activities(plan: &Plan, phase: Phase) -> impl Iterator<Item = PlanRow> {
    let placed = plan.kept.activities.iter().zip(&plan.schedule.placements);
    placed.filter(move |(activity, _)| activity.phase == phase).map(move |(activity, placed)| {
        let needs = activity.needs.iter().filter_map(|id| plan.kept.activity(*id));
        let progress = match activity.progress(placed.start, placed.end, plan.today) {
            Progress::Planned => "Planned",
            Progress::Running => "Running",
            Progress::Late => "Late",
            Progress::Done => "Done",
        };
        PlanRow {
            phase: phase.name(),
            name: activity.title().to_owned(),
            owner: activity.owner.clone(),
            start: placed.start,
            end: placed.end,
            days: plan.kept.calendar.count(placed.start, placed.end),
            needs: needs.map(Activity::title).collect::<Vec<_>>().join("; "),
            slack: Some(placed.slack),
            progress,
            baseline: activity.baseline,
            sign: if activity.is_milestone() { PlanSign::Milestone } else { PlanSign::Bar },
        }
    })
}
