//! What is done to the tasks of selected rows at once.

use tauri::AppHandle;

use super::lanes::day;
use super::workspace::Answer;
use crate::state;
use crate::wire::field::{CellKey, LaneKey};
use crate::wire::lane::ToDecide;
use crate::wire::status::{Outcome, RowSpan};

/// Puts one text into a field of some rows.
#[tauri::command(async)]
#[specta::specta]
pub fn set_field(app: AppHandle, rows: RowSpan, field: CellKey, text: String) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.set_field(&rows.rows(), field.into(), &text))
}

/// Adds items to a list of some rows.
#[tauri::command(async)]
#[specta::specta]
pub fn add_to_list(
    app: AppHandle,
    rows: RowSpan,
    field: CellKey,
    items: String,
) -> Answer<Outcome> {
    state::of(&app)
        .change(&app, |workspace| workspace.add_to_list(&rows.rows(), field.into(), &items))
}

/// Returns what there is to decide about some rows.
#[tauri::command(async)]
#[specta::specta]
pub fn rows_to_decide(app: AppHandle, rows: RowSpan) -> Answer<ToDecide> {
    state::of(&app).read(|workspace| Ok(workspace.rows_to_decide(&rows.rows())?.into()))
}

/// Decides the lane of the tasks of some rows, until the end of a day if one is given (`2027-01-31`).
#[tauri::command(async)]
#[specta::specta]
pub fn decide_rows(
    app: AppHandle,
    rows: RowSpan,
    lane: LaneKey,
    reason: String,
    until: Option<String>,
) -> Answer<Outcome> {
    let until = until.map(|text| day(&text)).transpose()?;
    state::of(&app)
        .change(&app, |workspace| workspace.decide_rows(&rows.rows(), lane.into(), &reason, until))
}

/// Withdraws the decisions about the tasks of some rows.
#[tauri::command(async)]
#[specta::specta]
pub fn withdraw_decisions_of_rows(app: AppHandle, rows: RowSpan) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.withdraw_decisions_of_rows(&rows.rows()))
}
