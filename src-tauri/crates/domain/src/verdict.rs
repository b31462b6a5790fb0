//! The lane that counts for a task, and how it came about.
//!
//! Three things stay apart: what the sum recommends, what the guardrails leave of it, and what a person
//! decided. Whatever hangs on lanes asks [`Task::verdict`] and nothing else.

use jiff::civil::Date;

use crate::decision::{Decision, DecisionState};
use crate::{Guardrail, Lane, Task};

/// How a task's lane came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict<'a> {
    /// What the sum recommends; nothing while a score is blank.
    pub recommended: Option<Lane>,
    /// The guardrails that cap the recommendation, the strictest first.
    pub caps: Vec<&'a Guardrail>,
    /// What they leave of it.
    pub guarded: Option<Lane>,
    /// What a person decided, and whether it still counts.
    pub decision: Option<(&'a Decision, DecisionState)>,
    /// The lane that counts; nothing while a score is blank.
    pub lane: Option<Lane>,
}

impl Task {
    /// Works out the lane that counts on a day, under these guardrails.
    ///
    /// A decision that holds counts, even against a guardrail: that is what its reason is for. One
    /// whose scores have changed is no longer about this task as it stands, so until somebody looks at
    /// it again the more cautious of the two counts. One that has expired does not count.
    pub fn verdict<'a>(&'a self, guardrails: &'a [Guardrail], today: Date) -> Verdict<'a> {
        let scores = self.counted_scores();
        let recommended = scores.composite().map(Lane::recommended);
        let mut caps: Vec<&Guardrail> = self.caps(recommended, guardrails).collect();
        caps.sort_by_key(|rule| rule.cap.lane());
        let guarded = recommended.map(|it| caps.first().map_or(it, |rule| rule.cap.lane().min(it)));
        let decision =
            self.decision.as_ref().map(|decision| (decision, decision.state(&scores, today)));
        let lane = guarded.map(|guarded| match decision {
            Some((decision, DecisionState::Holds)) => decision.lane,
            Some((decision, DecisionState::Stale)) => decision.lane.min(guarded),
            Some((_, DecisionState::Expired)) | None => guarded,
        });
        Verdict { recommended, caps, guarded, decision, lane }
    }

    /// Returns what the guardrails leave of the lane that the sum recommends.
    pub(crate) fn guarded_lane(&self, guardrails: &[Guardrail]) -> Option<Lane> {
        let recommended = self.recommended_lane()?;
        let lowest = self.caps(Some(recommended), guardrails).map(|rule| rule.cap.lane()).min();
        Some(lowest.unwrap_or(recommended))
    }

