//! A task as it was once: today's rows, with every later change taken back in memory.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use domain::{ColumnId, Field, Task, TaskId};
use memchr::memmem::Finder;
use rusqlite::types::Value as Owned;

use super::rejected::field;
use super::{PlacedTask, from_row};
use crate::audit::Stretch;
use crate::past::{NamedRow, taken_back};
use crate::recorded::{Columns, RowChange, Value};
use crate::rubric::{place, rubric_id};
use crate::{Error, Read, Result};

/// The tables that hold fields of a task besides its row, each with the rest of its key. A decision is no
/// field: it stays as it is.
const OF_FIELDS: [(&str, &str); 4] = [
    ("rejected_entry", "field"),
    ("custom_value", "column_id"),
    ("score_rubric", "dimension"),
    ("multimodal_task", "task_id"),
];

/// The rows of these tables that belong to one task, by the rest of their key.
type Fields = BTreeMap<(&'static str, String), NamedRow>;

/// A task's own row, if there is one, and those of other tables.
type Rows = (Option<NamedRow>, Fields);

impl Read<'_> {
    /// Returns a task as it was right after an entry, or nothing where it did not exist then.
    ///
    /// It holds the fields that people fill in. Its decision is left blank.
    pub fn task_after(self, id: TaskId, seq: u32) -> Result<Option<PlacedTask>> {
        let key = id.to_string();
        let columns = self.columns()?;
        let was = match self.taken_back_to(seq, Some(&key), &columns)?.remove(&key) {
            Some(was) => was,
            None => self.rows_of(&key, &columns)?,
        };
        self.placed(was, &columns)
    }

    /// Returns the tasks that were touched after an entry, each as it was right after it; nothing for one
    /// that did not exist then. A task that is not among them is as it was.
    pub fn tasks_after(self, seq: u32) -> Result<BTreeMap<TaskId, Option<PlacedTask>>> {
        let columns = self.columns()?;
        let touched = self.taken_back_to(seq, None, &columns)?.into_iter();
        touched
            .map(|(key, was)| {
                let id = TaskId::parse(&key).ok_or(Error::NotFound)?;
                Ok((id, self.placed(was, &columns)?))
            })
            .collect()
    }

    /// Returns the rows of every task that was touched after an entry, or of one if it was, as they were then.
    fn taken_back_to(
        self,
        seq: u32,
        only: Option<&str>,
        columns: &Columns,
    ) -> Result<BTreeMap<String, Rows>> {
        let needle = only.map(|key| Finder::new(key.as_bytes()));
        let mut touched: BTreeMap<String, Rows> = BTreeMap::new();
        let later = Stretch { after: Some(seq), ..Stretch::default() };
        self.look_back::<Error>(&later, |stored| {
            // Reading the recorded bytes costs more than looking for an id in them.
            if let Some(needle) = &needle
                && !stored.mentions(needle)?
            {
                return Ok(ControlFlow::Continue(()));
            }
            for change in stored.rows(columns)? {
                let change = change?;
                let place = place_of(&change);
                let is_of_task = change.table == "task" || place.is_some();
                let Some(key) = change.key().filter(|_| is_of_task) else { continue };
                if only.is_some_and(|only| only != key) {
                    continue;
                }
                if !touched.contains_key(key) {
                    touched.insert(key.to_owned(), self.rows_of(key, columns)?);
                }
                let Some((task, fields)) = touched.get_mut(key) else { continue };
                if let Some(place) = place {
                    let before = taken_back(fields.remove(&place), &change);
                    fields.extend(before.map(|row| (place, row)));
                } else {
                    *task = taken_back(task.take(), &change);
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(touched)
    }

    /// Returns the rows of a task as they are.
    fn rows_of(self, key: &str, columns: &Columns) -> Result<Rows> {
        Ok((self.named_rows("task", "id", key)?.pop(), self.fields_of(key, columns)?))
    }

    /// Makes a task of its rows; nothing where it has none of its own.
    fn placed(self, (row, fields): Rows, columns: &Columns) -> Result<Option<PlacedTask>> {
        let Some(row) = row else { return Ok(None) };
        let mut placed = self.read_back(&row, columns.of_table("task"), from_row)?;
        self.fill_in(&mut placed.task, fields)?;
        Ok(Some(placed))
    }

    fn fields_of(self, key: &str, columns: &Columns) -> Result<Fields> {
        let mut fields = Fields::new();
        for (table, rest) in OF_FIELDS {
            if columns.of_table(table).is_empty() {
                continue;
            }
            for row in self.named_rows(table, "task_id", key)? {
                fields.insert((table, text_of(row.get(rest))?), row);
            }
        }
        Ok(fields)
    }

    /// Puts what stood in other tables into a task, but for columns that are no more.
    fn fill_in(self, task: &mut Task, fields: Fields) -> Result<()> {
        let known: Vec<ColumnId> =
            self.custom_columns()?.into_iter().map(|column| column.id).collect();
        for ((table, rest), row) in fields {
            match table {
                "rejected_entry" => {
                    let field = field(rest)?;
                    let is_known = !matches!(field, Field::Custom(id) if !known.contains(&id));
                    if is_known {
                        task.rejected.insert(field, text_of(row.get("text"))?);
                    }
                }
                "custom_value" => {
                    if let Some(id) = ColumnId::parse(&rest).filter(|id| known.contains(id)) {
                        task.custom.insert(id, text_of(row.get("text"))?);
                    }
                }
                "score_rubric" => {
                    let rubric = rubric_id(text_of(row.get("rubric_id"))?)?;
                    task.rubrics[place(rest)?] = Some(rubric);
                }
                _ => task.needs_multimodal_context = true,
            }
        }
        Ok(())
    }
}

/// Returns where a changed row belongs among those of a task.
fn place_of(change: &RowChange<'_>) -> Option<(&'static str, String)> {
    let (table, rest) = OF_FIELDS.into_iter().find(|(table, _)| *table == change.table)?;
    let column = change.column(rest)?;
    match column.old.or(column.new) {
        Some(Value::Text(rest)) => Some((table, rest.to_owned())),
        _ => None,
    }
}

fn text_of(value: Option<&Owned>) -> Result<String> {
    match value {
        Some(Owned::Text(text)) => Ok(text.clone()),
        _ => Err(Error::Unreadable("a record without a text".to_owned())),
    }
}
