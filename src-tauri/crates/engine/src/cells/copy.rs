//! Reading a range of cells, for the clipboard.

use spreadsheet::clipboard;

use super::CellRange;
use crate::{Result, Workspace};

/// A range of cells as other programs take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Tab-separated text.
    pub text: String,
    /// An HTML table.
    pub html: String,
    /// How many cells.
    pub cells: usize,
}

impl Workspace {
    /// Returns a range as the clipboard carries it.
    pub fn copy(&self, range: &CellRange) -> Result<Copied> {
        let texts = self.cell_texts(range)?;
        Ok(Copied {
            text: clipboard::to_tsv(&texts),
            html: clipboard::to_html_table(&texts),
            cells: texts.iter().map(Vec::len).sum(),
        })
    }

    /// Returns the texts that the cells of a range show, row by row.
    pub fn cell_texts(&self, range: &CellRange) -> Result<Vec<Vec<String>>> {
        let rows = self.sheet.entries_in(&range.rows)?;
        Ok(rows
            .iter()
            .map(|entry| range.columns.iter().map(|column| column.shown_text(entry)).collect())
            .collect())
    }
}