    fn caps<'a>(
        &'a self,
        recommended: Option<Lane>,
        guardrails: &'a [Guardrail],
    ) -> impl Iterator<Item = &'a Guardrail> {
        guardrails
            .iter()
            .filter(move |rule| rule.is_on && recommended.is_some_and(|it| rule.cap.lane() < it))
            .filter(|rule| rule.applies_to(self))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::{Score, Scores, TaskId};

    const TODAY: Date = date(2026, 11, 22);

    fn scored(scores: [u8; 4]) -> Task {
        let mut task = Task::blank(TaskId::new(Uuid::nil()));
        task.scores = Scores::new(scores.map(Score::new));
        task
    }

    fn decided(task: &mut Task, lane: Lane, until: Option<Date>) {
        let scores = task.counted_scores();
        task.decision =
            Some(Decision { lane, reason: "Why".into(), by: String::new(), at: 0, until, scores });
    }

    fn shipped() -> Vec<Guardrail> {
        Guardrail::all_shipped().collect()
    }

    #[test]
    fn a_guardrail_shows_what_the_sum_hides() {
        let (rules, task) = (shipped(), scored([5, 1, 5, 5]));
        let verdict = task.verdict(&rules, TODAY);
        assert_eq!(verdict.recommended, Some(Lane::Automate));
        assert_eq!(verdict.caps.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["any_one"]);
        assert_eq!((verdict.guarded, verdict.lane), (Some(Lane::Hybrid), Some(Lane::Hybrid)));
    }

    #[test]
    fn the_strictest_guardrail_wins_and_a_rule_that_changes_nothing_is_not_named() {
        let rules = shipped();
        let task = scored([5, 1, 5, 1]);
        let verdict = task.verdict(&rules, TODAY);
        assert_eq!(verdict.recommended, Some(Lane::Hybrid));
        assert_eq!(verdict.lane, Some(Lane::HumanOnly));
        let named: Vec<&str> = verdict.caps.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(named, ["error_and_context"], "at most Hybrid says nothing new about Hybrid");
    }

    #[test]
    fn multimodal_context_caps_at_hybrid_and_a_rule_that_is_off_does_not() {
        let mut rules = shipped();
        let mut task = scored([5, 5, 5, 5]);
        task.needs_multimodal_context = true;
        assert_eq!(task.verdict(&rules, TODAY).lane, Some(Lane::Hybrid));
        rules[2].is_on = false;
        assert_eq!(task.verdict(&rules, TODAY).lane, Some(Lane::Automate));
    }

    #[test]
    fn a_decision_overrides_a_guardrail_until_the_scores_change_or_it_expires() {
        let rules = shipped();
        let mut task = scored([5, 1, 5, 5]);
        decided(&mut task, Lane::Automate, Some(TODAY));
        assert_eq!(task.verdict(&rules, TODAY).lane, Some(Lane::Automate));
        assert_eq!(
            task.verdict(&rules, date(2026, 11, 23)).lane,
            Some(Lane::Hybrid),
            "its last day is over"
        );
        task.scores = Scores::new([5, 1, 5, 4].map(Score::new));
        let verdict = task.verdict(&rules, TODAY);
        assert_eq!(verdict.decision.map(|(_, state)| state), Some(DecisionState::Stale));
        assert_eq!(verdict.lane, Some(Lane::Hybrid), "the more cautious one");
    }

    #[test]
    fn a_stale_decision_never_gives_more_freedom_than_the_scores_do() {
        let rules = shipped();
        let mut task = scored([5, 5, 5, 5]);
        decided(&mut task, Lane::HumanOnly, None);
        task.scores = Scores::new([5, 5, 5, 4].map(Score::new));
        assert_eq!(task.verdict(&rules, TODAY).lane, Some(Lane::HumanOnly), "kept as it was");
        decided(&mut task, Lane::Automate, None);
        task.scores = Scores::new([1, 1, 1, 1].map(Score::new));
        assert_eq!(task.verdict(&rules, TODAY).lane, Some(Lane::HumanOnly));
        task.scores.put(crate::Dimension::Predictability, None);
        assert_eq!(task.verdict(&rules, TODAY).lane, None, "nothing counts while a score is blank");
    }

    #[test]
    fn over_all_profiles_a_guardrail_only_ever_lowers_a_lane() {
        let rules = shipped();
        let (mut plain, mut guarded) = ([0; 3], [0; 3]);
        for n in 0..625_u16 {
            let digit = |place: u32| u8::try_from(n / 5_u16.pow(place) % 5).expect("below 5") + 1;
            let scores = [digit(0), digit(1), digit(2), digit(3)];
            let task = scored(scores);
            let verdict = task.verdict(&rules, TODAY);
            assert_eq!(task.guarded_lane(&rules), verdict.guarded);
            let (recommended, lane) =
                (verdict.recommended.expect("scored"), verdict.lane.expect("scored"));
            assert!(lane <= recommended);
            assert_eq!(lane < recommended, !verdict.caps.is_empty());
            if lane == Lane::Automate {
                assert!(!scores.contains(&1));
            }
            if scores[1] == 1 && scores[3] == 1 {
                assert_eq!(lane, Lane::HumanOnly);
            }
            plain[recommended as usize] += 1;
            guarded[lane as usize] += 1;
        }
        assert_eq!(plain, [190, 365, 70]);
        assert_eq!(guarded, [193, 366, 66]);
    }
}
