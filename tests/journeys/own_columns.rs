use crate::steps::reference_worksheet;

#[tokio::test]
async fn a_column_of_ones_own_takes_its_choices_and_nothing_else() {
    let window = reference_worksheet().await;
    window.presses("ctrl+k").await;
    window.types("Columns of your own").await;
    window.presses("Enter").await;
    window.click("Add a column").await;
    window.click("Name").await;
    window.types("Region").await;
    window.click("Add the column").await;
    window.sees("Added the column").await;
    window.presses("Escape").await;
    window.sees_no("Add a column").await;

    window.click_cell(1, "Task").await;
    window.presses("End").await;
    window.types("EMEA").await;
    window.presses("Enter").await;
    window.cell_shows(1, "Region", "EMEA").await;
    window.presses("ctrl+z").await;
    window.presses("ctrl+z").await;
    window.sees("Undid custom column").await;
    window.close().await;
}
