//! The worksheet as a workbook that looks made by hand: live formulas, validation, a legend.
//!
//! Rows go to a temporary file as they come, so that a hundred thousand tasks take little memory, and
//! every formula carries its result, so that a preview on a phone shows what Excel would.

use std::io::{self, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

use domain::{Field, Lane, Rubric, Task};
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use crate::layout;

mod delimited;
mod explain;
mod matrix;
mod origin;
mod text;

pub use delimited::CsvWriter;

/// What the workbook says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The name of the workspace.
    pub workspace: String,
    /// When it is exported, as people of this system read dates.
    pub exported_at: String,
    /// The version of the app.
    pub app_version: String,
    /// Which state of which workspace it is.
    pub origin: Origin,
    /// How the dimensions are worded, in the order of the worksheet.
    pub rubrics: Vec<Rubric>,
}

/// Which state of which workspace a workbook shows, so that an edited copy can be compared with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The identity of the workspace.
    pub workspace: String,
    /// The number of the newest entry of the audit trail.
    pub entry: u32,
    /// The head of the audit trail.
    pub head: String,
}

/// A task as it stands in the workbook.
#[derive(Debug, Clone)]
pub struct ExportRow<'a> {
    /// The task.
    pub task: &'a Task,
    /// The guardrail that caps its lane, in words; empty where none does.
    pub guardrail: String,
    /// What a person decided, in words; empty where nobody did.
    pub decided: String,
}

impl<'a> From<&'a Task> for ExportRow<'a> {
    /// A task that neither a guardrail nor a person has said anything about.
    fn from(task: &'a Task) -> Self {
        Self { task, guardrail: String::new(), decided: String::new() }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// The tasks.
    pub tasks: usize,
    /// The texts that a cell could not hold and that were cut.
    pub cut_texts: usize,
    /// The cells whose refused text is not in the workbook.
    pub cells_to_mend: usize,
}

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The person stopped it.
    #[error("the export was stopped; nothing was written")]
    Cancelled,
    /// A sheet has no room for so many.
    #[error("a sheet has room for {} tasks, and there are more", MOST_TASKS)]
    TooManyTasks,
    /// The disk refused it.
    #[error("the workbook could not be written: {0}")]
    Disk(io::Error),
    /// A limit of the format that we did not foresee.
    #[error("the workbook could not be made: {0}")]
    Workbook(String),
}

/// The rows of a sheet without its header.
pub const MOST_TASKS: u32 = crate::sheet::MOST_ROWS - 1;

/// Smaller files are not worth twice the time.
const COMPRESSION: u8 = 3;

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) => Self::Disk(error),
            XlsxError::ZipError(error) => Self::Disk(error.into()),
            error => Self::Workbook(error.to_string()),
        }
    }
}

/// Writes the worksheet of a workspace.
///
/// `progress` is told the number of tasks written; setting `cancelled` stops at the next row or block.
/// What `out` holds after an error is no workbook: write beside the target and rename.
pub fn write_worksheet<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    about: &About,
    out: impl Write + Seek + Send,
    progress: &dyn Fn(usize),
    cancelled: &AtomicBool,
) -> Result<Written, WriteError> {
    let mut outlet = Outlet { out, cancelled, failure: None };
    // The library panics where its temporary file cannot grow; nothing of it outlives this call.
    let made = catch_unwind(AssertUnwindSafe(|| make(rows, about, &mut outlet, progress)));
    match (outlet.failure, made) {
        (Some(failure), _) => Err(failure),
        (None, Ok(made)) => made,
        (None, Err(_)) => Err(WriteError::Disk(io::ErrorKind::StorageFull.into())),
    }
}

fn make<'a, W: Write + Send>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    about: &About,
    outlet: &mut Outlet<'_, W>,
    progress: &dyn Fn(usize),
) -> Result<Written, WriteError> {
    let cancelled = outlet.cancelled;
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(
        &DocProperties::new().set_title(text::cell(&about.workspace).0).set_author("Trilane"),
    );
    let legend = |cell: &str| format!("={}!{cell}", layout::LEGEND);
    workbook.define_name(layout::AUTOMATE_FROM, &legend(explain::AUTOMATE_FROM_CELL))?;
    workbook.define_name(layout::HYBRID_FROM, &legend(explain::HYBRID_FROM_CELL))?;

    let sheet = workbook.add_worksheet_with_low_memory()?;
    sheet.set_name(layout::MATRIX)?.set_active(true);
    let plan = matrix::Plan::new();
    matrix::begin(sheet)?;
    let mut written = Written::default();
    let mut row = 0;
    for entry in rows {
        if cancelled.load(Ordering::Relaxed) {
            return Err(WriteError::Cancelled);
        }
        row += 1;
        if row > MOST_TASKS {
            return Err(WriteError::TooManyTasks);
        }
        written.cut_texts += matrix::row(sheet, row, &entry, &plan)?;
        written.cells_to_mend += entry.task.rejected.len();
        written.tasks += 1;
        if row % 500 == 0 {
            progress(written.tasks);
        }
    }
    matrix::end(sheet, row, &about.rubrics)?;

    explain::legend(workbook.add_worksheet().set_name(layout::LEGEND)?, &about.rubrics)?;
    explain::read_me(workbook.add_worksheet().set_name(layout::READ_ME)?, about, written)?;
    origin::write(workbook.add_worksheet().set_name(layout::ORIGIN)?, &about.origin)?;
    workbook.save_to_writer(&mut *outlet)?;
    outlet.flush().map_err(WriteError::Disk)?;
    progress(written.tasks);
    Ok(written)
}

/// Returns the smallest sum of a lane.
const fn smallest(lane: Lane) -> u8 {
    match lane {
        Lane::Automate => Lane::AUTOMATE_FROM,
        Lane::Hybrid => Lane::HYBRID_FROM,
        Lane::HumanOnly => domain::Composite::MIN,
    }
}

/// Returns whether a field is written as a number.
const fn is_number(field: Field) -> bool {
    matches!(field, Field::Score(_) | Field::MonthlyVolume | Field::MinutesPerItem)
}

/// Where the workbook goes. A failure is remembered and what follows it is discarded, because the
/// library panics when a write fails.
struct Outlet<'a, W> {
    out: W,
    cancelled: &'a AtomicBool,
    failure: Option<WriteError>,
}

impl<W: Write> Write for Outlet<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failure.is_none() && self.cancelled.load(Ordering::Relaxed) {
            self.failure = Some(WriteError::Cancelled);
        }
        if self.failure.is_none()
            && let Err(error) = self.out.write_all(bytes)
        {
            self.failure = Some(WriteError::Disk(error));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failure.is_some() { Ok(()) } else { self.out.flush() }
    }
}
