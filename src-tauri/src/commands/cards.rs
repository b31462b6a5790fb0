//! Model cards.

use engine::cards::Said;
use engine::domain::card::CardId;
use engine::{cards, domain::TaskId};
use tauri::AppHandle;

use super::cells::task_id;
use super::lanes::task_ids;
use super::workspace::Answer;
use crate::state;
use crate::wire::card::act::CardAct;
use crate::wire::card::detail::{CardDetail, CardDifference, ServedTask};
use crate::wire::card::form::CardForm;
use crate::wire::card::page::CardPage;
use crate::wire::card::{AnsweredItem, CardLine, CardSource};
use crate::wire::status::{Made, Outcome};

/// Returns what a card asks.
#[tauri::command]
#[specta::specta]
pub fn card_form() -> CardForm {
    CardForm::new()
}

/// Returns every card, the oldest first.
#[tauri::command(async)]
#[specta::specta]
pub fn cards(app: AppHandle) -> Answer<Vec<CardLine>> {
    state::of(&app).read(|workspace| Ok(workspace.cards()?.iter().map(CardLine::from).collect()))
}

/// Returns a card.
#[tauri::command(async)]
#[specta::specta]
pub fn card(app: AppHandle, id: String) -> Answer<CardDetail> {
    let id = card_id(&id)?;
    state::of(&app).read(|workspace| CardDetail::of(workspace, &workspace.card(id)?))
}

/// Returns the one page that explains a card, as it is now.
#[tauri::command(async)]
#[specta::specta]
pub fn card_page(app: AppHandle, id: String) -> Answer<CardPage> {
    let id = card_id(&id)?;
    state::of(&app).read(|workspace| Ok(workspace.card_page(id, Said::Now)?.into()))
}

/// Returns the cards that serve a task, the oldest first.
#[tauri::command(async)]
#[specta::specta]
pub fn cards_of_task(app: AppHandle, task: String) -> Answer<Vec<CardLine>> {
    let task = task_id(&task)?;
    state::of(&app).read(|workspace| {
        let cards = workspace.cards()?;
        let serving = cards.iter().filter(|card| card.kept.tasks.contains(&task));
        Ok(serving.map(CardLine::from).collect())
    })
}

/// Returns tasks whose names hold a text, for a card to serve, or for one that is yet to be made; at most 50.
#[tauri::command(async)]
#[specta::specta]
pub fn tasks_to_serve(app: AppHandle, id: Option<String>, text: String) -> Answer<Vec<ServedTask>> {
    let id = id.map(|text| card_id(&text)).transpose()?;
    state::of(&app).read(|workspace| {
        Ok(workspace.tasks_to_serve(id, &text)?.iter().map(ServedTask::from).collect())
    })
}

/// Makes a card.
#[tauri::command(async)]
#[specta::specta]
pub fn add_card(app: AppHandle, source: CardSource) -> Answer<Made> {
    let source = source.read()?;
    state::of(&app).make(&app, |workspace| workspace.add_card(&source))
}

/// Deletes a card with its versions.
#[tauri::command(async)]
#[specta::specta]
pub fn delete_card(app: AppHandle, id: String) -> Answer<Outcome> {
    let id = card_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.delete_card(id))
}

/// Puts an answer into a card.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_card(app: AppHandle, id: String, field: String, text: String) -> Answer<Outcome> {
    let id = card_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.answer_card(id, &field, &text))
}

/// Puts an answer into an item of a list, or into a new one where none is named.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_card_item(
    app: AppHandle,
    id: String,
    list: String,
    item: Option<String>,
    column: String,
    text: String,
) -> Answer<AnsweredItem> {
    let id = card_id(&id)?;
    let mut answered = String::new();
    let outcome = state::of(&app).change(&app, |workspace| {
        let (outcome, item) =
            workspace.answer_card_item(id, &list, item.as_deref(), &column, &text)?;
        answered = item;
        Ok(outcome)
    })?;
    Ok(AnsweredItem { item: answered, outcome })
}

