//! How the cells of a column are read: what a person answered about it, once for all its cells.

use std::collections::{BTreeMap, HashMap};

use domain::{ColumnKind, Dimension, Field, Rubric, Score};

use super::numbers;
use super::plain::{folded, plain};
use crate::sheet::{Cell, number_text};
use crate::table::{Mapping, shown};
use crate::write::unguarded;

/// Texts that stand where nothing is known.
const NOTHING: [&str; 10] = ["n/a", "na", "-", "–", "—", "?", "tbd", "none", "k. a.", "k.a."];

/// What a person answered about a column. The default answers nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The score that a word means, or a blank, by the word in lower case.
    pub words: BTreeMap<String, Meaning>,
    /// Whether 5 is bad in this column: every score is turned round, 5 to 1.
    pub turned: Option<bool>,
    /// Whether cells that hold no score are left blank.
    pub leave_blank: bool,
    /// What stands before the decimals.
    pub mark: Option<DecimalMark>,
    /// What 70 % is as a number.
    pub percent: Option<Percent>,
}

impl Reading {
    /// Takes down what a word means; nothing takes the answer back.
    pub fn mean(&mut self, word: &str, meaning: Option<Meaning>) {
        match meaning {
            Some(meaning) => drop(self.words.insert(folded(word), meaning)),
            None => drop(self.words.remove(&folded(word))),
        }
    }
}

/// What a word in a column of scores means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// This score.
    Score(Score),
    /// That nothing is known.
    Blank,
}

/// What stands before the decimals of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// 1.5 is one and a half, and 1,500 is fifteen hundred.
    Point,
    /// 1,5 is one and a half, and 1.500 is fifteen hundred.
    Comma,
}

/// What 70 % is in a column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Percent {
    /// 70.
    Whole,
    /// 0.7.
    Fraction,
}

/// A cell as a person would type it.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub text: String,
    /// What stood behind a score, as in “4 - mostly templated”.
    pub rest: Option<String>,
}

/// The words of the rubrics and the scores they stand for, by dimension: folded once for all cells.
#[derive(Debug, Default)]
pub(super) struct Levels([HashMap<String, Score>; 4]);

impl Levels {
    pub fn of(rubrics: &[Rubric]) -> Self {
        let mut levels = Self::default();
        for rubric in rubrics {
            let words = &mut levels.0[rubric.dimension.index()];
            for (level, score) in rubric.levels.iter().zip((Score::MIN..).map_while(Score::new)) {
                let level = folded(level);
                if let Some((head, _)) = level.split_once(':') {
                    words.entry(head.to_owned()).or_insert(score);
                }
                words.entry(level).or_insert(score);
            }
        }
        levels
    }
}

/// Returns a cell as a person would type it into a field.
pub(super) fn typed(
    cell: Cell<'_>,
    (column, field): (u32, Field),
    (mapping, levels): (&Mapping, &Levels),
    mark: Option<DecimalMark>,
) -> Typed {
    let of = |text: String| Typed { text, rest: None };
    match (cell, field) {
        // Nothing to type: the issue says what is missing.
        (Cell::NotCalculated, _) => Typed::default(),
        (Cell::Error(_) | Cell::Date(_) | Cell::Percent(_), Field::Score(_)) => of(shown(cell)),
        (cell, Field::Score(dimension)) => score(cell, (column, dimension), mapping, levels),
        (Cell::Percent(number), field) if is_number(field, mapping) => {
            match mapping.readings.get(&column).and_then(|it| it.percent) {
                Some(Percent::Whole) => of(number_text((number * 1e12).round() / 1e10)),
                Some(Percent::Fraction) => of(number_text(number)),
                None => of(shown(cell)),
            }
        }
        (Cell::Text(text), field) if is_number(field, mapping) => of(numbers::typed(text, mark)),
        // In a number's cell it is kept, refused and mended; in a text it would pass for one.
        (Cell::Error(_), field) if !is_number(field, mapping) => Typed::default(),
        // A day is a day, whatever time stands beside it.
        (Cell::Date(date), field) if kind(field, mapping) == Some(ColumnKind::Date) => {
            of(date.chars().take(10).collect())
        }
        (Cell::Text(text), _) if mapping.is_guarded => of(unguarded(text).to_owned()),
        (cell, _) => of(shown(cell)),
    }
}

