//! What columns were used for, remembered by their names.
//!
//! On this machine and not in the workspace: the same list of the same colleague is brought into many
//! workspaces. Only names of columns are kept, nothing of what stands in them.

use std::collections::BTreeMap;

use domain::{ColumnKind, CustomColumn, Field};
use serde::{Deserialize, Serialize};
use spreadsheet::Proposal;

use super::{ColumnUse, Import, Uses};
use crate::cells::fold;

/// What columns with these names were used for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RememberedColumns {
    /// By the name of the column: a field, a kind of custom column, or nothing.
    uses: BTreeMap<String, String>,
}

const FIELD: &str = "field:";
const KEEP: &str = "keep:";

impl RememberedColumns {
    /// Returns whether a header has exactly these names.
    pub(crate) fn is_for(&self, proposal: &Proposal) -> bool {
        // Without a header columns are named by their letters, which say nothing.
        if proposal.header_row.is_none() {
            return false;
        }
        let mut names = proposal.columns.iter().map(|column| fold(&column.name));
        self.uses.len() == proposal.columns.len() && names.all(|it| self.uses.contains_key(&it))
    }

    /// Returns whether it is about the same names.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.uses.keys().eq(other.uses.keys())
    }

    /// Uses columns as before.
    pub(super) fn apply(&self, proposal: &Proposal, custom: &[CustomColumn], uses: &mut Uses) {
        for column in &proposal.columns {
            let Some(text) = self.uses.get(&fold(&column.name)) else { continue };
            let named = custom.iter().find(|it| fold(&it.name) == fold(&column.name));
            let before = if let Some(key) = text.strip_prefix(FIELD) {
                Field::from_key(key).map(ColumnUse::Field)
            } else if let Some(kind) = text.strip_prefix(KEEP) {
                // What was made for it then is there now, if this is the same workspace.
                let kind = ColumnKind::from_key(kind).map(ColumnUse::Keep);
                named.map(|it| ColumnUse::Field(it.field())).or(kind)
            } else {
                Some(ColumnUse::LeftOut)
            };
            uses.columns.extend(before.map(|before| (column.index, before)));
        }
    }
}

impl Import {
    /// Returns what its columns are used for, to be remembered.
    pub fn remembered(&self) -> Option<RememberedColumns> {
        let chosen = self.chosen.as_ref().filter(|it| it.proposal.header_row.is_some())?;
        let text = |column: u32| match chosen.uses.of(column) {
            ColumnUse::Field(Field::Custom(id)) => {
                let known = chosen.mapping.columns.iter().find(|it| it.id == id);
                format!("{KEEP}{}", known.map_or(ColumnKind::Text, |it| it.kind).key())
            }
            ColumnUse::Field(field) => format!("{FIELD}{}", field.key()),
            ColumnUse::Keep(kind) => format!("{KEEP}{}", kind.key()),
            ColumnUse::LeftOut => "out".to_owned(),
        };
        let columns = chosen.proposal.columns.iter();
        let uses = columns.map(|column| (fold(&column.name), text(column.index))).collect();
        Some(RememberedColumns { uses })
    }
}
