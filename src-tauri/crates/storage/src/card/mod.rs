//! Model cards: their drafts, the tasks they serve, their versions, and what people did about them.

mod answer;
mod event;
mod version;

use std::collections::HashMap;

use domain::TaskId;
use domain::card::{CardId, ModelCard};
use rusqlite::params;

use crate::task::task_id;
use crate::{Error, Read, Result, Tx, row_hash};

impl Read<'_> {
    /// Returns every card with its draft, the oldest first. The draft does not say how its tasks stand.
    pub fn model_cards(self) -> Result<Vec<ModelCard>> {
        let mut statement =
            self.0.prepare("SELECT id, made_at, last_known_good FROM model_card ORDER BY id")?;
        let mut rows = statement.query([])?;
        let mut cards = Vec::new();
        let mut tasks = self.card_tasks()?;
        let mut versions = self.card_versions()?;
        let mut events = self.card_events()?;
        while let Some(row) = rows.next()? {
            let id = card_id(row.get(0)?)?;
            cards.push(ModelCard {
                id,
                made_at: row.get(1)?,
                last_known_good: row.get(2)?,
                draft: self.card_content(id)?,
                tasks: tasks.remove(&id).unwrap_or_default(),
                versions: versions.remove(&id).unwrap_or_default(),
                events: events.remove(&id).unwrap_or_default(),
            });
        }
        Ok(cards)
    }

    fn card_tasks(self) -> Result<HashMap<CardId, Vec<TaskId>>> {
        let mut statement = self.0.prepare("SELECT card_id, task_id FROM card_task")?;
        let mut rows = statement.query([])?;
        let mut tasks: HashMap<CardId, Vec<TaskId>> = HashMap::new();
        while let Some(row) = rows.next()? {
            tasks.entry(card_id(row.get(0)?)?).or_default().push(task_id(row.get(1)?)?);
        }
        Ok(tasks)
    }
}

impl Tx<'_> {
    /// Writes a card's own record over the one with its id, or adds it. Its answers, tasks, versions and
    /// events are written one by one.
    pub fn put_card(self, card: &ModelCard) -> Result<()> {
        let id = card.id.to_string();
        let ModelCard { made_at, last_known_good, .. } = card;
        let hash = row_hash::of("model_card", &[&id, made_at, last_known_good])?;
        self.0
            .prepare_cached(
                "INSERT INTO model_card (id, made_at, last_known_good, row_hash)
                 VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET last_known_good = excluded.last_known_good,
                    row_hash = excluded.row_hash",
            )?
            .execute(params![id, made_at, last_known_good, hash])?;
        Ok(())
    }

    /// Removes a card with everything that belongs to it.
    pub fn delete_card(self, card: &ModelCard) -> Result<()> {
        let id = card.id.to_string();
        let versions = card.versions.iter().map(|version| version.id.to_string());
        for holder in versions.chain([id.clone()]) {
            self.0
                .prepare_cached("DELETE FROM card_answer WHERE holder_id = ?1")?
                .execute([holder])?;
        }
        for table in ["card_task", "card_version", "card_event"] {
            self.0.execute(&format!("DELETE FROM {table} WHERE card_id = ?1"), [&id])?;
        }
        self.0.execute("DELETE FROM model_card WHERE id = ?1", [&id])?;
        Ok(())
    }

    /// Says that a card serves a task.
    pub fn link_card(self, card: CardId, task: TaskId) -> Result<()> {
        let (card, task) = (card.to_string(), task.to_string());
        let hash = row_hash::of("card_task", &[&card, &task])?;
        self.0
            .prepare_cached(
                "INSERT INTO card_task (card_id, task_id, row_hash) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
            )?
            .execute(params![card, task, hash])?;
        Ok(())
    }

    /// Says that a card no longer serves a task.
    pub fn unlink_card(self, card: CardId, task: TaskId) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM card_task WHERE card_id = ?1 AND task_id = ?2")?
            .execute([card.to_string(), task.to_string()])?;
        Ok(())
    }
}

fn card_id(text: String) -> Result<CardId> {
    CardId::parse(&text).ok_or(Error::Unreadable(text))
}
