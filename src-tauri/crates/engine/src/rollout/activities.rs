//! Changing what is done, and when.

use domain::rollout::{
    Activity, ActivityField, ActivityId, Phase, Placement, Playbook, PlaybookId, Schedule, Shift,
    one_line,
};
use uuid::Uuid;

use super::{Plan, kept, scheduled};
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
        let name = one_line(&kept(name)?);
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
        self.move_in_plan(
            (plan, id),
            |plan, now| plan.put(id, field, text, today, now),
            |plan, _| format!("Changed {} of {}", field.name(), titled(plan, id)),
        )
    }

    /// Changes when an activity happens; what waits for it follows. What would have no effect is refused with a
    /// sentence: [`Error::Plan`].
    pub fn shift_activity(
        &mut self,
        plan: PlaybookId,
        id: ActivityId,
        shift: Shift,
    ) -> Result<Outcome> {
        self.move_in_plan(
            (plan, id),
            |plan, now| plan.shift(id, shift, now),
            |plan, placed| match shift {
                Shift::Start(_) => {
                    let day = placed.start.strftime("%A %-d %B %Y");
                    format!("{} starts on {day}", titled(plan, id))
                }
                Shift::Days(days) => {
                    let days = count(days.into(), "working day");
                    format!("{} takes {days}", titled(plan, id))
                }
            },
        )
    }

    /// Returns when everything would happen that a shift moves, without making it: nothing where it would be
    /// refused.
    pub fn preview_shift(
        &self,
        plan: PlaybookId,
        id: ActivityId,
        shift: Shift,
    ) -> Result<Vec<(ActivityId, Placement)>> {
        let Plan { mut kept, schedule, .. } = self.plan(plan)?;
        if kept.shift(id, shift, &schedule).is_err() {
            return Ok(Vec::new());
        }
        let after = scheduled(&kept)?.placements.into_iter();
        let ids = kept.activities.iter().map(|activity| activity.id);
        let moved = ids.zip(after).zip(schedule.placements);
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
        self.move_in_plan(
            (plan, id),
            |plan, _| plan.link(id, needs),
            |plan, _| format!("{} waits for {}", titled(plan, id), titled(plan, needs)),
        )
    }

    /// Changes an activity and tells how many others follow. The plan is scheduled once before and once after.
    fn move_in_plan(
        &mut self,
        (plan, id): (PlaybookId, ActivityId),
        change: impl FnOnce(&mut Playbook, &Schedule) -> std::result::Result<(), String>,
        tell: impl FnOnce(&Playbook, Placement) -> String,
    ) -> Result<Outcome> {
        let Plan { kept: older, schedule: before, .. } = self.plan(plan)?;
        let at = older.activities.iter().position(|it| it.id == id).ok_or(Error::NotFound)?;
        let mut newer = older.clone();
        change(&mut newer, &before).map_err(Error::Plan)?;
        let after = scheduled(&newer)?;
        let days = |placed: &Placement| (placed.start, placed.end);
        let both = before.placements.iter().zip(&after.placements).enumerate();
        let moved = both.filter(|(place, (one, other))| *place != at && days(one) != days(other));
        let sentence = tell(&newer, after.placements[at]);
        let sentence = match moved.count() {
            0 => sentence,
            1 => format!("{sentence}; 1 activity follows"),
            many => format!("{sentence}; {} follow", activities(many)),
        };
        self.put_plan(Op::Plan, &older, &newer, sentence)
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
        let placements = self.plan(plan)?.schedule.placements;
        self.change_plan(plan, Op::Plan, |plan| {
            for (activity, placed) in plan.activities.iter_mut().zip(placements) {
                activity.baseline = is_set.then_some((placed.start, placed.end));
            }
            Ok(if is_set { "Set the baseline" } else { "Removed the baseline" }.to_owned())
        })
    }
}

/// Returns a number of activities, in words.
pub(super) fn activities(number: usize) -> String {
    let noun = if number == 1 { "activity" } else { "activities" };
    format!("{} {noun}", domain::figures(number))
}

fn titled(plan: &Playbook, id: ActivityId) -> String {
    format!("“{}”", plan.activity(id).map_or("an activity", Activity::title))
}

fn or_activity(name: &str) -> &str {
    if name.is_empty() { "an activity" } else { name }
}
