//! The answers of cards and of their versions.

use domain::card::{Answer, CardId, Content, Place};
use rusqlite::params;

use crate::{Read, Result, Tx, row_hash};

impl Read<'_> {
    /// Returns what a card or a version answers.
    pub fn card_content(self, holder: CardId) -> Result<Content> {
        let mut statement = self.0.prepare_cached(
            "SELECT list, item, field, text FROM card_answer WHERE holder_id = ?1",
        )?;
        let mut rows = statement.query([holder.to_string()])?;
        let mut content = Content::default();
        while let Some(row) = rows.next()? {
            let (list, item): (String, String) = (row.get(0)?, row.get(1)?);
            let field: String = row.get(2)?;
            content.put(place(&list, &item), &field, row.get(3)?);
        }
        Ok(content)
    }
}

impl Tx<'_> {
    /// Writes one answer of a card or a version; an empty one is removed.
    pub fn put_card_answer(
        self,
        holder: CardId,
        place: Place<'_>,
        field: &str,
        text: &str,
    ) -> Result<()> {
        let holder = holder.to_string();
        let (list, item) = match place {
            Place::Card => ("", ""),
            Place::Item(list, item) => (list, item),
        };
        if text.is_empty() {
            self.0
                .prepare_cached(
                    "DELETE FROM card_answer
                     WHERE holder_id = ?1 AND list = ?2 AND item = ?3 AND field = ?4",
                )?
                .execute(params![holder, list, item, field])?;
            return Ok(());
        }
        let hash = row_hash::of("card_answer", &[&holder, &list, &item, &field, &text])?;
        self.0
            .prepare_cached(
                "INSERT INTO card_answer (holder_id, list, item, field, text, row_hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (holder_id, list, item, field) DO UPDATE SET text = excluded.text,
                    row_hash = excluded.row_hash",
            )?
            .execute(params![holder, list, item, field, text, hash])?;
        Ok(())
    }

    /// Makes the answers of a card or a version these, and writes only what differs from the older ones.
    pub fn put_card_content(self, holder: CardId, older: &Content, newer: &Content) -> Result<()> {
        for Answer { place, field, text } in older.answers() {
            if newer.answer(place, field.key).is_empty() && !text.is_empty() {
                self.put_card_answer(holder, place, field.key, "")?;
            }
        }
        for Answer { place, field, text } in newer.answers() {
            if older.answer(place, field.key) != text {
                self.put_card_answer(holder, place, field.key, text)?;
            }
        }
        Ok(())
    }
}

const fn place<'a>(list: &'a str, item: &'a str) -> Place<'a> {
    if list.is_empty() { Place::Card } else { Place::Item(list, item) }
}
