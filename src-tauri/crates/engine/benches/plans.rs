//! What a drag on the timeline of a large plan asks for, beside reading its rows and beside the schedule alone.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on says so by panicking")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::rollout::{Shift, Template};
use engine::Workspace;
use engine::rollout::{ActivityImport, PlanSetup};
use jiff::Timestamp;
use jiff::civil::date;

const ACTIVITIES: usize = 1_000;

fn clock() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn plans(criterion: &mut Criterion) {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    let setup = PlanSetup {
        template: Template::Playbook,
        name: String::new(),
        start: date(2026, 11, 23),
        weekdays: [true, true, true, true, true, false, false],
        pilot_weeks: 3,
        expand_weeks: 8,
        owner: String::new(),
        automate: None,
        hybrid: None,
    };
    let (_, plan) = workspace.make_plan(&setup).unwrap();
    // Chains of ten, as plans have them.
    let lines = (1..=ACTIVITIES).map(|number| {
        let needs = if number % 10 == 1 { String::new() } else { (number - 1).to_string() };
        format!("Step {number}\tExpand\t{}\t{needs}\n", number % 7 + 1)
    });
    let table = format!("Activity\tPhase\tDays\tWaits for\n{}", lines.collect::<String>());
    workspace.accept_activities(&ActivityImport::of_text(&table, plan)).unwrap();
    let kept = workspace.plan(plan).unwrap().kept;
    let first = kept.activities.iter().find(|it| it.name == "Step 1").unwrap().id;
    assert!(kept.activities.len() > ACTIVITIES);

    let mut group = criterion.benchmark_group("plan of 1,000 activities");
    group.bench_function("schedule alone (floor)", |bench| {
        bench.iter(|| black_box(kept.schedule().unwrap()));
    });
    group.bench_function("read and schedule", |bench| {
        bench.iter(|| black_box(workspace.plan(plan).unwrap()));
    });
    group.bench_function("preview of a drag", |bench| {
        let shift = Shift::Start(date(2027, 2, 1));
        bench.iter(|| black_box(workspace.preview_shift(plan, first, shift).unwrap()));
    });
    group.bench_function("a drag, kept", |bench| {
        let mut day = date(2027, 2, 1);
        bench.iter(|| {
            day = day.tomorrow().unwrap();
            if day > date(2028, 1, 1) {
                day = date(2027, 2, 1);
            }
            workspace.shift_activity(plan, first, Shift::Start(day)).unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, plans);
criterion_main!(benches);
