use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::rollout::PlaybookId;

const TODAY: Date = date(2026, 11, 25);

fn row(texts: &[(ActivityField, &str)]) -> ActivityRow {
    let texts = texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    ActivityRow { number: String::new(), texts }
}

fn take(plan: &mut Playbook, rows: &[ActivityRow]) -> Vec<TakenRow> {
    let mut next = plan.activities.len() as u128;
    plan.take_rows(rows, TODAY, || {
        next += 1;
        ActivityId::new(Uuid::from_u128(next))
    })
}

fn plan() -> Playbook {
    Playbook::new(PlaybookId::new(Uuid::nil()), "Rollout".into(), date(2026, 11, 23), 0)
}

#[test]
fn rows_become_activities_that_wait_for_one_another() {
    use ActivityField::{Days, Name, Needs, Owner, Phase};
    let mut plan = plan();
    let rows = [
        row(&[(Name, "Map systems"), (Phase, "Discovery"), (Days, "2"), (Owner, "Ops")]),
        row(&[(Name, "Build"), (Phase, "Pilot"), (Days, "5"), (Needs, "1")]),
        row(&[(Name, "Watch"), (Needs, "Build")]),
    ];
    let taken = take(&mut plan, &rows);
    assert!(taken.iter().all(|it| it.is_new && it.issues.is_empty()), "{taken:?}");
    let [map, build, watch] = &plan.activities[..] else { panic!("three activities") };
    assert_eq!((map.owner.as_str(), map.days), ("Ops", 2));
    assert_eq!(build.needs, [map.id]);
    assert_eq!((watch.phase, &watch.needs[..]), (super::Phase::Pilot, &[build.id][..]));
}

#[test]
fn a_row_of_the_same_name_changes_what_is_there_and_says_how() {
    use ActivityField::{Days, Name, Owner};
    let mut plan = plan();
    take(&mut plan, &[row(&[(Name, "Build"), (Days, "5")])]);
    let taken = take(&mut plan, &[row(&[(Name, "build"), (Days, "8"), (Owner, "")])]);
    assert_eq!(plan.activities.len(), 1);
    assert_eq!(taken[0].changes, [(Days, "5".into(), "8".into())]);
}

#[test]
fn the_same_table_a_second_time_changes_nothing() {
    use ActivityField::{Name, Needs};
    let mut plan = plan();
    let rows = [row(&[(Name, "Build")]), row(&[(Name, "Watch"), (Needs, "1")])];
    take(&mut plan, &rows);
    let before = plan.clone();
    let taken = take(&mut plan, &rows);
    assert!(taken.iter().all(|it| it.changes.is_empty() && it.issues.is_empty()), "{taken:?}");
    assert_eq!(plan, before);
}

#[test]
fn what_a_field_does_not_take_is_told_and_the_rest_of_the_row_is_taken() {
    use ActivityField::{Days, Name, Needs, Owner, Phase, Start};
    let mut plan = plan();
    let rows = [
        row(&[(Name, "A"), (Days, "2.5"), (Owner, "Ops"), (Needs, "B"), (Phase, "Someday")]),
        row(&[(Name, "B"), (Needs, "1, 9"), (Start, "soon")]),
        row(&[(Owner, "nobody")]),
    ];
    let taken = take(&mut plan, &rows);
    let fields = |at: usize| taken[at].issues.iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!(fields(0), [Phase, Days]);
    assert_eq!(fields(1), [Needs, Needs, Start]);
    assert_eq!((fields(2), taken[2].activity), (vec![Name], None));
    assert_eq!(taken[1].issues[0].1, "No row of the table is “9”.");
    assert!(taken[1].issues[1].1.starts_with("They would wait for one another"));
    assert_eq!(plan.activities[0].owner, "Ops");
    plan.schedule().expect("no circle");
}

fn span(plan: &Playbook, name: &str) -> (Date, Date) {
    let at = plan.activities.iter().position(|it| it.name == name).expect("it is there");
    let placed = plan.schedule().expect("no circle").placements[at];
    (placed.start, placed.end)
}

#[test]
fn stated_days_are_had_whatever_waits_for_what() {
    use ActivityField::{End, Name, Needs, Start};
    let mut plan = plan();
    let rows = [
        row(&[(Name, "Watch"), (Needs, "Build"), (Start, "2026-12-02"), (End, "2026-12-04")]),
        row(&[(Name, "Tell"), (Needs, "Watch"), (End, "2026-12-09")]),
        row(&[(Name, "Build"), (Start, "2026-11-23"), (End, "2026-12-01")]),
    ];
    let taken = take(&mut plan, &rows);
    assert!(taken.iter().all(|it| it.issues.is_empty()), "{taken:?}");
    assert_eq!(span(&plan, "Build"), (date(2026, 11, 23), date(2026, 12, 1)));
    assert_eq!(span(&plan, "Watch"), (date(2026, 12, 2), date(2026, 12, 4)));
    assert_eq!(span(&plan, "Tell"), (date(2026, 12, 7), date(2026, 12, 9)));
    let held: Vec<_> = plan.activities.iter().map(|it| it.not_before).collect();
    assert_eq!(held, [None; 3], "links alone lead to these days");
}

