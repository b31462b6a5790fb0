//! Handing the worksheet over as a workbook.

use tauri::{AppHandle, Manager};

use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::jobs::{Cancel, Job};
use crate::state;
use crate::wire::import::Exported;
use crate::wire::number;

/// Writes the worksheet where the user says.
#[tauri::command(async)]
#[specta::specta]
pub fn export_worksheet(app: AppHandle) -> Answer<Option<Exported>> {
    let name = state::of(&app).read(|workspace| Ok(format!("{}.xlsx", workspace.name())))?;
    let chosen = choose::to_save(&app, "Export a workbook", Kind::Workbook, &name);
    chosen
        .map(|path| {
            let job = Job::start(&app, "Writing the workbook");
            let cancel = app.state::<Cancel>();
            state::of(&app).read(|workspace| {
                let total = number(workspace.sheet().len());
                let progress = |done| job.progress(number(done), Some(total));
                let version = env!("CARGO_PKG_VERSION");
                let exported =
                    workspace.export_worksheet(&path, version, &progress, cancel.flag())?;
                Ok(exported.into())
            })
        })
        .transpose()
}
