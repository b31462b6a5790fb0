//! Plans as files.

use engine::rollout::PlanFormat;
use tauri::AppHandle;

use super::rollout::plan_id;
use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::state;
use crate::wire::handed::FileAnswer;
use crate::wire::rollout::export::PlanFormatKey;

/// Writes a plan where the user says; `name` is offered instead of the usual one.
#[tauri::command(async)]
#[specta::specta]
pub fn export_plan(
    app: AppHandle,
    id: String,
    format: PlanFormatKey,
    name: Option<String>,
) -> Answer<Option<FileAnswer>> {
    let (id, format) = (plan_id(&id)?, PlanFormat::from(format));
    let usual =
        state::of(&app).read(|workspace| Ok(format.file_name(&workspace.plan(id)?.kept.name)))?;
    let name = choose::as_file_name(&name.unwrap_or(usual));
    let Some(path) = choose::to_save(&app, "Export the plan", kind(format), &name) else {
        return Ok(None);
    };
    state::of(&app).read(|workspace| match workspace.export_plan(id, format, &path) {
        Ok(path) => Ok(Some(FileAnswer::written(&path))),
        Err(engine::Error::TargetLocked(file)) => Ok(Some(FileAnswer::locked(&path, file))),
        Err(error) => Err(error.into()),
    })
}

const fn kind(format: PlanFormat) -> Kind {
    match format {
        PlanFormat::Calendar => Kind::Calendar,
        PlanFormat::TimelinePdf(_) | PlanFormat::People(_) => Kind::Page,
        PlanFormat::TimelineSvg => Kind::Picture,
        PlanFormat::Markdown => Kind::Document,
    }
}
