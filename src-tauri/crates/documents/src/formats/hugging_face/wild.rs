//! A card that Trilane did not write: its fields, then its text.

use domain::card::{Item, form};
use serde_json::{Map, Value};

use super::front::Front;
use super::{languages, model_index, sections};
use crate::formats::answers::{name, plain};
use crate::formats::imported::{Imported, Reading, Refused};

/// The longest text of a card, in characters. No form holds a longer one, and reading it would take a while.
const LONGEST_TEXT: usize = 300_000;

/// Reads what is understood and keeps the rest.
pub fn read(front: &Front<'_>) -> Result<Imported, Refused> {
    if front.body.chars().count() > LONGEST_TEXT {
        return Err(Refused::because(format!(
            "The text of this card is longer than {LONGEST_TEXT} characters, more than a card holds. \
            Shorten the file, or take the parts that matter by hand."
        )));
    }
    let mut reading = Reading::default();
    for (key, value) in &front.fields {
        if !value.is_null() && !read_field(&mut reading, key, value, &front.fields) {
            reading.keep(format!("{key}, before the text"), front.verbatim(key));
        }
    }
    if !front.preamble().is_empty() {
        reading.keep("remarks before the text", front.preamble());
    }
    sections::read(&mut reading, front.body);
    reading.finish(None)
}

/// Returns whether a field was understood.
fn read_field(
    reading: &mut Reading,
    key: &str,
    value: &Value,
    fields: &Map<String, Value>,
) -> bool {
    if key == "model-index" {
        model_index::read(reading, value);
        return true;
    }
    let Some(texts) = texts(value) else { return false };
    match key {
        "license" => {
            let more =
                ["license_name", "license_link"].map(|key| fields.get(key).and_then(texts_of));
            let is_named = more[0].is_some();
            let texts = texts.into_iter().filter(|text| !(is_named && text == "other"));
            let all: Vec<String> = texts.chain(more.into_iter().flatten()).collect();
            reading.add("licence", &all.join(", "));
        }
        "license_name" | "license_link" => {
            return fields.get("license").and_then(texts_of).is_some();
        }
        "base_model" => reading.add("base_model", &texts.join(", ")),
        "model_name" => reading.add("model", &texts.join(", ")),
        "language" => {
            let names: Vec<&str> = texts.iter().map(|code| languages::name(code)).collect();
            reading.add("languages", &names.join(", "));
        }
        "datasets" => {
            let Some((_, column)) = form::column("sources", "name") else { return false };
            let mut items = Vec::new();
            for (number, text) in texts.iter().enumerate() {
                let mut item = Item::new(name(number));
                reading.answer_in(&mut item, column, text);
                items.push(item);
            }
            reading.put_items("sources", items);
        }
        _ => return false,
    }
    true
}

fn texts_of(value: &Value) -> Option<String> {
    texts(value).map(|texts| texts.join(", ")).filter(|text| !text.is_empty())
}

/// Returns a text, or the texts of a list; nothing where something else is among them.
fn texts(value: &Value) -> Option<Vec<String>> {
    let is_plain = |value: &Value| value.is_string() || value.is_number();
    match value {
        Value::Array(list) => list.iter().all(is_plain).then(|| list.iter().map(plain).collect()),
        value => is_plain(value).then(|| vec![plain(value)]),
    }
}