/// Puts lines of text into a list of a card, each an item, its cells apart by tabs.
#[tauri::command(async)]
#[specta::specta]
pub fn paste_card_items(app: AppHandle, id: String, list: String, text: String) -> Answer<Outcome> {
    let id = card_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.paste_card_items(id, &list, &text))
}

/// Removes an item of a list.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_card_item(app: AppHandle, id: String, list: String, item: String) -> Answer<Outcome> {
    let id = card_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.remove_card_item(id, &list, &item))
}

/// Says that a card serves tasks.
#[tauri::command(async)]
#[specta::specta]
pub fn link_card(app: AppHandle, id: String, tasks: Vec<String>) -> Answer<Outcome> {
    let (id, tasks) = (card_id(&id)?, task_ids(&tasks)?);
    state::of(&app).change(&app, |workspace| workspace.link_card(id, &tasks))
}

/// Says that a card no longer serves a task.
#[tauri::command(async)]
#[specta::specta]
pub fn unlink_card(app: AppHandle, id: String, task: String) -> Answer<Outcome> {
    let (id, task): (_, TaskId) = (card_id(&id)?, task_id(&task)?);
    state::of(&app).change(&app, |workspace| workspace.unlink_card(id, task))
}

/// Marks the tasks of a card as needing pictures, sound or layout.
#[tauri::command(async)]
#[specta::specta]
pub fn mark_multimodal(app: AppHandle, id: String) -> Answer<Outcome> {
    let id = card_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.mark_multimodal(id))
}

/// Freezes what a card says now into a version.
#[tauri::command(async)]
#[specta::specta]
pub fn freeze_card(app: AppHandle, id: String, number: String, changes: String) -> Answer<Outcome> {
    let id = card_id(&id)?;
    state::of(&app).change(&app, |workspace| workspace.freeze_card(id, &number, &changes))
}

/// Returns what differs between two versions of a card; nothing stands for what it says now.
#[tauri::command(async)]
#[specta::specta]
pub fn compare_card(
    app: AppHandle,
    id: String,
    older: Option<String>,
    newer: Option<String>,
) -> Answer<Vec<CardDifference>> {
    let (id, older, newer) = (card_id(&id)?, said(older.as_deref())?, said(newer.as_deref())?);
    state::of(&app).read(|workspace| {
        let differences = workspace.compare_card(id, older, newer)?;
        Ok(differences.into_iter().map(CardDifference::from).collect())
    })
}

/// Makes a version's answers the draft again.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_card(app: AppHandle, id: String, version: String) -> Answer<Outcome> {
    let (id, version) = (card_id(&id)?, card_id(&version)?);
    state::of(&app).change(&app, |workspace| workspace.restore_card(id, version))
}

/// Marks a version as the one to go back to, or none.
#[tauri::command(async)]
#[specta::specta]
pub fn mark_last_known_good(
    app: AppHandle,
    id: String,
    version: Option<String>,
) -> Answer<Outcome> {
    let id = card_id(&id)?;
    let version = version.map(|text| card_id(&text)).transpose()?;
    state::of(&app).change(&app, |workspace| workspace.mark_last_known_good(id, version))
}

/// Does something about a card: asks for approval, gives it, takes it back.
#[tauri::command(async)]
#[specta::specta]
pub fn act_on_card(app: AppHandle, id: String, act: CardAct) -> Answer<Outcome> {
    let (id, act) = (card_id(&id)?, act.read()?);
    state::of(&app).change(&app, |workspace| workspace.act_on_card(id, act))
}

impl CardSource {
    fn read(self) -> Result<cards::CardSource, engine::Error> {
        Ok(match self {
            Self::Blank => cards::CardSource::Blank,
            Self::Task(id) => cards::CardSource::Task(task_id(&id)?),
            Self::Card(id) => cards::CardSource::Card(card_id(&id)?),
            Self::Preset(key) => cards::CardSource::Preset(key),
        })
    }
}

/// Reads the id of a card.
pub fn card_id(text: &str) -> Result<CardId, engine::Error> {
    CardId::parse(text).ok_or(engine::Error::NotFound)
}

fn said(version: Option<&str>) -> Result<Said, engine::Error> {
    version.map_or(Ok(Said::Now), |text| card_id(text).map(Said::In))
}
