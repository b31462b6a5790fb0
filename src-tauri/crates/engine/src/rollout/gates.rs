//! Gates: what they rest on, and what people say at them.

use std::collections::HashMap;

use domain::rollout::gate::{
    Checked, Facts, GateEvent, GateVerdict, Mark, PilotFacts, check, fingerprint,
};
use domain::rollout::{
    Automation, AutomationEvent, CONDITIONS, Phase, Playbook, PlaybookId, ReviewKind,
};
use domain::{Lane, TaskId};

use super::{Plan, said, signed};
use crate::{Error, Op, Outcome, Result, Workspace};

/// The gate of a phase as it stands now.
#[derive(Debug, Clone)]
pub struct Gate<'a> {
    /// The phase that it ends.
    pub phase: Phase,
    /// What it asks, and how that stands.
    pub checked: Vec<Checked<'a>>,
    /// The hash of what a decision would rest on.
    pub hash: String,
    /// The decision that was made last.
    pub decided: Option<&'a GateEvent>,
    /// Where it stands.
    pub standing: GateStanding,
}

/// Where a gate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateStanding {
    /// Something does not hold yet.
    Open,
    /// Everything holds, and nobody decided.
    Ready,
    /// The next phase may begin.
    Go,
    /// It was decided to wait.
    Hold,
    /// It was decided to stop.
    Stop,
    /// It was decided, and what that rested on is not so any more.
    Stale,
}

/// What somebody decides at a gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateAct {
    /// What.
    pub verdict: GateVerdict,
    /// In whose name; nobody is authenticated in a file.
    pub name: String,
    /// In which role.
    pub role: String,
    /// Why.
    pub reason: String,
}

impl Gate<'_> {
    /// Counts the conditions that do not hold.
    pub fn open(&self) -> usize {
        self.checked.iter().filter(|checked| !checked.holds()).count()
    }
}

impl Workspace {
    /// Returns what the conditions of a plan's gates look at.
    pub fn gate_facts(&self, plan: &Plan) -> Result<Facts> {
        let automations = self.database.read().automation_events()?;
        let state = |task: TaskId| {
            automations
                .get(&task)
                .and_then(|events| events.last())
                .map_or(Automation::Off, |it| it.state)
        };
        let mut facts = Facts { tasks: self.sheet.len(), ..Facts::default() };
        for task in self.sheet.tasks() {
            facts.scored += usize::from(task.composite().is_some());
            facts.without_channel += usize::from(task.channels.is_empty());
            let lane = self.verdict(task).lane;
            let is_run = lane.is_some_and(|lane| lane > Lane::HumanOnly);
            facts.without_system += usize::from(is_run && task.downstream_systems.is_empty());
            if lane == Some(Lane::Automate) {
                facts.automate.push(state(task.id));
            }
            facts.paused += usize::from(state(task.id) == Automation::Paused);
        }
        for activity in &plan.kept.activities {
            facts.activities[activity.phase.place()] += 1;
            facts.not_done[activity.phase.place()] += usize::from(activity.done.is_none());
        }
        facts.pilots = self.pilot_facts(&plan.kept, &automations)?;
        for kind in ReviewKind::ALL {
            for review in plan.reviews(kind) {
                facts.reviews_done += usize::from(review.done.is_some());
                let is_overdue = review.done.is_none() && review.due < plan.today;
                facts.reviews_overdue += usize::from(is_overdue);
            }
        }
        Ok(facts)
    }

    fn pilot_facts(
        &self,
        plan: &Playbook,
        automations: &HashMap<TaskId, Vec<AutomationEvent>>,
    ) -> Result<Vec<PilotFacts>> {
        let facts = plan.pilots.iter().map(|pilot| {
            let task = self.pilot_task(pilot.task)?;
            let events = automations.get(&pilot.task).map_or(&[][..], Vec::as_slice);
            let began = events.iter().find(|event| event.state != Automation::Off);
            let promised_late =
                began.is_some_and(|began| pilot.promised_at().is_some_and(|at| at > began.at));
            Ok(PilotFacts {
                name: task.name,
                lane: task.lane,
                is_capped: !task.caps.is_empty(),
                promises_missing: pilot.promises_missing(),
                promised_late,
                has_card: task.has_card,
                automation: events.last().map_or(Automation::Off, |event| event.state),
            })
        });
        facts.collect()
    }

