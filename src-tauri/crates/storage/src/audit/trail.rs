//! Looking through the trail, an entry at a time, with what each changed.

use std::ops::ControlFlow;

use memchr::memmem;
use rusqlite::{Row, params};

use super::AuditEntry;
use crate::recorded::{Columns, Rows};
use crate::{Error, Read, Result};

/// Which entries to look through. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Only entries with a higher number.
    pub after: Option<u32>,
    /// Only entries with a lower number.
    pub before: Option<u32>,
    /// Only this kind of change.
    pub op: Option<String>,
    /// Only changes in this name.
    pub actor: Option<String>,
    /// Only entries from this moment on, in milliseconds since 1970.
    pub from: Option<i64>,
    /// Only entries before this moment.
    pub until: Option<i64>,
}

/// An entry as it lies in the file. What it changed is read when it is asked for.
#[derive(Debug)]
pub struct StoredEntry<'a> {
    /// Who, when and what.
    pub entry: AuditEntry,
    row: &'a Row<'a>,
}

impl StoredEntry<'_> {
    /// Returns what the entry changed, row by row.
    pub fn rows<'a>(&'a self, columns: &'a Columns) -> Result<Rows<'a>> {
        Ok(Rows::new(self.payload()?, columns))
    }

    /// Returns how many bytes its recorded change has.
    pub fn bytes(&self) -> Result<usize> {
        Ok(self.payload()?.len())
    }

    /// Returns whether the recorded change holds these bytes anywhere: far cheaper than reading it.
    pub fn mentions(&self, needle: &memmem::Finder<'_>) -> Result<bool> {
        Ok(needle.find(self.payload()?).is_some())
    }

    fn payload(&self) -> Result<&[u8]> {
        let value = self.row.get_ref("payload")?;
        value.as_bytes().map_err(|error| Error::Unreadable(error.to_string()))
    }
}

impl Read<'_> {
    /// Looks through entries from the newest back until `visit` breaks off.
    pub fn look_back<E: From<Error>>(
        self,
        stretch: &Stretch,
        visit: impl FnMut(&StoredEntry<'_>) -> std::result::Result<ControlFlow<()>, E>,
    ) -> std::result::Result<(), E> {
        self.look_through(include_str!("select.sql"), stretch, visit)
    }

    /// Looks through the entries after one, from the oldest on.
    pub fn look_on<E: From<Error>>(
        self,
        after: u32,
        visit: impl FnMut(&StoredEntry<'_>) -> std::result::Result<ControlFlow<()>, E>,
    ) -> std::result::Result<(), E> {
        let sql = include_str!("select.sql").replace("DESC", "ASC");
        self.look_through(&sql, &Stretch { after: Some(after), ..Stretch::default() }, visit)
    }

    fn look_through<E: From<Error>>(
        self,
        sql: &str,
        stretch: &Stretch,
        mut visit: impl FnMut(&StoredEntry<'_>) -> std::result::Result<ControlFlow<()>, E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self.0.prepare_cached(sql).map_err(Error::from)?;
        let bounds = params![
            stretch.after.map_or(-1, i64::from),
            stretch.before.map_or(i64::MAX, i64::from),
            stretch.op,
            stretch.actor,
            stretch.from.unwrap_or(i64::MIN),
            stretch.until.unwrap_or(i64::MAX),
        ];
        let mut rows = statement.query(bounds).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let entry = AuditEntry::from_row(row).map_err(Error::from)?;
            if visit(&StoredEntry { entry, row })?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Returns in whose names changes were made, in the order of the alphabet.
    pub fn audit_actors(self) -> Result<Vec<String>> {
        self.distinct("SELECT DISTINCT actor FROM audit_entry ORDER BY actor COLLATE NOCASE")
    }

    /// Returns the kinds of change that the trail holds.
    pub fn audit_ops(self) -> Result<Vec<String>> {
        self.distinct("SELECT DISTINCT op FROM audit_entry ORDER BY op")
    }

    fn distinct(self, sql: &str) -> Result<Vec<String>> {
        let mut statement = self.0.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
