//! A content hash per row.
//!
//! SQLite's own check passes over most damage to user data, because a flipped bit inside a text is
//! still a text. The hash in the last column of every row notices it.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ToSql, types::ToSqlOutput};
use sha2::{Digest, Sha256};

use crate::{Result, schema};

/// The bytes of a row's hash that are kept.
const LENGTH: usize = 16;

/// Hashes the values of a row, without its hash column, in the order of its columns.
pub(crate) fn of(table: &str, values: &[&dyn ToSql]) -> Result<Vec<u8>> {
    let mut hash = RowHash::new(table);
    for value in values {
        match value.to_sql()? {
            ToSqlOutput::Borrowed(value) => hash.add(value),
            ToSqlOutput::Owned(value) => hash.add((&value).into()),
            _ => unreachable!("tracked tables hold plain values only"),
        }
    }
    Ok(hash.finish())
}

/// Counts the rows of all hashed tables, and those whose hash does not match.
pub(crate) fn verify(connection: &Connection) -> Result<Verified> {
    let mut verified = Verified::default();
    for table in schema::hashed(schema::version(connection)?) {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut hash = RowHash::new(table);
            for column in 0..columns - 1 {
                hash.add(row.get_ref(column)?);
            }
            verified.rows += 1;
            let stored = row.get_ref(columns - 1)?.as_bytes().unwrap_or_default();
            verified.damaged += u32::from(hash.finish() != stored);
        }
    }
    Ok(verified)
}

/// How many rows were compared with their hash, and how many differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verified {
    /// Rows compared.
    pub rows: u32,
    /// Rows whose content is not what was written.
    pub damaged: u32,
}

struct RowHash(Sha256);

impl RowHash {
    fn new(table: &str) -> Self {
        let mut hash = Self(Sha256::new());
        hash.add(ValueRef::Text(table.as_bytes()));
        hash
    }

    /// Adds a value with its type and length, so that no two rows read alike.
    fn add(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.part(0, &[]),
            ValueRef::Integer(number) => self.part(1, &number.to_le_bytes()),
            ValueRef::Real(number) => self.part(2, &number.to_le_bytes()),
            ValueRef::Text(bytes) => self.part(3, bytes),
            ValueRef::Blob(bytes) => self.part(4, bytes),
        }
    }

    fn part(&mut self, kind: u8, bytes: &[u8]) {
        self.0.update([kind]);
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn finish(self) -> Vec<u8> {
        self.0.finalize()[..LENGTH].to_vec()
    }
}
