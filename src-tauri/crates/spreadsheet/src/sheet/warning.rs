//! What a person should know about a sheet before they trust what was read from it.
//!
//! Kept apart from the cells: one warning a kind, with a count, however many cells it holds for.

use domain::figures;
use serde::{Deserialize, Serialize};

/// Something about a sheet that a person should know before they trust what was read from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WarningKind {
    /// Cells outside the grid of any spreadsheet were left out.
    OutsideGrid,
    /// Numbers that are not finite, or not numbers.
    NotANumber,
    /// Texts that the file refers to and does not hold.
    MissingText,
    /// Cells stated twice: the last one counts.
    StatedTwice,
    /// Values under a merged range, which no program shows.
    UnderMerge,
    /// Characters that the file's encoding cannot hold were replaced.
    ReplacedCharacters,
    /// Characters that no program shows were left out.
    ControlCharacters,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// Rows hidden by hand or by a filter.
    HiddenRows,
    /// Columns hidden by hand.
    HiddenColumns,
}

/// A kind of warning, how often it holds, and where first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What it is.
    pub kind: WarningKind,
    /// The first cell, row or column it holds for.
    pub first: String,
    /// How many there are.
    pub count: u32,
}

impl Warning {
    /// Returns the warning as a sentence.
    pub fn sentence(&self) -> String {
        let Self { kind, first, count } = self;
        let many = |one: &str, more: &str| {
            if *count == 1 { format!("1 {one}") } else { format!("{} {more}", figures(*count)) }
        };
        match kind {
            WarningKind::OutsideGrid => format!(
                "{} left out, the first at {first}: it lies outside the grid of a spreadsheet.",
                many("cell was", "cells were")
            ),
            WarningKind::NotANumber => format!(
                "{} no number, the first at {first}.",
                many(
                    "cell is marked as a number but holds",
                    "cells are marked as numbers but hold"
                )
            ),
            WarningKind::MissingText => format!(
                "{} to a text that the file does not hold, the first at {first}.",
                many("cell refers", "cells refer")
            ),
            WarningKind::StatedTwice => {
                format!(
                    "{} twice, the first at {first}. The last value counts.",
                    many("cell is in the file", "cells are in the file")
                )
            }
            WarningKind::UnderMerge => format!(
                "{} under merged cells left out, the first at {first}: nobody sees it in the sheet.",
                many("value", "values")
            ),
            WarningKind::ReplacedCharacters => {
                "Some characters could not be read and are shown as �.".to_owned()
            }
            WarningKind::ControlCharacters => format!(
                "{} characters that no program shows, the first {first}. They were left out.",
                many("cell holds", "cells hold")
            ),
            WarningKind::OpenQuote => format!(
                "A quotation mark in row {first} is never closed; it is read as a part of the text."
            ),
            WarningKind::HiddenRows => format!(
                "{} hidden in the sheet, the first is row {first}. They are read like the others.",
                many("row is", "rows are")
            ),
            WarningKind::HiddenColumns => format!(
                "{} hidden in the sheet, the first is column {first}. They are read like the others.",
                many("column is", "columns are")
            ),
        }
    }
}
