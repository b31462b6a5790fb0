//! Counting in words.

/// Returns a count with its noun: `1 task`, `12 tasks`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
