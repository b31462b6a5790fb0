//! The guardrails of a workspace: the shipped ones, changed or not, and those that people made.

use domain::guardrail::{Cap, Condition};
use domain::{Guardrail, Lane};
use uuid::Uuid;

use crate::{Error, Op, Outcome, Result, Workspace};

/// Returns all guardrails, the shipped ones first: as they are kept, or else as they are shipped.
pub(crate) fn resolve(mut kept: Vec<Guardrail>) -> Vec<Guardrail> {
    let mut all: Vec<Guardrail> = Guardrail::all_shipped()
        .map(|shipped| {
            let place = kept.iter().position(|it| it.id == shipped.id);
            place.map_or(shipped, |place| kept.remove(place))
        })
        .collect();
    all.append(&mut kept);
    all
}

impl Workspace {
    /// Returns the guardrails, those that are off included.
    pub fn guardrails(&self) -> &[Guardrail] {
        &self.sheet.ground().guardrails
    }

    /// Returns how many tasks a guardrail caps, off or on.
    pub fn capped_by(&self, guardrail: &Guardrail) -> usize {
        let caps = |lane: Lane| guardrail.cap.lane() < lane;
        self.sheet
            .entries()
            .filter(|entry| entry.standing.recommended.is_some_and(caps))
            .filter(|entry| guardrail.applies_to(entry.task))
            .count()
    }

    /// Makes a guardrail.
    pub fn add_guardrail(&mut self, conditions: Vec<Condition>, cap: Cap) -> Result<Outcome> {
        let guardrail = Guardrail { id: Uuid::now_v7().to_string(), is_on: true, conditions, cap };
        self.keep(&guardrail, "Made the guardrail")
    }

    /// Changes what a guardrail looks at and where it caps.
    pub fn change_guardrail(
        &mut self,
        id: &str,
        conditions: Vec<Condition>,
        cap: Cap,
    ) -> Result<Outcome> {
        let guardrail = Guardrail { conditions, cap, ..self.guardrail(id)? };
        self.keep(&guardrail, "Changed the guardrail to")
    }

    /// Switches a guardrail on or off.
    pub fn switch_guardrail(&mut self, id: &str, is_on: bool) -> Result<Outcome> {
        let guardrail = Guardrail { is_on, ..self.guardrail(id)? };
        let verb = if is_on { "Switched on" } else { "Switched off" };
        self.keep(&guardrail, verb)
    }

    /// Makes a shipped guardrail again as it is shipped, or deletes one that somebody made.
    pub fn restore_guardrail(&mut self, id: &str) -> Result<Outcome> {
        let guardrail = self.guardrail(id)?;
        let verb = if guardrail.is_shipped() { "Restored" } else { "Deleted" };
        self.transact(Op::Guardrail, |change| {
            change.delete_guardrail(id)?;
            let now = Guardrail::shipped(id).unwrap_or(guardrail);
            Ok(format!("{verb}: {}", now.sentence()))
        })
    }

    fn keep(&mut self, guardrail: &Guardrail, verb: &str) -> Result<Outcome> {
        self.transact(Op::Guardrail, |change| {
            change.put_guardrail(guardrail)?;
            Ok(format!("{verb}: {}", guardrail.sentence()))
        })
    }

    fn guardrail(&self, id: &str) -> Result<Guardrail> {
        self.guardrails().iter().find(|it| it.id == id).cloned().ok_or(Error::NotFound)
    }
}
