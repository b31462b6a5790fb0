//! Starting, and what is remembered.

use tauri::AppHandle;

use super::workspace::{Answer, opening_of};
use crate::state;
use crate::wire::settings::{Platform, Preferences, Recent, Start, recents};

/// Tells the page what it starts with, and opens the file that was handed over or open last.
#[tauri::command(async)]
#[specta::specta]
pub fn start(app: AppHandle) -> Answer<Start> {
    let handed = state::of(&app).take_handed();
    state::of(&app).desk(|desk| {
        let opened = match desk.workspace() {
            // The page was reloaded over an open workspace.
            Some(_) => Some(Ok(())),
            None => desk.start(handed.as_deref()),
        };
        Ok(Start {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            platform: Platform::current(),
            preferences: desk.settings().preferences.clone().into(),
            opening: opened.map(|opened| opening_of(desk, opened)).transpose()?,
            recents: recents(desk.settings()),
        })
    })
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
