//! What stakeholders object, and what they are answered.

use crate::identity::identity;

identity! {
    /// Identifies an objection for good.
    ObjectionId
}

/// An objection and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Its identity.
    pub id: ObjectionId,
    /// What each field says, in the order of [`ObjectionField::ALL`].
    pub texts: [String; 7],
}

/// What is written down about an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectionField {
    /// Who objects.
    Who,
    /// What they say.
    Objection,
    /// What they are answered.
    Answer,
    /// What a pilot will show, and where its results are published.
    Pilot,
    /// Whose work changes.
    Person,
    /// What they do now.
    From,
    /// What they will oversee instead.
    To,
}

impl ObjectionField {
    /// Every field, in its order.
    pub const ALL: [Self; 7] =
        [Self::Who, Self::Objection, Self::Answer, Self::Pilot, Self::Person, Self::From, Self::To];

    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Objection => "objection",
            Self::Answer => "answer",
            Self::Pilot => "pilot",
            Self::Person => "person",
            Self::From => "from",
            Self::To => "to",
        }
    }

    /// Returns the field with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Returns what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Who => "Raised by",
            Self::Objection => "Objection",
            Self::Answer => "Our answer",
            Self::Pilot => "What the pilot will show",
            Self::Person => "Whose work changes",
            Self::From => "From doing",
            Self::To => "To overseeing",
        }
    }
}

impl Objection {
    /// Returns an objection that says nothing yet.
    pub fn blank(id: ObjectionId) -> Self {
        Self { id, texts: Default::default() }
    }

    /// Returns what a field says.
    pub fn text(&self, field: ObjectionField) -> &str {
        &self.texts[field as usize]
    }

    /// Makes a field say something else.
    pub fn put(&mut self, field: ObjectionField, text: String) {
        self.texts[field as usize] = text;
    }

    /// Returns the three that come up most, each with an answer to start from.
    pub fn usual(mut new_id: impl FnMut() -> ObjectionId) -> Vec<Self> {
        let made = USUAL.iter().map(|texts| Self { id: new_id(), texts: texts.map(str::to_owned) });
        made.collect()
    }
}

/// The objections that come up most, in the order of the fields.
const USUAL: [[&str; 7]; 3] = [
    [
        "",
        "This will cost us our jobs.",
        "The work that goes is the sorting and copying. Somebody has to watch what the automation does, take its exceptions and decide what it may not: that is given to the people who know the work.",
        "How many hours the pilot frees, and what they went into. Published to the whole team when it ends.",
        "",
        "Sorting and answering by hand",
        "Exceptions, samples of what the automation did, and strategy",
    ],
    [
        "",
        "It will make mistakes, and we will answer for them.",
        "It starts in shadow, where nothing goes out. It goes on only if its accuracy holds a target that was written down before, and everything that it is unsure of goes to a person.",
        "Accuracy against the target, with the number of cases and the interval, week by week.",
        "",
        "Doing every case",
        "Checking the uncertain ones, and correcting the rules",
    ],
    [
        "",
        "Nobody can explain what it does.",
        "Every component has a model card of one page: what it reads, how sure it must be, when it asks a person. What it decided is logged with its confidence.",
        "The cards, and a sample of decisions with the reason of each.",
        "",
        "",
        "",
    ],
];

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_usual_ones_have_an_objection_and_an_answer() {
        let usual = Objection::usual(|| ObjectionId::new(Uuid::nil()));
        assert_eq!(usual.len(), 3);
        for objection in usual {
            assert!(!objection.text(ObjectionField::Objection).is_empty());
            assert!(!objection.text(ObjectionField::Answer).is_empty());
        }
    }

    #[test]
    fn a_field_reads_back_from_its_key() {
        let all = ObjectionField::ALL;
        assert!(all.iter().all(|field| ObjectionField::from_key(field.key()) == Some(*field)));
    }
}
