//! Which backups are kept as they age: everything of two days, then one a day, a week, a month.

use jiff::{Timestamp, ToSpan, tz::TimeZone};

/// Everything younger than this is kept.
const ALL_DAYS: i64 = 2;
/// How many of each longer period are kept.
const DAILY: usize = 12;
const WEEKLY: usize = 10;
const MONTHLY: usize = 9;

/// Returns for each backup, given from the newest to the oldest, whether it is kept.
pub fn kept(newest_first: &[Timestamp], now: Timestamp) -> Vec<bool> {
    let recent = now - (ALL_DAYS * 24).hours();
    let mut periods = [
        Period::new(DAILY, |at| {
            i64::from(date(at).day_of_year()) + i64::from(date(at).year()) * 400
        }),
        Period::new(WEEKLY, |at| {
            let week = date(at).iso_week_date();
            i64::from(week.year()) * 100 + i64::from(week.week())
        }),
        Period::new(MONTHLY, |at| i64::from(date(at).year()) * 100 + i64::from(date(at).month())),
    ];
    newest_first
        .iter()
        .enumerate()
        .map(|(place, &at)| {
            let is_first = place == 0;
            is_first || at >= recent || periods.iter_mut().any(|period| period.takes(at))
        })
        .collect()
}

fn date(at: Timestamp) -> jiff::civil::Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Keeps the newest backup of each of a number of days, weeks or months.
struct Period {
    left: usize,
    last: Option<i64>,
    number: fn(Timestamp) -> i64,
}

impl Period {
    const fn new(left: usize, number: fn(Timestamp) -> i64) -> Self {
        Self { left, last: None, number }
    }

    fn takes(&mut self, at: Timestamp) -> bool {
        let number = (self.number)(at);
        if self.left == 0 || self.last == Some(number) {
            return false;
        }
        self.left -= 1;
        self.last = Some(number);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_hundred_days_of_backups_thin_to_a_year_of_them() {
        let start: Timestamp = "2026-01-01T08:00:00Z".parse().expect("a time");
        let mut backups: Vec<Timestamp> = Vec::new();
        for half_day in 0..800 {
            let now = start + (half_day * 12).hours();
            backups.insert(0, now);
            let keep = kept(&backups, now);
            assert!(keep[0], "the newest is never thrown away");
            let mut keep = keep.into_iter();
            backups.retain(|_| keep.next().unwrap_or(true));
        }
        let age = |at: &Timestamp| (backups[0].as_second() - at.as_second()) / 86_400;
        assert_eq!(backups.iter().filter(|at| age(at) < 2).count(), 4);
        assert!(backups.len() <= 5 + DAILY + WEEKLY + MONTHLY, "{}", backups.len());
        assert!(backups.iter().any(|at| age(at) > 180), "half a year back is still there");
    }
}
