//! How far the automation of a task is switched on. Trilane keeps the record; whoever runs the automation does it.

use domain::rollout::{Automation, AutomationEvent};
use domain::{Lane, TaskId};

use super::{said, signed};
use crate::{Error, Op, Outcome, Result, Workspace};

/// The automation of a task, as far as anybody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Automated {
    /// The task.
    pub task: TaskId,
    /// What it is called, or was.
    pub name: String,
    /// The lane that counts for it.
    pub lane: Option<Lane>,
    /// How far its automation is switched on.
    pub state: Automation,
    /// What was said about it, the oldest first.
    pub events: Vec<AutomationEvent>,
    /// What can come next, each with why it may not, where that is so.
    pub next: Vec<(Automation, Option<&'static str>)>,
}

impl Workspace {
    /// Returns the automation of these tasks and of every task of which one was said to be switched on, in the
    /// order of the sheet; deleted tasks come last.
    pub fn automations(&self, tasks: &[TaskId]) -> Result<Vec<Automated>> {
        let events = self.database.read().automation_events()?;
        let is_meant = |id: &TaskId| events.contains_key(id) || tasks.contains(id);
        let mut ids: Vec<TaskId> =
            self.sheet.tasks().map(|task| task.id).filter(is_meant).collect();
        let mut gone: Vec<TaskId> =
            events.keys().chain(tasks).filter(|id| !ids.contains(id)).copied().collect();
        gone.sort();
        gone.dedup();
        ids.extend(gone);
        let automated = ids.into_iter().map(|id| {
            let served = self.served(id)?;
            let events = events.get(&id).cloned().unwrap_or_default();
            let state = events.last().map_or(Automation::Off, |event| event.state);
            let next = state.next().iter().map(|&next| (next, state.refusal(next, served.lane)));
            Ok(Automated {
                task: id,
                name: served.name,
                lane: served.lane,
                state,
                next: next.collect(),
                events,
            })
        });
        automated.collect()
    }

    /// Says that the automation of a task was switched. A step that its lane does not allow is refused with a
    /// sentence: [`Error::Plan`].
    pub fn switch_automation(
        &mut self,
        task: TaskId,
        state: Automation,
        name: &str,
        reason: &str,
    ) -> Result<Outcome> {
        let (name, reason) = (signed(name)?, said(reason, "Say why.")?);
        let served = self.served(task)?;
        let events = self.database.read().automation_events()?.remove(&task).unwrap_or_default();
        let now = events.last().map_or(Automation::Off, |event| event.state);
        if let Some(refusal) = now.refusal(state, served.lane) {
            return Err(Error::Plan(refusal.into()));
        }
        let event = AutomationEvent { state, name, reason, at: self.now() };
        self.transact(Op::Automation, |change| {
            change.tx().add_automation_event(task, &event)?;
            let to = state.name().to_lowercase();
            Ok(format!("Recorded that the automation of “{}” is {to}", served.name))
        })
    }
}
