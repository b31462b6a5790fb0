//! The order of a view's rows.

use std::cmp::Ordering;

use super::{SortKey, ViewSpec};
use crate::Sheet;
use crate::cells::fold;

/// What a cell is sorted by; blank cells come last in either direction.
enum Key {
    Number(f64),
    Text(String),
    Blank,
}

/// Sorts ranks by the keys of a view; equals stay in the order of the worksheet.
pub(super) fn sort(ranks: &mut [usize], spec: &ViewSpec, sheet: &Sheet) {
    // The least important key first: a stable sort by each leaves the most important one on top.
    for key in spec.sort.iter().rev() {
        let mut keyed: Vec<(Key, usize)> =
            ranks.iter().map(|&rank| (key_of(key, sheet, rank), rank)).collect();
        keyed.sort_by(|(one, _), (other, _)| compare(one, other, key.descending));
        for (rank, (_, sorted)) in ranks.iter_mut().zip(keyed) {
            *rank = sorted;
        }
    }
}

fn key_of(key: &SortKey, sheet: &Sheet, rank: usize) -> Key {
    let entry = sheet.at_rank(rank);
    if key.column.is_number() {
        return key.column.number(&entry).map_or(Key::Blank, Key::Number);
    }
    let text = key.column.shown_text(&entry);
    // Numbers in a custom column are told from its texts by how they read.
    match key.column.number(&entry) {
        Some(number) => Key::Number(number),
        None if text.is_empty() => Key::Blank,
        None => Key::Text(fold(&text)),
    }
}

fn compare(one: &Key, other: &Key, descending: bool) -> Ordering {
    let ascending = match (one, other) {
        (Key::Blank, Key::Blank) => return Ordering::Equal,
        (Key::Blank, _) => return Ordering::Greater,
        (_, Key::Blank) => return Ordering::Less,
        (Key::Number(one), Key::Number(other)) => one.total_cmp(other),
        (Key::Text(one), Key::Text(other)) => one.cmp(other),
        (Key::Number(_), Key::Text(_)) => Ordering::Less,
        (Key::Text(_), Key::Number(_)) => Ordering::Greater,
    };
    if descending { ascending.reverse() } else { ascending }
}
