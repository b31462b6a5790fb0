//! Cells: looking, typing, clearing, filling, copying and pasting.

use engine::domain::{Dimension, Field, TaskId};
use tauri::AppHandle;
use tauri::ipc::{InvokeBody, Request};
use tauri_plugin_clipboard_manager::ClipboardExt;

use super::workspace::Answer;
use crate::error::{CommandError, ErrorKind};
use crate::state;
use crate::wire::field::{CellKey, FieldKey};
use crate::wire::matrix::{
    CellRange, DimensionRubric, FieldText, PasteTarget, RowWindow, TaskDetail, Wording,
};
use crate::wire::number;
use crate::wire::replace::{Matches, Replacement};
use crate::wire::status::Outcome;

/// The most rows that one window holds.
const MOST_ROWS: u32 = 1_000;

/// Returns some rows of the worksheet.
#[tauri::command(async)]
#[specta::specta]
pub fn rows(app: AppHandle, first: u32, count: u32) -> Answer<RowWindow> {
    state::of(&app).read(|workspace| Ok(RowWindow::of(workspace, first, count.min(MOST_ROWS))))
}

/// Returns everything about one task.
#[tauri::command(async)]
#[specta::specta]
pub fn task(app: AppHandle, id: String) -> Answer<TaskDetail> {
    state::of(&app).read(|workspace| {
        let id = task_id(&id)?;
        let entry = workspace.sheet().entry(id).ok_or(engine::Error::NotFound)?;
        let mut older = Vec::new();
        for dimension in Dimension::ALL {
            if let Some(text) = workspace.older_words(entry.task, dimension)? {
                older.push(FieldText { field: Field::Score(dimension).into(), text });
            }
        }
        Ok(TaskDetail::of(workspace, &entry, older))
    })
}

/// Returns what the dimensions ask and what their levels mean.
#[tauri::command(async)]
#[specta::specta]
pub fn rubric(app: AppHandle) -> Answer<Vec<DimensionRubric>> {
    state::of(&app).read(|workspace| Ok(workspace.rubrics().iter().map(Into::into).collect()))
}

/// Words a dimension in another way.
#[tauri::command(async)]
#[specta::specta]
pub fn reword(app: AppHandle, wording: Wording) -> Answer<Outcome> {
    let rubric = wording.read()?;
    state::of(&app).change(&app, |workspace| workspace.reword(&rubric))
}

/// Words a dimension again as Trilane brings it.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_wording(app: AppHandle, field: FieldKey) -> Answer<Outcome> {
    let Field::Score(dimension) = field.into() else {
        return Err(engine::Error::NotFound.into());
    };
    state::of(&app).change(&app, |workspace| workspace.restore_wording(dimension))
}

/// Puts what was typed into a cell.
#[tauri::command(async)]
#[specta::specta]
pub fn set_cell(app: AppHandle, id: String, field: CellKey, text: String) -> Answer<Outcome> {
    let id = task_id(&id)?;
    state::of(&app).change(&app, move |workspace| workspace.set_cell(id, field.into(), &text))
}

/// Throws a refused text away.
#[tauri::command(async)]
#[specta::specta]
pub fn discard_rejected(app: AppHandle, id: String, field: CellKey) -> Answer<Outcome> {
    let id = task_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.discard_rejected(id, field.into()))
}

/// Empties cells.
#[tauri::command(async)]
#[specta::specta]
pub fn clear_cells(app: AppHandle, range: CellRange) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.clear_cells(&range.into()))
}

/// Puts one text into many cells.
#[tauri::command(async)]
#[specta::specta]
pub fn fill_cells(app: AppHandle, range: CellRange, text: String) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.fill_cells(&range.into(), &text))
}

/// Copies rows of cells down.
#[tauri::command(async)]
#[specta::specta]
pub fn fill_down(app: AppHandle, source: CellRange, last_row: u32) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.fill_down(&source.into(), last_row as usize))
}

/// Counts the shown cells that hold a text.
#[tauri::command(async)]
#[specta::specta]
pub fn find_text(app: AppHandle, wanted: Replacement) -> Answer<Matches> {
    state::of(&app).read(|workspace| Ok(workspace.find_text(&wanted.into()).into()))
}

/// Replaces a text in the shown tasks.
#[tauri::command(async)]
#[specta::specta]
pub fn replace_text(app: AppHandle, wanted: Replacement) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.replace_text(&wanted.into()))
}

/// Pastes a block of text.
///
/// A large paste is megabytes, which would take twenty times as long as JSON: the text comes as the
/// raw body, and where it goes as a header.
#[tauri::command(async)]
pub fn paste_cells(app: AppHandle, request: Request<'_>) -> Answer<Outcome> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(not_a_paste()) };
    let header = request.headers().get("x-target").ok_or_else(not_a_paste)?;
    let target: PasteTarget =
        serde_json::from_slice(header.as_bytes()).map_err(|_| not_a_paste())?;
    let text = String::from_utf8_lossy(bytes);
    state::of(&app).change(&app, |workspace| workspace.paste_text(&target.into(), &text))
}

/// Puts cells on the system's clipboard, as text and as a table, and returns how many.
#[tauri::command(async)]
#[specta::specta]
pub fn copy_cells(app: AppHandle, range: CellRange) -> Answer<u32> {
    let copied = state::of(&app).read(|workspace| Ok(workspace.copy(&range.into())?))?;
    app.clipboard()
        .write_html(copied.html, Some(copied.text))
        .map_err(|error| clipboard_error(&error))?;
    Ok(number(copied.cells))
}

/// Returns the text on the system's clipboard.
#[tauri::command(async)]
#[specta::specta]
pub fn clipboard_text(app: AppHandle) -> Answer<String> {
    app.clipboard().read_text().map_err(|error| clipboard_error(&error))
}

/// Reads the id of a task.
pub fn task_id(text: &str) -> Result<TaskId, engine::Error> {
    TaskId::parse(text).ok_or(engine::Error::NotFound)
}

fn not_a_paste() -> CommandError {
    CommandError::new(ErrorKind::Internal, "The paste did not arrive whole. Nothing was changed.")
}

fn clipboard_error(error: &tauri_plugin_clipboard_manager::Error) -> CommandError {
    CommandError::new(ErrorKind::Unreadable, format!("The clipboard did not answer: {error}."))
}
