//! Choosing pilots, and writing down what they must show.

use std::collections::{BTreeMap, HashSet};

use domain::card::{Approval, Status};
use domain::rollout::{
    Candidate, PilotAnswer, PilotField, PilotId, PilotPlan, Playbook, PlaybookId, ranked,
};
use domain::{Lane, TaskId};
use uuid::Uuid;

use crate::sheet::Standing;
use crate::{Error, Op, Outcome, Result, Workspace};

/// How many candidates of a lane are offered.
const MOST_OFFERED: usize = 20;

/// A task that could be a pilot, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Which.
    pub task: TaskId,
    /// What it is called.
    pub name: String,
    /// Its lane.
    pub lane: Lane,
    /// Why, in words.
    pub reason: String,
    /// The hours that people spend on it in a month.
    pub hours: f64,
}

/// The task of a pilot, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotTask {
    /// What it is called, or was.
    pub name: String,
    /// The lane that counts for it; nothing while a score is blank, or where it was deleted.
    pub lane: Option<Lane>,
    /// The guardrails that cap its lane, in words.
    pub caps: Vec<String>,
    /// Whether a model card serves it whose approval holds.
    pub has_card: bool,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

impl Workspace {
    /// Returns the tasks of a lane that could be pilots, the best first, without those of a plan; at most 20.
    pub fn pilot_choices(&self, lane: Lane, plan: Option<PlaybookId>) -> Result<Vec<Choice>> {
        let ready = self.tasks_with_card()?;
        let taken: Vec<TaskId> = match plan {
            Some(plan) => self.plan(plan)?.kept.pilots.iter().map(|pilot| pilot.task).collect(),
            None => Vec::new(),
        };
        // Where a task stands is known already; only what may be a candidate is looked at closely.
        let free = self.sheet.entries().filter(|it| {
            let Standing { lane: counts, is_capped, .. } = *it.standing;
            counts == Some(lane) && !is_capped && !taken.contains(&it.task.id)
        });
        let candidates = free.filter_map(|it| {
            Candidate::of(it.task, &self.verdict(it.task), ready.contains(&it.task.id))
        });
        let choices = ranked(candidates.collect(), lane).into_iter().take(MOST_OFFERED);
        Ok(choices
            .map(|candidate| Choice {
                task: candidate.pilot.task.id,
                name: candidate.pilot.task.name.clone(),
                lane,
                reason: candidate.reason(),
                hours: candidate.pilot.hours,
            })
            .collect())
    }

    /// Adds a pilot to a plan. A task with an open guardrail, without a lane, or in people's hands is refused with a
    /// sentence: [`Error::Plan`].
    pub fn choose_pilot(&mut self, plan: PlaybookId, task: TaskId) -> Result<Outcome> {
        let name = self.as_pilot(task, None)?.name;
        self.change_plan(plan, Op::Plan, |plan| {
            if plan.pilots.iter().any(|pilot| pilot.task == task) {
                return Err(Error::Plan(format!("“{name}” is a pilot of this plan already.")));
            }
            let id = PilotId::new(Uuid::now_v7());
            plan.pilots.push(PilotPlan { id, task, answers: BTreeMap::new() });
            Ok(format!("“{name}” is a pilot of “{}”", plan.name))
        })
    }

    /// Returns a task that may be a pilot, of a lane where one is asked for; or the sentence that says why it may
    /// not: [`Error::Plan`].
    pub(super) fn as_pilot(&self, task: TaskId, asked: Option<Lane>) -> Result<PilotTask> {
        let pilot = self.pilot_task(task)?;
        let name = &pilot.name;
        if let Some(cap) = pilot.caps.first() {
            return Err(Error::Plan(format!(
                "“{name}” has an open guardrail: {cap} Choose a task that no rule doubts."
            )));
        }
        let refusal = match (pilot.lane, asked) {
            _ if pilot.is_deleted => "was deleted.".to_owned(),
            (None, _) => "has no lane yet. Score it first.".to_owned(),
            (Some(Lane::HumanOnly), _) => "is Human-only: people do it.".to_owned(),
            (Some(lane), Some(asked)) if lane != asked => {
                format!("is {}. The pilot that is asked for is {}.", lane.name(), asked.name())
            }
            _ => return Ok(pilot),
        };
        Err(Error::Plan(format!("“{name}” {refusal}")))
    }

    /// Takes a pilot out of a plan, with what was written down about it.
    pub fn drop_pilot(&mut self, plan: PlaybookId, id: PilotId) -> Result<Outcome> {
        self.change_plan(plan, Op::Plan, |plan| {
            plan.pilots.retain(|pilot| pilot.id != id);
            Ok(format!("Took a pilot out of “{}”", plan.name))
        })
    }

    /// Writes down something about a pilot. What the field does not take is refused with a sentence.
    pub fn answer_pilot(
        &mut self,
        plan: PlaybookId,
        id: PilotId,
        field: &str,
        text: &str,
    ) -> Result<Outcome> {
        let field = PilotField::from_key(field).ok_or(Error::NotFound)?;
        let text = field.read(text).map_err(Error::Plan)?;
        let at = self.now();
        self.change_plan(plan, Op::Plan, |plan| {
            let pilot = plan.pilots.iter_mut().find(|pilot| pilot.id == id);
            let answers = &mut pilot.ok_or(Error::NotFound)?.answers;
            if text.is_empty() {
                answers.remove(field.key);
            } else if answers.get(field.key).is_none_or(|answer| answer.text != text) {
                answers.insert(field.key.to_owned(), PilotAnswer { text, at });
            }
            Ok(format!("Wrote down “{}” of a pilot", field.label))
        })
    }

    /// Returns the tasks of a plan's pilots as they stand now.
    pub fn pilot_tasks(&self, plan: &Playbook) -> Result<Vec<PilotTask>> {
        let ready = self.tasks_with_card()?;
        plan.pilots.iter().map(|pilot| self.task_of_pilot(pilot.task, &ready)).collect()
    }

    /// Returns a task as a pilot would find it now.
    pub fn pilot_task(&self, id: TaskId) -> Result<PilotTask> {
        self.task_of_pilot(id, &self.tasks_with_card()?)
    }

    fn task_of_pilot(&self, id: TaskId, ready: &HashSet<TaskId>) -> Result<PilotTask> {
        let served = self.served(id)?;
        let task = self.sheet.task(id);
        let caps = task.map(|task| {
            let caps = self.verdict(task).caps;
            caps.iter().map(|rule| rule.sentence()).collect::<Vec<String>>()
        });
        Ok(PilotTask {
            name: served.name,
            lane: served.lane,
            caps: caps.unwrap_or_default(),
            has_card: ready.contains(&id),
            is_deleted: served.is_deleted,
        })
    }

    /// Returns the tasks that a model card serves whose approval holds.
    pub(super) fn tasks_with_card(&self) -> Result<HashSet<TaskId>> {
        let mut tasks = HashSet::new();
        for card in self.cards()? {
            let standing = card.standing();
            let may_run = matches!(standing.status, Status::Approved | Status::Restricted);
            if may_run && standing.approval.is_some_and(|(_, state)| state == Approval::Holds) {
                tasks.extend(card.kept.tasks);
            }
        }
        Ok(tasks)
    }
}
