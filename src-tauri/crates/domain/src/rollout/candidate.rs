//! Which tasks make good pilots, and why the others do not.

use std::cmp::Ordering;

use crate::{Dimension, Lane, Pilot, Task, Verdict};

/// The items a month that count half: fewer show little in a pilot of some weeks.
const HALF_SHOWN: u32 = 100;

/// The items a month from which on there are many.
const MANY: u32 = 500;

/// A task that could be a pilot of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    /// The task, its lane, its hours and how firmly its lane holds.
    pub pilot: Pilot<'a>,
    /// Whether an approved model card serves it.
    pub has_card: bool,
}

impl<'a> Candidate<'a> {
    /// Returns a task as a candidate; nothing where people do it, where its hours are not known, or where a
    /// guardrail caps its lane: what a rule already doubts is not what a team learns on.
    pub fn of(task: &'a Task, verdict: &Verdict<'_>, has_card: bool) -> Option<Self> {
        let pilot = Pilot::of(task, verdict).filter(|_| verdict.caps.is_empty())?;
        Some(Self { pilot, has_card })
    }

    /// Returns what candidates are ranked by: the hours of people, times the share of neighbouring profiles that
    /// stay in the lane, times Impact of Error out of 5, so that what is cheap to get wrong comes first, times
    /// what its volume shows: of two that take the same hours, the one of many short items is learned from sooner.
    /// A candidate whose card is not approved yet counts four fifths.
    pub fn worth(&self) -> f64 {
        let impact = self.impact().map_or(0.2, |score| f64::from(score) / 5.0);
        let ready = if self.has_card { 1.0 } else { 0.8 };
        let volume = f64::from(self.volume());
        self.pilot.worth() * impact * ready * volume / (volume + f64::from(HALF_SHOWN))
    }

    /// Returns why it is one, in a few sentences.
    pub fn reason(&self) -> String {
        let volume = self.volume();
        let shows = match volume {
            ..HALF_SHOWN => "few to learn from",
            HALF_SHOWN..MANY => "enough to learn from",
            MANY.. => "many to learn from",
        };
        let risk = match self.impact() {
            Some(4 | 5) => "a mistake costs little",
            Some(3) => "a mistake costs something",
            _ => "a mistake costs a lot",
        };
        let ready = if self.has_card {
            "its model card is approved"
        } else {
            "it has no approved model card yet"
        };
        let items = if volume == 1 { "item" } else { "items" };
        format!(
            "{} {} {items} a month, {shows}; {risk}; {ready}.",
            self.pilot.reason(),
            crate::figures(volume)
        )
    }

    fn volume(&self) -> u32 {
        self.pilot.task.monthly_volume.unwrap_or_default()
    }

    fn impact(&self) -> Option<u8> {
        self.pilot.task.counted_scores().get(Dimension::ImpactOfError).map(crate::Score::get)
    }
}

/// Sorts the candidates of a lane, the best first.
pub fn ranked(mut candidates: Vec<Candidate<'_>>, lane: Lane) -> Vec<Candidate<'_>> {
    candidates.retain(|candidate| candidate.pilot.lane == lane);
    let better = |one: &Candidate<'_>, other: &Candidate<'_>| {
        other.worth().partial_cmp(&one.worth()).unwrap_or(Ordering::Equal)
    };
    candidates.sort_by(better);
    candidates
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::{Field, Guardrail, Score, Scores, TaskId};

    fn task(name: &str, scores: [u8; 4], volume: &str) -> Task {
        let mut task = Task::blank(TaskId::new(Uuid::nil()));
        task.name = name.into();
        task.scores = Scores::new(scores.map(Score::new));
        task.enter(Field::MonthlyVolume, volume).expect("a count");
        task.enter(Field::MinutesPerItem, "6").expect("minutes");
        task
    }

    fn names(tasks: &[Task], lane: Lane) -> Vec<&str> {
        let rules: Vec<Guardrail> = Guardrail::all_shipped().collect();
        let candidates = tasks.iter().filter_map(|task| {
            Candidate::of(task, &task.verdict(&rules, date(2026, 11, 23)), false)
        });
        let ranked = ranked(candidates.collect(), lane);
        ranked.iter().map(|candidate| candidate.pilot.task.name.as_str()).collect()
    }

    #[test]
    fn many_items_that_are_cheap_to_get_wrong_come_first() {
        let tasks = [
            task("rare", [5, 4, 4, 4], "100"),
            task("often", [5, 4, 4, 4], "900"),
            task("risky", [5, 3, 5, 4], "900"),
            task("hybrid", [4, 3, 3, 4], "900"),
        ];
        assert_eq!(names(&tasks, Lane::Automate), ["often", "risky", "rare"]);
        assert_eq!(names(&tasks, Lane::Hybrid), ["hybrid"]);
    }

    #[test]
    fn of_tasks_that_take_like_hours_the_one_of_many_items_comes_first() {
        let mut long = task("few and long", [5, 4, 4, 4], "10");
        long.enter(Field::MinutesPerItem, "600").expect("minutes");
        let tasks = [long, task("many and short", [5, 4, 4, 4], "900")];
        assert_eq!(names(&tasks, Lane::Automate), ["many and short", "few and long"]);
    }

    #[test]
    fn a_task_with_an_open_guardrail_is_none() {
        let capped = task("capped", [5, 1, 5, 5], "900");
        assert_eq!(names(std::slice::from_ref(&capped), Lane::Automate), [""; 0]);
        assert_eq!(names(&[capped], Lane::Hybrid), [""; 0]);
    }

    #[test]
    fn the_reason_says_volume_risk_and_what_is_missing() {
        let task = task("often", [5, 4, 4, 4], "1200");
        let verdict = task.verdict(&[], date(2026, 11, 23));
        let candidate = Candidate::of(&task, &verdict, false).expect("a candidate");
        assert!(
            candidate.reason().ends_with(
                "1,200 items a month, many to learn from; a mistake costs little; it has no approved model card yet."
            ),
            "{}",
            candidate.reason()
        );
    }
}
