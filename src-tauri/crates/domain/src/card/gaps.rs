//! What a card must still answer, and the rule behind each point.

use super::field::{CardField, Section};
use super::{Content, form};
use crate::Lane;

/// One thing that a card must answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Where it is asked.
    pub section: Section,
    /// What is asked.
    pub field: &'static CardField,
    /// The rule that asks it, as a sentence.
    pub rule: &'static str,
    /// Whether it is answered.
    pub is_met: bool,
}

/// Returns what a card must answer that serves tasks in these lanes, in the order of the form.
///
/// A card for several lanes answers what any of them asks.
pub fn needs(content: &Content, lanes: &[Lane]) -> Vec<Need> {
    let needs = form::SECTIONS.into_iter().flat_map(|section| {
        section.fields.iter().filter(|field| !is_spared(field, content)).filter_map(move |field| {
            let asked = std::iter::once(None)
                .chain(lanes.iter().copied().map(Some))
                .any(|lane| field.needed.in_lane(lane));
            let rule = field.needed.rule().filter(|_| asked)?;
            let is_met =
                !content.text(field.key).is_empty() || !content.items(field.key).is_empty();
            Some(Need { section, field, rule, is_met })
        })
    });
    needs.collect()
}

/// Returns whether plain rules make the question meaningless.
fn is_spared(field: &CardField, content: &Content) -> bool {
    content.text("engine") == "rules" && ["prompt", "prompt_version"].contains(&field.key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Place;

    fn missing(content: &Content, lanes: &[Lane]) -> Vec<&'static str> {
        let needs = needs(content, lanes);
        needs.iter().filter(|need| !need.is_met).map(|need| need.field.key).collect()
    }

    #[test]
    fn each_lane_asks_what_it_makes_dangerous() {
        let blank = Content::default();
        let human = missing(&blank, &[Lane::HumanOnly]);
        assert_eq!(human, ["title", "summary", "owners", "engine", "intended_use", "tasks"]);
        let automate = missing(&blank, &[Lane::Automate]);
        let hybrid = missing(&blank, &[Lane::Hybrid]);
        assert!(automate.contains(&"rollback") && !hybrid.contains(&"rollback"));
        assert!(hybrid.contains(&"reviewers") && !automate.contains(&"reviewers"));
        let both = missing(&blank, &[Lane::Hybrid, Lane::Automate]);
        assert!(both.contains(&"rollback") && both.contains(&"reviewers"));
    }

    #[test]
    fn an_answer_meets_its_need_and_rules_need_no_prompt() {
        let mut content = Content::default();
        content.put(Place::Card, "title", "Triage".into());
        content.put(Place::Item("owners", "a"), "name", "Ana".into());
        let left = missing(&content, &[Lane::Hybrid]);
        assert!(!left.contains(&"title") && !left.contains(&"owners") && left.contains(&"prompt"));
        content.put(Place::Card, "engine", "rules".into());
        assert!(!missing(&content, &[Lane::Hybrid]).contains(&"prompt"));
    }
}
