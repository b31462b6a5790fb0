//! What the worksheet shows, and how it was left.

use tauri::AppHandle;

use super::workspace::Answer;
use crate::state;
use crate::wire::field::ColumnKey;
use crate::wire::status::Outcome;
use crate::wire::view::{ColumnValue, SavedView, ViewSpec, ViewState};
use crate::wire::{number, status};

/// Shows the tasks in another way, or works the same view out again.
#[tauri::command(async)]
#[specta::specta]
pub fn show_view(app: AppHandle, spec: ViewSpec) -> Answer<status::Status> {
    state::of(&app).desk(|desk| {
        let workspace = desk.workspace_mut().ok_or_else(state::no_workspace)?;
        workspace.show_view(spec.into());
        status::Status::of(workspace)
    })
}

/// Returns what the worksheet shows now.
#[tauri::command(async)]
#[specta::specta]
pub fn view(app: AppHandle) -> Answer<ViewState> {
    state::of(&app).read(|workspace| Ok(ViewState::of(workspace)))
}

/// Returns the values of a column over all tasks, the most frequent first.
#[tauri::command(async)]
#[specta::specta]
pub fn column_values(app: AppHandle, column: ColumnKey) -> Answer<Vec<ColumnValue>> {
    state::of(&app).read(|workspace| {
        let values = workspace.column_values(column.into());
        let value = |(text, count)| ColumnValue { text, count: number(count) };
        Ok(values.into_iter().map(value).collect())
    })
}

/// Remembers how the worksheet is left. A workspace that is only looked at remembers nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn save_layout(app: AppHandle, spec: String) -> Answer<()> {
    state::of(&app).desk(|desk| {
        let workspace = desk.workspace_mut().ok_or_else(state::no_workspace)?;
        if workspace.access() == engine::Access::Write {
            workspace.keep_layout(&spec)?;
        }
        Ok(())
    })
}

/// Returns the saved views, the oldest first.
#[tauri::command(async)]
#[specta::specta]
pub fn saved_views(app: AppHandle) -> Answer<Vec<SavedView>> {
    state::of(&app)
        .read(|workspace| Ok(workspace.saved_views()?.into_iter().map(Into::into).collect()))
}

/// Saves a view under a name, over the one with that id if one is given.
#[tauri::command(async)]
#[specta::specta]
pub fn save_view(
    app: AppHandle,
    id: Option<String>,
    name: String,
    spec: String,
) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.save_view(id.as_deref(), &name, &spec))
}

/// Deletes a saved view.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_view(app: AppHandle, id: String) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.delete_view(&id))
}
