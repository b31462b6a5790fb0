//! Rows as they were once: today's, with every later change taken back in memory.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use rusqlite::types::Value as Owned;
use rusqlite::{Row, params_from_iter};

use crate::audit::Stretch;
use crate::recorded::{RowChange, Value};
use crate::{Error, Read, Result, Touch};

/// A row by the names of its columns.
pub(crate) type NamedRow = BTreeMap<String, Owned>;

impl Read<'_> {
    /// Returns the rows of a table that were touched after an entry, each as it was right after it; nothing
    /// for one that did not exist then. `key` is the column that names a row.
    pub(crate) fn rows_after<T>(
        self,
        (table, key): (&str, &str),
        seq: u32,
        from_row: fn(&Row<'_>) -> Result<T>,
    ) -> Result<BTreeMap<String, Option<T>>> {
        let columns = self.columns()?;
        let mut touched: BTreeMap<String, Option<NamedRow>> = BTreeMap::new();
        let later = Stretch { after: Some(seq), ..Stretch::default() };
        self.look_back::<Error>(&later, |stored| {
            for change in stored.rows(&columns)? {
                let change = change?;
                let Some(name) = change.key().filter(|_| change.table == table) else { continue };
                let row = match touched.remove(name) {
                    Some(row) => row,
                    None => self.named_rows(table, key, name)?.pop(),
                };
                touched.insert(name.to_owned(), taken_back(row, &change));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let was = |(name, row): (String, Option<NamedRow>)| {
            let row = row.map(|row| self.read_back(&row, columns.of_table(table), from_row));
            Ok((name, row.transpose()?))
        };
        touched.into_iter().map(was).collect()
    }

    /// Returns the rows of a table as they are, where a column holds a key.
    pub(crate) fn named_rows(
        self,
        table: &str,
        key_column: &str,
        key: &str,
    ) -> Result<Vec<NamedRow>> {
        let sql = format!("SELECT * FROM {table} WHERE {key_column} = ?1");
        let mut statement = self.0.prepare_cached(&sql)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let rows = statement.query_map([key], |row| {
            let value = |(place, name): (usize, &String)| Ok((name.clone(), row.get(place)?));
            names.iter().enumerate().map(value).collect()
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Reads a row that is in no table as if it were in one: by having SQLite select its values.
    pub(crate) fn read_back<T>(
        self,
        row: &NamedRow,
        columns: &[String],
        from_row: fn(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
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
pub(crate) fn taken_back(row: Option<NamedRow>, change: &RowChange<'_>) -> Option<NamedRow> {
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
