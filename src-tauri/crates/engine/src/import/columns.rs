//! What each column of a table is used for.

use std::collections::{BTreeMap, BTreeSet};

use domain::{ColumnId, ColumnKind, CustomColumn, Field};
use spreadsheet::table::{Role, guess_kind};
use spreadsheet::{Proposal, Sheet};
use uuid::Uuid;

use super::RememberedColumns;
use crate::cells::fold;

/// Names of columns by which other programs tell their rows apart.
const KEYS: [&str; 12] = [
    "id",
    "task id",
    "key",
    "issue key",
    "ref",
    "reference",
    "ticket",
    "ticket id",
    "no",
    "nr",
    "number",
    "#",
];

/// What a column is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnUse {
    /// It fills a field, or a custom column that is here already.
    Field(Field),
    /// A custom column of this kind is made for it.
    Keep(ColumnKind),
    /// Nothing.
    LeftOut,
}

/// What the columns of a table are used for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uses {
    /// By the column, counted from 0.
    pub columns: BTreeMap<u32, ColumnUse>,
    /// The column by whose values tasks are found again.
    pub find_by: Option<u32>,
}

impl Uses {
    /// Returns what is proposed: what was chosen for the same header before, else what the names say.
    pub(super) fn proposed(
        proposal: &Proposal,
        custom: &[CustomColumn],
        memory: &[RememberedColumns],
    ) -> Self {
        let mut uses = Self::default();
        for column in &proposal.columns {
            let named = || custom.iter().find(|it| fold(&it.name) == fold(&column.name));
            let free = matches!(column.role, Role::Unknown | Role::Risk);
            let proposed = match column.field {
                Some(field) => ColumnUse::Field(field),
                None if free => {
                    named().map_or(ColumnUse::LeftOut, |it| ColumnUse::Field(it.field()))
                }
                None => ColumnUse::LeftOut,
            };
            uses.columns.insert(column.index, proposed);
        }
        if let Some(remembered) = memory.iter().find(|it| it.is_for(proposal)) {
            remembered.apply(proposal, custom, &mut uses);
        }
        let is_key = |column: &&spreadsheet::ColumnProposal| {
            let is_custom = matches!(uses.of(column.index), ColumnUse::Field(Field::Custom(_)));
            is_custom && KEYS.contains(&fold(&column.name).trim())
        };
        uses.find_by = proposal.columns.iter().find(is_key).map(|column| column.index);
        uses
    }

    /// Returns what a column is used for.
    pub fn of(&self, column: u32) -> ColumnUse {
        self.columns.get(&column).copied().unwrap_or(ColumnUse::LeftOut)
    }

    /// Returns the field that each column fills.
    pub(super) fn fields(&self, made: &BTreeMap<u32, CustomColumn>) -> BTreeMap<u32, Field> {
        let field = |(&column, used): (&u32, &ColumnUse)| match used {
            ColumnUse::Field(field) => Some((column, *field)),
            ColumnUse::Keep(_) => Some((column, made.get(&column)?.field())),
            ColumnUse::LeftOut => None,
        };
        self.columns.iter().filter_map(field).collect()
    }
}

/// Returns the custom columns that are to be made, those of before with their identity.
pub(super) fn made(
    sheet: &Sheet,
    proposal: &Proposal,
    uses: &Uses,
    before: &BTreeMap<u32, CustomColumn>,
    custom: &[CustomColumn],
) -> BTreeMap<u32, CustomColumn> {
    let mut taken: BTreeSet<String> = Field::ALL.iter().map(|field| fold(field.name())).collect();
    taken.extend(custom.iter().map(|column| fold(&column.name)));
    let mut result = BTreeMap::new();
    for column in &proposal.columns {
        let ColumnUse::Keep(kind) = uses.of(column.index) else { continue };
        let (guessed, choices) = guess_kind(sheet, proposal.header_row, column.index);
        let known = before.get(&column.index);
        let made = CustomColumn {
            id: known.map_or_else(|| ColumnId::new(Uuid::now_v7()), |it| it.id),
            name: free_name(&column.name, &mut taken),
            kind: if kind == ColumnKind::Choice { guessed } else { kind },
            choices: if kind == ColumnKind::Choice { choices } else { Vec::new() },
        };
        result.insert(column.index, made);
    }
    result
}

/// Returns a name that no other column has, and takes it.
fn free_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = name.to_owned();
    let mut number = 2;
    while !taken.insert(fold(&free)) {
        free = format!("{name} {number}");
        number += 1;
    }
    free
}
