//! The card of a model on the Hugging Face Hub: a README.md with YAML before it.
//!
//! Ours carries the Hub's published fields, all answers under one key of our own, and a text for people. Cards as
//! found in the wild are read as far as they are understood; the rest stands in the notes.

mod body;
mod front;
mod languages;
mod licences;

mod matter;
mod model_index;
mod sections;
mod titles;
mod wild;

use domain::card::fingerprint;
use serde_json::{Map, Value};

use super::answers::{keep_unknown, read, told, told_about};
use super::imported::{Imported, Reading, Refused, lines};
use super::json::{FORMAT, FORMAT_VERSION, check_version, id_of};
use super::tree::{Fields, yaml};
use crate::Card;
use front::Front;

/// The key under which our answers stand.
const OURS: &str = "lane_card";

/// Writes a card as a README.md of the Hugging Face Hub.
pub fn to_hugging_face(card: &Card<'_>) -> String {
    let body = body::write(card);
    let ours = Fields::default()
        .with("format", FORMAT)
        .with("format_version", FORMAT_VERSION)
        .with("body_sha256", fingerprint(body.trim()))
        .with("card", told_about(card))
        .with("content", told(card.content));
    let matter = matter::derived(card.content).with(OURS, ours);
    format!("---\n{}---\n\n{body}", yaml(&matter))
}

/// Reads a README.md of the Hugging Face Hub. What we wrote comes back as it was.
pub fn from_hugging_face(text: &str) -> Result<Imported, Refused> {
    let text = lines(text)?;
    let front = front::split(&text)?;
    match front.fields.get(OURS) {
        Some(Value::Object(ours)) if ours.get("format").and_then(Value::as_str) == Some(FORMAT) => {
            read_ours(ours, &front)
        }
        _ => wild::read(&front),
    }
}

/// Reads our own file. What somebody changed around our answers goes to the notes.
fn read_ours(ours: &Map<String, Value>, front: &Front<'_>) -> Result<Imported, Refused> {
    check_version(ours.get("format_version"))?;
    let mut reading = Reading::default();
    if let Some(Value::Object(content)) = ours.get("content") {
        read(&mut reading, content);
    }
    let known = ["format", "format_version", "body_sha256", "card", "content"];
    for (key, value) in ours.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
        keep_unknown(&mut reading, key, value);
    }
    let derived = front::parse(&yaml(&matter::derived(reading.content())), 0)?;
    let is_ours = |key: &str, value: &Value| key == OURS || derived.get(key) == Some(value);
    for (key, _) in front.fields.iter().filter(|(key, value)| !is_ours(key, value)) {
        reading.keep(format!("{key}, as changed elsewhere"), front.verbatim(key));
    }
    let wrote = ours.get("body_sha256").and_then(Value::as_str);
    if wrote != Some(fingerprint(front.body.trim()).as_str()) {
        reading.keep("the text below the fields, as changed elsewhere", front.body.trim());
    }
    reading.finish(Some(id_of(ours.get("card"))))
}
