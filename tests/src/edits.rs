//! Random edits that are the same for the same seed, and a digest of what they lead to.
//!
//! The driver makes them in a process that is killed; the test makes them again in memory and compares.

use std::hash::{DefaultHasher, Hash, Hasher};

use engine::cells::{CellRange, Column};
use engine::domain::{Dimension, Field};
use engine::{Error, Result, StorageError, Workspace};

/// A row of edits that depends on nothing but its seed.
#[derive(Debug)]
pub struct Edits(u64);

impl Edits {
    /// Starts a row of edits.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Makes the next edit.
    pub fn step(&mut self, workspace: &mut Workspace) -> Result<()> {
        let rows = workspace.sheet().len();
        let choice = if rows == 0 { 0 } else { self.below(10) };
        let done = match choice {
            0 | 1 => workspace.add_task(&format!("Task {}", self.below(1_000_000))),
            2 => {
                let (row, text) =
                    (self.below(rows), ["1", "3", "5", "6", "high", ""][self.below(6)]);
                let dimension = Dimension::ALL[self.below(4)];
                workspace.fill_cells(&range(row, Field::Score(dimension)), text)
            }
            3 => {
                let row = self.below(rows);
                let text = "Checked on Mondays by its owner. ".repeat(self.below(30));
                workspace.fill_cells(&range(row, Field::Notes), &text)
            }
            4 => workspace.insert_tasks(self.below(rows), 1 + self.below(3)),
            5 => {
                let row = self.below(rows);
                workspace.duplicate_tasks(&(row..=row))
            }
            6 => {
                let row = self.below(rows);
                workspace.move_tasks(&(row..=row), self.below(rows))
            }
            7 if rows > 20 => {
                let row = self.below(rows - 5);
                workspace.delete_tasks(&(row..=row + 4))
            }
            8 => workspace.undo(),
            9 => workspace.redo(),
            _ => {
                let row = self.below(rows);
                workspace.clear_cells(&range(row, Field::Owner))
            }
        };
        match done {
            // There is not always something to undo.
            Ok(_) | Err(Error::Storage(StorageError::NoStep)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Returns the next number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }
}

fn range(row: usize, field: Field) -> CellRange {
    CellRange { rows: row..=row, columns: vec![Column::Field(field)] }
}

/// Returns a digest of everything that the rows show, but for the ids, which differ from run to run.
pub fn digest(workspace: &Workspace) -> u64 {
    let mut hasher = DefaultHasher::new();
    for task in workspace.sheet().tasks() {
        for field in Field::ALL {
            task.shown_text(field).hash(&mut hasher);
            task.text(field).hash(&mut hasher);
        }
    }
    hasher.finish()
}
