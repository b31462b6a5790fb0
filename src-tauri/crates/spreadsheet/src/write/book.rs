//! What every sheet of a workbook is made from, and what a sheet is.

use std::sync::atomic::{AtomicBool, Ordering};

use domain::Task;
use rust_xlsxwriter::{Format, Worksheet};

use super::formulas::Formulas;
use super::plan::Plan;
use super::rules::Rules;
use super::tally::Tally;
use super::{About, WriteError, Written, style};

/// A sheet of the workbook. A feature that adds one implements this and joins [`super::pages`].
pub(super) trait Page {
    /// The name on its tab.
    fn name(&self) -> &'static str;

    /// Whether it has a row a task: such a sheet is written from the top and kept out of memory.
    fn is_long(&self) -> bool {
        false
    }

    /// Writes it. Sheets are written from the last tab to the first.
    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError>;
}

/// What every sheet is made from.
pub(super) struct Book<'a> {
    pub about: &'a About,
    pub tasks: &'a [&'a Task],
    /// Rows for more tasks, with their formulas.
    pub spare: u32,
    pub plan: Plan,
    pub rules: Rules,
    pub formulas: Formulas,
    pub tally: Tally<'a>,
    /// For a text that would become a formula if it were typed again.
    pub quoted: Format,
    pub written: Written,
    progress: &'a dyn Fn(usize),
    cancelled: &'a AtomicBool,
}

impl<'a> Book<'a> {
    pub fn new(
        tasks: &'a [&'a Task],
        spare: u32,
        about: &'a About,
        progress: &'a dyn Fn(usize),
        cancelled: &'a AtomicBool,
    ) -> Result<Self, WriteError> {
        let rows = u32::try_from(tasks.len()).unwrap_or(u32::MAX).saturating_add(spare);
        if rows > super::MOST_TASKS {
            return Err(WriteError::TooManyTasks);
        }
        let plan = Plan::new(&about.columns, rows);
        Ok(Self {
            about,
            tasks,
            spare,
            rules: Rules::new(&about.guardrails, &plan),
            formulas: Formulas::new(&plan),
            tally: Tally::of(tasks, about),
            plan,
            quoted: style::wrapped().set_quote_prefix(),
            written: Written {
                cells_to_mend: tasks.iter().map(|task| task.rejected.len()).sum(),
                ..Written::default()
            },
            progress,
            cancelled,
        })
    }

    /// Tells how far the work is, or that it was stopped.
    pub fn keep_going(&self, row: u32) -> Result<(), WriteError> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(WriteError::Cancelled);
        }
        if row.is_multiple_of(500) {
            (self.progress)(row as usize);
        }
        Ok(())
    }
}
