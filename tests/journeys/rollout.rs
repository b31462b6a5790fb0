use crate::steps::add_figures;
use crate::steps::reference_worksheet;
use tests::window::Window;

/// A plan with both pilots, in the workspace of the reference tasks.
async fn with_plan() -> Window {
    let window = reference_worksheet().await;
    add_figures(&window).await;
    window.presses("ctrl+5").await;
    window.sees("From the matrix to work that runs").await;
    window.click("Plan a rollout").await;
    window.control("Make the plan").await;
    window.sees("items a month").await;
    window.click("Make the plan").await;
    window.sees("Made the plan “Rollout”").await;
    window.control("Timeline").await;
    window
}

/// Opens the palette and does what is called so.
async fn does(window: &Window, action: &str) {
    window.presses("ctrl+k").await;
    window.types(action).await;
    window.presses("Enter").await;
}

#[tokio::test]
async fn from_the_matrix_to_a_plan_that_moves_together() {
    let window = with_plan().await;
    assert!(window.barriers().await.is_empty(), "{:?}", window.barriers().await);

    // Moved by keyboard, with what waits for it.
    window.tabs_to("row Discovery").await;
    window.presses("ArrowDown").await;
    window.presses("alt+ArrowRight").await;
    window.sees("follow").await;

    // The table says the same, and takes a circle no more than the timeline would.
    window.presses("ctrl+shift+t").await;
    window.click_cell(1, "Waits for").await;
    window.types("2").await;
    window.presses("Enter").await;
    window.sees("circle").await;
    window.presses("ArrowUp").await;
    window.presses("Escape").await;
    window.sees_no("circle").await;

    window.click_cell(1, "Owner").await;
    window.types("Ana").await;
    window.presses("Tab").await;
    window.cell_shows(1, "Owner", "Ana").await;
    assert!(window.barriers().await.is_empty(), "{:?}", window.barriers().await);

    does(&window, "Show the plan as a timeline").await;
    window.sees("Weeks").await;
    window.close().await;
}
