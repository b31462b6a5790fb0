//! An open workspace, and the one way to change it.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::file::{Hold, Stamp};
use crate::row_hash::Verified;
use crate::workspace::WorkspaceRecord;
use crate::{
    Access, Changes, CopyError, Error, OpenError, Result, audit, changes, copy, open, row_hash,
    schema, undo, workspace,
};

/// An open workspace file, or one in memory.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    access: Access,
    file: Option<OpenFile>,
}

#[derive(Debug)]
struct OpenFile {
    path: PathBuf,
    stamp: Stamp,
    _hold: Option<Hold>,
}

/// What a change says of itself in the audit trail.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Now, in milliseconds since 1970, UTC.
    pub at: i64,
    /// In whose name.
    pub actor: &'a str,
    /// What kind of change.
    pub op: &'a str,
}

/// Reads of an open workspace; each noun adds its own.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a>(pub(crate) &'a Connection);

/// Writes inside one change; each noun adds its own. Only [`Database::write`] makes one.
#[derive(Debug, Clone, Copy)]
pub struct Tx<'a>(pub(crate) &'a Connection);

impl<'a> Tx<'a> {
    /// Returns the reads, which see what this change has written so far.
    pub const fn read(self) -> Read<'a> {
        Read(self.0)
    }
}

/// What a change returned and what it touched.
#[derive(Debug)]
pub struct Written<T> {
    /// What the closure returned.
    pub value: T,
    /// The rows it touched.
    pub changes: Changes,
}

/// A step that was taken back or made again.
#[derive(Debug)]
pub struct Reverted {
    /// The kind of change that the step was.
    pub op: String,
    /// The rows that it touched.
    pub changes: Changes,
}

impl Database {
    /// Makes a workspace file. Refuses a name that is taken.
    pub fn create(
        path: &Path,
        record: &WorkspaceRecord,
        holder: &str,
    ) -> std::result::Result<Self, OpenError> {
        if path.exists() {
            return Err(OpenError::Exists);
        }
        let blank = Self::in_memory(record)?;
        copy::copy_to(&blank.connection, path, None).map_err(CopyError::into_open_error)?;
        Self::open(path, Access::Write, holder)
    }

