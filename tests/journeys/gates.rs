//! The gates, pilots, reviews and people of a plan.

use crate::steps::SCORES;
use crate::steps::add_figures;
use crate::steps::enter;
use crate::steps::reference_worksheet;
use serde_json::json;
use tests::window::Window;

/// Opens the reference tasks with a plan that starts on a day.
async fn planned(start: &str) -> Window {
    let window = reference_worksheet().await;
    add_figures(&window).await;
    let setup = json!({
        "template": "playbook",
        "name": "Enquiries in one place",
        "start": start,
        "weekdays": [true, true, true, true, true, false, false],
        "pilotWeeks": 3,
        "expandWeeks": 8,
        "owner": "Ana",
        "automate": null,
        "hybrid": null,
    });
    window.asks_app("make_plan", json!({ "setup": setup })).await;
    window
}

/// Goes to a page of the plan, from wherever the window is.
async fn goes_to(window: &Window, page: &str) {
    window.click("Rollout").await;
    window.click(page).await;
}

/// Fills in what a signature asks for; the name is not in the preferences of a new machine.
async fn signs(window: &Window, label: &str, text: &str) {
    window.click("In whose name").await;
    window.presses("ctrl+a").await;
    window.types("Ana Ruiz").await;
    window.click(label).await;
    window.presses("ctrl+a").await;
    window.types(text).await;
}

#[tokio::test]
async fn a_gate_is_confirmed_passed_with_a_reason_and_stale_once_a_task_moves() {
    let mut window = planned("2026-11-30").await;
    goes_to(&window, "Gates").await;
    window.sees("Gate of Discovery").await;
    window.sees("Found by Trilane: 10 of 10 scored").await;
    assert!(window.barriers().await.is_empty(), "the gates have no serious barrier");

    // A person answers what the app cannot know.
    window.click("Pilot 0 of 10").await;
    window.sees("Gate of Pilot").await;
    window.click("Confirm… It is agreed when a person looks").await;
    window.click("In whose name").await;
    window.types("Ana Ruiz").await;
    window.presses("ctrl+Enter").await;
    window.sees("Say what it rests on.").await;
    signs(&window, "What it rests on", "SLA sheet of 12 May").await;
    window.presses("ctrl+Enter").await;
    window.sees("Confirmed by Ana Ruiz").await;
    window.sees("SLA sheet of 12 May").await;
    window.click("Take back It is agreed").await;
    window.sees_no("SLA sheet of 12 May").await;
    window.click("Undo").await;
    window.sees("SLA sheet of 12 May").await;

    window.click("Discovery").await;
    window.sees("Gate of Discovery").await;
    window.click("Go…").await;
    window.click("In whose name").await;
    window.types("Ana Ruiz").await;
    window.presses("Enter").await;
    window.sees("Say why it goes on all the same.").await;
    assert!(window.barriers().await.is_empty(), "a refused decision has no serious barrier");
    window.click("Why it goes on").await;
    window.types("The channels follow this week").await;
    window.presses("ctrl+Enter").await;
    window.sees("Ana Ruiz decided: go with").await;
    window.sees("The channels follow this week").await;

    window.click("Matrix").await;
    window.cell_shows(1, SCORES[0], "5").await;
    window.click_cell(1, SCORES[0]).await;
    window.presses("Delete").await;
    window.cell_shows(1, SCORES[0], "").await;
    goes_to(&window, "Gates").await;
    window.sees("Decided, but something has changed since").await;
    window.click("Matrix").await;
    enter(&window, 1, SCORES[0], "5").await;

    // It rests on what was found, so the old state brings the old decision back.
    goes_to(&window, "Gates").await;
    window.sees_no("Decided, but something has changed since").await;
    window.kill_and_reopen().await;
    goes_to(&window, "Gates").await;
    window.sees("Go with").await;
    window.close().await;
}

