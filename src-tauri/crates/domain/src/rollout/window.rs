//! Days on which a mistake costs more than usual: a launch, a fair, a crisis.

use jiff::civil::Date;

use crate::identity::identity;

identity! {
    /// Identifies a window for good.
    WindowId
}

/// Days in which more is reviewed than usual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HighImpactWindow {
    /// What happens in them.
    pub name: String,
    /// The first of them.
    pub first: Date,
    /// The last of them.
    pub last: Date,
    /// The confidence below which a person looks, in percent.
    pub review_below: u8,
}

impl HighImpactWindow {
    /// Returns whether a day is one of them.
    pub fn holds(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Returns the strictest window of a day, if it lies in one.
pub fn strictest(windows: &[HighImpactWindow], day: Date) -> Option<&HighImpactWindow> {
    windows.iter().filter(|window| window.holds(day)).max_by_key(|window| window.review_below)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_strictest_window_of_a_day_counts_from_its_first_day_to_its_last() {
        let window = |name: &str, first, last, review_below| HighImpactWindow {
            name: name.into(),
            first: date(2026, 12, first),
            last: date(2026, 12, last),
            review_below,
        };
        let windows = [window("Launch", 1, 5, 85), window("Fair", 5, 9, 95)];
        let name = |day| strictest(&windows, date(2026, 12, day)).map(|it| it.name.as_str());
        assert_eq!([name(1), name(5), name(9)], [Some("Launch"), Some("Fair"), Some("Fair")]);
        assert_eq!(name(10), None);
    }
}
