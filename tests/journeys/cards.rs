use crate::steps::SCORES;
use crate::steps::enter;
use crate::steps::reference_worksheet;
use tests::window::Window;

#[tokio::test]
async fn from_a_task_to_an_approved_card_that_goes_stale_with_its_scores() {
    let mut window = reference_worksheet().await;
    make_from_triage(&window).await;
    window.sees("What is still missing").await;
    window.sees("Every card answers this.").await;

    // By keyboard alone: from the point that is missing to its field, and on from there.
    window.tabs_to("button In one sentence").await;
    window.presses("Enter").await;
    window.has_keyboard("In one sentence").await;
    window.types("Sorts new enquiries").await;
    window.sees("Sorts new enquiries").await;
    window.presses("Tab").await;
    window.has_keyboard("Name line 1").await;
    window.types("Ana Ruiz").await;
    window.presses("Tab").await;
    window.has_keyboard("Role line 1").await;
    window.types("Operations").await;
    window.presses("Enter").await;
    window.has_keyboard("Name line 2").await;
    window.click("Oversight and escalation").await;
    window.click("Confidence below which").await;
    window.types("many").await;
    window.presses("Enter").await;
    window.sees("It takes a number.").await;
    assert!(window.barriers().await.is_empty(), "the form has no serious barrier");
    window.presses("ctrl+a").await;
    window.types("70").await;
    window.presses("Enter").await;
    window.sees_no("It takes a number.").await;

    window.click("Approval").await;
    window.click("Ask for approval…").await;
    window.sees("It is frozen first.").await;
    window.click("In whose name").await;
    window.types("Ana").await;
    window.presses("Enter").await;
    window.sees("Ana asked for approval of version 1.0.0").await;
    window.click("Approve…").await;
    window.click("In whose name").await;
    window.types("Head of Marketing").await;
    window.presses("Enter").await;
    window.sees("Head of Marketing approved version 1.0.0").await;
    assert!(window.barriers().await.is_empty(), "the approval has no serious barrier");

    window.click("Matrix").await;
    window.cell_shows(1, SCORES[0], "5").await;
    enter(&window, 1, SCORES[0], "4").await;
    window.click("Model cards").await;
    window.sees("Approval is stale").await;
    window.click("Undo").await;
    window.sees_no("Approval is stale").await;

    window.kill_and_reopen().await;
    window.click("Model cards").await;
    window.sees("Approved").await;
    window.sees("1.0.0").await;
    window.click("Inbound email triage").await;
    window.click("Identity").await;
    window.sees("Sorts new enquiries").await;
    window.close().await;
}

#[tokio::test]
async fn a_list_takes_lines_of_a_spreadsheet_and_versions_are_compared_word_by_word() {
    let window = reference_worksheet().await;
    make_from_triage(&window).await;
    window.click("Identity").await;
    window.click("In one sentence").await;
    window.types("Sorts new enquiries").await;
    window.click("Freeze a version…").await;
    window.click("Freeze 1.0.0").await;
    window.sees("Version 1.0.0").await;

    window.click("In one sentence").await;
    window.presses("End").await;
    window.types(" twice").await;
    window.machine().copy_to_clipboard("Ana\tLead\tana@example.com\nBen\tDesk\n");
    window.click("Name line 1").await;
    window.machine().press("ctrl+v");
    window.control("Remove line 2").await;
    window.sees("Changed since 1.0.0").await;
    window.click("Versions").await;
    window.sees("differences").await;
    window.sees("ana@example.com").await;
    window.click("Identity").await;
    window.click("Remove line 2").await;
    window.sees("Removed a line").await;
    window.click("Undo").await;
    window.control("Remove line 2").await;

    // From the task to its card.
    window.click("Matrix").await;
    window.click_cell(1, "Task").await;
    window.presses("F4").await;
    window.click("Card “Inbound email triage”").await;
    window.sees("The page as it prints").await;
    window.close().await;
}

/// Makes a card from the first reference task.
async fn make_from_triage(window: &Window) {
    window.click("Model cards").await;
    window.sees("One page that explains an AI component to anyone").await;
    assert!(window.barriers().await.is_empty(), "the empty list has no serious barrier");
    window.click("Inbound email triage").await;
    window.sees("The page as it prints").await;
}

#[tokio::test]
async fn a_card_leaves_as_a_file_comes_back_and_all_are_printed() {
    let window = reference_worksheet().await;
    make_from_triage(&window).await;
    let file = window.machine().file("card.json");
    window.click("Export…").await;
    window.sees("Bill of materials, CycloneDX 1.6").await;
    assert!(window.barriers().await.is_empty(), "the dialog has no serious barrier");
    window.click("Trilane’s own JSON").await;
    window.will_pick(&file);
    window.presses("Enter").await;
    window.sees("Wrote “card.json”").await;

    window.click("All cards").await;
    window.sees("1 card").await;
    window.will_pick(&file);
    window.click("Import a card…").await;
    window.sees("Made the model card “Inbound email triage”").await;
    window.click("All cards").await;
    window.sees("2 cards").await;

    let pages = window.machine().file("cards.pdf");
    window.click("Export all…").await;
    window.sees("Export 2 model cards").await;
    window.click("One page to print, Letter").await;
    window.will_pick(&pages);
    window.presses("Enter").await;
    window.sees("Wrote “cards.pdf”").await;
    let bytes = std::fs::read(&pages).expect("it is there");
    assert!(bytes.starts_with(b"%PDF-"), "it is a PDF");
    window.close().await;
}
