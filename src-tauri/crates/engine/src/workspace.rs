//! An open workspace.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use domain::{GuardedStability, Task, Verdict};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use storage::workspace::WorkspaceRecord;
use storage::{Access, Database, OpenError};
use uuid::Uuid;

use crate::cells::Column;
use crate::history::Known;
use crate::sheet::Ground;
use crate::view::ViewSpec;
use crate::{Op, Result, Sheet, guardrails, rubrics};

/// Where the time comes from; tests bring their own.
pub type Clock = fn() -> Timestamp;

/// An open workspace: the file, its tasks in memory, and in whose name it is changed.
#[derive(Debug)]
pub struct Workspace {
    pub(crate) database: Database,
    pub(crate) sheet: Sheet,
    pub(crate) actor: String,
    pub(crate) clock: Clock,
    pub(crate) revision: u32,
    pub(crate) saved_at: Timestamp,
    /// What the trail tells as a whole; gathered when the history is first looked at.
    pub(crate) known: RefCell<Known>,
    path: Option<PathBuf>,
    record: WorkspaceRecord,
}

/// What undo and redo would do next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NextSteps {
    /// What undo would take back.
    pub undo: Option<Op>,
    /// What redo would make again.
    pub redo: Option<Op>,
}

impl Workspace {
    /// Makes a workspace file and opens it.
    pub fn create(path: &Path, actor: &str, clock: Clock) -> std::result::Result<Self, OpenError> {
        let database = Database::create(path, &new_record(clock), &holder(actor))?;
        Self::with(database, Some(path), actor, clock)
    }

    /// Opens a workspace file.
    pub fn open(
        path: &Path,
        access: Access,
        actor: &str,
        clock: Clock,
    ) -> std::result::Result<Self, OpenError> {
        let database = Database::open(path, access, &holder(actor))?;
        Self::with(database, Some(path), actor, clock)
    }

    /// Makes a workspace in memory.
    pub fn in_memory(actor: &str, clock: Clock) -> Result<Self> {
        let database = Database::in_memory(&new_record(clock))?;
        Self::with(database, None, actor, clock).map_err(|error| match error {
            OpenError::Other(error) => error.into(),
            other => storage::Error::Unreadable(other.to_string()).into(),
        })
    }

    fn with(
        database: Database,
        path: Option<&Path>,
        actor: &str,
        clock: Clock,
    ) -> std::result::Result<Self, OpenError> {
        let sheet = ground(&database, clock).and_then(|it| Sheet::load(database.read(), it));
        let sheet = sheet.map_err(|error| match error {
            crate::Error::Storage(error) => OpenError::Other(error),
            other => OpenError::Damaged(other.to_string()),
        })?;
        Ok(Self {
            record: database.read().workspace()?,
            database,
            sheet,
            actor: actor.to_owned(),
            clock,
            revision: 0,
            saved_at: clock(),
            known: RefCell::default(),
            path: path.map(Path::to_owned),
        })
    }

    /// Returns the tasks.
    pub const fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Shows the tasks in another way, from now on.
    pub fn show_view(&mut self, spec: ViewSpec) {
        self.sheet.show(spec);
        self.revision += 1;
    }

    /// Takes note of a new day, on which decisions may have expired; returns whether it is one.
    pub fn turn_day(&mut self) -> Result<bool> {
        let is_new = today(self.clock) != self.sheet.ground().today;
        if is_new {
            self.stand_afresh()?;
            self.revision += 1;
        }
        Ok(is_new)
    }

    /// Works out anew where every task stands.
    pub(crate) fn stand_afresh(&mut self) -> Result<()> {
        self.sheet.put_on(ground(&self.database, self.clock)?);
        Ok(())
    }

    /// Returns the lane that counts for a task, and how it came about.
    pub fn verdict<'a>(&'a self, task: &'a Task) -> Verdict<'a> {
        let Ground { guardrails, today, .. } = self.sheet.ground();
        task.verdict(guardrails, *today)
    }

    /// Returns how firmly the lane that the guardrails leave holds; nothing while a score is blank.
    pub fn guarded_stability(&self, task: &Task) -> Option<GuardedStability> {
        GuardedStability::of(task, &self.sheet.ground().guardrails)
    }

    /// Returns the values of a column over all tasks and how many tasks have each, the most frequent
    /// first; an empty text stands for blank cells.
    pub fn column_values(&self, column: Column) -> Vec<(String, usize)> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for entry in self.sheet.entries() {
            let values = column.values(&entry);
            if values.is_empty() {
                *counts.entry(String::new()).or_default() += 1;
            }
            for value in values {
                *counts.entry(value).or_default() += 1;
            }
        }
        let mut values: Vec<(String, usize)> = counts.into_iter().collect();
        values.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        values
    }

    /// Returns the file, where there is one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Returns the name that people know it by: its file's, without the ending.
    pub fn name(&self) -> String {
        self.path
            .as_deref()
            .and_then(Path::file_stem)
            .map_or_else(|| "Untitled".to_owned(), |stem| stem.to_string_lossy().into_owned())
    }

    /// Returns its identity, the same for copies and backups.
    pub fn uuid(&self) -> &str {
        &self.record.uuid
    }

    /// Returns what may be done with it.
    pub const fn access(&self) -> Access {
        self.database.access()
    }

    /// Returns a number that grows with every change.
    pub const fn revision(&self) -> u32 {
        self.revision
    }

    /// Returns when the newest change was on the disk, or when the file was opened.
    pub const fn saved_at(&self) -> Timestamp {
        self.saved_at
    }

    /// Changes in whose name changes are made from now on.
    pub fn sign_as(&mut self, actor: &str) {
        actor.clone_into(&mut self.actor);
    }

    /// Returns what undo and redo would do next.
    pub fn next_steps(&self) -> Result<NextSteps> {
        let steps = self.database.read().next_steps()?;
        let op = |key: Option<String>| key.as_deref().and_then(Op::from_key);
        Ok(NextSteps { undo: op(steps.undo), redo: op(steps.redo) })
    }

    /// Returns the hash of the newest audit entry, in hexadecimal.
    pub fn audit_head(&self) -> Result<String> {
        Ok(self.database.read().audit_head()?)
    }

    /// Writes a verified copy of the workspace to another file.
    pub fn save_copy(&self, target: &Path) -> Result<()> {
        Ok(self.database.copy_to(target, None)?)
    }

    /// Writes a verified copy with an identity of its own.
    pub fn duplicate(&self, target: &Path) -> Result<()> {
        Ok(self.database.copy_to(target, Some(&new_record(self.clock)))?)
    }
}

/// Returns what standings rest on: the guardrails that are in force, and the day where the user is.
fn ground(database: &Database, clock: Clock) -> Result<Ground> {
    let guardrails = guardrails::resolve(database.read().guardrails()?);
    let columns = database.read().custom_columns()?;
    let rubrics = rubrics::in_use(database.read())?;
    Ok(Ground { guardrails, columns, rubrics, today: today(clock) })
}

/// Returns the day where the user is.
fn today(clock: Clock) -> Date {
    clock().to_zoned(TimeZone::system()).date()
}

fn new_record(clock: Clock) -> WorkspaceRecord {
    WorkspaceRecord { uuid: Uuid::now_v7().to_string(), created_at: clock().to_string() }
}

/// Returns how a colleague who finds the file open would know who has it.
fn holder(actor: &str) -> String {
    if actor.is_empty() { "another window".to_owned() } else { actor.to_owned() }
}
