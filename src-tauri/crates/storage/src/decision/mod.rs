//! Decisions about the lanes of tasks.

use std::collections::HashMap;

use domain::{Decision, Dimension, Lane, Score, Scores, TaskId};
use rusqlite::{Row, params};

use crate::task::task_id;
use crate::{Error, Read, Result, Tx, row_hash};

const SELECT: &str = "SELECT task_id, lane, reason, decided_by, decided_at, until, predictability,
    impact_of_error, data_sensitivity, context_depth FROM decision";

impl Read<'_> {
    /// Returns the decision about every task that has one.
    pub(crate) fn decisions(self) -> Result<HashMap<TaskId, Decision>> {
        let mut statement = self.0.prepare(SELECT)?;
        let mut rows = statement.query([])?;
        let mut decisions = HashMap::new();
        while let Some(row) = rows.next()? {
            decisions.insert(task_id(row.get(0)?)?, from_row(row)?);
        }
        Ok(decisions)
    }

    /// Returns the decision about a task.
    pub(crate) fn decision(self, task: &str) -> Result<Option<Decision>> {
        let mut statement = self.0.prepare_cached(&format!("{SELECT} WHERE task_id = ?1"))?;
        let mut rows = statement.query([task])?;
        rows.next()?.map(from_row).transpose()
    }

    /// Returns the decisions that were touched after an entry of the trail, each as it was right after it;
    /// nothing for one that was not made then.
    pub fn decisions_after(self, seq: u32) -> Result<HashMap<TaskId, Option<Decision>>> {
        let was = self.rows_after(("decision", "task_id"), seq, from_row)?.into_iter();
        was.map(|(key, decision)| Ok((task_id(key)?, decision))).collect()
    }
}

impl Tx<'_> {
    /// Makes the decision about a task this one, or none.
    pub(crate) fn put_decision(self, task: &str, decision: Option<&Decision>) -> Result<()> {
        let Some(decision) = decision else {
            self.0.prepare_cached("DELETE FROM decision WHERE task_id = ?1")?.execute([task])?;
            return Ok(());
        };
        let Decision { lane, reason, by, at, until, scores } = decision;
        let (lane, until) = (lane.key(), until.map(|until| until.to_string()));
        let [one, two, three, four] = Dimension::ALL.map(|it| scores.get(it).map(Score::get));
        let hash = row_hash::of(
            "decision",
            &[&task, &lane, reason, by, at, &until, &one, &two, &three, &four],
        )?;
        self.0
            .prepare_cached(include_str!("upsert.sql"))?
            .execute(params![task, lane, reason, by, at, until, one, two, three, four, hash])?;
        Ok(())
    }
}

fn from_row(row: &Row<'_>) -> Result<Decision> {
    let unreadable = |text: String| Error::Unreadable(text);
    let lane: String = row.get(1)?;
    let until: Option<String> = row.get(5)?;
    let score = |place| Ok::<_, Error>(row.get::<_, Option<u8>>(place)?.and_then(Score::new));
    Ok(Decision {
        lane: Lane::from_key(&lane).ok_or_else(|| unreadable(lane))?,
        reason: row.get(2)?,
        by: row.get(3)?,
        at: row.get(4)?,
        until: until.map(|text| text.parse().map_err(|_| unreadable(text))).transpose()?,
        scores: Scores::new([score(6)?, score(7)?, score(8)?, score(9)?]),
    })
}
