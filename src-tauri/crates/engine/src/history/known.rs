//! What only the whole trail tells: the names that tasks had, and which entry was undone by which.
//!
//! It is gathered in one pass when the history is first looked at, and carried on from there, so that a
//! page of the history reads no more than its own entries.

use std::collections::HashMap;
use std::ops::ControlFlow;

use domain::TaskId;
use storage::audit::StoredEntry;
use storage::recorded::{Columns, RowChange, Value};
use storage::{Read, Touch};

use crate::{Error, Op, Result};

/// What was gathered from the trail so far.
#[derive(Debug, Default)]
pub(crate) struct Known {
    entries: u32,
    columns: Columns,
    /// The names that a task got, each with its entry; nothing where the task was deleted.
    names: HashMap<TaskId, Vec<(u32, Option<String>)>>,
    /// What custom columns are called, or were last, by their ids.
    columns_called: HashMap<String, String>,
    /// The last entry that touched a task.
    touched: HashMap<TaskId, u32>,
    /// The steps that stand, and those that are undone, each with its entry and kind.
    done: Vec<Step>,
    undone: Vec<Step>,
    reverts: HashMap<u32, Step>,
    undone_by: HashMap<u32, u32>,
}

type Step = (u32, Option<Op>);

impl Known {
    /// Takes in the entries that were made since.
    pub(super) fn follow(&mut self, read: Read<'_>) -> Result<()> {
        if self.entries == 0 {
            self.columns = read.columns()?;
        }
        let columns = std::mem::take(&mut self.columns);
        let followed = read.look_on::<Error>(self.entries, |stored| {
            self.take_in(stored, &columns)?;
            Ok(ControlFlow::Continue(()))
        });
        self.columns = columns;
        followed
    }

    fn take_in(&mut self, stored: &StoredEntry<'_>, columns: &Columns) -> Result<()> {
        let seq = stored.entry.seq;
        for row in stored.rows(columns)? {
            self.take_names(&row?, seq);
        }
        self.take_step(seq, Op::from_key(&stored.entry.op));
        self.entries = seq;
        Ok(())
    }

    fn take_names(&mut self, row: &RowChange<'_>, seq: u32) {
        let name = row.column("name").and_then(|column| column.new);
        if row.table == "custom_column" {
            if let (Some(key), Some(Value::Text(name))) = (row.key(), name) {
                self.columns_called.insert(key.to_owned(), name.to_owned());
            }
            return;
        }
        let is_task = row.table == "task";
        let hangs_on_task = row.columns.first().is_some_and(|column| column.name == "task_id");
        if !is_task && !hangs_on_task {
            return;
        }
        let Some(id) = row.key().and_then(TaskId::parse) else { return };
        self.touched.insert(id, seq);
        let name = match (row.touch, name) {
            (Touch::Deleted, _) => None,
            (_, Some(Value::Text(name))) => Some(name.to_owned()),
            _ => return,
        };
        if is_task {
            self.names.entry(id).or_default().push((seq, name));
        }
    }

    /// Does with the steps what undo and redo did: undo takes the newest that stands, redo the one
    /// undone last, and a new change ends what could be redone.
    fn take_step(&mut self, seq: u32, op: Option<Op>) {
        match op {
            Some(Op::Undo) => {
                if let Some(step) = self.done.pop() {
                    self.reverts.insert(seq, step);
                    self.undone_by.insert(step.0, seq);
                    self.undone.push(step);
                }
            }
            Some(Op::Redo) => {
                if let Some(step) = self.undone.pop() {
                    self.reverts.insert(seq, step);
                    self.undone_by.remove(&step.0);
                    self.done.push(step);
                }
            }
            op => {
                self.undone.clear();
                self.done.push((seq, op));
            }
        }
    }

    pub(super) const fn entries(&self) -> u32 {
        self.entries
    }

    pub(super) const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Returns the name that a task had after an entry, or last where that entry deleted it.
    pub(super) fn name(&self, id: TaskId, seq: u32) -> Option<&str> {
        let names = self.until(id, seq);
        names.iter().rev().find_map(|(_, name)| name.as_deref())
    }

    /// Returns what a custom column is called, or was last.
    pub(super) fn column_name(&self, id: &str) -> &str {
        self.columns_called.get(id).map_or("Custom column", String::as_str)
    }

    /// Returns whether a task existed after an entry and was touched later.
    pub(super) fn is_past_version(&self, id: TaskId, seq: u32) -> bool {
        let existed = self.until(id, seq).last().is_some_and(|(_, name)| name.is_some());
        existed && self.touched.get(&id).is_some_and(|&last| last > seq)
    }

    fn until(&self, id: TaskId, seq: u32) -> &[(u32, Option<String>)] {
        let names = self.names.get(&id).map_or(&[][..], Vec::as_slice);
        &names[..names.partition_point(|(at, _)| *at <= seq)]
    }

    /// Returns the entry that an undo or redo took back or made again, and its kind.
    pub(super) fn reverts(&self, seq: u32) -> Option<Step> {
        self.reverts.get(&seq).copied()
    }

    /// Returns the undo that took an entry back, unless it was made again since.
    pub(super) fn undone_by(&self, seq: u32) -> Option<u32> {
        self.undone_by.get(&seq).copied()
    }
}
