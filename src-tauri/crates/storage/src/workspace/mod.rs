//! The workspace's own record: its identity and its birthday.

use rusqlite::{Connection, params};

use crate::{Read, Result, row_hash};

/// What a workspace says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceRecord {
    /// Its identity: shared by copies and backups, not by duplicates.
    pub uuid: String,
    /// When it was made, in ISO 8601, UTC.
    pub created_at: String,
}

/// Writes the record of a new or duplicated workspace.
pub(crate) fn put(connection: &Connection, record: &WorkspaceRecord) -> Result<()> {
    let hash = row_hash::of("workspace", &[&1_i64, &record.uuid, &record.created_at])?;
    connection.execute(
        "INSERT OR REPLACE INTO workspace (id, uuid, created_at, row_hash) VALUES (1, ?1, ?2, ?3)",
        params![record.uuid, record.created_at, hash],
    )?;
    Ok(())
}

impl Read<'_> {
    /// Returns the workspace's own record.
    pub fn workspace(self) -> Result<WorkspaceRecord> {
        let sql = "SELECT uuid, created_at FROM workspace WHERE id = 1";
        Ok(self.0.query_row(sql, [], |row| {
            Ok(WorkspaceRecord { uuid: row.get(0)?, created_at: row.get(1)? })
        })?)
    }
}
