//! What a foreign file holds once it is read: sheets of plain cells.
//!
//! Separate from the readers, so that what finds the table and what judges a cell never learn which
//! format the file had. Texts of a sheet share one arena: five million cells take 120 MB, not 400.

use serde::{Deserialize, Serialize};

mod text_form;
mod warning;

pub use text_form::TextForm;
pub use warning::{Warning, WarningKind};

/// The rows that a spreadsheet's grid has.
pub const MOST_ROWS: u32 = 1_048_576;
/// The columns that a spreadsheet's grid has.
pub const MOST_COLUMNS: u32 = 16_384;

/// The value of one cell, as the file states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'a str),
    /// A number; always finite.
    Number(f64),
    /// A number shown as a percentage: 0.7 is shown as 70 %.
    Percent(f64),
    /// True or false.
    Bool(bool),
    /// A date, a time or both, written as ISO 8601 does.
    Date(&'a str),
    /// An error such as `#REF!`, or a value that the file holds but that no spreadsheet would take.
    Error(&'a str),
    /// A formula whose result was never stored.
    NotCalculated,
}

/// How a sheet is shown in the program that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Visibility {
    /// As a tab.
    #[default]
    Visible,
    /// Hidden; can be shown from a menu.
    Hidden,
    /// Hidden so that only a macro can show it.
    VeryHidden,
}

/// Whether a sheet's cells could be read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SheetState {
    /// They were.
    #[default]
    Read,
    /// It is a chart, a dialogue or a macro sheet and has no cells.
    NotATable,
    /// They could not be, for this reason.
    Unreadable(String),
}

#[derive(Debug, Clone, Copy)]
enum Packed {
    Text { start: u32, length: u32 },
    Date { start: u32, length: u32 },
    Error { start: u32, length: u32 },
    Number(f64),
    Percent(f64),
    Bool(bool),
    NotCalculated,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    row: u32,
    column: u32,
    value: Packed,
}

/// One sheet: its cells in reading order, only those that hold something.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    name: String,
    visibility: Visibility,
    state: SheetState,
    warnings: Vec<Warning>,
    texts: String,
    entries: Vec<Entry>,
    columns: u32,
}

impl Sheet {
    /// Returns a sheet without cells.
    pub fn new(name: impl Into<String>, visibility: Visibility) -> Self {
        Self { name: name.into(), visibility, ..Self::default() }
    }

