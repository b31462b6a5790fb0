//! Handing the worksheet over: as a workbook, a blank template, or plain values.

use engine::export::{Export, Target};
use tauri::{AppHandle, Manager};

use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::jobs::{Cancel, Job};
use crate::state;
use crate::wire::export::{ExportAnswer, ExportChoice, ExportFormat};
use crate::wire::number;

/// Writes the worksheet where the user says; `name` is offered instead of the usual one.
#[tauri::command(async)]
#[specta::specta]
pub fn export_worksheet(
    app: AppHandle,
    choice: ExportChoice,
    name: Option<String>,
) -> Answer<Option<ExportAnswer>> {
    let kind = kind(choice.format);
    let export = Export::from(choice);
    let usual = state::of(&app).read(|workspace| Ok(export.file_name(&workspace.name())))?;
    let name = name.unwrap_or(usual);
    let Some(path) = choose::to_save(&app, "Export the worksheet", kind, &name) else {
        return Ok(None);
    };
    write(&app, &export, Target::at(&path)).map(Some)
}

/// Writes the worksheet over the file that a mark beside it kept from being written over.
#[tauri::command(async)]
#[specta::specta]
pub fn export_despite_mark(app: AppHandle, choice: ExportChoice) -> Answer<ExportAnswer> {
    let path = state::of(&app).take_marked()?;
    write(&app, &choice.into(), Target::despite_marks(&path))
}

fn write(app: &AppHandle, export: &Export, target: Target<'_>) -> Answer<ExportAnswer> {
    let job = Job::start(app, "Writing the file");
    let cancel = app.state::<Cancel>();
    let state = state::of(app);
    state.desk(|desk| {
        let total = desk.workspace().map(|workspace| number(workspace.sheet().task_count()));
        let progress = |done| job.progress(number(done), total);
        match desk.export(export, target, env!("CARGO_PKG_VERSION"), &progress, cancel.flag()) {
            Ok(exported) => Ok(exported.into()),
            Err(engine::Error::TargetLocked(file)) => {
                Ok(ExportAnswer::locked(target.path(), file, None))
            }
            Err(engine::Error::TargetMarked(file, mark)) => {
                state.put_marked(target.path());
                Ok(ExportAnswer::locked(target.path(), file, Some(&mark)))
            }
            Err(error) => Err(error.into()),
        }
    })
}

const fn kind(format: ExportFormat) -> Kind {
    match format {
        ExportFormat::Workbook | ExportFormat::Template => Kind::Workbook,
        ExportFormat::Csv => Kind::Values,
        ExportFormat::Tsv => Kind::Tabs,
        ExportFormat::Markdown => Kind::Markdown,
    }
}
