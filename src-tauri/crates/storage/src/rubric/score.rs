//! The wordings that scores were given under.

use std::collections::HashMap;

use domain::{Dimension, RubricId, TaskId};
use rusqlite::params;

use super::rubric_id;
use crate::task::task_id;
use crate::{Error, Read, Result, Tx, row_hash};

/// The wording of each score of a task, in the order of [`Dimension::ALL`].
type Rubrics = [Option<RubricId>; 4];

impl Read<'_> {
    pub(crate) fn score_rubrics(self) -> Result<HashMap<TaskId, Rubrics>> {
        let sql = "SELECT task_id, dimension, rubric_id FROM score_rubric";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut rubrics: HashMap<TaskId, Rubrics> = HashMap::new();
        while let Some(row) = rows.next()? {
            let of_task = rubrics.entry(task_id(row.get(0)?)?).or_default();
            of_task[place(row.get(1)?)?] = Some(rubric_id(row.get(2)?)?);
        }
        Ok(rubrics)
    }

    pub(crate) fn score_rubrics_of(self, task: &str) -> Result<Rubrics> {
        let sql = "SELECT dimension, rubric_id FROM score_rubric WHERE task_id = ?1";
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query([task])?;
        let mut rubrics = Rubrics::default();
        while let Some(row) = rows.next()? {
            rubrics[place(row.get(0)?)?] = Some(rubric_id(row.get(1)?)?);
        }
        Ok(rubrics)
    }
}

impl Tx<'_> {
    /// Makes the wordings of a task's scores those that it has now.
    pub(crate) fn put_score_rubrics(self, task: &str, rubrics: &Rubrics) -> Result<()> {
        for (dimension, rubric) in Dimension::ALL.into_iter().zip(rubrics) {
            let dimension = dimension.key();
            let Some(rubric) = rubric else {
                let sql = "DELETE FROM score_rubric WHERE task_id = ?1 AND dimension = ?2";
                self.0.prepare_cached(sql)?.execute([task, dimension])?;
                continue;
            };
            let rubric = rubric.to_string();
            let hash = row_hash::of("score_rubric", &[&task, &dimension, &rubric])?;
            self.0
                .prepare_cached(
                    "INSERT INTO score_rubric (task_id, dimension, rubric_id, row_hash)
                     VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (task_id, dimension) DO UPDATE SET
                        rubric_id = excluded.rubric_id, row_hash = excluded.row_hash",
                )?
                .execute(params![task, dimension, rubric, hash])?;
        }
        Ok(())
    }
}

/// Returns where a dimension stands among the four.
pub(crate) fn place(key: String) -> Result<usize> {
    Dimension::ALL.into_iter().position(|it| it.key() == key).ok_or(Error::Unreadable(key))
}