    /// Returns a sheet of texts, as a clipboard or a table in running text holds them.
    pub fn of_texts(name: &str, rows: &[Vec<String>]) -> Self {
        let mut sheet = Self::new(name, Visibility::Visible);
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                sheet.put(row, column, Cell::Text(text));
            }
        }
        sheet.finish(SheetState::Read, Vec::new(), &[]);
        sheet
    }

    /// Returns the name on its tab.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns how it is shown.
    pub const fn visibility(&self) -> Visibility {
        self.visibility
    }

    /// Returns whether it is hidden, in either way.
    pub fn is_hidden(&self) -> bool {
        self.visibility != Visibility::Visible
    }

    /// Returns whether its cells could be read.
    pub const fn state(&self) -> &SheetState {
        &self.state
    }

    /// Returns what a person should know about it.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Returns how many cells hold something.
    pub const fn filled_cells(&self) -> usize {
        self.entries.len()
    }

    /// Returns one more than the last row that holds something.
    pub fn row_count(&self) -> u32 {
        self.entries.last().map_or(0, |entry| entry.row + 1)
    }

    /// Returns one more than the last column that holds something.
    pub const fn column_count(&self) -> u32 {
        self.columns
    }

    /// Returns a cell by its place, both counted from 0.
    pub fn cell(&self, row: u32, column: u32) -> Cell<'_> {
        self.entries
            .binary_search_by_key(&(row, column), |entry| (entry.row, entry.column))
            .map_or(Cell::Empty, |at| self.unpack(self.entries[at].value))
    }

    /// Returns the rows that hold something, from the top, each with its number counted from 0.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.entries
            .chunk_by(|one, other| one.row == other.row)
            .map(|entries| Row { sheet: self, entries })
    }

    /// Returns the rows from a row on.
    pub fn rows_from(&self, row: u32) -> impl Iterator<Item = Row<'_>> {
        let start = self.entries.partition_point(|entry| entry.row < row);
        self.entries[start..]
            .chunk_by(|one, other| one.row == other.row)
            .map(|entries| Row { sheet: self, entries })
    }

    /// Returns the bytes that its cells and texts take.
    pub(crate) const fn bytes(&self) -> usize {
        self.texts.len() + self.entries.len() * size_of::<Entry>()
    }

    /// Adds a cell; an empty one, or an empty text, adds nothing.
    pub(crate) fn put(&mut self, row: u32, column: u32, cell: Cell<'_>) {
        let value = match cell {
            Cell::Empty | Cell::Text("") => return,
            Cell::Text(text) => {
                let (start, length) = self.keep(text);
                Packed::Text { start, length }
            }
            Cell::Date(text) => {
                let (start, length) = self.keep(text);
                Packed::Date { start, length }
            }
            Cell::Error(text) => {
                let (start, length) = self.keep(text);
                Packed::Error { start, length }
            }
            Cell::Number(number) => Packed::Number(number),
            Cell::Percent(number) => Packed::Percent(number),
            Cell::Bool(value) => Packed::Bool(value),
            Cell::NotCalculated => Packed::NotCalculated,
        };
        self.entries.push(Entry { row, column, value });
    }

    /// Puts the cells in reading order, drops what is stated twice or lies under a merged range.
    pub(crate) fn finish(&mut self, state: SheetState, warnings: Vec<Warning>, merged: &[Merged]) {
        self.state = state;
        self.warnings = warnings;
        let place = |entry: &Entry| (entry.row, entry.column);
        let in_order = self.entries.is_sorted_by(|one, other| place(one) < place(other));
        if !in_order {
            self.entries.sort_by_key(place);
            let mut twice = Vec::new();
            // `dedup_by` keeps the first of a run; the last one counts, so it is moved there.
            self.entries.dedup_by(|next, kept| {
                let same = place(next) == place(kept);
                if same {
                    twice.push(place(next));
                    kept.value = next.value;
                }
                same
            });
            self.warn(WarningKind::StatedTwice, &twice);
        }
        let mut hidden = Vec::new();
        for range in merged {
            let start = self.entries.partition_point(|entry| entry.row < range.top);
            let end = self.entries.partition_point(|entry| entry.row <= range.bottom);
            hidden
                .extend(self.entries[start..end].iter().map(place).filter(|&at| range.covers(at)));
        }
        if !hidden.is_empty() {
            hidden.sort_unstable();
            hidden.dedup();
            self.entries.retain(|entry| hidden.binary_search(&place(entry)).is_err());
            self.warn(WarningKind::UnderMerge, &hidden);
        }
        self.columns = self.entries.iter().map(|entry| entry.column + 1).max().unwrap_or(0);
    }

    fn warn(&mut self, kind: WarningKind, places: &[(u32, u32)]) {
        if let Some(&(row, column)) = places.first() {
            let count = u32::try_from(places.len()).unwrap_or(u32::MAX);
            self.warnings.push(Warning { kind, first: address(row, column), count });
        }
    }

    fn keep(&mut self, text: &str) -> (u32, u32) {
        let start = u32::try_from(self.texts.len()).expect("the readers stop far below 4 GB");
        self.texts.push_str(text);
        (start, u32::try_from(text.len()).expect("the readers stop far below 4 GB"))
    }

    fn unpack(&self, value: Packed) -> Cell<'_> {
        let text = |start: u32, length: u32| {
            let start = start as usize;
            &self.texts[start..start + length as usize]
        };
        match value {
            Packed::Text { start, length } => Cell::Text(text(start, length)),
            Packed::Date { start, length } => Cell::Date(text(start, length)),
            Packed::Error { start, length } => Cell::Error(text(start, length)),
            Packed::Number(number) => Cell::Number(number),
            Packed::Percent(number) => Cell::Percent(number),
            Packed::Bool(value) => Cell::Bool(value),
            Packed::NotCalculated => Cell::NotCalculated,
        }
    }
}

