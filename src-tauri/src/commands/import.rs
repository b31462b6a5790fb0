//! Looking at a table, and taking it over.

use std::path::Path;

use engine::Workspace;
use engine::import::{Import, RememberedColumns};
use engine::spreadsheet::{Limits, Progress, ReadAs, Workbook, read_in_child_as};
use tauri::{AppHandle, Manager};

use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::error::{CommandError, ErrorKind};
use crate::jobs::{Cancel, Job};
use crate::role::reader_command;
use crate::state::{self, State, no_workspace};
use crate::wire::import::{ImportAdjustment, ImportPreview};
use crate::wire::import_choice::{ImportChoice, ImportFilter, ImportRule};
use crate::wire::import_question::ImportAnswer;
use crate::wire::import_row::ImportRow;
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
    look_at(&state::of(&app), |workspace, memory| Import::of_text(&text, workspace, memory))
}

/// Looks at another sheet, header row or use of the columns.
#[tauri::command(async)]
#[specta::specta]
pub fn import_adjust(app: AppHandle, adjustment: ImportAdjustment) -> Answer<ImportPreview> {
    change(&state::of(&app), |import, workspace| {
        let uses = adjustment.uses();
        import.adjust(adjustment.sheet as usize, adjustment.header_row, uses, workspace);
    })
}

/// Takes an answer about a column.
#[tauri::command(async)]
#[specta::specta]
pub fn import_answer(app: AppHandle, column: u32, answer: ImportAnswer) -> Answer<ImportPreview> {
    change(&state::of(&app), |import, workspace| {
        import.answer(column, answer.into(), workspace);
    })
}

/// Writes over a cell of the table; the file stays as it is.
#[tauri::command(async)]
#[specta::specta]
pub fn import_mend(app: AppHandle, row: u32, column: u32, text: String) -> Answer<ImportPreview> {
    change(&state::of(&app), |import, workspace| {
        import.mend(row.saturating_sub(1), column, &text, workspace);
    })
}

/// Chooses what happens to all rows that conflict.
#[tauri::command(async)]
#[specta::specta]
pub fn import_rule(app: AppHandle, rule: ImportRule) -> Answer<ImportPreview> {
    change(&state::of(&app), |import, _| import.rule(rule.into()))
}

/// Chooses what happens to one row; nothing leaves it to the rule.
#[tauri::command(async)]
#[specta::specta]
pub fn import_choose(
    app: AppHandle,
    row: u32,
    choice: Option<ImportChoice>,
) -> Answer<ImportPreview> {
    change(&state::of(&app), |import, _| import.choose_row(row, choice.map(Into::into)))
}

/// Returns some rows as the tasks they would be.
#[tauri::command(async)]
#[specta::specta]
pub fn import_rows(
    app: AppHandle,
    first: u32,
    count: u32,
    filter: ImportFilter,
) -> Answer<Vec<ImportRow>> {
    let state = state::of(&app);
    state.read(|workspace| {
        state.importing(|import| {
            import.renew(workspace)?;
            let fields = import.fields();
            let (first, count) = (first as usize, count.min(MOST_ROWS) as usize);
            if filter == ImportFilter::Missing {
                let missing = import.missing().iter().skip(first).take(count);
                let tasks = missing.filter_map(|id| workspace.sheet().task(*id));
                return Ok(tasks.map(|it| ImportRow::missing(it, &fields, workspace)).collect());
            }
            let rows = import.plan().into_iter().flat_map(|plan| &plan.rows);
            let rows = rows.filter(|row| filter.shows(row, import));
            let window = rows.skip(first).take(count);
            Ok(window.map(|row| ImportRow::of(row, &fields, import, workspace)).collect())
        })
    })
}

/// Writes the problems where the user says, and returns the name of the file.
#[tauri::command(async)]
#[specta::specta]
pub fn import_problems(app: AppHandle) -> Answer<Option<String>> {
    let chosen = choose::to_save(&app, "Save the problems", Kind::Values, "Problems.csv");
    chosen
        .map(|path| {
            let path = state::of(&app).importing(|import| Ok(import.export_problems(&path)?))?;
            Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        })
        .transpose()
}

/// Takes the import over, as one step.
#[tauri::command(async)]
#[specta::specta]
pub fn import_accept(app: AppHandle) -> Answer<Outcome> {
    let state = state::of(&app);
    let mut import = state.take_import()?;
    let renewed = state.read(|workspace| Ok(import.renew(workspace)?));
    let accepted = renewed.and_then(|()| state.change(&app, |workspace| workspace.import(&import)));
    if accepted.is_err() {
        // The user can mend the reason and accept again.
        state.put_import(import);
    } else if let Some(columns) = import.remembered() {
        // The import stands, whether or not its columns can be remembered.
        let _ = state.desk(|desk| Ok(desk.remember_columns(columns)?));
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
    let workbook = read_workbook(app, path, read_as)?;
    state::of(app).put_import_file(path);
    look_at(&state::of(app), |workspace, memory| Import::new(workbook, workspace, memory))
}

/// Reads a file in the child reader, as a job that can be stopped.
pub fn read_workbook(app: &AppHandle, path: &Path, read_as: &ReadAs) -> Answer<Workbook> {
    let cancel = app.state::<Cancel>();
    let job = Job::start(app, "Reading the file");
    let progress = |progress: Progress| {
        let done = u32::from(progress.thousandths);
        job.progress(done, (done > 0).then_some(1_000));
    };
    let (command, limits) = (reader_command()?, Limits::default());
    read_in_child_as(read_as, command, path, &limits, &progress, cancel.flag()).map_err(|error| {
        let kind = if cancel.flag().load(std::sync::atomic::Ordering::Relaxed) {
            ErrorKind::Cancelled
        } else {
            ErrorKind::Unreadable
        };
        CommandError::new(kind, error.to_string())
    })
}

fn look_at(
    state: &State,
    look: impl FnOnce(&Workspace, &[RememberedColumns]) -> engine::Result<Import>,
) -> Answer<ImportPreview> {
    let import = state.desk(|desk| {
        let workspace = desk.workspace().ok_or_else(no_workspace)?;
        Ok(look(workspace, &desk.settings().columns)?)
    })?;
    let preview = ImportPreview::from(&import);
    state.put_import(import);
    Ok(preview)
}

fn change(state: &State, change: impl FnOnce(&mut Import, &Workspace)) -> Answer<ImportPreview> {
    state.read(|workspace| {
        state.importing(|import| {
            change(import, workspace);
            Ok(ImportPreview::from(&*import))
        })
    })
}
