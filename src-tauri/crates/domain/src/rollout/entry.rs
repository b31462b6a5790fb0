//! What the fields of an activity take, wherever it is typed: in the table, on the timeline, from a file.

use jiff::civil::Date;

use super::playbook::gone;
use super::schedule::check;
use super::{Activity, ActivityId, MOST_DAYS, Phase, Playbook, Schedule, Shift, fits, read_day};

/// A field of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityField {
    /// What is done.
    Name,
    /// Who does it.
    Owner,
    /// The phase that it belongs to.
    Phase,
    /// The day on which it starts.
    Start,
    /// The day on which it ends.
    End,
    /// The working days that it takes.
    Days,
    /// What it waits for, by the numbers of the activities in the plan, from 1.
    Needs,
    /// When it did start.
    Started,
    /// When it was done.
    Done,
    /// Anything else.
    Note,
}

impl ActivityField {
    /// Every field, in the order of a table.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Owner,
        Self::Phase,
        Self::Start,
        Self::End,
        Self::Days,
        Self::Needs,
        Self::Started,
        Self::Done,
        Self::Note,
    ];

    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Owner => "owner",
            Self::Phase => "phase",
            Self::Start => "start",
            Self::End => "end",
            Self::Days => "days",
            Self::Needs => "needs",
            Self::Started => "started",
            Self::Done => "done",
            Self::Note => "note",
        }
    }

    /// Returns the field with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Returns what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "Activity",
            Self::Owner => "Owner",
            Self::Phase => "Phase",
            Self::Start => "Start",
            Self::End => "End",
            Self::Days => "Working days",
            Self::Needs => "Waits for",
            Self::Started => "Started",
            Self::Done => "Done",
            Self::Note => "Note",
        }
    }
}

impl Playbook {
    /// Puts a text into a field of an activity, or says in a sentence what the field takes. Then nothing changed.
    pub fn enter(
        &mut self,
        id: ActivityId,
        field: ActivityField,
        text: &str,
        today: Date,
    ) -> Result<(), String> {
        let now = self.schedule().map_err(|unplannable| self.sentence(&unplannable))?;
        let mut newer = self.clone();
        newer.put(id, field, text, today, &now)?;
        check(&newer.activities).map_err(|unplannable| newer.sentence(&unplannable))?;
        *self = newer;
        Ok(())
    }

    /// Makes an activity wait for another one, or says in a sentence why it cannot.
    pub fn link(&mut self, id: ActivityId, needs: ActivityId) -> Result<(), String> {
        if self.activity(needs).is_none() {
            return Err("The activity that it should wait for is no longer there.".into());
        }
        let activity = self.activity_mut(id)?;
        if activity.needs.contains(&needs) {
            return Ok(());
        }
        activity.needs.push(needs);
        let checked = check(&self.activities).map_err(|unplannable| self.sentence(&unplannable));
        if checked.is_err() {
            self.activity_mut(id)?.needs.pop();
        }
        checked
    }

    /// Puts a text into a field, where `now` is how the schedule stands, without asking whether the plan still has
    /// one. After a refusal nothing changed.
    pub fn put(
        &mut self,
        id: ActivityId,
        field: ActivityField,
        text: &str,
        today: Date,
        now: &Schedule,
    ) -> Result<(), String> {
        let text = text.trim();
        match field {
            ActivityField::Start if text.is_empty() => self.activity_mut(id)?.not_before = None,
            ActivityField::Start => self.shift(id, Shift::Start(read_day(text)?), now)?,
            ActivityField::End => self.end_on(id, read_day(text)?, now)?,
            ActivityField::Needs => {
                let needs = self.read_needs(text)?;
                self.activity_mut(id)?.needs = needs;
            }
            _ => self.activity_mut(id)?.put(field, text, today)?,
        }
        Ok(())
    }

    fn end_on(&mut self, id: ActivityId, end: Date, now: &Schedule) -> Result<(), String> {
        let at = self.place_of(id).ok_or_else(gone)?;
        let placed = now.placements[at];
        if let Some(done) = self.activities[at].done {
            let name = self.activities[at].title();
            return if end == placed.end {
                Ok(())
            } else {
                Err(format!("“{name}” was done on {done}: it cannot end on {end}."))
            };
        }
        if end < placed.start {
            let start = placed.start;
            return Err(format!(
                "It starts on {start}, so it cannot end on {end}. Move its start first."
            ));
        }
        self.shift(id, Shift::Days(self.calendar.count(placed.start, end).max(1)), now)
    }

