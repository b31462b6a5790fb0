//! What a column of another table holds, told from its cells.

use std::collections::BTreeMap;

use domain::ColumnKind;

use super::shown;
use crate::sheet::{Cell, Sheet};

/// More than this are no choices.
const MOST_CHOICES: usize = 12;
/// Longer texts are no choices.
const LONGEST_CHOICE: usize = 40;

/// Guesses which kind of custom column would take what stands below a header, and its choices.
pub fn guess_kind(
    sheet: &Sheet,
    header_row: Option<u32>,
    column: u32,
) -> (ColumnKind, Vec<String>) {
    let first = header_row.map_or(0, |row| row + 1);
    let cells = || {
        let cells = sheet.rows_from(first).map(|row| row.cell(column));
        cells.filter(|cell| !shown(*cell).trim().is_empty())
    };
    let all = |test: fn(Cell<'_>) -> bool| cells().next().is_some() && cells().all(test);
    if all(|cell| matches!(cell, Cell::Date(_))) {
        return (ColumnKind::Date, Vec::new());
    }
    if all(is_number) {
        return (ColumnKind::Number, Vec::new());
    }
    let mut choices: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut count = 0;
    for (place, cell) in cells().enumerate() {
        let text = shown(cell).split_whitespace().collect::<Vec<_>>().join(" ");
        if choices.len() > MOST_CHOICES || text.chars().count() > LONGEST_CHOICE {
            return (ColumnKind::Text, Vec::new());
        }
        choices.entry(text.to_lowercase()).or_insert((place, text));
        count += 1;
    }
    let repeats = count >= 4 && choices.len() * 2 <= count && choices.len() <= MOST_CHOICES;
    if !repeats {
        return (ColumnKind::Text, Vec::new());
    }
    let mut choices: Vec<(usize, String)> = choices.into_values().collect();
    choices.sort_unstable();
    (ColumnKind::Choice, choices.into_iter().map(|(_, text)| text).collect())
}

fn is_number(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(_) | Cell::Percent(_) => true,
        Cell::Text(text) => text.trim().replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], kind: ColumnKind, choices: &[&str]) {
        let rows: Vec<Vec<String>> = ["Header"]
            .iter()
            .chain(cells)
            .map(|cell| vec!["x".to_owned(), (*cell).to_owned()])
            .collect();
        let sheet = Sheet::of_texts("S", &rows);
        let (found, listed) = guess_kind(&sheet, Some(0), 1);
        assert_eq!((found, listed), (kind, choices.iter().map(|it| (*it).to_owned()).collect()));
    }

    #[test]
    fn the_kind_follows_from_what_stands_in_the_column() {
        check(&["10", "2,5", ""], ColumnKind::Number, &[]);
        check(&["EMEA", "emea", "Americas", "EMEA"], ColumnKind::Choice, &["EMEA", "Americas"]);
        check(&["a", "b", "c"], ColumnKind::Text, &[]);
        check(&["007x", "3"], ColumnKind::Text, &[]);
        check(&[], ColumnKind::Text, &[]);
    }
}
