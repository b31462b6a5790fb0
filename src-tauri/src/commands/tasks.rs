//! Whole tasks, and the way back.

use engine::Workspace;
use engine::domain::reference;
use tauri::AppHandle;

use super::workspace::Answer;
use crate::state;
use crate::wire::matrix::ReferenceTask;
use crate::wire::status::{Outcome, RowSpan};

/// Puts empty rows before a row.
#[tauri::command(async)]
#[specta::specta]
pub fn insert_tasks(app: AppHandle, before_row: u32, count: u32) -> Answer<Outcome> {
    state::of(&app)
        .change(&app, |workspace| workspace.insert_tasks(before_row as usize, count as usize))
}

/// Appends a task of that name.
#[tauri::command(async)]
#[specta::specta]
pub fn add_task(app: AppHandle, name: String) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.add_task(&name))
}

/// Deletes tasks.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_tasks(app: AppHandle, rows: RowSpan) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.delete_tasks(&rows.rows()))
}

/// Puts copies of tasks below them.
#[tauri::command(async)]
#[specta::specta]
pub fn duplicate_tasks(app: AppHandle, rows: RowSpan) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.duplicate_tasks(&rows.rows()))
}

/// Moves tasks before another row.
#[tauri::command(async)]
#[specta::specta]
pub fn move_tasks(app: AppHandle, rows: RowSpan, before_row: u32) -> Answer<Outcome> {
    state::of(&app)
        .change(&app, |workspace| workspace.move_tasks(&rows.rows(), before_row as usize))
}

/// Returns the reference tasks.
#[tauri::command(async)]
#[specta::specta]
pub fn reference_tasks(app: AppHandle) -> Answer<Vec<ReferenceTask>> {
    state::of(&app).read(|workspace| {
        let added = workspace.added_reference_keys();
        let describe = |task| ReferenceTask::of(task, added.contains(task.key));
        Ok(reference::ALL.iter().map(describe).collect())
    })
}

/// Appends reference tasks.
#[tauri::command(async)]
#[specta::specta]
pub fn add_reference_tasks(app: AppHandle, keys: Vec<String>) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.add_reference_tasks(&keys))
}

/// Takes the newest step back.
#[tauri::command(async)]
#[specta::specta]
pub fn undo(app: AppHandle) -> Answer<Outcome> {
    state::of(&app).change(&app, Workspace::undo)
}

/// Makes the step undone last again.
#[tauri::command(async)]
#[specta::specta]
pub fn redo(app: AppHandle) -> Answer<Outcome> {
    state::of(&app).change(&app, Workspace::redo)
}
