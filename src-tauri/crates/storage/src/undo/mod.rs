//! The steps that can be taken back or made again.
//!
//! A step is an audit entry whose recorded change is still at hand. The stack lives in the file, so
//! that undo works after closing and reopening; it is bounded in steps and in bytes.

use rusqlite::{Connection, params};

use crate::{Read, Result};

/// The most steps that can be undone, give or take those since the stack was last thinned.
pub const MOST_STEPS: u32 = 1_000;

/// The most bytes of recorded changes that the stack refers to.
pub const MOST_BYTES: u32 = 64 << 20;

/// Thinning reads the whole stack, which would double the time of a single edit.
const THINNED_EVERY: u32 = 64;

/// Puts a step on the stack; what had been undone can no longer be redone.
pub(crate) fn push(connection: &Connection, entry: u32, bytes: usize) -> Result<()> {
    let sql = "DELETE FROM undo_step WHERE entry > ?1";
    connection.prepare_cached(sql)?.execute([newest_done(connection)?.unwrap_or(0)])?;
    connection
        .prepare_cached("INSERT INTO undo_step (entry, bytes) VALUES (?1, ?2)")?
        .execute(params![entry, i64::try_from(bytes).unwrap_or(i64::MAX)])?;
    if entry.is_multiple_of(THINNED_EVERY) {
        connection
            .prepare_cached(include_str!("thin.sql"))?
            .execute(params![MOST_STEPS, MOST_BYTES])?;
    }
    Ok(())
}

/// Returns the entry that undo would take back.
pub(crate) fn newest_done(connection: &Connection) -> Result<Option<u32>> {
    let sql = "SELECT max(entry) FROM undo_step WHERE undone = 0";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Returns the entry that redo would make again.
pub(crate) fn oldest_undone(connection: &Connection) -> Result<Option<u32>> {
    let sql = "SELECT min(entry) FROM undo_step WHERE entry > ?1";
    let done = newest_done(connection)?.unwrap_or(0);
    Ok(connection.prepare_cached(sql)?.query_row([done], |row| row.get(0))?)
}

/// Marks a step as undone or as done again.
pub(crate) fn mark(connection: &Connection, entry: u32, undone: bool) -> Result<()> {
    connection
        .prepare_cached("UPDATE undo_step SET undone = ?2 WHERE entry = ?1")?
        .execute(params![entry, undone])?;
    Ok(())
}

/// What undo and redo would do next: the kind of change, as the audit trail names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NextSteps {
    /// The change that undo would take back.
    pub undo: Option<String>,
    /// The change that redo would make again.
    pub redo: Option<String>,
}

impl Read<'_> {
    /// Returns what undo and redo would do next.
    pub fn next_steps(self) -> Result<NextSteps> {
        let op = |entry: Option<u32>| {
            entry
                .map(|seq| {
                    let sql = "SELECT op FROM audit_entry WHERE seq = ?1";
                    self.0.prepare_cached(sql)?.query_row([seq], |row| row.get(0))
                })
                .transpose()
        };
        Ok(NextSteps { undo: op(newest_done(self.0)?)?, redo: op(oldest_undone(self.0)?)? })
    }
}
