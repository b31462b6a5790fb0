//! Activities from the rows of a table that somebody else made.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Activity, ActivityField, ActivityId, Phase, Playbook};

/// A row of a table: what it calls itself, and the texts of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivityRow {
    /// The number by which other rows wait for it; empty where the table has no such column.
    pub number: String,
    /// The texts of its fields; a blank one says nothing.
    pub texts: Vec<(ActivityField, String)>,
}

/// What a row does to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Fields in the order in which they are put: how long something takes before when it ends.
const PUT: [ActivityField; 7] = [
    ActivityField::Owner,
    ActivityField::Note,
    ActivityField::Days,
    ActivityField::Start,
    ActivityField::End,
    ActivityField::Started,
    ActivityField::Done,
];

impl Playbook {
    /// Takes rows over. One that bears the name of an activity changes that one, any other makes one; a row without
    /// a phase belongs to that of the row before. What a field does not take is left out and told.
    pub fn take_rows(
        &mut self,
        rows: &[ActivityRow],
        today: Date,
        mut new_id: impl FnMut() -> ActivityId,
    ) -> Vec<TakenRow> {
        let mut free: HashMap<String, Vec<ActivityId>> = HashMap::new();
        for activity in self.activities.iter().rev() {
            free.entry(activity.name.to_lowercase()).or_default().push(activity.id);
        }
        let mut phase = Phase::Discovery;
        let mut taken = Vec::with_capacity(rows.len());
        for row in rows {
            let mut result =
                TakenRow { activity: None, is_new: false, changes: Vec::new(), issues: Vec::new() };
            let name = row.text(ActivityField::Name);
            if name.is_empty() {
                result.issues.push((ActivityField::Name, "The row names no activity.".into()));
                taken.push(result);
                continue;
            }
            let known = free.get_mut(&name.to_lowercase()).and_then(Vec::pop);
            let stated = row.text(ActivityField::Phase);
            let read = self.phase_of(stated, known, phase);
            phase = read.unwrap_or_else(|sentence| {
                result.issues.push((ActivityField::Phase, sentence));
                phase
            });
            let id = known.unwrap_or_else(|| {
                let id = new_id();
                let place = self.activities.iter().rposition(|it| it.phase <= phase);
                let activity = Activity::new(id, phase, name.to_owned(), 1);
                self.activities.insert(place.map_or(0, |place| place + 1), activity);
                id
            });
            result.activity = Some(id);
            result.is_new = known.is_none();
            self.put_row(id, row, stated, today, &mut result);
            taken.push(result);
        }
        self.link_rows(rows, &mut taken);
        taken
    }

    fn phase_of(
        &self,
        stated: &str,
        known: Option<ActivityId>,
        before: Phase,
    ) -> Result<Phase, String> {
        if !stated.is_empty() {
            return super::entry::read_phase(stated);
        }
        let kept = known.and_then(|id| self.activity(id)).map(|activity| activity.phase);
        Ok(kept.unwrap_or(before))
    }

    fn put_row(
        &mut self,
        id: ActivityId,
        row: &ActivityRow,
        phase: &str,
        today: Date,
        result: &mut TakenRow,
    ) {
        let before = self.texts(id);
        if !result.is_new && !phase.is_empty() {
            let has_issue = result.issues.iter().any(|(field, _)| *field == ActivityField::Phase);
            if let (false, Err(sentence)) =
                (has_issue, self.enter(id, ActivityField::Phase, phase, today))
            {
                result.issues.push((ActivityField::Phase, sentence));
            }
        }
        let takes_days = !row.text(ActivityField::Days).is_empty();
        for field in PUT {
            let text = row.text(field);
            // Both would say how long it takes: the number of days does.
            let is_said = field == ActivityField::End && takes_days;
            if text.is_empty() || is_said {
                continue;
            }
            if let Err(sentence) = self.put(id, field, text, today) {
                result.issues.push((field, sentence));
            }
        }
        if !result.is_new {
            let changed = before.into_iter().zip(self.texts(id));
            let changed = changed.filter(|((_, old), (_, new))| old != new);
            result.changes = changed.map(|((field, old), (_, new))| (field, old, new)).collect();
        }
    }

