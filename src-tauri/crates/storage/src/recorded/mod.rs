//! What an audit entry changed: its recorded bytes as rows and columns with old and new values.
//!
//! It knows no table. Names of columns come from the schema, so a table that a later format adds is
//! read on the day it exists.

mod format;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::{Error, Read, Result, Touch};
pub use format::Value;
pub(crate) use format::{Change, Cursor};

/// The names of the columns of every table, in their order.
#[derive(Debug, Clone, Default)]
pub struct Columns(BTreeMap<String, Vec<String>>);

/// What a change did to one row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange<'a> {
    /// The table.
    pub table: &'a str,
    /// What happened to the row.
    pub touch: Touch,
    /// The columns that the change states: those of the key, and those that differ.
    pub columns: Vec<ColumnChange<'a>>,
}

/// A column of a changed row. A value that equals its old one is stated for keys only.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnChange<'a> {
    /// Its name, or its place where the table had another shape when the change was made.
    pub name: Cow<'a, str>,
    /// Whether it belongs to the key.
    pub is_key: bool,
    /// The value before; nothing where the row is new or the change does not state it.
    pub old: Option<Value<'a>>,
    /// The value after; nothing where the row is gone or the change does not state it.
    pub new: Option<Value<'a>>,
}

impl<'a> RowChange<'a> {
    /// Returns the first column of the key, which for the rows of a task is the task's id.
    pub fn key(&self) -> Option<&'a str> {
        let first = self.columns.first()?;
        match first.old.or(first.new) {
            Some(Value::Text(key)) => Some(key),
            _ => None,
        }
    }

    /// Returns a column by its name, where the change states it.
    pub fn column(&self, name: &str) -> Option<&ColumnChange<'a>> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// The rows of a recorded change, one after the other.
#[derive(Debug, Clone)]
pub struct Rows<'a> {
    cursor: Cursor<'a>,
    columns: &'a Columns,
}

impl<'a> Rows<'a> {
    /// Starts to read a recorded change.
    pub(crate) const fn new(bytes: &'a [u8], columns: &'a Columns) -> Self {
        Self { cursor: Cursor::new(bytes), columns }
    }

    /// Returns where each row begins, by table and within a table by key, so that rows whose keys were
    /// given in order come in that order. SQLite records them in none.
    pub fn in_order(mut self) -> Result<Vec<RowStart<'a>>> {
        let mut tables: Vec<&str> = Vec::new();
        let mut starts = Vec::new();
        loop {
            let start = self.clone();
            let Some(change) = self.cursor.next().transpose()? else { break };
            let name = change.table.name;
            let table = tables.iter().position(|known| *known == name).unwrap_or_else(|| {
                tables.push(name);
                tables.len() - 1
            });
            let key = match change
                .old
                .first()
                .copied()
                .flatten()
                .or_else(|| change.new.first().copied().flatten())
            {
                Some(Value::Text(key)) => key,
                _ => "",
            };
            starts.push((table, key, RowStart(start)));
        }
        starts.sort_by_key(|(table, key, _)| (*table, *key));
        Ok(starts.into_iter().map(|(_, _, start)| start).collect())
    }
}

/// Where a row begins in a recorded change.
#[derive(Debug, Clone)]
pub struct RowStart<'a>(Rows<'a>);

impl<'a> RowStart<'a> {
    /// Reads the row.
    pub fn read(&self) -> Result<RowChange<'a>> {
        self.0.clone().next().unwrap_or(Err(Error::NotFound))
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Result<RowChange<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let change = match self.cursor.next()? {
            Ok(change) => change,
            Err(error) => return Some(Err(error)),
        };
        let keys = change.table.keys;
        let names = self.columns.0.get(change.table.name).filter(|it| it.len() == keys.len());
        let name = |place: usize| match names {
            Some(names) => Cow::Borrowed(names[place].as_str()),
            None => Cow::Owned(format!("column {}", place + 1)),
        };
        let columns = change.old.into_iter().zip(change.new).enumerate();
        let columns = columns
            .filter(|(_, (old, new))| old.is_some() || new.is_some())
            .map(|(place, (old, new))| ColumnChange {
                name: name(place),
                is_key: keys[place] != 0,
                old,
                new,
            })
            .collect();
        Some(Ok(RowChange { table: change.table.name, touch: change.touch, columns }))
    }
}

impl Columns {
    fn of(connection: &Connection) -> Result<Self> {
        let sql = "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c \
                   WHERE t.type = 'table' ORDER BY t.name, c.cid";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut columns = BTreeMap::<String, Vec<String>>::new();
        while let Some(row) = rows.next()? {
            columns.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(Self(columns))
    }

    /// Returns the columns of a table in their order; none where there is no such table.
    pub(crate) fn of_table(&self, table: &str) -> &[String] {
        self.0.get(table).map_or(&[], Vec::as_slice)
    }
}

impl Read<'_> {
    /// Returns the names of the columns of every table.
    pub fn columns(self) -> Result<Columns> {
        Columns::of(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(sql: &str) -> (Connection, Vec<u8>) {
        let connection = Connection::open_in_memory().expect("it opens");
        let table = "CREATE TABLE note (a TEXT, b TEXT, text, PRIMARY KEY (b, a))";
        connection.execute_batch(table).expect("it is made");
        let mut session = rusqlite::session::Session::new(&connection).expect("it starts");
        session.attach(None::<&str>).expect("it follows");
        connection.execute_batch(sql).expect("it is written");
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes).expect("it is recorded");
        drop(session);
        (connection, bytes)
    }

    fn rows(bytes: &[u8], columns: &Columns) -> Result<Vec<String>> {
        let rows = Rows::new(bytes, columns);
        rows.map(|row| {
            let row = row?;
            let told = row.columns.iter().map(|it| format!("{}={:?}", it.name, it.new));
            Ok(format!("{} {:?} {}", row.table, row.touch, told.collect::<Vec<_>>().join(" ")))
        })
        .collect()
    }

    #[test]
    fn a_table_that_nobody_foresaw_is_read_by_its_own_names() {
        let (connection, bytes) =
            recorded("INSERT INTO note VALUES ('x', 'y', 7), ('p', 'q', x'00ff');");
        let columns = Columns::of(&connection).expect("the schema is read");
        let mut told = rows(&bytes, &columns).expect("it is whole");
        told.sort();
        assert_eq!(
            told,
            [
                "note Inserted a=Some(Text(\"p\")) b=Some(Text(\"q\")) text=Some(Blob([0, 255]))",
                "note Inserted a=Some(Text(\"x\")) b=Some(Text(\"y\")) text=Some(Integer(7))",
            ]
        );
        let told = rows(&bytes, &Columns::default()).expect("it is whole");
        assert!(told[0].contains("column 1="), "{told:?}");
    }

    #[test]
    fn bytes_that_are_cut_off_anywhere_are_refused_and_end_there() {
        let (_, bytes) = recorded("INSERT INTO note VALUES ('x', 'y', 'some text');");
        let columns = Columns::default();
        assert_eq!(rows(&bytes, &columns).map(|rows| rows.len()).ok(), Some(1));
        for length in 1..bytes.len() {
            let mut rows = Rows::new(&bytes[..length], &columns);
            let whole = rows.next().is_none_or(|row| row.is_ok());
            // Right after the name of the table there is nothing to miss.
            assert!(!whole || rows.next().is_none(), "{length}");
            assert!(rows.next().is_none(), "{length}");
        }
    }
}
