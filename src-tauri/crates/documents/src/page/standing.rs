//! Where a card stands, in words that need no colour.

use domain::card::{Approval, CardEvent, EventKind, Status};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Standing, Tone};
use crate::Card;

/// Tells where the card stands and what that rests on.
pub(super) fn standing(card: &Card<'_>) -> Standing {
    let runs = matches!(card.status, Status::Approved | Status::Restricted);
    let (sentence, tone) = match (card.status, card.approval) {
        (Status::Draft, _) => ("Nobody has approved it.".to_owned(), Tone::Open),
        (Status::InReview, None) => ("Approval was asked for.".to_owned(), Tone::Open),
        (Status::InReview, Some((event, state))) => {
            (format!("Approval was asked for again. {}", told(event, state)), Tone::Open)
        }
        (Status::Suspended, _) => ("It is stopped for now and must not run.".into(), Tone::Warning),
        (Status::Retired, _) => ("It is no longer used.".to_owned(), Tone::Open),
        (_, None) => ("Who approved it is not recorded.".to_owned(), Tone::Warning),
        (_, Some((event, state))) => {
            let holds = runs && state == Approval::Holds;
            (told(event, state), if holds { Tone::Settled } else { Tone::Warning })
        }
    };
    let version = card.version.map_or("Not yet a version".to_owned(), version);
    let now = match card.approval {
        Some((_, Approval::Stale)) if runs => ", now stale",
        Some((_, Approval::Expired)) if runs => ", now expired",
        _ => "",
    };
    Standing { status: format!("{}{now}", card.status.name()), version, sentence, tone }
}

/// Says what an approval that no longer counts is; nothing for one that does.
pub(super) fn doubt(event: &CardEvent, state: Approval) -> Option<String> {
    match state {
        Approval::Holds => None,
        Approval::Stale => Some(
            "STALE: the card, or how its tasks stand, is no longer what was approved.".to_owned(),
        ),
        Approval::Expired => {
            let until = event.until.map_or(String::new(), |until| format!(" on {}", day(until)));
            Some(format!("EXPIRED: the approval ended{until}."))
        }
    }
}

/// Returns a day as it is printed.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// Returns the day, in UTC, on which something was done.
pub(super) fn day_of(event: &CardEvent) -> Option<String> {
    let at = Timestamp::from_millisecond(event.at).ok()?;
    Some(day(at.to_zoned(TimeZone::UTC).date()))
}

/// Returns the number of a version as it is printed.
pub(super) fn version(number: &str) -> String {
    format!("Version {number}")
}

fn told(event: &CardEvent, state: Approval) -> String {
    let what =
        if event.kind == EventKind::Restrict { "Approved within limits" } else { "Approved" };
    let name = if event.name.is_empty() { "somebody without a name" } else { &event.name };
    let mut told = format!("{what} by {name}");
    if !event.role.is_empty() {
        told = format!("{told}, {}", event.role);
    }
    if let Some(day) = day_of(event) {
        told = format!("{told}, on {day}");
    }
    if let (Some(until), Approval::Holds | Approval::Stale) = (event.until, state) {
        told = format!("{told}, until {}", day(until));
    }
    let doubt = doubt(event, state).map_or(String::new(), |doubt| format!(" {doubt}"));
    format!("{told}.{doubt}")
}
