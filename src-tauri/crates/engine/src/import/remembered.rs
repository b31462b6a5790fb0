//! What columns were used for and how they were read, remembered by their names.
//!
//! On this machine and not in the workspace: the same list of the same colleague is brought into many
//! workspaces. Names of columns are kept, and of what stands in them only the words for levels that somebody
//! answered about. What is asked because a guess would be a thousandfold off is asked each time.

use std::collections::BTreeMap;

use domain::{ColumnKind, CustomColumn, Field, Score};
use serde::{Deserialize, Serialize};
use spreadsheet::Proposal;
use spreadsheet::draft::{Meaning, Reading};

use super::{ColumnUse, Import, Uses};
use crate::cells::fold;

/// What columns with these names were used for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RememberedColumns {
    /// By the name of the column: a field, a kind of custom column, or nothing.
    uses: BTreeMap<String, String>,
    /// By the name of the column: how its scores are read.
    scores: BTreeMap<String, RememberedScores>,
}

/// How the scores of a column are read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct RememberedScores {
    /// The score that a word means; nothing for a blank.
    words: BTreeMap<String, Option<u8>>,
    /// Whether 5 is bad.
    turned: Option<bool>,
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

    /// Returns how columns that are used for scores were read before.
    pub(super) fn readings(&self, proposal: &Proposal, uses: &Uses) -> BTreeMap<u32, Reading> {
        let is_score = |column: u32| matches!(uses.of(column), ColumnUse::Field(Field::Score(_)));
        let columns = proposal.columns.iter().filter(|column| is_score(column.index));
        let read = columns.filter_map(|column| {
            let known = self.scores.get(&fold(&column.name))?;
            let meaning = |score: Option<u8>| match score {
                None => Some(Meaning::Blank),
                Some(score) => Score::new(score).map(Meaning::Score),
            };
            let words = known.words.iter();
            let words = words.filter_map(|(word, score)| Some((word.clone(), meaning(*score)?)));
            let words = words.collect();
            Some((column.index, Reading { words, turned: known.turned, ..Reading::default() }))
        });
        read.collect()
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
        let columns = chosen.proposal.columns.iter();
        let scores = columns.filter_map(|column| {
            let reading = chosen.readings.get(&column.index)?;
            let score = |meaning: &Meaning| match meaning {
                Meaning::Score(score) => Some(score.get()),
                Meaning::Blank => None,
            };
            let words = reading.words.iter().map(|(word, it)| (word.clone(), score(it)));
            let scores = RememberedScores { words: words.collect(), turned: reading.turned };
            (scores != RememberedScores::default()).then(|| (fold(&column.name), scores))
        });
        Some(RememberedColumns { uses, scores: scores.collect() })
    }
}
