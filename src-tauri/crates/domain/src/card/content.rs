//! What a card answers: texts under the keys of the form.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::field::{CardField, Kind};
use super::form;
use crate::entry::{decimal, many_lines, one_line};
use crate::hex::hex;

/// The longest answer, in characters.
pub const LONGEST_ANSWER: usize = 20_000;

/// What a card answers. An empty answer is none, and is not kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    texts: BTreeMap<&'static str, String>,
    lists: BTreeMap<&'static str, Vec<Item>>,
}

/// One item of a list, such as a source or a metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name within the list, for good; items stand in the order of their names.
    pub id: String,
    texts: BTreeMap<&'static str, String>,
}

/// Where an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// In the card itself.
    Card,
    /// In an item of a list: the list's key, the item's id.
    Item(&'a str, &'a str),
}

/// One answer and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<'a> {
    /// Where.
    pub place: Place<'a>,
    /// Which field.
    pub field: &'static CardField,
    /// The text.
    pub text: &'a str,
}

impl Item {
    /// Makes an item without an answer.
    pub fn new(id: String) -> Self {
        Self { id, texts: BTreeMap::new() }
    }

    /// Returns the answer of a column; empty where there is none.
    pub fn text(&self, column: &str) -> &str {
        self.texts.get(column).map_or("", String::as_str)
    }

    /// Puts the answer of a column, as it is.
    pub fn put(&mut self, column: &'static CardField, text: String) {
        put(&mut self.texts, column.key, text);
    }

    /// Returns whether it answers nothing.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl Content {
    /// Returns the answer of a field; empty where there is none.
    pub fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// Returns the items of a list, in order.
    pub fn items(&self, list: &str) -> &[Item] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    /// Returns the answer at a place; empty where there is none.
    pub fn answer(&self, place: Place<'_>, field: &str) -> &str {
        match place {
            Place::Card => self.text(field),
            Place::Item(list, id) => {
                let item = self.items(list).iter().find(|item| item.id == id);
                item.map_or("", |item| item.text(field))
            }
        }
    }

    /// Puts an answer where it belongs, as it is. An item that is not there yet is made; one that answers
    /// nothing any more is removed. Keys that the form does not know are passed over.
    pub fn put(&mut self, place: Place<'_>, field: &str, text: String) {
        match place {
            Place::Card => {
                let Some(field) = form::field(field) else { return };
                put(&mut self.texts, field.key, text);
            }
            Place::Item(list, id) => {
                let Some((list, column)) = form::column(list, field) else { return };
                let items = self.lists.entry(list.key).or_default();
                let at = items.binary_search_by(|item| item.id.as_str().cmp(id));
                let at = at.unwrap_or_else(|at| {
                    items.insert(at, Item::new(id.to_owned()));
                    at
                });
                items[at].put(column, text);
                if items[at].is_empty() {
                    items.remove(at);
                }
                if items.is_empty() {
                    self.lists.remove(list.key);
                }
            }
        }
    }

    /// Makes the items of a list these.
    pub fn put_items(&mut self, list: &str, mut items: Vec<Item>) {
        let Some(list) = form::field(list).filter(|it| it.columns().is_some()) else { return };
        items.retain(|item| !item.is_empty());
        items.sort_by(|one, other| one.id.cmp(&other.id));
        if items.is_empty() {
            self.lists.remove(list.key);
        } else {
            self.lists.insert(list.key, items);
        }
    }

    /// Returns every answer, in the order of the form.
    pub fn answers(&self) -> impl Iterator<Item = Answer<'_>> {
        form::fields().flat_map(|field| {
            let own = (!self.text(field.key).is_empty()).then(|| Answer {
                place: Place::Card,
                field,
                text: self.text(field.key),
            });
            let columns = field.columns().unwrap_or(&[]);
            let items = self.items(field.key).iter().flat_map(move |item| {
                let place = Place::Item(field.key, &item.id);
                columns.iter().filter_map(move |column| {
                    let text = item.text(column.key);
                    (!text.is_empty()).then_some(Answer { place, field: column, text })
                })
            });
            own.into_iter().chain(items)
        })
    }

    /// Returns the SHA-256 of every answer, in hexadecimal: what an approval is bound to.
    ///
    /// The bytes are, for each answer in the order of the form, list, item, field and text, each with its
    /// length before it, so that no two contents share them.
    pub fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for Answer { place, field, text } in self.answers() {
            let (list, item) = match place {
                Place::Card => ("", ""),
                Place::Item(list, item) => (list, item),
            };
            for part in [list, item, field.key, text] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part.as_bytes());
            }
        }
        hex(&hash.finalize())
    }
}

