//! What stands on the page of a card, whoever draws it.

mod samples;

use documents::page::{Block, Line, Mark, Origin, Part, Text, Tone};
use documents::{Page, page};
use domain::Lane;
use domain::card::{Approval, Content, Place, form};
use samples::{approval, approved, draft, filled, normal};

#[test]
fn every_text_names_the_answer_that_it_shows() {
    let content = normal();
    let page = page(&draft(&content));
    for text in texts(&page) {
        let answer = match &text.origin {
            None => continue,
            Some(Origin::Field(key)) => {
                let field = form::field(key).expect("the form asks it");
                if text.is_missing {
                    continue;
                }
                field.words(content.text(key)).to_owned()
            }
            Some(Origin::Column { list, item, column }) => {
                let (_, field) = form::column(list, column).expect("the form asks it");
                let item = content.items(list).iter().find(|it| &it.id == item);
                field.words(item.expect("it is there").text(column)).to_owned()
            }
        };
        assert_eq!(text.words, answer, "{:?}", text.origin);
    }
}

#[test]
fn what_the_page_needs_and_nobody_answered_is_said_where_it_would_stand() {
    let content = Content::default();
    let page = page(&draft(&content));
    let missing: Vec<&Text> = texts(&page).filter(|text| text.is_missing).collect();
    for key in ["title", "summary", "owners", "tasks", "sources", "escalation", "metrics", "stop"] {
        let origin = Some(Origin::Field(key.to_owned()));
        assert!(missing.iter().any(|text| text.origin == origin), "{key}");
    }
    assert!(page.blocks.iter().all(|block| block.mark.is_none()));
}

#[test]
fn figures_say_that_nobody_checked_them_and_the_matrix_that_trilane_did() {
    let (content, event) = (normal(), approval());
    let page = page(&approved(&content, &event, Approval::Holds));
    let mark = |key| block(&page, key).mark;
    assert_eq!(mark("matrix"), Some(Mark::FilledIn));
    assert_eq!(mark("evidence"), Some(Mark::AsEntered));
    assert_eq!(mark("sign_off"), Some(Mark::AsEntered));
    assert_eq!(mark("purpose"), None);
    let lanes: Vec<Lane> = texts(&page).filter_map(|text| text.lane).collect();
    assert_eq!(lanes, [Lane::Automate, Lane::Hybrid]);
}

#[test]
fn an_approval_is_told_with_what_it_rests_on() {
    let (content, event) = (normal(), approval());
    let standing = |state| page(&approved(&content, &event, state)).standing;
    let holds = standing(Approval::Holds);
    assert_eq!((holds.status.as_str(), holds.tone), ("Approved", Tone::Settled));
    assert_eq!(
        holds.sentence,
        "Approved by Maria Lindqvist, Head of Marketing, on 18 November 2026, until 31 May 2027."
    );
    let stale = standing(Approval::Stale);
    assert_eq!((stale.status.as_str(), stale.tone), ("Approved, now stale", Tone::Warning));
    assert!(stale.sentence.contains("STALE"), "{}", stale.sentence);
}

#[test]
fn rules_need_no_prompt_and_a_prompt_is_told_by_its_hash() {
    let mut content = normal();
    let prompt = |content: &Content| {
        let page = page(&draft(content));
        texts(&page).find(|text| text.words.starts_with("SHA-256")).map(|text| text.words.clone())
    };
    let told = prompt(&content).expect("there is a prompt");
    let digits = domain::card::fingerprint(content.text("prompt"));
    assert_eq!(told, format!("SHA-256 {}…", &digits[..16]));
    content.put(Place::Card, "engine", "rules".into());
    content.put(Place::Card, "prompt", String::new());
    let page = page(&draft(&content));
    assert!(!block(&page, "component").parts.iter().any(|part| label(part) == "Prompt"));
}

#[test]
fn nothing_on_the_page_is_empty() {
    for content in [Content::default(), normal(), filled("x", 3)] {
        let page = page(&draft(&content));
        assert!(texts(&page).all(|text| !text.words.is_empty()));
        let parts = page.blocks.iter().flat_map(|block| &block.parts);
        assert!(parts.into_iter().all(|part| !label(part).is_empty()));
    }
}

fn block<'a>(page: &'a Page, key: &str) -> &'a Block {
    page.blocks.iter().find(|block| block.key == key).expect("it is on every page")
}

fn label(part: &Part) -> &str {
    match part {
        Part::Pair(pair) => &pair.label,
        Part::Table(table) => &table.label,
    }
}

fn texts(page: &Page) -> impl Iterator<Item = &Text> {
    let lines = page.blocks.iter().flat_map(|block| &block.parts).flat_map(lines);
    [&page.title, &page.summary].into_iter().chain(lines.flatten())
}

fn lines(part: &Part) -> Vec<&Line> {
    match part {
        Part::Pair(pair) => pair.lines.iter().collect(),
        Part::Table(table) => {
            table.rows.iter().flat_map(|row| row.cells.iter().chain(&row.notes)).collect()
        }
    }
}
