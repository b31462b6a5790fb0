//! Guardrails and decisions.

use engine::domain::TaskId;
use jiff::civil::Date;
use tauri::AppHandle;

use super::cells::task_id;
use super::workspace::Answer;
use crate::error::{CommandError, ErrorKind};
use crate::state;
use crate::wire::field::LaneKey;
use crate::wire::lane::{CapKey, Condition, Guardrail};
use crate::wire::status::Outcome;

/// Returns the guardrails, those that are off included.
#[tauri::command(async)]
#[specta::specta]
pub fn guardrails(app: AppHandle) -> Answer<Vec<Guardrail>> {
    state::of(&app).read(|workspace| {
        Ok(workspace.guardrails().iter().map(|rule| Guardrail::of(workspace, rule)).collect())
    })
}

/// Makes a guardrail, or changes the one with that id.
#[tauri::command(async)]
#[specta::specta]
pub fn save_guardrail(
    app: AppHandle,
    id: Option<String>,
    conditions: Vec<Condition>,
    cap: CapKey,
) -> Answer<Outcome> {
    if conditions.is_empty() {
        let sentence = "A guardrail needs at least one condition.";
        return Err(CommandError::new(ErrorKind::Refused, sentence));
    }
    let conditions = conditions.into_iter().map(Condition::read).collect::<Result<Vec<_>, _>>()?;
    state::of(&app).change(&app, |workspace| match &id {
        Some(id) => workspace.change_guardrail(id, conditions, cap.into()),
        None => workspace.add_guardrail(conditions, cap.into()),
    })
}

/// Switches a guardrail on or off.
#[tauri::command(async)]
#[specta::specta]
pub fn switch_guardrail(app: AppHandle, id: String, is_on: bool) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.switch_guardrail(&id, is_on))
}

/// Makes a shipped guardrail again as it is shipped, or deletes another one.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_guardrail(app: AppHandle, id: String) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.restore_guardrail(&id))
}

/// Decides the lane of tasks, until the end of a day if one is given (`2027-01-31`).
#[tauri::command(async)]
#[specta::specta]
pub fn decide(
    app: AppHandle,
    ids: Vec<String>,
    lane: LaneKey,
    reason: String,
    until: Option<String>,
) -> Answer<Outcome> {
    let ids = task_ids(&ids)?;
    let until = until.map(|text| day(&text)).transpose()?;
    state::of(&app).change(&app, |workspace| workspace.decide(&ids, lane.into(), &reason, until))
}

/// Withdraws the decisions about tasks.
#[tauri::command(async)]
#[specta::specta]
pub fn withdraw_decisions(app: AppHandle, ids: Vec<String>) -> Answer<Outcome> {
    let ids = task_ids(&ids)?;
    state::of(&app).change(&app, |workspace| workspace.withdraw_decisions(&ids))
}

/// Reads the ids of tasks.
pub fn task_ids(texts: &[String]) -> Result<Vec<TaskId>, engine::Error> {
    texts.iter().map(|text| task_id(text)).collect()
}

/// Reads a day of the calendar.
pub fn day(text: &str) -> Answer<Date> {
    text.parse().map_err(|_| {
        CommandError::new(ErrorKind::Refused, format!("“{text}” is no day of the calendar."))
    })
}