#[test]
fn days_that_cannot_be_had_are_told_with_what_is_in_their_way() {
    use ActivityField::{Days, Done, End, Name, Needs, Start, Started};
    let mut plan = plan();
    let rows = [
        row(&[(Name, "Build"), (Start, "2026-11-20"), (Days, "5"), (End, "2026-11-25")]),
        row(&[(Name, "Watch"), (Needs, "Build"), (Start, "2026-11-24"), (End, "2026-11-26")]),
        row(&[(Name, "Ask"), (Started, "2026-11-23"), (Done, "2026-11-24"), (End, "2026-11-27")]),
    ];
    let issues: Vec<_> = take(&mut plan, &rows).into_iter().flat_map(|it| it.issues).collect();
    let expected = [
        (Start, "“Build” cannot start before 2026-11-23: the plan starts on that day."),
        (
            End,
            "“Build” takes 5 working days from 2026-11-23: it ends on 2026-11-27 and not on 2026-11-25.",
        ),
        (Start, "“Watch” cannot start before 2026-11-30: it waits for “Build”."),
        (End, "“Watch” starts on 2026-11-30: it cannot end on 2026-11-26."),
        (End, "“Ask” was done on 2026-11-24: it cannot end on 2026-11-27."),
    ];
    assert_eq!(issues, expected.map(|(field, sentence)| (field, sentence.to_owned())));
}

#[test]
fn a_new_start_and_a_new_end_are_taken_together() {
    use ActivityField::{Done, Name, Started};
    let mut plan = plan();
    take(&mut plan, &[row(&[(Name, "Ask"), (Started, "2026-11-16"), (Done, "2026-11-17")])]);
    let newer = row(&[(Name, "Ask"), (Started, "2026-11-23"), (Done, "2026-11-24")]);
    let taken = take(&mut plan, &[newer]);
    assert_eq!(taken[0].issues, []);
    assert_eq!(span(&plan, "Ask"), (date(2026, 11, 23), date(2026, 11, 24)));
    let wrong = row(&[(Name, "Ask"), (Started, "2026-11-25")]);
    assert_eq!(take(&mut plan, &[wrong])[0].issues[0].0, Started);
    assert_eq!(span(&plan, "Ask"), (date(2026, 11, 23), date(2026, 11, 24)));
}

#[test]
fn a_name_on_two_lines_is_the_name_on_one() {
    use ActivityField::Name;
    let mut plan = plan();
    take(&mut plan, &[row(&[(Name, "Map the systems")])]);
    let taken = take(&mut plan, &[row(&[(Name, "Map\nthe  systems")])]);
    assert!(!taken[0].is_new);
    assert_eq!(plan.activities.len(), 1);
}

#[test]
fn what_something_waited_for_before_is_told_beside_what_it_waits_for_now() {
    use ActivityField::{Name, Needs};
    let mut plan = plan();
    let first =
        [row(&[(Name, "A")]), row(&[(Name, "B, and C")]), row(&[(Name, "D"), (Needs, "1")])];
    take(&mut plan, &first);
    let taken = take(&mut plan, &[row(&[(Name, "D"), (Needs, "A; B, and C")])]);
    assert_eq!(taken[0].issues, []);
    assert_eq!(taken[0].changes, [(Needs, "A".into(), "A; B, and C".into())]);
}

#[test]
fn a_long_table_is_taken_whatever_is_wrong_with_it() {
    use ActivityField::{Name, Needs, Phase, Start};
    let rows: Vec<ActivityRow> = (0..5_000)
        .map(|at| {
            let (name, needs) = (format!("Step {at}"), format!("Step {}", (at * 7) % 5_000));
            let phase = if at % 2 == 0 { "Pilot" } else { "Expand" };
            row(&[(Name, &name), (Needs, &needs), (Phase, phase), (Start, "2026-12-01")])
        })
        .collect();
    let mut plan = plan();
    let taken = take(&mut plan, &rows);
    assert_eq!(plan.activities.len(), 5_000);
    assert!(taken.iter().any(|it| it.issues.iter().any(|(field, _)| *field == Needs)));
    plan.schedule().expect("no circle");
}
