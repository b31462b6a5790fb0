//! The shape of a workspace file, version by version.
//!
//! A migration that has been released is never edited: the next shape is the next file.

use rusqlite::Connection;

use crate::{OpenError, Result};

/// Marks a file as a Trilane workspace: the bytes `TriL`.
pub const APPLICATION_ID: i32 = 0x5472_694C;

/// The newest format that this version writes.
pub const VERSION: u32 = 4;

/// The step that leads to format `n + 1` stands at place `n`.
const MIGRATIONS: [&str; VERSION as usize] = [
    include_str!("001_ground.sql"),
    include_str!("002_matrix.sql"),
    include_str!("003_cards.sql"),
    include_str!("004_rollout.sql"),
];

/// Tables whose every change is recorded, undoable and hashed row by row, each with the format that
/// brought it.
///
/// Each has a text key in its first column, a `row_hash` in its last, and neither triggers nor
/// cascades, so that a recorded change can be turned round without knowing what it means.
pub const TRACKED: [(&str, u32); 28] = [
    ("task", 1),
    ("rejected_entry", 1),
    ("multimodal_task", 2),
    ("decision", 2),
    ("guardrail", 2),
    ("custom_column", 2),
    ("custom_value", 2),
    ("rubric", 2),
    ("rubric_in_use", 2),
    ("score_rubric", 2),
    ("saved_view", 2),
    ("model_card", 3),
    ("card_task", 3),
    ("card_answer", 3),
    ("card_version", 3),
    ("card_event", 3),
    ("playbook", 4),
    ("holiday", 4),
    ("activity", 4),
    ("activity_need", 4),
    ("pilot", 4),
    ("pilot_answer", 4),
    ("gate_mark", 4),
    ("gate_event", 4),
    ("review_done", 4),
    ("high_impact_window", 4),
    ("objection", 4),
    ("automation_event", 4),
];

/// Returns the tables with a `row_hash` in files of a format: the tracked ones and the workspace's own
/// record.
pub(crate) fn hashed(version: u32) -> impl Iterator<Item = &'static str> {
    let tracked = TRACKED.into_iter().filter(move |(_, since)| *since <= version);
    std::iter::once("workspace").chain(tracked.map(|(table, _)| table))
}

/// Returns the format of an open file.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings a file from an older format to [`VERSION`], in one transaction.
pub(crate) fn migrate(connection: &Connection, from: u32) -> Result<()> {
    let transaction = connection.unchecked_transaction()?;
    for migration in &MIGRATIONS[from as usize..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// Checks that a file has exactly the tables and triggers of its format.
///
/// A workspace that came by mail may carry others, and a trigger or a view runs on our behalf.
pub(crate) fn expect(connection: &Connection, version: u32) -> std::result::Result<(), OpenError> {
    let model = Connection::open_in_memory()?;
    for migration in &MIGRATIONS[..version as usize] {
        model.execute_batch(migration)?;
    }
    if objects(connection)? == objects(&model)? { Ok(()) } else { Err(OpenError::Altered) }
}

/// Returns type, name, table and text of everything in the schema.
fn objects(connection: &Connection) -> Result<Vec<[Option<String>; 4]>> {
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    let mut statement = connection.prepare(sql)?;
    let rows =
        statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
