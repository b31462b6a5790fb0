//! Model cards: made, answered, frozen into versions, and approved.

mod answer;
mod approve;
mod document;
mod export;
mod make;
mod version;

use domain::card::{CardId, CardVersion, Content, ModelCard, Need, Standing, TASKS};
use domain::card::{needs, snapshot};
use domain::{Lane, TaskId};
use jiff::civil::Date;
use uuid::Uuid;

use crate::{Error, Result, Workspace};

use document::Document;

pub use approve::Act;
pub use export::{CardFormat, TakenCard};
pub use make::CardSource;
pub use version::Said;

/// How many tasks a search for one to serve returns.
const MOST_FOUND: usize = 50;

/// A card as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What is kept of it.
    pub kept: ModelCard,
    /// What it answers, with how its tasks stand.
    pub content: Content,
    /// The hash of that.
    pub hash: String,
    /// The tasks that it serves.
    pub tasks: Vec<ServedTask>,
    today: Date,
}

/// A task that a card serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServedTask {
    /// Which.
    pub id: TaskId,
    /// Its name, or the one that it had.
    pub name: String,
    /// The lane that counts for it; nothing while a score is blank.
    pub lane: Option<Lane>,
    /// Whether it is marked as needing pictures, sound or layout.
    pub is_multimodal: bool,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

impl Card {
    /// Returns its title, or what stands for one.
    pub fn title(&self) -> &str {
        let title = self.content.text("title");
        if title.is_empty() { "Card without a title" } else { title }
    }

    /// Returns where it stands.
    pub fn standing(&self) -> Standing<'_> {
        Standing::of(&self.kept.events, &self.hash, self.today)
    }

    /// Returns the lanes of its tasks, each once, the freest first.
    pub fn lanes(&self) -> Vec<Lane> {
        let mut lanes: Vec<Lane> = self.tasks.iter().filter_map(|task| task.lane).collect();
        lanes.sort_by(|one, other| other.cmp(one));
        lanes.dedup();
        lanes
    }

    /// Returns what it must answer in those lanes.
    pub fn needs(&self) -> Vec<Need> {
        needs(&self.content, &self.lanes())
    }

    /// Returns the newest version, if the card still says what that says.
    pub fn current_version(&self) -> Option<&CardVersion> {
        self.kept.versions.last().filter(|version| version.content_hash == self.hash)
    }
}

impl Workspace {
    /// Returns every card, the oldest first.
    pub fn cards(&self) -> Result<Vec<Card>> {
        let kept = self.database.read().model_cards()?;
        kept.into_iter().map(|kept| self.as_it_stands(kept)).collect()
    }

    /// Returns a card.
    pub fn card(&self, id: CardId) -> Result<Card> {
        let kept = self.database.read().model_cards()?;
        let kept = kept.into_iter().find(|card| card.id == id).ok_or(Error::NotFound)?;
        self.as_it_stands(kept)
    }

    /// Returns tasks whose names hold a text and that a card does not serve yet, in the order of the sheet; at
    /// most 50. A card that is yet to be made serves none.
    pub fn tasks_to_serve(&self, id: Option<CardId>, text: &str) -> Result<Vec<ServedTask>> {
        let served = match id {
            Some(id) => self.card(id)?.kept.tasks,
            None => Vec::new(),
        };
        let text = text.trim().to_lowercase();
        let tasks = self.sheet.tasks().filter(|task| !served.contains(&task.id));
        let found = tasks.filter(|task| task.name.to_lowercase().contains(&text)).take(MOST_FOUND);
        found.map(|task| self.served(task.id)).collect()
    }

    fn as_it_stands(&self, kept: ModelCard) -> Result<Card> {
        let ground = self.sheet.ground();
        let tasks = kept.tasks.iter().map(|id| self.served(*id)).collect::<Result<Vec<_>>>()?;
        let items = kept.tasks.iter().filter_map(|id| self.sheet.task(*id));
        let items = items.map(|task| snapshot(task, &ground.guardrails, ground.today)).collect();
        let mut content = kept.draft.clone();
        content.put_items(TASKS, items);
        let hash = content.hash();
        Ok(Card { kept, content, hash, tasks, today: ground.today })
    }

    pub(crate) fn served(&self, id: TaskId) -> Result<ServedTask> {
        let named = |name: &str| {
            if name.is_empty() { "Task without a name".to_owned() } else { name.to_owned() }
        };
        Ok(match self.sheet.task(id) {
            Some(task) => ServedTask {
                id,
                name: named(&task.name),
                lane: self.verdict(task).lane,
                is_multimodal: task.needs_multimodal_context,
                is_deleted: false,
            },
            None => ServedTask {
                id,
                name: named(&self.last_name(id)?.unwrap_or_default()),
                lane: None,
                is_multimodal: false,
                is_deleted: true,
            },
        })
    }
}

fn new_id() -> CardId {
    CardId::new(Uuid::now_v7())
}
