//! What each gate asks.

use super::gate::{Asks, Condition, Facts, Finding, PilotFacts};
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

/// Returns what was found. `open` is what a decision rests on while the condition does not hold: the numbers of
/// then. Once it holds, more of the same is no other ground.
fn finding(holds: bool, found: String, open: &[usize]) -> Finding {
    let open = open.iter().filter(|_| !holds);
    Finding { holds, found, basis: open.map(ToString::to_string).collect() }
}

fn scored(facts: &Facts) -> Finding {
    let asked = facts.tasks.min(SCORED_FIRST);
    let found = format!("{} of {} scored", figures(facts.scored), figures(facts.tasks));
    finding(facts.tasks > 0 && facts.scored >= asked, found, &[facts.scored, facts.tasks])
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
    finding(tasks > 0 && without == 0, found, &[without])
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
    let holds = capped.is_empty() && has(Lane::Automate) && has(Lane::Hybrid);
    of_pilots(facts, holds, found, |pilot| {
        let lane = pilot.lane.map_or("none", Lane::key);
        format!("{lane} {}", pilot.is_capped)
    })
}

fn done(facts: &Facts, phase: Phase) -> Finding {
    let (not_done, all) = (facts.not_done[phase.place()], facts.activities[phase.place()]);
    let found = format!("{} of {} done", figures(all - not_done), figures(all));
    finding(not_done == 0, found, &[not_done])
}

fn targets(facts: &Facts) -> Finding {
    let missing: usize = facts.pilots.iter().map(|pilot| pilot.promises_missing).sum();
    let late = facts.pilots.iter().find(|pilot| pilot.promised_late);
    let (holds, found) = match late {
        _ if facts.pilots.is_empty() => (false, "No pilot is chosen".to_owned()),
        _ if missing > 0 => {
            let noun = if missing == 1 { "target or margin is" } else { "targets and margins are" };
            (false, format!("{missing} {noun} blank"))
        }
        Some(pilot) => (false, format!("Those of “{}” were changed after it began", pilot.name)),
        None => (true, "All were written down before".to_owned()),
    };
    // Other targets are another promise, also where both were written down in time.
    let mut finding = of_pilots(facts, holds, found, |pilot| pilot.promises_missing.to_string());
    let promised = facts.pilots.iter().map(|pilot| pilot.promised_at.unwrap_or_default());
    finding.basis.extend(promised.map(|at| at.to_string()));
    finding
}

fn cards(facts: &Facts) -> Finding {
    named(facts, |pilot| !pilot.has_card, "No approved card serves", "Each has one")
}

fn watched(facts: &Facts) -> Finding {
    let runs = [Automation::Reviewed, Automation::Active];
    named(facts, |pilot| !runs.contains(&pilot.automation), "Not under review yet:", "Each did")
}

fn named(facts: &Facts, lacks: impl Fn(&PilotFacts) -> bool, lacking: &str, fine: &str) -> Finding {
    let names = facts.pilots.iter().filter(|pilot| lacks(pilot));
    let names: Vec<String> = names.map(|pilot| format!("“{}”", pilot.name)).collect();
    let (holds, found) = if facts.pilots.is_empty() {
        (false, "No pilot is chosen".to_owned())
    } else if names.is_empty() {
        (true, fine.to_owned())
    } else {
        (false, format!("{lacking} {}", names.join(" and ")))
    };
    of_pilots(facts, holds, found, |pilot| lacks(pilot).to_string())
}

/// Returns what was found about the pilots: a decision rests on which they are, and while the condition does not
/// hold also on how each of them stands.
fn of_pilots(
    facts: &Facts,
    holds: bool,
    found: String,
    stands: impl Fn(&PilotFacts) -> String,
) -> Finding {
    let pilot = |pilot: &PilotFacts| {
        let stands = if holds { String::new() } else { stands(pilot) };
        format!("{} {stands}", pilot.task)
    };
    Finding { holds, found, basis: facts.pilots.iter().map(pilot).collect() }
}

