//! Changing what is done, and when.

use domain::rollout::{
    Activity, ActivityField, ActivityId, Phase, Placement, Playbook, PlaybookId, Shift,
};
use uuid::Uuid;

use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Adds an activity at the end of a phase, or after another one, and returns which it is.
    pub fn add_activity(
        &mut self,
        plan: PlaybookId,
        phase: Phase,
        after: Option<ActivityId>,
        name: &str,
    ) -> Result<(Outcome, ActivityId)> {
        let id = ActivityId::new(Uuid::now_v7());
        let name = name.trim().to_owned();
        let outcome = self.change_plan(plan, Op::Plan, |plan| {
            let is_before = |it: &Activity| after.map_or(it.phase <= phase, |after| it.id == after);
            let place = plan.activities.iter().rposition(is_before).map_or(0, |place| place + 1);
            let sentence = format!("Added “{}” to {}", or_activity(&name), phase.name());
            plan.activities.insert(place, Activity::new(id, phase, name, 1));
            Ok(sentence)
        })?;
        Ok((outcome, id))
    }

    /// Puts a text into a field of an activity. What the field does not take is refused with a sentence:
    /// [`Error::Plan`].
    pub fn enter_activity(
        &mut self,
        plan: PlaybookId,
        id: ActivityId,
        field: ActivityField,
        text: &str,
    ) -> Result<Outcome> {
        let today = self.sheet.ground().today;
        self.change_plan(plan, Op::Plan, |plan| {
            let before = ends(plan)?;
            plan.enter(id, field, text, today).map_err(Error::Plan)?;
            let sentence = format!("Changed {} of {}", field.name(), titled(plan, id));
            Ok(followed(plan, &before, id, sentence))
        })
    }

    /// Changes when an activity happens; what waits for it follows.
    pub fn shift_activity(
        &mut self,
        plan: PlaybookId,
        id: ActivityId,
        shift: Shift,
    ) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            let before = ends(plan)?;
            plan.shift(id, shift).ok_or(Error::NotFound)?;
            let at = plan.activities.iter().position(|it| it.id == id).ok_or(Error::NotFound)?;
            let placed = ends(plan)?[at];
            let sentence = match shift {
                Shift::Start(_) => {
                    let day = placed.start.strftime("%A %-d %B %Y");
                    format!("{} starts on {day}", titled(plan, id))
                }
                Shift::Days(days) => {
                    let days = count(days.into(), "working day");
                    format!("{} takes {days}", titled(plan, id))
                }
            };
            Ok(followed(plan, &before, id, sentence))
        })
    }

    /// Returns when everything would happen that a shift moves, without making it.
    pub fn preview_shift(
        &self,
        plan: PlaybookId,
        id: ActivityId,
        shift: Shift,
    ) -> Result<Vec<(ActivityId, Placement)>> {
        let mut plan = self.plan(plan)?;
        plan.kept.shift(id, shift).ok_or(Error::NotFound)?;
        let after = ends(&plan.kept)?.into_iter();
        let ids = plan.kept.activities.iter().map(|activity| activity.id);
        let moved = ids.zip(after).zip(plan.schedule.placements);
        let moved = moved
            .filter(|((_, after), before)| (after.start, after.end) != (before.start, before.end));
        Ok(moved.map(|(after, _)| after).collect())
    }

    /// Makes an activity wait for another one.
    pub fn link_activity(
        &mut self,
        plan: PlaybookId,
        id: ActivityId,
        needs: ActivityId,
    ) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            let before = ends(plan)?;
            plan.link(id, needs).map_err(Error::Plan)?;
            let sentence = format!("{} waits for {}", titled(plan, id), titled(plan, needs));
            Ok(followed(plan, &before, id, sentence))
        })
    }

    /// Makes an activity no longer wait for another one.
    pub fn unlink_activity(
        &mut self,
        plan: PlaybookId,
        id: ActivityId,
        needs: ActivityId,
    ) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            let sentence =
                format!("{} no longer waits for {}", titled(plan, id), titled(plan, needs));
            let activity = plan.activities.iter_mut().find(|it| it.id == id);
            activity.ok_or(Error::NotFound)?.needs.retain(|need| *need != needs);
            Ok(sentence)
        })
    }

    /// Deletes activities. What waited for one then waits for what that one waited for.
    pub fn delete_activities(&mut self, plan: PlaybookId, ids: &[ActivityId]) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            let sentence = match ids {
                [id] => format!("Deleted {}", titled(plan, *id)),
                ids => format!("Deleted {}", activities(ids.len())),
            };
            for id in ids {
                let place = plan.activities.iter().position(|it| it.id == *id);
                let gone = plan.activities.remove(place.ok_or(Error::NotFound)?);
                for activity in plan.activities.iter_mut().filter(|it| it.needs.contains(id)) {
                    activity.needs.retain(|need| need != id);
                    let inherited = gone.needs.iter().filter(|need| !activity.needs.contains(need));
                    let inherited: Vec<ActivityId> = inherited.copied().collect();
                    activity.needs.extend(inherited);
                }
            }
            Ok(sentence)
        })
    }

    /// Puts an activity before another one in the plan's order, or at its end. When it happens stays the same.
    pub fn reorder_activity(
        &mut self,
        plan: PlaybookId,
        id: ActivityId,
        before: Option<ActivityId>,
    ) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            let place = plan.activities.iter().position(|it| it.id == id);
            let activity = plan.activities.remove(place.ok_or(Error::NotFound)?);
            let sentence = format!("Moved “{}” in the list", activity.title());
            let place = plan.activities.iter().position(|it| Some(it.id) == before);
            plan.activities.insert(place.unwrap_or(plan.activities.len()), activity);
            Ok(sentence)
        })
    }

    /// Remembers when everything is planned now, to be compared with what happens; or forgets it.
    pub fn set_baseline(&mut self, plan: PlaybookId, is_set: bool) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            let placements = ends(plan)?;
            for (activity, placed) in plan.activities.iter_mut().zip(placements) {
                activity.baseline = is_set.then_some((placed.start, placed.end));
            }
            Ok(if is_set { "Set the baseline" } else { "Removed the baseline" }.to_owned())
        })
    }
}

fn ends(plan: &Playbook) -> Result<Vec<Placement>> {
    let schedule = plan.schedule().map_err(|it| Error::Plan(plan.sentence(&it)))?;
    Ok(schedule.placements)
}

/// Adds to a sentence how many other activities moved.
fn followed(plan: &Playbook, before: &[Placement], id: ActivityId, sentence: String) -> String {
    let Ok(after) = ends(plan) else { return sentence };
    let moved =
        plan.activities.iter().zip(before.iter().zip(&after)).filter(|(it, (one, other))| {
            it.id != id && (one.start, one.end) != (other.start, other.end)
        });
    match moved.count() {
        0 => sentence,
        1 => format!("{sentence}; 1 activity follows"),
        many => format!("{sentence}; {} follow", activities(many)),
    }
}

fn activities(number: usize) -> String {
    let noun = if number == 1 { "activity" } else { "activities" };
    format!("{} {noun}", domain::figures(number))
}

fn titled(plan: &Playbook, id: ActivityId) -> String {
    format!("“{}”", plan.activity(id).map_or("an activity", Activity::title))
}

fn or_activity(name: &str) -> &str {
    if name.is_empty() { "an activity" } else { name }
}
