//! The rollout: plans made from the matrix, moved, gated, and looked at day by day.
//!
//! A verb changes a plan as one value ([`Workspace::change_plan`]); a change that would leave it without a schedule
//! is refused with a sentence, and the storage writes what differs.

mod activities;
mod automation;
mod due;
mod export;
mod gates;
mod import;
mod make;
mod objections;
mod pilots;
mod reviews;
mod windows;

use domain::rollout::{Playbook, PlaybookId, Schedule, fits};
use jiff::civil::Date;

use crate::{Error, Op, Outcome, Result, Workspace};

pub use automation::Automated;
pub use due::{Due, DueKind};
pub use export::PlanFormat;
pub use gates::{Gate, GateAct, GateStanding};
pub use import::{ActivityColumn, ActivityImport, ReadRow};
pub use make::PlanSetup;
pub use pilots::{Choice, PilotTask};
pub use reviews::ReviewFindings;

/// A plan as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is kept of it.
    pub kept: Playbook,
    /// When everything in it happens.
    pub schedule: Schedule,
    /// The day on which it is looked at.
    pub today: Date,
}

impl Workspace {
    /// Returns every plan as it is kept, the oldest first: also one that cannot be scheduled.
    pub fn plans(&self) -> Result<Vec<Playbook>> {
        Ok(self.database.read().playbooks()?)
    }

    /// Returns a plan. One that cannot be scheduled is refused with a sentence: [`Error::Plan`].
    pub fn plan(&self, id: PlaybookId) -> Result<Plan> {
        self.planned(self.kept_plan(id)?)
    }

    pub(crate) fn planned(&self, kept: Playbook) -> Result<Plan> {
        let schedule = scheduled(&kept)?;
        Ok(Plan { schedule, kept, today: self.sheet.ground().today })
    }

    fn kept_plan(&self, id: PlaybookId) -> Result<Playbook> {
        self.plans()?.into_iter().find(|plan| plan.id == id).ok_or(Error::NotFound)
    }

    /// Changes a plan; `change` returns the sentence that tells a person what was done.
    ///
    /// A change that leaves the plan without a schedule is refused, unless it had none before: then each step out
    /// of that is one.
    fn change_plan(
        &mut self,
        id: PlaybookId,
        op: Op,
        change: impl FnOnce(&mut Playbook) -> Result<String>,
    ) -> Result<Outcome> {
        let older = self.kept_plan(id)?;
        let mut newer = older.clone();
        let sentence = change(&mut newer)?;
        if let (Err(unplannable), Ok(())) = (newer.check(), older.check()) {
            return Err(Error::Plan(newer.sentence(&unplannable)));
        }
        self.put_plan(op, &older, &newer, sentence)
    }

    fn put_plan(
        &mut self,
        op: Op,
        older: &Playbook,
        newer: &Playbook,
        sentence: String,
    ) -> Result<Outcome> {
        self.transact(op, |change| {
            change.tx().put_playbook(Some(older), Some(newer))?;
            Ok(sentence)
        })
    }

    fn now(&self) -> i64 {
        (self.clock)().as_millisecond()
    }
}

/// Works out when everything in a plan happens, or says in a sentence why that cannot be.
fn scheduled(plan: &Playbook) -> Result<Schedule> {
    plan.schedule().map_err(|unplannable| Error::Plan(plan.sentence(&unplannable)))
}

/// Returns a name without what surrounds it, or asks for one.
fn signed(name: &str) -> Result<String> {
    said(name, "Say in whose name.")
}

/// Returns what is free to be said and was said, or asks for it.
fn said(text: &str, what: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Plan(what.to_owned()));
    }
    kept(text)
}

/// Returns a text without what surrounds it, unless it is too long to be kept.
fn kept(text: &str) -> Result<String> {
    let text = text.trim();
    fits(text, "The text").map_err(Error::Plan)?;
    Ok(text.to_owned())
}
