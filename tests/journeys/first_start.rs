use crate::steps::SCORES;
use crate::steps::enter;
use crate::steps::reference_worksheet;

/// Prints the cells of a worksheet as another program reads them: first the formulas, then their cached results.
const READ_WORKBOOK: &str = "
import sys, openpyxl
for cached in (False, True):
    for row in openpyxl.load_workbook(sys.argv[1], data_only=cached)['Matrix'].iter_rows(values_only=True):
        print('|'.join('' if value is None else str(value) for value in row))
";

#[tokio::test]
async fn from_the_first_start_to_an_exported_workbook() {
    let window = reference_worksheet().await;
    let task = 11;
    enter(&window, task, "Task", "Contract renewals mailing").await;
    for (heading, score) in SCORES.into_iter().zip(["5", "4", "4", "3"]) {
        enter(&window, task, heading, score).await;
    }
    window.cell_shows(task, "Composite", "16").await;
    window.cell_shows(task, "Lane", "Automate").await;

    let workbook = window.machine().file("Plan.xlsx");
    window.will_pick(&workbook);
    window.presses("ctrl+e").await;
    window.click("Export…").await;
    window.sees("Exported 11 tasks to Plan.xlsx").await;

    let mut python = window.machine().command("/usr/bin/python3");
    let output =
        python.args(["-c", READ_WORKBOOK]).arg(&workbook).output().expect("python3 is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let cells = String::from_utf8(output.stdout).expect("the cells are text");
    let of_task: Vec<_> =
        cells.lines().filter(|line| line.contains("Contract renewals mailing")).collect();
    let [formulas, results] = of_task[..] else { panic!("the task stands once: {of_task:?}") };
    assert!(formulas.contains("SUM(") && formulas.contains("=IF("), "{formulas}");
    assert!(results.contains("|16|Automate"), "{results}");
    window.close().await;
}

#[tokio::test]
async fn a_score_that_is_none_is_refused_where_it_stands() {
    let window = reference_worksheet().await;
    // From below, since the reason stands under its cell and would cover the next one.
    for (row, wrong) in [(4, "0"), (3, "6"), (2, "3.5"), (1, "high")] {
        enter(&window, row, SCORES[0], wrong).await;
        window.cell_shows(row, "Composite", "").await;
    }
    window.sees("4 cells need mending").await;
    window.click("Next").await;
    window.has_keyboard("Cells of the worksheet").await;
    window.types("5").await;
    window.presses("Enter").await;
    window.sees("3 cells need mending").await;
    window.close().await;
}
