//! Finding a text and replacing it.

use engine::replace;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::FieldKey;
use super::number;

/// What to look for, and what to put in its place.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Replacement {
    pub find: String,
    pub with: String,
    /// Nothing looks in all columns of text.
    pub field: Option<FieldKey>,
    pub match_case: bool,
}

/// How much a replacement would change.
#[derive(Debug, Clone, Copy, Serialize, Type)]
pub struct Matches {
    pub cells: u32,
    pub tasks: u32,
}

impl From<Replacement> for replace::Replacement {
    fn from(wanted: Replacement) -> Self {
        let Replacement { find, with, field, match_case } = wanted;
        Self { find, with, field: field.map(Into::into), match_case }
    }
}

impl From<replace::Matches> for Matches {
    fn from(matches: replace::Matches) -> Self {
        Self { cells: number(matches.cells), tasks: number(matches.tasks) }
    }
}
