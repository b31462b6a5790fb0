//! What changed, when and in whose name; going back to a version; handing the history over.

use engine::history::HistoryFilter as Filter;
use tauri::{AppHandle, Manager};

use super::cells::task_id;
use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::jobs::{Cancel, Job};
use crate::state;
use crate::wire::history::{
    ExportedHistory, HistoryChoices, HistoryFilter, HistoryPage, HistoryRow,
};
use crate::wire::number;
use crate::wire::status::Outcome;

/// The most entries or rows that one page holds.
const MOST: u32 = 200;

/// Returns entries from the newest back, older than `before` if given.
#[tauri::command(async)]
#[specta::specta]
pub fn history_page(
    app: AppHandle,
    filter: HistoryFilter,
    before: Option<u32>,
    count: u32,
) -> Answer<HistoryPage> {
    state::of(&app).read(|workspace| {
        let filter = Filter::try_from(filter)?;
        let page = workspace.history(&filter, before, count.min(MOST) as usize)?;
        let name = filter.task.map(|task| workspace.last_name(task)).transpose()?;
        Ok(HistoryPage::of(page, name.flatten()))
    })
}

/// Returns some of the rows that an entry changed.
#[tauri::command(async)]
#[specta::specta]
pub fn history_rows(
    app: AppHandle,
    filter: HistoryFilter,
    seq: u32,
    first: u32,
    count: u32,
) -> Answer<Vec<HistoryRow>> {
    state::of(&app).read(|workspace| {
        let count = count.min(MOST) as usize;
        let rows = workspace.history_rows(&filter.try_into()?, seq, first as usize, count)?;
        Ok(rows.into_iter().map(Into::into).collect())
    })
}

/// Returns whom and what the history can be filtered by.
#[tauri::command(async)]
#[specta::specta]
pub fn history_choices(app: AppHandle) -> Answer<HistoryChoices> {
    state::of(&app).read(|workspace| Ok(workspace.history_choices()?.into()))
}

/// Makes a task what it was right after an entry.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_task(app: AppHandle, id: String, seq: u32) -> Answer<Outcome> {
    let id = task_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.restore_task(id, seq))
}

/// Writes the part of the history that the filter shows where the user says.
#[tauri::command(async)]
#[specta::specta]
pub fn export_history(app: AppHandle, filter: HistoryFilter) -> Answer<Option<ExportedHistory>> {
    let filter = Filter::try_from(filter)?;
    let name = state::of(&app).read(|workspace| Ok(format!("{} history.csv", workspace.name())))?;
    let chosen = choose::to_save(&app, "Export the history", Kind::Values, &name);
    chosen
        .map(|path| {
            let job = Job::start(&app, "Writing the history");
            let cancel = app.state::<Cancel>();
            let progress = |done| job.progress(number(done), None);
            state::of(&app).read(|workspace| {
                Ok(workspace.export_history(&filter, &path, &progress, cancel.flag())?.into())
            })
        })
        .transpose()
}
