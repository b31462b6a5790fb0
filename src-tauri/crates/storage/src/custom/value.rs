//! What stands in custom columns.

use std::collections::{BTreeMap, HashMap};

use domain::{ColumnId, TaskId};
use rusqlite::params;

use super::column_id;
use crate::task::task_id;
use crate::{Read, Result, Tx, row_hash};

/// What stands in the custom columns of a task; blank cells are left out.
type Values = BTreeMap<ColumnId, String>;

impl Read<'_> {
    pub(crate) fn custom_values(self) -> Result<HashMap<TaskId, Values>> {
        let sql = "SELECT task_id, column_id, text FROM custom_value";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut values: HashMap<TaskId, Values> = HashMap::new();
        while let Some(row) = rows.next()? {
            let of_task = values.entry(task_id(row.get(0)?)?).or_default();
            of_task.insert(column_id(row.get(1)?)?, row.get(2)?);
        }
        Ok(values)
    }

    pub(crate) fn custom_values_of(self, task: &str) -> Result<Values> {
        let sql = "SELECT column_id, text FROM custom_value WHERE task_id = ?1";
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query([task])?;
        let mut values = Values::new();
        while let Some(row) = rows.next()? {
            values.insert(column_id(row.get(0)?)?, row.get(1)?);
        }
        Ok(values)
    }
}

impl Tx<'_> {
    /// Makes the values of a task those that it has now, where they differ from what they were.
    pub(crate) fn put_custom_values(self, task: &str, now: &Values, was: &Values) -> Result<()> {
        for column in was.keys().filter(|column| !now.contains_key(column)) {
            let sql = "DELETE FROM custom_value WHERE task_id = ?1 AND column_id = ?2";
            self.0.prepare_cached(sql)?.execute(params![task, column.to_string()])?;
        }
        for (column, text) in now.iter().filter(|(column, text)| was.get(column) != Some(text)) {
            let column = column.to_string();
            let hash = row_hash::of("custom_value", &[&task, &column, text])?;
            self.0
                .prepare_cached(
                    "INSERT INTO custom_value (task_id, column_id, text, row_hash)
                     VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (task_id, column_id) DO UPDATE SET text = excluded.text,
                        row_hash = excluded.row_hash",
                )?
                .execute(params![task, column, text, hash])?;
        }
        Ok(())
    }
}
