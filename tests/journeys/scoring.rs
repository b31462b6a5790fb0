use crate::steps::enter;
use crate::steps::new_workspace;
use tests::window::Window;

/// Everything from the sheet on by keyboard alone: digits, letters, arrows, Enter.
#[tokio::test]
async fn a_planning_session_scores_task_by_task() {
    let mut window = new_workspace().await;
    window.presses("ctrl+2").await;
    for (row, name) in [(1, "Inbound triage"), (2, "Lead scoring"), (3, "Event planning")] {
        enter(&window, row, "Task", name).await;
    }
    window.presses("ctrl+shift+g").await;
    window.has_keyboard("Unscored").await;
    window.presses("Enter").await;

    first_task(&window).await;
    second_task_with_a_skip(&window).await;
    window.presses("Enter").await;
    window.sees("3 of 3").await;
    window.presses("n").await;
    window.sees("2 of 3 tasks have their lane. 1 still lacks a score.").await;
    window.has_keyboard("See them in the matrix").await;
    window.presses("Enter").await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.cell_shows(2, "Lane", "Hybrid").await;
    window.cell_shows(3, "Lane", "Needs all four scores").await;

    undo_shows_the_question_again(&window).await;
    window.kill_and_reopen().await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.click_cell(1, "Task").await;
    window.presses("F4").await;
    window.sees("Holds in").await;
    window.close().await;
}

#[tokio::test]
async fn a_guardrail_speaks_where_the_lane_shows() {
    let window = new_workspace().await;
    window.presses("ctrl+2").await;
    enter(&window, 1, "Task", "Contract renewals mailing").await;
    window.presses("ctrl+shift+g").await;
    window.has_keyboard("Unscored").await;
    window.presses("Enter").await;
    window.sees("question 1 of 4").await;
    // As fast as fingers go: every key counts, in its order.
    window.types("5155").await;
    window.sees("The matrix says Automate: the scores add up to 16.").await;
    window.sees("A guardrail caps that.").await;
    window.sees("So it counts as Hybrid.").await;
    window.sees("By the scores alone: Automate").await;
    window.close().await;
}

async fn first_task(window: &Window) {
    window.sees("Predictability, question 1 of 4").await;
    window.sees("1 of 3").await;
    window.presses("5").await;
    window.sees("5 is the safe end: next to no harm.").await;
    window.presses("4").await;
    window.sees("Data Sensitivity, question 3 of 4").await;
    window.presses("w").await;
    window.has_keyboard("Why?").await;
    window.types("Names only, 2 a day").await;
    window.presses("Escape").await;
    window.has_keyboard("radio").await;
    window.presses("4").await;
    window.sees("question 4 of 4").await;
    window.presses("ArrowLeft").await;
    window.sees("Keep 4").await;
    window.has_keyboard("radio 4").await;
    window.presses("3").await;
    window.sees("question 4 of 4").await;
    window.presses("4").await;
    window.sees("5 + 4 + 3 + 4 =").await;
    window.sees("16 of 20").await;
    window.sees("1 point from Hybrid").await;
    window.has_keyboard("Next task").await;
    window.presses("Enter").await;
}

async fn second_task_with_a_skip(window: &Window) {
    window.sees("2 of 3").await;
    window.presses("4").await;
    window.sees("question 2 of 4").await;
    window.presses("ArrowDown").await;
    window.presses("ArrowDown").await;
    window.has_keyboard("radio 3").await;
    window.presses("Enter").await;
    window.sees("question 3 of 4").await;
    window.presses("3").await;
    window.sees("question 4 of 4").await;
    window.presses("s").await;
    window.sees("No lane yet").await;
    window.sees("Needs Context Depth").await;
    window.presses("Backspace").await;
    window.sees("question 4 of 4").await;
    window.presses("4").await;
    window.sees("14 of 20").await;
}

/// Undo takes the last score back and leads to its question; leaving leads back to the sheet.
async fn undo_shows_the_question_again(window: &Window) {
    window.presses("ctrl+z").await;
    window.cell_shows(2, "Lane", "Needs Context Depth").await;
    window.presses("ctrl+shift+g").await;
    window.has_keyboard("Unscored").await;
    window.presses("Enter").await;
    window.sees("Predictability, question 1 of 4").await;
    window.sees("Lead scoring").await;
    window.presses("ctrl+z").await;
    window.sees("Data Sensitivity, question 3 of 4").await;
    window.sees("Skip").await;
    window.presses("ctrl+y").await;
    window.sees("Keep 3").await;
    window.presses("Escape").await;
    window.cell_shows(2, "Data Sensitivity", "3").await;
}
