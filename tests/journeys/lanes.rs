use crate::steps::SCORES;
use crate::steps::enter;
use crate::steps::new_workspace;
use tests::window::Window;

#[tokio::test]
async fn a_guardrail_caps_a_task_and_a_decision_overrides_it_until_the_scores_change() {
    let window = with_a_capped_task().await;
    window.cell_shows(1, "Lane", "Hybrid").await;
    window.sees("1 capped").await;
    window.click_cell(1, "Task").await;
    window.presses("F4").await;
    window.sees("The matrix says Automate: the scores add up to 16.").await;
    window.sees("Where any score is 1, the lane is at most Hybrid.").await;
    window.sees("So it counts as Hybrid.").await;

    window.click("Decide otherwise").await;
    window.click("Automate").await;
    window.click("Decide Automate").await;
    window.sees("Another lane needs a reason").await;
    window.types("The agency checks every item").await;
    window.click("Decide Automate").await;
    window.sees("So it counts as Automate.").await;
    window.cell_shows(1, "Lane", "Automate").await;

    enter(&window, 1, SCORES[0], "4").await;
    window.presses("ArrowUp").await;
    window.sees("The scores have changed since: they were 5, 1, 5, 5 then.").await;
    window.cell_shows(1, "Lane", "Hybrid").await;
    window.sees("1 to decide again").await;

    window.click("Withdraw the decision").await;
    window.sees("No guardrail caps that.").await;
    window.presses("ctrl+z").await;
    window.sees("The scores have changed since").await;
    window.close().await;
}

#[tokio::test]
async fn guardrails_are_switched_made_and_restored() {
    let window = with_a_capped_task().await;
    window.click("Guardrails").await;
    window.sees("caps 1 task now").await;
    window.click("Where any score is 1").await;
    window.sees("off; would cap 1 task").await;
    window.sees("Comes with Trilane, changed here").await;

    window.click("New guardrail").await;
    window.click("Make the guardrail").await;
    window.sees("Where Impact of Error is 1, the lane is at most Hybrid.").await;
    window.sees("Made here").await;
    window.click("Matrix").await;
    window.cell_shows(1, "Lane", "Hybrid").await;
    window.click("Guardrails").await;
    window.click("Delete").await;
    window.sees_no("Made here").await;
    window.click("Matrix").await;
    window.cell_shows(1, "Lane", "Automate").await;
    window.click("Guardrails").await;
    window.click("Restore").await;
    window.sees("caps 1 task now").await;
    window.close().await;
}

/// A task whose scores add up to Automate although a mistake would be grave.
async fn with_a_capped_task() -> Window {
    let window = new_workspace().await;
    window.click("Matrix").await;
    window.sees("Type the first task").await;
    enter(&window, 1, "Task", "Contract renewals mailing").await;
    for (heading, score) in SCORES.into_iter().zip(["5", "1", "5", "5"]) {
        enter(&window, 1, heading, score).await;
    }
    window
}
