//! What a card asks.

use engine::domain::card::{self, CardField as DomainField, Kind, PRESETS, Source, form};
use serde::Serialize;
use specta::Type;

/// What a card asks, section by section, and the cards to start from.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardForm {
    pub sections: Vec<CardSection>,
    pub presets: Vec<CardPreset>,
}

/// A part of the card.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardSection {
    pub key: &'static str,
    pub title: &'static str,
    pub about: &'static str,
    pub fields: Vec<CardField>,
}

/// One thing that a card asks.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardField {
    pub key: &'static str,
    pub label: &'static str,
    pub why: &'static str,
    pub example: &'static str,
    pub kind: CardKind,
    /// What can be chosen; for a choice only.
    pub choices: Vec<CardChoice>,
    /// What each item answers; for a list only.
    pub columns: Vec<CardField>,
    /// When a card is incomplete without it, as a sentence.
    pub rule: Option<&'static str>,
    /// Whether Trilane answers it.
    pub is_filled: bool,
}

/// What an answer looks like.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CardKind {
    Line,
    Text,
    Prompt,
    Day,
    Number,
    Choice,
    List,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Serialize, Type)]
pub struct CardChoice {
    pub key: &'static str,
    pub words: &'static str,
}

/// A card to start from.
#[derive(Debug, Clone, Serialize, Type)]
pub struct CardPreset {
    pub key: &'static str,
    pub title: &'static str,
}

impl CardForm {
    /// Returns the form; it is the same for every card.
    pub fn new() -> Self {
        let sections = form::SECTIONS.into_iter().map(CardSection::from).collect();
        let presets = PRESETS.into_iter().map(|it| CardPreset { key: it.key, title: it.title });
        Self { sections, presets: presets.collect() }
    }
}

impl From<card::Section> for CardSection {
    fn from(section: card::Section) -> Self {
        let card::Section { key, title, about, fields } = section;
        Self { key, title, about, fields: fields.iter().map(CardField::from).collect() }
    }
}

impl From<&DomainField> for CardField {
    fn from(field: &DomainField) -> Self {
        let choices = match field.kind {
            Kind::Choice(choices) => choices,
            _ => &[],
        };
        Self {
            key: field.key,
            label: field.label,
            why: field.why,
            example: field.example,
            kind: field.kind.into(),
            choices: choices.iter().map(|&(key, words)| CardChoice { key, words }).collect(),
            columns: field.columns().unwrap_or(&[]).iter().map(Self::from).collect(),
            rule: field.needed.rule(),
            is_filled: field.source == Source::Workspace,
        }
    }
}

impl From<Kind> for CardKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Line => Self::Line,
            Kind::Text => Self::Text,
            Kind::Prompt => Self::Prompt,
            Kind::Day => Self::Day,
            Kind::Number => Self::Number,
            Kind::Choice(_) => Self::Choice,
            Kind::List(_) => Self::List,
        }
    }
}
