//! Counting in words.

/// Returns a count with its noun: `1 task`, `1,200 tasks`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{} {noun}s", domain::figures(number)) }
}
