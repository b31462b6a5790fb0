//! Tasks and the refused texts in their cells.

use std::collections::HashMap;

use domain::{Field, Score, Scores, Task, TaskId};
use rusqlite::{Row, ToSql, params};

use crate::{Error, Read, Result, Tx, row_hash};

/// A task and its place in the worksheet.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedTask {
    /// The task.
    pub task: Task,
    /// Where it stands: rows are ordered by this, then by id.
    pub position: i64,
}

const SELECT: &str = include_str!("select.sql");
const INSERT: &str = include_str!("insert.sql");
const UPDATE: &str = include_str!("update.sql");

impl Read<'_> {
    /// Returns all tasks in the order of the worksheet.
    pub fn tasks(self) -> Result<Vec<PlacedTask>> {
        let mut rejected = self.rejected_entries()?;
        let mut statement = self.0.prepare(&format!("{SELECT} ORDER BY position, id"))?;
        let mut rows = statement.query([])?;
        let mut tasks = Vec::new();
        while let Some(row) = rows.next()? {
            let mut placed = from_row(row)?;
            placed.task.rejected = rejected.remove(&placed.task.id).into_iter().flatten().collect();
            tasks.push(placed);
        }
        Ok(tasks)
    }

    /// Returns one task, or [`Error::NotFound`].
    pub fn task(self, id: TaskId) -> Result<PlacedTask> {
        let key = id.to_string();
        let mut statement = self.0.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
        let mut rows = statement.query([&key])?;
        let mut placed = from_row(rows.next()?.ok_or(Error::NotFound)?)?;
        let sql = "SELECT field, text FROM rejected_entry WHERE task_id = ?1";
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query([&key])?;
        while let Some(row) = rows.next()? {
            placed.task.rejected.insert(field(row.get(0)?)?, row.get(1)?);
        }
        Ok(placed)
    }

    fn rejected_entries(self) -> Result<HashMap<TaskId, Vec<(Field, String)>>> {
        let sql = "SELECT task_id, field, text FROM rejected_entry";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut entries: HashMap<_, Vec<_>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let entry = (field(row.get(1)?)?, row.get(2)?);
            entries.entry(task_id(row.get(0)?)?).or_default().push(entry);
        }
        Ok(entries)
    }
}

impl Tx<'_> {
    /// Adds a task.
    pub fn insert_task(self, placed: &PlacedTask) -> Result<()> {
        self.write_task(INSERT, placed)?;
        self.write_rejected(&placed.task)
    }

    /// Writes a task over the one with its id, or returns [`Error::NotFound`].
    pub fn update_task(self, placed: &PlacedTask) -> Result<()> {
        if self.write_task(UPDATE, placed)? == 0 {
            return Err(Error::NotFound);
        }
        self.write_rejected(&placed.task)
    }

    /// Removes a task, or returns [`Error::NotFound`].
    pub fn delete_task(self, id: TaskId) -> Result<()> {
        let key = id.to_string();
        self.0.prepare_cached("DELETE FROM rejected_entry WHERE task_id = ?1")?.execute([&key])?;
        let deleted = self.0.prepare_cached("DELETE FROM task WHERE id = ?1")?.execute([&key])?;
        if deleted == 0 { Err(Error::NotFound) } else { Ok(()) }
    }

    fn write_task(self, sql: &str, PlacedTask { task, position }: &PlacedTask) -> Result<usize> {
        let id = task.id.to_string();
        let score =
            |place: usize| task.scores.get(domain::Dimension::ALL[place]).map(domain::Score::get);
        let scores = [score(0), score(1), score(2), score(3)];
        let [channels, systems, tags] =
            [&task.channels, &task.downstream_systems, &task.tags].map(|list| list.join("\n"));
        let values: [&dyn ToSql; 20] = [
            &id,
            position,
            &task.name,
            &task.description,
            &channels,
            &task.owner,
            &systems,
            &scores[0],
            &scores[1],
            &scores[2],
            &scores[3],
            &task.rationales[0],
            &task.rationales[1],
            &task.rationales[2],
            &task.rationales[3],
            &task.monthly_volume,
            &task.minutes_per_item,
            &tags,
            &task.notes,
            &task.reference,
        ];
        let hash = row_hash::of("task", &values)?;
        let mut statement = self.0.prepare_cached(sql)?;
        for (place, value) in values.iter().enumerate() {
            statement.raw_bind_parameter(place + 1, value)?;
        }
        statement.raw_bind_parameter(values.len() + 1, hash)?;
        Ok(statement.raw_execute()?)
    }

    /// Makes the refused texts of a task those that it has now.
    fn write_rejected(self, task: &Task) -> Result<()> {
        let id = task.id.to_string();
        if task.rejected.is_empty() {
            let sql = "DELETE FROM rejected_entry WHERE task_id = ?1";
            self.0.prepare_cached(sql)?.execute([&id])?;
            return Ok(());
        }
        let sql = "SELECT field FROM rejected_entry WHERE task_id = ?1";
        let mut statement = self.0.prepare_cached(sql)?;
        let stored: Vec<String> =
            statement.query_map([&id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for key in stored {
            if !task.rejected.contains_key(&field(key.clone())?) {
                self.0
                    .prepare_cached("DELETE FROM rejected_entry WHERE task_id = ?1 AND field = ?2")?
                    .execute(params![id, key])?;
            }
        }
        for (field, text) in &task.rejected {
            let hash = row_hash::of("rejected_entry", &[&id, &field.key(), text])?;
            self.0.prepare_cached(include_str!("upsert_rejected.sql"))?.execute(params![
                id,
                field.key(),
                text,
                hash
            ])?;
        }
        Ok(())
    }
}

/// Reads a row of `select.sql`. By place, since looking names up doubles the time of a large load.
fn from_row(row: &Row<'_>) -> Result<PlacedTask> {
    let score = |place| Ok::<_, Error>(row.get::<_, Option<u8>>(place)?.and_then(Score::new));
    let list = |place| {
        let text = row.get_ref(place)?.as_str().map_err(|it| Error::Unreadable(it.to_string()))?;
        Ok::<_, Error>(text.lines().map(str::to_owned).collect())
    };
    let task = Task {
        name: row.get(2)?,
        description: row.get(3)?,
        channels: list(4)?,
        owner: row.get(5)?,
        downstream_systems: list(6)?,
        scores: Scores::new([score(7)?, score(8)?, score(9)?, score(10)?]),
        rationales: [row.get(11)?, row.get(12)?, row.get(13)?, row.get(14)?],
        monthly_volume: row.get(15)?,
        minutes_per_item: row.get(16)?,
        tags: list(17)?,
        notes: row.get(18)?,
        reference: row.get(19)?,
        ..Task::blank(task_id(row.get(0)?)?)
    };
    Ok(PlacedTask { task, position: row.get(1)? })
}

fn task_id(text: String) -> Result<TaskId> {
    TaskId::parse(&text).ok_or(Error::Unreadable(text))
}

fn field(key: String) -> Result<Field> {
    Field::from_key(&key).ok_or(Error::Unreadable(key))
}
