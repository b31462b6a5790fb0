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

use domain::rollout::{Playbook, PlaybookId, Schedule};
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
    /// Returns every plan, the oldest first.
    pub fn plans(&self) -> Result<Vec<Plan>> {
        self.database.read().playbooks()?.into_iter().map(|kept| self.planned(kept)).collect()
    }

    /// Returns a plan.
    pub fn plan(&self, id: PlaybookId) -> Result<Plan> {
        let kept = self.database.read().playbooks()?.into_iter().find(|plan| plan.id == id);
        self.planned(kept.ok_or(Error::NotFound)?)
    }

    fn planned(&self, kept: Playbook) -> Result<Plan> {
        let schedule = kept.schedule().map_err(|it| Error::Plan(kept.sentence(&it)))?;
        Ok(Plan { schedule, kept, today: self.sheet.ground().today })
    }

    /// Changes a plan; `change` returns the sentence that tells a person what was done.
    fn change_plan(
        &mut self,
        id: PlaybookId,
        op: Op,
        change: impl FnOnce(&mut Playbook) -> Result<String>,
    ) -> Result<Outcome> {
        let older = self.plan(id)?.kept;
        let mut newer = older.clone();
        let sentence = change(&mut newer)?;
        newer.schedule().map_err(|it| Error::Plan(newer.sentence(&it)))?;
        self.transact(op, |change| {
            change.tx().put_playbook(Some(&older), Some(&newer))?;
            Ok(sentence)
        })
    }

    fn now(&self) -> i64 {
        (self.clock)().as_millisecond()
    }
}

/// Returns a name without what surrounds it, or asks for one.
fn signed(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::Plan("Say in whose name.".into()));
    }
    Ok(name.to_owned())
}

/// Returns what is free to be said and was said, or asks for it.
fn said(text: &str, what: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Plan(what.to_owned()));
    }
    Ok(text.to_owned())
}
