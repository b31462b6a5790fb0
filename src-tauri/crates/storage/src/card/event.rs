//! What people did about cards. An event is added and never changed.

use std::collections::HashMap;

use domain::card::{CardEvent, CardId, EventKind};
use rusqlite::{Row, params};

use super::card_id;
use crate::{Error, Read, Result, Tx, row_hash};

impl Read<'_> {
    /// Returns what was done about every card, the oldest first.
    pub(super) fn card_events(self) -> Result<HashMap<CardId, Vec<CardEvent>>> {
        let mut statement = self.0.prepare(
            "SELECT card_id, kind, name, role, reason, conditions, until, at, version, content_hash
             FROM card_event ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        let mut events: HashMap<CardId, Vec<CardEvent>> = HashMap::new();
        while let Some(row) = rows.next()? {
            events.entry(card_id(row.get(0)?)?).or_default().push(from_row(row)?);
        }
        Ok(events)
    }
}

impl Tx<'_> {
    /// Adds something that was done about a card.
    pub fn add_card_event(self, id: CardId, card: CardId, event: &CardEvent) -> Result<()> {
        let (id, card) = (id.to_string(), card.to_string());
        let CardEvent { name, role, reason, conditions, at, version, content_hash, .. } = event;
        let (kind, until) = (event.kind.key(), event.until.map(|until| until.to_string()));
        let hash = row_hash::of(
            "card_event",
            &[&id, &card, &kind, name, role, reason, conditions, &until, at, version, content_hash],
        )?;
        self.0.prepare_cached(include_str!("insert_event.sql"))?.execute(params![
            id,
            card,
            kind,
            name,
            role,
            reason,
            conditions,
            until,
            at,
            version,
            content_hash,
            hash
        ])?;
        Ok(())
    }
}

fn from_row(row: &Row<'_>) -> Result<CardEvent> {
    let kind: String = row.get(1)?;
    let until: Option<String> = row.get(6)?;
    Ok(CardEvent {
        kind: EventKind::from_key(&kind).ok_or(Error::Unreadable(kind))?,
        name: row.get(2)?,
        role: row.get(3)?,
        reason: row.get(4)?,
        conditions: row.get(5)?,
        until: until.map(|text| text.parse().map_err(|_| Error::Unreadable(text))).transpose()?,
        at: row.get(7)?,
        version: row.get(8)?,
        content_hash: row.get(9)?,
    })
}
