//! Copies of a workspace that are known to be good.
//!
//! Save a copy, duplicate and back up are the same thing: written beside the target, verified page by
//! page and row by row, then renamed. A copy that fails leaves the old target as it was.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::workspace::{self, WorkspaceRecord};
use crate::{Access, Error, OpenError, file, open, schema};

/// Why a copy was not made. The target is as it was.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The copy could not be written.
    #[error(transparent)]
    Write(#[from] Error),
    /// What was written does not read back as the same workspace.
    #[error("the copy did not verify: {0}")]
    Verify(OpenError),
}

impl CopyError {
    /// Returns it as the reason why a file that needed the copy was not opened.
    pub(crate) fn into_open_error(self) -> OpenError {
        match self {
            Self::Write(Error::Io(error)) => error.into(),
            Self::Write(error) => OpenError::Other(error),
            Self::Verify(error) => error,
        }
    }
}

impl From<rusqlite::Error> for CopyError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Write(error.into())
    }
}

impl From<std::io::Error> for CopyError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Write(Error::DiskFull),
            _ => Self::Write(error.into()),
        }
    }
}

/// Copies a whole database to a file, under a new identity if one is given.
pub(crate) fn copy_to(
    source: &Connection,
    target: &Path,
    identity: Option<&WorkspaceRecord>,
) -> Result<(), CopyError> {
    let part = part_path(target);
    let copied = write_part(source, &part, identity).and_then(|()| {
        file::publish(&part, target)?;
        Ok(())
    });
    if copied.is_err() {
        // Whatever is left of the attempt only takes up room.
        let _ = fs::remove_file(&part);
    }
    copied
}

/// Copies a whole database into memory.
pub(crate) fn to_memory(source: &Connection) -> crate::Result<Connection> {
    let mut copy = Connection::open_in_memory()?;
    Backup::new(source, &mut copy)?.step(-1)?;
    open::harden(&copy)?;
    Ok(copy)
}

fn write_part(
    source: &Connection,
    part: &Path,
    identity: Option<&WorkspaceRecord>,
) -> Result<(), CopyError> {
    match fs::remove_file(part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    {
        let mut copy = Connection::open(part)?;
        Backup::new(source, &mut copy)?.step(-1)?;
        open::harden(&copy)?;
        if let Some(record) = identity {
            workspace::put(&copy, record)?;
        }
    }
    verify(part, source).map_err(CopyError::Verify)
}

fn verify(part: &Path, source: &Connection) -> Result<(), OpenError> {
    let copy = open::connect(part, Access::ReadOnly)?;
    open::inspect(&copy, schema::version(source)?)?;
    for table in ["task", "audit_entry"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = |db: &Connection| db.query_row(&sql, [], |row| row.get::<_, i64>(0));
        if count(&copy)? != count(source)? {
            return Err(OpenError::Damaged(format!("{table} is not complete")));
        }
    }
    Ok(())
}

fn part_path(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.part"))
}
