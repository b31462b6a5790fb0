//! What of a sheet becomes no draft, and the sentences that say so.
//!
//! Nothing is dropped silently: totals, repeated headers, notes below the table and columns that no
//! field takes are each counted and named.

use domain::{Field, TaskId, figures};

use super::unmapped;
use crate::sheet::{Cell, Row, Sheet, Warning, WarningKind, column_name};
use crate::table::Mapping;

mod digits;
mod units;

/// The most row numbers that one sentence lists.
const MOST_LISTED: usize = 8;

/// Counts rows that are left out.
pub(super) struct Leftovers<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    name: Option<u32>,
    /// The names in the header of the columns that are brought in.
    names: Vec<(u32, &'a str)>,
    expected: u32,
    after_gap: bool,
    blank: u32,
    other_columns: u32,
    units: Vec<u32>,
    totals: Vec<u32>,
    headers: Vec<u32>,
    remarks: Vec<u32>,
}

impl<'a> Leftovers<'a> {
    pub fn new(sheet: &'a Sheet, mapping: &'a Mapping) -> Self {
        let named = |&column: &u32| match sheet.cell(mapping.header_row?, column) {
            Cell::Text(name) => Some((column, name)),
            _ => None,
        };
        Self {
            sheet,
            mapping,
            names: mapping.fields.keys().filter_map(named).collect(),
            name: mapping.fields.iter().find(|&(_, &it)| it == Field::Name).map(|(&it, _)| it),
            expected: mapping.header_row.map_or(0, |row| row + 1),
            after_gap: false,
            blank: 0,
            other_columns: 0,
            units: Vec::new(),
            totals: Vec::new(),
            headers: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Returns whether a row is no task, and remembers why.
    pub fn takes(&mut self, row: &Row<'_>) -> bool {
        let gap = row.index() - self.expected;
        self.blank += gap;
        self.after_gap = gap > 0;
        self.expected = row.index() + 1;
        let number = row.index() + 1;
        let has_text = |cell: Cell<'_>| match cell {
            Cell::Empty => false,
            Cell::Text(text) => !text.trim().is_empty(),
            _ => true,
        };
        let filled = self.mapping.fields.keys().filter(|&&it| has_text(row.cell(it))).count();
        if self.is_ours(row) {
            return false;
        }
        if filled == 0 {
            if row.cells().all(|(_, cell)| !has_text(cell)) {
                self.blank += 1;
                self.expected = row.index() + 1;
            } else if self.is_derived(row) {
                // Formulas that were filled down below the last task, as our own template has them.
                self.blank += 1;
            } else {
                self.other_columns += 1;
            }
            return true;
        }
        let list = match () {
            () if self.is_units(row) => &mut self.units,
            () if self.is_header(row) => &mut self.headers,
            () if self.is_total(row) => &mut self.totals,
            () if self.is_remark(row, filled) => &mut self.remarks,
            () => return false,
        };
        list.push(number);
        true
    }

    /// Returns whether a row was exported by us: then it is a task, whatever it looks like.
    fn is_ours(&self, row: &Row<'_>) -> bool {
        let id = self.mapping.id.map_or(Cell::Empty, |column| row.cell(column));
        matches!(id, Cell::Text(text) if TaskId::parse(text.trim()).is_some())
    }

    fn is_derived(&self, row: &Row<'_>) -> bool {
        let derived = [self.mapping.sum, self.mapping.lane, self.mapping.id];
        row.cells().all(|(column, _)| derived.contains(&Some(column)))
    }

    /// Returns whether the header is repeated in this row.
    fn is_header(&self, row: &Row<'_>) -> bool {
        let same = |&&(column, name): &&(u32, &str)| row.cell(column) == Cell::Text(name);
        let count = self.names.iter().filter(same).count();
        count >= 2 && count * 2 > self.mapping.fields.len()
    }

    /// Returns whether a row under the header says what its columns are counted in.
    fn is_units(&self, row: &Row<'_>) -> bool {
        let is_under_header = self.mapping.header_row.is_some_and(|it| row.index() == it + 1);
        is_under_header
            && row.cells().all(|(column, cell)| match cell {
                Cell::Text(text) if Some(column) == self.name => {
                    matches!(text.trim().to_lowercase().as_str(), "" | "unit" | "units" | "einheit")
                }
                Cell::Text(text) => units::is_unit(text),
                _ => false,
            })
    }

    /// Returns whether a row adds up the others.
    fn is_total(&self, row: &Row<'_>) -> bool {
        let first = row.cells().find_map(|(_, cell)| match cell {
            Cell::Text(text) if number(cell).is_none() => Some(text),
            _ => None,
        });
        let word = first.unwrap_or_default().trim().trim_end_matches([':', '.']).to_lowercase();
        let is_word = matches!(
            word.as_str(),
            "total"
                | "totals"
                | "grand total"
                | "subtotal"
                | "sum"
                | "sums"
                | "average"
                | "avg"
                | "mean"
                | "count"
                | "summe"
                | "gesamt"
                | "gesamtsumme"
                | "durchschnitt"
                | "anzahl"
                | "somme"
                | "total général"
                | "moyenne"
                | "suma"
                | "promedio"
        );
        // “Total” may be a task's name; a row of figures under it is not.
        let numbers = row.cells().filter(|&(_, cell)| number(cell).is_some()).count();
        if is_word {
            return numbers > 0 || row.cells().count() == 1;
        }
        let no_name = self.name.is_some_and(|name| row.cell(name) == Cell::Empty);
        no_name && first.is_none() && self.scores_are_no_scores(row)
    }

    fn scores_are_no_scores(&self, row: &Row<'_>) -> bool {
        let columns = self.mapping.fields.iter().filter(|(_, it)| matches!(it, Field::Score(_)));
        let cells: Vec<Cell<'_>> = columns.map(|(&column, _)| row.cell(column)).collect();
        let outside = |cell: &Cell<'_>| {
            number(*cell).is_none_or(|it| !(1.0..=5.0).contains(&it) || it.fract() != 0.0)
        };
        !cells.is_empty() && cells.iter().all(outside)
    }

