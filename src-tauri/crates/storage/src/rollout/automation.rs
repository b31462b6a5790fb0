//! How far automations are switched on. An event is added and never changed.

use std::collections::HashMap;

use domain::TaskId;
use domain::rollout::{Automation, AutomationEvent};

use super::read::keyed;
use super::table::{Table, text};
use crate::task::task_id;
use crate::{Read, Result, Tx};

const EVENT: Table = Table {
    name: "automation_event",
    columns: &["task_id", "place", "state", "name", "reason", "at"],
    keys: 2,
};

impl Read<'_> {
    /// Returns what was said about the automation of every task, the oldest first.
    pub fn automation_events(self) -> Result<HashMap<TaskId, Vec<AutomationEvent>>> {
        let rows = EVENT.read(self, "task_id, place", |row| {
            let event = AutomationEvent {
                state: keyed(row.get(2)?, Automation::from_key)?,
                name: row.get(3)?,
                reason: row.get(4)?,
                at: row.get(5)?,
            };
            Ok((task_id(row.get(0)?)?, event))
        })?;
        let mut events: HashMap<TaskId, Vec<AutomationEvent>> = HashMap::new();
        for (task, event) in rows {
            events.entry(task).or_default().push(event);
        }
        Ok(events)
    }
}

impl Tx<'_> {
    /// Adds what was said about the automation of a task, after all that was said before.
    pub fn add_automation_event(self, task: TaskId, event: &AutomationEvent) -> Result<()> {
        let last = "SELECT max(place) FROM automation_event WHERE task_id = ?";
        let last: Option<i64> =
            self.0.prepare_cached(last)?.query_row([task.to_string()], |row| row.get(0))?;
        let AutomationEvent { state, name, reason, at } = event;
        let values = [
            text(&task),
            last.map_or(0, |last| last + 1).into(),
            text(state.key()),
            text(name),
            text(reason),
            (*at).into(),
        ];
        EVENT.put(self, &values)
    }
}
