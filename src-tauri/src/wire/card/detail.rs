//! One card, with everything that its editor shows.

use engine::domain::card::{self, Difference, Place, fingerprint};
use engine::{Workspace, cards};
use serde::Serialize;
use specta::Type;

use super::act::{ActKey, ApprovalKey, CardEvent, StatusKey};

use crate::error::CommandError;
use crate::wire::field::LaneKey;
use crate::wire::moment;

/// A card.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardDetail {
    pub id: String,
    pub answers: Vec<CardAnswer>,
    pub tasks: Vec<ServedTask>,
    /// What its lanes ask for, in the order of the form.
    pub needs: Vec<CardNeed>,
    pub status: StatusKey,
    /// Whether the approval that was given last still counts.
    pub approval: Option<ApprovalKey>,
    /// What can be done next.
    pub next: Vec<ActKey>,
    /// What was done, the oldest first.
    pub events: Vec<CardEvent>,
    /// Its versions, the oldest first.
    pub versions: Vec<CardVersion>,
    /// Whether the card still says what its newest version says.
    pub is_frozen: bool,
    /// The number that the next version would have.
    pub next_version: String,
    /// The SHA-256 of what it says now.
    pub content_hash: String,
    /// The SHA-256 of its prompt, where it has one.
    pub prompt_hash: Option<String>,
    /// Whether it needs more than text while one of its tasks is not marked so.
    pub offers_multimodal: bool,
}

/// An answer, and where it stands.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardAnswer {
    /// The list and the item that it stands in; nothing for one in the card itself.
    pub list: Option<String>,
    pub item: Option<String>,
    pub field: String,
    pub text: String,
}

/// A task that the card serves.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ServedTask {
    pub id: String,
    pub name: String,
    pub lane: Option<LaneKey>,
    pub is_deleted: bool,
}

/// Something that the card must answer.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardNeed {
    pub section: &'static str,
    pub field: &'static str,
    pub rule: &'static str,
    pub is_met: bool,
}

/// A version of the card.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardVersion {
    pub id: String,
    pub number: String,
    pub changes: String,
    pub made_by: String,
    /// In ISO 8601, UTC.
    pub made_at: String,
    pub content_hash: String,
    pub is_last_known_good: bool,
}

/// A field that two versions answer differently.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardDifference {
    pub field: &'static str,
    /// In words: the field, or list, item and column.
    pub label: String,
    pub old: String,
    pub new: String,
}

impl CardDetail {
    /// Returns a card as its editor shows it.
    pub fn of(workspace: &Workspace, card: &cards::Card) -> Result<Self, CommandError> {
        let standing = card.standing();
        let prompt = card.content.text("prompt");
        let is_unmarked = |task: &cards::ServedTask| !task.is_deleted && !task.is_multimodal;
        Ok(Self {
            id: card.kept.id.to_string(),
            answers: card.content.answers().map(CardAnswer::from).collect(),
            tasks: card.tasks.iter().map(ServedTask::from).collect(),
            needs: card.needs().iter().map(CardNeed::from).collect(),
            status: standing.status.into(),
            approval: standing.approval.map(|(_, state)| state.into()),
            next: standing.status.next().iter().map(|&kind| kind.into()).collect(),
            events: card.kept.events.iter().map(CardEvent::from).collect(),
            versions: card.kept.versions.iter().map(|it| CardVersion::of(&card.kept, it)).collect(),
            is_frozen: card.current_version().is_some(),
            next_version: workspace.next_version(card.kept.id)?.to_string(),
            content_hash: card.hash.clone(),
            prompt_hash: (!prompt.is_empty()).then(|| fingerprint(prompt)),
            offers_multimodal: card.content.text("multimodal") == "yes"
                && card.tasks.iter().any(is_unmarked),
        })
    }
}

impl CardVersion {
    fn of(card: &card::ModelCard, version: &card::CardVersion) -> Self {
        let id = version.id.to_string();
        Self {
            is_last_known_good: card.last_known_good.as_ref() == Some(&id),
            id,
            number: version.number.clone(),
            changes: version.changes.clone(),
            made_by: version.made_by.clone(),
            made_at: moment(version.made_at),
            content_hash: version.content_hash.clone(),
        }
    }
}

impl From<card::Answer<'_>> for CardAnswer {
    fn from(answer: card::Answer<'_>) -> Self {
        let (list, item) = match answer.place {
            Place::Card => (None, None),
            Place::Item(list, item) => (Some(list.to_owned()), Some(item.to_owned())),
        };
        Self { list, item, field: answer.field.key.to_owned(), text: answer.text.to_owned() }
    }
}

impl From<&cards::ServedTask> for ServedTask {
    fn from(task: &cards::ServedTask) -> Self {
        Self {
            id: task.id.to_string(),
            name: task.name.clone(),
            lane: task.lane.map(Into::into),
            is_deleted: task.is_deleted,
        }
    }
}

impl From<&card::Need> for CardNeed {
    fn from(need: &card::Need) -> Self {
        let card::Need { section, field, rule, is_met } = *need;
        Self { section: section.key, field: field.key, rule, is_met }
    }
}

impl From<Difference> for CardDifference {
    fn from(difference: Difference) -> Self {
        let Difference { field, within, old, new } = difference;
        let (label, asked) = match &within {
            Some((item, column)) => (format!("{}: {item}, {}", field.label, column.label), *column),
            None => (field.label.to_owned(), field),
        };
        let [old, new] = [old, new].map(|text| asked.words(&text).to_owned());
        Self { field: field.key, label, old, new }
    }
}
