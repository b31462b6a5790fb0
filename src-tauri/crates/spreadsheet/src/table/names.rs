//! What the name of a column says about it.
//!
//! Names are compared as words in lower case, without accents, brackets or signs. A name that is
//! exactly one we know beats one that only contains it.

use domain::{Dimension, Field};
use unicode_normalization::UnicodeNormalization;

use super::synonyms::{DIMENSIONS, EXACT, REASONS};
use crate::layout::{self, Column};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// It fills a field.
    Field,
    /// It holds our own ids.
    Id,
    /// It holds sums of scores.
    Sum,
    /// It holds lanes.
    Lane,
    /// It holds what a guardrail or a person makes of the lane, as we export it.
    Standing,
    /// It holds hours, which follow from volume and minutes.
    Hours,
    /// It holds a risk, whose scale runs the other way.
    Risk,
    /// Its name says nothing we know.
    #[default]
    Unknown,
}

impl Role {
    /// Returns why such a column fills no field.
    pub(super) const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Field => None,
            Self::Id => Some("Trilane finds its own tasks again by this."),
            Self::Sum | Self::Lane => Some("Trilane works this out from the scores."),
            Self::Standing => Some("Guardrails and decisions are made in Trilane."),
            Self::Hours => Some("Trilane works this out from volume and minutes."),
            Self::Risk => Some(
                "A high risk is usually bad, and here 5 is safe. Choose a field if 5 means safe in this column too.",
            ),
            Self::Unknown => Some("Its name matches no field. Choose one if it belongs."),
        }
    }
}

/// What a name says, and how surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Match {
    pub role: Role,
    pub field: Option<Field>,
    pub certainty: u8,
}

/// Returns what a column's name says.
pub(super) fn role_of(name: &str) -> Match {
    for column in Column::all() {
        if name.trim().eq_ignore_ascii_case(column.header()) {
            let (role, field) = match column {
                Column::Field(field) => (Role::Field, Some(field)),
                Column::Sum => (Role::Sum, None),
                Column::Lane => (Role::Lane, None),
                Column::Hours => (Role::Hours, None),
                Column::Id => (Role::Id, None),
                _ => (Role::Standing, None),
            };
            return Match { role, field, certainty: 4 };
        }
    }
    if name.trim().eq_ignore_ascii_case(layout::PLAIN_ID) {
        return Match { role: Role::Id, field: None, certainty: 4 };
    }
    let words = words(name);
    if words.is_empty() {
        return Match::default();
    }
    let role = match words.as_str() {
        "sum" | "total" | "totals" | "score" | "total score" | "composite" | "composite score"
        | "sum of scores" | "summe" | "gesamt" | "punkte" | "somme" | "suma" => Some(Role::Sum),
        "lane" | "lanes" | "recommendation" | "recommended lane" | "classification"
        | "decision" | "spur" | "empfehlung" | "voie" => Some(Role::Lane),
        "hours" | "hours per month" | "hours month" | "stunden" | "heures" => Some(Role::Hours),
        "risk" | "risks" | "risk score" | "risk level" | "risiko" | "risque" => Some(Role::Risk),
        _ => None,
    };
    if let Some(role) = role {
        return Match { role, field: None, certainty: 3 };
    }
    let found = EXACT.iter().find(|(_, names)| names.contains(&words.as_str()));
    if let Some(&(field, names)) = found {
        // What stands first in its list is the plainest name.
        let certainty = if names[0] == words { 3 } else { 2 };
        return Match { role: Role::Field, field: Some(field), certainty };
    }
    dimension(&words).map_or_else(Match::default, |(dimension, certainty)| {
        let is_reason = words.split(' ').any(|word| REASONS.contains(&word));
        let field = if is_reason { Field::Rationale(dimension) } else { Field::Score(dimension) };
        Match { role: Role::Field, field: Some(field), certainty }
    })
}

/// Returns the one dimension that a name speaks of; a name that speaks of two speaks of none.
fn dimension(words: &str) -> Option<(Dimension, u8)> {
    // A sentence is no name, and “impact on revenue” is another question.
    if words.split(' ').count() > 8
        || words.contains("revenue")
        || words.contains("business impact")
    {
        return None;
    }
    let padded = format!(" {words}");
    let mut found = DIMENSIONS.iter().filter_map(|&(dimension, beginnings)| {
        let place = beginnings.iter().position(|it| padded.contains(&format!(" {it}")))?;
        Some((dimension, if place == 0 { 2 } else { 1 }))
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Returns the words of a name in lower case, without accents, brackets or signs.
fn words(name: &str) -> String {
    let mut depth = 0_u32;
    let mut inside = String::new();
    let mut outside = String::new();
    for character in name.nfkd() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            // Combining accents have no letter of their own.
            '\u{300}'..='\u{36F}' | '\u{200B}' | '\u{FEFF}' | '*' => {}
            character => {
                let text = if depth > 0 { &mut inside } else { &mut outside };
                let plain = if character.is_alphanumeric() { character } else { ' ' };
                text.extend(plain.to_lowercase());
            }
        }
    }
    let text = if outside.trim().is_empty() { inside } else { outside };
    let text = text.split_whitespace().collect::<Vec<_>>();
    // A scale such as “1-5” or “1 to 5” at the end is no part of the name.
    let end = match text.as_slice() {
        [.., "1", "to" | "bis", "5"] => text.len() - 3,
        [.., "1", "5"] => text.len() - 2,
        _ => text.len(),
    };
    let text = if end == 0 { &text[..] } else { &text[..end] };
    text.join(" ").replace('ß', "ss")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<Field>) {
        assert_eq!(role_of(name).field, expected, "{name}");
    }

    #[test]
    fn names_are_compared_as_words() {
        check("  TASK* ", Some(Field::Name));
        check("Channel(s)", Some(Field::Channels));
        check("Volume / month", Some(Field::MonthlyVolume));
        check("Data\nSensitivity 1–5", Some(Field::Score(Dimension::DataSensitivity)));
        check("Predictability score", Some(Field::Score(Dimension::Predictability)));
        check("Why this Context Depth", Some(Field::Rationale(Dimension::ContextDepth)));
        check("Rationale: impact of error", Some(Field::Rationale(Dimension::ImpactOfError)));
        check("Tätigkeit", Some(Field::Name));
    }

    #[test]
    fn a_name_that_could_be_two_things_is_neither() {
        check("Impact and sensitivity", None);
        check("Revenue impact", None);
        check("", None);
        check("Column1", None);
    }
}
