//! Reading a range of cells, for the clipboard.

use super::CellRange;
use crate::{Result, Workspace};

impl Workspace {
    /// Returns the texts that the cells of a range show, row by row.
    pub fn cell_texts(&self, range: &CellRange) -> Result<Vec<Vec<String>>> {
        let rows = self.sheet.span(&range.rows)?;
        Ok(rows
            .iter()
            .map(|placed| {
                range.columns.iter().map(|column| column.shown_text(&placed.task)).collect()
            })
            .collect())
    }
}
