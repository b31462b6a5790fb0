//! What a command that did nothing tells the page.

use engine::StorageError;
use engine::spreadsheet::WriteError;
use serde::Serialize;
use specta::Type;

/// Why a command did nothing. The page branches on the kind and shows the message.
#[derive(Debug, Clone, Serialize, Type)]
pub struct CommandError {
    pub kind: ErrorKind,
    pub message: String,
}

/// The kinds that the page tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    NoWorkspace,
    ReadOnly,
    ChangedElsewhere,
    FileGone,
    DiskFull,
    NotFound,
    /// What was asked for cannot be done as it stands; the message says what it needs.
    Refused,
    Cancelled,
    Unreadable,
    NothingToUndo,
    Internal,
}

impl CommandError {
    /// Returns an error with a sentence for the user.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }
}

impl From<engine::Error> for CommandError {
    fn from(error: engine::Error) -> Self {
        match error {
            engine::Error::Storage(error)
            | engine::Error::Copy(engine::CopyError::Write(error)) => error.into(),
            engine::Error::Copy(error @ engine::CopyError::Verify(_)) => Self::new(
                ErrorKind::Internal,
                format!("The copy was not written: {error}. The workspace is as it was."),
            ),
            engine::Error::NotFound => {
                Self::new(ErrorKind::NotFound, "That is no longer there. Nothing was changed.")
            }
            engine::Error::TooManyTasks => Self::new(ErrorKind::Unreadable, error.to_string()),
            engine::Error::SortedRows => Self::new(
                ErrorKind::Refused,
                "These rows are sorted or grouped. Clear that to move them by hand.",
            ),
            engine::Error::ColumnName => {
                Self::new(ErrorKind::Refused, "A column needs a name that no other column has.")
            }
            engine::Error::UnfinishedRubric => Self::new(
                ErrorKind::Refused,
                "A wording needs its question and words for all five scores.",
            ),
            engine::Error::NoReason => Self::new(
                ErrorKind::Refused,
                "This is not what the matrix and its guardrails say, so it needs a reason.",
            ),
            engine::Error::NotScored => Self::new(
                ErrorKind::Refused,
                "Score all four dimensions first. Then the lane can be decided.",
            ),
            engine::Error::NotChosen(name) => Self::new(
                ErrorKind::Refused,
                format!("Say which {name} to keep. Nothing was merged."),
            ),
            engine::Error::TooLongTogether(name) => Self::new(
                ErrorKind::Refused,
                format!(
                    "{name} would be longer than a cell can hold. Shorten it first. Nothing was merged."
                ),
            ),
            engine::Error::NotADay(_) => Self::new(
                ErrorKind::Unreadable,
                format!("{error}. Days are written as 2026-05-31."),
            ),
            engine::Error::TargetLocked(_) | engine::Error::TargetMarked(..) => Self::new(
                ErrorKind::ReadOnly,
                format!("Nothing was written: {error}. Choose another name."),
            ),
            engine::Error::Plan(_)
            | engine::Error::Answer(_)
            | engine::Error::Version(_)
            | engine::Error::Approval(_)
            | engine::Error::Document(_) => Self::new(ErrorKind::Refused, error.to_string()),
            engine::Error::ImportWaits(_) => {
                Self::new(ErrorKind::Refused, format!("{error}. Nothing was written."))
            }
            engine::Error::Export(WriteError::Cancelled) => {
                Self::new(ErrorKind::Cancelled, "Stopped. Nothing was written.")
            }
            engine::Error::Export(error) => {
                Self::new(ErrorKind::Internal, format!("Nothing was written: {error}."))
            }
            engine::Error::Io(error) => error.into(),
        }
    }
}

impl From<StorageError> for CommandError {
    fn from(error: StorageError) -> Self {
        let (kind, message) = match &error {
            StorageError::ReadOnly => (
                ErrorKind::ReadOnly,
                "This workspace is open for reading only. Save a copy to change it.".to_owned(),
            ),
            StorageError::FileGone => (
                ErrorKind::FileGone,
                "The workspace file was moved or deleted. The change was not saved.".to_owned(),
            ),
            StorageError::ChangedElsewhere => (
                ErrorKind::ChangedElsewhere,
                "Another program changed the workspace file. The change was not saved.".to_owned(),
            ),
            StorageError::DiskFull => {
                (ErrorKind::DiskFull, "The disk is full. The change was not saved.".to_owned())
            }
            StorageError::NoStep => (ErrorKind::NothingToUndo, "Nothing to undo.".to_owned()),
            StorageError::NotFound => {
                (ErrorKind::NotFound, "That is no longer there. Nothing was changed.".to_owned())
            }
            StorageError::Unreadable(_) | StorageError::Io(_) | StorageError::Sqlite(_) => {
                (ErrorKind::Internal, format!("Nothing was changed: {error}."))
            }
        };
        Self { kind, message }
    }
}

impl From<std::io::Error> for CommandError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => {
                Self::new(ErrorKind::DiskFull, "The disk is full. Nothing was written.")
            }
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::new(
                    ErrorKind::ReadOnly,
                    "That folder or file is protected. Choose another place.",
                )
            }
            _ => Self::new(ErrorKind::Internal, format!("The file could not be written: {error}.")),
        }
    }
}