    fn read_needs(&self, text: &str) -> Result<Vec<ActivityId>, String> {
        let mut needs = Vec::new();
        for number in text.split([',', ';', ' ']).filter(|it| !it.is_empty()) {
            let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let Some(activity) = place.and_then(|place| self.activities.get(place)) else {
                let last = self.activities.len();
                return Err(format!(
                    "There is no activity “{number}”. Their numbers go from 1 to {last}."
                ));
            };
            if !needs.contains(&activity.id) {
                needs.push(activity.id);
            }
        }
        Ok(needs)
    }

    fn activity_mut(&mut self, id: ActivityId) -> Result<&mut Activity, String> {
        self.activities.iter_mut().find(|activity| activity.id == id).ok_or_else(gone)
    }
}

impl Activity {
    /// Puts a text into a field that asks nothing of the schedule. After a refusal nothing changed.
    pub(super) fn put(
        &mut self,
        field: ActivityField,
        text: &str,
        today: Date,
    ) -> Result<(), String> {
        fits(text, field.name())?;
        match field {
            ActivityField::Name => self.name = one_line(text),
            ActivityField::Owner => self.owner = one_line(text),
            ActivityField::Note => text.clone_into(&mut self.note),
            ActivityField::Phase => self.phase = read_phase(text)?,
            ActivityField::Days => self.days = read_days(text)?,
            ActivityField::Started => {
                let day = past_day(text, today)?;
                follows(day, self.done)?;
                self.started = day;
            }
            ActivityField::Done => {
                let day = past_day(text, today)?;
                follows(self.started, day)?;
                self.done = day;
            }
            // What a day or a link does depends on the plan around it.
            ActivityField::Start | ActivityField::End | ActivityField::Needs => {}
        }
        Ok(())
    }
}

/// Returns a text on one line, as every name of a plan stands.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn read_phase(text: &str) -> Result<Phase, String> {
    let is_meant = |phase: &Phase| {
        phase.key().eq_ignore_ascii_case(text)
            || phase.name().eq_ignore_ascii_case(text)
            || text.parse() == Ok(phase.place())
            || text.eq_ignore_ascii_case(&format!("phase {}", phase.place()))
    };
    Phase::ALL.into_iter().find(is_meant).ok_or_else(|| {
        format!("“{text}” is not a phase. They are Discovery, Pilot, Expand and Govern & optimise.")
    })
}

fn read_days(text: &str) -> Result<u16, String> {
    let days = text.parse::<u16>().ok().filter(|days| *days <= MOST_DAYS);
    days.ok_or_else(|| {
        format!("“{text}” is not a number of working days. It is a whole number from 0, for a milestone, to {MOST_DAYS}.")
    })
}

pub(super) fn past_day(text: &str, today: Date) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let day = read_day(text)?;
    if day > today {
        return Err(format!("{day} has not come yet: what happened lies on {today} or before."));
    }
    Ok(Some(day))
}

