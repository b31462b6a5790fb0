//! What changed since a workspace was last exported, from its trail.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use domain::{Lane, Task, TaskId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use spreadsheet::{Moved, Since};

use super::LastExport;
use crate::{Error, Result, Workspace};

/// Tables whose rows are scores.
const SCORES: [&str; 2] = ["task", "rejected_entry"];

impl Workspace {
    /// Returns what changed since; nothing where the trail does not reach back to it.
    pub(super) fn since(&self, last: &LastExport) -> Result<Option<Since>> {
        let read = self.database.read();
        let newest = read.audit_entries(None, 1)?.first().map_or(0, |entry| entry.seq);
        let Ok(at) = last.at.parse::<Timestamp>() else { return Ok(None) };
        if last.entry > newest {
            return Ok(None);
        }
        let mut since = Since {
            when: at.to_zoned(TimeZone::system()).strftime("%-d %B %Y, %H:%M").to_string(),
            ..Since::default()
        };
        for id in self.touched_after(last.entry)? {
            let before = read.task_after(id, last.entry)?.map(|placed| placed.task);
            note(&mut since, before.as_ref(), self.sheet().task(id));
        }
        Ok(Some(since))
    }

    fn touched_after(&self, entry: u32) -> Result<BTreeSet<TaskId>> {
        let read = self.database.read();
        let columns = read.columns()?;
        let mut touched = BTreeSet::new();
        read.look_on::<Error>(entry, |stored| {
            for change in stored.rows(&columns)? {
                let change = change?;
                if SCORES.contains(&change.table) {
                    touched.extend(change.key().and_then(TaskId::parse));
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(touched)
    }
}

fn note(since: &mut Since, before: Option<&Task>, now: Option<&Task>) {
    let (Some(before), Some(now)) = (before, now) else {
        since.added += usize::from(now.is_some());
        since.removed += usize::from(before.is_some());
        return;
    };
    since.rescored += usize::from(before.counted_scores() != now.counted_scores());
    let [from, to]: [Option<Lane>; 2] = [before, now].map(Task::recommended_lane);
    if from != to {
        since.moved.push(Moved { task: now.name.clone(), from, to });
    }
}
