//! Tasks that may stand in the worksheet more than once.

use engine::cells::Column;
use engine::domain::TaskId;
use tauri::AppHandle;

use super::cells::task_id;
use super::lanes::task_ids;
use super::workspace::Answer;
use crate::state;
use crate::wire::duplicates::{Comparison, Duplicates, Kept};
use crate::wire::status::Outcome;

/// Returns tasks whose names are alike.
#[tauri::command(async)]
#[specta::specta]
pub fn find_duplicates(app: AppHandle) -> Answer<Duplicates> {
    state::of(&app).read(|workspace| Ok(Duplicates::of(workspace)))
}

/// Returns in what some tasks differ.
#[tauri::command(async)]
#[specta::specta]
pub fn compare_tasks(app: AppHandle, ids: Vec<String>) -> Answer<Comparison> {
    let ids = task_ids(&ids)?;
    state::of(&app).read(|workspace| Ok(Comparison::of(workspace, workspace.compare_tasks(&ids)?)))
}

/// Makes one task of several, with the values that are kept.
#[tauri::command(async)]
#[specta::specta]
pub fn merge_tasks(app: AppHandle, ids: Vec<String>, kept: Vec<Kept>) -> Answer<Outcome> {
    let ids = task_ids(&ids)?;
    let kept = kept.into_iter().map(chosen).collect::<Result<Vec<_>, _>>()?;
    state::of(&app).change(&app, |workspace| workspace.merge_tasks(&ids, &kept))
}

fn chosen(kept: Kept) -> Result<(Column, TaskId), engine::Error> {
    Ok((kept.column.into(), task_id(&kept.task)?))
}
