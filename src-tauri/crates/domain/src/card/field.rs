//! What a card asks: a field, its words, and when it is needed.

use crate::Lane;

/// A part of the card, in the order in which the card is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Its stable name.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// What it asks.
    pub fields: &'static [CardField],
}

/// One thing that a card asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardField {
    /// Its stable name: in files, in the trail and in exports.
    pub key: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Why a card asks it, in a sentence.
    pub why: &'static str,
    /// An answer that somebody could have given.
    pub example: &'static str,
    /// What an answer looks like.
    pub kind: Kind,
    /// When a card is incomplete without it.
    pub needed: Needed,
    /// Who answers it.
    pub source: Source,
}

/// What an answer looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text of one line.
    Line,
    /// A text of many lines.
    Text,
    /// A prompt: many lines, told with their SHA-256.
    Prompt,
    /// A day, as 2026-12-31.
    Day,
    /// A number, with a decimal point.
    Number,
    /// One of these: key and words.
    Choice(&'static [(&'static str, &'static str)]),
    /// Items that each answer the same fields, none of which is a list.
    List(&'static [CardField]),
}

/// When a card is incomplete without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// Never.
    Never,
    /// Whatever it serves.
    Always,
    /// Where it serves a task that AI runs, alone or with a person who decides.
    WithAi,
    /// Where it serves a task in the lane Automate.
    ToAutomate,
    /// Where it serves a task in the lane Hybrid.
    ForHybrid,
}

/// Who answers a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A person.
    Person,
    /// Trilane, from what the workspace knows, until a version is frozen.
    Workspace,
}

impl Needed {
    /// Returns whether a card that serves a task in this lane needs the answer; no task, no lane.
    pub const fn in_lane(self, lane: Option<Lane>) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::WithAi => matches!(lane, Some(Lane::Automate | Lane::Hybrid)),
            Self::ToAutomate => matches!(lane, Some(Lane::Automate)),
            Self::ForHybrid => matches!(lane, Some(Lane::Hybrid)),
        }
    }

    /// Returns the rule as a sentence, or nothing where there is none.
    pub const fn rule(self) -> Option<&'static str> {
        match self {
            Self::Never => None,
            Self::Always => Some("Every card answers this."),
            Self::WithAi => Some("Needed where AI works on a task: Automate and Hybrid."),
            Self::ToAutomate => Some("Needed in the lane Automate: nobody sees each result."),
            Self::ForHybrid => Some("Needed in the lane Hybrid: a person decides each case."),
        }
    }
}

impl CardField {
    /// A field that a person answers in one line and need not.
    pub const fn line(key: &'static str, label: &'static str) -> Self {
        Self {
            key,
            label,
            why: "",
            example: "",
            kind: Kind::Line,
            needed: Needed::Never,
            source: Source::Person,
        }
    }

    /// The field with another kind of answer.
    #[must_use]
    pub const fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The field with many lines.
    #[must_use]
    pub const fn text(self) -> Self {
        self.kind(Kind::Text)
    }

    /// The field with the reason why a card asks it.
    #[must_use]
    pub const fn why(self, why: &'static str) -> Self {
        Self { why, ..self }
    }

    /// The field with an answer that somebody could have given.
    #[must_use]
    pub const fn such_as(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    /// The field, needed.
    #[must_use]
    pub const fn needed(self, needed: Needed) -> Self {
        Self { needed, ..self }
    }

    /// The field, answered by the workspace.
    #[must_use]
    pub const fn filled(self) -> Self {
        Self { source: Source::Workspace, ..self }
    }

    /// Returns the fields of its items, where it is a list.
    pub const fn columns(&self) -> Option<&'static [Self]> {
        match self.kind {
            Kind::List(columns) => Some(columns),
            _ => None,
        }
    }

    /// Returns an answer in words: what a choice is called, or else the answer itself.
    pub fn words<'a>(&self, answer: &'a str) -> &'a str
    where
        'static: 'a,
    {
        match self.kind {
            Kind::Choice(choices) => {
                choices.iter().find(|(key, _)| *key == answer).map_or(answer, |(_, words)| words)
            }
            _ => answer,
        }
    }
}
