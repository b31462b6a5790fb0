//! Where a reader puts what it finds.
//!
//! One trait between the formats and the pipe, so that every format is tested without a process and
//! none of them knows how cells travel.

use std::collections::BTreeMap;

use super::error::Reason;
use crate::sheet::{
    Cell, MOST_COLUMNS, MOST_ROWS, Merged, Sheet, SheetState, TextForm, Visibility, Warning,
    WarningKind, Workbook, address,
};

/// Takes the sheets of a file, one after the other.
pub(crate) trait Sink {
    /// Says what the content turned out to be.
    fn format(&mut self, format: &str) -> Result<(), Reason>;
    /// Says how a text was read.
    fn text_form(&mut self, form: &TextForm) -> Result<(), Reason>;
    /// Starts a sheet.
    fn open_sheet(&mut self, name: &str, visibility: Visibility) -> Result<(), Reason>;
    /// Takes a cell that lies in the grid and holds something.
    fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Reason>;
    /// Ends a sheet.
    fn close_sheet(
        &mut self,
        state: SheetState,
        warnings: Vec<Warning>,
        merged: &[Merged],
    ) -> Result<(), Reason>;
    /// Says how much of the file is done, in thousandths.
    fn progress(&mut self, thousandths: u16) -> Result<(), Reason>;
}

/// One sheet being read: counts warnings, drops what lies outside the grid, keeps the limits.
pub(crate) struct SheetIn<'a> {
    sink: &'a mut dyn Sink,
    warnings: BTreeMap<WarningKind, (String, u32)>,
    pub merged: Vec<Merged>,
    cells_left: &'a mut usize,
    most_cells: usize,
}

impl<'a> SheetIn<'a> {
    pub fn open(
        sink: &'a mut dyn Sink,
        budget: &'a mut Budget,
        name: &str,
        visibility: Visibility,
    ) -> Result<Self, Reason> {
        budget.sheets_left = budget
            .sheets_left
            .checked_sub(1)
            .ok_or(Reason::TooManySheets { most: budget.most_sheets })?;
        sink.open_sheet(name, visibility)?;
        Ok(Self {
            sink,
            warnings: BTreeMap::new(),
            merged: Vec::new(),
            cells_left: &mut budget.cells_left,
            most_cells: budget.most_cells,
        })
    }

    pub fn put(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Reason> {
        if matches!(cell, Cell::Empty | Cell::Text("")) {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            self.warn(WarningKind::OutsideGrid, || address(row, column));
            return Ok(());
        }
        *self.cells_left =
            self.cells_left.checked_sub(1).ok_or(Reason::TooManyCells { most: self.most_cells })?;
        match cell {
            Cell::Number(number) | Cell::Percent(number) if !number.is_finite() => {
                self.warn(WarningKind::NotANumber, || address(row, column));
                self.sink.cell(row, column, Cell::Error("not a number"))
            }
            Cell::Text(text) if text.bytes().any(is_control) => {
                self.warn(WarningKind::ControlCharacters, || address(row, column));
                let plain: String =
                    text.chars().filter(|&c| !u8::try_from(c).is_ok_and(is_control)).collect();
                if plain.is_empty() {
                    return Ok(());
                }
                self.sink.cell(row, column, Cell::Text(&plain))
            }
            cell => self.sink.cell(row, column, cell),
        }
    }

    pub fn warn(&mut self, kind: WarningKind, first: impl FnOnce() -> String) {
        let entry = self.warnings.entry(kind).or_insert_with(|| (first(), 0));
        entry.1 = entry.1.saturating_add(1);
    }

    pub fn progress(&mut self, thousandths: u16) -> Result<(), Reason> {
        self.sink.progress(thousandths)
    }

    pub fn close(self, state: SheetState) -> Result<(), Reason> {
        let warnings = self
            .warnings
            .into_iter()
            .map(|(kind, (first, count))| Warning { kind, first, count })
            .collect();
        self.sink.close_sheet(state, warnings, &self.merged)
    }
}

/// Returns whether a byte stands for a character that cells do not show; a tab and line ends do.
const fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 11 | 12 | 14..=31)
}

/// What is left of the limits on sheets and cells.
pub(crate) struct Budget {
    cells_left: usize,
    most_cells: usize,
    sheets_left: usize,
    most_sheets: usize,
}

impl Budget {
    pub fn new(limits: &super::Limits) -> Self {
        Self {
            cells_left: limits.cells,
            most_cells: limits.cells,
            sheets_left: limits.sheets,
            most_sheets: limits.sheets,
        }
    }
}

/// Keeps what is read as a workbook, within the parent's own limit of memory.
pub(crate) struct Keep {
    pub workbook: Workbook,
    pub thousandths: u16,
    bytes_left: usize,
    most_cells: usize,
}

impl Keep {
    pub fn new(source: &str, limits: &super::Limits) -> Self {
        Self {
            workbook: Workbook { source: source.to_owned(), ..Workbook::default() },
            thousandths: 0,
            bytes_left: limits.kept_bytes,
            most_cells: limits.cells,
        }
    }
}

impl Sink for Keep {
    fn format(&mut self, format: &str) -> Result<(), Reason> {
        format.clone_into(&mut self.workbook.format);
        Ok(())
    }

    fn text_form(&mut self, form: &TextForm) -> Result<(), Reason> {
        self.workbook.text = Some(form.clone());
        Ok(())
    }

    fn open_sheet(&mut self, name: &str, visibility: Visibility) -> Result<(), Reason> {
        self.workbook.sheets.push(Sheet::new(name, visibility));
        Ok(())
    }

    fn cell(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Reason> {
        let sheet = self.workbook.sheets.last_mut().ok_or(Reason::Damaged)?;
        let before = sheet.bytes();
        sheet.put(row, column, cell);
        self.bytes_left = self
            .bytes_left
            .checked_sub(sheet.bytes() - before)
            .ok_or(Reason::TooManyCells { most: self.most_cells })?;
        Ok(())
    }

    fn close_sheet(
        &mut self,
        state: SheetState,
        warnings: Vec<Warning>,
        merged: &[Merged],
    ) -> Result<(), Reason> {
        let sheet = self.workbook.sheets.last_mut().ok_or(Reason::Damaged)?;
        sheet.finish(state, warnings, merged);
        Ok(())
    }

    fn progress(&mut self, thousandths: u16) -> Result<(), Reason> {
        self.thousandths = thousandths;
        Ok(())
    }
}
