//! The form: every section of a card and every field in it, in the order in which a card is read.

mod component;
mod conduct;
mod evidence;
mod identity;
mod law;
mod oversight;
mod purpose;

use super::field::{CardField, Section};

/// Every section.
pub const SECTIONS: [Section; 12] = [
    identity::IDENTITY,
    component::COMPONENT,
    purpose::PURPOSE,
    purpose::MATRIX,
    oversight::OVERSIGHT,
    evidence::EVIDENCE,
    evidence::FAIRNESS,
    conduct::LIMITS,
    law::PRIVACY,
    law::REGULATION,
    conduct::MONITORING,
    conduct::NOTES,
];

/// Returns every field, in the order of the form.
pub fn fields() -> impl Iterator<Item = &'static CardField> {
    SECTIONS.into_iter().flat_map(|section| section.fields)
}

/// Returns the field with a key.
pub fn field(key: &str) -> Option<&'static CardField> {
    fields().find(|field| field.key == key)
}

/// Returns a list and one of its columns.
pub fn column(list: &str, column: &str) -> Option<(&'static CardField, &'static CardField)> {
    let list = field(list)?;
    Some((list, list.columns()?.iter().find(|it| it.key == column)?))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::card::{Kind, Source};

    #[test]
    fn every_field_has_a_name_of_its_own_and_says_why_it_is_asked() {
        let mut keys = HashSet::new();
        for field in fields() {
            assert!(keys.insert(field.key), "{} is asked twice", field.key);
            assert!(!field.why.is_empty(), "{} does not say why", field.key);
            let is_shown = field.source == Source::Person && !matches!(field.kind, Kind::Choice(_));
            let has_example = !field.example.is_empty() || field.columns().is_some();
            assert!(!is_shown || has_example, "{} shows no example", field.key);
        }
    }

    #[test]
    fn a_list_holds_plain_fields_with_names_of_their_own() {
        for list in fields() {
            let mut keys = HashSet::new();
            for column in list.columns().unwrap_or(&[]) {
                assert!(keys.insert(column.key), "{}.{}", list.key, column.key);
                assert!(column.columns().is_none(), "{}.{}", list.key, column.key);
            }
        }
    }
}