/// A range of cells shown as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Merged {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Merged {
    /// Returns whether a cell lies in the range and is not its top left one, which is shown.
    fn covers(&self, (row, column): (u32, u32)) -> bool {
        (self.top..=self.bottom).contains(&row)
            && (self.left..=self.right).contains(&column)
            && (row, column) != (self.top, self.left)
    }
}

/// A row that holds something.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    entries: &'a [Entry],
}

impl<'a> Row<'a> {
    /// Returns its place, counted from 0.
    pub fn index(&self) -> u32 {
        self.entries[0].row
    }

    /// Returns its cells that hold something, each with its column counted from 0.
    pub fn cells(&self) -> impl Iterator<Item = (u32, Cell<'a>)> + use<'a> {
        let sheet = self.sheet;
        self.entries.iter().map(move |entry| (entry.column, sheet.unpack(entry.value)))
    }

    /// Returns the cell in a column.
    pub fn cell(&self, column: u32) -> Cell<'a> {
        self.entries
            .binary_search_by_key(&column, |entry| entry.column)
            .map_or(Cell::Empty, |at| self.sheet.unpack(self.entries[at].value))
    }
}

/// A file once it is read.
#[derive(Debug, Clone, Default)]
pub struct Workbook {
    /// The name of the file or of where the text came from.
    pub source: String,
    /// What the content turned out to be: “Excel workbook”, “text, UTF-16, tab between columns”.
    pub format: String,
    /// How it was read, if it is a text.
    pub text: Option<TextForm>,
    /// Its sheets, in the order of their tabs.
    pub sheets: Vec<Sheet>,
    /// The memory that the reader took at most, in kilobytes, where the system tells.
    pub reader_peak_kb: u64,
}

/// Returns the name of a cell, `A1` for the first.
pub fn address(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// Returns the letters of a column, `A` for the first.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.extend(char::from_digit((rest - 1) % 26 + 10, 36));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(char::to_ascii_uppercase).collect()
}

/// Returns a number as a person would type it: `4` for 4.0, and no exponent in the common range.
pub fn number_text(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let size = number.abs();
    if (1e-6..1e15).contains(&size) { format!("{number}") } else { format!("{number:E}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        assert_eq!(address(0, 0), "A1");
        assert_eq!(address(13, 2), "C14");
        assert_eq!(column_name(25), "Z");
        assert_eq!(column_name(26), "AA");
        assert_eq!(column_name(16_383), "XFD");
    }

    #[test]
    fn a_whole_number_has_no_decimals() {
        assert_eq!(number_text(4.0), "4");
        assert_eq!(number_text(-0.0), "0");
        assert_eq!(number_text(3.5), "3.5");
        assert_eq!(number_text(1e300), "1E300");
    }

    #[test]
    fn of_a_cell_stated_twice_the_last_counts_and_rows_may_come_in_any_order() {
        let mut sheet = Sheet::new("S", Visibility::Visible);
        sheet.put(2, 0, Cell::Text("c"));
        sheet.put(0, 1, Cell::Number(1.0));
        sheet.put(0, 1, Cell::Number(2.0));
        sheet.finish(SheetState::Read, Vec::new(), &[]);
        assert_eq!(sheet.cell(0, 1), Cell::Number(2.0));
        assert_eq!(sheet.cell(2, 0), Cell::Text("c"));
        assert_eq!(sheet.row_count(), 3);
        assert_eq!(sheet.warnings()[0].kind, WarningKind::StatedTwice);
    }

    #[test]
    fn a_value_under_a_merged_range_is_left_out_and_said() {
        let mut sheet = Sheet::new("S", Visibility::Visible);
        sheet.put(0, 0, Cell::Text("seen"));
        sheet.put(0, 1, Cell::Text("unseen"));
        let range = Merged { top: 0, left: 0, bottom: 0, right: 2 };
        sheet.finish(SheetState::Read, Vec::new(), &[range]);
        assert_eq!(sheet.cell(0, 1), Cell::Empty);
        assert_eq!(sheet.warnings()[0].first, "B1");
    }
}
