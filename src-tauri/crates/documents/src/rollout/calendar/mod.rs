//! A plan as a calendar: an iCalendar file (RFC 5545) that every calendar program takes in.
//!
//! Everything in a plan is a day of the calendar, and stands in the file as a day without a time. No time zone and
//! no change of the clock can move it: the 23rd is the 23rd wherever the file is opened.

mod lines;

use domain::rollout::{Activity, Placement, Progress, Review, WindowId};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Gate, Plan, words};
use lines::Lines;

/// An event of one day or more.
struct Event<'a> {
    /// Stays the same from export to export, so that a second one updates what the first one made.
    uid: String,
    first: Date,
    last: Date,
    summary: String,
    description: Vec<String>,
    categories: [&'a str; 2],
    is_firm: bool,
}

/// Returns a plan as an iCalendar file.
///
/// An activity that was deleted since an earlier export is not in the file, and a calendar that took that one in
/// keeps it: only a calendar that is read anew each time forgets.
pub fn to_calendar(plan: &Plan<'_>) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put_text("PRODID", &format!("-//Trilane//Trilane {}//EN", plan.made_by));
    lines.put("CALSCALE", "GREGORIAN");
    // Without a METHOD: with one, RFC 5546 asks each event for an organiser, and a plan has none.
    // The first name is of RFC 7986; the second is what most programs look for.
    let name = format!("{} – {}", plan.kept.name, plan.workspace);
    lines.put_text("NAME", &name);
    lines.put_text("X-WR-CALNAME", &name);
    let [origin, trail] = plan.footer();
    lines.put_text("DESCRIPTION", &format!("{origin} {trail}"));
    let stamp = Stamp::of(plan);
    for event in events(plan) {
        put(&mut lines, &event, &stamp);
    }
    lines.put("END", "VCALENDAR");
    lines.finish()
}

/// When an export is made, as each of its events says.
struct Stamp {
    at: String,
    /// Grows from export to export and fits into 31 bits for 68 years: the seconds since the plan was made.
    sequence: String,
    made: String,
}

impl Stamp {
    fn of(plan: &Plan<'_>) -> Self {
        let text =
            |at: jiff::Timestamp| at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
        let made = jiff::Timestamp::from_millisecond(plan.kept.made_at).unwrap_or(plan.made_at);
        let seconds = plan.made_at.as_second().saturating_sub(made.as_second());
        Self {
            at: text(plan.made_at),
            sequence: seconds.clamp(0, i64::from(i32::MAX)).to_string(),
            made: text(made),
        }
    }
}

fn events<'a>(plan: &'a Plan<'_>) -> Vec<Event<'a>> {
    let placed = plan.kept.activities.iter().zip(&plan.schedule.placements);
    let activities = placed.map(|(activity, placed)| of_activity(plan, activity, placed));
    let gates = plan.gates.iter().map(|gate| of_gate(plan, gate));
    let reviews = plan.reviews.iter().map(|review| of_review(plan, review));
    let windows = plan.kept.windows.iter().map(of_window);
    activities.chain(gates).chain(reviews).chain(windows).collect()
}

fn of_activity<'a>(plan: &Plan<'_>, activity: &'a Activity, placed: &Placement) -> Event<'a> {
    let progress = activity.progress(placed.start, placed.end, plan.made_on);
    let mut description = Vec::new();
    if !activity.owner.is_empty() {
        description.push(format!("Owner: {}", activity.owner));
    }
    description.push(format!("{}. {}", activity.phase.name(), progress.name()));
    if !activity.note.is_empty() {
        description.push(activity.note.clone());
    }
    let needs = words::names(plan.kept, &activity.needs);
    if !needs.is_empty() {
        description.push(format!("Waits for: {}", needs.join("; ")));
    }
    if let Some((start, end)) = activity.baseline {
        description.push(format!("Promised: {start} to {end}"));
    }
    if placed.is_critical() && progress != Progress::Done {
        description.push("Critical: when this ends later, the plan ends later.".to_owned());
    }
    let has_begun = matches!(progress, Progress::Running | Progress::Done);
    Event {
        uid: format!("{}@trilane", activity.id),
        first: placed.start,
        last: placed.end,
        summary: activity.title().to_owned(),
        description,
        categories: [
            activity.phase.name(),
            if activity.is_milestone() { "Milestone" } else { "Activity" },
        ],
        is_firm: has_begun || activity.baseline.is_some(),
    }
}

fn of_gate<'a>(plan: &Plan<'_>, gate: &Gate<'_>) -> Event<'a> {
    let holding = gate.checked.iter().filter(|it| it.holds()).count();
    let mut description = vec![format!(
        "{}. {holding} of {} hold.",
        gate.standing,
        words::counted(gate.checked.len(), "condition", "conditions")
    )];
    let open = gate.checked.iter().filter(|it| !it.holds());
    description.extend(open.map(|it| format!("Open: {}", it.condition.statement)));
    let day = plan.schedule.phases[gate.phase.place()].gate;
    Event {
        uid: format!("{}-gate-{}@trilane", plan.kept.id, gate.phase.key()),
        first: day,
        last: day,
        summary: format!("Gate of {}", gate.phase.name()),
        description,
        categories: [gate.phase.name(), "Gate"],
        is_firm: gate.decided.is_some(),
    }
}

fn of_review<'a>(plan: &Plan<'_>, review: &Review<'_>) -> Event<'a> {
    let kind = review.kind;
    let mut description = vec![kind.question().to_owned()];
    if let Some(done) = review.done {
        description.push(format!("Done on {} by {}: {}", done.on, done.name, done.findings));
    }
    Event {
        uid: format!("{}-review-{}-{}@trilane", plan.kept.id, kind.key(), review.number),
        first: review.due,
        last: review.due,
        summary: format!("{}, no. {}", kind.name(), review.number),
        description,
        categories: [domain::rollout::Phase::Govern.name(), "Review"],
        is_firm: true,
    }
}

fn of_window<'a>((id, window): &(WindowId, domain::rollout::HighImpactWindow)) -> Event<'a> {
    Event {
        uid: format!("{id}@trilane"),
        first: window.first,
        last: window.last,
        summary: window.name.clone(),
        description: vec![format!("People look below {} % confidence.", window.review_below)],
        categories: ["High-impact window", ""],
        is_firm: true,
    }
}

fn put(lines: &mut Lines, event: &Event<'_>, stamp: &Stamp) {
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &event.uid);
    lines.put("DTSTAMP", &stamp.at);
    lines.put("CREATED", &stamp.made);
    lines.put("LAST-MODIFIED", &stamp.at);
    lines.put("SEQUENCE", &stamp.sequence);
    lines.put("DTSTART;VALUE=DATE", &compact(event.first));
    // The end is the first day that no longer belongs to the event.
    lines.put("DTEND;VALUE=DATE", &compact(event.last.saturating_add(1.day())));
    lines.put_text("SUMMARY", &event.summary);
    lines.put_text("DESCRIPTION", &event.description.join("\n"));
    lines.put_texts("CATEGORIES", &event.categories);
    lines.put("STATUS", if event.is_firm { "CONFIRMED" } else { "TENTATIVE" });
    // A bar of some weeks keeps nobody from meeting anybody.
    lines.put("TRANSP", "TRANSPARENT");
    lines.put("END", "VEVENT");
}

fn compact(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}
