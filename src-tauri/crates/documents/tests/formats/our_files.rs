//! What we write comes back as it was.

use documents::{Imported, Refused, from_hugging_face, from_json, to_hugging_face, to_json};
use domain::card::{Content, Place};
use proptest::prelude::*;

use crate::cards::{any_content, approval, card, full};

fn same(content: &Content, read: Result<Imported, Refused>) -> Result<(), TestCaseError> {
    let read = read.map_err(|refused| TestCaseError::fail(refused.to_string()))?;
    prop_assert_eq!(&read.kept, &[] as &[String]);
    prop_assert_eq!(&read.content, content);
    prop_assert_eq!(read.content.hash(), content.hash());
    Ok(())
}

proptest! {
    #[test]
    fn json_comes_back_as_it_was(content in any_content()) {
        same(&content, from_json(&to_json(&card(&content, None))))?;
    }

    #[test]
    fn a_readme_comes_back_as_it_was(content in any_content()) {
        same(&content, from_hugging_face(&to_hugging_face(&card(&content, None))))?;
    }
}

#[test]
fn the_file_names_its_format_and_the_card() {
    let (content, event) = (full(), approval());
    let text = to_json(&card(&content, Some(&event)));
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["format"], "trilane-model-card");
    assert_eq!(file["format_version"], 1);
    assert_eq!(file["card"]["approval"]["name"], "Ana Ruiz");
    assert_eq!(file["card"]["content_hash"], content.hash());
    let read = from_json(&text).unwrap();
    assert_eq!(read.was.as_deref(), Some("0199a3f0-0000-7000-8000-000000000001"));
    assert_eq!(read.filled().len(), domain::card::form::fields().count());
}

#[test]
fn what_a_file_says_beside_the_form_goes_to_the_notes() {
    let text = r#"{"format": "trilane-model-card", "format_version": 1, "colour": "red",
        "content": {"title": "Triage", "mood": {"now": "good"}, "notes": "Mine.", "least_n": "many",
        "engine": "Rules", "next_audit": "soon", "sources": [
            {"id": "b", "name": "Second"}, {"id": "b", "name": "Twin", "size": 3}, "text", {"name": "Third"}]}}"#;
    let read = from_json(text).unwrap();
    assert_eq!(read.content.text("title"), "Triage");
    assert_eq!(read.content.text("engine"), "rules");
    let names: Vec<&str> = read.content.items("sources").iter().map(|it| it.text("name")).collect();
    assert_eq!(names.len(), 3);
    let notes = read.content.text("notes");
    assert!(notes.starts_with("Mine."), "{notes}");
    for kept in
        ["colour: red", "mood: {\"now\":\"good\"}", "many", "soon", "size: 3", "item 3: text"]
    {
        assert!(notes.contains(kept), "{kept} is missing in {notes}");
    }
    assert!(
        read.kept.contains(&"Smallest slice that counts is “many”. It takes a number.".to_owned())
    );
}

#[test]
fn what_was_changed_around_our_answers_is_kept() {
    let content = full();
    let text = to_hugging_face(&card(&content, None));
    let text = text.replace("## Uses", "## Uses\n\nA remark made on the Hub.");
    let text =
        text.replace("language:\n", "pipeline_tag: text-classification\nlanguage:\n  - \"nl\"\n");
    let read = from_hugging_face(&text).unwrap();
    let notes = read.content.text("notes");
    for kept in ["A remark made on the Hub.", "pipeline_tag: text-classification", "- \"nl\""] {
        assert!(notes.contains(kept), "{kept} is missing in {notes}");
    }
    let mut as_it_was = read.content.clone();
    as_it_was.put(Place::Card, "notes", content.text("notes").into());
    assert_eq!(as_it_was, content);
    assert_eq!(read.kept.len(), 3);
}

#[test]
fn line_ends_and_a_mark_before_the_file_change_nothing() {
    let content = full();
    for text in [to_json(&card(&content, None)), to_hugging_face(&card(&content, None))] {
        let foreign = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        let read =
            if text.starts_with('{') { from_json(&foreign) } else { from_hugging_face(&foreign) };
        same(&content, read).unwrap();
    }
}

#[test]
fn a_file_of_a_later_trilane_is_left_alone() {
    let text = r#"{"format": "trilane-model-card", "format_version": 2, "content": {}}"#;
    let refused = from_json(text).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "A later version of Trilane made this file. Update Trilane to read it."
    );
}

/// A README.md of ours that the Hub's own library read and wrote again, with other line ends and other quotes.
#[test]
fn a_readme_that_the_hub_wrote_again_comes_back_as_it_was() {
    let mut content = full();
    content.put(Place::Card, "base_model", "acme/small-8b".into());
    content.put(Place::Item("sources", "a"), "name", "acme/enquiries".into());
    same(&content, from_hugging_face(include_str!("../fixtures/written_by_the_hub.md"))).unwrap();
}
