//! A plan as Markdown: what a page of a wiki or a ticket takes.

use domain::rollout::gate::{Checked, GateVerdict};
use domain::rollout::{
    Activity, Objection, ObjectionField, PILOT_FIELDS, Phase, PilotKind, Placement, ReviewKind,
};
use jiff::tz::TimeZone;

use super::{Gate, Pilot, Plan, words};
use crate::formats::markdown::{block, inline};

/// Returns a plan as Markdown. Whatever people wrote stands in it as text, never as a sign.
pub fn to_markdown(plan: &Plan<'_>) -> String {
    let mut out = Page::default();
    out.line(&format!("# {}", inline(&plan.kept.name)));
    out.line(&span(plan));
    if plan.kept.is_example {
        out.line("This plan is an example that Trilane brings.");
    }
    for phase in Phase::ALL {
        of_phase(&mut out, plan, phase);
    }
    pilots(&mut out, &plan.pilots);
    reviews(&mut out, plan);
    windows(&mut out, plan);
    objections(&mut out, &plan.kept.objections);
    out.line("---");
    out.line(&format!("Workspace {}", plan.footer().map(|it| inline(&it)).join(" ")));
    out.text
}

/// Paragraphs with an empty line between them.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn table(&mut self, headers: &[&str], rows: impl Iterator<Item = Vec<String>>) {
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let headers: Vec<String> = headers.iter().map(|it| (*it).to_owned()).collect();
        let rule = vec!["---".to_owned(); headers.len()];
        let rows = rows.map(|row| line(&row));
        let lines: Vec<String> = [line(&headers), line(&rule)].into_iter().chain(rows).collect();
        self.line(&lines.join("\n"));
    }

    fn list(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.map(|it| format!("- {it}")).collect();
        if !items.is_empty() {
            self.line(&items.join("\n"));
        }
    }
}

fn span(plan: &Plan<'_>) -> String {
    let [first, .., last] = &plan.schedule.phases;
    format!(
        "From {} to {}, as of {}. A day of work is one on which the plan says that people work.",
        words::day(first.start),
        words::day(last.gate),
        words::day(plan.made_on)
    )
}

fn of_phase(out: &mut Page, plan: &Plan<'_>, phase: Phase) {
    let span = plan.schedule.phases[phase.place()];
    out.line(&format!("## {}", phase.name()));
    out.line(&format!(
        "{} to {}. Usually {}.",
        words::day(span.start),
        words::day(span.gate),
        phase.lasts()
    ));
    let placed = plan.kept.activities.iter().zip(&plan.schedule.placements);
    let rows: Vec<_> = placed.filter(|(activity, _)| activity.phase == phase).collect();
    if rows.is_empty() {
        out.line("Nothing is planned in this phase.");
    } else {
        let headers = [
            "Activity",
            "Owner",
            "Start",
            "End",
            "Days",
            "Waits for",
            "Slack",
            "Progress",
            "Promised",
            "Note",
        ];
        out.table(&headers, rows.into_iter().map(|(activity, placed)| row(plan, activity, placed)));
    }
    for gate in plan.gates.iter().filter(|gate| gate.phase == phase) {
        of_gate(out, gate, &plan.zone);
    }
}

fn row(plan: &Plan<'_>, activity: &Activity, placed: &Placement) -> Vec<String> {
    let needs: Vec<String> =
        words::names(plan.kept, &activity.needs).into_iter().map(inline).collect();
    let progress = activity.progress(placed.start, placed.end, plan.made_on);
    let slack = match activity.done {
        Some(_) => String::new(),
        None if placed.is_critical() => "critical".into(),
        None => placed.slack.to_string(),
    };
    let promised =
        activity.baseline.map_or(String::new(), |(start, end)| format!("{start} to {end}"));
    vec![
        inline(activity.title()),
        inline(&activity.owner),
        placed.start.to_string(),
        placed.end.to_string(),
        if activity.is_milestone() { "milestone".into() } else { activity.days.to_string() },
        needs.join("; "),
        slack,
        progress.name().to_owned(),
        promised,
        inline(&activity.note),
    ]
}

