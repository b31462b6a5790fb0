//! One value over many cells, and rows copied down.

use super::CellRange;
use crate::words::count;
use crate::{Op, Outcome, Result, Workspace};

impl Workspace {
    /// Puts one text into every cell of a range.
    pub fn fill_cells(&mut self, range: &CellRange, text: &str) -> Result<Outcome> {
        self.transact(Op::Fill, |change| {
            let mut cells = 0;
            for mut placed in change.rows(&range.rows)? {
                for field in range.fields() {
                    change.enter(&mut placed.task, field, text);
                    cells += 1;
                }
                change.update(&placed)?;
            }
            Ok(format!("Filled {}", count(cells, "cell")))
        })
    }

    /// Copies the rows of a range down to `last_row`, from the top again when they run out.
    pub fn fill_down(&mut self, source: &CellRange, last_row: usize) -> Result<Outcome> {
        let first = source.rows.end() + 1;
        let outcome = self.transact(Op::Fill, |change| {
            let pattern = change.rows(&source.rows)?;
            let mut cells = 0;
            let targets = change.rows(&(first..=last_row))?;
            for (mut placed, model) in targets.into_iter().zip(pattern.iter().cycle()) {
                for field in source.fields() {
                    let text = model.task.shown_text(field);
                    change.enter(&mut placed.task, field, &text);
                    cells += 1;
                }
                change.update(&placed)?;
            }
            Ok(format!("Filled {}", count(cells, "cell")))
        })?;
        Ok(Outcome { focus: Some(*source.rows.start()..=last_row), ..outcome })
    }
}
