//! Pilots, gates, reviews, windows and objections of plans, and how far automations are switched on.

use engine::Error;
use engine::domain::rollout::{
    HighImpactWindow, ObjectionField, ObjectionId, PilotId, ReviewKind, WindowId,
};
use engine::rollout::ReviewFindings;
use tauri::AppHandle;

use super::cells::task_id;
use super::lanes::task_ids;
use super::rollout::{civil, plan_id};
use super::workspace::Answer;
use crate::state;
use crate::wire::field::LaneKey;
use crate::wire::rollout::gate::GateAct;
use crate::wire::rollout::pilot::{Automated, AutomationKey, PilotChoice};
use crate::wire::rollout::{PhaseKey, ReviewDone, Window};
use crate::wire::status::{Made, Outcome};

/// Returns the tasks of a lane that could be pilots, the best first, without those of a plan; at most 20.
#[tauri::command(async)]
#[specta::specta]
pub fn pilot_choices(
    app: AppHandle,
    lane: LaneKey,
    plan: Option<String>,
) -> Answer<Vec<PilotChoice>> {
    let plan = plan.map(|text| plan_id(&text)).transpose()?;
    state::of(&app).read(|workspace| {
        let choices = workspace.pilot_choices(lane.into(), plan)?;
        Ok(choices.into_iter().map(PilotChoice::from).collect())
    })
}

/// Adds a pilot to a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_pilot(app: AppHandle, plan: String, task: String) -> Answer<Outcome> {
    let (plan, task) = (plan_id(&plan)?, task_id(&task)?);
    state::of(&app).change(&app, |workspace| workspace.choose_pilot(plan, task))
}

/// Takes a pilot out of a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn drop_pilot(app: AppHandle, plan: String, id: String) -> Answer<Outcome> {
    let (plan, id) = (plan_id(&plan)?, pilot_id(&id)?);
    state::of(&app).change(&app, |workspace| workspace.drop_pilot(plan, id))
}

/// Writes down something about a pilot.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_pilot(
    app: AppHandle,
    plan: String,
    id: String,
    field: String,
    text: String,
) -> Answer<Outcome> {
    let (plan, id) = (plan_id(&plan)?, pilot_id(&id)?);
    state::of(&app).change(&app, |workspace| workspace.answer_pilot(plan, id, &field, &text))
}

/// Returns the automation of these tasks and of every task of which one was said to be switched on.
#[tauri::command(async)]
#[specta::specta]
pub fn automations(app: AppHandle, tasks: Vec<String>) -> Answer<Vec<Automated>> {
    let tasks = task_ids(&tasks)?;
    state::of(&app).read(|workspace| {
        Ok(workspace.automations(&tasks)?.into_iter().map(Automated::from).collect())
    })
}

/// Says that the automation of a task was switched.
#[tauri::command(async)]
#[specta::specta]
pub fn switch_automation(
    app: AppHandle,
    task: String,
    state: AutomationKey,
    name: String,
    reason: String,
) -> Answer<Outcome> {
    let task = task_id(&task)?;
    state::of(&app)
        .change(&app, |workspace| workspace.switch_automation(task, state.into(), &name, &reason))
}

/// Confirms in somebody's name that a condition of a gate holds, and what that rests on.
#[tauri::command(async)]
#[specta::specta]
pub fn mark_condition(
    app: AppHandle,
    plan: String,
    condition: String,
    name: String,
    note: String,
) -> Answer<Outcome> {
    let plan = plan_id(&plan)?;
    state::of(&app)
        .change(&app, |workspace| workspace.mark_condition(plan, &condition, &name, &note))
}

/// Takes a confirmation back.
#[tauri::command(async)]
#[specta::specta]
pub fn unmark_condition(app: AppHandle, plan: String, condition: String) -> Answer<Outcome> {
    let plan = plan_id(&plan)?;
    state::of(&app).change(&app, |workspace| workspace.unmark_condition(plan, &condition))
}

/// Decides at a gate.
#[tauri::command(async)]
#[specta::specta]
pub fn decide_gate(app: AppHandle, plan: String, phase: PhaseKey, act: GateAct) -> Answer<Outcome> {
    let (plan, act) = (plan_id(&plan)?, act.into());
    state::of(&app).change(&app, |workspace| workspace.decide_gate(plan, phase.into(), &act))
}

/// Keeps what a review found.
#[tauri::command(async)]
#[specta::specta]
pub fn finish_review(
    app: AppHandle,
    plan: String,
    kind: String,
    number: u16,
    done: ReviewDone,
) -> Answer<Outcome> {
    let plan = plan_id(&plan)?;
    let kind = ReviewKind::from_key(&kind).ok_or(Error::NotFound)?;
    let ReviewDone { on, name, findings, follow_ups } = done;
    let found = ReviewFindings { on: civil(&on)?, name, findings, follow_ups };
    state::of(&app).change(&app, |workspace| workspace.finish_review(plan, kind, number, &found))
}

/// Puts a window into a plan over the one with its identity, or adds it.
#[tauri::command(async)]
#[specta::specta]
pub fn put_window(app: AppHandle, plan: String, window: Window) -> Answer<Outcome> {
    let plan = plan_id(&plan)?;
    let id = window.id.as_deref().map(window_id).transpose()?;
    let window = HighImpactWindow {
        name: window.name,
        first: civil(&window.first)?,
        last: civil(&window.last)?,
        review_below: window.review_below,
    };
    state::of(&app).change(&app, |workspace| workspace.put_window(plan, id, &window))
}

/// Takes a window out of a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_window(app: AppHandle, plan: String, id: String) -> Answer<Outcome> {
    let (plan, id) = (plan_id(&plan)?, window_id(&id)?);
    state::of(&app).change(&app, |workspace| workspace.delete_window(plan, id))
}

/// Adds an objection to a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn add_objection(app: AppHandle, plan: String) -> Answer<Made> {
    let plan = plan_id(&plan)?;
    state::of(&app).make(&app, |workspace| workspace.add_objection(plan))
}

/// Writes down something about an objection.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_objection(
    app: AppHandle,
    plan: String,
    id: String,
    field: String,
    text: String,
) -> Answer<Outcome> {
    let (plan, id) = (plan_id(&plan)?, objection_id(&id)?);
    let field = ObjectionField::from_key(&field).ok_or(Error::NotFound)?;
    state::of(&app).change(&app, |workspace| workspace.answer_objection(plan, id, field, &text))
}

/// Deletes an objection.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_objection(app: AppHandle, plan: String, id: String) -> Answer<Outcome> {
    let (plan, id) = (plan_id(&plan)?, objection_id(&id)?);
    state::of(&app).change(&app, |workspace| workspace.delete_objection(plan, id))
}

fn pilot_id(text: &str) -> Result<PilotId, Error> {
    PilotId::parse(text).ok_or(Error::NotFound)
}

fn window_id(text: &str) -> Result<WindowId, Error> {
    WindowId::parse(text).ok_or(Error::NotFound)
}

fn objection_id(text: &str) -> Result<ObjectionId, Error> {
    ObjectionId::parse(text).ok_or(Error::NotFound)
}
