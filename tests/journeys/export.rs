use crate::steps::reference_worksheet;
use std::fs;
use tests::window::Window;

/// Prints the sheets of a workbook and how their formulas and charts count, as another program reads them.
const SHEETS: &str = "
import sys, openpyxl
for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
    formulas = sum(cell.data_type == 'f' for row in sheet.iter_rows() for cell in row)
    print(sheet.title, sheet.sheet_state, formulas > 0, len(sheet._charts))
";

fn read(window: &Window, workbook: &std::path::Path) -> String {
    let mut python = window.machine().command("/usr/bin/python3");
    let output = python.args(["-c", SHEETS]).arg(workbook).output().expect("python3 is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("names are text")
}

#[tokio::test]
async fn a_workbook_holds_the_sheets_that_were_chosen() {
    let window = reference_worksheet().await;
    let workbook = window.machine().file("Plan.xlsx");
    window.presses("ctrl+e").await;
    window.sees("What goes in").await;
    window.click("Sensitivity").await;
    window.will_pick(&workbook);
    window.click("Export…").await;
    window.sees("Exported 10 tasks to Plan.xlsx").await;
    assert_eq!(
        read(&window, &workbook),
        "Read me visible False 0\nSummary visible True 2\nMatrix visible True 0\n\
         Legend visible False 0\nTrilane origin veryHidden False 0\n"
    );
    window.close().await;
}

#[tokio::test]
async fn a_file_that_is_open_elsewhere_is_left_alone_and_another_name_offered() {
    let window = reference_worksheet().await;
    let workbook = window.machine().file("Plan.xlsx");
    fs::write(&workbook, "somebody works in it").expect("the home is writable");
    fs::write(window.machine().file(".~lock.Plan.xlsx#"), "").expect("the home is writable");
    window.presses("ctrl+e").await;
    window.will_pick(&workbook);
    window.click("Export…").await;
    window.sees("The name “Plan (2).xlsx” is free").await;
    window.will_pick(&window.machine().file("Plan (2).xlsx"));
    window.click("Choose another name…").await;
    window.sees("Exported 10 tasks to Plan (2).xlsx").await;
    assert_eq!(fs::read(&workbook).expect("it is there"), b"somebody works in it");
    window.close().await;
}

#[tokio::test]
async fn a_mark_that_a_crash_left_over_does_not_keep_a_name_for_ever() {
    let window = reference_worksheet().await;
    let workbook = window.machine().file("Plan.xlsx");
    fs::write(&workbook, "the export of last week").expect("the home is writable");
    let mark = ",ana,desk-3,01.05.2026 09:12,file:///home/ana/.config/libreoffice/4;";
    fs::write(window.machine().file(".~lock.Plan.xlsx#"), mark).expect("the home is writable");
    window.presses("ctrl+e").await;
    window.will_pick(&workbook);
    window.click("Export…").await;
    window.sees("open in LibreOffice by ana on desk-3").await;
    window.click("Replace anyway").await;
    window.sees("Exported 10 tasks to Plan.xlsx").await;
    assert!(read(&window, &workbook).contains("Matrix visible True"));
    window.close().await;
}

#[tokio::test]
async fn values_and_a_template_are_written_too() {
    let window = reference_worksheet().await;
    for (kind, name, said) in [
        ("CSV", "Plan.csv", "Exported 10 tasks to Plan.csv"),
        ("Markdown table", "Plan.md", "Exported 10 tasks to Plan.md"),
        ("Blank template", "Blank.xlsx", "Wrote the template Blank.xlsx"),
    ] {
        window.presses("ctrl+e").await;
        window.click(kind).await;
        window.will_pick(&window.machine().file(name));
        window.click("Export…").await;
        window.sees(said).await;
    }
    let text = |name| fs::read_to_string(window.machine().file(name)).expect("it is text");
    assert!(text("Plan.csv").contains("Inbound email triage,"), "{}", text("Plan.csv"));
    assert!(text("Plan.md").contains("| Inbound email triage |"), "{}", text("Plan.md"));
    let template = read(&window, &window.machine().file("Blank.xlsx"));
    assert!(template.starts_with("Matrix visible True"), "{template}");
    window.close().await;
}
