//! Deciding the lane of tasks, with who, when, why and until when.

use std::ops::RangeInclusive;

use domain::{Decision, Lane, TaskId, figures};
use jiff::civil::Date;
use storage::PlacedTask;

use crate::transact::Change;
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

/// What there is to decide about some rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ToDecide {
    /// Tasks with all scores, by what the matrix and the guardrails leave: Human-only, Hybrid, Automate.
    pub guarded: [usize; 3],
    /// Tasks that lack a score, so that there is nothing to decide on.
    pub unscored: usize,
    /// Tasks with a decision, whether it counts or not.
    pub decided: usize,
}

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
        let decision = self.decision(lane, reason, until);
        self.transact(Op::Decide, |change| {
            for id in ids {
                let placed = change.task(*id)?;
                put(change, placed, &decision)?;
            }
            Ok(format!("Decided {} for {}", lane.name(), count(ids.len(), "task")))
        })
    }

    /// Decides the lane of the tasks of some rows, as [`Workspace::decide`] does. Those that lack a score are
    /// left as they are; where all do, nothing is decided: [`Error::NotScored`].
    pub fn decide_rows(
        &mut self,
        rows: &RangeInclusive<usize>,
        lane: Lane,
        reason: &str,
        until: Option<Date>,
    ) -> Result<Outcome> {
        let decision = self.decision(lane, reason, until);
        self.transact(Op::Decide, |change| {
            let (scored, unscored): (Vec<_>, Vec<_>) = change
                .rows(rows)?
                .into_iter()
                .partition(|placed| placed.task.recommended_lane().is_some());
            if scored.is_empty() {
                return Err(Error::NotScored);
            }
            let mut sentence =
                format!("Decided {} for {}", lane.name(), count(scored.len(), "task"));
            if !unscored.is_empty() {
                sentence =
                    format!("{sentence}, {} without all scores left", figures(unscored.len()));
            }
            for placed in scored {
                put(change, placed, &decision)?;
            }
            Ok(sentence)
        })
    }

    /// Returns what there is to decide about some rows.
    pub fn rows_to_decide(&self, rows: &RangeInclusive<usize>) -> Result<ToDecide> {
        let mut found = ToDecide::default();
        for entry in self.sheet.entries_in(rows)? {
            match self.verdict(entry.task).guarded {
                Some(lane) => found.guarded[lane as usize] += 1,
                None => found.unscored += 1,
            }
            found.decided += usize::from(entry.task.decision.is_some());
        }
        Ok(found)
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

    /// Withdraws the decisions about the tasks of some rows.
    pub fn withdraw_decisions_of_rows(&mut self, rows: &RangeInclusive<usize>) -> Result<Outcome> {
        let decided = self.sheet.span(rows)?.into_iter().filter(|it| it.task.decision.is_some());
        let ids: Vec<TaskId> = decided.map(|placed| placed.task.id).collect();
        self.withdraw_decisions(&ids)
    }

    /// Returns a decision that is made now, on no scores yet.
    fn decision(&self, lane: Lane, reason: &str, until: Option<Date>) -> Decision {
        Decision {
            lane,
            reason: reason.trim().to_owned(),
            by: self.actor.clone(),
            at: (self.clock)().as_millisecond(),
            until,
            scores: domain::Scores::default(),
        }
    }
}

/// Puts a decision on a task, made on the scores that it has.
fn put(change: &mut Change<'_>, mut placed: PlacedTask, decision: &Decision) -> Result<()> {
    let ground = change.sheet().ground();
    let guarded = placed.task.verdict(&ground.guardrails, ground.today).guarded;
    if guarded.ok_or(Error::NotScored)? != decision.lane && decision.reason.is_empty() {
        return Err(Error::NoReason);
    }
    let scores = placed.task.counted_scores();
    placed.task.decision = Some(Decision { scores, ..decision.clone() });
    change.update(&placed)
}
