//! What a column cannot say by itself and a person answers once: never guessed, never asked by the cell.

use std::collections::BTreeMap;

use domain::{Field, Score, figures};

use super::ColumnMarks;
use super::numbers::Marks;
use super::plain::{folded, plain};
use super::reading::{Levels, Meaning, is_number, meaning, typed};
use super::{Issue, IssueKind};
use crate::sheet::{Cell, Sheet};
use crate::table::{Mapping, shown};

/// A column with more words than this holds no levels.
const MOST_WORDS: usize = 12;

/// A question about a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The column, counted from 0.
    pub column: u32,
    /// What it is called.
    pub name: String,
    /// The field it fills.
    pub field: Field,
    /// How many cells it is about.
    pub cells: u32,
    /// What is asked.
    pub kind: QuestionKind,
}

/// What is asked about a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKind {
    /// Which score each word means.
    Words(Vec<LevelWord>),
    /// Whether 5 is bad in it.
    Scale,
    /// Whether cells that hold no score are left blank.
    NoScore(String),
    /// What stands before the decimals, with an example.
    Mark(String),
    /// What a percentage is as a number, with an example.
    Percent(String),
}

/// A word in a column of scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelWord {
    /// As it is first written.
    pub word: String,
    /// How many cells hold it.
    pub cells: u32,
    /// The score or the blank that it means, where that is known.
    pub meaning: Option<Meaning>,
}

impl Question {
    /// Returns what is asked, in words.
    pub fn sentence(&self) -> String {
        let Self { name, cells, kind, field, .. } = self;
        let cells =
            if *cells == 1 { "1 cell".to_owned() } else { format!("{} cells", figures(*cells)) };
        match kind {
            QuestionKind::Words(_) => format!(
                "“{name}” holds words in {cells}. Which score from 1 to 5 does each mean? Here 5 is the safe end."
            ),
            QuestionKind::Scale => format!(
                "A high “{name}” usually is bad, and a {} of 5 is safe here. Turn its scores round, 5 to 1 and 4 to 2?",
                field.name()
            ),
            QuestionKind::NoScore(example) => format!(
                "“{name}” holds no whole number from 1 to 5 in {cells}, such as “{example}”. Nothing is rounded."
            ),
            QuestionKind::Mark(example) => {
                format!("“{name}” holds “{example}”. Is that more than a thousand, or a fraction?")
            }
            QuestionKind::Percent(example) => {
                format!("“{name}” holds percentages, such as {example}. Which number is that?")
            }
        }
    }

    /// Returns whether it is still open what a cell with this problem means, so that the problem is said here.
    pub fn is_open_about(&self, issue: &Issue) -> bool {
        match &self.kind {
            QuestionKind::Words(words) => {
                let found = folded(&issue.found);
                words.iter().any(|it| it.meaning.is_none() && folded(&it.word) == found)
            }
            QuestionKind::Mark(_) => issue.kind == IssueKind::Ambiguous,
            QuestionKind::Scale | QuestionKind::NoScore(_) | QuestionKind::Percent(_) => false,
        }
    }

    /// Returns whether an import has to wait for the answer: without it a cell would be guessed.
    pub const fn must_be_answered(&self) -> bool {
        matches!(self.kind, QuestionKind::Mark(_))
    }
}

