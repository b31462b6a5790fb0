//! A plan to hand over: everything that a plan can hold, in words that somebody may have typed.

use std::collections::BTreeMap;

use documents::rollout::{Gate, Pilot, Plan};
use domain::Lane;
use domain::TaskId;
use domain::rollout::gate::{Facts, GateEvent, GateVerdict, check};
use domain::rollout::{
    Activity, ActivityId, Automation, HighImpactWindow, Objection, ObjectionField, ObjectionId,
    Phase, PilotAnswer, PilotId, PilotPlan, Playbook, PlaybookId, ReviewDone, ReviewKind, Schedule,
    WindowId, WorkCalendar, reviews,
};
use jiff::civil::{Date, date};
use jiff::tz::{Offset, TimeZone};
use uuid::Uuid;

/// The day on which the plan is looked at.
pub const TODAY: Date = date(2026, 12, 2);

/// A plan and its schedule.
pub struct Kept {
    pub plan: Playbook,
    pub schedule: Schedule,
}

/// Returns an identity that is the same in every run.
pub fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number + 0x0193_f0a4_0000_7000_8000_0000_0000_0000)
}

/// A plan of six activities, one of them a milestone, with everything else that a plan holds.
pub fn kept() -> Kept {
    let start = date(2026, 11, 23);
    let mut plan =
        Playbook::new(PlaybookId::new(uuid(1)), "Enquiries".into(), start, 1_795_000_000_000);
    let holidays = BTreeMap::from([(date(2026, 12, 25), "Christmas".to_owned())]);
    plan.calendar = WorkCalendar::new([true, true, true, true, true, false, false], holidays)
        .expect("it has working days");
    let mut add = |number: u128, phase, name: &str, days, needs: &[u128]| {
        let id = ActivityId::new(uuid(number));
        let mut activity = Activity::new(id, phase, name.to_owned(), days);
        activity.needs = needs.iter().map(|need| ActivityId::new(uuid(*need))).collect();
        activity.owner = "Ana Ruiz".into();
        plan.activities.push(activity);
    };
    add(10, Phase::Discovery, "List the channels", 5, &[]);
    add(11, Phase::Pilot, "Build the pipeline", 8, &[10]);
    add(12, Phase::Pilot, "Ready to run", 0, &[11]);
    add(13, Phase::Pilot, "Run under review, and watch the figures; decide", 10, &[12]);
    add(14, Phase::Expand, "Roll out the others", 20, &[13]);
    add(15, Phase::Govern, "Put audits into calendars", 2, &[14]);
    plan.activities[0].started = Some(start);
    plan.activities[0].done = Some(date(2026, 11, 27));
    plan.activities[0].baseline = Some((start, date(2026, 11, 26)));
    plan.activities[1].started = Some(date(2026, 11, 30));
    plan.activities[1].note = "Mailbox\nWeb form".into();
    plan.pilots.push(PilotPlan {
        id: PilotId::new(uuid(20)),
        task: TaskId::new(uuid(21)),
        answers: BTreeMap::from([(
            "accuracy.target".to_owned(),
            PilotAnswer { text: "92".into(), at: 1_795_000_000_000 },
        )]),
    });
    plan.gates.push(GateEvent {
        place: 0,
        phase: Phase::Discovery,
        verdict: GateVerdict::Go,
        name: "Ines Vogt".into(),
        role: "Head of Marketing".into(),
        reason: "Nothing that is open touches the pilots.".into(),
        at: 1_795_900_000_000,
        open: 2,
        content_hash: "0".repeat(64),
    });
    plan.windows.push((
        WindowId::new(uuid(30)),
        HighImpactWindow {
            name: "Launch".into(),
            first: date(2026, 12, 14),
            last: date(2026, 12, 18),
            review_below: 90,
        },
    ));
    plan.reviews.push(ReviewDone {
        kind: ReviewKind::PrivacyMapping,
        number: 1,
        on: date(2026, 12, 1),
        name: "Ana".into(),
        findings: "One form is missing".into(),
        follow_ups: "Add it".into(),
    });
    let mut number = 40;
    plan.objections = Objection::usual(|| {
        number += 1;
        ObjectionId::new(uuid(number))
    });
    plan.objections[0].put(ObjectionField::Who, "Enquiry desk".into());
    plan.objections[0].put(ObjectionField::Person, "Jonas Weber".into());
    of(plan)
}

/// Works out when a plan happens.
pub fn of(plan: Playbook) -> Kept {
    let schedule = plan.schedule().expect("it has a schedule");
    Kept { plan, schedule }
}

impl Kept {
    /// Returns what the documents take.
    pub fn told(&self) -> Plan<'_> {
        let (plan, schedule) = (&self.plan, &self.schedule);
        let facts = Facts { never_reviewed: ReviewKind::ALL.into(), ..Facts::default() };
        let gates = Phase::ALL.map(|phase| Gate {
            phase,
            checked: check(phase, &facts, &plan.marks),
            standing: if phase == Phase::Discovery { "Passed" } else { "Open" },
            is_passed: phase == Phase::Discovery,
            decided: plan.gates.iter().find(|event| event.phase == phase),
        });
        let from = schedule.phases[3].start;
        Plan {
            kept: plan,
            schedule,
            gates: gates.into(),
            reviews: ReviewKind::ALL
                .into_iter()
                .flat_map(|kind| reviews(kind, from, &plan.reviews, &plan.calendar, TODAY))
                .collect(),
            pilots: plan
                .pilots
                .iter()
                .map(|kept| Pilot {
                    kept,
                    task: "Inbound email triage".into(),
                    lane: Some(Lane::Automate),
                    automation: Automation::Shadow,
                })
                .collect(),
            workspace: "Q3 plan",
            made_at: "2026-12-02T09:30:00Z".parse().expect("a time"),
            made_on: TODAY,
            zone: TimeZone::fixed(Offset::constant(1)),
            chain_head: "3f2a9c0d4e5b6a7f8091a2b3c4d5e6f70819a2b3c4d5e6f70819a2b3c4d5e6f7",
            made_by: "0.1.0",
        }
    }
}
