//! Tasks, and what hangs on them: the refused texts in their cells, the flag, the decision.

mod at;
mod multimodal;
mod rejected;

use domain::{Score, Scores, Task, TaskId};
use rusqlite::{Row, ToSql};

use crate::{Error, Read, Result, Tx, row_hash};

/// A task and its place in the worksheet.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedTask {
    /// The task.
    pub task: Task,
    /// Where it stands: rows are ordered by this, then by id.
    pub position: i64,
}

/// The tables whose rows hang on a task.
const AROUND: [&str; 5] =
    ["rejected_entry", "multimodal_task", "decision", "custom_value", "score_rubric"];

const SELECT: &str = include_str!("select.sql");
const INSERT: &str = include_str!("insert.sql");
const UPDATE: &str = include_str!("update.sql");

impl Read<'_> {
    /// Returns all tasks in the order of the worksheet.
    pub fn tasks(self) -> Result<Vec<PlacedTask>> {
        let mut rejected = self.rejected_entries()?;
        let multimodal = self.multimodal_tasks()?;
        let mut decisions = self.decisions()?;
        let mut custom = self.custom_values()?;
        let mut rubrics = self.score_rubrics()?;
        let mut statement = self.0.prepare(&format!("{SELECT} ORDER BY position, id"))?;
        let mut rows = statement.query([])?;
        let mut tasks = Vec::new();
        while let Some(row) = rows.next()? {
            let mut placed = from_row(row)?;
            let id = placed.task.id;
            placed.task.rejected = rejected.remove(&id).into_iter().flatten().collect();
            placed.task.needs_multimodal_context = multimodal.contains(&id);
            placed.task.decision = decisions.remove(&id);
            placed.task.custom = custom.remove(&id).unwrap_or_default();
            placed.task.rubrics = rubrics.remove(&id).unwrap_or_default();
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
        placed.task.rejected = self.rejected_entries_of(&key)?;
        placed.task.needs_multimodal_context = self.is_multimodal(&key)?;
        placed.task.decision = self.decision(&key)?;
        placed.task.custom = self.custom_values_of(&key)?;
        placed.task.rubrics = self.score_rubrics_of(&key)?;
        Ok(placed)
    }
}

impl Tx<'_> {
    /// Adds a task.
    pub fn insert_task(self, placed: &PlacedTask) -> Result<()> {
        self.write_task(INSERT, placed)?;
        self.write_around(&placed.task, &Task::blank(placed.task.id))
    }

    /// Writes a task over its older self, of which it writes only what differs. Returns
    /// [`Error::NotFound`] where the task is gone.
    pub fn update_task(self, placed: &PlacedTask, older: &PlacedTask) -> Result<()> {
        if self.write_task(UPDATE, placed)? == 0 {
            return Err(Error::NotFound);
        }
        self.write_around(&placed.task, &older.task)
    }

    /// Removes a task, or returns [`Error::NotFound`].
    pub fn delete_task(self, id: TaskId) -> Result<()> {
        let key = id.to_string();
        for table in AROUND {
            let sql = format!("DELETE FROM {table} WHERE task_id = ?1");
            self.0.prepare_cached(&sql)?.execute([&key])?;
        }
        let deleted = self.0.prepare_cached("DELETE FROM task WHERE id = ?1")?.execute([&key])?;
        if deleted == 0 { Err(Error::NotFound) } else { Ok(()) }
    }

    /// Writes what hangs on a task, where it differs from what it was.
    fn write_around(self, task: &Task, older: &Task) -> Result<()> {
        if task.rejected != older.rejected {
            self.write_rejected(task)?;
        }
        if task.needs_multimodal_context != older.needs_multimodal_context {
            self.put_multimodal(&task.id.to_string(), task.needs_multimodal_context)?;
        }
        if task.rubrics != older.rubrics {
            self.put_score_rubrics(&task.id.to_string(), &task.rubrics)?;
        }
        if task.custom != older.custom {
            self.put_custom_values(&task.id.to_string(), &task.custom, &older.custom)?;
        }
        if task.decision != older.decision {
            self.put_decision(&task.id.to_string(), task.decision.as_ref())?;
        }
        Ok(())
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

pub(crate) fn task_id(text: String) -> Result<TaskId> {
    TaskId::parse(&text).ok_or(Error::Unreadable(text))
}
