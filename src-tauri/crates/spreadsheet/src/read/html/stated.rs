//! The value of a cell for which a program wrote a number beside the text that people see.

use crate::sheet::Cell;

/// Returns what a cell holds: its number where the text shows that number, perhaps rounded or as a
/// percentage, and else its text. Days are such numbers too, and are not what their text shows.
pub(super) fn value(text: &str, number: Option<f64>) -> Cell<'_> {
    let Some(number) = number else { return Cell::Text(text) };
    if text.is_empty() || shows(text, number) {
        return Cell::Number(number);
    }
    match text.strip_suffix('%') {
        Some(share) if shows(share, number * 100.0) => Cell::Percent(number),
        _ => Cell::Text(text),
    }
}

/// Returns whether a text shows a number, whichever sign stands before its decimals.
fn shows(text: &str, number: f64) -> bool {
    ['.', ','].into_iter().any(|point| {
        let figures: String = text.chars().filter(|&c| c.is_ascii_digit() || c == point).collect();
        let figures = figures.replace(point, ".");
        let decimals = figures.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let unit = 0.1_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
        figures.parse::<f64>().is_ok_and(|shown| (shown - number.abs()).abs() <= unit * 0.501)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_counts_where_the_text_shows_it() {
        assert_eq!(value("4", Some(4.0)), Cell::Number(4.0));
        assert_eq!(value("", Some(4.0)), Cell::Number(4.0));
        assert_eq!(value("4", Some(3.6)), Cell::Number(3.6));
        assert_eq!(value("1.234,50 €", Some(1234.5)), Cell::Number(1234.5));
        assert_eq!(value("(1,234)", Some(-1234.0)), Cell::Number(-1234.0));
        assert_eq!(value("75%", Some(0.75)), Cell::Percent(0.75));
        assert_eq!(value("25,5 %", Some(0.255)), Cell::Percent(0.255));
        assert_eq!(value("04.05.2026", Some(46_146.0)), Cell::Text("04.05.2026"));
        assert_eq!(value("4-May", Some(46_146.0)), Cell::Text("4-May"));
        assert_eq!(value("12:00", Some(0.5)), Cell::Text("12:00"));
        assert_eq!(value("4", None), Cell::Text("4"));
    }
}
