use crate::steps::SCORES;
use crate::steps::choose_action;
use crate::steps::enter;
use crate::steps::reference_worksheet;
use crate::steps::sheet;

#[tokio::test]
async fn what_was_saved_survives_a_kill() {
    let mut window = reference_worksheet().await;
    enter(&window, 1, "Task", "Triage of inbound mail").await;
    enter(&window, 1, SCORES[0], "2").await;
    enter(&window, 2, "Owner", "Revenue operations").await;
    // What was typed shows at once; what follows from it only when it is in the file.
    window.cell_shows(1, "Composite", "14").await;
    window.sees("Saved").await;
    let before = sheet(&window, 10).await;

    window.kill_and_reopen().await;
    window.click("Matrix").await;
    window.cell_shows(1, "Task", "Triage of inbound mail").await;
    assert_eq!(sheet(&window, 10).await, before);
    // The last step before the kill can still be taken back.
    window.presses("ctrl+z").await;
    window.cell_no_longer_shows(2, "Owner", "Revenue operations").await;
    window.close().await;
}

#[tokio::test]
async fn what_is_being_typed_is_kept_when_the_window_is_closed() {
    let mut window = reference_worksheet().await;
    window.click_cell(2, "Owner").await;
    window.types("Revenue operations").await;
    window.close_and_reopen().await;
    window.cell_shows(2, "Owner", "Revenue operations").await;
    window.click_cell(1, "Task").await;
    window.presses("F4").await;
    window.click("Notes").await;
    window.types("Ask the sales team first").await;
    window.close_and_reopen().await;
    window.cell_shows(1, "Notes", "Ask the sales team first").await;
    window.close().await;
}

#[tokio::test]
async fn a_backup_is_what_the_sheet_shows_after_it_was_restored() {
    let window = reference_worksheet().await;
    // Closing it makes a backup.
    choose_action(&window, "Close workspace").await;
    window.click("Q3 plan").await;
    window.has_rows(11).await;
    window.click_cell(1, "Task").await;
    window.presses("shift+ArrowDown").await;
    choose_action(&window, "Delete rows").await;
    window.has_rows(9).await;

    choose_action(&window, "Backups").await;
    window.click("Restore the backup of").await;
    window.click("Restore this backup").await;
    window.has_rows(11).await;
    enter(&window, 1, "Task", "Triage of inbound mail").await;
    window.presses("ctrl+z").await;
    window.sees("Undid").await;
    window.cell_no_longer_shows(1, "Task", "Triage of inbound mail").await;
    window.close().await;
}

#[tokio::test]
async fn a_workspace_opens_by_its_file() {
    let mut window = reference_worksheet().await;
    window.sees("Saved").await;
    let file = window.machine().file("Q3 plan.trilane");
    let elsewhere = window.machine().file("Renamed.trilane");
    std::fs::copy(file, &elsewhere).expect("a saved workspace is one file");
    window.kill_and_reopen_with(&[elsewhere.to_str().expect("the path is plain")]).await;
    window.sees("Renamed").await;
    window.click("Matrix").await;
    window.cell_shows(10, "Lane", "Human-only").await;
    window.close().await;
}
