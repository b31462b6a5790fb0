//! Headings between the rows of a view.

use std::collections::{BTreeMap, BTreeSet};

use domain::Lane;

use crate::Sheet;
use crate::cells::{Column, fold};
use crate::sheet::Entry;

/// A heading and the rows under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What the rows have in common; empty for those that lack it.
    pub label: String,
    /// The lane, where the rows are grouped by lane.
    pub lane: Option<Lane>,
    /// The row below the heading.
    pub first: usize,
    /// How many tasks belong to it, folded away or not.
    pub count: usize,
    /// Whether its rows are folded away.
    pub is_collapsed: bool,
}

/// Gathers sorted ranks under headings and removes those that are folded away.
///
/// A task with several values stands under the first of them, so that every row is one task.
pub(super) fn gather(
    ranks: &mut Vec<usize>,
    column: Column,
    collapsed: &BTreeSet<String>,
    sheet: &Sheet,
) -> Vec<Group> {
    let mut gathered: BTreeMap<Order, (String, Vec<usize>)> = BTreeMap::new();
    for &rank in ranks.iter() {
        let entry = sheet.at_rank(rank);
        let label = column.values(&entry).into_iter().next().unwrap_or_default();
        let order = Order::of(column, &entry, &label);
        gathered.entry(order).or_insert_with(|| (label, Vec::new())).1.push(rank);
    }
    ranks.clear();
    let mut groups = Vec::with_capacity(gathered.len());
    for (label, members) in gathered.into_values() {
        let lane = match column {
            Column::Lane => members.first().and_then(|&rank| sheet.at_rank(rank).standing.lane),
            _ => None,
        };
        let is_collapsed = collapsed.contains(&label);
        groups.push(Group { label, lane, first: ranks.len(), count: members.len(), is_collapsed });
        if !is_collapsed {
            ranks.extend(members);
        }
    }
    groups
}

/// Where a heading stands: lanes and numbers by their own order, texts by the alphabet, none last.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Place(i64),
    Text(String),
    None,
}

impl Order {
    fn of(column: Column, entry: &Entry<'_>, label: &str) -> Self {
        if label.is_empty() {
            return Self::None;
        }
        if let Column::Lane = column {
            let place = Lane::ALL.into_iter().position(|lane| entry.standing.lane == Some(lane));
            return Self::Place(place.and_then(|it| i64::try_from(it).ok()).unwrap_or(i64::MAX));
        }
        #[expect(clippy::cast_possible_truncation, reason = "thousandths of a number of items")]
        match column.number(entry) {
            Some(number) if column.is_number() => Self::Place((number * 1000.0) as i64),
            _ => Self::Text(fold(label)),
        }
    }
}
