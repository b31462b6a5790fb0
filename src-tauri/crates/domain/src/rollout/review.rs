//! Audits and reviews that come back every quarter.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{LAST_DAY, WorkCalendar};

/// What is looked at again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewKind {
    /// Whether the models still do what they did.
    ModelPerformance,
    /// Whether personal data still goes where the map says.
    PrivacyMapping,
    /// Whether the figures of the business move with those of the automation.
    KpiCorrelation,
    /// What is improved in short steps, and what needs a long breath.
    Pace,
}

/// A review that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewDone {
    /// Which.
    pub kind: ReviewKind,
    /// Which of them, from 1.
    pub number: u16,
    /// On which day.
    pub on: Date,
    /// In whose name: as entered, not authenticated.
    pub name: String,
    /// What was found.
    pub findings: String,
    /// What is to be done about it, a line each.
    pub follow_ups: String,
}

/// A review on its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review<'a> {
    /// Which.
    pub kind: ReviewKind,
    /// Which of them, from 1.
    pub number: u16,
    /// The working day on which it is due.
    pub due: Date,
    /// What became of it.
    pub done: Option<&'a ReviewDone>,
}

/// How many reviews of a kind are shown ahead of a day.
const AHEAD: usize = 4;

impl ReviewKind {
    /// Every kind.
    pub const ALL: [Self; 4] =
        [Self::ModelPerformance, Self::PrivacyMapping, Self::KpiCorrelation, Self::Pace];

    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ModelPerformance => "model_performance",
            Self::PrivacyMapping => "privacy_mapping",
            Self::KpiCorrelation => "kpi_correlation",
            Self::Pace => "pace",
        }
    }

    /// Returns the kind with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Returns what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ModelPerformance => "Audit of model performance",
            Self::PrivacyMapping => "Audit of the privacy map",
            Self::KpiCorrelation => "Audit of business figures",
            Self::Pace => "Sprint or marathon review",
        }
    }

    /// Returns what it looks at.
    pub const fn question(self) -> &'static str {
        match self {
            Self::ModelPerformance => {
                "Are precision, recall and false alarms still what the last version of each card says?"
            }
            Self::PrivacyMapping => {
                "Does personal data still flow only where the map of each automation says, and is it still allowed there?"
            }
            Self::KpiCorrelation => {
                "Do revenue and service figures move with those of the automation, or only the automation's own?"
            }
            Self::Pace => {
                "Which lanes go on in short improvements, and which strategy needs time away from them?"
            }
        }
    }
}

/// Returns the reviews of a kind that count from a day on: all that are due by `today` or done, and four ahead.
///
/// They are due a quarter after `from`, and every quarter since, each on a working day.
pub fn reviews<'a>(
    kind: ReviewKind,
    from: Date,
    done: &'a [ReviewDone],
    calendar: &WorkCalendar,
    today: Date,
) -> Vec<Review<'a>> {
    let mut ahead = 0;
    let mut reviews = Vec::new();
    for number in 1.. {
        let due = calendar.on_or_after(from.saturating_add((3 * i32::from(number)).months()));
        let record = done.iter().find(|it| it.kind == kind && it.number == number);
        let is_ahead = due > today && record.is_none();
        ahead += usize::from(is_ahead);
        if ahead > AHEAD || due >= LAST_DAY {
            break;
        }
        reviews.push(Review { kind, number, due, done: record });
    }
    reviews
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn dues(done: &[ReviewDone], today: Date) -> Vec<(Date, bool)> {
        let calendar = WorkCalendar::weekdays_only();
        let from = date(2026, 11, 30);
        let reviews = reviews(ReviewKind::PrivacyMapping, from, done, &calendar, today);
        reviews.iter().map(|review| (review.due, review.done.is_some())).collect()
    }

    #[test]
    fn a_review_comes_back_every_quarter_on_a_working_day() {
        let expected = [date(2027, 3, 1), date(2027, 5, 31), date(2027, 8, 30), date(2027, 11, 30)];
        assert_eq!(dues(&[], date(2026, 12, 1)), expected.map(|due| (due, false)));
    }

    #[test]
    fn what_was_not_done_stays_due_and_what_was_done_stays_known() {
        let done = ReviewDone {
            kind: ReviewKind::PrivacyMapping,
            number: 2,
            on: date(2027, 6, 1),
            name: "Ana".into(),
            findings: "None".into(),
            follow_ups: String::new(),
        };
        let dues = dues(&[done], date(2027, 7, 1));
        assert_eq!(dues[..2], [(date(2027, 3, 1), false), (date(2027, 5, 31), true)]);
        assert_eq!(dues.len(), 2 + AHEAD);
    }
}
