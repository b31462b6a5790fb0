//! A plan as Markdown, read back by another library.

use documents::rollout::to_markdown;
use domain::rollout::ObjectionField;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::plans::{kept, of};

fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).collect()
}

/// Returns the words without the signs.
fn words(text: &str) -> String {
    let mut words = String::new();
    for event in events(text) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push('\n'),
            _ => {}
        }
    }
    words
}

#[test]
fn everything_in_a_plan_is_told() {
    let text = to_markdown(&kept().told());
    for line in [
        "# Enquiries",
        "## Discovery",
        "| List the channels | Ana Ruiz | 2026-11-23 | 2026-11-27 | 5 |  |  | Done | 2026-11-23 to 2026-11-26 |  |",
        "### Gate of Discovery",
        "Decided: Ines Vogt, Head of Marketing went on on 28 November 2026. 2 conditions did not hold. Reason: Nothing that is open touches the pilots.",
        "### Inbound email triage",
        "Lane: Automate. Automation: Shadow.",
        "| Accuracy, target in % | 92 |",
        "| Audit of the privacy map, no. 1 |",
        "| Launch | 2026-12-14 | 2026-12-18 | 90 % |",
        "### This will cost us our jobs.",
        "**Whose work changes:** Jonas Weber",
        "Workspace Q3 plan, made on 2 December 2026 with Trilane 0.1.0.",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let tables =
        events(&text).iter().filter(|it| matches!(it, Event::Start(Tag::Table(_)))).count();
    assert_eq!(tables, 4 + 1 + 1 + 1);
}

#[test]
fn a_decision_of_a_late_evening_is_of_the_day_that_it_was_there() {
    let mut plan = kept().plan;
    let evening: jiff::Timestamp = "2026-11-28T23:30:00Z".parse().expect("a time");
    plan.gates[0].at = evening.as_millisecond();
    let text = to_markdown(&of(plan).told());
    assert!(text.contains("went on on 29 November 2026."), "an hour east of Greenwich");
}

proptest! {
    #[test]
    fn what_people_wrote_is_text_and_never_a_sign(name in "[a-z*_#|<>`~\\[\\]\\\\&$-]{1,40}") {
        let mut plan = kept().plan;
        name.clone_into(&mut plan.activities[0].name);
        name.clone_into(&mut plan.activities[0].note);
        plan.objections[0].put(ObjectionField::Answer, name.clone());
        plan.name.clone_from(&name);
        let text = to_markdown(&of(plan).told());
        let count = words(&text).matches(name.as_str()).count();
        prop_assert!(count >= 4, "{} times in {}", count, text);
        let html = |it: &Event<'_>| matches!(it, Event::Html(_) | Event::InlineHtml(_));
        prop_assert!(!events(&text).iter().any(html));
        let tables = events(&text).into_iter().filter(|it| matches!(it, Event::Start(Tag::Table(_))));
        prop_assert_eq!(tables.count(), 7);
    }
}
