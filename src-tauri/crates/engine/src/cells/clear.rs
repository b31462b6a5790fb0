//! Emptying cells.

use super::CellRange;
use crate::words::count;
use crate::{Op, Outcome, Result, Workspace};

impl Workspace {
    /// Empties the cells of a range, refused texts with them.
    pub fn clear_cells(&mut self, range: &CellRange) -> Result<Outcome> {
        self.transact(Op::Clear, |change| {
            let mut cells = 0;
            for placed in change.rows(&range.rows)? {
                let mut cleared = placed.clone();
                for field in range.fields() {
                    cells += usize::from(!cleared.task.shown_text(field).is_empty());
                    change.enter(&mut cleared.task, field, "");
                }
                if cleared != placed {
                    change.update(&cleared)?;
                }
            }
            Ok(format!("Cleared {}", count(cells, "cell")))
        })
    }
}
