//! Where everything stands on the sheet of tasks, and how formulas speak of it.
//!
//! Up to some thousand tasks the sheet is a table, whose formulas read like sentences and which Excel
//! makes longer by itself. Beyond that plain cells under a filter do: `rust_xlsxwriter` notes every cell
//! of a table to refuse another over it, and writes the formulas of a table's columns into all rows
//! before the first of them leaves memory. Both grow with the tasks, and neither can be turned off.

use domain::{CustomColumn, Dimension, Field};

use crate::layout::{self, Column};
use crate::sheet::column_name;

/// The most tasks in a table.
pub(super) const MOST_IN_TABLE: u32 = 5_000;

/// Stands for the number of a row of the matrix in the text of a formula.
pub(super) const ROW: char = '\u{1}';
/// Stands for the number of the formula's own row, on another sheet.
pub(super) const OWN_ROW: char = '\u{2}';

/// A formula for any row, cut where the number of a row belongs.
#[derive(Debug, Clone)]
pub(super) struct Template {
    /// What stands before a number, and which of the two it is.
    pieces: Vec<(String, char)>,
    end: String,
}

impl Template {
    pub fn new(text: impl Into<String>) -> Self {
        let mut end = text.into();
        let mut pieces = Vec::new();
        while let Some((before, after)) = end.split_once([ROW, OWN_ROW]) {
            let number = if end[before.len()..].starts_with(ROW) { ROW } else { OWN_ROW };
            pieces.push((before.to_owned(), number));
            end = after.to_owned();
        }
        Self { pieces, end }
    }

    /// Returns the formula for a row by its number as the sheet shows it.
    pub fn at(&self, row: u32) -> String {
        self.at_both(row, row)
    }

    /// Returns the formula for a row of another sheet that speaks of a row of the matrix.
    pub fn at_both(&self, row: u32, own: u32) -> String {
        let [row, own] = [row, own].map(|it| it.to_string());
        let mut text = String::with_capacity(256);
        for (before, number) in &self.pieces {
            text.push_str(before);
            text.push_str(if *number == ROW { &row } else { &own });
        }
        text + &self.end
    }
}

/// The columns of the sheet of tasks, with their headers and how far down they reach.
#[derive(Debug)]
pub(super) struct Plan {
    pub columns: Vec<Column>,
    pub headers: Vec<String>,
    /// Rows below the header, at least one.
    pub rows: u32,
    pub is_table: bool,
}

impl Plan {
    pub fn new(custom: &[CustomColumn], rows: u32) -> Self {
        let columns = Column::with(custom);
        let mut headers: Vec<String> = Vec::with_capacity(columns.len());
        for column in &columns {
            let own = custom.iter().find(|it| Column::Field(it.field()) == *column);
            let name = own.map_or(column.header(), |it| &it.name);
            headers.push(free_name(name, own.is_some(), &headers));
        }
        Self { columns, headers, rows: rows.max(1), is_table: rows <= MOST_IN_TABLE }
    }

    /// Returns where a column stands, counted from 0.
    pub fn place(&self, column: Column) -> u16 {
        let place = self.columns.iter().position(|&other| other == column);
        place.and_then(|place| u16::try_from(place).ok()).expect("every column is in the plan")
    }

    /// Returns the cell of a column in the same row.
    pub fn here(&self, column: Column) -> String {
        if self.is_table {
            format!("{}[[#This Row],[{}]]", layout::TASKS, column.header())
        } else {
            format!("{}{ROW}", self.letters(column))
        }
    }

    /// Returns the four scores in the same row.
    pub fn scores(&self) -> String {
        let [first, last] = ends();
        if self.is_table {
            let (first, last) = (first.header(), last.header());
            format!("{}[[#This Row],[{first}]:[{last}]]", layout::TASKS)
        } else {
            format!("{}{ROW}:{}{ROW}", self.letters(first), self.letters(last))
        }
    }

    /// Returns all cells of a column, as another sheet speaks of them.
    pub fn all(&self, column: Column) -> String {
        if self.is_table {
            format!("{}[{}]", layout::TASKS, column.header())
        } else {
            let letters = self.letters(column);
            format!("{}!${letters}$2:${letters}${}", layout::MATRIX, self.rows + 1)
        }
    }

    /// Returns the cell of a column in a row, as another sheet speaks of it.
    pub fn there(&self, column: Column) -> String {
        format!("{}!${}{ROW}", layout::MATRIX, self.letters(column))
    }

    /// Returns the four scores in a row, as another sheet speaks of them.
    pub fn scores_there(&self) -> String {
        let [first, last] = ends();
        format!("{}:${}{ROW}", self.there(first), self.letters(last))
    }

    /// Returns the names of the four dimensions, as another sheet speaks of them.
    pub fn names_there(&self) -> String {
        let [first, last] = ends().map(|column| self.letters(column));
        format!("{}!${first}$1:${last}$1", layout::MATRIX)
    }

    fn letters(&self, column: Column) -> String {
        column_name(u32::from(self.place(column)))
    }
}

/// Returns the column of a score.
pub(super) const fn score(dimension: Dimension) -> Column {
    Column::Field(Field::Score(dimension))
}

fn ends() -> [Column; 2] {
    [Dimension::ALL[0], Dimension::ALL[3]].map(score)
}

/// Returns a header that no other column has, or Excel would not open the table.
fn free_name(name: &str, is_custom: bool, taken: &[String]) -> String {
    let is_taken = |name: &str| {
        let same = |other: &str| other.to_lowercase() == name.to_lowercase();
        taken.iter().any(|other| same(other))
            || is_custom && Column::all().iter().any(|column| same(column.header()))
    };
    let name = super::text::cell(name).0.chars().take(200).collect::<String>();
    if !is_taken(&name) {
        return name;
    }
    let numbered = |number: usize| format!("{name} ({number})");
    // One of so many is free, because fewer are taken.
    (2..=taken.len() + 40).map(numbered).find(|it| !is_taken(it)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use domain::{ColumnId, ColumnKind};

    use super::*;

    #[test]
    fn a_column_named_like_one_of_ours_gets_a_number() {
        let column = |name: &str, id: u128| CustomColumn {
            id: ColumnId::new(uuid::Uuid::from_u128(id)),
            name: name.into(),
            kind: ColumnKind::Text,
            choices: Vec::new(),
        };
        let plan = Plan::new(&[column("sum", 1), column("Region", 2)], 3);
        assert!(plan.headers.iter().any(|it| it == "sum (2)"));
        assert!(plan.headers.iter().any(|it| it == "Region"));
    }

    #[test]
    fn formulas_read_like_sentences_until_there_are_too_many_rows() {
        let [small, large] = [9, MOST_IN_TABLE + 1].map(|rows| Plan::new(&[], rows));
        assert_eq!(small.here(Column::Sum), "Tasks[[#This Row],[Sum]]");
        assert_eq!(Template::new(large.here(Column::Sum)).at(7), "H7");
        assert_eq!(large.all(Column::Sum), "Matrix!$H$2:$H$5002");
        assert_eq!(Template::new(small.scores_there()).at(9), "Matrix!$D9:$G9");
    }
}
