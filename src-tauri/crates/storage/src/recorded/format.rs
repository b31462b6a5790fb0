//! SQLite's changeset format, read in place.
//!
//! The session extension reads it too, but value by value through calls that cost more than the value.
//! A history looks through thousands of entries, so it reads the bytes, whose format is documented and
//! stable. They are never written here.

use crate::{Error, Result, Touch};

/// A value of a row, as SQLite keeps it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Real(f64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

/// A change of one row: for each column the value before and after, where the change states them.
#[derive(Debug)]
pub(crate) struct Change<'a> {
    pub(crate) table: Table<'a>,
    pub(crate) touch: Touch,
    pub(crate) old: Vec<Option<Value<'a>>>,
    pub(crate) new: Vec<Option<Value<'a>>>,
}

/// The table that the changes after its mark are of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'a> {
    pub(crate) name: &'a str,
    /// A byte a column, not zero where it belongs to the key.
    pub(crate) keys: &'a [u8],
}

/// The bytes that are still to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'a> {
    rest: &'a [u8],
    table: Option<Table<'a>>,
}

const TABLE: u8 = b'T';
const DELETE: u8 = 9;
const INSERT: u8 = 18;
const UPDATE: u8 = 23;

impl<'a> Cursor<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, table: None }
    }

    /// Returns the next change; after an error there is none.
    pub(crate) fn next(&mut self) -> Option<Result<Change<'a>>> {
        while self.rest.first() == Some(&TABLE) {
            if let Err(error) = self.table() {
                return Some(Err(self.stop(error)));
            }
        }
        if self.rest.is_empty() {
            return None;
        }
        let change = self.change();
        Some(change.map_err(|error| self.stop(error)))
    }

    fn stop(&mut self, error: Error) -> Error {
        self.rest = &[];
        error
    }

    fn table(&mut self) -> Result<()> {
        self.take(1)?;
        let columns = self.varint()?;
        let keys = self.take(columns)?;
        let length = self.rest.iter().position(|&byte| byte == 0).ok_or_else(cut)?;
        let name = text(self.take(length)?)?;
        self.take(1)?;
        self.table = Some(Table { name, keys });
        Ok(())
    }

    fn change(&mut self) -> Result<Change<'a>> {
        let table = self.table.ok_or_else(cut)?;
        let touch = match self.take(2)?[0] {
            INSERT => Touch::Inserted,
            UPDATE => Touch::Updated,
            DELETE => Touch::Deleted,
            other => return Err(Error::Unreadable(format!("a change of kind {other}"))),
        };
        let nothing = || vec![None; table.keys.len()];
        let old = if touch == Touch::Inserted { nothing() } else { self.record(table)? };
        let new = if touch == Touch::Deleted { nothing() } else { self.record(table)? };
        Ok(Change { table, touch, old, new })
    }

    fn record(&mut self, table: Table<'_>) -> Result<Vec<Option<Value<'a>>>> {
        (0..table.keys.len()).map(|_| self.value()).collect()
    }

    fn value(&mut self) -> Result<Option<Value<'a>>> {
        Ok(Some(match self.take(1)?[0] {
            0 => return Ok(None),
            1 => Value::Integer(i64::from_be_bytes(self.eight()?)),
            2 => Value::Real(f64::from_be_bytes(self.eight()?)),
            kind @ (3 | 4) => {
                let length = self.varint()?;
                let bytes = self.take(length)?;
                if kind == 3 { Value::Text(text(bytes)?) } else { Value::Blob(bytes) }
            }
            5 => Value::Null,
            other => return Err(Error::Unreadable(format!("a value of type {other}"))),
        }))
    }

    fn eight(&mut self) -> Result<[u8; 8]> {
        self.take(8)?.try_into().map_err(|_| cut())
    }

    /// Reads a number of seven bits a byte; only a ninth byte would have eight, which no length needs.
    fn varint(&mut self) -> Result<usize> {
        let mut number = 0_usize;
        for _ in 0..8 {
            let byte = self.take(1)?[0];
            number = number.checked_mul(128).ok_or_else(cut)? | usize::from(byte & 0x7F);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(cut())
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or_else(cut)?;
        self.rest = rest;
        Ok(taken)
    }
}

fn text(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|error| Error::Unreadable(error.to_string()))
}

fn cut() -> Error {
    Error::Unreadable("a recorded change is cut off".to_owned())
}
