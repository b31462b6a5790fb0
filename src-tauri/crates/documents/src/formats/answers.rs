//! The answers of a card as values under the keys of the form, and back: what our own files carry.

use std::collections::HashSet;

use domain::card::{Approval, Content, Item, form};
use serde_json::{Map, Value};

use super::imported::Reading;
use super::tree::Fields;
use crate::Card;

/// The longest name of an item that is taken over from a file, in characters.
const LONGEST_NAME: usize = 64;

/// Tells every answer.
pub fn told(content: &Content) -> Fields {
    let mut told = Fields::default();
    for field in form::fields() {
        told.put(field.key, content.text(field.key));
        let Some(columns) = field.columns() else { continue };
        let items = content.items(field.key).iter().map(|item| {
            let id = Fields::default().with("id", item.id.as_str());
            columns.iter().fold(id, |item_told, it| item_told.with(it.key, item.text(it.key)))
        });
        told.put(field.key, items.collect::<Vec<_>>());
    }
    told
}

/// Tells what a reader must know about a card beside its answers.
pub fn told_about(card: &Card<'_>) -> Fields {
    let approval = card.approval.map_or_else(Fields::default, |(event, state)| {
        let state = match state {
            Approval::Holds => "holds",
            Approval::Stale => "stale",
            Approval::Expired => "expired",
        };
        let until = event.until.map_or_else(String::new, |until| until.to_string());
        Fields::default()
            .with("decision", event.kind.key())
            .with("state", state)
            .with("name", event.name.as_str())
            .with("role", event.role.as_str())
            .with("reason", event.reason.as_str())
            .with("conditions", event.conditions.as_str())
            .with("until", until)
            .with("version", event.version.as_str())
            .with("content_hash", event.content_hash.as_str())
    });
    Fields::default()
        .with("id", card.id)
        .with("version", card.version.unwrap_or_default())
        .with("changes", card.changes)
        .with("status", card.status.key())
        .with("approval", approval)
        .with("content_hash", card.content.hash())
        .with("workspace", card.workspace)
        .with("made_on", card.made_on.to_string())
        .with("made_by", card.made_by)
        .with("audit_head", card.chain_head)
}

/// Reads the answers that [`told`] wrote. What it does not know goes to the notes.
pub fn read(reading: &mut Reading, answers: &Map<String, Value>) {
    for (key, value) in answers {
        let Some(field) = form::field(key) else {
            keep_unknown(reading, key, value);
            continue;
        };
        match (field.columns(), value) {
            (Some(_), Value::Array(items)) => read_items(reading, key, items),
            (None, Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
                reading.answer(field, &plain(value));
            }
            _ => keep_unknown(reading, key, value),
        }
    }
}

fn read_items(reading: &mut Reading, list: &str, items: &[Value]) {
    let mut known = HashSet::new();
    let mut read = Vec::new();
    for (number, told) in items.iter().enumerate() {
        let within = |key: &str| format!("{list}, item {}{key}", number + 1);
        let Value::Object(told) = told else {
            keep_unknown(reading, &within(""), told);
            continue;
        };
        let given = told.get("id").and_then(Value::as_str).unwrap_or_default();
        let is_own = is_name(given) && !known.contains(given);
        let mut free = (number..).map(name).filter(|it| !known.contains(it));
        let id = if is_own { given.to_owned() } else { free.next().unwrap_or_default() };
        known.insert(id.clone());
        let mut item = Item::new(id);
        for (key, value) in told.iter().filter(|(key, _)| *key != "id") {
            match (form::column(list, key), value) {
                (Some((_, column)), Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
                    reading.answer_in(&mut item, column, &plain(value));
                }
                _ => keep_unknown(reading, &within(&format!(", {key}")), value),
            }
        }
        read.push(item);
    }
    reading.put_items(list, read);
}

/// Keeps a value that no field takes.
pub fn keep_unknown(reading: &mut Reading, what: &str, value: &Value) {
    if !value.is_null() {
        reading.keep(what, format!("{what}: {}", plain(value)));
    }
}

/// Makes the name of an item that has none: items stand in the order of the file.
pub fn name(number: usize) -> String {
    format!("{:06}", number + 1)
}

/// Returns a value as a person would type it.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_is_called_as_the_name_of_its_item() {
        let columns = form::fields().filter_map(domain::card::CardField::columns).flatten();
        assert!(columns.into_iter().all(|column| column.key != "id"));
    }
}