fn of_gate(out: &mut Page, gate: &Gate<'_>, zone: &TimeZone) {
    out.line(&format!("### Gate of {}", gate.phase.name()));
    out.line(&format!("{}.", gate.standing));
    out.list(gate.checked.iter().map(|checked| condition(checked, zone)));
    if let Some(event) = gate.decided {
        let verb = match event.verdict {
            GateVerdict::Go => "went on",
            GateVerdict::Hold => "held",
            GateVerdict::Stop => "stopped",
        };
        let role = if event.role.is_empty() { String::new() } else { format!(", {}", event.role) };
        let open = match event.open {
            0 => String::new(),
            open => {
                format!(" {} did not hold.", words::counted(open.into(), "condition", "conditions"))
            }
        };
        let reason = if event.reason.is_empty() {
            String::new()
        } else {
            format!(" Reason: {}", event.reason)
        };
        let told = format!(
            "Decided: {}{role} {verb} on {}.{open}{reason}",
            event.name,
            words::day_of(event.at, zone)
        );
        out.line(&inline(&told));
    }
}

fn condition(checked: &Checked<'_>, zone: &TimeZone) -> String {
    let mark = if checked.holds() { 'x' } else { ' ' };
    let basis = match (&checked.finding, checked.mark) {
        (Some(finding), _) => finding.found.clone(),
        (None, Some(mark)) => {
            format!("confirmed by {} on {}: {}", mark.name, words::day_of(mark.at, zone), mark.note)
        }
        (None, None) => "nobody has confirmed it yet".to_owned(),
    };
    format!("[{mark}] {} ({})", checked.condition.statement, inline(&basis))
}

fn pilots(out: &mut Page, pilots: &[Pilot<'_>]) {
    if pilots.is_empty() {
        return;
    }
    out.line("## Pilots");
    for pilot in pilots {
        out.line(&format!("### {}", inline(&pilot.task)));
        let lane = pilot.lane.map_or("No lane yet", domain::Lane::name);
        out.line(&format!("Lane: {lane}. Automation: {}.", pilot.automation.name()));
        let said =
            |kind: fn(PilotKind) -> bool| PILOT_FIELDS.iter().filter(move |field| kind(field.kind));
        out.table(
            &["Measure", "Written down"],
            said(|kind| kind != PilotKind::Step).map(|field| {
                let text = pilot.kept.text(field.key);
                let text = if text.is_empty() { "not written down".into() } else { inline(text) };
                vec![inline(field.label), text]
            }),
        );
        out.list(
            said(|kind| kind == PilotKind::Step)
                .filter(|field| !pilot.kept.text(field.key).is_empty())
                .map(|field| format!("{}: {}", field.label, inline(pilot.kept.text(field.key)))),
        );
    }
}

fn reviews(out: &mut Page, plan: &Plan<'_>) {
    if plan.reviews.is_empty() {
        return;
    }
    out.line("## Reviews");
    out.list(ReviewKind::ALL.iter().map(|kind| format!("{}: {}", kind.name(), kind.question())));
    let rows = plan.reviews.iter().map(|review| {
        let standing = match review.done {
            Some(done) => format!("Done on {} by {}", done.on, inline(&done.name)),
            None if review.due < plan.made_on => "Overdue".to_owned(),
            None => "To come".to_owned(),
        };
        let found = review.done.map_or(String::new(), |done| inline(&done.findings));
        let next = review.done.map_or(String::new(), |done| inline(&done.follow_ups));
        let name = format!("{}, no. {}", review.kind.name(), review.number);
        vec![name, review.due.to_string(), standing, found, next]
    });
    out.table(&["Review", "Due", "Standing", "Found", "To be done"], rows);
}

fn windows(out: &mut Page, plan: &Plan<'_>) {
    if plan.kept.windows.is_empty() {
        return;
    }
    out.line("## High-impact windows");
    let rows = plan.kept.windows.iter().map(|(_, window)| {
        vec![
            inline(&window.name),
            window.first.to_string(),
            window.last.to_string(),
            format!("{} %", window.review_below),
        ]
    });
    out.table(&["Window", "First day", "Last day", "People look below"], rows);
}

fn objections(out: &mut Page, objections: &[Objection]) {
    if objections.is_empty() {
        return;
    }
    out.line("## Objections and answers");
    for objection in objections {
        let text = objection.text(ObjectionField::Objection);
        let title = if text.is_empty() { "An objection without words" } else { text };
        out.line(&format!("### {}", inline(title)));
        for field in ObjectionField::ALL {
            let text = objection.text(field);
            if field != ObjectionField::Objection && !text.is_empty() {
                out.line(&format!("**{}:** {}", field.name(), block(text)));
            }
        }
    }
}
