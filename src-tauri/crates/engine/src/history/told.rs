//! Entries and their rows, told.

use std::ops::ControlFlow;

use domain::TaskId;
use jiff::Timestamp;
use storage::audit::StoredEntry;

use super::{FIRST_ROWS, Known, Sieve, kind, made_at, words};
use crate::{Op, Result};

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its number, from 1.
    pub seq: u32,
    /// When it was made.
    pub at: Timestamp,
    /// In whose name, as entered; empty where none was.
    pub actor: String,
    /// What kind of change, in a word or two.
    pub kind: String,
    /// What was done, in words.
    pub sentence: String,
    /// The first rows that it changed, of those that the filter shows.
    pub rows: Vec<HistoryRow>,
    /// How many rows that is in all.
    pub row_count: usize,
    /// The entry that undid it, where that holds still.
    pub undone_by: Option<u32>,
    /// Whether the task that is filtered by stood otherwise after this entry than it does now.
    pub restorable: bool,
}

/// What an entry did to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// What changed: the name that a task had at that time, or what another record is called.
    pub subject: String,
    /// The task, where it is one or hangs on one.
    pub task: Option<TaskId>,
    /// What happened to it.
    pub verb: Verb,
    /// Its fields that differ.
    pub cells: Vec<CellChange>,
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// It is new.
    Added,
    /// Its fields have other values.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// It is gone.
    Deleted,
}

/// A field before and after; nothing where it was or is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The field's name.
    pub field: String,
    /// Its text before.
    pub old: Option<String>,
    /// Its text after.
    pub new: Option<String>,
}

impl Verb {
    /// Returns the verb as a word of a table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Deleted => "deleted",
        }
    }
}

/// Tells an entry, or nothing where the filter shows none of its rows.
pub(super) fn entry(
    stored: &StoredEntry<'_>,
    known: &Known,
    sieve: &Sieve,
) -> Result<Option<HistoryEntry>> {
    let mut shown = Vec::new();
    let row_count = if sieve.passes_all(&head(stored, known)) {
        // Counting a row is cheaper than telling it.
        let starts = stored.rows(known.columns())?.in_order()?;
        for start in starts.iter().take(FIRST_ROWS) {
            shown.push(words::describe(&start.read()?, stored.entry.seq, known));
        }
        starts.len()
    } else {
        let mut count = 0;
        rows(stored, known, sieve, |place, row| {
            if place < FIRST_ROWS {
                shown.push(row);
            }
            count = place + 1;
            Ok(ControlFlow::Continue(()))
        })?;
        count
    };
    let seq = stored.entry.seq;
    Ok((row_count > 0).then(|| HistoryEntry {
        seq,
        at: made_at(stored),
        actor: stored.entry.actor.clone(),
        kind: kind(&stored.entry.op),
        sentence: sentence(stored, known),
        rows: shown,
        row_count,
        undone_by: known.undone_by(seq),
        restorable: sieve.task().is_some_and(|task| known.is_past_version(task, seq)),
    }))
}

/// Tells the rows of an entry that the filter shows, each with its place among them.
pub(super) fn rows(
    stored: &StoredEntry<'_>,
    known: &Known,
    sieve: &Sieve,
    mut visit: impl FnMut(usize, HistoryRow) -> Result<ControlFlow<()>>,
) -> Result<()> {
    if !sieve.may_pass(stored)? {
        return Ok(());
    }
    let head = head(stored, known);
    let mut place = 0;
    for start in stored.rows(known.columns())?.in_order()? {
        let row = words::describe(&start.read()?, stored.entry.seq, known);
        if sieve.passes(&row, &head) {
            if visit(place, row)?.is_break() {
                break;
            }
            place += 1;
        }
    }
    Ok(())
}

/// Says what an entry did, and which entry it took back or made again.
pub(super) fn sentence(stored: &StoredEntry<'_>, known: &Known) -> String {
    let entry = &stored.entry;
    let detail = if entry.detail.is_empty() { kind(&entry.op) } else { entry.detail.clone() };
    let Some((first, op)) = known.reverts(entry.seq) else { return detail };
    let verb = if entry.op == Op::Undo.key() { "Undid" } else { "Redid" };
    format!("{verb} {} of entry {first}: {detail}", op.map_or("change", Op::label))
}

/// What a search finds of an entry besides its rows.
fn head(stored: &StoredEntry<'_>, known: &Known) -> String {
    let kind = kind(&stored.entry.op);
    format!("{} {kind}", sentence(stored, known)).to_lowercase()
}
