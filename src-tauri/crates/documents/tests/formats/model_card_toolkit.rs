//! The JSON of the Model Card Toolkit keeps to its schema.

use std::sync::LazyLock;

use documents::to_model_card_toolkit;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use crate::cards::{any_content, card, full};

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = include_str!("../fixtures/model_card_toolkit-0.0.2.schema.json");
    // A reference to its own definitions lacks a slash in the published file.
    let schema = schema.replace("\"#definitions/", "\"#/definitions/");
    let schema = serde_json::from_str(&schema).unwrap();
    jsonschema::options().offline().build(&schema).unwrap()
});

fn check(text: &str) -> Result<Value, TestCaseError> {
    let file = serde_json::from_str(text).unwrap();
    let wrong: Vec<String> = VALIDATOR.iter_errors(&file).map(|error| error.to_string()).collect();
    prop_assert_eq!(wrong, Vec::<String>::new());
    Ok(file)
}

proptest! {
    #[test]
    fn its_schema_takes_every_card(content in any_content()) {
        check(&to_model_card_toolkit(&card(&content, None)))?;
    }
}

#[test]
fn figures_and_limits_have_their_places() {
    let content = full();
    let file = check(&to_model_card_toolkit(&card(&content, None))).unwrap();
    assert_eq!(file["model_details"]["version"]["name"], "1.2.0");
    assert_eq!(file["model_details"]["owners"][0]["contact"], "ana@example.com");
    let metric = &file["quantitative_analysis"]["performance_metrics"][1];
    assert_eq!((&metric["slice"], &metric["type"]), (&"Spanish".into(), &"precision".into()));
    assert_eq!(metric["confidence_interval"]["upper_bound"], "0.5");
    assert_eq!(file["considerations"]["limitations"].as_array().unwrap().len(), 3);
}
