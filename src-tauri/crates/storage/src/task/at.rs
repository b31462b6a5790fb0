//! A task as it was once: today's rows, with every later change taken back in memory.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use domain::TaskId;
use memchr::memmem::Finder;
use rusqlite::params_from_iter;
use rusqlite::types::Value as Owned;

use super::{PlacedTask, field, from_row};
use crate::audit::Stretch;
use crate::recorded::{RowChange, Value};
use crate::{Error, Read, Result, Touch};

/// A row by the names of its columns.
type NamedRow = BTreeMap<String, Owned>;

impl Read<'_> {
    /// Returns a task as it was right after an entry, or nothing where it did not exist then.
    ///
    /// It holds what the task's own row and its refused texts held. What other tables say of the task
    /// is left blank.
    pub fn task_after(self, id: TaskId, seq: u32) -> Result<Option<PlacedTask>> {
        let key = id.to_string();
        let columns = self.columns()?;
        let needle = Finder::new(key.as_bytes());
        let mut task = self.named_rows("SELECT * FROM task WHERE id = ?1", &key)?.pop();
        let sql = "SELECT * FROM rejected_entry WHERE task_id = ?1";
        let mut rejected: BTreeMap<String, NamedRow> = BTreeMap::new();
        for row in self.named_rows(sql, &key)? {
            rejected.insert(text_of(row.get("field"))?, row);
        }
        let later = Stretch { after: Some(seq), ..Stretch::default() };
        self.look_back::<Error>(&later, |stored| {
            if !stored.mentions(&needle)? {
                return Ok(ControlFlow::Continue(()));
            }
            for change in stored.rows(&columns)? {
                let change = change?;
                if change.key() != Some(&key) {
                    continue;
                }
                match change.table {
                    "task" => task = taken_back(task.take(), &change),
                    "rejected_entry" => {
                        let named = change.column("field").and_then(|it| it.old.or(it.new));
                        let Some(Value::Text(field)) = named else { continue };
                        let before = taken_back(rejected.remove(field), &change);
                        rejected.extend(before.map(|row| (field.to_owned(), row)));
                    }
                    _ => {}
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let Some(row) = task else { return Ok(None) };
        let mut placed = self.read_back(&row, columns.of_table("task"))?;
        for (key, row) in rejected {
            placed.task.rejected.insert(field(key)?, text_of(row.get("text"))?);
        }
        Ok(Some(placed))
    }

    fn named_rows(self, sql: &str, key: &str) -> Result<Vec<NamedRow>> {
        let mut statement = self.0.prepare_cached(sql)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let rows = statement.query_map([key], |row| {
            let value = |(place, name): (usize, &String)| Ok((name.clone(), row.get(place)?));
            names.iter().enumerate().map(value).collect()
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Reads a row that is in no table as if it were in one: by having SQLite select its values.
    fn read_back(self, row: &NamedRow, columns: &[String]) -> Result<PlacedTask> {
        let missing = |name: &String| Error::Unreadable(format!("{name} was not recorded"));
        let values = columns
            .iter()
            .filter(|name| *name != "row_hash")
            .map(|name| row.get(name).cloned().ok_or_else(|| missing(name)))
            .collect::<Result<Vec<Owned>>>()?;
        let sql = format!("VALUES ({})", vec!["?"; values.len()].join(", "));
        let mut statement = self.0.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        from_row(rows.next()?.ok_or(Error::NotFound)?)
    }
}

/// Returns a row as it was before a change.
fn taken_back(row: Option<NamedRow>, change: &RowChange<'_>) -> Option<NamedRow> {
    if change.touch == Touch::Inserted {
        return None;
    }
    let mut row = row.unwrap_or_default();
    for column in &change.columns {
        if let Some(old) = column.old {
            row.insert(column.name.clone().into_owned(), owned(old));
        }
    }
    Some(row)
}

fn owned(value: Value<'_>) -> Owned {
    match value {
        Value::Null => Owned::Null,
        Value::Integer(number) => Owned::Integer(number),
        Value::Real(number) => Owned::Real(number),
        Value::Text(text) => Owned::Text(text.to_owned()),
        Value::Blob(bytes) => Owned::Blob(bytes.to_owned()),
    }
}

fn text_of(value: Option<&Owned>) -> Result<String> {
    match value {
        Some(Owned::Text(text)) => Ok(text.clone()),
        _ => Err(Error::Unreadable("a refused entry without a text".to_owned())),
    }
}
