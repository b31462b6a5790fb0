//! What another program calculates is what we wrote: LibreOffice opens a workbook, recalculates
//! everything, and every formula still says the same; openpyxl reads it without repair.
//!
//! Both are started once. The test command installs them on Linux, and only there is this looked at.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::Path;
use std::process::Command;

use common::book::{about, export_as};
use domain::guardrail::{Cap, Condition, ListFact};
use domain::{
    ColumnId, ColumnKind, CustomColumn, Decision, Dimension, Field, Guardrail, Lane, Scores, Task,
    TaskId,
};
use jiff::civil::date;
use spreadsheet::{About, Cell, PlanRow, PlanRows, PlanSign, Sheet, Workbook};
use uuid::Uuid;

mod common;

/// Returns a task that differs from the others in every way that formulas look at.
fn task(number: u32) -> Task {
    let mut task = Task::blank(TaskId::new(Uuid::from_u128(u128::from(number) + 1)));
    let mut enter = |field, text: String| task.enter(field, &text).unwrap();
    let names = ["=1+1", "Task", "Öffentlich <b> & \"x\"", "🚀 launch", "-5", "Total"];
    enter(Field::Name, format!("{} {number}", names[number as usize % names.len()]));
    for dimension in Dimension::ALL {
        let step = [1, 5, 25, 125][dimension.index()];
        if number as usize % 41 != dimension.index() {
            enter(Field::Score(dimension), (number / step % 5 + 1).to_string());
        }
    }
    if !number.is_multiple_of(3) {
        enter(Field::MonthlyVolume, (number * 7 % 900).to_string());
        enter(Field::MinutesPerItem, (f64::from(number % 50) / 4.0).to_string());
    }
    let channels = ["", "email, Web Form", "Email", "chat, e-mail", "WEB form"];
    enter(Field::Channels, channels[number as usize % channels.len()].into());
    enter(Field::Owner, ["Ana", "ANA", "Jürgen", ""][number as usize % 4].into());
    enter(Field::MultimodalContext, if number.is_multiple_of(9) { "Yes" } else { "" }.into());
    decide(&mut task, number);
    if number % 50 == 7 {
        for (field, text) in [
            (Field::MonthlyVolume, "many"),
            (Field::MultimodalContext, "video"),
            (Field::Score(Dimension::ContextDepth), "high"),
        ] {
            task.enter_or_keep(field, text);
        }
    }
    task
}

fn decide(task: &mut Task, number: u32) {
    if number % 6 > 3 {
        return;
    }
    let scores = if number % 4 == 1 { Scores::default() } else { task.counted_scores() };
    task.decision = Some(Decision {
        lane: Lane::ALL[number as usize % 3],
        reason: "=WEBSERVICE(\"x\")".into(),
        by: "Ana".into(),
        at: 0,
        until: [None, Some(date(2026, 5, 3)), Some(date(2026, 5, 4))][number as usize / 6 % 3],
        scores,
    });
}

/// Returns guardrails of every kind of condition.
fn rules() -> Vec<Guardrail> {
    let rule = |id: &str, conditions: Vec<Condition>, cap| Guardrail {
        id: id.into(),
        is_on: true,
        conditions,
        cap,
    };
    let both = vec![Condition::VolumeAtLeast(300), Condition::MinutesAtLeast(4.25)];
    let names = |fact, text: &str| vec![Condition::Names(fact, text.into())];
    let mut rules: Vec<Guardrail> = Guardrail::all_shipped().collect();
    rules.push(rule("1", both, Cap::HumanOnly));
    rules.push(rule("2", names(ListFact::Channel, "web form"), Cap::Hybrid));
    rules.push(rule("3", names(ListFact::Tag, "a, b"), Cap::HumanOnly));
    rules.push(rule("4", vec![Condition::OwnerIs("jürgen".into())], Cap::Hybrid));
    let high = Condition::ScoreAtLeast(Dimension::DataSensitivity, 5);
    let low = Condition::ScoreAtMost(Dimension::Predictability, 2);
    rules.push(rule("5", vec![high, low], Cap::HumanOnly));
    rules
}

/// Returns a plan over two days off, with every sign, and texts that would like to be formulas.
fn plan(weekdays: [bool; 7]) -> PlanRows {
    let row = |sign, name: &str, (start, end), days| PlanRow {
        phase: "Pilot",
        name: name.into(),
        owner: "=1+1".into(),
        start,
        end,
        days,
        planned_days: Some(days),
        needs: "-5".into(),
        slack: Some(3),
        progress: "Planned",
        started: None,
        done: None,
        baseline: Some((start, end)),
        sign,
    };
    let (first, last) = (date(2026, 12, 21), date(2027, 1, 8));
    // Three weeks, of which two days are free: one of them is a Saturday.
    let days = if weekdays[5] { 19 - 2 } else { 15 - 1 };
    PlanRows {
        name: "=WEBSERVICE(\"x\")".into(),
        weekdays,
        days_off: vec![(date(2026, 12, 25), "Christmas".into()), (date(2026, 12, 26), "+1".into())],
        rows: vec![
            row(PlanSign::Bar, "=A1", (first, last), days),
            row(PlanSign::Milestone, "Ready", (last, last), 0),
            row(PlanSign::Gate, "Gate", (date(2027, 1, 10), date(2027, 1, 10)), 0),
            row(PlanSign::PassedGate, "Gate", (first, first), 0),
        ],
        refusal: None,
    }
}