    /// Makes rows wait for one another, as far as that makes no circle.
    fn link_rows(&mut self, rows: &[ActivityRow], taken: &mut [TakenRow]) {
        let mut numbered: HashMap<String, ActivityId> = HashMap::new();
        let mut named: HashMap<String, ActivityId> = HashMap::new();
        for (place, (row, it)) in rows.iter().zip(taken.iter()).enumerate() {
            let Some(id) = it.activity else { continue };
            let number = row.number.trim();
            let number =
                if number.is_empty() { (place + 1).to_string() } else { number.to_owned() };
            numbered.insert(number, id);
            named.entry(row.text(ActivityField::Name).to_lowercase()).or_insert(id);
        }
        let mut found = Vec::new();
        for (place, (row, it)) in rows.iter().zip(taken.iter_mut()).enumerate() {
            let (Some(id), needs) = (it.activity, row.text(ActivityField::Needs)) else { continue };
            for need in needs.split([',', ';']).map(str::trim).filter(|need| !need.is_empty()) {
                match numbered.get(need).or_else(|| named.get(&need.to_lowercase())) {
                    Some(needs) if self.activity(id).is_some_and(|it| it.needs.contains(needs)) => {
                    }
                    Some(&needs) => found.push((place, id, needs, need.to_owned())),
                    None => {
                        let sentence = format!("No row of the table is “{need}”.");
                        it.issues.push((ActivityField::Needs, sentence));
                    }
                }
            }
        }
        let are_possible = self.link_all(found.iter().map(|(_, id, needs, _)| (*id, *needs)));
        for (place, id, needs, need) in found {
            let linked = if are_possible { Ok(()) } else { self.link(id, needs) };
            let it = &mut taken[place];
            let is_told = it.changes.iter().any(|(changed, ..)| *changed == ActivityField::Needs);
            match linked {
                Ok(()) if !it.is_new && !is_told => {
                    it.changes.push((ActivityField::Needs, String::new(), need));
                }
                Ok(()) => {}
                Err(sentence) => it.issues.push((ActivityField::Needs, sentence)),
            }
        }
    }

    /// Makes activities wait for others, or none of them where that leaves the plan without a schedule; returns
    /// whether it did.
    fn link_all(&mut self, links: impl Iterator<Item = (ActivityId, ActivityId)>) -> bool {
        let mut newer = self.clone();
        let places: HashMap<ActivityId, usize> =
            newer.activities.iter().enumerate().map(|(place, it)| (it.id, place)).collect();
        for (id, needs) in links {
            if let Some(activity) = places.get(&id).map(|&place| &mut newer.activities[place])
                && !activity.needs.contains(&needs)
            {
                activity.needs.push(needs);
            }
        }
        let is_possible = newer.schedule().is_ok();
        if is_possible {
            *self = newer;
        }
        is_possible
    }

    /// Returns what the fields of an activity say, without what it waits for and when the schedule puts it.
    fn texts(&self, id: ActivityId) -> Vec<(ActivityField, String)> {
        let Some(it) = self.activity(id) else { return Vec::new() };
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        vec![
            (ActivityField::Phase, it.phase.name().to_owned()),
            (ActivityField::Owner, it.owner.clone()),
            (ActivityField::Start, day(it.not_before)),
            (ActivityField::Days, it.days.to_string()),
            (ActivityField::Started, day(it.started)),
            (ActivityField::Done, day(it.done)),
            (ActivityField::Note, it.note.clone()),
        ]
    }
}

