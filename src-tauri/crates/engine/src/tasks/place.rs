//! Where rows stand.
//!
//! A row's position is a number with room between neighbours, so that a row can be put between two
//! others without touching them. When the room is used up, all rows are numbered afresh.

use storage::PlacedTask;

use super::MOST_TASKS;
use crate::transact::Change;
use crate::{Error, Result};

/// The room between two rows that were appended one after the other.
const GAP: i64 = 1 << 20;

/// Returns positions for `count` tasks before the one at `rank` of the worksheet, in order.
pub(crate) fn place_between(
    change: &mut Change<'_>,
    rank: usize,
    count: usize,
) -> Result<Vec<i64>> {
    if change.sheet().task_count() + count > MOST_TASKS {
        return Err(Error::TooManyTasks);
    }
    let position = |rank| change.sheet().placed_at_rank(rank).map(|placed| placed.position);
    let before = rank.checked_sub(1).and_then(position);
    if let Some(positions) = between(before, position(rank), count) {
        return Ok(positions);
    }
    let all: Vec<PlacedTask> =
        (0..).map_while(|rank| change.sheet().placed_at_rank(rank)).cloned().collect();
    for (place, mut placed) in all.into_iter().enumerate() {
        placed.position = nth(if place < rank { place } else { place + count });
        change.update(&placed)?;
    }
    Ok((rank..rank + count).map(nth).collect())
}

fn nth(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX / GAP) * GAP
}

/// Returns `count` positions between two others, or nothing where they do not fit.
fn between(before: Option<i64>, after: Option<i64>, count: usize) -> Option<Vec<i64>> {
    let count = i64::try_from(count).ok()?;
    let (start, step) = match (before, after) {
        (None, None) => (0, GAP),
        (Some(before), None) => (before.checked_add(GAP)?, GAP),
        (None, Some(after)) => (after.checked_sub(GAP.checked_mul(count)?)?, GAP),
        (Some(before), Some(after)) => {
            let step = (after - before) / (count + 1);
            (before + step, step)
        }
    };
    (step > 0).then(|| (0..count).map(|place| start + place * step).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_rows_fit_between_their_neighbours() {
        assert_eq!(between(Some(0), Some(12), 3), Some(vec![3, 6, 9]));
        assert_eq!(between(None, None, 2), Some(vec![0, GAP]));
        assert_eq!(between(None, Some(0), 2), Some(vec![-2 * GAP, -GAP]));
        assert_eq!(between(Some(5), None, 1), Some(vec![5 + GAP]));
    }

    #[test]
    fn rows_that_do_not_fit_are_told_apart() {
        assert_eq!(between(Some(1), Some(3), 2), None);
        assert_eq!(between(Some(1), Some(2), 1), None);
    }
}
