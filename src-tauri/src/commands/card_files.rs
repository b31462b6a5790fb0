//! Model cards as files: out and in.

use engine::cards::CardFormat;
use tauri::AppHandle;

use super::cards::card_id;
use super::workspace::Answer;
use crate::choose::{self, Kind};
use crate::state;
use crate::wire::card::export::{CardFormatKey, TakenCard};
use crate::wire::handed::FileAnswer;
use crate::wire::number;

/// Writes cards where the user says; `name` is offered instead of the usual one.
#[tauri::command(async)]
#[specta::specta]
pub fn export_cards(
    app: AppHandle,
    ids: Vec<String>,
    format: CardFormatKey,
    name: Option<String>,
) -> Answer<Option<FileAnswer>> {
    let ids = ids.iter().map(|id| card_id(id)).collect::<Result<Vec<_>, _>>()?;
    let format = CardFormat::from(format);
    let usual = state::of(&app).read(|workspace| {
        let title = match ids.as_slice() {
            [id] => workspace.card(*id)?.title().to_owned(),
            _ => format!("{} model cards", workspace.name()),
        };
        Ok(format.file_name(&title))
    })?;
    let name = choose::as_file_name(&name.unwrap_or(usual));
    let Some(path) = choose::to_save(&app, "Export model cards", kind(format), &name) else {
        return Ok(None);
    };
    state::of(&app).read(|workspace| match workspace.export_cards(&ids, format, &path) {
        Ok(path) => Ok(Some(FileAnswer::written(&path))),
        Err(engine::Error::TargetLocked(file)) => Ok(Some(FileAnswer::locked(&path, file))),
        Err(error) => Err(error.into()),
    })
}

/// Takes a card from a file that the user chooses.
#[tauri::command(async)]
#[specta::specta]
pub fn import_card(app: AppHandle) -> Answer<Option<TakenCard>> {
    let Some(file) = choose::to_open(&app, "Import a model card", Kind::Card) else {
        return Ok(None);
    };
    let mut taken = None;
    let outcome = state::of(&app).change(&app, |workspace| {
        let (outcome, card) = workspace.take_card(&file)?;
        taken = Some(card);
        Ok(outcome)
    })?;
    Ok(taken.map(|card| TakenCard {
        id: card.id.to_string(),
        filled: number(card.filled),
        kept: card.kept,
        outcome,
    }))
}

const fn kind(format: CardFormat) -> Kind {
    match format {
        CardFormat::Pdf(_) => Kind::Page,
        CardFormat::HuggingFace => Kind::Document,
        CardFormat::CycloneDx | CardFormat::ModelCardToolkit | CardFormat::Json => Kind::Json,
    }
}
