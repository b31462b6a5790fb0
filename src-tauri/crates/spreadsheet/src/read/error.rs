//! Why a file could not be read, in words for the person who picked it.
//!
//! The child states a [`Reason`], the parent adds the file's name; each reason has one sentence that
//! says what is wrong and what to do.

use domain::figures;
use serde::{Deserialize, Serialize};

/// A file that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.reason.sentence(&self.file))]
pub struct ReadError {
    /// The name of the file, without its folder.
    pub file: String,
    /// Why.
    pub reason: Reason,
    /// The memory that the reader took at most, in kilobytes, where the system tells.
    pub reader_peak_kb: u64,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// There is no such file.
    NotFound,
    /// It went away between picking and reading.
    Disappeared,
    /// It is a folder, a device or a pipe.
    NotAFile,
    /// The system does not let us read it.
    NoPermission,
    /// Another program holds it.
    InUse,
    /// The disk or network failed.
    CannotRead(String),
    /// It has no bytes.
    Empty,
    /// It is larger than we take.
    TooBig {
        /// Its size, in megabytes.
        megabytes: u64,
        /// The limit, in megabytes.
        most: u64,
    },
    /// It unpacks to far more than a table needs.
    Bomb,
    /// It has more cells than we take.
    TooManyCells {
        /// The limit.
        most: usize,
    },
    /// It has more sheets than we take.
    TooManySheets {
        /// The limit.
        most: usize,
    },
    /// It is something else.
    NotASpreadsheet {
        /// What it is, with its article: “a PDF”.
        what: String,
    },
    /// Its end is missing.
    Incomplete,
    /// Its inside contradicts itself.
    Damaged,
    /// It asks for a password.
    Protected,
    /// It is a web page without a table.
    WebPage,
    /// It is the frame around web pages that lie beside it.
    WebFrame {
        /// The folder in which they lie.
        folder: String,
    },
    /// It is an Apple Numbers document.
    Numbers,
    /// It is a link to an online document.
    OnlineShortcut,
    /// It is the marker that Excel puts beside an open file.
    LockFile,
    /// It is packed in a way that no spreadsheet program uses.
    OddCompression,
    /// It has no sheets with cells.
    NoTables,
    /// The person stopped it.
    Cancelled,
    /// It took longer than we allow.
    TookTooLong {
        /// The limit.
        seconds: u64,
    },
    /// The reader gave up: out of memory, or a fault in the file that it could not survive.
    ReaderStopped,
    /// The reader could not be started.
    ReaderNotStarted(String),
    /// The reader on the disk is of another version than the app that runs.
    Updated,
}