    /// Returns whether a row is a remark below the table: one text, set apart or as long as one.
    fn is_remark(&self, row: &Row<'_>, filled: usize) -> bool {
        if filled != 1 || row.cells().count() != 1 {
            return false;
        }
        let Some((_, Cell::Text(text))) = row.cells().next() else { return false };
        let lower = text.trim().to_lowercase();
        let opens =
            ["note:", "notes:", "source:", "legend", "* ", "hinweis", "quelle:", "exported "]
                .iter()
                .any(|opening| lower.starts_with(opening));
        opens || self.after_gap && text.chars().count() > 80
    }

    /// Returns the sentences.
    pub fn notes(self, drafts: usize) -> Vec<String> {
        let mut notes = Vec::new();
        let rows = |numbers: &[u32]| {
            let listed: Vec<String> =
                numbers.iter().take(MOST_LISTED).map(ToString::to_string).collect();
            let more = if numbers.len() > MOST_LISTED { " and more" } else { "" };
            let word = if numbers.len() == 1 { "Row" } else { "Rows" };
            format!("{word} {}{more}", listed.join(", "))
        };
        let verb = |numbers: &[u32], one: &'static str, many: &'static str| {
            if numbers.len() == 1 { one } else { many }
        };
        if drafts == 0 {
            notes.push(format!("No task was found on the sheet “{}”.", self.sheet.name()));
        }
        if !self.units.is_empty() {
            notes.push(format!("{} names units and is left out.", rows(&self.units)));
        }
        if !self.totals.is_empty() {
            let verb = verb(&self.totals, "adds up the others and is", "add up the others and are");
            notes.push(format!("{} {verb} left out.", rows(&self.totals)));
        }
        if !self.headers.is_empty() {
            let verb =
                verb(&self.headers, "repeats the header and is", "repeat the header and are");
            notes.push(format!("{} {verb} left out.", rows(&self.headers)));
        }
        if !self.remarks.is_empty() {
            let verb =
                verb(&self.remarks, "reads like a remark and is", "read like remarks and are");
            notes.push(format!("{} {verb} left out.", rows(&self.remarks)));
        }
        if self.blank > 0 {
            let rows = if self.blank == 1 { "1 blank row is" } else { "Blank rows are" };
            let count =
                if self.blank == 1 { String::new() } else { format!(" ({})", figures(self.blank)) };
            notes.push(format!("{rows} left out{count}."));
        }
        if self.other_columns > 0 {
            let rows = if self.other_columns == 1 { "row has" } else { "rows have" };
            notes.push(format!(
                "{} {rows} nothing in the columns that are brought in.",
                figures(self.other_columns)
            ));
        }
        let columns = unmapped(self.sheet, self.mapping);
        if !columns.is_empty() {
            let verb = if columns.len() == 1 { "is" } else { "are" };
            notes.push(format!(
                "{} {verb} not brought in: no field was chosen.",
                columns.join(", ")
            ));
        }
        notes.extend(digits::lost(self.sheet, self.mapping));
        if self.sheet.is_hidden() {
            notes.push(format!("The sheet “{}” is hidden in the file.", self.sheet.name()));
        }
        let id_column = self.mapping.id.map(column_name);
        let told = self.sheet.warnings().iter().filter(|warning| {
            // Our own export hides its last column; that is no news to anyone.
            warning.kind != WarningKind::HiddenColumns
                || warning.count > 1
                || Some(&warning.first) != id_column.as_ref()
        });
        notes.extend(told.map(Warning::sentence));
        notes
    }
}

/// Returns a cell's number, be it stored as one or as a text.
fn number(cell: Cell<'_>) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(number),
        Cell::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}