#[tokio::test]
async fn a_pilot_has_its_targets_before_its_automation_goes_to_shadow() {
    let window = planned("2026-11-30").await;
    goes_to(&window, "Pilots").await;
    window.sees("Trilane itself runs nothing").await;
    window.sees("Why it is a good pilot").await;
    assert!(window.barriers().await.is_empty(), "the pilots have no serious barrier");

    window.click("Accuracy, target in %").await;
    window.types("920").await;
    window.presses("Enter").await;
    window.sees("“920” is not a share from 0 to 100.").await;
    assert!(window.barriers().await.is_empty(), "a refused target has no serious barrier");
    window.presses("ctrl+a").await;
    window.types("92").await;
    window.presses("Tab").await;
    window.sees_no("is not a share").await;
    window.sees("7 targets and margins are still blank.").await;
    window.click("Connectors").await;
    window.types("The mailbox and the web form").await;
    window.presses("ctrl+Enter").await;

    window.click("Go to shadow…").await;
    signs(&window, "Why", "Two weeks beside the desk").await;
    window.presses("ctrl+Enter").await;
    window.sees("Ana Ruiz: Shadow").await;
    window.sees("Nothing that it says goes out.").await;
    window.click("Accuracy, margin in points").await;
    window.types("3").await;
    window.presses("Enter").await;
    window.sees("changed after the automation began").await;

    window.click("Choose another pilot…").await;
    window.click("Make it a pilot").await;
    window.control("Take “").await;
    window.click("Take “").await;
    window.sees("Took a pilot out").await;
    window.click("Undo").await;
    window.close().await;
}

#[tokio::test]
async fn what_the_lane_forbids_is_refused_with_the_reason() {
    let window = planned("2026-11-30").await;
    let tasks = window.asks_app("pilot_choices", json!({ "lane": "hybrid", "plan": null })).await;
    let task = tasks[0]["task"].clone();
    for state in ["shadow", "reviewed"] {
        let switch = json!({ "task": task, "state": state, "name": "Ana", "reason": "As agreed" });
        window.asks_app("switch_automation", switch).await;
    }
    goes_to(&window, "Pilots").await;
    window.sees("Active is not possible. The task is Hybrid: a person looks at everything").await;
    window.click("Pause…").await;
    signs(&window, "Why", "Wrong regions").await;
    window.presses("ctrl+Enter").await;
    window.sees("It was stopped: people do the work again.").await;
    window.sees("Ana Ruiz: Paused").await;
    window.close().await;
}

#[tokio::test]
async fn a_late_review_is_done_and_an_objection_is_answered() {
    let mut window = planned("2025-01-06").await;
    goes_to(&window, "Reviews").await;
    window.sees("Late: it was due on").await;
    assert!(window.barriers().await.is_empty(), "the reviews have no serious barrier");
    window.click("Write down what it found…").await;
    window.click("In whose name").await;
    window.types("Ana Ruiz").await;
    window.click("Keep what it found").await;
    window.sees("Say what it found, even if that is nothing.").await;
    window.click("What it found").await;
    window.types("Recall fell by two points").await;
    window.click("What is to be done about it").await;
    window.types("Retrain on the July corrections").await;
    window.click("Keep what it found").await;
    window.sees("Ana Ruiz, ").await;
    window.sees("Recall fell by two points").await;
    window.sees("Became activities of Govern & optimise:").await;

    goes_to(&window, "People").await;
    window.sees("Whose work changes").await;
    assert!(window.barriers().await.is_empty(), "the register has no serious barrier");
    window.click("Add an objection").await;
    window.has_keyboard("Objection").await;
    window.types("Who signs for it?").await;
    window.presses("Tab").await;
    window.has_keyboard("Raised by").await;
    window.types("Legal").await;
    window.presses("Tab").await;
    window.control("Delete the objection “Who signs for it?”").await;

    window.kill_and_reopen().await;
    goes_to(&window, "People").await;
    window.click("Delete the objection “Who signs for it?”").await;
    window.sees("Deleted an objection").await;
    window.click("Undo").await;
    window.control("Delete the objection “Who signs for it?”").await;
    window.close().await;
}