impl ActivityRow {
    /// Returns the text of a field; empty where the row has none.
    pub fn text(&self, field: ActivityField) -> &str {
        self.texts.iter().find(|(it, _)| *it == field).map_or("", |(_, text)| text.trim())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::rollout::PlaybookId;

    const TODAY: Date = date(2026, 11, 25);

    fn row(texts: &[(ActivityField, &str)]) -> ActivityRow {
        let texts = texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        ActivityRow { number: String::new(), texts }
    }

    fn take(plan: &mut Playbook, rows: &[ActivityRow]) -> Vec<TakenRow> {
        let mut next = plan.activities.len() as u128;
        plan.take_rows(rows, TODAY, || {
            next += 1;
            ActivityId::new(Uuid::from_u128(next))
        })
    }

    fn plan() -> Playbook {
        Playbook::new(PlaybookId::new(Uuid::nil()), "Rollout".into(), date(2026, 11, 23), 0)
    }

    #[test]
    fn rows_become_activities_that_wait_for_one_another() {
        use ActivityField::{Days, Name, Needs, Owner, Phase};
        let mut plan = plan();
        let rows = [
            row(&[(Name, "Map systems"), (Phase, "Discovery"), (Days, "2"), (Owner, "Ops")]),
            row(&[(Name, "Build"), (Phase, "Pilot"), (Days, "5"), (Needs, "1")]),
            row(&[(Name, "Watch"), (Needs, "Build")]),
        ];
        let taken = take(&mut plan, &rows);
        assert!(taken.iter().all(|it| it.is_new && it.issues.is_empty()), "{taken:?}");
        let [map, build, watch] = &plan.activities[..] else { panic!("three activities") };
        assert_eq!((map.owner.as_str(), map.days), ("Ops", 2));
        assert_eq!(build.needs, [map.id]);
        assert_eq!((watch.phase, &watch.needs[..]), (super::Phase::Pilot, &[build.id][..]));
    }

    #[test]
    fn a_row_of_the_same_name_changes_what_is_there_and_says_how() {
        use ActivityField::{Days, Name, Owner};
        let mut plan = plan();
        take(&mut plan, &[row(&[(Name, "Build"), (Days, "5")])]);
        let taken = take(&mut plan, &[row(&[(Name, "build"), (Days, "8"), (Owner, "")])]);
        assert_eq!(plan.activities.len(), 1);
        assert_eq!(taken[0].changes, [(Days, "5".into(), "8".into())]);
    }

    #[test]
    fn the_same_table_a_second_time_changes_nothing() {
        use ActivityField::{Name, Needs};
        let mut plan = plan();
        let rows = [row(&[(Name, "Build")]), row(&[(Name, "Watch"), (Needs, "1")])];
        take(&mut plan, &rows);
        let before = plan.clone();
        let taken = take(&mut plan, &rows);
        assert!(taken.iter().all(|it| it.changes.is_empty() && it.issues.is_empty()), "{taken:?}");
        assert_eq!(plan, before);
    }

    #[test]
    fn what_a_field_does_not_take_is_told_and_the_rest_of_the_row_is_taken() {
        use ActivityField::{Days, Name, Needs, Owner, Phase, Start};
        let mut plan = plan();
        let rows = [
            row(&[(Name, "A"), (Days, "2.5"), (Owner, "Ops"), (Needs, "B"), (Phase, "Someday")]),
            row(&[(Name, "B"), (Needs, "1, 9"), (Start, "soon")]),
            row(&[(Owner, "nobody")]),
        ];
        let taken = take(&mut plan, &rows);
        let fields = |at: usize| taken[at].issues.iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(fields(0), [Phase, Days]);
        assert_eq!(fields(1), [Start, Needs, Needs]);
        assert_eq!((fields(2), taken[2].activity), (vec![Name], None));
        assert_eq!(taken[1].issues[1].1, "No row of the table is “9”.");
        assert!(taken[1].issues[2].1.starts_with("They would wait for one another"));
        assert_eq!(plan.activities[0].owner, "Ops");
        plan.schedule().expect("no circle");
    }
}
