//! Making, copying and deleting cards.

use domain::TaskId;
use domain::card::{CardId, Content, ModelCard, PRESETS, Place, TASKS};
use uuid::Uuid;

use super::new_id;
use crate::{Error, Op, Outcome, Result, Workspace};

/// What a new card starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardSource {
    /// Nothing.
    Blank,
    /// A task, which it then serves.
    Task(TaskId),
    /// The answers of another card.
    Card(CardId),
    /// A preset, by its key.
    Preset(String),
    /// Answers that were read from a file.
    Content(Content),
}

impl Workspace {
    /// Makes a card and returns which.
    pub fn add_card(&mut self, source: &CardSource) -> Result<(Outcome, CardId)> {
        let (draft, tasks) = self.start_of(source)?;
        let card = ModelCard {
            id: new_id(),
            made_at: (self.clock)().as_millisecond(),
            last_known_good: None,
            draft,
            tasks,
            versions: Vec::new(),
            events: Vec::new(),
        };
        let outcome = self.transact(Op::Card, |change| {
            let tx = change.tx();
            tx.put_card(&card)?;
            tx.put_card_content(card.id, &Content::default(), &card.draft)?;
            for task in &card.tasks {
                tx.link_card(card.id, *task)?;
            }
            let title = card.draft.text("title");
            Ok(match title {
                "" => "Made a model card".to_owned(),
                title => format!("Made the model card “{title}”"),
            })
        })?;
        Ok((outcome, card.id))
    }

    /// Deletes a card with its versions and what people did about it. Undo brings all back.
    pub fn delete_card(&mut self, id: CardId) -> Result<Outcome> {
        let card = self.card(id)?;
        self.transact(Op::Card, |change| {
            change.tx().delete_card(&card.kept)?;
            Ok(format!("Deleted the model card “{}”", card.title()))
        })
    }

    fn start_of(&self, source: &CardSource) -> Result<(Content, Vec<TaskId>)> {
        Ok(match source {
            CardSource::Blank => (Content::default(), Vec::new()),
            CardSource::Content(content) => {
                let mut draft = content.clone();
                // How tasks stood elsewhere says nothing about the tasks of this workspace.
                draft.put_items(TASKS, Vec::new());
                (draft, Vec::new())
            }
            CardSource::Preset(key) => {
                let preset = PRESETS.iter().find(|it| it.key == key).ok_or(Error::NotFound)?;
                (preset.content(new_item), Vec::new())
            }
            CardSource::Card(id) => {
                let card = self.card(*id)?;
                let mut draft = card.kept.draft.clone();
                draft.put(Place::Card, "title", format!("{} (copy)", card.title()));
                (draft, card.kept.tasks)
            }
            CardSource::Task(id) => {
                let task = self.sheet.task(*id).ok_or(Error::NotFound)?;
                let mut draft = Content::default();
                draft.put(Place::Card, "title", task.name.clone());
                draft.put(Place::Card, "intended_use", task.description.clone());
                draft.put(Place::Card, "channels", task.channels.join(", "));
                draft.put(Place::Item("owners", &new_item()), "name", task.owner.clone());
                if task.needs_multimodal_context {
                    draft.put(Place::Card, "multimodal", "yes".to_owned());
                }
                (draft, vec![*id])
            }
        })
    }
}

/// Returns a name for an item; items stand in the order in which they were named.
pub(super) fn new_item() -> String {
    Uuid::now_v7().to_string()
}
