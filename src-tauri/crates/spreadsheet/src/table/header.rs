//! Which row names the columns, and what the columns are called.
//!
//! People put titles above a table and groups above its names, and leave names out; a proposal that
//! takes a title for a header would name nothing.

use domain::Field;

use super::{names::role_of, one_line, shown};
use crate::read::is_figure;
use crate::sheet::{Cell, Row, Sheet};
use crate::write::unguarded;

/// How far down a header is looked for.
const WITHIN: usize = 60;
/// How many rows above the names may belong to a header.
const ABOVE: u32 = 2;

/// Returns the row that names the columns: the one with most names we know, and then the first with
/// nothing but texts above other rows.
pub(super) fn header_row(sheet: &Sheet) -> Option<u32> {
    let known = sheet.rows().take(WITHIN).map(|row| (known_fields(&row).len(), row.index()));
    let best = known.filter(|&(count, _)| count > 0).max_by_key(|&(count, row)| {
        // Of equals the upper one: a header that is repeated inside its table comes first.
        (count, std::cmp::Reverse(row))
    });
    match best {
        // One known word may be a title or a value; below it there has to be a table.
        Some((1, row)) if !is_like_a_header(sheet, row) => plain_header(sheet),
        Some((_, row)) => Some(if names_go_on_below(sheet, row) { row + 1 } else { row }),
        None => plain_header(sheet),
    }
}

fn known_fields(row: &Row<'_>) -> Vec<Field> {
    let mut fields: Vec<Field> = row
        .cells()
        .filter_map(|(_, cell)| match cell {
            Cell::Text(text) => role_of(text).field,
            _ => None,
        })
        .collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// Returns whether a row of groups was found and the names are in the row under it.
fn names_go_on_below(sheet: &Sheet, row: u32) -> bool {
    let Some(below) = sheet.rows_from(row + 1).next().filter(|it| it.index() == row + 1) else {
        return false;
    };
    let is_known = |cell| matches!(cell, Cell::Text(text) if role_of(text).field.is_some());
    let fills_gap = |column| sheet.cell(row, column) == Cell::Empty;
    let gaps = below.cells().filter(|&(column, cell)| is_known(cell) && fills_gap(column)).count();
    gaps > 0 && known_fields(&below).len() > 1 && below.cells().all(|(_, cell)| is_short(cell))
}

fn plain_header(sheet: &Sheet) -> Option<u32> {
    sheet.rows().take(WITHIN).map(|row| row.index()).find(|&row| {
        sheet.rows_from(row).next().is_some_and(|it| it.cells().count() > 1)
            && is_like_a_header(sheet, row)
    })
}

/// Returns whether a row holds short texts only and has a row under it that is as wide.
fn is_like_a_header(sheet: &Sheet, row: u32) -> bool {
    let mut rows = sheet.rows_from(row);
    let Some(header) = rows.next() else { return false };
    let width = header.cells().count();
    let is_alone = sheet.rows().nth(1).is_none() && width > 1;
    header.cells().all(|(_, cell)| is_short(cell))
        && rows.next().map_or(is_alone, |below| below.cells().count() * 2 >= width)
}

fn is_short(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text)
        if text.chars().count() <= 60 && text.trim().parse::<f64>().is_err() && !is_figure(text))
}

/// Returns what a column is called, in one line; nothing where no row of the header says it.
///
/// A name that stands in the row of groups counts where the row of names has none, and a name that
/// two columns share takes its group before it.
pub(super) fn column_name(sheet: &Sheet, header_row: Option<u32>, column: u32) -> String {
    let Some(row) = header_row else { return String::new() };
    // Our own text files guard a name that looks like a formula as they guard any text.
    let name = one_line(unguarded(&shown(sheet.cell(row, column))));
    if name.is_empty() {
        let above = (1..=ABOVE).map_while(|up| row_of_texts(sheet, row.checked_sub(up)?));
        let cells = above.map(|row| row.cell(column));
        return cells.map(|cell| one_line(&shown(cell))).find(|it| !it.is_empty()).unwrap_or(name);
    }
    let is_shared = |it: &Row<'_>| {
        it.cells().filter(|(_, cell)| one_line(&shown(*cell)).eq_ignore_ascii_case(&name)).count()
            > 1
    };
    let shared = sheet.rows_from(row).next().is_some_and(|it| is_shared(&it));
    let groups = row.checked_sub(1).and_then(|above| row_of_texts(sheet, above));
    let group = groups.filter(|_| shared).and_then(|groups| {
        let before = groups.cells().filter(|&(place, _)| place <= column).last();
        before.map(|(_, cell)| one_line(&shown(cell)))
    });
    group.map_or(name.clone(), |group| format!("{group}: {name}"))
}

/// Returns a row if it holds two texts or more and nothing else: a title stands alone.
fn row_of_texts(sheet: &Sheet, row: u32) -> Option<Row<'_>> {
    let found = sheet.rows_from(row).next().filter(|it| it.index() == row)?;
    let is_header = found.cells().count() > 1 && found.cells().all(|(_, cell)| is_short(cell));
    is_header.then_some(found)
}
