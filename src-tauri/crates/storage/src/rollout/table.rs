//! The tables of the rollout as rows of plain values.
//!
//! A plan is one value, of which a person changes a little at a time. So it is turned into rows before and after,
//! and what differs is written: no verb names a table.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Row, ToSql, params_from_iter};

use crate::{Read, Result, Tx, row_hash};

/// A table: its name, its columns without the hash, and how many of them are its key.
#[derive(Debug)]
pub(super) struct Table {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub keys: usize,
}

/// Rows of every table, in the order in which they can be written, by the values of their keys in text.
#[derive(Debug, Default)]
pub(super) struct Rows(BTreeMap<(usize, Vec<String>), Kept>);

type Kept = (&'static Table, Vec<Value>);

impl Table {
    /// Reads every row in some order.
    pub fn read<T>(
        &self,
        read: Read<'_>,
        order: &str,
        from_row: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let columns = self.columns.join(", ");
        let sql = format!("SELECT {columns} FROM {} ORDER BY {order}", self.name);
        let mut statement = read.0.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(from_row(row)?);
        }
        Ok(all)
    }

    /// Writes a row over the one with its key, or adds it.
    pub fn put(&self, tx: Tx<'_>, values: &[Value]) -> Result<()> {
        let plain: Vec<&dyn ToSql> = values.iter().map(|value| value as &dyn ToSql).collect();
        let hash = row_hash::of(self.name, &plain)?;
        let places: Vec<String> = (1..=values.len() + 1).map(|at| format!("?{at}")).collect();
        let mut others = self.columns[self.keys..].to_vec();
        others.push("row_hash");
        let newer = others.iter().map(|column| format!("{column} = excluded.{column}"));
        let sql = format!(
            "INSERT INTO {} ({}, row_hash) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}",
            self.name,
            self.columns.join(", "),
            places.join(", "),
            self.columns[..self.keys].join(", "),
            newer.collect::<Vec<_>>().join(", ")
        );
        let hash = Value::Blob(hash);
        tx.0.prepare_cached(&sql)?.execute(params_from_iter(values.iter().chain([&hash])))?;
        Ok(())
    }

    fn delete(&self, tx: Tx<'_>, values: &[Value]) -> Result<()> {
        let keys = self.columns[..self.keys].iter().map(|column| format!("{column} = ?"));
        let keys = keys.collect::<Vec<_>>().join(" AND ");
        let sql = format!("DELETE FROM {} WHERE {keys}", self.name);
        tx.0.prepare_cached(&sql)?.execute(params_from_iter(&values[..self.keys]))?;
        Ok(())
    }
}

impl Rows {
    /// Adds a row. `level` is 0 for what nothing hangs on before it is written, and grows.
    pub fn add(&mut self, level: usize, table: &'static Table, values: Vec<Value>) {
        let keys = values[..table.keys].iter().map(|value| format!("{value:?}"));
        let key = std::iter::once(table.name.to_owned()).chain(keys).collect();
        self.0.insert((level, key), (table, values));
    }

    /// Writes what differs from the older rows: what is gone from the last level to the first, and then what is
    /// new or changed from the first to the last.
    pub fn write(&self, older: &Self, tx: Tx<'_>) -> Result<()> {
        for (key, (table, values)) in older.0.iter().rev() {
            if !self.0.contains_key(key) {
                table.delete(tx, values)?;
            }
        }
        for (key, (table, values)) in &self.0 {
            if older.0.get(key).is_none_or(|(_, older)| older != values) {
                table.put(tx, values)?;
            }
        }
        Ok(())
    }
}

/// Returns a text as a value.
pub(super) fn text(text: &(impl ToString + ?Sized)) -> Value {
    Value::Text(text.to_string())
}

/// Returns a text, or nothing, as a value.
pub(super) fn optional(text: Option<impl ToString>) -> Value {
    text.map_or(Value::Null, |text| Value::Text(text.to_string()))
}
