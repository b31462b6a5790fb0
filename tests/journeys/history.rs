use crate::steps::enter;
use crate::steps::reference_worksheet;

#[tokio::test]
async fn a_task_goes_back_to_an_earlier_version_and_forth_again() {
    let window = reference_worksheet().await;
    enter(&window, 1, "Owner", "Ops team").await;
    // A second click on the same cell would open its text instead.
    enter(&window, 2, "Owner", "Finance").await;
    enter(&window, 1, "Owner", "Sales team").await;

    window.click_cell(1, "Task").await;
    window.presses("F4").await;
    window.click("What changed").await;
    window.sees("before Ops team").await;
    window.click("See all in History").await;
    window.sees("Only the history of").await;

    window.tabs_to("Changed Owner").await;
    window.has_keyboard("before Ops team after Sales team").await;
    window.presses("ArrowDown").await;
    window.has_keyboard("before empty after Ops team").await;
    window.presses("Enter").await;
    window.click("Restore this version").await;
    window.sees("as it was on").await;
    window.click("Matrix").await;
    window.cell_shows(1, "Owner", "Ops team").await;

    window.click_cell(1, "Task").await;
    window.presses("ctrl+z").await;
    window.cell_shows(1, "Owner", "Sales team").await;
    window.presses("ctrl+9").await;
    window.sees("Undid restoring a task of entry 5").await;
    window.click("Check the chain").await;
    window.sees("6 entries in the history: the chain holds.").await;
    window.close().await;
}

#[tokio::test]
async fn what_the_filter_shows_of_the_history_is_handed_over() {
    let window = reference_worksheet().await;
    enter(&window, 1, "Owner", "=1+1").await;
    enter(&window, 2, "Owner", "Sales team").await;
    window.presses("ctrl+9").await;
    window.sees("Added 10 reference tasks").await;
    window.click("Task or words").await;
    window.types("owner of").await;
    window.sees_no("Added 10 reference tasks").await;
    let file = window.machine().file("History.csv");
    window.will_pick(&file);
    window.click("Export as CSV").await;
    window.sees("Exported 2 changes to History.csv").await;

    let text = std::fs::read_to_string(&file).expect("it was written");
    let lines: Vec<&str> = text.lines().skip(1).collect();
    let [sales, formula] = lines[..] else { panic!("two changes are two lines: {text}") };
    assert!(sales.contains(",changed,Owner,,Sales team,"), "{sales}");
    assert!(formula.contains(",changed,Owner,,'=1+1,"), "{formula}");
    window.close().await;
}
