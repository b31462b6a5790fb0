//! Long numbers of which a spreadsheet has kept the first digits only.
//!
//! Order numbers and the ids of other systems are often longer than the 15 digits that a number keeps, and
//! saved as text they come out as `5.70306E+17`. Nobody gets the rest back from this file.

use domain::Field;

use crate::sheet::{Cell, Sheet};
use crate::table::{Mapping, shown};

/// The first whole number that a spreadsheet does not tell from the next.
const LONGEST: f64 = 1e15;

/// Returns a sentence a column of texts in which numbers have lost their end.
pub(super) fn lost<'a>(
    sheet: &'a Sheet,
    mapping: &'a Mapping,
) -> impl Iterator<Item = String> + 'a {
    let is_figure = |field: Field| {
        matches!(field, Field::Score(_) | Field::MonthlyVolume | Field::MinutesPerItem)
    };
    let columns = mapping.fields.iter().filter(move |&(_, &field)| !is_figure(field));
    columns.filter_map(move |(&column, _)| {
        let first = mapping.header_row.map_or(0, |row| row + 1);
        let mut cells =
            sheet.rows_from(first).map(|row| row.cell(column)).filter(|&cell| is_cut(cell));
        let example = shown(cells.next()?);
        let more = if cells.next().is_some() { ", and others" } else { "" };
        let name = mapping.header_row.map_or(Cell::Empty, |row| sheet.cell(row, column));
        Some(format!(
            "“{}” holds {example}{more}: a number of which a spreadsheet has kept the first digits only. Export the list again where it came from, with this column as text.",
            shown(name)
        ))
    })
}

fn is_cut(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(number) => number.abs() >= LONGEST,
        Cell::Text(text) => is_short_form(text.trim()),
        _ => false,
    }
}

/// Returns whether a text is a long number as a spreadsheet shows it in a narrow column.
fn is_short_form(text: &str) -> bool {
    let Some((digits, power)) = text.split_once("E+") else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    whole.len() == 1
        && is_digits(whole)
        && is_digits(rest)
        && is_digits(power)
        && power.parse::<usize>().is_ok_and(|power| (11..=30).contains(&power))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_is_told_from_a_word() {
        for text in ["5.70306E+17", "5,7E+17", "1E+12"] {
            assert!(is_short_form(text), "{text}");
        }
        for text in ["1E5", "E+17", "5.70306E+5", "15.7E+17", "5.E+17", "Plan E+", "0E+99"] {
            assert!(!is_short_form(text), "{text}");
        }
    }
}
