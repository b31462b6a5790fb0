//! What differs between two contents, field by field.

use std::collections::BTreeSet;

use super::field::CardField;
use super::{Content, Item, form};

/// A field that two contents answer differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field, or the list.
    pub field: &'static CardField,
    /// In a list: the item, by its first answer, and its column.
    pub within: Option<(String, &'static CardField)>,
    /// The older answer; empty where there was none.
    pub old: String,
    /// The newer answer; empty where there is none.
    pub new: String,
}

/// Returns what differs between an older and a newer content, in the order of the form.
pub fn differences(older: &Content, newer: &Content) -> Vec<Difference> {
    let mut found = Vec::new();
    for field in form::fields() {
        let (old, new) = (older.text(field.key), newer.text(field.key));
        if old != new {
            found.push(Difference { field, within: None, old: old.into(), new: new.into() });
        }
        let Some(columns) = field.columns() else { continue };
        let (older, newer) = (older.items(field.key), newer.items(field.key));
        let ids: BTreeSet<&str> = older.iter().chain(newer).map(|item| item.id.as_str()).collect();
        for id in ids {
            let [old, new] = [older, newer].map(|items| items.iter().find(|item| item.id == id));
            let name = new.or(old).map(|item| name(item, columns)).unwrap_or_default();
            for column in columns {
                let [old, new] = [old, new].map(|item| item.map_or("", |it| it.text(column.key)));
                if old != new {
                    let within = Some((name.clone(), column));
                    found.push(Difference { field, within, old: old.into(), new: new.into() });
                }
            }
        }
    }
    found
}

/// Returns what an item is called: its first answer.
fn name(item: &Item, columns: &[CardField]) -> String {
    let texts = columns.iter().map(|column| item.text(column.key));
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Place;

    #[test]
    fn a_changed_item_is_told_by_its_name_and_column() {
        let mut older = Content::default();
        older.put(Place::Card, "title", "Triage".into());
        older.put(Place::Item("sources", "a"), "name", "Help centre".into());
        let mut newer = older.clone();
        newer.put(Place::Item("sources", "a"), "refreshed", "2026-11-01".into());
        newer.put(Place::Card, "title", String::new());
        let told: Vec<_> = differences(&older, &newer)
            .into_iter()
            .map(|it| (it.field.key, it.within.map(|(name, column)| (name, column.key)), it.new))
            .collect();
        let refreshed = ("sources", Some(("Help centre".into(), "refreshed")), "2026-11-01".into());
        assert_eq!(told, [("title", None, String::new()), refreshed]);
        assert!(differences(&newer, &newer).is_empty());
    }
}
