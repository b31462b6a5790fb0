//! Where a card stands: what people did about it, and whether an approval still counts.

use jiff::civil::Date;

/// Something that a person did about a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardEvent {
    /// What.
    pub kind: EventKind,
    /// In whose name: as entered, not authenticated.
    pub name: String,
    /// In which role.
    pub role: String,
    /// Why.
    pub reason: String,
    /// Under which conditions; empty for none.
    pub conditions: String,
    /// The last day on which it holds; nothing for what does not expire.
    pub until: Option<Date>,
    /// When, in milliseconds since 1970, UTC.
    pub at: i64,
    /// The number of the version that it is about; empty where there is none.
    pub version: String,
    /// The hash of what it is about.
    pub content_hash: String,
}

/// What can be done about a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// Approval was asked for.
    Request,
    /// It may run.
    Approve,
    /// It may not run as it is.
    Reject,
    /// It may run within limits.
    Restrict,
    /// It is stopped for now.
    Suspend,
    /// It goes on as it was approved before.
    Resume,
    /// It is no longer used.
    Retire,
}

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nobody has approved it.
    Draft,
    /// Approval was asked for.
    InReview,
    /// It may run.
    Approved,
    /// It may run within limits.
    Restricted,
    /// It is stopped for now.
    Suspended,
    /// It is no longer used.
    Retired,
}

/// Whether an approval still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// It counts.
    Holds,
    /// The content, or how its tasks stand, is no longer what was approved.
    Stale,
    /// Its last day is over.
    Expired,
}

/// Where a card stands, and what that rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Where.
    pub status: Status,
    /// The approval that was given last and not taken back, and whether it still counts.
    pub approval: Option<(&'a CardEvent, Approval)>,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Request,
        Self::Approve,
        Self::Reject,
        Self::Restrict,
        Self::Suspend,
        Self::Resume,
        Self::Retire,
    ];

    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Approve => "approve",
            Self::Reject => "reject",
            Self::Restrict => "restrict",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Retire => "retire",
        }
    }

    /// Returns the kind with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Returns what was done, as a word of a sentence.
    pub const fn past(self) -> &'static str {
        match self {
            Self::Request => "asked for approval",
            Self::Approve => "approved",
            Self::Reject => "rejected",
            Self::Restrict => "restricted",
            Self::Suspend => "suspended",
            Self::Resume => "resumed",
            Self::Retire => "retired",
        }
    }

    /// Returns whether it lets the component run, so that it needs a version to be about.
    pub const fn is_about_a_version(self) -> bool {
        matches!(self, Self::Request | Self::Approve | Self::Restrict)
    }
}

impl Status {
    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in_review",
            Self::Approved => "approved",
            Self::Restricted => "restricted",
            Self::Suspended => "suspended",
            Self::Retired => "retired",
        }
    }

    /// Returns what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::InReview => "In review",
            Self::Approved => "Approved",
            Self::Restricted => "Restricted",
            Self::Suspended => "Suspended",
            Self::Retired => "Retired",
        }
    }

    /// Returns what can be done next.
    pub const fn next(self) -> &'static [EventKind] {
        use EventKind::{Approve, Reject, Request, Restrict, Resume, Retire, Suspend};
        match self {
            Self::Draft => &[Request, Retire],
            Self::InReview => &[Approve, Restrict, Reject, Retire],
            Self::Approved | Self::Restricted => &[Request, Suspend, Retire],
            Self::Suspended => &[Resume, Request, Retire],
            Self::Retired => &[Request],
        }
    }
}

impl<'a> Standing<'a> {
    /// Works out where a card stands on a day, from what was done about it, the oldest first, and the hash
    /// of what it says now.
    pub fn of(events: &'a [CardEvent], content_hash: &str, today: Date) -> Self {
        let mut status = Status::Draft;
        let mut given: Option<&CardEvent> = None;
        let of = |event: &CardEvent| match event.kind {
            EventKind::Restrict => Status::Restricted,
            _ => Status::Approved,
        };
        for event in events {
            status = match event.kind {
                EventKind::Request => Status::InReview,
                EventKind::Approve | EventKind::Restrict => {
                    given = Some(event);
                    of(event)
                }
                EventKind::Reject => {
                    given = None;
                    Status::Draft
                }
                EventKind::Suspend => Status::Suspended,
                EventKind::Resume => given.map_or(Status::Draft, of),
                EventKind::Retire => {
                    given = None;
                    Status::Retired
                }
            };
        }
        let state = |event: &CardEvent| {
            if event.until.is_some_and(|until| until < today) {
                Approval::Expired
            } else if event.content_hash == content_hash {
                Approval::Holds
            } else {
                Approval::Stale
            }
        };
        Self { status, approval: given.map(|event| (event, state(event))) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn event(kind: EventKind, hash: &str, until: Option<Date>) -> CardEvent {
        let text = String::new;
        CardEvent {
            kind,
            name: "Ana".into(),
            role: text(),
            reason: text(),
            conditions: text(),
            until,
            at: 0,
            version: "1.0.0".into(),
            content_hash: hash.into(),
        }
    }

    #[track_caller]
    fn check(events: &[CardEvent], expected: (Status, Option<Approval>)) {
        let standing = Standing::of(events, "now", TODAY);
        assert_eq!((standing.status, standing.approval.map(|(_, state)| state)), expected);
    }

    #[test]
    fn an_approval_is_bound_to_what_was_approved_and_to_its_last_day() {
        let approve = |hash, until| event(EventKind::Approve, hash, until);
        check(&[approve("now", None)], (Status::Approved, Some(Approval::Holds)));
        check(&[approve("then", None)], (Status::Approved, Some(Approval::Stale)));
        check(&[approve("now", Some(TODAY))], (Status::Approved, Some(Approval::Holds)));
        let over = approve("now", Some(date(2026, 11, 21)));
        check(&[over], (Status::Approved, Some(Approval::Expired)));
    }

    #[test]
    fn what_is_suspended_resumes_as_it_was_and_what_is_rejected_starts_again() {
        let does = |kind| event(kind, "now", None);
        let mut events = vec![does(EventKind::Restrict), does(EventKind::Suspend)];
        check(&events, (Status::Suspended, Some(Approval::Holds)));
        events.push(does(EventKind::Resume));
        check(&events, (Status::Restricted, Some(Approval::Holds)));
        events.extend([does(EventKind::Request), does(EventKind::Reject)]);
        check(&events, (Status::Draft, None));
    }

    #[test]
    fn a_kind_reads_back_from_its_key() {
        assert!(EventKind::ALL.iter().all(|kind| EventKind::from_key(kind.key()) == Some(*kind)));
    }
}
