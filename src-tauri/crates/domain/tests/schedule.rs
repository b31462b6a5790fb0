//! The schedule of a plan: what always holds, and a few plans worked out by hand.

use std::collections::BTreeMap;

use domain::rollout::{
    Activity, ActivityId, Phase, Playbook, PlaybookId, Schedule, Shift, Template, Unplannable,
    WorkCalendar, schedule,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

/// A Monday.
const START: Date = date(2026, 11, 23);

fn id(place: usize) -> ActivityId {
    ActivityId::new(Uuid::from_u128(place as u128 + 1))
}

fn activity(place: usize, phase: Phase, days: u16, needs: &[usize]) -> Activity {
    let needs = needs.iter().map(|&need| id(need)).collect();
    Activity { needs, ..Activity::new(id(place), phase, format!("Step {place}"), days) }
}

fn plan(activities: Vec<Activity>, calendar: WorkCalendar) -> Playbook {
    let mut plan = Playbook::new(PlaybookId::new(Uuid::nil()), "Rollout".into(), START, 0);
    plan.calendar = calendar;
    plan.activities = activities;
    plan
}

fn placed(activities: &[Activity]) -> Schedule {
    schedule(activities, START, &WorkCalendar::weekdays_only()).expect("a schedule")
}

#[test]
fn what_waits_starts_on_the_next_working_day() {
    let activities =
        [activity(0, Phase::Discovery, 5, &[]), activity(1, Phase::Discovery, 2, &[0])];
    let Schedule { placements, phases } = placed(&activities);
    assert_eq!((placements[0].start, placements[0].end), (START, date(2026, 11, 27)));
    assert_eq!((placements[1].start, placements[1].end), (date(2026, 11, 30), date(2026, 12, 1)));
    assert_eq!(phases[0].gate, date(2026, 12, 1));
    assert_eq!(phases[1].start, date(2026, 12, 2));
}

#[test]
fn a_phase_opens_after_the_gate_of_the_one_before() {
    let activities = [activity(0, Phase::Pilot, 3, &[]), activity(1, Phase::Discovery, 5, &[])];
    let placements = placed(&activities).placements;
    assert_eq!(placements[0].start, date(2026, 11, 30));
}

#[test]
fn what_can_wait_without_the_plan_ending_later_is_not_critical() {
    let activities = [
        activity(0, Phase::Discovery, 5, &[]),
        activity(1, Phase::Discovery, 2, &[]),
        activity(2, Phase::Discovery, 1, &[0, 1]),
        activity(3, Phase::Pilot, 4, &[2]),
    ];
    let slack = placed(&activities).placements.iter().map(|it| it.slack).collect::<Vec<_>>();
    assert_eq!(slack, [0, 3, 0, 0]);
}

#[test]
fn a_milestone_takes_no_day_and_what_waits_for_it_starts_on_the_next() {
    let activities = [
        activity(0, Phase::Pilot, 5, &[]),
        activity(1, Phase::Pilot, 0, &[0]),
        activity(2, Phase::Pilot, 1, &[1]),
    ];
    let placements = placed(&activities).placements;
    assert_eq!((placements[1].start, placements[1].end), (placements[0].end, placements[0].end));
    assert_eq!(placements[2].start, date(2026, 11, 30));
}

#[test]
fn what_happened_counts_instead_of_what_was_planned() {
    let mut activities = [activity(0, Phase::Pilot, 5, &[]), activity(1, Phase::Pilot, 2, &[0])];
    activities[0].started = Some(date(2026, 11, 24));
    activities[0].done = Some(date(2026, 11, 25));
    let placements = placed(&activities).placements;
    assert_eq!((placements[0].start, placements[0].end), (date(2026, 11, 24), date(2026, 11, 25)));
    assert_eq!(placements[1].start, date(2026, 11, 26));
}

#[test]
fn what_began_early_does_not_make_what_it_waited_for_late() {
    let mut activities = [
        activity(0, Phase::Discovery, 2, &[]),
        activity(1, Phase::Pilot, 9, &[0]),
        activity(2, Phase::Pilot, 20, &[]),
    ];
    activities[1].started = Some(date(2026, 11, 20));
    activities[1].done = Some(date(2026, 11, 24));
    let Schedule { placements, phases } = placed(&activities);
    assert_eq!(phases[1].start, date(2026, 11, 20));
    assert_eq!(phases[1].gate, placements[2].end);
    let slack = placements.iter().map(|it| it.slack).collect::<Vec<_>>();
    assert_eq!((slack[0], slack[2]), (0, 0));
    activities[2].started = Some(date(2026, 11, 23));
    assert_eq!(placed(&activities).placements[0].slack, 18);
}

#[test]
fn a_circle_is_told_with_its_path() {
    let activities = vec![
        activity(0, Phase::Pilot, 1, &[]),
        activity(1, Phase::Pilot, 1, &[3]),
        activity(2, Phase::Pilot, 1, &[1]),
        activity(3, Phase::Pilot, 1, &[2, 0]),
    ];
    let plan = plan(activities, WorkCalendar::weekdays_only());
    let circle = plan.schedule().expect_err("a circle");
    assert_eq!(circle, Unplannable::Circle(vec![id(1), id(3), id(2)]));
    assert_eq!(
        plan.sentence(&circle),
        "They would wait for one another: “Step 1” waits for “Step 3” waits for “Step 2” waits for “Step 1”."
    );
}

#[test]
fn an_activity_cannot_wait_for_a_later_phase() {
    let activities = vec![activity(0, Phase::Pilot, 1, &[1]), activity(1, Phase::Expand, 1, &[])];
    let plan = plan(activities, WorkCalendar::weekdays_only());
    let refused = plan.schedule().expect_err("a later phase");
    assert_eq!(
        plan.sentence(&refused),
        "“Step 0” is in Pilot and cannot wait for “Step 1”, which is in Expand."
    );
}

#[test]
fn the_plans_to_start_from_last_as_long_as_was_asked_for() {
    let calendar = WorkCalendar::weekdays_only();
    for template in Template::ALL {
        for (pilot, expand) in [(2, 4), (3, 8), (4, 12)] {
            let drafts = template.drafts([1, pilot, expand, 4], 5, "“Triage”", "“Scoring”");
            let activities: Vec<Activity> = drafts
                .iter()
                .enumerate()
                .map(|(place, draft)| activity(place, draft.phase, draft.days, &draft.needs))
                .collect();
            let phases = placed(&activities).phases;
            let days = |at: usize| calendar.count(phases[at].start, phases[at].gate);
            assert_eq!([days(0), days(1), days(2)], [5, 5 * pilot, 5 * expand], "{template:?}");
            assert!(drafts.iter().all(|draft| !draft.name.contains('{')));
        }
    }
}

fn calendars() -> impl Strategy<Value = WorkCalendar> {
    let weekdays = prop::array::uniform7(any::<bool>());
    let holidays = prop::collection::btree_map(0_i32..200, "[A-Z][a-z]{2,8}", 0..12);
    (weekdays, holidays).prop_filter_map("no working day", |(weekdays, holidays)| {
        let holidays: BTreeMap<Date, String> = holidays
            .into_iter()
            .map(|(after, name)| (START.saturating_add(after.days()), name))
            .collect();
        WorkCalendar::new(weekdays, holidays)
    })
}

prop_compose! {
    /// Plans in which an activity waits only for such as stand before it in its own phase or an earlier one.
    fn plans()(
        calendar in calendars(),
        rows in prop::collection::vec(
            (
                0_usize..4,
                0_u16..9,
                prop::collection::vec(any::<prop::sample::Index>(), 0..4),
                prop::option::of(0_i32..90),
            ),
            1..40,
        ),
    ) -> Playbook {
        let phases: Vec<Phase> = rows.iter().map(|row| Phase::ALL[row.0]).collect();
        let activities = rows.iter().enumerate().map(|(place, (_, days, needs, held))| {
            let before = needs.iter().filter(|_| place > 0).map(|need| need.index(place));
            let needs: Vec<usize> = before.filter(|&need| phases[need] <= phases[place]).collect();
            let not_before = held.map(|after| START.saturating_add(after.days()));
            Activity { not_before, ..activity(place, phases[place], *days, &needs) }
        });
        plan(activities.collect(), calendar)
    }
}

prop_compose! {
    /// Plans of which some activities started, on any day, and some of those are done.
    fn begun_plans()(
        plan in plans(),
        actuals in prop::collection::vec(
            (prop::option::weighted(0.3, -40_i32..60), prop::option::weighted(0.5, 0_i32..20)),
            40,
        ),
    ) -> Playbook {
        let mut plan = plan;
        for (activity, (started, took)) in plan.activities.iter_mut().zip(actuals) {
            let started = started.map(|after| START.saturating_add(after.days()));
            activity.started = started;
            activity.done = started.zip(took).map(|(day, took)| day.saturating_add(took.days()));
        }
        plan
    }
}

/// Moves an activity, or leaves it where it is if that cannot be had.
fn shift(plan: &mut Playbook, id: ActivityId, shift: Shift) {
    let now = plan.schedule().expect("no circle");
    let _ = plan.shift(id, shift, &now);
}

fn end(schedule: &Schedule) -> Option<Date> {
    schedule.placements.iter().map(|placed| placed.end).max()
}

proptest! {
    #[test]
    fn nothing_starts_before_what_it_waits_for_is_over(plan in plans()) {
        let Schedule { placements, phases } = plan.schedule().expect("no circle");
        for (activity, placed) in plan.activities.iter().zip(&placements) {
            for need in &activity.needs {
                let at = plan.activities.iter().position(|it| it.id == *need).expect("it is there");
                let end = placements[at].end;
                let follows = if activity.is_milestone() { placed.start >= end } else { placed.start > end };
                prop_assert!(follows);
            }
            let span = phases[activity.phase.place()];
            prop_assert!(placed.start >= span.start && placed.end <= span.gate);
        }
        for pair in phases.windows(2) {
            prop_assert!(pair[0].gate <= pair[1].start);
        }
    }

    #[test]
    fn everything_happens_on_working_days_and_takes_what_it_takes(plan in plans()) {
        let placements = plan.schedule().expect("no circle").placements;
        for (activity, placed) in plan.activities.iter().zip(placements) {
            prop_assert!(plan.calendar.works_on(placed.start));
            prop_assert!(plan.calendar.works_on(placed.end));
            prop_assert_eq!(plan.calendar.count(placed.start, placed.end), activity.days.max(1));
            prop_assert!(activity.not_before.is_none_or(|day| placed.start >= day));
        }
    }

    #[test]
    fn moving_there_and_back_changes_nothing(
        plan in plans(),
        at in any::<prop::sample::Index>(),
        by in -60_i32..60,
    ) {
        let mut moved = plan.clone();
        let before = plan.schedule().expect("no circle");
        let at = at.index(plan.activities.len());
        let start = before.placements[at].start;
        let id = plan.activities[at].id;
        shift(&mut moved, id, Shift::Start(plan.calendar.shifted(start, by)));
        shift(&mut moved, id, Shift::Start(start));
        prop_assert_eq!(moved.schedule().expect("no circle"), before);
    }

    #[test]
    fn resizing_there_and_back_changes_nothing(
        plan in plans(),
        at in any::<prop::sample::Index>(),
        days in 0_u16..30,
    ) {
        let mut resized = plan.clone();
        let activity = &plan.activities[at.index(plan.activities.len())];
        shift(&mut resized, activity.id, Shift::Days(days));
        shift(&mut resized, activity.id, Shift::Days(activity.days));
        prop_assert_eq!(resized, plan);
    }

    #[test]
    fn what_ends_within_its_slack_ends_the_plan_no_later(
        plan in begun_plans(),
        at in any::<prop::sample::Index>(),
    ) {
        let before = plan.schedule().expect("no circle");
        let at = at.index(plan.activities.len());
        let placed = before.placements[at];
        let activity = &plan.activities[at];
        prop_assume!(activity.done.is_none());
        // What started is made longer; what did not starts later.
        let ends_later = |by: u16| {
            let mut later = plan.clone();
            let by = if activity.started.is_some() {
                Shift::Days(activity.days.max(1) + by)
            } else {
                Shift::Start(plan.calendar.shifted(placed.start, by.into()))
            };
            shift(&mut later, activity.id, by);
            end(&later.schedule().expect("no circle"))
        };
        prop_assert_eq!(ends_later(placed.slack), end(&before));
        prop_assert!(ends_later(placed.slack + 1) > end(&before));
    }

    #[test]
    fn a_phase_holds_its_work_whatever_happened(plan in begun_plans()) {
        let Schedule { placements, phases } = plan.schedule().expect("no circle");
        for (activity, placed) in plan.activities.iter().zip(&placements) {
            let span = phases[activity.phase.place()];
            prop_assert!(span.start <= placed.start && placed.end <= span.gate);
        }
    }

    #[test]
    fn what_has_not_begun_waits_for_all_that_it_needs(plan in begun_plans()) {
        let placements = plan.schedule().expect("no circle").placements;
        for (activity, placed) in plan.activities.iter().zip(&placements) {
            for need in activity.needs.iter().filter(|_| !activity.has_begun()) {
                let at = plan.activities.iter().position(|it| it.id == *need).expect("it is there");
                prop_assert!(placed.start >= placements[at].end);
            }
        }
    }

    #[test]
    fn days_are_counted_as_if_one_by_one(
        calendar in calendars(),
        first in -300_i32..300,
        length in -5_i32..400,
    ) {
        let first = START.saturating_add(first.days());
        let days = (0..=length).map(|after| first.saturating_add(after.days()));
        let worked = days.filter(|&day| calendar.works_on(day)).count();
        let last = first.saturating_add(length.days());
        prop_assert_eq!(usize::from(calendar.count(first, last)), worked);
    }
}
