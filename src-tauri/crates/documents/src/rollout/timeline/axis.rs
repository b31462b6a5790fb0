//! The days along the top of a timeline: from where to where it reaches, and what is written there.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde_json::{Value, json};

use crate::rollout::Plan;

/// The days that a timeline shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Axis {
    first: Date,
    days: i32,
    unit: Unit,
}

/// What the smaller ticks stand for. The larger ones stand for the next larger unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    Quarter,
    Year,
    Decade,
}

impl Axis {
    /// Returns the days from the first to the last of what is planned, promised and done, in whole weeks.
    pub fn of(plan: &Plan<'_>) -> Self {
        let placed = plan.schedule.placements.iter().flat_map(|it| [it.start, it.end]);
        let promised =
            plan.kept.activities.iter().filter_map(|it| it.baseline).flat_map(|(a, b)| [a, b]);
        let phases = plan.schedule.phases.iter().flat_map(|it| [it.start, it.gate]);
        let days: Vec<Date> = placed.chain(promised).chain(phases).collect();
        let today = plan.made_on;
        let first = days.iter().copied().min().unwrap_or(today);
        let last = days.iter().copied().max().unwrap_or(today);
        Self::from_to(first, last)
    }

    fn from_to(first: Date, last: Date) -> Self {
        let back = first.weekday().since(Weekday::Monday);
        let first = first.saturating_sub(i64::from(back).days());
        let weeks = days_between(first, last) / 7 + 1;
        let unit = match weeks {
            ..=40 => Unit::Week,
            41..=208 => Unit::Month,
            209..=780 => Unit::Quarter,
            781..=2_600 => Unit::Year,
            _ => Unit::Decade,
        };
        Self { first, days: weeks * 7, unit }
    }

    /// Returns where a day begins, as a share of the width; beyond the ends it is the end.
    pub fn at(&self, day: Date) -> f64 {
        let days = days_between(self.first, day).clamp(0, self.days);
        f64::from(days) / f64::from(self.days)
    }

    /// Returns where a day ends.
    pub fn behind(&self, day: Date) -> f64 {
        self.at(day.saturating_add(1.day()))
    }

    /// Returns whether a day is on it.
    pub fn holds(&self, day: Date) -> bool {
        (0..self.days).contains(&days_between(self.first, day))
    }

    /// Returns the smaller ticks: where each begins and what is written there.
    pub fn small(&self) -> Vec<Value> {
        let label = |day: Date| match self.unit {
            Unit::Week => day.strftime("%-d").to_string(),
            Unit::Month => day.strftime("%b").to_string()[..1].to_owned(),
            Unit::Quarter => format!("Q{}", (day.month() + 2) / 3),
            Unit::Year => format!("{:02}", day.year() % 100),
            Unit::Decade => format!("{}s", day.year() / 10 * 10),
        };
        self.ticks(self.unit, label)
    }

    /// Returns the larger ticks.
    pub fn large(&self) -> Vec<Value> {
        match self.unit {
            Unit::Week => self.ticks(Unit::Month, |day| day.strftime("%B %Y").to_string()),
            Unit::Month | Unit::Quarter => self.ticks(Unit::Year, |day| day.year().to_string()),
            Unit::Year => self.ticks(Unit::Decade, |day| format!("{}s", day.year() / 10 * 10)),
            Unit::Decade => Vec::new(),
        }
    }

    fn ticks(&self, unit: Unit, label: impl Fn(Date) -> String) -> Vec<Value> {
        let mut ticks = Vec::new();
        let mut day = unit.first_of(self.first);
        while days_between(self.first, day) < self.days {
            let next = unit.next(day);
            let (from, to) = (self.at(day), self.at(next));
            if to > from {
                ticks.push(json!({ "from": from, "to": to, "words": label(day) }));
            }
            if next <= day {
                // The calendar itself ends there.
                break;
            }
            day = next;
        }
        ticks
    }
}

impl Unit {
    /// Returns the first day of the unit that a day lies in.
    fn first_of(self, day: Date) -> Date {
        let month = day.first_of_month();
        let back = |months: i16| month.saturating_sub(i64::from(months).months());
        match self {
            Self::Week => day,
            Self::Month => month,
            Self::Quarter => back(i16::from((day.month() - 1) % 3)),
            Self::Year => day.first_of_year(),
            Self::Decade => day.first_of_year().saturating_sub(i64::from(day.year() % 10).years()),
        }
    }

    fn next(self, day: Date) -> Date {
        day.saturating_add(match self {
            Self::Week => 7.days(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
            Self::Decade => 10.years(),
        })
    }
}

fn days_between(first: Date, last: Date) -> i32 {
    first.until(last).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn words(ticks: &[Value]) -> Vec<&str> {
        ticks.iter().filter_map(|it| it["words"].as_str()).collect()
    }

    #[test]
    fn a_short_plan_shows_weeks_that_begin_on_monday_under_months() {
        let axis = Axis::from_to(date(2026, 11, 25), date(2026, 12, 18));
        assert_eq!(words(&axis.small()), ["23", "30", "7", "14"]);
        assert_eq!(words(&axis.large()), ["November 2026", "December 2026"]);
        assert!(axis.holds(date(2026, 11, 23)) && !axis.holds(date(2026, 11, 22)));
        assert!(axis.holds(date(2026, 12, 20)) && !axis.holds(date(2026, 12, 21)));
    }

    #[test]
    fn days_lie_side_by_side_and_never_outside() {
        let axis = Axis::from_to(date(2026, 11, 23), date(2026, 12, 6));
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(close(axis.at(date(2026, 11, 30)), 0.5));
        assert!(close(axis.behind(date(2026, 11, 29)), 0.5));
        assert!(close(axis.at(date(2020, 1, 1)), 0.0) && close(axis.behind(date(2030, 1, 1)), 1.0));
    }

    #[test]
    fn an_axis_ends_where_the_calendar_does() {
        let axis = Axis::from_to(date(9990, 1, 1), Date::MAX);
        assert!(!axis.small().is_empty() && !axis.large().is_empty());
    }

    #[test]
    fn a_longer_plan_has_larger_steps_and_never_too_many() {
        for (last, first_tick) in [
            (date(2029, 1, 1), "N"),
            (date(2035, 1, 1), "Q4"),
            (date(2060, 1, 1), "26"),
            (date(2200, 12, 31), "2020s"),
        ] {
            let axis = Axis::from_to(date(2026, 11, 25), last);
            let ticks = axis.small();
            assert_eq!(words(&ticks)[0], first_tick);
            assert!(ticks.len() <= 62, "{} ticks until {last}", ticks.len());
        }
    }
}
