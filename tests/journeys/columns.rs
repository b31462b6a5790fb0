use crate::steps::enter;
use crate::steps::leave_and_come_back;
use crate::steps::reference_worksheet;
use tests::until::until;
use tests::window::Window;

/// Opens the menu of a column from its keyboard shortcut and chooses an entry.
async fn choose(window: &Window, heading: &str, entry: &str) {
    window.click_cell(1, heading).await;
    window.presses("alt+ArrowDown").await;
    window.click(entry).await;
}

async fn has_headings(window: &Window, first: &[&str]) {
    until(&format!("the sheet begins with {first:?}"), async || {
        (window.headings().await.get(1..=first.len())? == first).then_some(())
    })
    .await;
}

#[tokio::test]
async fn columns_stay_as_they_were_arranged() {
    let mut window = reference_worksheet().await;
    let standard = window.heading_width("Owner").await;

    window.click_cell(1, "Owner").await;
    window.presses_times(3, "alt+shift+ArrowRight").await;
    until("the column is wider", async || {
        (window.heading_width("Owner").await > standard + 40.0).then_some(())
    })
    .await;
    let wide = window.heading_width("Owner").await;

    choose(&window, "Channels", "Hide").await;
    has_headings(&window, &["Task", "Owner", "Predictability"]).await;
    window.drag_heading("Lane", "Owner").await;
    has_headings(&window, &["Task", "Lane", "Owner", "Predictability"]).await;
    choose(&window, "Owner", "Move left").await;
    has_headings(&window, &["Task", "Owner", "Lane", "Predictability"]).await;
    window.cell_shows(1, "Lane", "Automate").await;

    leave_and_come_back(&window).await;
    enter(&window, 1, "Predictability", "4").await;
    window.cell_shows(1, "Composite", "16").await;
    window.kill_and_reopen().await;
    window.click("Matrix").await;
    has_headings(&window, &["Task", "Owner", "Lane", "Predictability"]).await;
    assert!((window.heading_width("Owner").await - wide).abs() < 1.0, "the width is kept");

    window.click("Columns").await;
    window.click("Channels").await;
    has_headings(&window, &["Task", "Channels", "Owner", "Lane"]).await;
    window.click("Standard arrangement").await;
    has_headings(&window, &["Task", "Channels", "Owner", "Predictability"]).await;
    window.close().await;
}
