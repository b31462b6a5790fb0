//! Which tasks need multimodal context: a row says yes.

use std::collections::HashSet;

use domain::TaskId;
use rusqlite::params;

use super::task_id;
use crate::{Read, Result, Tx, row_hash};

impl Read<'_> {
    pub(super) fn multimodal_tasks(self) -> Result<HashSet<TaskId>> {
        let mut statement = self.0.prepare("SELECT task_id FROM multimodal_task")?;
        let mut rows = statement.query([])?;
        let mut tasks = HashSet::new();
        while let Some(row) = rows.next()? {
            tasks.insert(task_id(row.get(0)?)?);
        }
        Ok(tasks)
    }

    pub(super) fn is_multimodal(self, task: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM multimodal_task WHERE task_id = ?1";
        Ok(self.0.prepare_cached(sql)?.exists([task])?)
    }
}

impl Tx<'_> {
    pub(super) fn put_multimodal(self, task: &str, needs: bool) -> Result<()> {
        if needs {
            let hash = row_hash::of("multimodal_task", &[&task])?;
            let sql = "INSERT INTO multimodal_task (task_id, row_hash) VALUES (?1, ?2)";
            self.0.prepare_cached(sql)?.execute(params![task, hash])?;
        } else {
            let sql = "DELETE FROM multimodal_task WHERE task_id = ?1";
            self.0.prepare_cached(sql)?.execute([task])?;
        }
        Ok(())
    }
}
