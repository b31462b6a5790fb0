//! When rows are to start and to end, as far as that can be had.

use jiff::civil::Date;

use super::{ActivityRow, Places, TakenRow};
use crate::rollout::schedule::fitted;
use crate::rollout::{ActivityField, MOST_DAYS, Placement, Playbook, read_day};

/// What a row says about when its activity happens.
struct Stated {
    row: usize,
    at: usize,
    start: Option<Date>,
    end: Option<Date>,
}

impl Playbook {
    /// Puts the days on which rows are to start and to end, and tells which of them cannot be had.
    ///
    /// All of them are put before the plan is scheduled: what comes of one day rests on the others.
    pub(super) fn put_dates(
        &mut self,
        rows: &[ActivityRow],
        places: &Places,
        taken: &mut [TakenRow],
    ) {
        let mut stated = Vec::new();
        let mut ends = vec![None; self.activities.len()];
        for (row, it) in taken.iter_mut().enumerate() {
            let Some(at) = it.activity.map(|id| places[&id]) else { continue };
            let mut read = |field| {
                let text = rows[row].text(field);
                let read = (!text.is_empty()).then(|| read_day(text))?;
                read.map_err(|sentence| it.issues.push((field, sentence))).ok()
            };
            let (start, end) = (read(ActivityField::Start), read(ActivityField::End));
            let activity = &mut self.activities[at];
            // The day of a milestone is its start and its end.
            let start = start.or(end.filter(|_| activity.is_milestone()));
            if let Some(day) = start.filter(|_| !activity.has_begun()) {
                activity.not_before = Some(self.calendar.on_or_after(day));
            }
            // Both would say how long it takes: the number of days does.
            let is_said = !rows[row].text(ActivityField::Days).is_empty();
            if !is_said && !activity.is_milestone() && activity.done.is_none() {
                ends[at] = end;
            }
            stated.push(Stated { row, at, start, end });
        }
        let Ok((now, days)) = fitted(&self.activities, &ends, self.start, &self.calendar) else {
            return;
        };
        for (activity, days) in self.activities.iter_mut().zip(days) {
            activity.days = days;
        }
        for Stated { row, at, start, end } in stated {
            let happens = now.placements[at];
            if let Some(day) = start.map(|day| self.calendar.on_or_after(day)) {
                let refusal = self.start_refusal(at, day, &now);
                taken[row].issues.extend(refusal.map(|it| (ActivityField::Start, it)));
                let activity = &mut self.activities[at];
                if !activity.has_begun() {
                    activity.not_before = (day > happens.earliest).then_some(day);
                }
            }
            let refusal = end.and_then(|end| self.end_refusal(at, end, happens));
            taken[row].issues.extend(refusal.map(|it| (ActivityField::End, it)));
        }
    }

    /// Returns why the activity at a place does not end on a day; nothing where it does.
    fn end_refusal(&self, at: usize, end: Date, placed: Placement) -> Option<String> {
        let activity = &self.activities[at];
        let (name, days) = (activity.title(), activity.days);
        let Placement { start, end: ends, .. } = placed;
        if ends == end || (end >= start && ends == self.calendar.on_or_before(end)) {
            return None;
        }
        // What is said of a day off holds for the next day of work, as it does for a start.
        if activity.is_milestone() && ends == self.calendar.on_or_after(end) {
            return None;
        }
        Some(match activity.done {
            Some(done) => format!("“{name}” was done on {done}: it cannot end on {end}."),
            None if end < start => format!("“{name}” starts on {start}: it cannot end on {end}."),
            None if self.calendar.count(start, end) > MOST_DAYS => {
                format!("“{name}” cannot end on {end}: it takes at most {MOST_DAYS} working days.")
            }
            None => format!(
                "“{name}” takes {days} working {} from {start}: it ends on {ends} and not on {end}.",
                if days == 1 { "day" } else { "days" }
            ),
        })
    }
}
