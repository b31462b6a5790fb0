//! Cards to print: one as it should be, one that says nothing, one that says all it can in long German.

#![allow(dead_code, reason = "each test and bench takes what it needs")]

use documents::Card;
use domain::card::{Approval, CardEvent, Content, EventKind, Kind, Place, Status, form};
use jiff::civil::date;

/// A head of the trail's chain.
pub const HEAD: &str = "3f2a9c0d4e5b6a7f8091a2b3c4d5e6f70819a2b3c4d5e6f70819a2b3c4d5e6f7";

/// A card with this content, still a draft.
pub fn draft(content: &Content) -> Card<'_> {
    Card {
        id: "0193f0a4-0000-7000-8000-000000000001",
        content,
        version: None,
        changes: "",
        status: Status::Draft,
        approval: None,
        workspace: "Q3 plan",
        made_on: date(2026, 11, 22),
        chain_head: HEAD,
        made_by: "0.1.0",
    }
}

/// The same card, approved.
pub fn approved<'a>(content: &'a Content, event: &'a CardEvent, state: Approval) -> Card<'a> {
    Card {
        version: Some("1.2.0"),
        changes: "A new queue for invoices.",
        status: Status::Approved,
        approval: Some((event, state)),
        ..draft(content)
    }
}

/// An approval with conditions and a last day.
pub fn approval() -> CardEvent {
    CardEvent {
        kind: EventKind::Approve,
        name: "Maria Lindqvist".into(),
        role: "Head of Marketing".into(),
        reason: "Three weeks of shadow running without a lost complaint.".into(),
        conditions: "Not before the shared inbox has a second reader on weekends.".into(),
        until: Some(date(2027, 5, 31)),
        at: 1_795_000_000_000,
        version: "1.2.0".into(),
        content_hash: "0".repeat(64),
    }
}

type Answers = &'static [(&'static str, &'static str)];

const LISTS: [(&str, &[Answers]); 5] = [
    (
        "owners",
        &[
            &[
                ("name", "Ana Ruiz"),
                ("role", "Marketing operations lead"),
                ("contact", "ana@example.com"),
            ],
            &[("name", "Jonas Weber"), ("role", "Enquiry desk")],
        ],
    ),
    (
        "sources",
        &[
            &[("name", "List of queues"), ("refreshed", "2026-11-01"), ("sensitivity", "internal")],
            &[
                ("name", "Help centre articles"),
                ("link", "https://help.example.com"),
                ("refreshed", "2026-10-12"),
                ("sensitivity", "public"),
            ],
        ],
    ),
    (
        "escalation",
        &[
            &[("who", "Operations lead"), ("hours", "2"), ("how", "Ticket, then a call")],
            &[("who", "Head of Marketing"), ("hours", "4"), ("how", "Call")],
        ],
    ),
    (
        "metrics",
        &[
            &[
                ("metric", "Precision"),
                ("slice", "all enquiries"),
                ("value", "0.94"),
                ("low", "0.90"),
                ("high", "0.97"),
                ("n", "240"),
                ("method", "Wilson, 95 %"),
            ],
            &[
                ("metric", "Recall"),
                ("slice", "complaints"),
                ("value", "0.88"),
                ("low", "0.71"),
                ("high", "0.96"),
                ("n", "26"),
                ("method", "Wilson, 95 %"),
            ],
        ],
    ),
    (
        "tasks",
        &[
            &[
                ("name", "Inbound email triage"),
                ("predictability", "5"),
                ("impact_of_error", "4"),
                ("data_sensitivity", "4"),
                ("context_depth", "4"),
                ("sum", "17"),
                ("recommended", "Automate"),
                ("lane", "Automate"),
                ("stability", "Automate in 40 of 54 cases with scores one point off"),
            ],
            &[
                ("name", "Contract renewals mailing"),
                ("predictability", "5"),
                ("impact_of_error", "1"),
                ("data_sensitivity", "5"),
                ("context_depth", "5"),
                ("sum", "16"),
                ("recommended", "Automate"),
                ("guardrails", "Where any score is 1, the lane is at most Hybrid."),
                ("lane", "Hybrid"),
                ("stability", "Hybrid in 36 of 36 cases with scores one point off"),
                ("decision", "Hybrid, by Maria Lindqvist, until 2027-05-31: a renewal is money"),
            ],
        ],
    ),
];

/// A card as somebody would write it.
pub fn normal() -> Content {
    let mut content = Content::default();
    for field in form::fields() {
        if !field.example.is_empty() {
            content.put(Place::Card, field.key, field.example.to_owned());
        }
    }
    for (field, text) in [
        ("engine", "general_model"),
        ("deployment", "api"),
        ("vendor", "Example Cloud"),
        ("provider", "Example Models"),
        ("model", "example-large"),
        ("grounding", "not_applicable"),
        ("training_data", "Not disclosed by the vendor."),
        ("fairness_action", ""),
    ] {
        content.put(Place::Card, field, text.to_owned());
    }
    for (list, items) in LISTS {
        for (at, answers) in items.iter().enumerate() {
            for (column, text) in *answers {
                content.put(Place::Item(list, &format!("{at:03}")), column, (*text).to_owned());
            }
        }
    }
    content
}

/// A card whose every answer says this, and whose every list has so many items.
pub fn filled(words: &str, items: usize) -> Content {
    let mut content = Content::default();
    for field in form::fields() {
        match field.kind {
            Kind::List(columns) => {
                for at in 0..items {
                    for column in columns {
                        let id = format!("{at:03}");
                        let text = answer(column.kind, words);
                        content.put(Place::Item(field.key, &id), column.key, text);
                    }
                }
            }
            kind => content.put(Place::Card, field.key, answer(kind, words)),
        }
    }
    content
}

/// Words of a German who means to be precise.
pub const GERMAN: &str = "Die Kundenbeziehungsmanagementverantwortlichen überprüfen stichprobenartig die \
    Datenschutzgrundverordnungskonformität sämtlicher Einwilligungserklärungen, bevor personenbezogene \
    Interessentendaten an Auftragsverarbeitungsdienstleister weitergegeben werden; Ausnahmegenehmigungen \
    erteilt ausschließlich die Marketingabteilungsleitung.";

fn answer(kind: Kind, words: &str) -> String {
    match kind {
        Kind::Day => "2026-12-31".to_owned(),
        Kind::Number => "12345.678".to_owned(),
        Kind::Choice(choices) => choices[0].0.to_owned(),
        Kind::Line => words.chars().take(120).collect(),
        _ => words.to_owned(),
    }
}
