//! Starting, and what is remembered.

use tauri::AppHandle;

use super::workspace::Answer;
use crate::wire::settings::{Preferences, Recent, Start, recents};
use crate::{start, state};

/// Tells the page what it starts with, and opens the file that was handed over or open last.
#[tauri::command(async)]
#[specta::specta]
pub fn start(app: AppHandle) -> Answer<Start> {
    start::answer(&app)
}

/// Remembers other preferences.
#[tauri::command(async)]
#[specta::specta]
pub fn save_preferences(app: AppHandle, preferences: Preferences) -> Answer<Preferences> {
    state::of(&app).desk(|desk| {
        desk.prefer(preferences.into())?;
        Ok(desk.settings().preferences.clone().into())
    })
}

/// Takes a workspace off the list of recent ones.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_recent(app: AppHandle, recent_id: String) -> Answer<Vec<Recent>> {
    state::of(&app).desk(|desk| {
        desk.forget_recent(&recent_id)?;
        Ok(recents(desk.settings()))
    })
}
