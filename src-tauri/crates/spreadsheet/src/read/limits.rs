//! How much of a machine one import may take.
//!
//! Kept as one value that travels to the child, so that parent and child can never disagree.

use serde::{Deserialize, Serialize};

/// The limits of one import; the defaults suit a laptop with 4 GB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The size of the file, in bytes.
    pub file_bytes: u64,
    /// The files inside a zipped workbook.
    pub zip_entries: usize,
    /// All of them unpacked, in bytes.
    pub unpacked_bytes: u64,
    /// One of them unpacked, in bytes.
    pub part_bytes: u64,
    /// How many times larger a part may get when it is unpacked, after its first 10 MB.
    pub unpacked_ratio: u64,
    /// The cells that hold something, over all sheets.
    pub cells: usize,
    /// What the parent keeps for one file, in bytes.
    pub kept_bytes: usize,
    /// The sheets of a workbook.
    pub sheets: usize,
    /// How long reading may take, in seconds.
    pub seconds: u64,
    /// The address space of the child, in bytes.
    pub memory_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 100 << 20,
            zip_entries: 10_000,
            unpacked_bytes: 1 << 30,
            part_bytes: 512 << 20,
            unpacked_ratio: 200,
            cells: 5_000_000,
            kept_bytes: 256 << 20,
            sheets: 1_000,
            seconds: 60,
            memory_bytes: 1_500 << 20,
        }
    }
}
