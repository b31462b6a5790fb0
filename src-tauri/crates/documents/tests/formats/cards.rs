//! Cards to write: a full one, and any that the form can hold.

use documents::Card;
use domain::card::{
    Approval, CardEvent, CardField, Content, EventKind, Item, Kind, Place, Source, Status, form,
};
use jiff::civil::date;
use proptest::prelude::*;

/// Texts that mean something to some reader or other.
pub const SIGNS: &[&str] = &[
    "---",
    "...",
    "\n---\n",
    "a: b",
    "- a\n- b",
    "# Heading",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](data:text/html,x)",
    "<!-- remark -->",
    "```\ncode",
    "    code",
    "| a | b |\n| - | - |\n| c | d |",
    "title\n===",
    "title\n---",
    "1. one",
    "&lt;&amp;",
    "{{ name }}",
    "!!python/object:x",
    "&a *a",
    "yes",
    "null",
    "0755",
    "1e3",
    "\\(x\\) $$y$$",
    "[^1]: note",
    "https://example.com",
    "\u{2028}\u{FEFF}\u{202E}",
    "\u{1F469}\u{200D}\u{1F680}",
    " two  blanks ",
    "“quotes” 'and' \"more\"",
    "\u{FFFE}\u{10FFFF}",
    ":--",
    "+++",
    "~~~",
];

pub fn card<'a>(content: &'a Content, event: Option<&'a CardEvent>) -> Card<'a> {
    Card {
        id: "0199a3f0-0000-7000-8000-000000000001",
        content,
        version: Some("1.2.0"),
        changes: "New *prompt*",
        status: Status::Approved,
        approval: event.map(|event| (event, Approval::Holds)),
        workspace: "Marketing <EMEA>",
        made_on: date(2026, 11, 22),
        chain_head: "0123456789abcdef0123456789abcdef",
        made_by: "0.1.0",
    }
}

pub fn approval() -> CardEvent {
    CardEvent {
        kind: EventKind::Approve,
        name: "Ana Ruiz".into(),
        role: "Head of Marketing".into(),
        reason: "Measured".into(),
        conditions: "No *legal* mail".into(),
        until: Some(date(2027, 11, 22)),
        at: 0,
        version: "1.2.0".into(),
        content_hash: "00".into(),
    }
}

/// A card that answers everything, as a person could.
pub fn full() -> Content {
    let mut content = Content::default();
    let answer = |field: &CardField| match field.kind {
        Kind::Choice(choices) => choices[0].0.to_owned(),
        Kind::Number => "0.5".to_owned(),
        Kind::Day => "2026-11-01".to_owned(),
        _ if field.example.is_empty() => field.label.to_owned(),
        _ => field.example.to_owned(),
    };
    for field in form::fields() {
        let Some(columns) = field.columns() else {
            content.put(Place::Card, field.key, answer(field));
            continue;
        };
        for id in ["a", "b"] {
            for column in columns {
                content.put(Place::Item(field.key, id), column.key, answer(column));
            }
        }
    }
    content.put(Place::Item("tasks", "a"), "lane", "Hybrid".into());
    content.put(Place::Item("metrics", "b"), "slice", "Spanish".into());
    content
}

/// Any content that the form can hold, with texts of every kind.
pub fn any_content() -> impl Strategy<Value = Content> {
    let texts = prop::collection::vec(any_text(), 40);
    (texts, any::<u64>()).prop_map(|(texts, seed)| {
        let mut random = seed | 1;
        let mut next = move |below: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            usize::try_from(random % 10_007).unwrap() % below
        };
        let mut content = Content::default();
        for field in form::fields() {
            let Some(columns) = field.columns() else {
                if next(3) > 0 {
                    let text = fitting(field, &texts[next(texts.len())], next(1000));
                    content.put(Place::Card, field.key, text);
                }
                continue;
            };
            let mut items = Vec::new();
            for number in 0..next(4) {
                let mut item = Item::new(format!("{}-{number}", next(1000)));
                for column in columns {
                    let text = fitting(column, &texts[next(texts.len())], next(1000));
                    item.put(column, text);
                }
                items.push(item);
            }
            items.dedup_by(|one, other| one.id == other.id);
            content.put_items(field.key, items);
        }
        content
    })
}

fn any_text() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(SIGNS).prop_map(str::to_owned);
    let signs = prop::collection::vec(prop::sample::select(SIGNS), 1..6);
    prop_oneof![
        3 => "\\PC{0,40}",
        2 => "[ -~\n\t]{0,60}",
        2 => "[-#*_`<>|:&!\\[\\](){}'\"\\\\/ \n\t0-9a-z=+.~$^]{0,30}",
        2 => sign,
        2 => signs.prop_map(|signs| signs.concat()),
        1 => Just(String::new()),
    ]
}

/// Returns the text as the field could hold it.
fn fitting(field: &CardField, text: &str, number: usize) -> String {
    let is_held = |it: char| !it.is_control() || matches!(it, '\n' | '\t');
    let text: String = text.chars().filter(|it| is_held(*it)).collect();
    match field.kind {
        _ if field.source == Source::Workspace => text,
        Kind::Line => text.chars().filter(|it| !it.is_control()).collect(),
        Kind::Text | Kind::Prompt => text,
        Kind::Day => format!("20{:02}-{:02}-{:02}", number % 90, number % 12 + 1, number % 28 + 1),
        Kind::Number => field.read(&format!("{}.{}", number / 7, number % 7)).unwrap(),
        Kind::Choice(choices) => choices[number % choices.len()].0.to_owned(),
        Kind::List(_) => String::new(),
    }
}
