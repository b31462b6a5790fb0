//! The README.md of the Hugging Face Hub: its published fields, and a text in which nothing is a sign by accident.

use documents::to_hugging_face;
use domain::card::{Content, Kind, Place, form};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::cards::{any_content, approval, card, full};

/// Everything that readers of Markdown add to it, but for what changes letters.
fn every_option() -> Options {
    Options::all()
        - Options::ENABLE_SMART_PUNCTUATION
        - Options::ENABLE_OLD_FOOTNOTES
        - Options::ENABLE_HEADING_ATTRIBUTES
}

fn body(text: &str) -> &str {
    text.splitn(3, "---\n").nth(2).unwrap()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && *it != '\u{A0}').collect()
}

proptest! {
    #[test]
    fn no_text_becomes_a_sign(content in any_content()) {
        let text = to_hugging_face(&card(&content, None));
        let mut headings = Vec::new();
        let mut shown = String::new();
        let mut codes = 0;
        let mut heading: Option<String> = None;
        for event in Parser::new_ext(body(&text), every_option()) {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => headings.extend(heading.take()),
                Event::Start(Tag::CodeBlock(_)) => codes += 1,
                Event::Text(words) => {
                    shown.push_str(&words);
                    if let Some(heading) = &mut heading { heading.push_str(&words); }
                }
                Event::Start(
                    Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Strong | Tag::Table(_) | Tag::TableHead
                    | Tag::TableRow | Tag::TableCell,
                )
                | Event::End(_) | Event::SoftBreak | Event::HardBreak => {}
                other => prop_assert!(false, "{:?} in {}", other, body(&text)),
            }
        }
        let titles: Vec<&str> = form::SECTIONS.iter().map(|it| it.title).collect();
        let template = [
            "Model Details", "Uses", "Direct Use", "Out-of-Scope Use", "Bias, Risks, and Limitations",
            "Training Details", "Training Data", "Evaluation", "Technical Specifications", "More Information",
        ];
        for heading in &headings[1..] {
            let is_ours = template.contains(&heading.as_str()) || titles.contains(&heading.as_str());
            prop_assert!(is_ours, "{}", heading);
        }
        prop_assert_eq!(codes, usize::from(!content.text("prompt").is_empty()));
        let shown = without_blanks(&shown);
        for answer in content.answers() {
            if !matches!(answer.field.kind, Kind::Choice(_)) {
                let text = without_blanks(answer.text);
                prop_assert!(shown.contains(&text), "{:?} of {} in {}", text, answer.field.key, body(&text));
            }
        }
    }
}

#[test]
fn the_published_fields_follow_from_the_answers() {
    let mut content = full();
    content.put(Place::Card, "base_model", "acme/small-8b".into());
    content.put(Place::Item("sources", "a"), "name", "acme/enquiries".into());
    let event = approval();
    let text = to_hugging_face(&card(&content, Some(&event)));
    let (matter, _) = text.split_once("lane_card:").unwrap();
    let expected = r#"---
language:
  - "en"
  - "de"
license: "other"
license_name: "business-terms"
license_link: "https://example.com/terms"
base_model: "acme/small-8b"
tags:
  - "trilane"
  - "domain-copilot"
  - "lane-hybrid"
  - "lane-lane-that-counts"
datasets:
  - "acme/enquiries"
metrics:
  - "precision"
model-index:
  - name: "Email triage"
    results:
      - task:
          type: "other"
        dataset:
          type: "all-enquiries"
          name: "all enquiries"
        metrics:
          - type: "precision"
            value: 0.5
            name: "precision"
      - task:
          type: "other"
        dataset:
          type: "spanish"
          name: "Spanish"
        metrics:
          - type: "precision"
            value: 0.5
            name: "precision"
"#;
    assert_eq!(matter, expected);
    assert!(
        text.contains("approved by Ana Ruiz, Head of Marketing, in force, until 2027-11-22"),
        "{text}"
    );
}

#[test]
fn a_blank_card_is_a_readme_too() {
    let content = Content::default();
    let text = to_hugging_face(&card(&content, None));
    assert!(text.starts_with("---\ntags:\n  - \"trilane\"\nlane_card:\n"), "{text}");
    assert!(body(&text).starts_with("\n# Model Card for Untitled card\n"), "{text}");
}
