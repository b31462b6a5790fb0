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
    /// Rows cannot be moved by hand while the view sorts them.
    #[error("rows that are sorted or grouped stay where the view puts them")]
    SortedRows,
    /// A column was given no name, or one that another column has.
    #[error("a column needs a name of its own")]
    ColumnName,
    /// A wording lacks its question or one of its levels.
    #[error("a wording needs a question and all five levels")]
    UnfinishedRubric,
    /// A decision against the recommendation was given no reason.
    #[error("a decision against the recommendation needs a reason")]
    NoReason,
    /// A decision was to be made about a task whose scores are not complete.
    #[error("a task needs all four scores before its lane can be decided")]
    NotScored,
    /// Tasks were to be merged, but not everything that only a person can say was said.
    #[error("which {0} is kept was not said")]
    NotChosen(String),
    /// What tasks say in a column does not fit into one cell.
    #[error("{0} of these tasks together is longer than a cell can hold")]
    TooLongTogether(String),
    /// A day to filter by is none.
    #[error("“{0}” is not a day")]
    NotADay(String),
    /// A file that was to be written over is protected, or open in another program.
    #[error("“{0}” is protected or open in another program")]
    TargetLocked(String),
    /// Beside a file that was to be written over lies the mark of a program that has it open, or had.
    #[error("“{0}” seems to be open in another program")]
    TargetMarked(String, crate::export::Mark),
    /// An import holds rows or questions that wait for an answer.
    #[error("{} still wait for an answer", crate::words::count(*.0, "row or question"))]
    ImportWaits(usize),
    /// A field of a model card does not take an answer; the sentence says what it takes.
    #[error("{0}")]
    Answer(String),
    /// A version of a model card was not frozen; the sentence says what it needs.
    #[error("{0}")]
    Version(&'static str),
    /// Nothing was done about a model card; the sentence says what it needs.
    #[error("{0}")]
    Approval(&'static str),
    /// A plan was not changed; the sentence says what it needs.
    #[error("{0}")]
    Plan(String),
    /// A document of a card was not made or not read; the sentence says why.
    #[error("{0}")]
    Document(String),
    /// A workbook could not be made.
    #[error(transparent)]
    Export(spreadsheet::WriteError),
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
