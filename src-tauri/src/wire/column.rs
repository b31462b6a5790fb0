//! Columns that the organisation adds.

use engine::domain;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::{CellKey, CustomKey};

/// A column that the organisation added.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CustomColumn {
    pub key: CellKey,
    pub name: String,
    pub kind: ColumnKind,
    /// What may be chosen, in order; for a column of choices only.
    pub choices: Vec<String>,
}

/// A column as the user wants it.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnWish {
    /// The column to change; nothing adds one.
    pub key: Option<CustomKey>,
    pub name: String,
    pub kind: ColumnKind,
    pub choices: Vec<String>,
}

/// What the cells of a custom column hold.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    Text,
    Number,
    Choice,
    Date,
}

impl From<&domain::CustomColumn> for CustomColumn {
    fn from(column: &domain::CustomColumn) -> Self {
        Self {
            key: column.field().into(),
            name: column.name.clone(),
            kind: column.kind.into(),
            choices: column.choices.clone(),
        }
    }
}

impl From<domain::ColumnKind> for ColumnKind {
    fn from(kind: domain::ColumnKind) -> Self {
        match kind {
            domain::ColumnKind::Text => Self::Text,
            domain::ColumnKind::Number => Self::Number,
            domain::ColumnKind::Choice => Self::Choice,
            domain::ColumnKind::Date => Self::Date,
        }
    }
}

impl From<ColumnKind> for domain::ColumnKind {
    fn from(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => Self::Text,
            ColumnKind::Number => Self::Number,
            ColumnKind::Choice => Self::Choice,
            ColumnKind::Date => Self::Date,
        }
    }
}

impl ColumnWish {
    /// Returns the choices, each once, without empty ones.
    pub fn tidy_choices(&self) -> Vec<String> {
        let mut choices: Vec<String> = Vec::new();
        for choice in &self.choices {
            let choice = choice.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_new = choices.iter().all(|it| it.to_lowercase() != choice.to_lowercase());
            if !choice.is_empty() && is_new {
                choices.push(choice);
            }
        }
        choices
    }
}
