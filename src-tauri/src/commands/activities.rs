//! Looking at a table of activities, and taking it over.

use engine::rollout::ActivityImport;
use engine::spreadsheet::ReadAs;
use tauri::AppHandle;

use super::import::read_workbook;
use super::rollout::plan_id;
use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::state::{self, State};
use crate::wire::rollout::import::{ActivityPreview, ActivityUse};
use crate::wire::status::Outcome;

/// Reads a file that the user chooses, for a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn activities_file(app: AppHandle, plan: String) -> Answer<Option<ActivityPreview>> {
    let plan = plan_id(&plan)?;
    let Some(path) = choose::to_open(&app, "Import activities", Kind::Spreadsheet) else {
        return Ok(None);
    };
    let workbook = read_workbook(&app, &path, &ReadAs::default())?;
    look_at(&state::of(&app), ActivityImport::new(workbook, plan)).map(Some)
}

/// Reads a pasted table, for a plan.
#[tauri::command(async)]
#[specta::specta]
pub fn activities_text(app: AppHandle, plan: String, text: String) -> Answer<ActivityPreview> {
    look_at(&state::of(&app), ActivityImport::of_text(&text, plan_id(&plan)?))
}

/// Looks at another sheet, and finds its header anew.
#[tauri::command(async)]
#[specta::specta]
pub fn activities_sheet(app: AppHandle, sheet: u32) -> Answer<ActivityPreview> {
    change(&state::of(&app), |import| import.choose_sheet(sheet as usize))
}

/// Takes another row of the sheet, from 0, as the header; nothing for a table without one.
#[tauri::command(async)]
#[specta::specta]
pub fn activities_header(app: AppHandle, row: Option<u32>) -> Answer<ActivityPreview> {
    change(&state::of(&app), |import| import.choose_header(row))
}

/// Says what a column holds; nothing leaves it out.
#[tauri::command(async)]
#[specta::specta]
pub fn activities_use(
    app: AppHandle,
    column: u32,
    used: Option<ActivityUse>,
) -> Answer<ActivityPreview> {
    change(&state::of(&app), |import| import.choose_column(column, used.map(Into::into)))
}

/// Takes the table over, as one step.
#[tauri::command(async)]
#[specta::specta]
pub fn activities_accept(app: AppHandle) -> Answer<Outcome> {
    let state = state::of(&app);
    // Taken out first: the desk is never locked while the table is, or a look at both would wait for ever.
    let import = state.take_activities()?;
    let accepted = state.change(&app, |workspace| workspace.accept_activities(&import));
    if accepted.is_err() {
        // The user can mend the reason and accept again.
        state.put_activities(Some(import));
    }
    accepted
}

/// Puts the table away. Nothing of it was written.
#[tauri::command(async)]
#[specta::specta]
pub fn activities_cancel(app: AppHandle) -> Answer<()> {
    state::of(&app).put_activities(None);
    Ok(())
}

fn look_at(state: &State, import: ActivityImport) -> Answer<ActivityPreview> {
    let preview = state.read(|workspace| ActivityPreview::of(&import, workspace))?;
    state.put_activities(Some(import));
    Ok(preview)
}

fn change(state: &State, change: impl FnOnce(&mut ActivityImport)) -> Answer<ActivityPreview> {
    state.read(|workspace| {
        state.activities(|import| {
            change(import);
            ActivityPreview::of(import, workspace)
        })
    })
}
