//! The refused texts in the cells of tasks.

use std::collections::{BTreeMap, HashMap};

use domain::{Field, Task, TaskId};
use rusqlite::params;

use super::task_id;
use crate::{Error, Read, Result, Tx, row_hash};

impl Read<'_> {
    pub(super) fn rejected_entries(self) -> Result<HashMap<TaskId, Vec<(Field, String)>>> {
        let sql = "SELECT task_id, field, text FROM rejected_entry";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut entries: HashMap<_, Vec<_>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let entry = (field(row.get(1)?)?, row.get(2)?);
            entries.entry(task_id(row.get(0)?)?).or_default().push(entry);
        }
        Ok(entries)
    }

    pub(super) fn rejected_entries_of(self, task: &str) -> Result<BTreeMap<Field, String>> {
        let sql = "SELECT field, text FROM rejected_entry WHERE task_id = ?1";
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query([task])?;
        let mut entries = BTreeMap::new();
        while let Some(row) = rows.next()? {
            entries.insert(field(row.get(0)?)?, row.get(1)?);
        }
        Ok(entries)
    }
}

impl Tx<'_> {
    /// Makes the refused texts of a task those that it has now.
    pub(super) fn write_rejected(self, task: &Task) -> Result<()> {
        let id = task.id.to_string();
        if task.rejected.is_empty() {
            let sql = "DELETE FROM rejected_entry WHERE task_id = ?1";
            self.0.prepare_cached(sql)?.execute([&id])?;
            return Ok(());
        }
        let sql = "SELECT field FROM rejected_entry WHERE task_id = ?1";
        let mut statement = self.0.prepare_cached(sql)?;
        let stored: Vec<String> =
            statement.query_map([&id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for key in stored {
            if !task.rejected.contains_key(&field(key.clone())?) {
                self.0
                    .prepare_cached("DELETE FROM rejected_entry WHERE task_id = ?1 AND field = ?2")?
                    .execute(params![id, key])?;
            }
        }
        for (field, text) in &task.rejected {
            let hash = row_hash::of("rejected_entry", &[&id, &field.key().as_ref(), text])?;
            self.0.prepare_cached(include_str!("upsert_rejected.sql"))?.execute(params![
                id,
                field.key().as_ref(),
                text,
                hash
            ])?;
        }
        Ok(())
    }
}

pub(super) fn field(key: String) -> Result<Field> {
    Field::from_key(&key).ok_or(Error::Unreadable(key))
}
