//! How the matrix stands for a task, as a card tells it.

use jiff::civil::Date;

use super::{Item, form};
use crate::decision::{Decision, DecisionState};
use crate::{Dimension, GuardedStability, Guardrail, Lane, Score, Stability, Task};

/// The key of the list that Trilane fills in.
pub const TASKS: &str = "tasks";

/// Returns the item that tells how a task stands on a day, under these guardrails.
pub fn snapshot(task: &Task, guardrails: &[Guardrail], today: Date) -> Item {
    let mut item = Item::new(task.id.to_string());
    let mut put = |column: &str, text: String| {
        if let Some((_, column)) = form::column(TASKS, column) {
            item.put(column, text);
        }
    };
    put("name", if task.name.is_empty() { "Unnamed task".to_owned() } else { task.name.clone() });
    let scores = task.counted_scores();
    for dimension in Dimension::ALL {
        let score = scores.get(dimension).map(Score::get);
        put(dimension.key(), score.map_or_else(String::new, |score| score.to_string()));
    }
    put("sum", task.composite().map_or_else(String::new, |sum| sum.get().to_string()));
    let verdict = task.verdict(guardrails, today);
    let name = |lane: Option<Lane>| lane.map_or("", Lane::name).to_owned();
    put("recommended", name(verdict.recommended));
    let caps: Vec<String> = verdict.caps.iter().map(|rule| rule.sentence()).collect();
    put("guardrails", caps.join(" "));
    put("lane", name(verdict.lane));
    if let (Some(guarded), Some(plain)) =
        (GuardedStability::of(task, guardrails), Stability::of(&scores))
    {
        let (lane, kept, all) = (guarded.lane.name(), guarded.kept, plain.neighbours);
        put("stability", format!("{lane} in {kept} of {all} cases with scores one point off"));
    }
    if let Some((decision, state)) = verdict.decision {
        put("decision", told(decision, state));
    }
    item
}

fn told(decision: &Decision, state: DecisionState) -> String {
    let Decision { lane, by, reason, .. } = decision;
    let mut told = lane.name().to_owned();
    if !by.is_empty() {
        told = format!("{told}, by {by}");
    }
    if let Some(until) = decision.until {
        told = format!("{told}, until {until}");
    }
    if !reason.is_empty() {
        told = format!("{told}: {reason}");
    }
    match state {
        DecisionState::Holds => told,
        DecisionState::Stale => format!("{told} (the scores have changed since)"),
        DecisionState::Expired => format!("{told} (no longer in force)"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::{Scores, TaskId};

    #[test]
    fn a_task_is_told_with_its_sum_its_guardrails_and_the_lane_that_counts() {
        let mut task = Task::blank(TaskId::new(Uuid::nil()));
        task.name = "Email triage".into();
        task.scores = Scores::new([5, 5, 5, 1].map(Score::new));
        let guardrails: Vec<Guardrail> = Guardrail::all_shipped().collect();
        let item = snapshot(&task, &guardrails, date(2026, 11, 22));
        assert_eq!(item.text("sum"), "16");
        assert_eq!(item.text("recommended"), "Automate");
        assert_eq!(item.text("lane"), "Hybrid");
        assert_eq!(item.text("guardrails"), "Where any score is 1, the lane is at most Hybrid.");
        assert!(item.text("stability").starts_with("Hybrid in "), "{}", item.text("stability"));
        assert_eq!(item.text("decision"), "");
    }
}
