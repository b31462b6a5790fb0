//! Opening a file that may be anything: a workspace, somebody else's database, a hostile one, a ruin.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use domain::figures;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::row_hash::Verified;
use crate::{Error, OpenError, row_hash, schema};

/// What may be done with an open workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    Write,
    /// Looking and exporting.
    ReadOnly,
}

/// Reads from the first bytes of a file which format of workspace it is, without opening it.
pub fn header_version(path: &Path) -> Result<u32, OpenError> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(OpenError::NotAFile);
    }
    let mut header = [0; 100];
    let mut file = File::open(path)?;
    if file.read_exact(&mut header).is_err() || !header.starts_with(b"SQLite format 3\0") {
        return Err(OpenError::NotOurs);
    }
    let number = |at: usize| u32::from_be_bytes([0, 1, 2, 3].map(|offset| header[at + offset]));
    // The write version is 2 in a file that keeps a write-ahead log, which Trilane never makes.
    if number(68) != schema::APPLICATION_ID.cast_unsigned() || header[18] != 1 {
        return Err(OpenError::NotOurs);
    }
    let found = number(60);
    if found > schema::VERSION {
        return Err(OpenError::Newer { found, known: schema::VERSION });
    }
    if found == 0 { Err(OpenError::NotOurs) } else { Ok(found) }
}

/// Opens a connection that trusts nothing in the file.
pub(crate) fn connect(path: &Path, access: Access) -> Result<Connection, OpenError> {
    let mode = match access {
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    // Without the URI flag a name with `?` or `%` in it is a name.
    let connection = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    harden(&connection)?;
    Ok(connection)
}

/// Sets what every connection to a workspace has.
pub(crate) fn harden(connection: &Connection) -> Result<(), Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch(
        "PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA journal_mode = DELETE;
         PRAGMA synchronous = FULL;",
    )?;
    Ok(())
}

/// Checks pages, schema and every row of a workspace.
pub fn inspect(connection: &Connection, version: u32) -> Result<Verified, OpenError> {
    let answer: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(OpenError::Damaged(answer));
    }
    schema::expect(connection, version)?;
    let verified = row_hash::verify(connection)?;
    if verified.damaged > 0 {
        let Verified { rows, damaged } = verified;
        return Err(OpenError::Damaged(format!("{} of {} rows", figures(damaged), figures(rows))));
    }
    Ok(verified)
}