    /// Makes a workspace in memory, for tests and as the blank of new files.
    pub fn in_memory(record: &WorkspaceRecord) -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        open::harden(&connection)?;
        schema::migrate(&connection, 0)?;
        workspace::put(&connection, record)?;
        Ok(Self { connection, access: Access::Write, file: None })
    }

    /// Opens a workspace file after checking that it is one, whole and not held by anybody else.
    ///
    /// A file of an older format is refused for writing until [`Database::update`] has brought it to
    /// this version's; for reading it is brought there in memory.
    pub fn open(path: &Path, access: Access, holder: &str) -> std::result::Result<Self, OpenError> {
        let found = open::header_version(path)?;
        let is_older = found < schema::VERSION;
        let hold = match access {
            Access::Write if is_older => return Err(OpenError::Older { found }),
            Access::Write => Some(hold(path, holder)?),
            Access::ReadOnly => None,
        };
        let mut connection = open::connect(path, access)?;
        open::inspect(&connection, found)?;
        if is_older {
            connection = copy::to_memory(&connection)?;
            schema::migrate(&connection, found)?;
        }
        let stamp = Stamp::of(path)?;
        let file = Some(OpenFile { path: path.to_owned(), stamp, _hold: hold });
        Ok(Self { connection, access, file })
    }

    /// Brings a file of an older format to this version's, after writing a verified copy of it as it is.
    ///
    /// The file changes in one transaction: a failure leaves it in its old format.
    pub fn update(
        path: &Path,
        holder: &str,
        copy_as_it_is: &Path,
    ) -> std::result::Result<(), OpenError> {
        let found = open::header_version(path)?;
        let _hold = hold(path, holder)?;
        let connection = open::connect(path, Access::Write)?;
        open::inspect(&connection, found)?;
        copy::copy_to(&connection, copy_as_it_is, None).map_err(CopyError::into_open_error)?;
        Ok(schema::migrate(&connection, found)?)
    }

    /// Returns the reads.
    pub const fn read(&self) -> Read<'_> {
        Read(&self.connection)
    }

    /// Returns what may be done with this workspace.
    pub const fn access(&self) -> Access {
        self.access
    }

    /// Makes a change: one transaction, one audit entry and, if rows changed, one undo step.
    ///
    /// The change is on the disk when this returns, or nothing of it is. `closure` reports in words
    /// what it did, since a count is known only afterwards; a closure that touches no row leaves no
    /// entry.
    pub fn write<T, E: From<Error>>(
        &mut self,
        entry: Entry<'_>,
        closure: impl FnOnce(&Tx<'_>) -> std::result::Result<(T, String), E>,
    ) -> std::result::Result<Written<T>, E> {
        self.transaction(|connection| {
            let mut session = changes::record(connection)?;
            let (value, detail) = closure(&Tx(connection))?;
            let bytes = changes::bytes(&mut session)?;
            drop(session);
            if !bytes.is_empty() {
                let seq = audit::append(connection, entry, &detail, &bytes)?;
                undo::push(connection, seq, bytes.len())?;
            }
            Ok(Written { value, changes: changes::touched(&bytes)? })
        })
    }

    /// Takes back the newest step, or returns [`Error::NoStep`].
    pub fn undo(&mut self, entry: Entry<'_>) -> Result<Reverted> {
        self.transaction(|connection| {
            let seq = undo::newest_done(connection)?.ok_or(Error::NoStep)?;
            let change = changes::invert(&audit::payload(connection, seq)?)?;
            revert(connection, entry, seq, &change, true)
        })
    }

    /// Makes the step undone last again, or returns [`Error::NoStep`].
    pub fn redo(&mut self, entry: Entry<'_>) -> Result<Reverted> {
        self.transaction(|connection| {
            let seq = undo::oldest_undone(connection)?.ok_or(Error::NoStep)?;
            let change = audit::payload(connection, seq)?;
            revert(connection, entry, seq, &change, false)
        })
    }

    /// Compares every page and row with what was written.
    pub fn inspect(&self) -> std::result::Result<Verified, OpenError> {
        open::inspect(&self.connection, schema::VERSION)
    }

    /// Compares every row with its hash.
    pub fn verify_rows(&self) -> Result<Verified> {
        row_hash::verify(&self.connection)
    }

    /// Writes a verified copy of this workspace, under a new identity if one is given.
    pub fn copy_to(
        &self,
        target: &Path,
        identity: Option<&WorkspaceRecord>,
    ) -> std::result::Result<(), CopyError> {
        copy::copy_to(&self.connection, target, identity)
    }

    fn transaction<T, E: From<Error>>(
        &mut self,
        body: impl FnOnce(&Connection) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.expect_unchanged_file()?;
        let transaction = self.connection.unchecked_transaction().map_err(Error::from)?;
        let value = body(&transaction)?;
        self.expect_same_file()?;
        transaction.commit().map_err(Error::from)?;
        if let Some(file) = &mut self.file {
            file.stamp = Stamp::of(&file.path)?;
        }
        Ok(value)
    }

    /// Refuses to commit into a file that was moved or replaced while the change was made.
    ///
    /// Its length and time are no sign by now: a large change spills into the file before the commit.
    fn expect_same_file(&self) -> Result<()> {
        match &self.file {
            Some(file) if !Stamp::of(&file.path)?.is_same_file(&file.stamp) => {
                Err(Error::ChangedElsewhere)
            }
            _ => Ok(()),
        }
    }

    /// Refuses to write into a file that another program moved, replaced or changed.
    fn expect_unchanged_file(&self) -> Result<()> {
        if self.access == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        match &self.file {
            Some(file) if Stamp::of(&file.path)? != file.stamp => Err(Error::ChangedElsewhere),
            _ => Ok(()),
        }
    }
}

/// Takes hold of a file that is to be written.
fn hold(path: &Path, holder: &str) -> std::result::Result<Hold, OpenError> {
    if std::fs::metadata(path)?.permissions().readonly() {
        return Err(OpenError::NotWritable);
    }
    Hold::take(path, holder)
}

fn revert(
    connection: &Connection,
    entry: Entry<'_>,
    seq: u32,
    change: &[u8],
    undone: bool,
) -> Result<Reverted> {
    let sql = "SELECT op, detail FROM audit_entry WHERE seq = ?1";
    let (op, detail): (String, String) =
        connection.query_row(sql, [seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
    changes::apply(connection, change)?;
    audit::append(connection, entry, &detail, change)?;
    undo::mark(connection, seq, undone)?;
    Ok(Reverted { op, changes: changes::touched(change)? })
}
