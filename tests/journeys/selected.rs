use crate::steps::reference_worksheet;
use tests::window::Window;

/// Selects cells of the first rows. Two clicks on one cell in no time would begin to change it.
async fn select_rows(window: &Window, rows: usize, heading: &str) {
    window.click_cell(1, heading).await;
    window.presses_times(rows - 1, "shift+ArrowDown").await;
}

async fn set_for(window: &Window, rows: usize, heading: &str) {
    select_rows(window, rows, heading).await;
    window.presses("shift+F10").await;
    window.control("Insert").await;
    window.click(&format!("Set for {rows} tasks")).await;
}

#[tokio::test]
async fn a_lane_is_decided_for_the_rows_that_a_filter_shows_and_for_no_others() {
    let window = reference_worksheet().await;
    window.presses("ctrl+f").await;
    window.types("lead").await;
    window.sees("2 of 10 tasks shown").await;
    select_rows(&window, 2, "Task").await;
    window.presses("ctrl+k").await;
    window.types("lane of the selected").await;
    window.presses("Enter").await;
    window.sees("Decide the lane of 2 tasks").await;
    window.click("Human-only").await;
    window.click("Decide Human-only").await;
    window.sees("Another lane needs a reason").await;
    window.types("The sales team is new").await;
    window.click("Decide Human-only").await;
    window.sees("Decided Human-only for 2 tasks").await;
    window.cell_shows(1, "Lane", "Human-only").await;
    window.cell_shows(2, "Lane", "Human-only").await;
    window.click("Clear all").await;
    window.sees("10 tasks").await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.click_cell(1, "Task").await;
    window.presses("ctrl+z").await;
    window.sees("Undid decision").await;
    window.close().await;
}

#[tokio::test]
async fn an_owner_is_set_and_channels_are_added_for_selected_rows() {
    let window = reference_worksheet().await;
    set_for(&window, 3, "Task").await;
    window.click("Value").await;
    window.types("Marketing ops").await;
    window.presses("Enter").await;
    window.sees("Set Owner of 3 tasks").await;
    window.cell_shows(3, "Owner", "Marketing ops").await;
    window.cell_shows(4, "Owner", "").await;
    for (heading, channel, channels) in
        [("Predictability", "Form", "Form"), ("Lane", "Chat", "Form, Chat")]
    {
        set_for(&window, 2, heading).await;
        window.has_keyboard("Column").await;
        window.types("Channels").await;
        window.sees("Stays, add to it").await;
        window.click("Value").await;
        window.types(channel).await;
        window.presses("Enter").await;
        window.sees_no("Stays, add to it").await;
        window.cell_shows(2, "Channels", channels).await;
    }
    window.cell_shows(3, "Channels", "").await;
    window.close().await;
}