impl CardField {
    /// Reads what a person entered: the answer as it is kept, or the sentence that says what the field takes.
    pub fn read(&self, text: &str) -> Result<String, String> {
        let Self { label, .. } = self;
        if text.chars().count() > LONGEST_ANSWER {
            return Err(format!(
                "{label} is longer than {LONGEST_ANSWER} characters. Keep the gist here and link to the rest."
            ));
        }
        let line = one_line(text);
        match self.kind {
            _ if line.is_empty() => Ok(String::new()),
            Kind::Line => Ok(line),
            Kind::Text | Kind::Prompt => Ok(many_lines(text)),
            Kind::Day => match line.parse::<Date>() {
                Ok(day) if (1970..=2200).contains(&day.year()) => Ok(day.to_string()),
                _ => Err(format!("{label} is “{line}”. Write the day as 2026-12-31.")),
            },
            Kind::Number => decimal(&line)
                .map(|number| number.to_string())
                .ok_or_else(|| format!("{label} is “{line}”. It takes a number.")),
            Kind::Choice(choices) => choices
                .iter()
                .find(|(key, words)| *key == line || words.eq_ignore_ascii_case(&line))
                .map(|(key, _)| (*key).to_owned())
                .ok_or_else(|| format!("{label} is “{line}”. It takes one of its choices.")),
            Kind::List(_) => Err(format!("{label} is a list: its items are answered one by one.")),
        }
    }
}

/// Returns the SHA-256 of a text, in hexadecimal: what a prompt is told by.
pub fn fingerprint(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn put(texts: &mut BTreeMap<&'static str, String>, key: &'static str, text: String) {
    if text.is_empty() {
        texts.remove(key);
    } else {
        texts.insert(key, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_lives_as_long_as_it_answers_something() {
        let mut content = Content::default();
        content.put(Place::Item("sources", "b"), "name", "Help centre".into());
        content.put(Place::Item("sources", "a"), "name", "Price list".into());
        let names: Vec<&str> = content.items("sources").iter().map(|it| it.text("name")).collect();
        assert_eq!(names, ["Price list", "Help centre"]);
        content.put(Place::Item("sources", "a"), "name", String::new());
        content.put(Place::Item("sources", "b"), "name", String::new());
        assert_eq!(content, Content::default());
    }

    #[test]
    fn what_the_form_does_not_know_is_passed_over() {
        let mut content = Content::default();
        content.put(Place::Card, "colour", "red".into());
        content.put(Place::Item("title", "a"), "name", "x".into());
        content.put(Place::Item("sources", "a"), "colour", "x".into());
        assert_eq!(content, Content::default());
    }

    #[test]
    fn contents_that_differ_anywhere_have_another_hash() {
        let mut one = Content::default();
        one.put(Place::Card, "title", "ab".into());
        one.put(Place::Card, "summary", "c".into());
        let mut other = Content::default();
        other.put(Place::Card, "title", "a".into());
        other.put(Place::Card, "summary", "bc".into());
        assert_ne!(one.hash(), other.hash());
        assert_eq!(one.hash(), one.clone().hash());
    }

    #[test]
    fn a_field_takes_what_it_is_for_and_says_so_otherwise() {
        let read = |key: &str, text: &str| form::field(key).expect("it is asked").read(text);
        assert_eq!(read("title", " Email\ntriage\u{0} "), Ok("Email triage".into()));
        assert_eq!(read("engine", "Vendor feature"), Ok("vendor_feature".into()));
        assert_eq!(read("engine", ""), Ok(String::new()));
        assert!(read("engine", "magic").is_err());
        assert_eq!(read("next_audit", "2027-01-31"), Ok("2027-01-31".into()));
        assert_eq!(
            read("next_audit", "2027-02-31"),
            Err("Next bias audit is “2027-02-31”. Write the day as 2026-12-31.".into())
        );
        assert!(read("summary", &"x".repeat(LONGEST_ANSWER + 1)).is_err());
    }
}
