//! Deciding the lane of tasks, with who, when, why and until when.

use domain::{Decision, Lane, TaskId};
use jiff::civil::Date;

use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Decides the lane of tasks.
    ///
    /// A lane other than the one that the matrix and the guardrails leave needs a reason, or nothing is
    /// decided: [`Error::NoReason`]. A task without complete scores has nothing to decide on:
    /// [`Error::NotScored`].
    pub fn decide(
        &mut self,
        ids: &[TaskId],
        lane: Lane,
        reason: &str,
        until: Option<Date>,
    ) -> Result<Outcome> {
        let at = (self.clock)().as_millisecond();
        let by = self.actor.clone();
        let ground = self.sheet.ground().clone();
        let reason = reason.trim();
        self.transact(Op::Decide, |change| {
            for id in ids {
                let mut placed = change.task(*id)?;
                let verdict = placed.task.verdict(&ground.guardrails, ground.today);
                let guarded = verdict.guarded.ok_or(Error::NotScored)?;
                if guarded != lane && reason.is_empty() {
                    return Err(Error::NoReason);
                }
                placed.task.decision = Some(Decision {
                    lane,
                    reason: reason.to_owned(),
                    by: by.clone(),
                    at,
                    until,
                    scores: placed.task.counted_scores(),
                });
                change.update(&placed)?;
            }
            Ok(format!("Decided {} for {}", lane.name(), count(ids.len(), "task")))
        })
    }

    /// Withdraws the decisions about tasks: what the matrix and the guardrails say counts again.
    pub fn withdraw_decisions(&mut self, ids: &[TaskId]) -> Result<Outcome> {
        self.transact(Op::Decide, |change| {
            for id in ids {
                let mut placed = change.task(*id)?;
                placed.task.decision = None;
                change.update(&placed)?;
            }
            Ok(format!("Withdrew the decision about {}", count(ids.len(), "task")))
        })
    }
}
