use crate::steps::reference_worksheet;

#[tokio::test]
async fn a_text_is_found_counted_and_replaced_as_one_step() {
    let window = reference_worksheet().await;
    window.presses("ctrl+h").await;
    window.click("Find").await;
    window.types("lead").await;
    window.click("Replace with").await;
    window.types("enquiry").await;
    window.click("Replace in").await;
    window.sees("Replaced “lead” in").await;
    window.cell_shows(2, "Task", "Initial enquiry enrichment").await;
    window.click_cell(1, "Task").await;
    window.presses("ctrl+z").await;
    window.cell_shows(2, "Task", "Initial lead enrichment").await;
    window.close().await;
}
