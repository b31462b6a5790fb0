//! The history of a workspace in words: what changed, from what to what, when and in whose name.

mod export;
mod filter;
mod known;
mod restore;
mod told;
mod words;

use std::ops::ControlFlow;

use domain::TaskId;
use jiff::Timestamp;
use storage::audit::{StoredEntry, Stretch};

use crate::{Error, Op, Result, Workspace};

pub use export::ExportedHistory;
pub use filter::HistoryFilter;
use filter::Sieve;
pub(crate) use known::Known;
pub use told::{CellChange, HistoryEntry, HistoryRow, Verb};

/// How many changed rows an entry tells before it is asked for more.
pub const FIRST_ROWS: usize = 10;

/// How many bytes of recorded changes one page may look through, so that the next verb waits briefly.
const MOST_BYTES: usize = 16 << 20;

/// A page of the history, the newest entry first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryPage {
    /// How many entries the whole trail has.
    pub total: u32,
    /// The entries that the filter shows.
    pub entries: Vec<HistoryEntry>,
    /// Where to go on, unless the trail ends here. A page may end before it is full.
    pub older: Option<u32>,
}

/// What there is to filter by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryChoices {
    /// In whose names changes were made.
    pub people: Vec<String>,
    /// The kinds of change: the key, and what it is called.
    pub kinds: Vec<(String, String)>,
}

impl Workspace {
    /// Returns entries from the newest back, older than `before` if given.
    pub fn history(
        &self,
        filter: &HistoryFilter,
        before: Option<u32>,
        count: usize,
    ) -> Result<HistoryPage> {
        self.follow_trail()?;
        let known = self.known.borrow();
        let sieve = Sieve::new(filter);
        let mut page = HistoryPage { total: known.entries(), ..HistoryPage::default() };
        let mut bytes = 0;
        let mut last = None;
        self.database.read().look_back::<Error>(&filter.stretch(before), |stored| {
            if page.entries.len() == count || bytes > MOST_BYTES {
                page.older = last;
                return Ok(ControlFlow::Break(()));
            }
            last = Some(stored.entry.seq);
            bytes += stored.bytes()?;
            page.entries.extend(told::entry(stored, &known, &sieve)?);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(page)
    }

    /// Returns some of the rows that an entry changed, of those that the filter shows.
    pub fn history_rows(
        &self,
        filter: &HistoryFilter,
        entry: u32,
        first: usize,
        count: usize,
    ) -> Result<Vec<HistoryRow>> {
        self.follow_trail()?;
        let known = self.known.borrow();
        let sieve = Sieve::new(filter);
        let mut rows = Vec::new();
        self.database.read().look_back::<Error>(&only(entry), |stored| {
            told::rows(stored, &known, &sieve, |place, row| {
                if place >= first {
                    rows.push(row);
                }
                Ok(if rows.len() < count {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                })
            })?;
            Ok(ControlFlow::Break(()))
        })?;
        Ok(rows)
    }

    /// Returns whom and what the trail can be filtered by.
    pub fn history_choices(&self) -> Result<HistoryChoices> {
        let read = self.database.read();
        let mut kinds: Vec<(String, String)> =
            read.audit_ops()?.into_iter().map(|op| (op.clone(), kind(&op))).collect();
        kinds.sort_by(|one, other| one.1.cmp(&other.1));
        Ok(HistoryChoices { people: read.audit_actors()?, kinds })
    }

    /// Returns the name that a task has or had last.
    pub fn last_name(&self, id: TaskId) -> Result<Option<String>> {
        self.follow_trail()?;
        Ok(self.known.borrow().name(id, u32::MAX).map(str::to_owned))
    }

    fn follow_trail(&self) -> Result<()> {
        self.known.borrow_mut().follow(self.database.read())
    }
}

const fn only(entry: u32) -> Stretch {
    Stretch {
        after: entry.checked_sub(1),
        before: Some(entry.saturating_add(1)),
        op: None,
        actor: None,
        from: None,
        until: None,
    }
}

/// Returns what a kind of change is called where it stands alone.
fn kind(op: &str) -> String {
    let label = Op::from_key(op).map_or_else(|| op.replace('_', " "), |op| op.label().to_owned());
    words::capitalised(&label)
}

/// Returns when an entry was made.
fn made_at(stored: &StoredEntry<'_>) -> Timestamp {
    Timestamp::from_millisecond(stored.entry.at).unwrap_or(Timestamp::UNIX_EPOCH)
}
