//! What is asked about the columns of an import, once each.

use engine::domain::Score;
use engine::import::{Answer, Import};
use engine::spreadsheet::draft::{DecimalMark, Meaning, Percent, Question, QuestionKind};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A question about a column, with what was answered.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportQuestion {
    pub column: u32,
    pub about: ImportAbout,
    pub sentence: String,
    /// Whether the answer is the one of an earlier import.
    pub remembered: bool,
    /// The words that it is about, where it is about any.
    pub words: Vec<ImportWord>,
    pub turned: Option<bool>,
    pub leave_blank: bool,
    pub mark: Option<ImportMark>,
    pub percent: Option<ImportPercent>,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportAbout {
    Words,
    Scale,
    NoScore,
    Mark,
    Percent,
}

/// A word in a column of scores.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportWord {
    pub word: String,
    pub cells: u32,
    /// Whether it is known what it means: a score, or else a blank.
    pub known: bool,
    pub score: Option<u8>,
}

/// What stands before decimals.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportMark {
    Point,
    Comma,
}

/// What a percentage is as a number.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportPercent {
    Whole,
    Fraction,
}

/// What the user says about a column.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum ImportAnswer {
    Word { word: String, known: bool, score: Option<u8> },
    Scale { turned: bool },
    NoScore { blank: bool },
    Mark { mark: ImportMark },
    Percent { percent: ImportPercent },
}

impl ImportQuestion {
    /// Describes a question of an import.
    pub fn of(question: &Question, import: &Import) -> Self {
        let reading = import.reading(question.column).cloned().unwrap_or_default();
        let (about, words) = match &question.kind {
            QuestionKind::Words(words) => (ImportAbout::Words, words.as_slice()),
            QuestionKind::Scale => (ImportAbout::Scale, &[][..]),
            QuestionKind::NoScore(_) => (ImportAbout::NoScore, &[][..]),
            QuestionKind::Mark(_) => (ImportAbout::Mark, &[][..]),
            QuestionKind::Percent(_) => (ImportAbout::Percent, &[][..]),
        };
        let words = words.iter().map(|word| ImportWord {
            word: word.word.clone(),
            cells: word.cells,
            known: word.meaning.is_some(),
            score: match word.meaning {
                Some(Meaning::Score(score)) => Some(score.get()),
                Some(Meaning::Blank) | None => None,
            },
        });
        Self {
            column: question.column,
            about,
            sentence: question.sentence(),
            remembered: import.is_recalled(question),
            words: words.collect(),
            turned: reading.turned,
            leave_blank: reading.leave_blank,
            mark: reading.mark.map(|mark| match mark {
                DecimalMark::Point => ImportMark::Point,
                DecimalMark::Comma => ImportMark::Comma,
            }),
            percent: reading.percent.map(|percent| match percent {
                Percent::Whole => ImportPercent::Whole,
                Percent::Fraction => ImportPercent::Fraction,
            }),
        }
    }
}

impl From<ImportAnswer> for Answer {
    fn from(answer: ImportAnswer) -> Self {
        match answer {
            ImportAnswer::Word { word, known, score } => {
                let meaning = score.and_then(Score::new).map_or(Meaning::Blank, Meaning::Score);
                Self::Word(word, known.then_some(meaning))
            }
            ImportAnswer::Scale { turned } => Self::Turned(turned),
            ImportAnswer::NoScore { blank } => Self::LeaveBlank(blank),
            ImportAnswer::Mark { mark: ImportMark::Point } => Self::Mark(DecimalMark::Point),
            ImportAnswer::Mark { mark: ImportMark::Comma } => Self::Mark(DecimalMark::Comma),
            ImportAnswer::Percent { percent: ImportPercent::Whole } => {
                Self::Percent(Percent::Whole)
            }
            ImportAnswer::Percent { percent: ImportPercent::Fraction } => {
                Self::Percent(Percent::Fraction)
            }
        }
    }
}