pub(super) fn follows(started: Option<Date>, done: Option<Date>) -> Result<(), String> {
    match (started, done) {
        (Some(started), Some(done)) if done < started => {
            Err(format!("It started on {started}, so it was not done on {done}."))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::rollout::PlaybookId;

    const TODAY: Date = date(2026, 11, 25);

    fn id(place: u128) -> ActivityId {
        ActivityId::new(Uuid::from_u128(place))
    }

    /// Two activities that start on Monday the 23rd and take three days each.
    fn plan() -> Playbook {
        let id_of_plan = PlaybookId::new(Uuid::nil());
        let mut plan = Playbook::new(id_of_plan, "Rollout".into(), date(2026, 11, 23), 0);
        plan.activities =
            [1, 2].map(|it| Activity::new(id(it), Phase::Pilot, format!("Step {it}"), 3)).into();
        plan
    }

    #[track_caller]
    fn refused(field: ActivityField, text: &str) -> String {
        let mut plan = plan();
        let before = plan.clone();
        let sentence = plan.enter(id(1), field, text, TODAY).expect_err("it is refused");
        assert_eq!(plan, before);
        sentence
    }

    #[test]
    fn an_end_before_its_start_is_refused_with_both_days() {
        assert_eq!(
            refused(ActivityField::End, "2026-11-20"),
            "It starts on 2026-11-23, so it cannot end on 2026-11-20. Move its start first."
        );
    }

    #[test]
    fn an_end_changes_how_long_it_takes() {
        let mut plan = plan();
        plan.enter(id(1), ActivityField::End, "2026-12-01", TODAY).expect("it is taken");
        assert_eq!(plan.activities[0].days, 7);
    }

    #[test]
    fn what_is_no_day_no_number_or_no_phase_is_refused_with_what_to_write() {
        assert!(refused(ActivityField::Start, "soon").contains("2026-05-31"));
        assert!(refused(ActivityField::Start, "2250-01-01").contains("between 1970 and 2200"));
        assert!(refused(ActivityField::Days, "2.5").contains("whole number"));
        assert!(refused(ActivityField::Days, "-1").contains("whole number"));
        assert!(refused(ActivityField::Phase, "Later").contains("Govern & optimise"));
        assert!(refused(ActivityField::Needs, "9").contains("from 1 to 2"));
        assert!(refused(ActivityField::Needs, "1").contains("cannot wait for itself"));
        assert!(refused(ActivityField::Done, "2026-12-24").contains("has not come yet"));
    }

    #[test]
    fn a_circle_is_refused_with_its_path_and_nothing_changes() {
        let mut plan = plan();
        plan.enter(id(2), ActivityField::Needs, "1", TODAY).expect("it is taken");
        let before = plan.clone();
        let sentence = plan.link(id(1), id(2)).expect_err("a circle");
        assert_eq!(
            sentence,
            "They would wait for one another: “Step 1” waits for “Step 2” waits for “Step 1”."
        );
        assert_eq!(plan, before);
    }

    #[test]
    fn a_day_that_cannot_be_had_is_refused_with_what_is_in_its_way() {
        let start = |plan: &mut Playbook, place, day| {
            plan.enter(id(place), ActivityField::Start, day, TODAY)
        };
        let mut plan = plan();
        plan.enter(id(2), ActivityField::Needs, "1", TODAY).expect("it is taken");
        assert_eq!(
            start(&mut plan, 2, "2026-11-25"),
            Err("“Step 2” cannot start before 2026-11-26: it waits for “Step 1”.".into())
        );
        assert_eq!(
            start(&mut plan, 1, "2026-11-20"),
            Err("“Step 1” cannot start before 2026-11-23: the plan starts on that day.".into())
        );
        plan.activities.push(Activity::new(id(3), Phase::Expand, "Step 3".into(), 1));
        assert_eq!(
            start(&mut plan, 3, "2026-11-24"),
            Err("“Step 3” cannot start before 2026-12-01: Expand opens on that day.".into())
        );
        // A Sunday is as good as the Monday after it.
        assert_eq!(start(&mut plan, 1, "2026-11-22"), Ok(()));
    }

    #[test]
    fn what_began_is_not_moved_and_what_is_done_does_not_end_later() {
        let mut plan = plan();
        plan.enter(id(1), ActivityField::Started, "2026-11-24", TODAY).expect("it is taken");
        assert_eq!(
            plan.enter(id(1), ActivityField::Start, "2026-11-30", TODAY),
            Err("“Step 1” started on 2026-11-24: it cannot start on 2026-11-30.".into())
        );
        plan.enter(id(1), ActivityField::End, "2026-12-01", TODAY).expect("it is under way");
        plan.enter(id(1), ActivityField::Done, "2026-11-25", TODAY).expect("it is taken");
        assert_eq!(
            plan.enter(id(1), ActivityField::End, "2026-12-04", TODAY),
            Err("“Step 1” was done on 2026-11-25: it cannot end on 2026-12-04.".into())
        );
        assert_eq!(plan.enter(id(1), ActivityField::End, "2026-11-25", TODAY), Ok(()));
    }

    #[test]
    fn a_text_that_no_cell_of_a_workbook_holds_and_a_length_beyond_the_most_are_refused() {
        let sentence = refused(ActivityField::Note, &"x".repeat(32_768));
        assert_eq!(
            sentence,
            "Note is longer than 32767 characters, the most that a spreadsheet cell holds."
        );
        let now = plan().schedule().expect("no circle");
        let resized = plan().shift(id(1), Shift::Days(MOST_DAYS + 1), &now);
        assert_eq!(resized, Err("An activity takes at most 2000 working days.".into()));
    }

    #[test]
    fn what_was_done_was_not_done_before_it_started() {
        let mut plan = plan();
        plan.enter(id(1), ActivityField::Started, "2026-11-24", TODAY).expect("it is taken");
        let sentence = plan.enter(id(1), ActivityField::Done, "2026-11-23", TODAY);
        assert_eq!(
            sentence,
            Err("It started on 2026-11-24, so it was not done on 2026-11-23.".into())
        );
    }
}
