//! Activities from the rows of a table that somebody else made.
//!
//! A row can wait for one that comes later, and when it happens depends on all that it waits for. So the whole table
//! is taken step by step and not row by row: first what stands in each row by itself, then phases and links, then
//! days, for which the plan is scheduled once.

mod dates;
mod links;

use std::collections::HashMap;

use jiff::civil::Date;

use super::entry::{follows, one_line, past_day, read_phase};
use super::{Activity, ActivityField, ActivityId, Phase, Playbook, fits};
use links::Links;

/// A row of a table: what it calls itself, and the texts of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivityRow {
    /// The number by which other rows wait for it; empty where the table has no such column.
    pub number: String,
    /// The texts of its fields; a blank one says nothing.
    pub texts: Vec<(ActivityField, String)>,
}

/// What a row does to a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenRow {
    /// The activity that it makes or changes; nothing where it names none.
    pub activity: Option<ActivityId>,
    /// Whether it makes one.
    pub is_new: bool,
    /// The fields that it changes in one that is there: before and after.
    pub changes: Vec<(ActivityField, String, String)>,
    /// The fields that it cannot fill, each with the sentence that says why.
    pub issues: Vec<(ActivityField, String)>,
}

/// The fields that ask nothing of the schedule and of no other field.
const PLAIN: [ActivityField; 3] = [ActivityField::Owner, ActivityField::Note, ActivityField::Days];

/// Where each activity stands in the plan.
type Places = HashMap<ActivityId, usize>;

impl Playbook {
    /// Takes rows over. One that bears the name of an activity changes that one, any other makes one; a row without
    /// a phase belongs to that of the row before. What a field does not take is left out and told.
    pub fn take_rows(
        &mut self,
        rows: &[ActivityRow],
        today: Date,
        new_id: impl FnMut() -> ActivityId,
    ) -> Vec<TakenRow> {
        let mut taken = vec![TakenRow::default(); rows.len()];
        let phases = self.find_or_add(rows, &mut taken, new_id);
        let places: Places =
            self.activities.iter().enumerate().map(|(place, it)| (it.id, place)).collect();
        let known = |it: &TakenRow| it.activity.filter(|_| !it.is_new).map(|id| places[&id]);
        let before: Vec<_> =
            taken.iter().map(|it| known(it).map(|at| self.texts(at, &places))).collect();
        for (row, it) in rows.iter().zip(&mut taken) {
            if let Some(id) = it.activity {
                put_plain(&mut self.activities[places[&id]], row, today, it);
            }
        }
        Links { rows, phases: &phases, places: &places }.put(self, &mut taken);
        self.put_dates(rows, &places, &mut taken);
        for (before, it) in before.into_iter().zip(&mut taken) {
            let (Some(before), Some(id)) = (before, it.activity) else { continue };
            let changed = before.into_iter().zip(self.texts(places[&id], &places));
            let changed = changed.filter(|((_, old), (_, new))| old != new);
            it.changes = changed.map(|((field, old), (_, new))| (field, old, new)).collect();
        }
        taken
    }

    /// Finds the activity of each row, or adds it behind the others of its phase, and returns the phase of each.
    fn find_or_add(
        &mut self,
        rows: &[ActivityRow],
        taken: &mut [TakenRow],
        mut new_id: impl FnMut() -> ActivityId,
    ) -> Vec<Phase> {
        let mut free: HashMap<String, Vec<&Activity>> = HashMap::new();
        for activity in self.activities.iter().rev() {
            free.entry(activity.name.to_lowercase()).or_default().push(activity);
        }
        let mut phase = Phase::Discovery;
        let mut added: [Vec<Activity>; 4] = Default::default();
        let phases = rows.iter().zip(taken).map(|(row, it)| {
            let name = one_line(row.text(ActivityField::Name));
            if name.is_empty() {
                it.issues.push((ActivityField::Name, "The row names no activity.".into()));
                return phase;
            }
            if let Err(sentence) = fits(&name, ActivityField::Name.name()) {
                it.issues.push((ActivityField::Name, sentence));
                return phase;
            }
            let known = free.get_mut(&name.to_lowercase()).and_then(Vec::pop);
            let stated = row.text(ActivityField::Phase);
            match (stated.is_empty(), read_phase(stated), known) {
                (false, Ok(read), _) => phase = read,
                (false, Err(sentence), _) => it.issues.push((ActivityField::Phase, sentence)),
                (true, _, Some(known)) => phase = known.phase,
                (true, _, None) => {}
            }
            it.is_new = known.is_none();
            it.activity = Some(known.map_or_else(&mut new_id, |known| known.id));
            if let (None, Some(id)) = (known, it.activity) {
                added[phase.place()].push(Activity::new(id, phase, name, 1));
            }
            phase
        });
        let phases = phases.collect();
        for (phase, added) in Phase::ALL.into_iter().zip(added) {
            let place = self.activities.iter().rposition(|it| it.phase <= phase);
            let place = place.map_or(0, |place| place + 1);
            self.activities.splice(place..place, added);
        }
        phases
    }

    /// Returns what the fields of the activity at a place say, without when the schedule puts it.
    fn texts(&self, at: usize, places: &Places) -> Vec<(ActivityField, String)> {
        let it = &self.activities[at];
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let needs = it.needs.iter().filter_map(|id| places.get(id));
        let needs: Vec<&str> = needs.map(|&at| self.activities[at].title()).collect();
        vec![
            (ActivityField::Phase, it.phase.name().to_owned()),
            (ActivityField::Owner, it.owner.clone()),
            (ActivityField::Start, day(it.not_before)),
            (ActivityField::Days, it.days.to_string()),
            (ActivityField::Needs, needs.join("; ")),
            (ActivityField::Started, day(it.started)),
            (ActivityField::Done, day(it.done)),
            (ActivityField::Note, it.note.clone()),
        ]
    }
}

/// Puts what asks nothing of other activities.
fn put_plain(activity: &mut Activity, row: &ActivityRow, today: Date, taken: &mut TakenRow) {
    let said = PLAIN.into_iter().map(|field| (field, row.text(field)));
    for (field, text) in said.filter(|(_, text)| !text.is_empty()) {
        if let Err(sentence) = activity.put(field, text, today) {
            taken.issues.push((field, sentence));
        }
    }
    // Both days together: the new start may lie behind the end that the plan held until now.
    let mut read = |field, kept| match past_day(row.text(field), today) {
        Ok(day) => day.or(kept),
        Err(sentence) => {
            taken.issues.push((field, sentence));
            kept
        }
    };
    let started = read(ActivityField::Started, activity.started);
    let done = read(ActivityField::Done, activity.done);
    match follows(started, done) {
        Ok(()) => (activity.started, activity.done) = (started, done),
        Err(sentence) if done == activity.done => {
            taken.issues.push((ActivityField::Started, sentence));
        }
        Err(sentence) => {
            taken.issues.push((ActivityField::Done, sentence));
            if follows(started, activity.done).is_ok() {
                activity.started = started;
            }
        }
    }
}

impl ActivityRow {
    /// Returns the text of a field; empty where the row has none.
    pub fn text(&self, field: ActivityField) -> &str {
        self.texts.iter().find(|(it, _)| *it == field).map_or("", |(_, text)| text.trim())
    }
}

#[cfg(test)]
mod tests;
