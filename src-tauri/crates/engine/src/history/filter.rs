//! Which part of the history to show.

use domain::TaskId;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use memchr::memmem::Finder;
use storage::audit::{StoredEntry, Stretch};

use super::HistoryRow;
use crate::{Error, Result};

/// Which part of the history to show. The default shows all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Words that an entry must hold, in its sentence or all in one of its rows.
    pub text: String,
    /// The kind of change, by its stable name.
    pub kind: Option<String>,
    /// In whose name.
    pub person: Option<String>,
    /// The task that was changed.
    pub task: Option<TaskId>,
    /// The first moment to show, in milliseconds since 1970.
    pub from: Option<i64>,
    /// The moment before which the last shown entry was made.
    pub until: Option<i64>,
}

impl HistoryFilter {
    /// Takes the first and the last day to show, both as in `2026-05-31`, in the system's time.
    pub fn between(mut self, first: Option<&str>, last: Option<&str>) -> Result<Self> {
        self.from = first.map(|day| start_of(day, 0)).transpose()?;
        self.until = last.map(|day| start_of(day, 1)).transpose()?;
        Ok(self)
    }

    pub(super) fn stretch(&self, before: Option<u32>) -> Stretch {
        Stretch {
            after: None,
            before,
            op: self.kind.clone(),
            actor: self.person.clone(),
            from: self.from,
            until: self.until,
        }
    }
}

/// Returns when a day starts, or one some days later, in milliseconds since 1970.
fn start_of(day: &str, later: i64) -> Result<i64> {
    let wrong = |_| Error::NotADay(day.to_owned());
    let date: Date = day.trim().parse().map_err(wrong)?;
    let span = jiff::Span::new().days(later);
    let zoned = date.checked_add(span).and_then(|date| date.to_zoned(TimeZone::system()));
    Ok(zoned.map_err(wrong)?.timestamp().as_millisecond())
}

/// What decides row by row, made ready once.
pub(super) struct Sieve {
    words: Vec<String>,
    task: Option<(TaskId, Finder<'static>)>,
}

impl Sieve {
    pub(super) fn new(filter: &HistoryFilter) -> Self {
        let finder = |id: TaskId| Finder::new(id.to_string().as_bytes()).into_owned();
        Self {
            words: filter.text.to_lowercase().split_whitespace().map(str::to_owned).collect(),
            task: filter.task.map(|id| (id, finder(id))),
        }
    }

    pub(super) fn task(&self) -> Option<TaskId> {
        self.task.as_ref().map(|(id, _)| *id)
    }

    /// Returns whether every row passes, whatever it holds.
    pub(super) fn passes_all(&self, head: &str) -> bool {
        self.task.is_none() && self.is_in(head)
    }

    fn is_in(&self, head: &str) -> bool {
        self.words.iter().all(|word| head.contains(word))
    }

    /// Returns whether a row may pass, without reading any.
    pub(super) fn may_pass(&self, stored: &StoredEntry<'_>) -> Result<bool> {
        Ok(match &self.task {
            Some((_, finder)) => stored.mentions(finder)?,
            None => true,
        })
    }

    pub(super) fn passes(&self, row: &HistoryRow, head: &str) -> bool {
        let is_of_task = self.task().is_none_or(|task| row.task == Some(task));
        is_of_task && (self.is_in(head) || self.words.iter().all(|word| holds(row, word)))
    }
}

fn holds(row: &HistoryRow, word: &str) -> bool {
    let found = |text: &str| text.to_lowercase().contains(word);
    found(&row.subject)
        || row.verb.word().contains(word)
        || row.cells.iter().any(|cell| {
            found(&cell.field)
                || cell.old.as_deref().is_some_and(found)
                || cell.new.as_deref().is_some_and(found)
        })
}
