//! Audits and reviews: when they are due, and what they found.

use domain::rollout::{
    Activity, ActivityId, Phase, PlaybookId, Review, ReviewDone, ReviewKind, reviews,
};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Plan, said, signed};
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
        let review = plan.reviews(kind).into_iter().find(|it| it.number == number);
        let review = review.ok_or(Error::NotFound)?;
        if review.done.is_some() {
            return Err(Error::Plan("What this review found is kept already.".into()));
        }
        if done.on > plan.today {
            return Err(Error::Plan(format!("{} has not come yet.", done.on)));
        }
        let record = ReviewDone {
            kind,
            number,
            on: done.on,
            name: signed(&done.name)?,
            findings: said(&done.findings, "Say what it found, even if that is nothing.")?,
            follow_ups: done.follow_ups.trim().to_owned(),
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
