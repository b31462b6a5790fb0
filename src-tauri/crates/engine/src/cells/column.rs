//! The columns of the worksheet, and what their cells show.

use domain::{Composite, DecisionState, Field, Lane, Score};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::sheet::Entry;

/// A column of the worksheet: a field, or one that is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A field that people fill in.
    Field(Field),
    /// The sum of the scores.
    Composite,
    /// The lane that counts.
    Lane,
    /// The lane that the sum recommends.
    Recommended,
    /// What a person decided.
    Decision,
    /// How firmly the recommendation holds.
    Stability,
    /// The hours that people spend on the task each month.
    Hours,
}

impl Column {
    /// The columns that are worked out, with their keys.
    const DERIVED: [(&str, Self); 6] = [
        ("composite", Self::Composite),
        ("lane", Self::Lane),
        ("recommended", Self::Recommended),
        ("decision", Self::Decision),
        ("stability", Self::Stability),
        ("hours", Self::Hours),
    ];

    /// Returns the column with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        let derived = Self::DERIVED.into_iter().find(|(name, _)| *name == key);
        derived.map(|(_, column)| column).or_else(|| Field::from_key(key).map(Self::Field))
    }

    /// Returns what the cell of a task shows.
    pub fn shown_text(self, entry: &Entry<'_>) -> String {
        let lane = |lane: Option<Lane>| lane.map_or_else(String::new, |it| it.name().to_owned());
        match self {
            Self::Field(field) => entry.task.shown_text(field),
            Self::Composite => entry
                .task
                .composite()
                .map_or_else(String::new, |sum: Composite| sum.get().to_string()),
            Self::Lane => lane(entry.standing.lane),
            Self::Recommended => lane(entry.standing.recommended),
            Self::Decision => decision_text(entry),
            Self::Stability => entry
                .standing
                .stability
                .map_or_else(String::new, |it| format!("{} of {}", it.kept, it.neighbours)),
            Self::Hours => {
                entry.task.hours_per_month().map_or_else(String::new, |it| format!("{it:.1}"))
            }
        }
    }

    /// Returns the values of a cell: the items of a list, or its text; none where it is blank.
    pub fn values(self, entry: &Entry<'_>) -> Vec<String> {
        match self {
            Self::Field(Field::Channels) => entry.task.channels.clone(),
            Self::Field(Field::DownstreamSystems) => entry.task.downstream_systems.clone(),
            Self::Field(Field::Tags) => entry.task.tags.clone(),
            _ => Some(self.shown_text(entry)).filter(|text| !text.is_empty()).into_iter().collect(),
        }
    }

    /// Returns the number of a cell; nothing where it holds none, or a refused text.
    pub fn number(self, entry: &Entry<'_>) -> Option<f64> {
        let Entry { task, standing, .. } = entry;
        match self {
            Self::Field(field) if task.rejected.contains_key(&field) => None,
            Self::Field(Field::Score(dimension)) => {
                task.scores.get(dimension).map(Score::get).map(f64::from)
            }
            Self::Field(Field::MonthlyVolume) => task.monthly_volume.map(f64::from),
            Self::Field(Field::MinutesPerItem) => task.minutes_per_item,
            Self::Field(Field::Custom(column)) => task.custom.get(&column)?.parse().ok(),
            Self::Field(_) | Self::Decision => None,
            Self::Composite => task.composite().map(Composite::get).map(f64::from),
            Self::Lane => standing.lane.map(freedom),
            Self::Recommended => standing.recommended.map(freedom),
            Self::Stability => {
                standing.stability.map(|it| f64::from(it.kept) / f64::from(it.neighbours))
            }
            Self::Hours => task.hours_per_month(),
        }
    }

    /// Returns whether its cells are told apart by a number and not by their text.
    pub const fn is_number(self) -> bool {
        match self {
            Self::Field(field) => {
                matches!(field, Field::Score(_) | Field::MonthlyVolume | Field::MinutesPerItem)
            }
            Self::Decision => false,
            Self::Composite | Self::Lane | Self::Recommended | Self::Stability | Self::Hours => {
                true
            }
        }
    }
}

/// Returns a lane as a number: more freedom for AI, larger.
fn freedom(lane: Lane) -> f64 {
    f64::from(lane as u8)
}

fn decision_text(entry: &Entry<'_>) -> String {
    let Some((decision, state)) = entry.task.decision.as_ref().zip(entry.standing.decision) else {
        return String::new();
    };
    let name = decision.lane.name();
    match state {
        DecisionState::Holds => name.to_owned(),
        DecisionState::Stale => format!("{name}, scores changed since"),
        DecisionState::Expired => format!("{name}, expired"),
    }
}

/// Returns a text as it is compared: without case and without accents.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_tell_texts_apart() {
        assert_eq!(fold("Réponse ÄÖ"), "reponse ao");
        assert_eq!(fold("E-Mail"), "e-mail");
        assert_eq!(fold("مرحبا"), "مرحبا");
    }
}
