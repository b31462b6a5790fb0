//! What changed since a workspace was last exported, from its trail.

use domain::{Lane, Task};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use spreadsheet::{Moved, Since};

use super::LastExport;
use crate::{Result, Workspace};

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
        for (id, before) in read.tasks_after(last.entry)? {
            note(&mut since, before.as_ref().map(|placed| &placed.task), self.sheet().task(id));
        }
        Ok(Some(since))
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
