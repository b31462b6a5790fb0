//! What rows say about phases and about what waits for what, as far as the plan keeps a schedule.

use std::collections::HashMap;

use super::{ActivityRow, Places, TakenRow};
use crate::rollout::schedule::check;
use crate::rollout::{ActivityField, ActivityId, Phase, Playbook, Unplannable};

/// The rows, their phases, and where their activities stand.
pub(super) struct Links<'a> {
    pub rows: &'a [ActivityRow],
    pub phases: &'a [Phase],
    pub places: &'a Places,
}

/// A change of what the schedule rests on: which row asks for it, and of the activity at which place.
#[derive(Debug, Clone, Copy)]
struct Edit {
    row: usize,
    at: usize,
    to: Change,
}

#[derive(Debug, Clone, Copy)]
enum Change {
    Phase(Phase),
    Need(ActivityId),
}

/// What takes an edit back.
#[derive(Clone, Copy)]
enum Back {
    Phase(usize, Phase),
    Need(usize),
}

impl Links<'_> {
    /// Puts the phases and then the links.
    pub fn put(&self, plan: &mut Playbook, taken: &mut [TakenRow]) {
        let phases =
            self.phases.iter().zip(&*taken).enumerate().filter_map(|(row, (phase, it))| {
                let at = *self.places.get(&it.activity?)?;
                let is_other = plan.activities[at].phase != *phase;
                is_other.then_some(Edit { row, at, to: Change::Phase(*phase) })
            });
        let phases: Vec<Edit> = phases.collect();
        plan.settle(&phases, taken);
        let links = self.links(plan, taken);
        plan.settle(&links, taken);
    }

    /// Returns the links that rows ask for and that are not there yet.
    fn links(&self, plan: &Playbook, taken: &mut [TakenRow]) -> Vec<Edit> {
        let known = Known::of(self.rows, taken, plan);
        let mut links = Vec::new();
        for (row, it) in taken.iter_mut().enumerate() {
            let Some(id) = it.activity else { continue };
            let at = self.places[&id];
            for named in known.all(self.rows[row].text(ActivityField::Needs)) {
                let refusal = match named {
                    Ok(need) if plan.activities[at].needs.contains(&need) => None,
                    Ok(need) => {
                        let needed = &plan.activities[self.places[&need]];
                        let unplannable = if need == id {
                            Some(Unplannable::Circle(vec![id]))
                        } else {
                            let is_later = needed.phase > plan.activities[at].phase;
                            is_later.then_some(Unplannable::LaterPhase { waits: id, needs: need })
                        };
                        if unplannable.is_none() {
                            links.push(Edit { row, at, to: Change::Need(need) });
                        }
                        unplannable.map(|unplannable| plan.sentence(&unplannable))
                    }
                    Err(name) => Some(format!("No row of the table is “{name}”.")),
                };
                it.issues.extend(refusal.map(|sentence| (ActivityField::Needs, sentence)));
            }
        }
        links
    }
}

/// By what a row can name another activity: its number in the table, or else its name.
struct Known {
    numbers: HashMap<String, ActivityId>,
    names: HashMap<String, ActivityId>,
}

impl Known {
    fn of(rows: &[ActivityRow], taken: &[TakenRow], plan: &Playbook) -> Self {
        let mut known = Self { numbers: HashMap::new(), names: HashMap::new() };
        for (place, (row, it)) in rows.iter().zip(taken).enumerate() {
            let Some(id) = it.activity else { continue };
            let number = row.number.trim();
            let number =
                if number.is_empty() { (place + 1).to_string() } else { number.to_owned() };
            known.numbers.insert(number, id);
            let name = super::one_line(row.text(ActivityField::Name)).to_lowercase();
            known.names.entry(name).or_insert(id);
        }
        for activity in &plan.activities {
            known.names.entry(activity.name.to_lowercase()).or_insert(activity.id);
        }
        known
    }

    /// Returns every activity that a text names, or the part of it that names none. A name may hold a comma, so a
    /// part that is no name as a whole is cut there.
    fn all(&self, text: &str) -> Vec<Result<ActivityId, String>> {
        let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let all = parts.flat_map(|part| {
            if let Some(id) = self.find(part) {
                return vec![Ok(id)];
            }
            let parts = part.split(',').map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| self.find(part).ok_or_else(|| part.to_owned())).collect()
        });
        all.collect()
    }

    fn find(&self, part: &str) -> Option<ActivityId> {
        self.numbers.get(part).or_else(|| self.names.get(&part.to_lowercase())).copied()
    }
}

impl Playbook {
    /// Makes changes, or as many of them as leave a schedule: what is refused together is tried in halves, so that
    /// a few wrong rows among thousands are found without trying each.
    fn settle(&mut self, edits: &[Edit], taken: &mut [TakenRow]) {
        let back: Vec<Back> = edits.iter().filter_map(|edit| self.make(*edit)).collect();
        let Err(unplannable) = check(&self.activities) else { return };
        let sentence = matches!(edits, [_]).then(|| self.sentence(&unplannable));
        for back in back.into_iter().rev() {
            self.take_back(back);
        }
        if let ([edit], Some(sentence)) = (edits, sentence) {
            let field = match edit.to {
                Change::Phase(_) => ActivityField::Phase,
                Change::Need(_) => ActivityField::Needs,
            };
            taken[edit.row].issues.push((field, sentence));
            return;
        }
        let (first, rest) = edits.split_at(edits.len() / 2);
        if !first.is_empty() {
            self.settle(first, taken);
            self.settle(rest, taken);
        }
    }

    fn make(&mut self, edit: Edit) -> Option<Back> {
        let activity = &mut self.activities[edit.at];
        match edit.to {
            Change::Phase(phase) => {
                Some(Back::Phase(edit.at, std::mem::replace(&mut activity.phase, phase)))
            }
            Change::Need(need) if activity.needs.contains(&need) => None,
            Change::Need(need) => {
                activity.needs.push(need);
                Some(Back::Need(edit.at))
            }
        }
    }

    fn take_back(&mut self, back: Back) {
        match back {
            Back::Phase(at, phase) => self.activities[at].phase = phase,
            Back::Need(at) => {
                self.activities[at].needs.pop();
            }
        }
    }
}
