//! What can go wrong with a workspace file.

use rusqlite::ErrorCode;

/// The result of a storage call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a read or a write of an open workspace failed. Nothing of the call was kept.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is open for reading only.
    #[error("the workspace is open for reading only")]
    ReadOnly,
    /// The file is no longer where it was opened.
    #[error("the workspace file is gone")]
    FileGone,
    /// Another program replaced or changed the file since it was last read or written here.
    #[error("the workspace file was changed by another program")]
    ChangedElsewhere,
    /// The disk has no room for the change.
    #[error("the disk is full")]
    DiskFull,
    /// There is no step to undo, or none to redo.
    #[error("there is no such step")]
    NoStep,
    /// No record has that id.
    #[error("no such record")]
    NotFound,
    /// A stored value is not what the schema promises.
    #[error("a stored value cannot be read: {0}")]
    Unreadable(String),
    /// Any other fault of the file system.
    #[error("the file cannot be read or written: {0}")]
    Io(#[from] std::io::Error),
    /// Any other fault of the database.
    #[error("the database reports: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // SQLite says read-only when the file was moved away under it, too.
            Some(ErrorCode::ReadOnly) => Self::ChangedElsewhere,
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::NotFound,
            _ => Self::Sqlite(error),
        }
    }
}

/// Why a file was not opened. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no file of that name.
    #[error("there is no such file")]
    Missing,
    /// It is a folder or a device.
    #[error("this is not a file")]
    NotAFile,
    /// It is not a Trilane workspace.
    #[error("this is not a workspace")]
    NotOurs,
    /// A newer version of Trilane wrote it.
    #[error("the workspace has format {found}, this version reads up to {known}")]
    Newer {
        /// The format of the file.
        found: u32,
        /// The newest format that this version reads.
        known: u32,
    },
    /// An older version of Trilane wrote it, and it was not brought to this version's format yet.
    #[error("the workspace has format {found}, this version writes {}", crate::schema::VERSION)]
    Older {
        /// The format of the file.
        found: u32,
    },
    /// Its tables are not those that Trilane makes.
    #[error("the workspace has tables that Trilane does not make")]
    Altered,
    /// Its pages or rows are damaged.
    #[error("the workspace is damaged: {0}")]
    Damaged(String),
    /// Another window or person has it open.
    #[error("the workspace is open elsewhere, by {0}")]
    HeldElsewhere(String),
    /// The file or its folder cannot be written.
    #[error("the workspace cannot be written")]
    NotWritable,
    /// The file cannot be read at all.
    #[error("the workspace cannot be read")]
    NotReadable,
    /// A file of that name exists already.
    #[error("a file of that name exists already")]
    Exists,
    /// Any other fault.
    #[error(transparent)]
    Other(Error),
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        match error {
            Error::Sqlite(error) => error.into(),
            Error::FileGone => Self::Missing,
            other => Self::Other(other),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::NotADatabase) => Self::NotOurs,
            Some(ErrorCode::ReadOnly) => Self::NotWritable,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::HeldElsewhere("another program".into())
            }
            Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::NotReadable,
            Some(ErrorCode::DiskFull) => Self::Other(Error::DiskFull),
            _ => Self::Other(Error::Sqlite(error)),
        }
    }
}

impl From<std::io::Error> for OpenError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::PermissionDenied => Self::NotReadable,
            std::io::ErrorKind::ReadOnlyFilesystem => Self::NotWritable,
            std::io::ErrorKind::AlreadyExists => Self::Exists,
            _ => Self::Other(Error::Io(error)),
        }
    }
}
