//! A recorded change: SQLite's changeset, as bytes.
//!
//! Undo needs nothing else. It knows no table: whatever a later feature stores in a tracked table can
//! be undone, reported and audited on the day the table exists.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::session::{ConflictAction, Session, invert_strm};

use crate::recorded::{Change, Cursor, Value};
use crate::{Error, Result, schema};

/// The rows that a change touched, by table and by the first column of their key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes(BTreeMap<String, BTreeMap<String, Touch>>);

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// It is new.
    Inserted,
    /// It has other values, or a record that hangs on it has.
    Updated,
    /// It is gone.
    Deleted,
}

impl Changes {
    /// Returns the keys of the touched rows of a table.
    pub fn of(&self, table: &str) -> impl Iterator<Item = (&str, Touch)> {
        self.0.get(table).into_iter().flatten().map(|(key, touch)| (key.as_str(), *touch))
    }

    /// Returns whether no row was touched.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Starts to record what happens to the tracked tables.
pub(crate) fn record(connection: &Connection) -> Result<Session<'_>> {
    let mut session = Session::new(connection)?;
    for (table, _) in schema::TRACKED {
        session.attach(Some(table))?;
    }
    Ok(session)
}

/// Returns what a session recorded.
pub(crate) fn bytes(session: &mut Session<'_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    session.changeset_strm(&mut bytes)?;
    Ok(bytes)
}

/// Returns the change that takes this one back.
pub(crate) fn invert(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let mut inverse = Vec::new();
    invert_strm(&mut bytes, &mut inverse)?;
    Ok(inverse)
}

/// Makes a recorded change, all of it or nothing.
///
/// A row that is not as the change expects it means that something wrote past the record; the change
/// is refused, since half of it would be worse.
pub(crate) fn apply(connection: &Connection, mut bytes: &[u8]) -> Result<()> {
    connection
        .apply_strm(&mut bytes, None::<fn(&str) -> bool>, |_, _| {
            ConflictAction::SQLITE_CHANGESET_ABORT
        })
        .map_err(Error::from)
}

/// Reads which rows a recorded change touches.
pub(crate) fn touched(bytes: &[u8]) -> Result<Changes> {
    let mut changes = Changes::default();
    let mut cursor = Cursor::new(bytes);
    while let Some(change) = cursor.next() {
        let Change { table, touch, old, new } = change?;
        let stated = if touch == Touch::Inserted { new } else { old };
        let Some(Some(Value::Text(key))) = stated.first() else {
            return Err(Error::Unreadable(format!("a change of {} without a key", table.name)));
        };
        if !changes.0.contains_key(table.name) {
            changes.0.insert(table.name.to_owned(), BTreeMap::new());
        }
        if let Some(rows) = changes.0.get_mut(table.name) {
            rows.insert((*key).to_owned(), touch);
        }
    }
    Ok(changes)
}
