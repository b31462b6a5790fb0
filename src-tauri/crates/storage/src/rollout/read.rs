//! A plan from its rows.

use std::collections::{BTreeMap, HashMap};

use domain::rollout::gate::{GateEvent, GateVerdict, Mark};
use domain::rollout::{
    Activity, ActivityId, FIRST_DAY, HighImpactWindow, LAST_DAY, Objection, ObjectionId, Phase,
    PilotAnswer, PilotId, PilotPlan, Playbook, PlaybookId, ReviewDone, ReviewKind, WindowId,
    WorkCalendar,
};
use jiff::civil::Date;
use rusqlite::Row;

use super::rows::{
    ACTIVITY, ANSWER, GATE, HOLIDAY, MARK, NEED, OBJECTION, PILOT, PLAYBOOK, REVIEW, WINDOW,
};
use crate::task::task_id;
use crate::{Error, Read, Result};

impl Read<'_> {
    /// Returns every plan, the oldest first.
    pub fn playbooks(self) -> Result<Vec<Playbook>> {
        let mut plans = PLAYBOOK.read(self, "id", |row| {
            let mut plan = Playbook::new(
                playbook_id(row.get(0)?)?,
                row.get(1)?,
                day(row.get(2)?)?,
                row.get(5)?,
            );
            plan.is_example = row.get(4)?;
            Ok((plan, row.get::<_, String>(3)?))
        })?;
        let mut holidays = owned(
            HOLIDAY.read(self, "day", |row| Ok((row.get(0)?, (day(row.get(1)?)?, row.get(2)?))))?,
        );
        let mut needs =
            owned(NEED.read(self, "needs_id", |row| Ok((row.get(0)?, activity_id(row.get(1)?)?)))?);
        let mut activities = owned(ACTIVITY.read(self, "place", activity)?);
        let mut answers = owned(ANSWER.read(self, "field", |row| {
            let answer = PilotAnswer { text: row.get(2)?, at: row.get(3)? };
            Ok((row.get(0)?, (row.get::<_, String>(1)?, answer)))
        })?);
        let mut pilots = owned(PILOT.read(self, "id", pilot)?);
        let mut marks = owned(MARK.read(self, "condition", mark)?);
        let mut gates = owned(GATE.read(self, "place", gate)?);
        let mut reviews = owned(REVIEW.read(self, "number", review)?);
        let mut windows = owned(WINDOW.read(self, "first_day, id", window)?);
        let mut objections = owned(OBJECTION.read(self, "place", objection)?);
        plans
            .iter_mut()
            .map(|(plan, weekdays)| {
                let id = plan.id.to_string();
                let of = holidays.remove(&id).unwrap_or_default().into_iter().collect();
                plan.calendar = calendar(weekdays, of)?;
                plan.activities = activities.remove(&id).unwrap_or_default();
                for activity in &mut plan.activities {
                    activity.needs = needs.remove(&activity.id.to_string()).unwrap_or_default();
                }
                plan.pilots = pilots.remove(&id).unwrap_or_default();
                for pilot in &mut plan.pilots {
                    let of = answers.remove(&pilot.id.to_string()).unwrap_or_default();
                    pilot.answers = of.into_iter().collect();
                }
                plan.marks = marks.remove(&id).unwrap_or_default();
                plan.gates = gates.remove(&id).unwrap_or_default();
                plan.reviews = reviews.remove(&id).unwrap_or_default();
                plan.windows = windows.remove(&id).unwrap_or_default();
                plan.objections = objections.remove(&id).unwrap_or_default();
                Ok(plan.clone())
            })
            .collect()
    }
}

/// Gathers what belongs to the same thing, in order.
fn owned<T>(rows: Vec<(String, T)>) -> HashMap<String, Vec<T>> {
    let mut owned: HashMap<String, Vec<T>> = HashMap::new();
    for (owner, row) in rows {
        owned.entry(owner).or_default().push(row);
    }
    owned
}

