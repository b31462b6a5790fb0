//! Why a verb did nothing.

/// The result of a verb.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a verb did nothing. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The workspace file refused.
    #[error(transparent)]
    Storage(#[from] storage::Error),
    /// A copy could not be made.
    #[error(transparent)]
    Copy(#[from] storage::CopyError),
    /// A row, a task or a backup that the caller named is not there.
    #[error("that is no longer there")]
    NotFound,
    /// The worksheet would have more rows than a spreadsheet can hold.
    #[error("a worksheet holds at most {} tasks", crate::tasks::MOST_TASKS)]
    TooManyTasks,
    /// A workbook could not be made.
    #[error(transparent)]
    Export(spreadsheet::WriteError),
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