fn rolled_out(facts: &Facts) -> Finding {
    let runs = |state: &&Automation| matches!(state, Automation::Reviewed | Automation::Active);
    let (running, all) = (facts.automate.iter().filter(runs).count(), facts.automate.len());
    let found = format!("{} of {} run", figures(running), figures(all));
    finding(all > 0 && running == all, found, &[running, all])
}

fn none_paused(facts: &Facts) -> Finding {
    let found =
        if facts.paused == 0 { "None is".into() } else { figures(facts.paused) + " paused" };
    finding(facts.paused == 0, found, &[facts.paused])
}

fn reviews(facts: &Facts) -> Finding {
    let Facts { never_reviewed, reviews_overdue: overdue, .. } = facts;
    let names: Vec<&str> = never_reviewed.iter().map(|kind| kind.name()).collect();
    let done = if names.is_empty() {
        "One of each kind was done".to_owned()
    } else {
        format!("Not done yet: {}", names.join(", "))
    };
    let found = format!("{done}; {} overdue", figures(*overdue));
    let open = [never_reviewed.len(), *overdue];
    finding(never_reviewed.is_empty() && *overdue == 0, found, &open)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::ReviewKind;
    use super::super::gate::{check, fingerprint};
    use super::*;
    use crate::TaskId;

    fn pilot(task: u128, lane: Lane) -> PilotFacts {
        PilotFacts {
            task: TaskId::new(Uuid::from_u128(task)),
            name: "Triage".into(),
            lane: Some(lane),
            is_capped: false,
            promises_missing: 0,
            promised_at: Some(1),
            promised_late: false,
            has_card: true,
            automation: Automation::Reviewed,
        }
    }

    fn facts() -> Facts {
        let pilots = vec![pilot(1, Lane::Automate), pilot(2, Lane::Hybrid)];
        Facts { tasks: 20, scored: 15, pilots, activities: [4; 4], ..Facts::default() }
    }

    /// Returns whether a decision at a gate still rests on the same after a change of the facts.
    #[track_caller]
    fn stands(phase: Phase, change: impl Fn(&mut Facts)) -> bool {
        let mut newer = facts();
        change(&mut newer);
        fingerprint(&check(phase, &facts(), &[])) == fingerprint(&check(phase, &newer, &[]))
    }

    #[test]
    fn a_decision_goes_stale_when_a_pilot_is_another_or_is_dropped() {
        for phase in [Phase::Discovery, Phase::Pilot] {
            assert!(!stands(phase, |facts| facts.pilots[0] = pilot(3, Lane::Automate)));
        }
        let third = |facts: &mut Facts| facts.pilots.push(pilot(3, Lane::Hybrid));
        assert!(!stands(Phase::Pilot, third));
    }

    #[test]
    fn a_decision_goes_stale_when_targets_change() {
        assert!(!stands(Phase::Pilot, |facts| facts.pilots[1].promised_at = Some(2)));
    }

    #[test]
    fn a_decision_stands_while_only_words_and_numbers_of_what_holds_move() {
        assert!(stands(Phase::Discovery, |facts| {
            facts.tasks = 30;
            facts.scored = 28;
            facts.activities = [5; 4];
            facts.pilots[0].name = "Sorting".into();
        }));
        assert!(stands(Phase::Pilot, |facts| facts.pilots[0].automation = Automation::Active));
        assert!(stands(Phase::Expand, |facts| facts.activities[2] = 9));
    }

    #[test]
    fn a_decision_over_something_open_goes_stale_when_that_moves() {
        let open = |not_done| {
            let facts = Facts { not_done: [not_done; 4], ..facts() };
            fingerprint(&check(Phase::Discovery, &facts, &[]))
        };
        assert_ne!(open(1), open(2));
        assert_ne!(open(0), open(1));
    }

    #[test]
    fn four_reviews_of_one_kind_are_not_the_first_of_each() {
        let holds = |never_reviewed| {
            let facts = Facts { never_reviewed, ..facts() };
            check(Phase::Govern, &facts, &[]).iter().all(super::super::gate::Checked::holds)
        };
        assert!(!holds(vec![ReviewKind::Pace]));
        assert!(holds(Vec::new()));
    }
}