impl Reason {
    /// Returns the stable name of the reason, for reports.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Disappeared => "disappeared",
            Self::NotAFile => "not_a_file",
            Self::NoPermission => "no_permission",
            Self::InUse => "in_use",
            Self::CannotRead(_) => "cannot_read",
            Self::Empty => "empty",
            Self::TooBig { .. } => "too_big",
            Self::Bomb => "bomb",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::TooManySheets { .. } => "too_many_sheets",
            Self::NotASpreadsheet { .. } => "not_a_spreadsheet",
            Self::Incomplete => "incomplete",
            Self::Damaged => "damaged",
            Self::Protected => "protected",
            Self::WebPage => "web_page",
            Self::WebFrame { .. } => "web_frame",
            Self::Numbers => "numbers",
            Self::OnlineShortcut => "online_shortcut",
            Self::LockFile => "lock_file",
            Self::OddCompression => "odd_compression",
            Self::NoTables => "no_tables",
            Self::Cancelled => "cancelled",
            Self::TookTooLong { .. } => "took_too_long",
            Self::ReaderStopped => "reader_stopped",
            Self::ReaderNotStarted(_) => "reader_not_started",
            Self::Updated => "updated",
        }
    }

    /// Returns what a person is told: what is wrong with which file, and what to do.
    pub fn sentence(&self, file: &str) -> String {
        let file = format!("“{file}”");
        match self {
            Self::NotFound => {
                format!("{file} is not there. It may have been moved or renamed: choose it again.")
            }
            Self::Disappeared => {
                format!("{file} went away while it was read. Bring it back or choose another copy.")
            }
            Self::NotAFile => {
                format!("{file} is not a file but a folder or a device. Choose a file inside it.")
            }
            Self::NoPermission => {
                format!(
                    "You may not read {file}. Copy it to a folder of your own and choose the copy."
                )
            }
            Self::InUse => {
                format!("Another program holds {file}. Close it there and try again.")
            }
            Self::CannotRead(why) => {
                format!("{file} could not be read ({why}). Copy it to this computer and try again.")
            }
            Self::Empty => {
                format!("{file} is empty: it has no bytes. Save it again where it came from.")
            }
            Self::TooBig { megabytes, most } => format!(
                "{file} has {megabytes} MB; Trilane reads up to {most} MB. Copy the task list into a file of its own."
            ),
            Self::Bomb => format!(
                "{file} would unpack to far more than a task list needs, so it was not opened. Copy the task list into a new file."
            ),
            Self::TooManyCells { most } => format!(
                "{file} has more than {} filled cells. Copy the task list into a file of its own.",
                figures(*most)
            ),
            Self::TooManySheets { most } => format!(
                "{file} has more than {} sheets. Copy the one with the task list into a file of its own.",
                figures(*most)
            ),
            Self::NotASpreadsheet { what } => format!(
                "{file} is {what}, not a spreadsheet. Save the table as .xlsx or .csv, or copy it and paste it here."
            ),
            Self::Incomplete => {
                format!("{file} is incomplete: its end is missing. Download or copy it again.")
            }
            Self::Damaged => format!(
                "{file} is damaged. Open it in the program that made it, save it again as .xlsx, and try that."
            ),
            Self::Protected => format!(
                "{file} is protected with a password. Open it in Excel, remove the password, save it, and try again."
            ),
            Self::WebPage => format!(
                "{file} is a web page without a table in it. Export the list again as .xlsx or .csv where it came from."
            ),
            Self::WebFrame { folder } => format!(
                "{file} is only the frame of a workbook saved as web pages; its sheets are files in the folder “{folder}” beside it. Choose the sheet there, or open this file in Excel and save it as .xlsx."
            ),
            Self::Numbers => format!(
                "{file} is a Numbers document. In Numbers, export it as Excel and choose that file."
            ),
            Self::OnlineShortcut => format!(
                "{file} is only a link to an online document. Download it there as .xlsx and choose that file."
            ),
            Self::LockFile => format!(
                "{file} is the marker that Excel leaves beside an open file. Choose the file whose name has no “~$”."
            ),
            Self::OddCompression => format!(
                "{file} is packed in a way that spreadsheet programs do not use. Open it in Excel and save it again as .xlsx."
            ),
            Self::NoTables => format!("{file} has no sheet with cells. Choose another file."),
            Self::Cancelled => format!("Reading {file} was stopped. Nothing was changed."),
            Self::TookTooLong { seconds } => format!(
                "Reading {file} took longer than {seconds} seconds and was stopped. Copy the task list into a file of its own."
            ),
            Self::ReaderStopped => format!(
                "{file} could not be read: it is damaged, or needs more memory than one file may take. Open it in Excel or LibreOffice and save the task list as a new .xlsx."
            ),
            Self::ReaderNotStarted(why) => {
                format!(
                    "{file} could not be opened because the reader did not start ({why}). Restart Trilane and try again."
                )
            }
            Self::Updated => format!(
                "{file} was not read because Trilane was updated while it was open. Close Trilane, open it again, and choose the file again."
            ),
        }
    }
}

impl From<std::io::Error> for Reason {
    fn from(error: std::io::Error) -> Self {
        if let Some(reason) = error.get_ref().and_then(|inner| inner.downcast_ref::<Stop>()) {
            return reason.0.clone();
        }
        if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
            // The file is open in another program that does not share it.
            return Self::InUse;
        }
        error.kind().into()
    }
}

impl From<std::io::ErrorKind> for Reason {
    fn from(kind: std::io::ErrorKind) -> Self {
        use std::io::ErrorKind;
        match kind {
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::PermissionDenied => Self::NoPermission,
            ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::ResourceBusy => Self::InUse,
            // What a cut deflate stream looks like.
            ErrorKind::UnexpectedEof => Self::Incomplete,
            ErrorKind::InvalidData | ErrorKind::InvalidInput => Self::Damaged,
            kind => Self::CannotRead(kind.to_string()),
        }
    }
}

/// Carries a reason through code that only knows `io::Error`.
#[derive(Debug)]
pub(crate) struct Stop(pub Reason);

impl std::fmt::Display for Stop {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.0.key())
    }
}

impl std::error::Error for Stop {}

impl From<Reason> for std::io::Error {
    fn from(reason: Reason) -> Self {
        Self::other(Stop(reason))
    }
}
