//! Whether an apostrophe before what looks like a formula belongs to the text.
//!
//! A text file may guard its texts with one, and then it is no part of them. The rule:
//!
//! - A file of ours says it in the name of the column with our ids, which survives edits elsewhere:
//!   [`layout::Column::Id`] where texts are guarded, [`layout::PLAIN_ID`] where each stands as it is.
//! - Any other file guards if it does so throughout: at least one text has the apostrophe, and none that
//!   needs it stands without. One bare `=1+1` shows a program that guards nothing, whose `'=` is meant.

use domain::Field;

use super::reading::is_number;
use crate::layout;
use crate::sheet::{Cell, Sheet};
use crate::table::{Mapping, shown};
use crate::write::{needs_guard, unguarded};

/// Returns whether the texts of a text file's table are guarded.
pub fn is_guarded(sheet: &Sheet, mapping: &Mapping) -> bool {
    if let (Some(header), Some(id)) = (mapping.header_row, mapping.id) {
        let name = shown(sheet.cell(header, id));
        return !name.trim().eq_ignore_ascii_case(layout::PLAIN_ID);
    }
    let first = mapping.header_row.map_or(0, |row| row + 1);
    let holds_texts = |field| !matches!(field, Field::Score(_)) && !is_number(field, mapping);
    let of_texts = mapping.fields.iter().filter(|&(_, &field)| holds_texts(field));
    let columns: Vec<u32> = of_texts.map(|(&column, _)| column).collect();
    let mut has_guards = false;
    for row in sheet.rows_from(first) {
        for &column in &columns {
            let Cell::Text(text) = row.cell(column) else { continue };
            if unguarded(text) != text {
                has_guards = true;
            } else if needs_guard(text) && text.trim().parse::<f64>().is_err() {
                return false;
            }
        }
    }
    has_guards
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::propose;

    #[track_caller]
    fn check(rows: &[[&str; 3]], expected: bool) {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let sheet = Sheet::of_texts("Tasks", &rows);
        assert_eq!(is_guarded(&sheet, &propose(&sheet).mapping()), expected, "{rows:?}");
    }

    #[test]
    fn our_files_say_whether_their_texts_are_guarded() {
        let row = ["A", "'=1", "0198"];
        check(&[["Task", "Notes", "Trilane id"], row], true);
        check(&[["Task", "Notes", "Trilane id"], row, ["B", "=1", ""]], true);
        check(&[["Task", "Notes", layout::PLAIN_ID], row], false);
    }

    #[test]
    fn other_files_guard_throughout_or_not_at_all() {
        let header = ["Task", "Notes", "Volume"];
        check(&[header, ["A", "'=1+1", "-5"], ["B", "'- two", ""]], true);
        check(&[header, ["A", "'=1+1", ""], ["B", "-5", ""]], true);
        check(&[header, ["A", "'=1+1", ""], ["B", "- two", ""]], false);
        check(&[header, ["A", "'tis", ""], ["B", "it's", ""]], false);
        check(&[header, ["A", "=1+1", ""]], false);
    }
}
