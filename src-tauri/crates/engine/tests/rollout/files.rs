//! Plans in the file, in its history, in workbooks, and from tables.

use std::sync::atomic::AtomicBool;

use engine::export::{Export, Target};
use engine::rollout::{ActivityImport, Plan};
use spreadsheet::read::read_here;
use spreadsheet::table::shown;
use spreadsheet::{Limits, Part};
use storage::{Database, Entry};

use super::*;

#[test]
fn a_plan_survives_the_file_and_its_deletion_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Plan.trilane");
    let mut workspace = Workspace::create(&path, "Ana", clock).unwrap();
    let (_, id) = workspace.make_plan(&setup()).unwrap();
    let first = named(&workspace, id, "List the channels");
    workspace.enter_activity(id, first, ActivityField::Started, "2026-11-23").unwrap();
    workspace.set_baseline(id, true).unwrap();
    let holidays = [(date(2026, 12, 25), "Christmas".to_owned())].into();
    workspace.set_plan_calendar(id, [true; 7], holidays).unwrap();
    let plan = workspace.plan(id).unwrap();
    drop(workspace);
    let mut workspace = Workspace::open(&path, engine::Access::Write, "Ana", clock).unwrap();
    assert_eq!(workspace.plan(id).unwrap(), plan);
    workspace.delete_plan(id).unwrap();
    assert!(workspace.plans().unwrap().is_empty());
    workspace.undo().unwrap();
    assert_eq!(workspace.plan(id).unwrap(), plan);
}

#[test]
fn the_history_tells_plans_in_the_words_of_their_screen() {
    let (mut workspace, [triage, _], plan) = planned();
    let first = named(&workspace, plan, "List the channels");
    workspace.enter_activity(plan, first, ActivityField::Days, "4").unwrap();
    workspace.mark_condition(plan, "law", "Ines Vogt", "Mail of the DPO").unwrap();
    workspace.switch_automation(triage, Automation::Shadow, "Ana", "Pilot").unwrap();
    let page = workspace.history(&HistoryFilter::default(), None, 3).unwrap();
    let told: Vec<String> = page
        .entries
        .iter()
        .flat_map(|entry| &entry.rows)
        .flat_map(|row| {
            row.cells.iter().map(move |cell| format!("{}: {}", row.subject, cell.field))
        })
        .collect();
    for expected in ["Triage: Automation", "Activity: Working days"] {
        assert!(told.iter().any(|line| line == expected), "{expected} in {told:?}");
    }
    assert!(told.iter().any(|line| line.ends_with(": Condition")), "{told:?}");
}

#[test]
fn activities_of_a_table_are_looked_at_and_taken_as_one_step() {
    let (mut workspace, _, plan) = planned();
    let table = "Our plan\n\n#\tTask\tOwner\tStage\tDuration\tPredecessors\tStart date\n\
        10\tInterview the desks\tMia\tDiscovery\t2\t\t2026-11-24\n\
        20\tWrite it up\tMia\tDiscovery\t1\t10\t\n\
        30\tScore the tasks and read their lanes\tJo\t\t2\t\t\n\
        40\tParty\t\tLater\tlong\t99\t\n";
    let import = ActivityImport::of_text(table, plan);
    let rows = import.rows(&workspace).unwrap();
    assert_eq!(rows.iter().map(|it| it.row).collect::<Vec<_>>(), [4, 5, 6, 7]);
    assert!(rows[0].taken.is_new && rows[1].taken.is_new);
    let (field, old, new) = &rows[2].taken.changes[0];
    assert_eq!((*field, old.as_str(), new.as_str()), (ActivityField::Owner, "Ops", "Jo"));
    assert_eq!(rows[3].cells, ["D7", "E7", "F7"]);
    let before = workspace.plan(plan).unwrap();
    workspace.accept_activities(&import).unwrap();
    let written = named(&workspace, plan, "Write it up");
    assert_eq!(span(&workspace, plan, written).0, date(2026, 11, 26));
    workspace.undo().unwrap();
    assert_eq!(workspace.plan(plan).unwrap(), before);
}

