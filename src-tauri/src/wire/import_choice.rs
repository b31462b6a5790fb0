//! What happens to the rows of an import, and which of them are shown.

use engine::import::{Import, PlannedRow, RowChoice, RowState, Rule};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What happens to rows that conflict.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportRule {
    Ask,
    KeepMine,
    TakeTheirs,
}

/// What happens to one row.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportChoice {
    KeepMine,
    TakeTheirs,
}

/// What a row is, as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    New,
    Changed,
    Same,
    Conflict,
    Unreadable,
    /// A task that is here and no longer in the file.
    Missing,
}

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportFilter {
    All,
    New,
    Changed,
    Same,
    Conflict,
    Unreadable,
    /// The tasks that are here and no longer in the file, which are no rows of it.
    Missing,
    /// Those with a problem in a cell, whatever their state.
    Problems,
}

impl ImportFilter {
    /// Returns whether a row is shown.
    pub fn shows(self, row: &PlannedRow, import: &Import) -> bool {
        match self {
            Self::All => true,
            Self::New => row.state == RowState::New,
            Self::Changed => row.state == RowState::Changed,
            Self::Same => row.state == RowState::Same,
            Self::Conflict => row.state == RowState::Conflict,
            Self::Unreadable => row.state == RowState::Unreadable,
            Self::Missing => false,
            Self::Problems => import.drafts()[row.draft].problems().next().is_some(),
        }
    }
}

impl From<RowState> for ImportState {
    fn from(state: RowState) -> Self {
        match state {
            RowState::New => Self::New,
            RowState::Changed => Self::Changed,
            RowState::Same => Self::Same,
            RowState::Conflict => Self::Conflict,
            RowState::Unreadable => Self::Unreadable,
        }
    }
}

impl From<Rule> for ImportRule {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::Ask => Self::Ask,
            Rule::KeepMine => Self::KeepMine,
            Rule::TakeTheirs => Self::TakeTheirs,
        }
    }
}

impl From<ImportRule> for Rule {
    fn from(rule: ImportRule) -> Self {
        match rule {
            ImportRule::Ask => Self::Ask,
            ImportRule::KeepMine => Self::KeepMine,
            ImportRule::TakeTheirs => Self::TakeTheirs,
        }
    }
}

impl From<RowChoice> for ImportChoice {
    fn from(choice: RowChoice) -> Self {
        match choice {
            RowChoice::KeepMine => Self::KeepMine,
            RowChoice::TakeTheirs => Self::TakeTheirs,
        }
    }
}

impl From<ImportChoice> for RowChoice {
    fn from(choice: ImportChoice) -> Self {
        match choice {
            ImportChoice::KeepMine => Self::KeepMine,
            ImportChoice::TakeTheirs => Self::TakeTheirs,
        }
    }
}
