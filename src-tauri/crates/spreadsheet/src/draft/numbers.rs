//! Numbers that were written as texts: which mark stands before the decimals.
//!
//! One cell seldom tells. The column often does: where 2,5 stands, 1.234 is more than a thousand.

use std::collections::BTreeMap;

use domain::Field;

use super::plain::plain;
use super::reading::{DecimalMark, is_number};
use crate::sheet::{Cell, Sheet};
use crate::table::Mapping;

/// What the texts of a column say about their marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Marks {
    /// Other cells of the column show it.
    Shown(DecimalMark),
    /// Nothing does, and this many cells can be read in two ways; the first of them.
    Open(u32, String),
}

/// Returns what the columns of numbers say about their marks; a column without doubt is absent.
pub(super) fn marks(sheet: &Sheet, mapping: &Mapping) -> BTreeMap<u32, Marks> {
    let first = mapping.header_row.map_or(0, |row| row + 1);
    let mut result = BTreeMap::new();
    for (&column, &field) in mapping.fields.iter().filter(|(_, it)| is_number(**it, mapping)) {
        let (mut shown, mut open, mut example) = (None, 0, None);
        for row in sheet.rows_from(first) {
            let Cell::Text(text) = row.cell(column) else { continue };
            let text = plain(text);
            match mark(&text) {
                Some(Ok(mark)) => shown = Some(mark),
                // A count has no decimals, so that its comma can only stand between thousands.
                Some(Err(',')) if field == Field::MonthlyVolume => {}
                Some(Err(_)) => {
                    open += 1;
                    example.get_or_insert(text);
                }
                None => {}
            }
        }
        match (shown, example) {
            (Some(mark), _) => drop(result.insert(column, Marks::Shown(mark))),
            (None, Some(example)) => drop(result.insert(column, Marks::Open(open, example))),
            (None, None) => {}
        }
    }
    result
}

/// Returns the mark before the decimals of a text that shows it, or the mark that could be either.
pub(super) fn mark(text: &str) -> Option<Result<DecimalMark, char>> {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '-' | '+');
    if text.is_empty() || !text.chars().all(is_figure) {
        return None;
    }
    let last = text.rfind(['.', ','])?;
    let sign = text[last..].chars().next()?;
    let (this, other) = if sign == '.' {
        (DecimalMark::Point, DecimalMark::Comma)
    } else {
        (DecimalMark::Comma, DecimalMark::Point)
    };
    if text.contains(if sign == '.' { ',' } else { '.' }) {
        return Some(Ok(this));
    }
    let before = text[..last].trim_start_matches(['-', '+']);
    if before.contains(sign) {
        return Some(Ok(other));
    }
    let is_group = text.len() - last == 4 && (1..=3).contains(&before.len()) && before != "0";
    Some(if is_group { Err(sign) } else { Ok(this) })
}

/// Returns a number's text as it would be typed here.
pub(super) fn typed(text: &str, decimal: Option<DecimalMark>) -> String {
    let text = plain(text);
    let Some(decimal) = decimal.filter(|_| mark(&text).is_some()) else { return text };
    let thousands = if decimal == DecimalMark::Comma { '.' } else { ',' };
    let digits = text.chars().filter(|&c| c != thousands && c != ' ' && c != '\'');
    digits.map(|c| if c == ',' { '.' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_shows_its_mark_or_could_be_either() {
        use DecimalMark::{Comma, Point};
        for (text, expected) in [
            ("2,5", Some(Ok(Comma))),
            ("2.5", Some(Ok(Point))),
            ("1.234,50", Some(Ok(Comma))),
            ("1,234.50", Some(Ok(Point))),
            ("1.234.567", Some(Ok(Comma))),
            ("1.234", Some(Err('.'))),
            ("1,234", Some(Err(','))),
            ("0.125", Some(Ok(Point))),
            ("12345.678", Some(Ok(Point))),
            ("1200", None),
            ("about 1.5", None),
        ] {
            assert_eq!(mark(text), expected, "{text}");
        }
    }

    #[test]
    fn a_number_is_typed_as_here_once_its_mark_is_known() {
        assert_eq!(typed("1.234,50", Some(DecimalMark::Comma)), "1234.50");
        assert_eq!(typed("1.234", Some(DecimalMark::Comma)), "1234");
        assert_eq!(typed("1.234", Some(DecimalMark::Point)), "1.234");
        assert_eq!(typed("about 3", Some(DecimalMark::Comma)), "about 3");
    }
}
