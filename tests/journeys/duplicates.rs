use tests::window::Window;

use crate::steps::new_workspace;

const LIST: &str = "\
E-mail triage\tE-mail\tOps\t5\t4\t4\t4
Brand positioning\t\tCMO\t1\t1\t5\t1
email  Triage\tForm\tRevOps\t3\t4\t4\t4
Newsletter copy\t\t\t\t\t\t
Newsleter copy\t\tOps\t\t\t\t
";

async fn list() -> Window {
    let window = new_workspace().await;
    window.click("Matrix").await;
    window.click("Type the first task").await;
    window.machine().copy_to_clipboard(LIST);
    window.machine().press("ctrl+v");
    window.cell_shows(5, "Owner", "Ops").await;
    window
}

async fn find(window: &Window) {
    window.presses("ctrl+k").await;
    window.types("Find duplicates").await;
    window.presses("Enter").await;
    window.sees("1 of 2").await;
}

#[tokio::test]
async fn duplicates_are_found_compared_and_merged_as_one_step() {
    let window = list().await;
    find(&window).await;
    window.sees("Same name").await;
    window.sees("Choose which to keep: Predictability.").await;
    window.click("Keep Predictability: 3").await;
    window.sees_no("Choose which to keep").await;
    window.click("Keep Owner: RevOps").await;
    window.click("Merge 2 tasks").await;
    window.sees("Merged 2 tasks into “E-mail triage”").await;
    window.sees("Nearly the same name").await;
    window.click("Not duplicates").await;
    window.sees("That was the last group.").await;
    window.presses("Escape").await;

    window.cell_shows(1, "Owner", "RevOps").await;
    window.cell_shows(1, "Predictability", "3").await;
    window.cell_shows(2, "Task", "Brand positioning").await;
    window.cell_shows(3, "Task", "Newsletter copy").await;
    window.presses("ctrl+9").await;
    window.sees("Merged 2 tasks into").await;
    window.click("Matrix").await;
    window.presses("ctrl+z").await;
    window.cell_shows(1, "Owner", "Ops").await;
    window.cell_shows(3, "Owner", "RevOps").await;
    window.close().await;
}