fn activity(row: &Row<'_>) -> Result<(String, Activity)> {
    let baseline: [Option<String>; 2] = [row.get(8)?, row.get(9)?];
    let phase = keyed(row.get(3)?, Phase::from_key)?;
    let mut activity = Activity::new(activity_id(row.get(0)?)?, phase, row.get(4)?, row.get(6)?);
    activity.owner = row.get(5)?;
    activity.not_before = row.get::<_, Option<String>>(7)?.map(day).transpose()?;
    if let [Some(start), Some(end)] = baseline {
        activity.baseline = Some((day(start)?, day(end)?));
    }
    activity.started = row.get::<_, Option<String>>(10)?.map(day).transpose()?;
    activity.done = row.get::<_, Option<String>>(11)?.map(day).transpose()?;
    activity.note = row.get(12)?;
    Ok((row.get(1)?, activity))
}

fn pilot(row: &Row<'_>) -> Result<(String, PilotPlan)> {
    let id = keyed(row.get(0)?, PilotId::parse)?;
    let task = task_id(row.get(2)?)?;
    Ok((row.get(1)?, PilotPlan { id, task, answers: BTreeMap::new() }))
}

fn mark(row: &Row<'_>) -> Result<(String, Mark)> {
    let phase = keyed(row.get(1)?, Phase::from_key)?;
    let (condition, name) = (row.get(2)?, row.get(3)?);
    Ok((row.get(0)?, Mark { phase, condition, name, note: row.get(4)?, at: row.get(5)? }))
}

fn gate(row: &Row<'_>) -> Result<(String, GateEvent)> {
    let event = GateEvent {
        place: row.get(1)?,
        phase: keyed(row.get(2)?, Phase::from_key)?,
        verdict: keyed(row.get(3)?, GateVerdict::from_key)?,
        name: row.get(4)?,
        role: row.get(5)?,
        reason: row.get(6)?,
        at: row.get(7)?,
        open: row.get(8)?,
        content_hash: row.get(9)?,
    };
    Ok((row.get(0)?, event))
}

fn review(row: &Row<'_>) -> Result<(String, ReviewDone)> {
    let done = ReviewDone {
        kind: keyed(row.get(1)?, ReviewKind::from_key)?,
        number: row.get(2)?,
        on: day(row.get(3)?)?,
        name: row.get(4)?,
        findings: row.get(5)?,
        follow_ups: row.get(6)?,
    };
    Ok((row.get(0)?, done))
}

fn window(row: &Row<'_>) -> Result<(String, (WindowId, HighImpactWindow))> {
    let window = HighImpactWindow {
        name: row.get(2)?,
        first: day(row.get(3)?)?,
        last: day(row.get(4)?)?,
        review_below: row.get(5)?,
    };
    Ok((row.get(1)?, (keyed(row.get(0)?, WindowId::parse)?, window)))
}

fn objection(row: &Row<'_>) -> Result<(String, Objection)> {
    let mut objection = Objection::blank(keyed(row.get(0)?, ObjectionId::parse)?);
    for (place, text) in objection.texts.iter_mut().enumerate() {
        *text = row.get(3 + place)?;
    }
    Ok((row.get(1)?, objection))
}

fn calendar(weekdays: &str, holidays: BTreeMap<Date, String>) -> Result<WorkCalendar> {
    let works: Vec<bool> = weekdays.chars().map(|mark| mark == '1').collect();
    let calendar = works.try_into().ok().and_then(|works| WorkCalendar::new(works, holidays));
    calendar.ok_or_else(|| Error::Unreadable(weekdays.to_owned()))
}

fn playbook_id(text: String) -> Result<PlaybookId> {
    keyed(text, PlaybookId::parse)
}

fn activity_id(text: String) -> Result<ActivityId> {
    keyed(text, ActivityId::parse)
}

pub(super) fn keyed<T>(text: String, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    read(&text).ok_or(Error::Unreadable(text))
}

/// Reads a day. One beyond those that a plan may name, which only another program can have written, counts as the
/// nearest that it may.
fn day(text: String) -> Result<Date> {
    let day: Date = text.parse().map_err(|_| Error::Unreadable(text))?;
    Ok(day.clamp(FIRST_DAY, LAST_DAY))
}
