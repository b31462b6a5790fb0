//! The versions of cards. A version is added and never changed.

use std::collections::HashMap;

use domain::card::{CardId, CardVersion};
use rusqlite::params;

use super::card_id;
use crate::{Read, Result, Tx, row_hash};

impl Read<'_> {
    /// Returns the versions of every card, the oldest first.
    pub(super) fn card_versions(self) -> Result<HashMap<CardId, Vec<CardVersion>>> {
        let mut statement = self.0.prepare(
            "SELECT card_id, id, number, changes, made_by, made_at, content_hash
             FROM card_version ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        let mut versions: HashMap<CardId, Vec<CardVersion>> = HashMap::new();
        while let Some(row) = rows.next()? {
            versions.entry(card_id(row.get(0)?)?).or_default().push(CardVersion {
                id: card_id(row.get(1)?)?,
                number: row.get(2)?,
                changes: row.get(3)?,
                made_by: row.get(4)?,
                made_at: row.get(5)?,
                content_hash: row.get(6)?,
            });
        }
        Ok(versions)
    }
}

impl Tx<'_> {
    /// Adds a version of a card; its answers are written apart, with the version as their holder.
    pub fn add_card_version(self, card: CardId, version: &CardVersion) -> Result<()> {
        let (id, card) = (version.id.to_string(), card.to_string());
        let CardVersion { number, changes, made_by, made_at, content_hash, .. } = version;
        let hash = row_hash::of(
            "card_version",
            &[&id, &card, number, changes, made_by, made_at, content_hash],
        )?;
        self.0
            .prepare_cached(
                "INSERT INTO card_version
                    (id, card_id, number, changes, made_by, made_at, content_hash, row_hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![id, card, number, changes, made_by, made_at, content_hash, hash])?;
        Ok(())
    }
}
