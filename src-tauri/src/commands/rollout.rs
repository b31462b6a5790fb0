//! Plans, and what is done when.

use std::collections::BTreeMap;

use engine::Error;
use engine::domain::rollout::{ActivityId, PlaybookId, read_day};
use jiff::civil::Date;
use tauri::AppHandle;

use super::workspace::Answer;
use crate::state;
use crate::wire::rollout::activity::{ActivityFieldKey, Placed, Shift};
use crate::wire::rollout::setup::PlanSetup;
use crate::wire::rollout::{Holiday, PhaseKey, Plan, PlanLine};
use crate::wire::status::{Made, Outcome};

/// Returns every plan, the oldest first.
#[tauri::command(async)]
#[specta::specta]
pub fn plans(app: AppHandle) -> Answer<Vec<PlanLine>> {
    state::of(&app).read(|workspace| Ok(workspace.plans()?.iter().map(PlanLine::from).collect()))
}

/// Returns a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn plan(app: AppHandle, id: String) -> Answer<Plan> {
    let id = plan_id(&id)?;
    state::of(&app).read(|workspace| Plan::of(workspace, &workspace.plan(id)?))
}

/// Lays out a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn make_plan(app: AppHandle, setup: PlanSetup) -> Answer<Made> {
    let setup = setup.read()?;
    state::of(&app).make(&app, |workspace| workspace.make_plan(&setup))
}

/// Deletes a plan with everything in it.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_plan(app: AppHandle, id: String) -> Answer<Outcome> {
    let id = plan_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.delete_plan(id))
}

/// Gives a plan another name.
#[tauri::command(async)]
#[specta::specta]
pub fn rename_plan(app: AppHandle, id: String, name: String) -> Answer<Outcome> {
    let id = plan_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.rename_plan(id, &name))
}

/// Makes a plan start on another day.
#[tauri::command(async)]
#[specta::specta]
pub fn start_plan(app: AppHandle, id: String, day: String) -> Answer<Outcome> {
    let (id, day) = (plan_id(&id)?, civil(&day)?);
    state::of(&app).change(&app, |workspace| workspace.start_plan(id, day))
}

/// Says on which days people work.
#[tauri::command(async)]
#[specta::specta]
pub fn set_plan_calendar(
    app: AppHandle,
    id: String,
    weekdays: [bool; 7],
    holidays: Vec<Holiday>,
) -> Answer<Outcome> {
    let id = plan_id(&id)?;
    let days = holidays.into_iter().map(|it| Ok((civil(&it.day)?, it.name)));
    let days = days.collect::<Result<BTreeMap<Date, String>, Error>>()?;
    state::of(&app).change(&app, |workspace| workspace.set_plan_calendar(id, weekdays, days))
}

/// Remembers when everything is planned now, or forgets it.
#[tauri::command(async)]
#[specta::specta]
pub fn set_baseline(app: AppHandle, id: String, is_set: bool) -> Answer<Outcome> {
    let id = plan_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.set_baseline(id, is_set))
}

/// Adds an activity at the end of a phase, or after another one.
#[tauri::command(async)]
#[specta::specta]
pub fn add_activity(
    app: AppHandle,
    plan: String,
    phase: PhaseKey,
    after: Option<String>,
    name: String,
) -> Answer<Made> {
    let plan = plan_id(&plan)?;
    let after = after.map(|text| activity_id(&text)).transpose()?;
    state::of(&app).make(&app, |workspace| workspace.add_activity(plan, phase.into(), after, &name))
}

/// Puts a text into a field of an activity.
#[tauri::command(async)]
#[specta::specta]
pub fn enter_activity(
    app: AppHandle,
    plan: String,
    id: String,
    field: ActivityFieldKey,
    text: String,
) -> Answer<Outcome> {
    let (plan, id) = (plan_id(&plan)?, activity_id(&id)?);
    state::of(&app)
        .change(&app, |workspace| workspace.enter_activity(plan, id, field.into(), &text))
}

/// Changes when an activity happens; what waits for it follows.
#[tauri::command(async)]
#[specta::specta]
pub fn shift_activity(app: AppHandle, plan: String, id: String, shift: Shift) -> Answer<Outcome> {
    let (plan, id, shift) = (plan_id(&plan)?, activity_id(&id)?, shift.read()?);
    state::of(&app).change(&app, |workspace| workspace.shift_activity(plan, id, shift))
}

/// Returns when everything would happen that a shift moves, without making it.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_shift(
    app: AppHandle,
    plan: String,
    id: String,
    shift: Shift,
) -> Answer<Vec<Placed>> {
    let (plan, id, shift) = (plan_id(&plan)?, activity_id(&id)?, shift.read()?);
    state::of(&app).read(|workspace| {
        Ok(workspace.preview_shift(plan, id, shift)?.into_iter().map(Placed::from).collect())
    })
}

/// Makes an activity wait for another one.
#[tauri::command(async)]
#[specta::specta]
pub fn link_activity(app: AppHandle, plan: String, id: String, needs: String) -> Answer<Outcome> {
    let (plan, id, needs) = (plan_id(&plan)?, activity_id(&id)?, activity_id(&needs)?);
    state::of(&app).change(&app, |workspace| workspace.link_activity(plan, id, needs))
}

/// Makes an activity no longer wait for another one.
#[tauri::command(async)]
#[specta::specta]
pub fn unlink_activity(app: AppHandle, plan: String, id: String, needs: String) -> Answer<Outcome> {
    let (plan, id, needs) = (plan_id(&plan)?, activity_id(&id)?, activity_id(&needs)?);
    state::of(&app).change(&app, |workspace| workspace.unlink_activity(plan, id, needs))
}

/// Deletes activities.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_activities(app: AppHandle, plan: String, ids: Vec<String>) -> Answer<Outcome> {
    let plan = plan_id(&plan)?;
    let ids = ids.iter().map(|text| activity_id(text)).collect::<Result<Vec<_>, _>>()?;
    state::of(&app).change(&app, |workspace| workspace.delete_activities(plan, &ids))
}

/// Puts an activity before another one in the plan's order, or at its end.
#[tauri::command(async)]
#[specta::specta]
pub fn reorder_activity(
    app: AppHandle,
    plan: String,
    id: String,
    before: Option<String>,
) -> Answer<Outcome> {
    let (plan, id) = (plan_id(&plan)?, activity_id(&id)?);
    let before = before.map(|text| activity_id(&text)).transpose()?;
    state::of(&app).change(&app, |workspace| workspace.reorder_activity(plan, id, before))
}

impl Shift {
    fn read(self) -> Result<engine::domain::rollout::Shift, Error> {
        Ok(match self {
            Self::Start(day) => engine::domain::rollout::Shift::Start(civil(&day)?),
            Self::Days(days) => engine::domain::rollout::Shift::Days(days),
        })
    }
}

/// Reads the id of a plan.
pub fn plan_id(text: &str) -> Result<PlaybookId, Error> {
    PlaybookId::parse(text).ok_or(Error::NotFound)
}

/// Reads a day of a plan.
pub fn civil(text: &str) -> Result<Date, Error> {
    read_day(text).map_err(Error::Plan)
}

fn activity_id(text: &str) -> Result<ActivityId, Error> {
    ActivityId::parse(text).ok_or(Error::NotFound)
}
