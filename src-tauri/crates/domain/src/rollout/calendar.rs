//! The days on which people work.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// The first day that a plan may name.
pub const FIRST_DAY: Date = date(1970, 1, 1);

/// The last day that a plan may name.
pub const LAST_DAY: Date = date(2200, 12, 31);

/// The days on which people work: days of the week, without holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    weekdays: [bool; 7],
    holidays: BTreeMap<Date, String>,
}

impl WorkCalendar {
    /// Returns a calendar with these days of the week, Monday first; nothing where no day is one.
    pub fn new(weekdays: [bool; 7], holidays: BTreeMap<Date, String>) -> Option<Self> {
        weekdays.contains(&true).then_some(Self { weekdays, holidays })
    }

    /// Returns a calendar of Mondays to Fridays.
    pub const fn weekdays_only() -> Self {
        Self { weekdays: [true, true, true, true, true, false, false], holidays: BTreeMap::new() }
    }

    /// Returns the days of the week that are worked, Monday first.
    pub const fn weekdays(&self) -> [bool; 7] {
        self.weekdays
    }

    /// Returns the days that are not worked although their day of the week is, with their names.
    pub const fn holidays(&self) -> &BTreeMap<Date, String> {
        &self.holidays
    }

    /// Returns how many days of a week are worked.
    pub fn days_a_week(&self) -> u16 {
        self.weekdays.iter().map(|&works| u16::from(works)).sum()
    }

    /// Returns whether people work on a day.
    pub fn works_on(&self, day: Date) -> bool {
        self.is_weekday(day) && !self.holidays.contains_key(&day)
    }

    fn is_weekday(&self, day: Date) -> bool {
        self.weekdays[usize::from(day.weekday().since(Weekday::Monday).unsigned_abs())]
    }

    /// Returns a day itself where it is worked, or else the next one that is; at most [`LAST_DAY`].
    pub fn on_or_after(&self, mut day: Date) -> Date {
        while !self.works_on(day) && day < LAST_DAY {
            day = day.saturating_add(1.day());
        }
        day.min(LAST_DAY)
    }

    /// Returns the next worked day after a day; at most [`LAST_DAY`].
    pub fn after(&self, day: Date) -> Date {
        self.on_or_after(day.saturating_add(1.day()))
    }

    /// Returns the last worked day before a day; at least [`FIRST_DAY`].
    pub fn before(&self, day: Date) -> Date {
        self.on_or_before(day.saturating_sub(1.day()))
    }

    /// Returns a day itself where it is worked, or else the last one before that is; at least [`FIRST_DAY`].
    pub fn on_or_before(&self, mut day: Date) -> Date {
        while !self.works_on(day) && day > FIRST_DAY {
            day = day.saturating_sub(1.day());
        }
        day.max(FIRST_DAY)
    }

    /// Returns the last day of some work that starts on a worked day and takes so many of them. What takes
    /// none, a milestone, ends where it starts.
    pub fn end_of(&self, start: Date, days: u16) -> Date {
        (1..days).fold(start, |day, _| self.after(day))
    }

    /// Returns the first day of some work that ends on a worked day and takes so many of them.
    pub fn start_of(&self, end: Date, days: u16) -> Date {
        (1..days).fold(end, |day, _| self.before(day))
    }

    /// Counts the worked days from one day to another, both included; 0 where the second is earlier.
    pub fn count(&self, first: Date, last: Date) -> u16 {
        let last = last.min(LAST_DAY);
        if last < first {
            return 0;
        }
        // Whole weeks hold the same days each: what is far away is counted as fast as what is near.
        let days = first.until(last).map_or(0, |span| span.get_days()) + 1;
        let (weeks, rest) = (days / 7, days % 7);
        let rest = (0..rest).filter(|&after| self.is_weekday(first.saturating_add(after.days())));
        let worked = usize::try_from(weeks).unwrap_or(0) * usize::from(self.days_a_week());
        let off = self.holidays.range(first..=last).filter(|(day, _)| self.is_weekday(**day));
        u16::try_from(worked + rest.count() - off.count()).unwrap_or(u16::MAX)
    }

    /// Returns the worked day that lies so many worked days after one, or before it where the number is
    /// negative.
    pub fn shifted(&self, day: Date, by: i32) -> Date {
        let step = |day, _| if by < 0 { self.before(day) } else { self.after(day) };
        (0..by.unsigned_abs()).fold(self.on_or_after(day), step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Monday.
    const MONDAY: Date = date(2026, 11, 23);

    #[test]
    fn a_week_of_work_ends_on_friday_and_what_follows_starts_on_monday() {
        let calendar = WorkCalendar::weekdays_only();
        assert_eq!(calendar.end_of(MONDAY, 5), date(2026, 11, 27));
        assert_eq!(calendar.after(date(2026, 11, 27)), date(2026, 11, 30));
        assert_eq!(calendar.start_of(date(2026, 11, 27), 5), MONDAY);
        assert_eq!(calendar.count(MONDAY, date(2026, 12, 6)), 10);
        assert_eq!(calendar.count(date(2026, 11, 28), date(2026, 11, 29)), 0);
    }

    #[test]
    fn a_holiday_makes_work_end_a_day_later() {
        let holidays = BTreeMap::from([(date(2026, 11, 26), "Thanksgiving".to_owned())]);
        let calendar = WorkCalendar::new([true, true, true, true, true, false, false], holidays)
            .expect("it has working days");
        assert_eq!(calendar.end_of(MONDAY, 5), date(2026, 11, 30));
    }

    #[test]
    fn a_change_of_the_clock_is_a_day_like_any_other() {
        let calendar = WorkCalendar::new([true; 7], BTreeMap::new()).expect("it has working days");
        assert_eq!(calendar.end_of(date(2027, 3, 27), 3), date(2027, 3, 29));
        assert_eq!(calendar.shifted(date(2027, 3, 29), -2), date(2027, 3, 27));
    }

    #[test]
    fn a_calendar_without_a_working_day_is_none_and_one_of_holidays_ends() {
        assert_eq!(WorkCalendar::new([false; 7], BTreeMap::new()), None);
        let calendar = WorkCalendar::weekdays_only();
        assert_eq!(calendar.after(LAST_DAY), LAST_DAY);
        assert_eq!(calendar.before(FIRST_DAY), FIRST_DAY);
    }
}
