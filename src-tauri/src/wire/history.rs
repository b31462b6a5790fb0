//! The history in words, and what to show of it.

use engine::domain::TaskId;
use engine::history as told;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::number;

/// The longest text of a value that crosses to the page; an export holds all of it.
const LONGEST: usize = 600;

/// Which part of the history to show.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryFilter {
    pub text: String,
    /// The kind of change, by its stable name.
    pub kind: Option<String>,
    pub person: Option<String>,
    pub task_id: Option<String>,
    /// The first day, as in `2026-05-31`.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// A page of the history, the newest entry first.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryPage {
    /// How many entries the whole trail has.
    pub total: u32,
    pub entries: Vec<HistoryEntry>,
    /// Where to go on; a page may end before it is full.
    pub older: Option<u32>,
    /// The name of the task that is filtered by.
    pub task_name: Option<String>,
}

/// An entry of the history.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    pub seq: u32,
    /// When it was made, in ISO 8601, UTC.
    pub at: String,
    /// In whose name; empty where none was entered.
    pub actor: String,
    /// What kind of change, in a word or two.
    pub kind: String,
    /// What was done, in words.
    pub sentence: String,
    /// The first rows that it changed.
    pub rows: Vec<HistoryRow>,
    /// How many rows it changed, of those that the filter shows.
    pub row_count: u32,
    /// The entry that undid it.
    pub undone_by: Option<u32>,
    /// Whether the task that is filtered by can be made what it was then.
    pub restorable: bool,
}

/// What an entry did to one row.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// The name that a task had at that time, or what another record is called.
    pub subject: String,
    pub task_id: Option<String>,
    pub verb: HistoryVerb,
    pub cells: Vec<CellChange>,
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HistoryVerb {
    Added,
    Changed,
    Moved,
    Deleted,
}

/// A field before and after; nothing where it was or is empty.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellChange {
    pub field: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// What there is to filter by.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryChoices {
    pub people: Vec<String>,
    pub kinds: Vec<HistoryKind>,
}

/// A kind of change.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryKind {
    pub key: String,
    pub name: String,
}

/// Where the history was written to.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportedHistory {
    pub file_name: String,
    pub folder: String,
    pub changes: u32,
}

impl TryFrom<HistoryFilter> for told::HistoryFilter {
    type Error = engine::Error;

    fn try_from(filter: HistoryFilter) -> Result<Self, engine::Error> {
        let task = |id: String| TaskId::parse(&id).ok_or(engine::Error::NotFound);
        let unbounded = Self {
            text: filter.text,
            kind: filter.kind,
            person: filter.person,
            task: filter.task_id.map(task).transpose()?,
            ..Self::default()
        };
        unbounded.between(filter.from.as_deref(), filter.to.as_deref())
    }
}

impl HistoryPage {
    /// Describes a page of the history of the whole workspace or of one task.
    pub fn of(page: told::HistoryPage, task_name: Option<String>) -> Self {
        Self {
            total: page.total,
            entries: page.entries.into_iter().map(Into::into).collect(),
            older: page.older,
            task_name,
        }
    }
}

impl From<told::HistoryEntry> for HistoryEntry {
    fn from(entry: told::HistoryEntry) -> Self {
        Self {
            seq: entry.seq,
            at: entry.at.to_string(),
            actor: entry.actor,
            kind: entry.kind,
            sentence: entry.sentence,
            rows: entry.rows.into_iter().map(Into::into).collect(),
            row_count: number(entry.row_count),
            undone_by: entry.undone_by,
            restorable: entry.restorable,
        }
    }
}

impl From<told::HistoryRow> for HistoryRow {
    fn from(row: told::HistoryRow) -> Self {
        let cell = |cell: told::CellChange| CellChange {
            field: cell.field,
            old: cell.old.map(shortened),
            new: cell.new.map(shortened),
        };
        Self {
            subject: row.subject,
            task_id: row.task.map(|task| task.to_string()),
            verb: match row.verb {
                told::Verb::Added => HistoryVerb::Added,
                told::Verb::Changed => HistoryVerb::Changed,
                told::Verb::Moved => HistoryVerb::Moved,
                told::Verb::Deleted => HistoryVerb::Deleted,
            },
            cells: row.cells.into_iter().map(cell).collect(),
        }
    }
}

impl From<told::HistoryChoices> for HistoryChoices {
    fn from(choices: told::HistoryChoices) -> Self {
        let kind = |(key, name)| HistoryKind { key, name };
        Self { people: choices.people, kinds: choices.kinds.into_iter().map(kind).collect() }
    }
}

impl From<told::ExportedHistory> for ExportedHistory {
    fn from(exported: told::ExportedHistory) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        Self {
            file_name: text(exported.path.file_name()),
            folder: text(exported.path.parent().map(std::path::Path::as_os_str)),
            changes: number(exported.changes),
        }
    }
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
