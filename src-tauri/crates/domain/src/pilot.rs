//! Which tasks are worth trying first.
//!
//! A pilot should free hours in a lane that would survive a second opinion: so candidates are ranked by
//! the hours that people spend on them, times the share of neighbouring profiles that stay in the lane.

use crate::{Lane, Stability, Task, Verdict};

/// A task that a pilot could start with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pilot<'a> {
    /// The task.
    pub task: &'a Task,
    /// The lane that counts: Automate or Hybrid.
    pub lane: Lane,
    /// The hours that people spend on it in a month.
    pub hours: f64,
    /// How firmly the scores lead to their lane.
    pub stability: Stability,
}

impl<'a> Pilot<'a> {
    /// Returns a task as a candidate; nothing where AI has no part in it or its hours are not known.
    pub fn of(task: &'a Task, verdict: &Verdict<'_>) -> Option<Self> {
        let lane = verdict.lane.filter(|&lane| lane > Lane::HumanOnly)?;
        let hours = task.hours_per_month().filter(|&hours| hours > 0.0)?;
        Some(Self { task, lane, hours, stability: Stability::of(&task.counted_scores())? })
    }

    /// Returns what candidates are ranked by: hours, times the share of neighbours that stay.
    pub fn worth(&self) -> f64 {
        let Stability { kept, neighbours, .. } = self.stability;
        self.hours * f64::from(kept) / f64::from(neighbours)
    }

    /// Returns why it is one, in a sentence.
    pub fn reason(&self) -> String {
        let Stability { kept, neighbours, points_away, .. } = self.stability;
        let hours = self.hours.round().max(1.0);
        let unit = if hours > 1.0 { "hours" } else { "hour" };
        let holds = if points_away > 1 { "the scores hold it" } else { "the scores are close" };
        format!("About {hours} {unit} a month; {holds} ({kept} of {neighbours} neighbours stay).")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{Field, Guardrail, Score, Scores, TaskId};

    fn task(scores: [u8; 4], volume: &str) -> Task {
        let mut task = Task::blank(TaskId::nil());
        task.scores = Scores::new(scores.map(Score::new));
        task.enter(Field::MonthlyVolume, volume).expect("a count");
        task.enter(Field::MinutesPerItem, "6").expect("minutes");
        task
    }

    fn worth(task: &Task) -> Option<f64> {
        let rules: Vec<Guardrail> = Guardrail::all_shipped().collect();
        Pilot::of(task, &task.verdict(&rules, date(2026, 11, 22))).map(|pilot| pilot.worth())
    }

    #[test]
    fn a_firm_lane_beats_more_hours_in_a_shaky_one() {
        let firm = worth(&task([5, 5, 5, 5], "100")).expect("a candidate");
        let shaky = worth(&task([4, 4, 4, 4], "150")).expect("a candidate");
        assert!(firm > shaky, "{firm} and {shaky}");
    }

    #[test]
    fn what_a_person_does_and_what_has_no_hours_is_no_candidate() {
        assert_eq!(worth(&task([1, 1, 5, 1], "100")), None);
        assert_eq!(worth(&task([5, 5, 5, 5], "")), None);
        assert_eq!(worth(&task([5, 5, 5, 5], "0")), None);
    }

    #[test]
    fn the_reason_is_a_sentence() {
        let task = task([5, 4, 4, 4], "300");
        let pilot = Pilot::of(&task, &task.verdict(&[], date(2026, 11, 22))).expect("a candidate");
        assert_eq!(
            pilot.reason(),
            "About 30 hours a month; the scores hold it (40 of 54 neighbours stay)."
        );
    }
}
