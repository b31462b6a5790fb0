use crate::steps::TASK_LIST;
use crate::steps::new_workspace;
use std::fs;

const ARTICLE_TABLE: &str = "\
| Task | Predictability | Impact of Error | Data Sensitivity | Context Depth |
| --- | --- | --- | --- | --- |
| Inbound email triage | 5 | 4 | 4 | 4 |
| Brand positioning | 1 | 1 | 5 | 1 |
";

#[tokio::test]
async fn a_task_list_comes_in_as_one_step_with_its_problems_marked() {
    let window = new_workspace().await;
    let list = window.machine().file("Tasks.csv");
    fs::write(&list, TASK_LIST).expect("the home is writable");
    window.will_pick(&list);
    window.click("Choose a file").await;
    window.sees("Import from").await;
    window.sees("1 cell has a problem").await;
    window.click("Import 3 tasks").await;
    window.click("Matrix").await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.cell_shows(2, "Lane", "Hybrid").await;
    window.cell_shows(3, "Data Sensitivity", "high").await;
    window.sees("1 cell needs mending").await;
    window.presses("ctrl+z").await;
    window.sees("Type the first task").await;
    window.presses("ctrl+y").await;
    window.cell_shows(1, "Task", "Inbound triage").await;
    window.close().await;
}

/// A list as it comes out of a team: a title, a score with a remark, a word, a half point, one task twice,
/// a column of its own, minutes with commas, a row of totals.
const MESSY_LIST: &str = "\
Marketing inventory 2026,,,,,,,
Prepared by Ana,,,,,,,

Task,Owner,Predictability,Impact of error,Data sensitivity,Context depth,Minutes,Region
Inbound triage,Ops,5,4/5,4,4,\"3,5\",EMEA
Lead scoring,RevOps,4,3 - two reviews,3,4,12,Americas
Brand positioning,CMO,1,1,high,1,,EMEA
inbound  Triage,Ops,5,4,4,4,,EMEA
Contract mailing,Sales,5,2.5,1,5,7,EMEA
Total,,15,,,,22,
";

#[tokio::test]
async fn a_messy_list_is_mended_on_the_way_in() {
    let window = new_workspace().await;
    let list = window.machine().file("Inventory.csv");
    fs::write(&list, MESSY_LIST).expect("the home is writable");
    window.will_pick(&list);
    window.click("Choose a file").await;
    window.sees("Import from").await;
    window.sees("Row 10 adds up the others and is left out.").await;
    window.sees("Row 5 has the same name.").await;
    window.sees("1 row or question still waits").await;

    window.chooses("“high” (1)", "5").await;
    // It can be left for a moment.
    window.click("History").await;
    window.click("Import under way").await;
    window.click("What D9 should be").await;
    window.types("2").await;
    window.presses("Enter").await;
    window.sees_no("D9:").await;
    window.chooses("What Region is", "Keep as a choice column").await;
    window.click("Conflict 1").await;
    window.click("Keep mine").await;
    window.click("Import 4 tasks").await;

    window.cell_shows(1, "Lane", "Automate").await;
    window.cell_shows(1, "Minutes per item", "3.5").await;
    window.cell_shows(2, "Lane", "Hybrid").await;
    window.cell_shows(3, "Lane", "Human-only").await;
    window.cell_shows(4, "Impact of Error", "2").await;
    assert!(window.headings().await.iter().any(|heading| heading.starts_with("Region")));
    window.presses("ctrl+z").await;
    window.sees("Type the first task").await;
    window.close().await;
}

/// Changes cells of a workbook as another program does: owner and score of the first task, a new row.
const EDIT_ELSEWHERE: &str = "
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Matrix']
column = {cell.value: cell.column for cell in sheet[1]}
sheet.cell(2, column['Owner']).value = 'Edited elsewhere'
sheet.cell(2, column['Predictability']).value = 2
sheet.cell(3, column['Owner']).value = 'Theirs'
book.save(sys.argv[1])
";

