//! Making, naming and deleting plans, and the days on which people work.

use std::collections::BTreeMap;

use domain::rollout::{
    Activity, ActivityId, Objection, ObjectionId, PilotId, PilotPlan, Playbook, PlaybookId,
    Template, WorkCalendar, one_line,
};
use domain::{Lane, TaskId};
use jiff::civil::Date;
use uuid::Uuid;

use super::{kept, said};
use crate::{Error, Op, Outcome, Result, Workspace};

/// What a plan is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSetup {
    /// What it starts from.
    pub template: Template,
    /// What it is called; empty for the template's own name.
    pub name: String,
    /// The day on which it starts.
    pub start: Date,
    /// The days of the week that are worked, Monday first.
    pub weekdays: [bool; 7],
    /// How many weeks the pilot lasts, 2 to 4.
    pub pilot_weeks: u16,
    /// How many weeks the other tasks take, 4 to 12.
    pub expand_weeks: u16,
    /// Who owns every activity at first; may be empty.
    pub owner: String,
    /// The task of the lane Automate that is tried first; nothing for the best candidate.
    pub automate: Option<TaskId>,
    /// The task of the lane Hybrid that is tried first; nothing for the best candidate.
    pub hybrid: Option<TaskId>,
}

/// The weeks of Govern & optimise that a plan lays out; the phase itself goes on.
const GOVERN_WEEKS: u16 = 4;

impl Workspace {
    /// Lays out a plan in one step, with its pilots, and returns which it is.
    pub fn make_plan(&mut self, setup: &PlanSetup) -> Result<(Outcome, PlaybookId)> {
        let PlanSetup { template, pilot_weeks, expand_weeks, .. } = *setup;
        if !(2..=4).contains(&pilot_weeks) {
            return Err(Error::Plan("A pilot lasts 2 to 4 weeks.".into()));
        }
        if !(4..=12).contains(&expand_weeks) {
            return Err(Error::Plan("Expanding takes 4 to 12 weeks.".into()));
        }
        let calendar = calendar(setup.weekdays, BTreeMap::new())?;
        let pilots = [(Lane::Automate, setup.automate), (Lane::Hybrid, setup.hybrid)];
        let mut chosen = Vec::new();
        for (lane, task) in pilots {
            chosen.push(match task {
                Some(task) => Some(self.as_pilot(task, Some(lane)).map(|_| task)?),
                None => self.pilot_choices(lane, None)?.first().map(|choice| choice.task),
            });
        }
        let named = |task: Option<TaskId>, otherwise: &str| {
            let task = task.and_then(|id| self.sheet.task(id));
            task.map_or_else(|| otherwise.to_owned(), |task| format!("“{}”", task.name))
        };
        let weeks = [1, pilot_weeks, expand_weeks, GOVERN_WEEKS];
        let drafts = template.drafts(
            weeks,
            calendar.days_a_week(),
            &named(chosen[0], "the Automate pilot"),
            &named(chosen[1], "the Hybrid pilot"),
        );
        let (name, owner) = (one_line(&kept(&setup.name)?), one_line(&kept(&setup.owner)?));
        let name = if name.is_empty() { template.name() } else { &name };
        let mut plan = Playbook::new(
            PlaybookId::new(Uuid::now_v7()),
            name.to_owned(),
            setup.start,
            self.now(),
        );
        plan.is_example = template == Template::Enquiries;
        plan.calendar = calendar;
        let ids: Vec<ActivityId> = drafts.iter().map(|_| ActivityId::new(Uuid::now_v7())).collect();
        for (draft, id) in drafts.into_iter().zip(&ids) {
            let mut activity = Activity::new(*id, draft.phase, draft.name, draft.days);
            activity.needs = draft.needs.iter().map(|&at| ids[at]).collect();
            owner.clone_into(&mut activity.owner);
            draft.note.clone_into(&mut activity.note);
            plan.activities.push(activity);
        }
        let pilots = chosen.into_iter().flatten().map(|task| PilotPlan {
            id: PilotId::new(Uuid::now_v7()),
            task,
            answers: BTreeMap::new(),
        });
        plan.pilots = pilots.collect();
        plan.objections = Objection::usual(|| ObjectionId::new(Uuid::now_v7()));
        let outcome = self.transact(Op::Plan, |change| {
            change.tx().put_playbook(None, Some(&plan))?;
            Ok(format!("Made the plan “{}”", plan.name))
        })?;
        Ok((outcome, plan.id))
    }

    /// Deletes a plan with everything in it.
    pub fn delete_plan(&mut self, id: PlaybookId) -> Result<Outcome> {
        let plan = self.kept_plan(id)?;
        self.transact(Op::Plan, |change| {
            change.tx().put_playbook(Some(&plan), None)?;
            Ok(format!("Deleted the plan “{}”", plan.name))
        })
    }

    /// Gives a plan another name.
    pub fn rename_plan(&mut self, id: PlaybookId, name: &str) -> Result<Outcome> {
        let name = said(name, "A plan needs a name.")?;
        self.change_plan(id, Op::Plan, |plan| {
            let sentence = format!("Renamed the plan “{}” to “{name}”", plan.name);
            plan.name = name;
            Ok(sentence)
        })
    }

    /// Makes a plan start on another day. Days before which an activity may not start stay as they are.
    pub fn start_plan(&mut self, id: PlaybookId, start: Date) -> Result<Outcome> {
        self.change_plan(id, Op::Plan, |plan| {
            plan.start = start;
            Ok(format!("“{}” starts on {start}", plan.name))
        })
    }

    /// Says on which days people work: days of the week, Monday first, and holidays with their names.
    pub fn set_plan_calendar(
        &mut self,
        id: PlaybookId,
        weekdays: [bool; 7],
        holidays: BTreeMap<Date, String>,
    ) -> Result<Outcome> {
        for name in holidays.values() {
            kept(name)?;
        }
        let calendar = calendar(weekdays, holidays)?;
        self.change_plan(id, Op::Plan, |plan| {
            plan.calendar = calendar;
            Ok(format!("Changed the working days of “{}”", plan.name))
        })
    }
}

fn calendar(weekdays: [bool; 7], holidays: BTreeMap<Date, String>) -> Result<WorkCalendar> {
    WorkCalendar::new(weekdays, holidays)
        .ok_or_else(|| Error::Plan("A week needs at least one working day.".into()))
}
