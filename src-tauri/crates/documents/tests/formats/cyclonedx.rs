//! The bill of materials: what stands where, and that the official schema takes every one.

use documents::{Card, to_cyclonedx};
use domain::card::Content;
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::cards::{any_content, approval, card, full};

fn write(cards: &[Card<'_>]) -> Value {
    let made_at: Timestamp = "2026-11-22T21:14:05.123Z".parse().unwrap();
    serde_json::from_str(&to_cyclonedx(cards, Uuid::from_u128(7), made_at).unwrap()).unwrap()
}

proptest! {
    #[test]
    fn the_official_schema_takes_every_card(one in any_content(), other in any_content()) {
        let event = approval();
        write(&[card(&one, None), card(&other, Some(&event))]);
    }
}

#[test]
fn a_card_is_a_component_with_its_figures_in_their_places() {
    let (content, event) = (full(), approval());
    let bill = write(&[card(&content, Some(&event)), card(&content, None)]);
    assert_eq!(bill["specVersion"], "1.6");
    assert_eq!(bill["serialNumber"], "urn:uuid:00000000-0000-0000-0000-000000000007");
    assert_eq!(bill["metadata"]["timestamp"], "2026-11-22T21:14:05Z");
    let components = bill["components"].as_array().unwrap();
    assert_eq!(components.len(), 2);
    assert_ne!(components[0]["bom-ref"], components[1]["bom-ref"]);
    let component = &components[0];
    assert_eq!(component["type"], "machine-learning-model");
    assert_eq!(component["name"], "Email triage");
    let card = &component["modelCard"];
    let metric = &card["quantitativeAnalysis"]["performanceMetrics"][0];
    let interval = json!({"lowerBound": "0.5", "upperBound": "0.5"});
    let expected = json!({"type": "precision", "value": "0.5", "slice": "all enquiries", "confidenceInterval": interval});
    assert_eq!(metric, &expected);
    let properties = card["properties"].as_array().unwrap();
    assert!(properties.iter().all(|it| it["name"].as_str().unwrap().starts_with("lanecard:")));
    let value = |name: &str| properties.iter().find(|it| it["name"] == name).map(|it| &it["value"]);
    assert_eq!(value("lanecard:card:status"), Some(&json!("approved")));
    assert_eq!(value("lanecard:card:approval:role"), Some(&json!("Head of Marketing")));
    assert_eq!(value("lanecard:confidence_threshold"), Some(&json!("0.5")));
    assert_eq!(value("lanecard:metrics:2:method"), Some(&json!("Wilson, 95 %")));
}

#[test]
fn no_answer_is_left_out() {
    let content = full();
    let bill = write(&[card(&content, None)]).to_string();
    for answer in content.answers() {
        let text = json!(answer.text).to_string();
        assert!(bill.contains(text.trim_matches('"')), "{} is missing", answer.field.key);
    }
}

#[test]
fn a_bill_may_be_empty() {
    assert_eq!(write(&[])["components"], Value::Null);
    let content = Content::default();
    assert_eq!(write(&[card(&content, None)])["components"][0]["name"], "Untitled card");
}
