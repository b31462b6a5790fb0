use crate::steps::enter;
use crate::steps::leave_and_come_back;
use crate::steps::reference_worksheet;
use tests::window::Window;

/// Opens the menu of a column from its keyboard shortcut and chooses an entry.
async fn choose(window: &Window, heading: &str, entry: &str) {
    window.click_cell(1, heading).await;
    window.presses("alt+ArrowDown").await;
    window.click(entry).await;
}

/// Shows the Human-only tasks alone: three of the ten.
async fn only_human(window: &Window) {
    choose(window, "Lane", "Filter…").await;
    window.click("None").await;
    window.click("Human-only").await;
    window.click("Filter").await;
    window.sees("3 of 10 tasks shown").await;
}

#[tokio::test]
async fn a_paste_into_filtered_rows_leaves_the_others_alone() {
    let window = reference_worksheet().await;
    only_human(&window).await;
    window.has_rows(4).await;
    window.cell_shows(1, "Lane", "Human-only").await;

    window.click_cell(1, "Owner").await;
    window.machine().copy_to_clipboard("Ana\nBo\nCy\n");
    window.machine().press("ctrl+v");
    window.cell_shows(3, "Owner", "Cy").await;
    window.click("Clear all").await;
    window.has_rows(11).await;
    window.sees_no("tasks shown").await;
    let mut owners = Vec::new();
    for row in 1..=10 {
        window.cell_no_longer_shows(row, "Task", "").await;
        owners.push(window.cell_text(row, "Owner").await);
    }
    assert_eq!(owners.iter().filter(|owner| !owner.is_empty()).count(), 3, "{owners:?}");

    window.presses("ctrl+z").await;
    window.sees("Undid").await;
    for row in 1..=10 {
        window.cell_shows(row, "Owner", "").await;
    }
    window.close().await;
}

#[tokio::test]
async fn two_columns_sort_and_a_saved_view_is_there_again() {
    let mut window = reference_worksheet().await;
    choose(&window, "Lane", "Sort Human-only first").await;
    window.cell_shows(1, "Lane", "Human-only").await;
    choose(&window, "Composite", "Then by this, high to low").await;
    window.cell_shows(4, "Composite", "14").await;
    window.cell_shows(10, "Composite", "17").await;
    window.cell_shows(7, "Composite", "19").await;

    // A row keeps its place until it is asked to go where it belongs.
    window.click_cell(7, "Predictability").await;
    window.types("1").await;
    window.presses("Enter").await;
    window.cell_shows(7, "Lane", "Hybrid").await;
    window.click("Sort again").await;
    window.cell_shows(4, "Composite", "15").await;
    window.click_cell(1, "Task").await;
    window.presses("ctrl+z").await;
    window.cell_shows(7, "Composite", "19").await;

    only_human_view(&window).await;
    window.kill_and_reopen().await;
    window.click("Matrix").await;
    window.control("View: People only").await;
    window.has_rows(4).await;
    window.click("View: People only").await;
    window.click("All tasks").await;
    window.has_rows(11).await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.click("View: All tasks").await;
    window.click("People only").await;
    window.has_rows(4).await;
    window.click("View: People only").await;
    window.click("Delete “People only”").await;
    window.control("View: All tasks").await;
    window.close().await;
}

async fn only_human_view(window: &Window) {
    only_human(window).await;
    window.click("View: All tasks").await;
    window.click("Save as a view").await;
    window.types("People only").await;
    window.click("Save view").await;
    window.control("View: People only").await;
    leave_and_come_back(window).await;
    enter(window, 1, "Predictability", "2").await;
    window.cell_shows(1, "Composite", "9").await;
}

#[tokio::test]
async fn rows_stand_under_headings_that_fold() {
    let window = reference_worksheet().await;
    choose(&window, "Lane", "Group by this").await;
    window.has_rows(14).await;
    assert_eq!(window.group_headings().await, ["Automate 4", "Hybrid 3", "Human-only 3"]);
    window.presses("ctrl+Home").await;
    window.presses("alt+ArrowLeft").await;
    window.has_rows(10).await;
    window.presses("alt+ArrowRight").await;
    window.has_rows(14).await;
    // Looked for from another screen, which has no find box of its own.
    window.click("Home").await;
    window.presses("ctrl+f").await;
    window.types("crisis").await;
    window.sees("1 of 10 tasks shown").await;
    window.presses("Escape").await;
    window.has_rows(14).await;
    window.has_keyboard("Cells of the worksheet").await;
    window.close().await;
}
