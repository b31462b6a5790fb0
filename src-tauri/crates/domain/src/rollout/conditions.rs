//! What each gate asks.

use super::gate::{Asks, Condition, Facts, Finding};
use super::{Automation, Phase};
use crate::{Lane, figures};

/// How many scored tasks the playbook asks for before a pilot is chosen.
pub const SCORED_FIRST: usize = 15;

/// Every condition, gate by gate.
pub const CONDITIONS: [Condition; 21] = [
    app(
        "scored",
        Phase::Discovery,
        "The most important tasks are scored: fifteen, or all where there are fewer",
        scored,
    ),
    app("channels", Phase::Discovery, "Every task names the channels that it comes by", channels),
    app(
        "systems",
        Phase::Discovery,
        "Every Automate and Hybrid task names the systems that receive its result",
        systems,
    ),
    app(
        "pilots",
        Phase::Discovery,
        "One Automate and one Hybrid task are chosen as pilots",
        pilots,
    ),
    app("discovery_done", Phase::Discovery, "Every activity of Discovery is done", |facts| {
        done(facts, Phase::Discovery)
    }),
    app(
        "targets",
        Phase::Pilot,
        "Every pilot had its targets and margins before it began",
        targets,
    ),
    app("cards", Phase::Pilot, "Every pilot has a model card whose approval holds", cards),
    app("watched", Phase::Pilot, "Every pilot ran in shadow, and then under review", watched),
    app("pilot_done", Phase::Pilot, "Every activity of Pilot is done", |facts| {
        done(facts, Phase::Pilot)
    }),
    person(
        "review_rules",
        Phase::Pilot,
        "It is agreed when a person looks, and how fast",
        "The threshold for review and the SLA of an escalation, in writing.",
    ),
    person(
        "logging",
        Phase::Pilot,
        "Inputs and outputs are kept for an audit",
        "A sample of the decision log.",
    ),
    person(
        "law",
        Phase::Pilot,
        "The pilots fit the law of every region and of the trade",
        "What privacy or legal wrote back.",
    ),
    person(
        "enough_cases",
        Phase::Pilot,
        "Enough reviewed cases were counted to tell",
        "How many, and how many were asked for before.",
    ),
    person(
        "accuracy",
        Phase::Pilot,
        "The accuracy holds its target, with its margin, at the lower end of its interval",
        "Right, of how many, and the interval.",
    ),
    person(
        "sla",
        Phase::Pilot,
        "The rate of SLA breaches is not above what was promised, at the upper end of its interval",
        "Breaches, of how many, and the interval.",
    ),
    app(
        "rolled_out",
        Phase::Expand,
        "Every Automate task runs, with review or without",
        rolled_out,
    ),
    app("none_paused", Phase::Expand, "No automation is paused", none_paused),
    app("expand_done", Phase::Expand, "Every activity of Expand is done", |facts| {
        done(facts, Phase::Expand)
    }),
    person(
        "corrections",
        Phase::Expand,
        "Corrections by people flow back into prompts or training",
        "When they last did, and what changed.",
    ),
    person(
        "attribution",
        Phase::Expand,
        "Every enquiry carries its campaign and its source",
        "A report of revenue by source.",
    ),
    app("reviews", Phase::Govern, "The first audits were done, and none is overdue", reviews),
];

const fn app(
    key: &'static str,
    phase: Phase,
    statement: &'static str,
    look: fn(&Facts) -> Finding,
) -> Condition {
    Condition { key, phase, statement, asks: Asks::App(look) }
}

const fn person(
    key: &'static str,
    phase: Phase,
    statement: &'static str,
    rests_on: &'static str,
) -> Condition {
    Condition { key, phase, statement, asks: Asks::Person(rests_on) }
}

fn finding(holds: bool, found: String) -> Finding {
    Finding { holds, found }
}

fn scored(facts: &Facts) -> Finding {
    let asked = facts.tasks.min(SCORED_FIRST);
    let found = format!("{} of {} scored", figures(facts.scored), figures(facts.tasks));
    finding(facts.tasks > 0 && facts.scored >= asked, found)
}

fn channels(facts: &Facts) -> Finding {
    lacking(facts.tasks, facts.without_channel, "a channel")
}

