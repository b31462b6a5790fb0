//! Columns that the organisation adds.

use tauri::AppHandle;

use super::workspace::Answer;
use crate::state;
use crate::wire::column::{ColumnWish, CustomColumn};
use crate::wire::field::CustomKey;
use crate::wire::status::Outcome;

/// Returns the custom columns, the oldest first.
#[tauri::command(async)]
#[specta::specta]
pub fn custom_columns(app: AppHandle) -> Answer<Vec<CustomColumn>> {
    state::of(&app)
        .read(|workspace| Ok(workspace.custom_columns().iter().map(Into::into).collect()))
}

/// Adds a column, or changes the one that is named; what its cells hold is read again then.
#[tauri::command(async)]
#[specta::specta]
pub fn save_column(app: AppHandle, wish: ColumnWish) -> Answer<Outcome> {
    let choices = wish.tidy_choices();
    state::of(&app).change(&app, |workspace| match wish.key {
        Some(key) => workspace.change_column(key.id(), &wish.name, wish.kind.into(), choices),
        None => workspace.add_column(&wish.name, wish.kind.into(), choices),
    })
}

/// Deletes a column with what stands in it.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_column(app: AppHandle, key: CustomKey) -> Answer<Outcome> {
    state::of(&app).change(&app, |workspace| workspace.delete_column(key.id()))
}
