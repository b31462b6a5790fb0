//! Handing the worksheet over from a real workspace to a real folder.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use domain::{Dimension, Field, Lane, TaskId};
use engine::cards::CardSource;
use engine::export::{Export, Exported, LastExport, Target};
use engine::{Error, Workspace};
use jiff::Timestamp;
use spreadsheet::read::read_here;
use spreadsheet::{Cell, Limits, Part, Values};

fn clock() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn workspace() -> (Workspace, TaskId) {
    let mut workspace = Workspace::in_memory("Ana", clock).unwrap();
    workspace.add_task("Contract renewals").unwrap();
    let id = workspace.sheet().tasks().next().unwrap().id;
    for dimension in Dimension::ALL {
        workspace.set_cell(id, Field::Score(dimension), "4").unwrap();
    }
    (workspace, id)
}

fn export(
    workspace: &Workspace,
    export: &Export,
    target: &Path,
    last: Option<&LastExport>,
) -> engine::Result<Exported> {
    workspace.export(export, Target::at(target), ("0.1.0", last), &|_| {}, &AtomicBool::new(false))
}

fn leadership() -> Export {
    Export::Workbook(Part::ALL.to_vec())
}

/// Returns every text on the summary.
fn summary(path: &Path) -> String {
    let book = read_here(path, &Limits::default()).unwrap();
    let sheet = book.sheets.iter().find(|sheet| sheet.name() == "Summary").unwrap();
    let mut texts = String::new();
    for row in sheet.rows() {
        for (_, cell) in row.cells() {
            if let Cell::Text(text) = cell {
                texts.push_str(text);
                texts.push('\n');
            }
        }
    }
    texts
}

#[test]
fn the_second_export_says_what_changed_since_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Plan.xlsx");
    let (mut workspace, id) = workspace();
    let first = export(&workspace, &leadership(), &path, None).unwrap();
    assert!(summary(&path).contains("This is the first export"), "{}", summary(&path));

    export(&workspace, &leadership(), &path, Some(&first.last)).unwrap();
    assert!(summary(&path).contains("No task, score or lane has changed since"));

    workspace.set_cell(id, Field::Score(Dimension::ImpactOfError), "1").unwrap();
    workspace.add_task("Newsletter").unwrap();
    export(&workspace, &leadership(), &path, Some(&first.last)).unwrap();
    let found = summary(&path);
    assert!(found.contains("1 task new, 0 tasks removed, 1 task scored differently"), "{found}");
    assert!(found.contains("Contract renewals: Automate → Hybrid"), "{found}");
}

#[test]
fn what_moved_is_told_by_the_lane_that_counts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Plan.xlsx");
    let (mut workspace, id) = workspace();
    for (name, error) in [("Capped", "1"), ("Decided before", "4")] {
        workspace.add_task(name).unwrap();
        let id = workspace.sheet().tasks().last().unwrap().id;
        for dimension in Dimension::ALL {
            workspace.set_cell(id, Field::Score(dimension), "5").unwrap();
        }
        workspace.set_cell(id, Field::Score(Dimension::ImpactOfError), error).unwrap();
    }
    let before = workspace.sheet().tasks().last().unwrap().id;
    workspace.decide(&[before], Lane::Hybrid, "The agency asked for it", None).unwrap();
    let first = export(&workspace, &leadership(), &path, None).unwrap();

    workspace.decide(&[id], Lane::HumanOnly, "Legal asked for it", None).unwrap();
    let rules: Vec<String> = workspace.guardrails().iter().map(|it| it.id.clone()).collect();
    for rule in rules {
        workspace.switch_guardrail(&rule, false).unwrap();
    }
    export(&workspace, &leadership(), &path, Some(&first.last)).unwrap();
    let found = summary(&path);
    assert!(found.contains("0 tasks scored differently, 2 tasks in another lane"), "{found}");
    assert!(found.contains("Contract renewals: Automate → Human-only"), "{found}");
    assert!(found.contains("Capped: Hybrid → Automate"), "{found}");

    workspace.withdraw_decisions(&[before]).unwrap();
    export(&workspace, &leadership(), &path, Some(&first.last)).unwrap();
    let found = summary(&path);
    assert!(found.contains("Decided before: Hybrid → Automate"), "{found}");
    workspace.undo().unwrap();
    export(&workspace, &leadership(), &path, Some(&first.last)).unwrap();
    assert!(!summary(&path).contains("Decided before"), "{}", summary(&path));
}

#[test]
fn a_file_that_somebody_works_in_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Plan.xlsx");
    fs::write(&path, "theirs").unwrap();
    fs::write(folder.path().join("~$Plan.xlsx"), "").unwrap();
    let refused = export(&workspace().0, &leadership(), &path, None);
    assert!(matches!(refused, Err(Error::TargetMarked(name, _)) if name == "Plan.xlsx"));
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left of the attempt");
}

#[test]
fn every_kind_of_file_gets_its_ending_and_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, _) = workspace();
    for (kind, ending, name) in [
        (leadership(), "xlsx", "Plan.xlsx"),
        (Export::Template, "xlsx", "Plan template.xlsx"),
        (Export::Values(Values::Commas { guarded: true }), "csv", "Plan.csv"),
        (Export::Values(Values::Tabs { guarded: true }), "tsv", "Plan.tsv"),
        (Export::Values(Values::Markdown), "md", "Plan.md"),
    ] {
        assert_eq!(kind.file_name("Plan"), name);
        let exported = export(&workspace, &kind, &folder.path().join("v1.2"), None).unwrap();
        assert_eq!(exported.path, folder.path().join(format!("v1.2.{ending}")));
    }
}

#[test]
fn the_workbook_has_a_row_a_model_card_and_no_such_sheet_without_one() {
    let (mut workspace, _) = workspace();
    let folder = tempfile::tempdir().unwrap();
    let sheet = |workspace: &Workspace, name: &str| {
        let path = folder.path().join(name);
        export(workspace, &leadership(), &path, None).unwrap();
        let book = read_here(&path, &Limits::default()).unwrap();
        book.sheets.into_iter().find(|sheet| sheet.name() == "Model cards")
    };
    assert!(sheet(&workspace, "none.xlsx").is_none());
    workspace.add_card(&CardSource::Preset("email_triage".to_owned())).unwrap();
    let cards = sheet(&workspace, "one.xlsx").unwrap();
    let text = |column: u32| match cards.cell(4, column) {
        Cell::Text(text) => text.to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!([text(0), text(2)], ["Email triage classifier", "Draft"]);
    assert!(text(11).starts_with("Owners, "), "what is missing: {}", text(11));
}
