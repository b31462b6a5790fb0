//! Model cards.

pub mod act;
pub mod detail;
pub mod export;
pub mod form;
pub mod page;

use engine::cards;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::LaneKey;
use super::number;
use act::{ApprovalKey, StatusKey};

/// A card in the list of cards.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardLine {
    pub id: String,
    pub title: String,
    pub summary: String,
    /// Who looks after it, as far as it says.
    pub owner: String,
    pub status: StatusKey,
    /// Whether the approval that was given last still counts.
    pub approval: Option<ApprovalKey>,
    /// The number of the newest version.
    pub version: Option<String>,
    /// Whether the card still says what its newest version says.
    pub is_frozen: bool,
    /// The lanes of its tasks, each once, the freest first.
    pub lanes: Vec<LaneKey>,
    pub tasks: Vec<String>,
    /// How many of its points are answered, of those that its lanes ask for.
    pub met: u32,
    pub needed: u32,
}

/// What a new card starts from.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
pub enum CardSource {
    Blank,
    Task(String),
    Card(String),
    Preset(String),
}

/// The item that an answer was put into, and what that did.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnsweredItem {
    pub item: String,
    pub outcome: super::status::Outcome,
}

impl From<&cards::Card> for CardLine {
    fn from(card: &cards::Card) -> Self {
        let needs = card.needs();
        let standing = card.standing();
        let owner = card.content.items("owners").first().map(|item| item.text("name"));
        Self {
            id: card.kept.id.to_string(),
            title: card.content.text("title").to_owned(),
            summary: card.content.text("summary").to_owned(),
            owner: owner.unwrap_or_default().to_owned(),
            status: standing.status.into(),
            approval: standing.approval.map(|(_, state)| state.into()),
            version: card.kept.versions.last().map(|version| version.number.clone()),
            is_frozen: card.current_version().is_some(),
            lanes: card.lanes().into_iter().map(Into::into).collect(),
            tasks: card.tasks.iter().map(|task| task.name.clone()).collect(),
            met: number(needs.iter().filter(|need| need.is_met).count()),
            needed: number(needs.len()),
        }
    }
}
