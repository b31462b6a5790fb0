//! Looking at a table, and taking it over.

use std::path::Path;

use engine::import::Import;
use engine::spreadsheet::{Limits, Progress, ReadAs, read_in_child_as};
use tauri::{AppHandle, Manager};

use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::error::{CommandError, ErrorKind};
use crate::jobs::{Cancel, Job};
use crate::role::reader_command;
use crate::state::{self, State};
use crate::wire::import::{ImportAdjustment, ImportPreview, ImportRow};
use crate::wire::import_text::ImportTextChoice;
use crate::wire::status::Outcome;

/// The most rows that one window of a preview holds.
const MOST_ROWS: u32 = 500;

/// Reads a file that the user chooses.
#[tauri::command(async)]
#[specta::specta]
pub fn import_file(app: AppHandle) -> Answer<Option<ImportPreview>> {
    let chosen = choose::to_open(&app, "Import a spreadsheet", Kind::Spreadsheet);
    chosen.map(|path| read(&app, &path, &ReadAs::default())).transpose()
}

/// Reads a file that was dropped on the window.
#[tauri::command(async)]
#[specta::specta]
pub fn import_dropped(app: AppHandle, drop_id: String) -> Answer<ImportPreview> {
    let path = state::of(&app).dropped(&drop_id)?;
    read(&app, &path, &ReadAs::default())
}

/// Reads the same text file in another encoding, or cut at another sign.
#[tauri::command(async)]
#[specta::specta]
pub fn import_reread(app: AppHandle, text: ImportTextChoice) -> Answer<ImportPreview> {
    let path = state::of(&app).import_file()?;
    read(&app, &path, &text.into())
}

/// Reads a pasted table.
#[tauri::command(async)]
#[specta::specta]
pub fn import_text(app: AppHandle, text: String) -> Answer<ImportPreview> {
    Ok(look_at(&state::of(&app), Import::of_text(&text)))
}

/// Looks at another sheet, header row or mapping.
#[tauri::command(async)]
#[specta::specta]
pub fn import_adjust(app: AppHandle, adjustment: ImportAdjustment) -> Answer<ImportPreview> {
    state::of(&app).importing(|import| {
        let fields = adjustment.chosen();
        import.adjust(adjustment.sheet as usize, adjustment.header_row, fields.as_ref());
        Ok(ImportPreview::from(&*import))
    })
}

/// Returns some rows as the tasks they would be.
#[tauri::command(async)]
#[specta::specta]
pub fn import_rows(
    app: AppHandle,
    first: u32,
    count: u32,
    only_problems: bool,
) -> Answer<Vec<ImportRow>> {
    let state = state::of(&app);
    state.read(|workspace| {
        state.importing(|import| {
            let rows =
                import.drafts().iter().filter(|row| !only_problems || !row.issues.is_empty());
            let window = rows.skip(first as usize).take(count.min(MOST_ROWS) as usize);
            Ok(window.map(|draft| ImportRow::of(draft, workspace)).collect())
        })
    })
}

/// Takes the import over, as one step.
#[tauri::command(async)]
#[specta::specta]
pub fn import_accept(app: AppHandle) -> Answer<Outcome> {
    let import = state::of(&app).take_import()?;
    let accepted = state::of(&app).change(&app, |workspace| workspace.import(&import));
    if accepted.is_err() {
        // The user can mend the reason and accept again.
        state::of(&app).put_import(import);
    }
    accepted
}

/// Puts the import away. Nothing of it was written.
#[tauri::command(async)]
#[specta::specta]
pub fn import_cancel(app: AppHandle) -> Answer<()> {
    app.state::<Cancel>().ask();
    // There may be none: the user can cancel while the file is still being read.
    let _ = state::of(&app).take_import();
    Ok(())
}

/// Asks the running job to stop.
#[tauri::command(async)]
#[specta::specta]
pub fn cancel_job(app: AppHandle) -> Answer<()> {
    app.state::<Cancel>().ask();
    Ok(())
}

fn read(app: &AppHandle, path: &Path, read_as: &ReadAs) -> Answer<ImportPreview> {
    let cancel = app.state::<Cancel>();
    let job = Job::start(app, "Reading the file");
    let progress = |progress: Progress| {
        let done = u32::from(progress.thousandths);
        job.progress(done, (done > 0).then_some(1_000));
    };
    let (command, limits) = (reader_command()?, Limits::default());
    let workbook = read_in_child_as(read_as, command, path, &limits, &progress, cancel.flag())
        .map_err(|error| {
            let kind = if cancel.flag().load(std::sync::atomic::Ordering::Relaxed) {
                ErrorKind::Cancelled
            } else {
                ErrorKind::Unreadable
            };
            CommandError::new(kind, error.to_string())
        })?;
    state::of(app).put_import_file(path);
    Ok(look_at(&state::of(app), Import::new(workbook)))
}

fn look_at(state: &State, import: Import) -> ImportPreview {
    let preview = ImportPreview::from(&import);
    state.put_import(import);
    preview
}
