//! The worksheet as a workbook that looks made by hand: live formulas, validation, charts, a legend.
//!
//! Rows go to a temporary file as they come, so that a hundred thousand tasks take little memory, and
//! every formula carries its result, so that a preview on a phone shows what Excel would.

use std::io::{self, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicBool;

use domain::{CustomColumn, Guardrail, Lane, Rubric, Task};
use jiff::Zoned;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

mod book;
mod cards;
mod charts;
mod delimited;
mod formulas;
mod guide;
mod legend;
mod matrix;
mod neighbours;
mod origin;
mod outlet;
mod plan;
mod read_me;
mod rollout;
mod rules;
mod sensitivity;
mod since;
mod style;
mod summary;
mod tally;
mod text;
mod values;

use book::{Book, Page};
use outlet::Outlet;

pub use cards::CardRow;
pub use delimited::CsvWriter;
pub use rollout::{PlanRow, PlanRows, PlanSign};
pub use since::{Moved, Since};
pub(crate) use text::{needs_guard, unguarded};
pub use values::{Values, write_values};

/// What a workbook is made from, beside the tasks.
#[derive(Debug, Clone)]
pub struct About {
    /// The name of the workspace.
    pub workspace: String,
    /// When it is exported, on the clock of the user.
    pub now: Zoned,
    /// The version of the app.
    pub app_version: String,
    /// Which state of which workspace it is.
    pub origin: Origin,
    /// How the dimensions are worded, in the order of the worksheet.
    pub rubrics: Vec<Rubric>,
    /// The guardrails, those that are off among them.
    pub guardrails: Vec<Guardrail>,
    /// The columns that the organisation added.
    pub columns: Vec<CustomColumn>,
    /// What changed since the last export, where there was one.
    pub since: Option<Since>,
    /// The model cards.
    pub cards: Vec<CardRow>,
    /// The plans of the rollout.
    pub plans: Vec<PlanRows>,
}

impl About {
    /// Returns when it is exported, as people of this system read it.
    fn exported_at(&self) -> String {
        self.now.strftime("%-d %B %Y, %H:%M").to_string()
    }

    /// Returns the day of the export.
    fn day(&self) -> String {
        self.now.strftime("%-d %B %Y").to_string()
    }
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

/// A sheet that a workbook may do without. The matrix and its legend are in every one: the others are
/// worked out from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Where the workbook comes from, and the method.
    ReadMe,
    /// What the matrix adds up to.
    Summary,
    /// How firmly each lane holds.
    Sensitivity,
    /// The model cards; left out where there is none.
    Cards,
    /// The plans of the rollout; left out where there is none.
    Rollout,
}

impl Part {
    /// Every such sheet.
    pub const ALL: [Self; 5] =
        [Self::ReadMe, Self::Summary, Self::Sensitivity, Self::Cards, Self::Rollout];
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

/// Rows that a blank template has room for.
pub const TEMPLATE_ROWS: u32 = 200;

/// Writes the worksheet of a workspace, with the sheets that were asked for around it.
///
/// `progress` is told the number of tasks written; setting `cancelled` stops at the next row or block.
/// What `out` holds after an error is no workbook: write beside the target and rename.
pub fn write_workbook(
    tasks: &[&Task],
    about: &About,
    parts: &[Part],
    out: impl Write + Seek + Send,
    progress: &dyn Fn(usize),
    cancelled: &AtomicBool,
) -> Result<Written, WriteError> {
    guarded(out, cancelled, |outlet| {
        let mut book = Book::new(tasks, 0, about, progress, cancelled)?;
        make(&mut book, &pages(parts, about), outlet)?;
        progress(book.written.tasks);
        Ok(book.written)
    })
}

/// Writes an empty worksheet with room for tasks, which can be filled in anywhere and imported.
pub fn write_template(about: &About, out: impl Write + Seek + Send) -> Result<(), WriteError> {
    let never = AtomicBool::new(false);
    guarded(out, &never, |outlet| {
        let mut book = Book::new(&[], TEMPLATE_ROWS, about, &|_| {}, &never)?;
        make(&mut book, &pages(&[], about), outlet)
    })
}

/// Returns the sheets in the order of their tabs.
fn pages(parts: &[Part], about: &About) -> Vec<Box<dyn Page>> {
    let mut pages: Vec<Box<dyn Page>> = Vec::new();
    if parts.contains(&Part::ReadMe) {
        pages.push(Box::new(read_me::ReadMe));
    }
    if parts.contains(&Part::Summary) {
        pages.push(Box::new(summary::Summary));
    }
    pages.push(Box::new(matrix::Matrix));
    if parts.contains(&Part::Sensitivity) {
        pages.push(Box::new(sensitivity::Sensitivity));
    }
    if parts.contains(&Part::Cards) && !about.cards.is_empty() {
        pages.push(Box::new(cards::Cards));
    }
    if parts.contains(&Part::Rollout) && !about.plans.is_empty() {
        pages.push(Box::new(rollout::Rollout));
    }
    pages.push(Box::new(legend::Legend));
    pages.push(Box::new(origin::Hidden));
    pages
}

fn guarded<W: Write + Seek + Send, T>(
    out: W,
    cancelled: &AtomicBool,
    write: impl FnOnce(&mut Outlet<'_, W>) -> Result<T, WriteError>,
) -> Result<T, WriteError> {
    let mut outlet = Outlet::new(out, cancelled);
    // The library panics where its temporary file cannot grow; nothing of it outlives this call.
    let made = catch_unwind(AssertUnwindSafe(|| write(&mut outlet)));
    match (outlet.failure, made) {
        (Some(failure), _) => Err(failure),
        (None, Ok(made)) => made,
        (None, Err(_)) => Err(WriteError::Disk(io::ErrorKind::StorageFull.into())),
    }
}

fn make<W: Write + Seek + Send>(
    book: &mut Book<'_>,
    pages: &[Box<dyn Page>],
    outlet: &mut Outlet<'_, W>,
) -> Result<(), WriteError> {
    book.keep_going(0)?;
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(
        &DocProperties::new().set_title(text::cell(&book.about.workspace).0).set_author("Trilane"),
    );
    legend::define_names(&mut workbook)?;
    for page in pages {
        let sheet = if page.is_long() {
            workbook.add_worksheet_with_low_memory()?
        } else {
            workbook.add_worksheet()
        };
        sheet.set_name(page.name())?;
    }
    // The first sheet says what the others hold, so it is written last.
    for (place, page) in pages.iter().enumerate().rev() {
        page.write(workbook.worksheet_from_index(place)?, book)?;
    }
    workbook.save_to_writer(&mut *outlet)?;
    outlet.flush().map_err(WriteError::Disk)
}

/// Returns the smallest sum of a lane.
const fn smallest(lane: Lane) -> u8 {
    match lane {
        Lane::Automate => Lane::AUTOMATE_FROM,
        Lane::Hybrid => Lane::HYBRID_FROM,
        Lane::HumanOnly => domain::Composite::MIN,
    }
}
