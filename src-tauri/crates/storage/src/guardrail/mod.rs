//! Guardrails that somebody made or changed.

use std::collections::BTreeMap;

use domain::guardrail::{Cap, Condition};
use domain::{Guardrail, Lane};
use rusqlite::{Row, params};

use crate::{Error, Read, Result, Tx, row_hash};

impl Read<'_> {
    /// Returns the guardrails that are kept here, in the order in which they were made.
    ///
    /// A shipped one that nobody has changed is not among them.
    pub fn guardrails(self) -> Result<Vec<Guardrail>> {
        let sql = "SELECT id, is_on, conditions, cap FROM guardrail ORDER BY id";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut guardrails = Vec::new();
        while let Some(row) = rows.next()? {
            guardrails.push(from_row(row)?);
        }
        Ok(guardrails)
    }

    /// Returns the guardrails that were kept here right after an entry of the trail, in the same order.
    pub fn guardrails_after(self, seq: u32) -> Result<Vec<Guardrail>> {
        let now = self.guardrails()?.into_iter().map(|it| (it.id.clone(), Some(it)));
        let mut was: BTreeMap<String, Option<Guardrail>> = now.collect();
        was.extend(self.rows_after(("guardrail", "id"), seq, from_row)?);
        Ok(was.into_values().flatten().collect())
    }
}

impl Tx<'_> {
    /// Writes a guardrail over the one with its id, or adds it.
    pub fn put_guardrail(self, guardrail: &Guardrail) -> Result<()> {
        let Guardrail { id, is_on, conditions, cap } = guardrail;
        let conditions: Vec<String> = conditions.iter().map(Condition::to_text).collect();
        let (conditions, cap) = (conditions.join("\n"), cap.lane().key());
        let hash = row_hash::of("guardrail", &[id, is_on, &conditions, &cap])?;
        self.0
            .prepare_cached(
                "INSERT INTO guardrail (id, is_on, conditions, cap, row_hash)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET is_on = excluded.is_on,
                    conditions = excluded.conditions, cap = excluded.cap,
                    row_hash = excluded.row_hash",
            )?
            .execute(params![id, is_on, conditions, cap, hash])?;
        Ok(())
    }

    /// Removes a guardrail; a shipped one is then again as it is shipped.
    pub fn delete_guardrail(self, id: &str) -> Result<()> {
        self.0.prepare_cached("DELETE FROM guardrail WHERE id = ?1")?.execute([id])?;
        Ok(())
    }
}

fn from_row(row: &Row<'_>) -> Result<Guardrail> {
    let text: String = row.get(2)?;
    let conditions: Option<Vec<Condition>> = text.lines().map(Condition::from_text).collect();
    let cap: String = row.get(3)?;
    Ok(Guardrail {
        id: row.get(0)?,
        is_on: row.get(1)?,
        conditions: conditions.ok_or(Error::Unreadable(text))?,
        cap: match Lane::from_key(&cap) {
            Some(Lane::Hybrid) => Cap::Hybrid,
            Some(Lane::HumanOnly) => Cap::HumanOnly,
            _ => return Err(Error::Unreadable(cap)),
        },
    })
}