#[tokio::test]
async fn edits_made_in_another_program_are_told_from_those_made_here() {
    let window = crate::steps::reference_worksheet().await;
    let book = window.machine().file("Plan.xlsx");
    window.will_pick(&book);
    window.presses("ctrl+e").await;
    window.click("Export…").await;
    window.sees("Exported 10 tasks to Plan.xlsx").await;
    window.click("Dismiss").await;

    window.will_pick(&book);
    window.presses("ctrl+i").await;
    window.sees("Nothing to change").await;
    window.click("Cancel").await;

    let edited = window
        .machine()
        .command("/usr/bin/python3")
        .args(["-c", EDIT_ELSEWHERE])
        .arg(&book)
        .status();
    assert!(edited.expect("python3 is installed").success());
    crate::steps::enter(&window, 2, "Owner", "Mine").await;
    crate::steps::enter(&window, 3, "Owner", "Only here").await;

    window.will_pick(&book);
    window.presses("ctrl+i").await;
    window.sees("1 row or question still waits").await;
    window.click("Take the file’s").await;
    window.click("Change 2 tasks").await;
    window.cell_shows(1, "Owner", "Edited elsewhere").await;
    window.cell_shows(1, "Predictability", "2").await;
    window.cell_shows(2, "Owner", "Theirs").await;
    window.cell_shows(3, "Owner", "Only here").await;
    window.presses("ctrl+z").await;
    window.cell_shows(2, "Owner", "Mine").await;
    window.close().await;
}

/// Deletes two rows of a workbook, as somebody does who keeps to their own share of the list.
const DELETE_ROWS: &str = "
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
book['Matrix'].delete_rows(3, 2)
book.save(sys.argv[1])
";

#[tokio::test]
async fn tasks_that_are_gone_from_the_file_stay_and_can_be_looked_at() {
    let window = crate::steps::reference_worksheet().await;
    let book = window.machine().file("Plan.xlsx");
    window.will_pick(&book);
    window.presses("ctrl+e").await;
    window.click("Export…").await;
    window.sees("Exported 10 tasks to Plan.xlsx").await;
    window.click("Dismiss").await;
    let mut cut = window.machine().command("/usr/bin/python3");
    let cut = cut.args(["-c", DELETE_ROWS]).arg(&book).status();
    assert!(cut.expect("python3 is installed").success());
    window.will_pick(&book);
    window.presses("ctrl+i").await;
    window.sees("2 tasks of this workspace are not in the file. They stay.").await;
    window.click("Show them").await;
    window.sees("Not in the file 2").await;
    window.click("Cancel").await;
    window.close().await;
}

#[tokio::test]
async fn answers_about_words_are_remembered_with_the_columns() {
    let window = new_workspace().await;
    let list = window.machine().file("Words.csv");
    for (task, how) in [("Triage", "first"), ("Scoring", "again")] {
        let text = format!("Task,Owner,Predictability\n{task},Ops,high\n");
        fs::write(&list, text).expect("the home is writable");
        window.will_pick(&list);
        window.presses("ctrl+i").await;
        window.sees("Which score from 1 to 5 does each mean?").await;
        if how == "first" {
            window.chooses("“high” (1)", "5").await;
        } else {
            window.sees("As answered the last time.").await;
        }
        window.click("Import 1 task").await;
        window.sees("Imported 1 task").await;
        window.click("Dismiss").await;
    }
    window.click("Matrix").await;
    window.cell_shows(2, "Predictability", "5").await;
    window.close().await;
}

#[tokio::test]
async fn a_table_of_text_comes_in_by_pasting_it() {
    let window = new_workspace().await;
    window.click("Paste a table").await;
    window.click("Your table").await;
    window.machine().copy_to_clipboard(ARTICLE_TABLE);
    window.machine().press("ctrl+v");
    window.click("Look at it").await;
    window.click("Import 2 tasks").await;
    window.click("Matrix").await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.cell_shows(2, "Lane", "Human-only").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_table_is_refused_in_words() {
    let window = new_workspace().await;
    let file = window.machine().file("Broken.xlsx");
    fs::write(&file, b"PK\x03\x04 cut off here").expect("the home is writable");
    window.will_pick(&file);
    window.click("Choose a file").await;
    window.sees("Broken.xlsx").await;
    window.sees("Where do your tasks come from?").await;
    window.close().await;
}
