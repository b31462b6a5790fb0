//! Days on which more is reviewed than usual.

use domain::rollout::{HighImpactWindow, PlaybookId, WindowId};
use uuid::Uuid;

use super::said;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Puts a window into a plan over the one with that identity, or adds it.
    pub fn put_window(
        &mut self,
        plan: PlaybookId,
        id: Option<WindowId>,
        window: &HighImpactWindow,
    ) -> Result<Outcome> {
        let name = said(&window.name, "Say what happens then.")?;
        let HighImpactWindow { first, last, review_below, .. } = *window;
        if last < first {
            return Err(Error::Plan(format!(
                "It would end on {last}, before it starts on {first}."
            )));
        }
        if !(1..=100).contains(&review_below) {
            return Err(Error::Plan("The confidence is a share from 1 to 100.".into()));
        }
        let id = id.unwrap_or_else(|| WindowId::new(Uuid::now_v7()));
        let window = HighImpactWindow { name, first, last, review_below };
        self.change_plan(plan, Op::Plan, |plan| {
            let sentence = format!("From {first} to {last} people look below {review_below} %");
            plan.windows.retain(|(other, _)| *other != id);
            plan.windows.push((id, window));
            Ok(sentence)
        })
    }

    /// Takes a window out of a plan.
    pub fn delete_window(&mut self, plan: PlaybookId, id: WindowId) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            let place = plan.windows.iter().position(|(other, _)| *other == id);
            let (_, window) = plan.windows.remove(place.ok_or(Error::NotFound)?);
            Ok(format!("Deleted the window “{}”", window.name))
        })
    }
}