fn score(
    cell: Cell<'_>,
    (column, dimension): (u32, Dimension),
    mapping: &Mapping,
    levels: &Levels,
) -> Typed {
    let text = plain(&shown(cell));
    if let Some(meaning) = meaning(mapping, levels, (column, dimension), &text) {
        let text = match meaning {
            Meaning::Score(score) => score.get().to_string(),
            Meaning::Blank => String::new(),
        };
        return Typed { text, rest: None };
    }
    let is_turned = mapping.readings.get(&column).is_some_and(|it| it.turned == Some(true));
    let turned = |text: &str| match text.parse().ok().and_then(Score::new) {
        Some(score) if is_turned => (Score::MIN + Score::MAX - score.get()).to_string(),
        _ => text.to_owned(),
    };
    match level(&text) {
        Some((level, rest)) => Typed { text: turned(&level.to_string()), rest },
        None => Typed { text: turned(&text), rest: None },
    }
}

/// Returns what a word means in a column of scores: as answered, or as the rubric's own wording says.
pub(super) fn meaning(
    mapping: &Mapping,
    levels: &Levels,
    (column, dimension): (u32, Dimension),
    text: &str,
) -> Option<Meaning> {
    let word = folded(text);
    let answered = mapping.readings.get(&column).and_then(|it| it.words.get(&word));
    if let Some(answer) = answered {
        return Some(*answer);
    }
    if NOTHING.contains(&word.as_str()) {
        return Some(Meaning::Blank);
    }
    levels.0[dimension.index()].get(&word).copied().map(Meaning::Score)
}

/// Reads a score with more beside it: “4/5”, “4 (high)”, “4 - mostly templated”.
fn level(text: &str) -> Option<(u8, Option<String>)> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let level: u8 = text[..digits].parse().ok()?;
    Score::new(level)?;
    let after = text[digits..].trim_start();
    let scale = ["/", "of", "out of", "von", "sur", "de"].iter().find_map(|it| {
        let rest = after.strip_prefix(it)?.trim_start().strip_prefix('5')?;
        (!rest.starts_with(|c: char| c.is_alphanumeric())).then_some(rest)
    });
    let begins = |c: char| c.is_alphabetic() || matches!(c, '-' | '–' | '—' | ':' | '(' | '=');
    let rest = match scale {
        Some(rest) => rest,
        None if after.starts_with(begins) => after,
        None => return None,
    };
    let marks = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | '=' | '.');
    let rest = rest.trim_matches(marks);
    let inside = rest.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(rest).trim();
    // “4-5” is two scores, and nobody here knows which.
    if inside.starts_with(|c: char| c.is_ascii_digit()) || rest.is_empty() && scale.is_none() {
        return None;
    }
    Some((level, Some(inside.to_owned()).filter(|it| !it.is_empty())))
}

/// Returns what a custom column holds.
pub(super) fn kind(field: Field, mapping: &Mapping) -> Option<ColumnKind> {
    mapping.columns.iter().find(|it| it.field() == field).map(|it| it.kind)
}

/// Returns whether a field holds numbers other than scores.
pub(super) fn is_number(field: Field, mapping: &Mapping) -> bool {
    matches!(field, Field::MonthlyVolume | Field::MinutesPerItem)
        || kind(field, mapping) == Some(ColumnKind::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u8, Option<&str>)>) {
        let found = level(&plain(text));
        let found = found.as_ref().map(|(level, rest)| (*level, rest.as_deref()));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn what_stands_beside_a_score_is_told_from_it() {
        check("4/5", Some((4, None)));
        check("4 of 5", Some((4, None)));
        check("4 - mostly templated", Some((4, Some("mostly templated"))));
        check("4 (high)", Some((4, Some("high"))));
        check("5: runs from a template", Some((5, Some("runs from a template"))));
        check("４", None);
        check("3/5 – some exceptions", Some((3, Some("some exceptions"))));
    }

    #[test]
    fn two_numbers_or_another_scale_are_no_score() {
        for text in ["4-5", "4/10", "3.5", "3,5", "6 (very high)", "80 %", "4/50", "high", "", "-"]
        {
            check(text, None);
        }
    }
}