    /// Confirms in somebody's name that a condition holds which the app cannot check, and what that rests on.
    pub fn mark_condition(
        &mut self,
        plan: PlaybookId,
        condition: &str,
        name: &str,
        note: &str,
    ) -> Result<Outcome> {
        let (phase, statement) = asked(condition)?;
        let (name, note) = (signed(name)?, said(note, "Say what it rests on.")?);
        let mark = Mark { phase, condition: condition.to_owned(), name, note, at: self.now() };
        self.change_plan(plan, Op::Gate, |plan| {
            plan.marks.retain(|mark| mark.condition != condition);
            let sentence = format!("{} confirmed: {statement}", mark.name);
            plan.marks.push(mark);
            Ok(sentence)
        })
    }

    /// Takes a confirmation back.
    pub fn unmark_condition(&mut self, plan: PlaybookId, condition: &str) -> Result<Outcome> {
        let (_, statement) = asked(condition)?;
        self.change_plan(plan, Op::Gate, |plan| {
            plan.marks.retain(|mark| mark.condition != condition);
            Ok(format!("Took back: {statement}"))
        })
    }

    /// Decides at a gate. Going on while a condition does not hold, and holding or stopping, need a reason.
    pub fn decide_gate(&mut self, id: PlaybookId, phase: Phase, act: &GateAct) -> Result<Outcome> {
        let plan = self.plan(id)?;
        let facts = self.gate_facts(&plan)?;
        let gate = plan.gate(phase, &facts);
        let name = signed(&act.name)?;
        let reason = act.reason.trim().to_owned();
        let open = gate.open();
        if reason.is_empty() && act.verdict != GateVerdict::Go {
            return Err(Error::Plan("Say why.".into()));
        }
        if reason.is_empty() && open > 0 {
            let what = if open == 1 {
                "1 condition does not hold".into()
            } else {
                format!("{open} conditions do not hold")
            };
            return Err(Error::Plan(format!("{what} yet. Say why it goes on all the same.")));
        }
        let event = GateEvent {
            phase,
            verdict: act.verdict,
            name,
            role: act.role.trim().to_owned(),
            reason,
            at: self.now(),
            open: u16::try_from(open).unwrap_or(u16::MAX),
            content_hash: gate.hash,
        };
        self.change_plan(id, Op::Gate, |plan| {
            let verb = match event.verdict {
                GateVerdict::Go => "passed",
                GateVerdict::Hold => "holds",
                GateVerdict::Stop => "stopped at",
            };
            let sentence = format!("{} {verb} the gate of {}", event.name, phase.name());
            plan.gates.push(event);
            Ok(sentence)
        })
    }
}

impl Plan {
    /// Returns the gate of a phase as it stands on these facts.
    pub fn gate(&self, phase: Phase, facts: &Facts) -> Gate<'_> {
        let checked = check(phase, facts, &self.kept.marks);
        let hash = fingerprint(&checked);
        let decided = self.kept.gates.iter().rfind(|event| event.phase == phase);
        let standing = match decided {
            Some(event) if event.content_hash != hash => GateStanding::Stale,
            Some(event) => match event.verdict {
                GateVerdict::Go => GateStanding::Go,
                GateVerdict::Hold => GateStanding::Hold,
                GateVerdict::Stop => GateStanding::Stop,
            },
            None if checked.iter().all(Checked::holds) => GateStanding::Ready,
            None => GateStanding::Open,
        };
        Gate { phase, checked, hash, decided, standing }
    }
}

/// Returns the phase and the statement of a condition that a person answers.
fn asked(condition: &str) -> Result<(Phase, &'static str)> {
    let found = CONDITIONS.iter().find(|it| it.key == condition && it.is_for_a_person());
    found.map(|it| (it.phase, it.statement)).ok_or(Error::NotFound)
}
