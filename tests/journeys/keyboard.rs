use tests::window::Window;

/// No mouse: Tab, Enter, letters, digits and arrows only.
#[tokio::test]
async fn from_the_start_to_a_scored_task_by_keyboard_alone() {
    let window = Window::open().await;
    window.sees("New workspace").await;
    window.will_pick(&window.machine().file("Keys.trilane"));
    window.tabs_to("New workspace").await;
    window.presses("Enter").await;
    window.sees("Where do your tasks come from?").await;
    window.tabs_to("Open the matrix").await;
    window.presses("Enter").await;
    window.sees("Type the first task").await;
    window.has_keyboard("Cells of the worksheet").await;
    window.types("Newsletter").await;
    window.presses("Tab").await;
    window.types("E-mail").await;
    window.presses("Tab").await;
    window.types("Ana").await;
    window.presses("Tab").await;
    for score in ["5", "4", "4", "4"] {
        window.types(score).await;
        window.presses("Tab").await;
    }
    window.cell_shows(1, "Composite", "17").await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.presses("F6").await;
    assert!(!window.focused().await.contains("Cells of the worksheet"), "F6 leaves the sheet");
    window.presses("ctrl+k").await;
    window.types("undo").await;
    window.presses("Enter").await;
    window.cell_shows(1, "Lane", "Needs Context Depth").await;
    window.close().await;
}
