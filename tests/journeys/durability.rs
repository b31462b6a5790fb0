use crate::steps::SCORES;
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
