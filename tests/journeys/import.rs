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
