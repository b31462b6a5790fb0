//! Our own file of a card: every answer under its key, and what a reader must know beside.

use serde_json::Value;

use super::answers::{keep_unknown, read, told, told_about};
use super::imported::{Imported, Reading, Refused, lines};
use super::tree::{Fields, json};
use crate::Card;

/// What our files call themselves.
pub const FORMAT: &str = "trilane-model-card";

/// The version of the format that is written, and the newest that is read.
pub const FORMAT_VERSION: u32 = 1;

/// Writes a card as our own file.
pub fn to_json(card: &Card<'_>) -> String {
    let head = Fields::default().with("format", FORMAT).with("format_version", FORMAT_VERSION);
    json(head.with("card", told_about(card)).with("content", told(card.content)))
}

/// Reads our own file. Every answer that we wrote comes back as it was.
pub fn from_json(text: &str) -> Result<Imported, Refused> {
    let text = lines(text)?;
    let file: Value = serde_json::from_str(&text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Refused::because(format!(
            "This file cannot be read as JSON: something is wrong at line {line}, column {column}."
        ))
    })?;
    let Value::Object(file) = file else { return Err(not_ours()) };
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(not_ours());
    }
    check_version(file.get("format_version"))?;
    let mut reading = Reading::default();
    match file.get("content") {
        Some(Value::Object(content)) => read(&mut reading, content),
        None => {}
        Some(other) => keep_unknown(&mut reading, "content", other),
    }
    let known = ["format", "format_version", "card", "content"];
    for (key, value) in file.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
        keep_unknown(&mut reading, key, value);
    }
    reading.finish(Some(id_of(file.get("card"))))
}

/// Refuses a file that a later Trilane made.
pub fn check_version(version: Option<&Value>) -> Result<(), Refused> {
    match version.and_then(Value::as_u64) {
        Some(version) if version <= u64::from(FORMAT_VERSION) => Ok(()),
        Some(_) => Err(Refused::because(
            "A later version of Trilane made this file. Update Trilane to read it.",
        )),
        None => Err(Refused::because("This file does not say which version of the format it has.")),
    }
}

/// Returns the id of the card that a file of ours was made of.
pub fn id_of(card: Option<&Value>) -> String {
    let id = card.and_then(|card| card.get("id")).and_then(Value::as_str);
    id.unwrap_or_default().to_owned()
}

fn not_ours() -> Refused {
    Refused::because("This JSON is not a model card of Trilane.")
}
