//! What changed since a workspace was last exported, from its trail.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use domain::{Decision, Guardrail, Task, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use spreadsheet::{Moved, Since};
use storage::PlacedTask;

use super::LastExport;
use crate::sheet::Ground;
use crate::{Result, Sheet, Workspace, guardrails};

impl Workspace {
    /// Returns what changed since; nothing where the trail does not reach back to it.
    pub(super) fn since(&self, last: &LastExport) -> Result<Option<Since>> {
        let read = self.database.read();
        let newest = read.audit_entries(None, 1)?.first().map_or(0, |entry| entry.seq);
        let Ok(at) = last.at.parse::<Timestamp>() else { return Ok(None) };
        if last.entry > newest {
            return Ok(None);
        }
        let then = at.to_zoned(TimeZone::system());
        let before = Before {
            guardrails: guardrails::resolve(read.guardrails_after(last.entry)?),
            day: then.date(),
            tasks: read.tasks_after(last.entry)?,
            decisions: read.decisions_after(last.entry)?,
        };
        let mut since = Since {
            when: then.strftime("%-d %B %Y, %H:%M").to_string(),
            removed: before.removed(self.sheet()),
            ..Since::default()
        };
        let Ground { guardrails, today, .. } = self.sheet().ground();
        for now in self.sheet().tasks() {
            let Some(was) = before.task(now) else {
                since.added += 1;
                continue;
            };
            since.rescored += usize::from(was.counted_scores() != now.counted_scores());
            let from = was.verdict(&before.guardrails, before.day).lane;
            let to = now.verdict(guardrails, *today).lane;
            if from != to {
                since.moved.push(Moved { task: now.name.clone(), from, to });
            }
        }
        Ok(Some(since))
    }
}

/// What lanes followed from when the workspace was exported: more than the tasks moves them.
struct Before {
    guardrails: Vec<Guardrail>,
    day: Date,
    /// Tasks that were touched since; nothing for one that is new.
    tasks: BTreeMap<TaskId, Option<PlacedTask>>,
    /// Decisions that were touched since; nothing for one that is new.
    decisions: HashMap<TaskId, Option<Decision>>,
}

impl Before {
    /// Returns a task of today as it was then, or nothing where it is new.
    fn task<'a>(&self, now: &'a Task) -> Option<Cow<'a, Task>> {
        let touched = self.tasks.get(&now.id);
        let mut was = match touched {
            Some(was) => Cow::Owned(was.as_ref()?.task.clone()),
            None => Cow::Borrowed(now),
        };
        let decision = self.decisions.get(&now.id);
        if touched.is_some() || decision.is_some() {
            was.to_mut().decision.clone_from(decision.unwrap_or(&now.decision));
        }
        Some(was)
    }

    fn removed(&self, sheet: &Sheet) -> usize {
        let was_there = |(id, was): &(&TaskId, &Option<PlacedTask>)| {
            was.is_some() && sheet.task(**id).is_none()
        };
        self.tasks.iter().filter(was_there).count()
    }
}
