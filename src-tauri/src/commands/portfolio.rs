//! The portfolio map: its bubbles, the tasks behind them, and its picture.

use engine::portfolio;
use tauri::AppHandle;

use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::state;
use crate::wire::file::SavedFile;
use crate::wire::portfolio::{Portfolio, PortfolioLacking, PortfolioQuery, PortfolioTasks};

/// The most tasks that one page of a list holds.
const MOST_ROWS: u32 = 1_000;

/// Returns what the map shows.
#[tauri::command(async)]
#[specta::specta]
pub fn portfolio(app: AppHandle) -> Answer<Portfolio> {
    state::of(&app).read(|workspace| Ok(workspace.portfolio().into()))
}

/// Lists tasks of the map.
#[tauri::command(async)]
#[specta::specta]
pub fn portfolio_tasks(app: AppHandle, query: PortfolioQuery) -> Answer<PortfolioTasks> {
    let query = PortfolioQuery { count: query.count.min(MOST_ROWS), ..query }.into();
    state::of(&app).read(|workspace| Ok(workspace.portfolio_tasks(&query).into()))
}

/// Lists tasks that have no place on the map.
#[tauri::command(async)]
#[specta::specta]
pub fn portfolio_lacking(app: AppHandle, first: u32, count: u32) -> Answer<PortfolioLacking> {
    let count = count.min(MOST_ROWS) as usize;
    state::of(&app).read(|workspace| Ok(workspace.portfolio_lacking(first as usize, count).into()))
}

/// Writes the picture that the page has drawn where the user says.
#[tauri::command(async)]
#[specta::specta]
pub fn save_portfolio_picture(app: AppHandle, svg: String) -> Answer<Option<SavedFile>> {
    let name =
        state::of(&app).read(|workspace| Ok(format!("{} portfolio.svg", workspace.name())))?;
    let chosen = choose::to_save(&app, "Save the map as a picture", Kind::Picture, &name);
    chosen.map(|path| Ok(SavedFile::at(&portfolio::save_picture(&path, &svg)?))).transpose()
}
