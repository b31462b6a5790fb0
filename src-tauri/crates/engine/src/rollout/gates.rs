//! Gates: what they rest on, and what people say at them.

use domain::rollout::gate::{
    Checked, Facts, GateEvent, GateVerdict, Mark, PilotFacts, check, fingerprint,
};
use domain::rollout::{
    Automation, AutomationEvent, CONDITIONS, Phase, PilotPlan, PlaybookId, Review, ReviewKind,
};
use domain::{Lane, TaskId};

use super::{PilotTask, Plan, kept, said, signed};
use crate::sheet::Entry;
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
        self.gate_facts_with(plan, &self.pilot_tasks(&plan.kept)?)
    }

    /// Returns what the conditions of a plan's gates look at, where the tasks of its pilots are known already.
    pub fn gate_facts_with(&self, plan: &Plan, pilots: &[PilotTask]) -> Result<Facts> {
        let automations = self.database.read().automation_events()?;
        let state = |task: TaskId| {
            automations
                .get(&task)
                .and_then(|events| events.last())
                .map_or(Automation::Off, |it| it.state)
        };
        let mut facts = Facts { tasks: self.sheet.len(), ..Facts::default() };
        for Entry { task, standing, .. } in self.sheet.entries() {
            facts.scored += usize::from(task.composite().is_some());
            facts.without_channel += usize::from(task.channels.is_empty());
            let is_run = standing.lane.is_some_and(|lane| lane > Lane::HumanOnly);
            facts.without_system += usize::from(is_run && task.downstream_systems.is_empty());
            if standing.lane == Some(Lane::Automate) {
                facts.automate.push(state(task.id));
            }
            facts.paused += usize::from(state(task.id) == Automation::Paused);
        }
        for activity in &plan.kept.activities {
            facts.activities[activity.phase.place()] += 1;
            facts.not_done[activity.phase.place()] += usize::from(activity.done.is_none());
        }
        let found = plan.kept.pilots.iter().zip(pilots);
        facts.pilots = found
            .map(|(pilot, task)| {
                let events = automations.get(&pilot.task).map_or(&[][..], Vec::as_slice);
                pilot_facts(pilot, task, events)
            })
            .collect();
        for kind in ReviewKind::ALL {
            let reviews = plan.reviews(kind);
            if reviews.iter().all(|review| review.done.is_none()) {
                facts.never_reviewed.push(kind);
            }
            let is_overdue = |it: &&Review<'_>| it.done.is_none() && it.due < plan.today;
            facts.reviews_overdue += reviews.iter().filter(is_overdue).count();
        }
        Ok(facts)
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
        let reason = kept(&act.reason)?;
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
        let last = plan.kept.gates.iter().map(|event| event.place).max();
        let event = GateEvent {
            place: last.map_or(0, |last| last + 1),
            phase,
            verdict: act.verdict,
            name,
            role: kept(&act.role)?,
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

fn pilot_facts(pilot: &PilotPlan, task: &PilotTask, events: &[AutomationEvent]) -> PilotFacts {
    let began = events.iter().find(|event| event.state != Automation::Off);
    let promised_at = pilot.promised_at();
    PilotFacts {
        task: pilot.task,
        name: task.name.clone(),
        lane: task.lane,
        is_capped: !task.caps.is_empty(),
        promises_missing: pilot.promises_missing(),
        promised_at,
        promised_late: began.is_some_and(|began| promised_at.is_some_and(|at| at > began.at)),
        has_card: task.has_card,
        automation: events.last().map_or(Automation::Off, |event| event.state),
    }
}

/// Returns the phase and the statement of a condition that a person answers.
fn asked(condition: &str) -> Result<(Phase, &'static str)> {
    let found = CONDITIONS.iter().find(|it| it.key == condition && it.is_for_a_person());
    found.map(|it| (it.phase, it.statement)).ok_or(Error::NotFound)
}
