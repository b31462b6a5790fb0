//! Plans as they come back from the file, also where another program wrote them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::TaskId;
use domain::rollout::gate::{GateEvent, GateVerdict};
use domain::rollout::{
    Activity, ActivityId, Automation, AutomationEvent, FIRST_DAY, LAST_DAY, Phase, Playbook,
    PlaybookId,
};
use jiff::civil::date;
use storage::workspace::WorkspaceRecord;
use storage::{Database, Entry, Error, Tx};
use uuid::Uuid;

fn database() -> Database {
    let uuid = Uuid::from_u128(1).to_string();
    let record = WorkspaceRecord { uuid, created_at: "2026-11-23T12:00:00Z".into() };
    Database::in_memory(&record).unwrap()
}

fn write(database: &mut Database, body: impl FnOnce(Tx<'_>) -> Result<(), Error>) {
    let entry = Entry { at: 0, actor: "Ana", op: "plan" };
    database.write(entry, |tx| body(*tx).map(|()| ((), String::new()))).unwrap();
}

fn plan() -> Playbook {
    Playbook::new(PlaybookId::new(Uuid::from_u128(2)), "Rollout".into(), date(2026, 11, 23), 0)
}

fn decided(place: u32) -> GateEvent {
    GateEvent {
        place,
        phase: Phase::Discovery,
        verdict: GateVerdict::Hold,
        name: format!("Decision {place}"),
        role: String::new(),
        reason: "Not yet".into(),
        at: 0,
        open: 1,
        content_hash: "0".repeat(64),
    }
}

#[test]
fn a_day_that_no_plan_may_name_counts_as_the_nearest_that_it_may() {
    let mut database = database();
    let mut plan = plan();
    plan.start = date(9999, 12, 31);
    let mut activity =
        Activity::new(ActivityId::new(Uuid::from_u128(3)), Phase::Pilot, "Build".into(), 1);
    activity.started = Some(date(-40, 1, 1));
    plan.activities.push(activity);
    write(&mut database, |tx| tx.put_playbook(None, Some(&plan)));
    let read = database.read().playbooks().unwrap().remove(0);
    assert_eq!((read.start, read.activities[0].started), (LAST_DAY, Some(FIRST_DAY)));
    read.schedule().unwrap();
}

#[test]
fn decisions_keep_their_numbers_also_where_one_is_missing() {
    let mut database = database();
    let mut older = plan();
    older.gates = vec![decided(0), decided(2)];
    write(&mut database, |tx| tx.put_playbook(None, Some(&older)));
    let older = database.read().playbooks().unwrap().remove(0);
    let mut newer = older.clone();
    newer.gates.push(decided(3));
    write(&mut database, |tx| tx.put_playbook(Some(&older), Some(&newer)));
    assert_eq!(database.read().playbooks().unwrap().remove(0).gates, newer.gates);
}

#[test]
fn what_is_said_about_an_automation_comes_after_what_was_said_before() {
    let mut database = database();
    let task = TaskId::new(Uuid::from_u128(4));
    let said = |state| AutomationEvent { state, name: "Ana".into(), reason: "Why".into(), at: 0 };
    for state in [Automation::Shadow, Automation::Reviewed, Automation::Paused] {
        write(&mut database, |tx| tx.add_automation_event(task, &said(state)));
    }
    let events = database.read().automation_events().unwrap().remove(&task).unwrap();
    let states: Vec<Automation> = events.iter().map(|event| event.state).collect();
    assert_eq!(states, [Automation::Shadow, Automation::Reviewed, Automation::Paused]);
}
