//! Scoring one task after another.

use engine::domain::TaskId;
use tauri::AppHandle;

use super::cells::task_id;
use super::workspace::Answer;
use crate::state;
use crate::wire::scoring::{ScoringResult, ScoringSet, ScoringSets};
use crate::wire::status::RowSpan;

/// Returns how many tasks there are in each set that can be scored.
#[tauri::command(async)]
#[specta::specta]
pub fn scoring_sets(app: AppHandle, selected: Option<RowSpan>) -> Answer<ScoringSets> {
    state::of(&app).read(|workspace| Ok(ScoringSets::of(workspace, selected)))
}

/// Returns the tasks of a set in the order in which they are gone through.
#[tauri::command(async)]
#[specta::specta]
pub fn tasks_to_score(app: AppHandle, set: ScoringSet) -> Answer<Vec<String>> {
    state::of(&app).read(|workspace| {
        Ok(workspace.tasks_to_score(&set.into()).iter().map(ToString::to_string).collect())
    })
}

/// Returns what came of going through some tasks.
#[tauri::command(async)]
#[specta::specta]
pub fn scoring_result(app: AppHandle, ids: Vec<String>) -> Answer<ScoringResult> {
    let ids = ids.iter().map(|id| task_id(id)).collect::<Result<Vec<TaskId>, _>>()?;
    state::of(&app).read(|workspace| Ok(workspace.scoring_result(&ids).into()))
}
