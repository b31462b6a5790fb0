//! Choosing files in the system's dialogs. The page never names a path.

use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// A kind of file, with the name and the endings that a dialog shows.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Workspace,
    Spreadsheet,
    Workbook,
    Values,
    Tabs,
    Markdown,
    Picture,
    Page,
    Document,
    Calendar,
    Json,
    Card,
}

impl Kind {
    const fn filter(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Workspace => ("Trilane workspace", &["trilane"]),
            Self::Spreadsheet => (
                "Spreadsheet",
                &["xlsx", "xlsm", "xlsb", "xls", "ods", "fods", "sxc", "csv", "tsv", "txt"],
            ),
            Self::Workbook => ("Excel workbook", &["xlsx"]),
            Self::Values => ("Comma-separated values", &["csv"]),
            Self::Tabs => ("Tab-separated values", &["tsv"]),
            Self::Markdown => ("Markdown table", &["md"]),
            Self::Picture => ("SVG picture", &["svg"]),
            Self::Page => ("PDF", &["pdf"]),
            Self::Document => ("Markdown", &["md"]),
            Self::Calendar => ("Calendar", &["ics"]),
            Self::Json => ("JSON", &["json"]),
            Self::Card => ("Model card", &["json", "md"]),
        }
    }
}

/// Asks for a file to open. Must not be called on the main thread.
pub fn to_open(app: &AppHandle, title: &str, kind: Kind) -> Option<PathBuf> {
    #[cfg(feature = "journey")]
    if let Some(path) = journey::next() {
        return Some(path);
    }
    let (name, endings) = kind.filter();
    let dialog = app.dialog().file().set_title(title).add_filter(name, endings);
    dialog.blocking_pick_file()?.into_path().ok()
}

/// Asks where to write a file. Must not be called on the main thread.
pub fn to_save(app: &AppHandle, title: &str, kind: Kind, name: &str) -> Option<PathBuf> {
    #[cfg(feature = "journey")]
    if let Some(path) = journey::next() {
        return Some(path);
    }
    let (filter, endings) = kind.filter();
    let dialog =
        app.dialog().file().set_title(title).add_filter(filter, endings).set_file_name(name);
    dialog.blocking_save_file()?.into_path().ok()
}

/// Returns a name without what file systems do not take in one.
pub fn as_file_name(name: &str) -> String {
    name.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], "-")
}

/// A journey cannot drive the system's dialog, so it writes the choice into a file beforehand.
#[cfg(feature = "journey")]
mod journey {
    use std::path::PathBuf;

    pub fn next() -> Option<PathBuf> {
        let file = PathBuf::from(std::env::var_os("TRILANE_PICK")?);
        let path = std::fs::read_to_string(&file).ok()?;
        std::fs::remove_file(&file).ok()?;
        Some(PathBuf::from(path.trim_end()))
    }
}