fn everything() -> About {
    let column = |id: u128, name: &str, kind, choices: &[&str]| CustomColumn {
        id: ColumnId::new(Uuid::from_u128(id)),
        name: name.into(),
        kind,
        choices: choices.iter().map(ToString::to_string).collect(),
    };
    About {
        guardrails: rules(),
        columns: vec![
            column(1, "Region", ColumnKind::Choice, &["EMEA", "APAC"]),
            column(2, "sum", ColumnKind::Number, &[]),
        ],
        plans: vec![plan([true, true, true, true, true, false, false]), plan([true; 7])],
        ..about()
    }
}

/// Has LibreOffice open a workbook, recalculate all of it and write it again.
fn recalculate(folder: &Path, name: &str) -> Workbook {
    let settings = folder.join("profile/user");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("registrymodifications.xcu"), ALWAYS_RECALCULATE).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let out = folder.join("out");
    let made = Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .arg(folder.join(name))
        .output()
        .expect("LibreOffice is installed");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    common::read(name, &fs::read(out.join(name)).unwrap()).unwrap()
}

const ALWAYS_RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

fn is_same(one: Cell<'_>, other: Cell<'_>) -> bool {
    match (one, other) {
        (Cell::Number(one) | Cell::Percent(one), Cell::Number(other) | Cell::Percent(other)) => {
            (one - other).abs() <= 1e-9 * one.abs().max(1.0)
        }
        (one, other) => one == other,
    }
}

fn differences(ours: &Sheet, theirs: &Sheet) -> Vec<String> {
    let mut found = Vec::new();
    for row in ours.rows() {
        for (column, cell) in row.cells() {
            let other = theirs.cell(row.index(), column);
            if !is_same(cell, other) {
                let place = spreadsheet::sheet::address(row.index(), column);
                found.push(format!("{}!{place}: {cell:?}, recalculated {other:?}", ours.name()));
            }
        }
    }
    let filled = |sheet: &Sheet| sheet.rows().map(|row| row.cells().count()).sum::<usize>();
    if found.is_empty() && filled(ours) != filled(theirs) {
        found.push(format!("{}: {} cells, then {}", ours.name(), filled(ours), filled(theirs)));
    }
    found
}

#[test]
fn whatever_recalculates_the_workbook_comes_to_what_we_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let mut tasks: Vec<Task> = (0..1_000).map(task).collect();
    tasks[3].enter(Field::Custom(ColumnId::new(Uuid::from_u128(1))), "EMEA").unwrap();
    let (bytes, written) = export_as(&tasks, &everything());
    assert_eq!(written.tasks, 1_000);
    fs::write(folder.path().join("all.xlsx"), &bytes).unwrap();
    let ours = common::read("all.xlsx", &bytes).unwrap();
    read_by_openpyxl(&folder.path().join("all.xlsx"));
    let theirs = recalculate(folder.path(), "all.xlsx");
    let found: Vec<String> = ours
        .sheets
        .iter()
        .zip(&theirs.sheets)
        .flat_map(|(ours, theirs)| differences(ours, theirs))
        .collect();
    assert_eq!(ours.sheets.len(), theirs.sheets.len());
    assert!(
        found.is_empty(),
        "{} differ:\n{}",
        found.len(),
        found[..found.len().min(40)].join("\n")
    );
}

/// Has openpyxl read a workbook: it takes no file that Excel would want to repair in its tables, names,
/// charts or validations.
fn read_by_openpyxl(path: &Path) {
    let script = r"
import sys, warnings
warnings.simplefilter('error')
import openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(book.sheetnames)
matrix = book['Matrix']
print(list(matrix.tables), matrix.freeze_panes, len(matrix.data_validations.dataValidation))
print(len(book['Summary']._charts), book['Trilane origin'].sheet_state)
formulas = sum(1 for row in matrix.iter_rows() for cell in row if cell.data_type == 'f')
print(formulas)
";
    let made = Command::new("/usr/bin/python3").args(["-c", script]).arg(path).output();
    let made = made.expect("python3 is installed");
    let (out, error) =
        (String::from_utf8_lossy(&made.stdout), String::from_utf8_lossy(&made.stderr));
    let expected = "['Read me', 'Summary', 'Matrix', 'Sensitivity', 'Rollout', 'Legend', 'Trilane origin']\n\
                    ['Tasks'] B2 6\n2 veryHidden\n6960\n";
    assert_eq!(out, expected, "{error}");
}
