//! The model cards as rows of a sheet.

use domain::card::{Approval, Item, form};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use spreadsheet::CardRow;

use crate::cards::Card;

/// Returns a row a card.
pub(super) fn rows(cards: &[Card]) -> Vec<CardRow> {
    cards.iter().map(row).collect()
}

fn row(card: &Card) -> CardRow {
    let needs = card.needs();
    let standing = card.standing();
    let given = standing.approval.map(|(event, _)| event);
    let missing = needs.iter().filter(|need| !need.is_met).map(|need| need.field.label);
    let lanes = card.lanes().into_iter().map(domain::Lane::name);
    let tasks = card.tasks.iter().map(|task| task.name.as_str());
    let text = |field: &str| {
        let answer = card.content.text(field);
        form::field(field).map_or(answer, |it| it.words(answer)).to_owned()
    };
    CardRow {
        texts: [
            card.title().to_owned(),
            text("summary"),
            standing.status.name().to_owned(),
            approval(card),
            card.kept.versions.last().map(|it| it.number.clone()).unwrap_or_default(),
            lanes.collect::<Vec<_>>().join(", "),
            tasks.collect::<Vec<_>>().join("\n"),
            card.content.items("owners").iter().map(person).collect::<Vec<_>>().join("\n"),
            text("approver"),
            text("engine"),
            text("model"),
            missing.collect::<Vec<_>>().join(", "),
        ],
        answered: count(needs.iter().filter(|need| need.is_met).count()),
        asked: count(needs.len()),
        approved_on: given
            .and_then(|event| Timestamp::from_millisecond(event.at).ok())
            .map(|at| at.to_zoned(TimeZone::system()).date()),
        until: given.and_then(|event| event.until),
        id: card.kept.id.to_string(),
    }
}

fn approval(card: &Card) -> String {
    let Some((event, state)) = card.standing().approval else { return String::new() };
    let name = &event.name;
    match state {
        Approval::Holds => format!("By {name}, holds"),
        Approval::Stale => format!("By {name}, stale: what was approved has changed"),
        Approval::Expired => format!("By {name}, no longer in force"),
    }
}

fn person(owner: &Item) -> String {
    let parts = ["name", "role", "contact"].map(|column| owner.text(column));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
