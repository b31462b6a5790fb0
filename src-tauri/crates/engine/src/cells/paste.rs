//! Pasting a block of texts, as a spreadsheet does it.

use domain::Task;
use storage::PlacedTask;

use super::{CellRange, Column};
use crate::tasks::{new_id, place_between};
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

/// Where a block is to be pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasteTarget {
    /// The selected cells. Their first row may be the one below the last task.
    pub range: CellRange,
    /// The columns from the first selected one to the last of the worksheet.
    pub columns_to_the_right: Vec<Column>,
}

impl Workspace {
    /// Pastes what a spreadsheet or a table put on the clipboard.
    pub fn paste_text(&mut self, target: &PasteTarget, text: &str) -> Result<Outcome> {
        self.paste(target, &spreadsheet::clipboard::parse_block(text))
    }

    /// Pastes a block of texts.
    ///
    /// One value goes into every selected cell; a block whose size divides the selection's is repeated
    /// over it; any other block is put down once from the first selected cell. Rows that are missing
    /// are made. What reaches past the last column is left out, and said so.
    pub fn paste(&mut self, target: &PasteTarget, block: &[Vec<String>]) -> Result<Outcome> {
        let width = block.iter().map(Vec::len).max().unwrap_or(0);
        let first = *target.range.rows.start();
        let height = repeated(block.len(), target.range.rows.end() + 1 - first);
        let across = repeated(width, target.range.columns.len());
        let columns = &target.columns_to_the_right;
        self.transact(Op::Paste, |change| {
            if width == 0 {
                return Ok("There was nothing to paste".to_owned());
            }
            let present = change.sheet().len();
            if first > present {
                return Err(Error::NotFound);
            }
            let missing = (first + height).saturating_sub(present);
            let mut new = place_between(change, change.sheet().task_count(), missing)?.into_iter();
            let mut cells = 0;
            for (row, texts) in (first..first + height).zip(block.iter().cycle()) {
                let existing = change.sheet().placed(row).cloned();
                let is_new = existing.is_none();
                let mut placed = match existing {
                    Some(placed) => placed,
                    None => PlacedTask {
                        task: Task::blank(new_id()),
                        position: new.next().ok_or(Error::NotFound)?,
                    },
                };
                for (place, column) in columns.iter().enumerate().take(across) {
                    if let (Column::Field(field), Some(text)) = (column, texts.get(place % width)) {
                        change.enter(&mut placed.task, *field, text);
                        cells += 1;
                    }
                }
                if is_new { change.insert(placed)? } else { change.update(&placed)? }
            }
            let left_out = across.saturating_sub(columns.len());
            Ok(sentence(cells, missing, left_out))
        })
    }
}

/// Returns how many rows or columns a block takes: the selection's where that holds it a whole number
/// of times, or else its own.
fn repeated(block: usize, selected: usize) -> usize {
    if block > 0 && selected.is_multiple_of(block) { selected } else { block }
}

fn sentence(cells: usize, made: usize, left_out: usize) -> String {
    let mut parts = vec![format!("Pasted {}", count(cells, "cell"))];
    if made > 0 {
        parts.push(format!("made {}", count(made, "row")));
    }
    if left_out > 0 {
        parts.push(format!("left out {} past the last one", count(left_out, "column")));
    }
    parts.join(", ")
}