/// Returns the questions about the columns of a sheet, answered or not, from left to right.
///
/// `rows` are those that are read, from the top: the figures of totals and averages are no scores.
pub(super) fn questions(
    sheet: &Sheet,
    (mapping, levels): (&Mapping, &Levels),
    marks: &ColumnMarks,
    rows: &[u32],
) -> Vec<Question> {
    let mut result = Vec::new();
    for (&column, &field) in &mapping.fields {
        let name = name(sheet, mapping, column);
        let mut ask = |cells: u32, kind: QuestionKind| {
            result.push(Question { column, name: name.clone(), field, cells, kind });
        };
        if let Field::Score(dimension) = field {
            if speaks_of_harm(&name) {
                ask(0, QuestionKind::Scale);
            }
            let found = texts(sheet, mapping, (column, field), rows);
            let words = found.words.into_values().map(|(word, cells)| LevelWord {
                meaning: meaning(mapping, levels, (column, dimension), &word),
                word,
                cells,
            });
            let words: Vec<LevelWord> = words.collect();
            if !words.is_empty() && words.len() <= MOST_WORDS {
                ask(words.iter().map(|it| it.cells).sum(), QuestionKind::Words(words));
            }
            if let Some((example, cells)) = found.no_score {
                ask(cells, QuestionKind::NoScore(example));
            }
        } else if is_number(field, mapping) {
            if let Some(Marks::Open(cells, example)) = marks.get(&column) {
                ask(*cells, QuestionKind::Mark(example.clone()));
            }
            if matches!(field, Field::Custom(_))
                && let Some((example, cells)) = percentages(sheet, mapping, column)
            {
                ask(cells, QuestionKind::Percent(example));
            }
        }
    }
    result
}

/// What a column of scores holds besides scores.
#[derive(Default)]
struct Found {
    words: BTreeMap<String, (String, u32)>,
    no_score: Option<(String, u32)>,
}

fn texts(sheet: &Sheet, mapping: &Mapping, (column, field): (u32, Field), rows: &[u32]) -> Found {
    let mut found = Found::default();
    // Answers change what is typed, so that they are set aside to see what is asked about.
    let unanswered = Mapping { readings: BTreeMap::new(), ..mapping.clone() };
    let no_levels = Levels::default();
    let first = mapping.header_row.map_or(0, |row| row + 1);
    for row in sheet.rows_from(first) {
        let cell = row.cell(column);
        if mapping.mends.contains_key(&(row.index(), column)) {
            continue;
        }
        let is_plain = matches!(cell, Cell::Text(_) | Cell::Number(_) | Cell::Percent(_));
        if !is_plain || rows.binary_search(&row.index()).is_err() {
            continue;
        }
        let text = typed(cell, (column, field), (&unanswered, &no_levels), None).text;
        if text.parse::<u8>().is_ok_and(|it| Score::new(it).is_some()) {
            continue;
        }
        let text = plain(&shown(cell));
        let is_sign = |c: char| matches!(c, '+' | '-') && text.len() > 1;
        if text.starts_with(|c: char| c.is_ascii_digit() || is_sign(c)) {
            found.no_score.get_or_insert_with(|| (text.clone(), 0)).1 += 1;
        } else if (1..=60).contains(&text.chars().count()) {
            found.words.entry(folded(&text)).or_insert_with(|| (text.clone(), 0)).1 += 1;
        }
    }
    found
}

fn percentages(sheet: &Sheet, mapping: &Mapping, column: u32) -> Option<(String, u32)> {
    let first = mapping.header_row.map_or(0, |row| row + 1);
    let rows = sheet.rows_from(first);
    let mut cells =
        rows.map(|row| row.cell(column)).filter(|cell| matches!(cell, Cell::Percent(_)));
    let example = shown(cells.next()?);
    Some((example, u32::try_from(cells.count() + 1).unwrap_or(u32::MAX)))
}

fn name(sheet: &Sheet, mapping: &Mapping, column: u32) -> String {
    let named = mapping.header_row.map_or(Cell::Empty, |row| sheet.cell(row, column));
    let text = plain(&shown(named));
    if text.is_empty() { format!("Column {}", crate::sheet::column_name(column)) } else { text }
}

/// Returns whether a column's name says that more of it is worse.
fn speaks_of_harm(name: &str) -> bool {
    let name = folded(name);
    let words =
        ["risk", "severity", "criticality", "danger", "harm", "complexity", "= bad", "=bad"];
    words.iter().any(|word| name.contains(word))
        || name.contains("5 = high")
        || name.contains("5=high")
        || name.contains("risiko")
}
