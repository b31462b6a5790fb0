//! The calendar of a plan, read back by another library.

use documents::rollout::to_calendar;
use domain::rollout::{Activity, ActivityId, Phase};
use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property;
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use crate::plans::{Kept, kept, of, uuid};

/// Reads a file, which must be one calendar and nothing else.
fn read(file: &str) -> IcalCalendar {
    let calendars: Vec<IcalCalendar> =
        IcalParser::new(file.as_bytes()).map(|it| it.expect("it is a calendar")).collect();
    let [calendar] = <[IcalCalendar; 1]>::try_from(calendars).expect("it is one calendar");
    calendar
}

fn value<'a>(properties: &'a [Property], name: &str) -> &'a str {
    let found: Vec<&Property> = properties.iter().filter(|it| it.name == name).collect();
    assert!(found.len() <= 1, "{name} stands there {} times", found.len());
    found.first().and_then(|it| it.value.as_deref()).unwrap_or_default()
}

fn event<'a>(calendar: &'a IcalCalendar, uid: &str) -> &'a IcalEvent {
    let found = calendar.events.iter().find(|it| value(&it.properties, "UID") == uid);
    found.expect("the event is there")
}

/// Takes back what the format escapes.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, if letter == '\\' { letters.next() } else { None }) {
            (_, Some('n' | 'N')) => out.push('\n'),
            (_, Some(escaped)) => out.push(escaped),
            (letter, None) => out.push(letter),
        }
    }
    out
}

#[test]
fn an_activity_is_a_bar_of_whole_days_that_keeps_nobody_busy() {
    let calendar = read(&to_calendar(&kept().told()));
    let activity = event(&calendar, &format!("{}@trilane", uuid(11)));
    let start = activity.properties.iter().find(|it| it.name == "DTSTART").expect("it starts");
    let params = start.params.as_deref().unwrap_or_default();
    assert_eq!(params, [("VALUE".to_owned(), vec!["DATE".to_owned()])]);
    let said = |name| value(&activity.properties, name);
    assert_eq!((said("DTSTART"), said("DTEND")), ("20261130", "20261210"));
    assert_eq!(said("SUMMARY"), "Build the pipeline");
    assert_eq!((said("TRANSP"), said("STATUS")), ("TRANSPARENT", "CONFIRMED"));
    let description = unescaped(said("DESCRIPTION"));
    for words in ["Owner: Ana Ruiz", "Mailbox\nWeb form", "Waits for: List the channels"] {
        assert!(description.contains(words), "{words} in {description}");
    }
}

#[test]
fn gates_milestones_reviews_and_windows_are_there() {
    let kept = kept();
    let calendar = read(&to_calendar(&kept.told()));
    let days = |uid: String| {
        let event = event(&calendar, &uid);
        ["DTSTART", "DTEND", "STATUS"].map(|name| value(&event.properties, name).to_owned())
    };
    let plan = uuid(1);
    assert_eq!(
        days(format!("{plan}-gate-discovery@trilane")),
        ["20261127", "20261128", "CONFIRMED"]
    );
    assert_eq!(days(format!("{plan}-gate-pilot@trilane"))[2], "TENTATIVE");
    assert_eq!(days(format!("{}@trilane", uuid(12)))[..2], ["20261209", "20261210"]);
    assert_eq!(days(format!("{}@trilane", uuid(30)))[..2], ["20261214", "20261219"]);
    let review = event(&calendar, &format!("{plan}-review-privacy_mapping-1@trilane"));
    assert!(value(&review.properties, "DESCRIPTION").contains("One form is missing"));
    assert_eq!(calendar.events.len(), 6 + 4 + kept.told().reviews.len() + 1);
}

#[test]
fn a_calendar_asks_nobody_to_answer() {
    // With a METHOD, RFC 5546 asks each event for an organiser.
    assert!(!to_calendar(&kept().told()).contains("METHOD"));
}

#[test]
fn a_later_export_updates_what_the_first_one_made() {
    let kept = kept();
    let mut told = kept.told();
    let first = read(&to_calendar(&told));
    assert_eq!(to_calendar(&told), to_calendar(&told));
    told.made_at += 90.seconds();
    let second = read(&to_calendar(&told));
    for (one, other) in first.events.iter().zip(&second.events) {
        let said = |event: &IcalEvent, name| value(&event.properties, name).to_owned();
        assert_eq!(said(one, "UID"), said(other, "UID"));
        let number = |event| said(event, "SEQUENCE").parse::<i32>().expect("a number");
        assert_eq!(number(one) + 90, number(other));
        assert!(said(one, "LAST-MODIFIED") < said(other, "LAST-MODIFIED"));
        assert!(said(one, "DTSTAMP") < said(other, "DTSTAMP"));
    }
}

/// The clocks of most of Europe change on the 28th of March 2027, and those of America two weeks before.
#[test]
fn a_change_of_the_clock_moves_nothing() {
    let mut plan = kept().plan;
    plan.activities.truncate(1);
    plan.activities[0] =
        Activity::new(ActivityId::new(uuid(10)), Phase::Discovery, "Over the change".into(), 20);
    plan.start = date(2027, 3, 8);
    let calendar = read(&to_calendar(&of(plan).told()));
    let over = event(&calendar, &format!("{}@trilane", uuid(10)));
    assert_eq!(value(&over.properties, "DTSTART"), "20270308");
    assert_eq!(value(&over.properties, "DTEND"), "20270403");
    assert!(!to_calendar(&kept().told()).contains("TZID"));
}

fn named(names: &[String]) -> Kept {
    let mut plan = kept().plan;
    for (activity, name) in plan.activities.iter_mut().zip(names) {
        name.clone_into(&mut activity.name);
        name.clone_into(&mut activity.note);
    }
    of(plan)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_type_comes_back_as_it_was(
        // The other library drops colons at the beginning of a value.
        names in prop::collection::vec("[a-z日][ -~äß€日🚀;,\\\\:\"]{0,120}", 6),
    ) {
        let kept = named(&names);
        let file = to_calendar(&kept.told());
        prop_assert!(file.split_terminator("\r\n").all(|line| line.len() <= 75));
        let calendar = read(&file);
        for activity in &kept.plan.activities {
            let event = event(&calendar, &format!("{}@trilane", activity.id));
            let summary = unescaped(value(&event.properties, "SUMMARY"));
            prop_assert_eq!(summary.trim(), activity.title().trim());
        }
    }

    #[test]
    fn no_text_makes_an_event_or_a_property(names in prop::collection::vec(any::<String>(), 6)) {
        let kept = named(&names);
        let calendar = read(&to_calendar(&kept.told()));
        prop_assert_eq!(calendar.events.len(), 11 + kept.told().reviews.len());
        let known = ["UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND",
            "SUMMARY", "DESCRIPTION", "CATEGORIES", "STATUS", "TRANSP"];
        for property in calendar.events.iter().flat_map(|event| &event.properties) {
            prop_assert!(known.contains(&property.name.as_str()), "{}", property.name);
        }
    }
}