fn systems(facts: &Facts) -> Finding {
    lacking(facts.tasks, facts.without_system, "a receiving system")
}

fn lacking(tasks: usize, without: usize, what: &str) -> Finding {
    let found = match (tasks, without) {
        (0, _) => "No tasks yet".to_owned(),
        (_, 0) => "None is missing".to_owned(),
        (_, 1) => format!("1 task does not name {what}"),
        (_, many) => format!("{} tasks do not name {what}", figures(many)),
    };
    finding(tasks > 0 && without == 0, found)
}

fn pilots(facts: &Facts) -> Finding {
    let open = facts.pilots.iter().filter(|pilot| pilot.is_capped);
    let capped: Vec<String> = open.map(|pilot| format!("“{}”", pilot.name)).collect();
    let has = |lane| facts.pilots.iter().any(|pilot| pilot.lane == Some(lane) && !pilot.is_capped);
    let found = match (has(Lane::Automate), has(Lane::Hybrid)) {
        _ if !capped.is_empty() => format!("A guardrail is open for {}", capped.join(" and ")),
        (true, true) => "Both are chosen".to_owned(),
        (true, false) => "No Hybrid task is chosen".to_owned(),
        (false, true) => "No Automate task is chosen".to_owned(),
        (false, false) => "None is chosen".to_owned(),
    };
    finding(capped.is_empty() && has(Lane::Automate) && has(Lane::Hybrid), found)
}

fn done(facts: &Facts, phase: Phase) -> Finding {
    let (not_done, all) = (facts.not_done[phase.place()], facts.activities[phase.place()]);
    let found = format!("{} of {} done", figures(all - not_done), figures(all));
    finding(not_done == 0, found)
}

fn targets(facts: &Facts) -> Finding {
    let missing: usize = facts.pilots.iter().map(|pilot| pilot.promises_missing).sum();
    let late = facts.pilots.iter().find(|pilot| pilot.promised_late);
    match late {
        _ if facts.pilots.is_empty() => finding(false, "No pilot is chosen".into()),
        _ if missing > 0 => {
            let noun = if missing == 1 { "target or margin is" } else { "targets and margins are" };
            finding(false, format!("{missing} {noun} blank"))
        }
        Some(pilot) => {
            finding(false, format!("Those of “{}” were changed after it began", pilot.name))
        }
        None => finding(true, "All were written down before".into()),
    }
}

fn cards(facts: &Facts) -> Finding {
    named(facts, |pilot| !pilot.has_card, "No approved card serves", "Each has one")
}

fn watched(facts: &Facts) -> Finding {
    let runs = [Automation::Reviewed, Automation::Active];
    named(facts, |pilot| !runs.contains(&pilot.automation), "Not under review yet:", "Each did")
}

fn named(
    facts: &Facts,
    lacks: impl Fn(&super::gate::PilotFacts) -> bool,
    lacking: &str,
    fine: &str,
) -> Finding {
    if facts.pilots.is_empty() {
        return finding(false, "No pilot is chosen".into());
    }
    let names = facts.pilots.iter().filter(|pilot| lacks(pilot));
    let names: Vec<String> = names.map(|pilot| format!("“{}”", pilot.name)).collect();
    if names.is_empty() {
        finding(true, fine.to_owned())
    } else {
        finding(false, format!("{lacking} {}", names.join(" and ")))
    }
}

fn rolled_out(facts: &Facts) -> Finding {
    let runs = |state: &&Automation| matches!(state, Automation::Reviewed | Automation::Active);
    let (running, all) = (facts.automate.iter().filter(runs).count(), facts.automate.len());
    finding(all > 0 && running == all, format!("{} of {} run", figures(running), figures(all)))
}

fn none_paused(facts: &Facts) -> Finding {
    let found =
        if facts.paused == 0 { "None is".into() } else { figures(facts.paused) + " paused" };
    finding(facts.paused == 0, found)
}

fn reviews(facts: &Facts) -> Finding {
    let found = format!("{} done, {} overdue", facts.reviews_done, facts.reviews_overdue);
    finding(facts.reviews_done >= 4 && facts.reviews_overdue == 0, found)
}
