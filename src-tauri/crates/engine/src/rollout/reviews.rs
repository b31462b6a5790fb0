//! Audits and reviews: when they are due, and what they found.

use domain::rollout::{
    Activity, ActivityId, Phase, PlaybookId, Review, ReviewDone, ReviewKind, reviews,
};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Plan, kept, said, signed};
use crate::{Error, Op, Outcome, Result, Workspace};

impl Plan {
    /// Returns the reviews of a kind that count today: those past and done, and the next few.
    ///
    /// They count from the day on which Govern & optimise opens.
    pub fn reviews(&self, kind: ReviewKind) -> Vec<Review<'_>> {
        let from = self.schedule.phases[Phase::Govern.place()].start;
        reviews(kind, from, &self.kept.reviews, &self.kept.calendar, self.today)
    }
}

impl Workspace {
    /// Keeps what a review found. Each line of what is to be done about it becomes an activity of Govern & optimise.
    pub fn finish_review(
        &mut self,
        id: PlaybookId,
        kind: ReviewKind,
        number: u16,
        done: &ReviewFindings,
    ) -> Result<Outcome> {
        let plan = self.plan(id)?;
        if let Some(refusal) = refusal(&plan, kind, number, done.on)? {
            return Err(Error::Plan(refusal));
        }
        let record = ReviewDone {
            kind,
            number,
            on: done.on,
            name: signed(&done.name)?,
            findings: said(&done.findings, "Say what it found, even if that is nothing.")?,
            follow_ups: kept(&done.follow_ups)?,
        };
        let label = format!("{}, no. {number}", kind.name());
        self.change_plan(id, Op::Plan, |plan| {
            for line in record.follow_ups.lines().map(str::trim).filter(|line| !line.is_empty()) {
                let id = ActivityId::new(Uuid::now_v7());
                let mut activity = Activity::new(id, Phase::Govern, line.to_owned(), 5);
                activity.not_before = Some(record.on);
                activity.note = format!("From: {label}");
                plan.activities.push(activity);
            }
            let sentence = format!("Kept what was found: {label}");
            plan.reviews.push(record);
            Ok(sentence)
        })
    }
}

/// Returns why a review cannot have been done on a day; nothing where it can.
fn refusal(plan: &Plan, kind: ReviewKind, number: u16, on: Date) -> Result<Option<String>> {
    let reviews = plan.reviews(kind);
    let review = reviews.iter().find(|it| it.number == number).ok_or(Error::NotFound)?;
    let open = reviews.iter().find(|it| it.number < number && it.done.is_none());
    let opens = plan.schedule.phases[Phase::Govern.place()].start;
    Ok(match open {
        _ if review.done.is_some() => Some("What this review found is kept already.".into()),
        _ if on > plan.today => Some(format!("{on} has not come yet.")),
        Some(open) => {
            Some(format!("No. {} of {} comes first: it is still open.", open.number, kind.name()))
        }
        None if on < opens => Some(format!(
            "{} opens on {opens}: a review of it was not done on {on}.",
            Phase::Govern.name()
        )),
        None => None,
    })
}

/// What somebody says that a review found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewFindings {
    /// The day on which it was done.
    pub on: Date,
    /// In whose name.
    pub name: String,
    /// What was found.
    pub findings: String,
    /// What is to be done about it, a line each.
    pub follow_ups: String,
}