#[test]
fn a_plan_of_its_own_sheet_comes_back_as_it_was() {
    let (mut workspace, _, plan) = planned();
    let (first, second) =
        (named(&workspace, plan, "List the channels"), named(&workspace, plan, "Map the systems"));
    workspace.enter_activity(plan, first, ActivityField::Started, "2026-11-20").unwrap();
    workspace.enter_activity(plan, first, ActivityField::Done, "2026-11-23").unwrap();
    workspace.enter_activity(plan, second, ActivityField::Days, "4").unwrap();
    workspace.add_activity(plan, Phase::Pilot, None, "Ready").unwrap();
    let ready = named(&workspace, plan, "Ready");
    workspace.enter_activity(plan, ready, ActivityField::Days, "0").unwrap();
    workspace.shift_activity(plan, ready, Shift::Start(date(2026, 12, 14))).unwrap();
    let holidays = [(date(2026, 12, 25), "Christmas".to_owned())].into();
    workspace.set_plan_calendar(plan, setup().weekdays, holidays).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Leadership.xlsx");
    workspace
        .export(
            &Export::Workbook(Part::ALL.to_vec()),
            Target::at(&path),
            ("0.1.0", None),
            &|_| {},
            &AtomicBool::new(false),
        )
        .unwrap();
    let read = || read_here(&path, &Limits::default()).unwrap();

    let again = ActivityImport::new(read(), plan);
    let rows = again.rows(&workspace).unwrap();
    assert_eq!((rows.len(), again.skipped()), (21, 6), "four gates, a day off and a heading");
    for row in &rows {
        assert!(row.taken.changes.is_empty() && row.taken.issues.is_empty(), "{row:?}");
    }

    let (_, other) = workspace.make_plan(&setup()).unwrap();
    let ids: Vec<_> =
        workspace.plan(other).unwrap().kept.activities.iter().map(|it| it.id).collect();
    workspace.delete_activities(other, &ids).unwrap();
    let holidays = [(date(2026, 12, 25), "Christmas".to_owned())].into();
    workspace.set_plan_calendar(other, setup().weekdays, holidays).unwrap();
    let import = ActivityImport::new(read(), other);
    let issues: Vec<_> =
        import.rows(&workspace).unwrap().into_iter().flat_map(|row| row.taken.issues).collect();
    assert_eq!(issues, []);
    workspace.accept_activities(&import).unwrap();
    let (one, other) = (workspace.plan(plan).unwrap(), workspace.plan(other).unwrap());
    let told = |plan: &Plan| {
        let mut told: Vec<_> = plan.kept.activities.iter().zip(&plan.schedule.placements).collect();
        told.sort_by_key(|(it, _)| (it.phase, it.name.clone()));
        told.into_iter()
            .map(|(it, at)| (it.name.clone(), it.days, it.started, it.done, at.start, at.end))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&one), told(&other));
}

#[test]
fn a_plan_in_a_circle_takes_nothing_else_down_and_can_be_mended_or_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Plan.trilane");
    let mut workspace = Workspace::create(&path, "Ana", clock).unwrap();
    let (_, good) = workspace.make_plan(&setup()).unwrap();
    let (_, bad) = workspace.make_plan(&PlanSetup { name: "Bad".into(), ..setup() }).unwrap();
    let (first, last) =
        (named(&workspace, bad, "List the channels"), named(&workspace, bad, "Choose one"));
    let older = workspace.plan(bad).unwrap().kept;
    drop(workspace);
    let mut newer = older.clone();
    newer.activities.iter_mut().find(|it| it.id == first).unwrap().needs.push(last);
    let mut database = Database::open(&path, engine::Access::Write, "a test").unwrap();
    let entry = Entry { at: clock().as_millisecond(), actor: "Ana", op: "plan" };
    database
        .write(entry, |tx| {
            tx.put_playbook(Some(&older), Some(&newer))?;
            Ok::<_, storage::Error>(((), String::new()))
        })
        .unwrap();
    drop(database);

    let mut workspace = Workspace::open(&path, engine::Access::Write, "Ana", clock).unwrap();
    assert_eq!(workspace.plans().unwrap().len(), 2);
    workspace.plan(good).unwrap();
    let refused = sentence(workspace.plan(bad).unwrap_err());
    assert!(refused.starts_with("They would wait for one another"), "{refused}");
    let target = folder.path().join("Leadership.xlsx");
    let parts = Export::Workbook(Part::ALL.to_vec());
    let cancelled = AtomicBool::new(false);
    workspace.export(&parts, Target::at(&target), ("0.1.0", None), &|_| {}, &cancelled).unwrap();
    let book = read_here(&target, &Limits::default()).unwrap();
    let sheet = book.sheets.iter().find(|sheet| sheet.name() == "Rollout").unwrap();
    let said =
        sheet.rows().flat_map(|row| row.cells().map(|(_, cell)| shown(cell)).collect::<Vec<_>>());
    assert!(said.into_iter().any(|text| text == refused), "the sheet says why");

    workspace.rename_plan(bad, "Still bad").unwrap();
    workspace.unlink_activity(bad, first, last).unwrap();
    workspace.plan(bad).unwrap();
    workspace.undo().unwrap();
    workspace.delete_plan(bad).unwrap();
    assert_eq!(workspace.plans().unwrap().len(), 1);
}
