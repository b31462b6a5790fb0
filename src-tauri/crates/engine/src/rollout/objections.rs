//! What stakeholders object.

use domain::rollout::{Objection, ObjectionField, ObjectionId, PlaybookId};
use uuid::Uuid;

use super::kept;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Adds an objection and returns which it is.
    pub fn add_objection(&mut self, plan: PlaybookId) -> Result<(Outcome, ObjectionId)> {
        let id = ObjectionId::new(Uuid::now_v7());
        let outcome = self.change_plan(plan, Op::Plan, |plan| {
            plan.objections.push(Objection::blank(id));
            Ok("Added an objection".to_owned())
        })?;
        Ok((outcome, id))
    }

    /// Writes down something about an objection.
    pub fn answer_objection(
        &mut self,
        plan: PlaybookId,
        id: ObjectionId,
        field: ObjectionField,
        text: &str,
    ) -> Result<Outcome> {
        let text = kept(text)?;
        self.change_plan(plan, Op::Plan, |plan| {
            let objection = plan.objections.iter_mut().find(|objection| objection.id == id);
            objection.ok_or(Error::NotFound)?.put(field, text);
            Ok(format!("Changed “{}” of an objection", field.name()))
        })
    }

    /// Deletes an objection.
    pub fn delete_objection(&mut self, plan: PlaybookId, id: ObjectionId) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            plan.objections.retain(|objection| objection.id != id);
            Ok("Deleted an objection".to_owned())
        })
    }
}
