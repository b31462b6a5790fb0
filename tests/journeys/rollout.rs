use crate::steps::add_figures;
use crate::steps::reference_worksheet;
use tests::window::Window;

/// How many activities the playbook lays out.
const ACTIVITIES: usize = 20;

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

#[tokio::test]
async fn from_the_matrix_to_a_plan_that_moves_together() {
    let window = with_plan().await;
    let barriers = window.barriers().await;
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));

    // The first activity moves by a key, and what waits for it follows.
    window.tabs_to("row Discovery").await;
    window.presses("ArrowDown").await;
    window.has_keyboard("row List the channels").await;
    window.presses("alt+ArrowRight").await;
    window.sees("activities follow").await;

    // It cannot wait for what waits for it.
    window.presses_times(2, "ArrowDown").await;
    window.has_keyboard("row Score the tasks").await;
    window.presses("l").await;
    window.presses_times(2, "ArrowUp").await;
    window.has_keyboard("row List the channels").await;
    window.presses("Enter").await;
    window.sees("They would wait for one another: “").await;
    window.click("Dismiss").await;
    window.sees_no("They would wait for one another").await;

    // The table is the same plan: the same circle is refused, and what was typed stays until it is given up.
    window.presses("ctrl+shift+t").await;
    window.has_rows(ACTIVITIES).await;
    window.click_cell(1, "Waits for").await;
    window.types("3").await;
    window.presses("Enter").await;
    window.cell_shows(1, "Waits for", "3").await;
    window.presses("ArrowUp").await;
    window.sees("They would wait for one another: “").await;
    window.presses("Escape").await;
    window.cell_shows(1, "Waits for", "").await;

    window.click_cell(1, "Days").await;
    window.types("3").await;
    window.presses("Enter").await;
    window.cell_shows(1, "Days", "3").await;
    window.click_cell(1, "Owner").await;
    window.types("Ana").await;
    window.presses("ctrl+Enter").await;
    window.has_rows(ACTIVITIES + 1).await;
    window.has_keyboard("Activity, Unnamed activity").await;
    window.types("Tell the teams").await;
    window.presses("Enter").await;
    window.cell_shows(2, "Activity", "Tell the teams").await;
    window.cell_shows(1, "Owner", "Ana").await;
    let barriers = window.barriers().await;
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));

    // Back on the timeline by the palette, and the last two steps are taken back.
    window.presses("ctrl+k").await;
    window.types("Show the plan as a timeline").await;
    window.presses("Enter").await;
    window.sees("Tell the teams").await;
    window.presses("ctrl+shift+t").await;
    window.has_rows(ACTIVITIES + 1).await;
    window.presses_times(2, "ctrl+z").await;
    window.has_rows(ACTIVITIES).await;
    window.close().await;
}

#[tokio::test]
async fn activities_come_from_a_spreadsheet_a_gate_is_passed_and_a_calendar_leaves() {
    let window = with_plan().await;
    let list = window.machine().file("Activities.csv");
    let table = "No;Task;Responsible;Stage;Duration;Predecessors\n\
        1;Interview the desks;Mia;Discovery;2;\n\
        2;Write it up;Mia;Discovery;long;1\n\
        3;Score the tasks and read their lanes;Jo;;;\n";
    std::fs::write(&list, table).expect("the home is writable");
    window.will_pick(&list);
    window.click("More about this plan").await;
    window.click("Import activities").await;
    window.click("Choose a file").await;
    window.sees("Activities from Activities.csv").await;
    window.sees("“long” is not a number of working days").await;
    let barriers = window.barriers().await;
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    window.click("Import 3 activities").await;
    window.sees("Imported 2 activities, changed 1 activity").await;
    window.sees("Interview the desks").await;

    window.click("Gates").await;
    window.click("Go…").await;
    window.click("In whose name").await;
    window.types("Ana Ruiz").await;
    window.click("Why it goes on").await;
    window.types("The channels follow this week").await;
    window.presses("ctrl+Enter").await;
    window.sees("Ana Ruiz passed the gate of Discovery").await;

    let calendar = window.machine().file("Rollout.ics");
    window.will_pick(&calendar);
    window.click("Export").await;
    window.sees("Export the plan").await;
    window.presses("Enter").await;
    window.sees("Wrote “Rollout.ics”").await;
    let written = std::fs::read_to_string(&calendar).expect("the calendar is written");
    assert!(written.starts_with("BEGIN:VCALENDAR\r\n"), "{written}");
    assert!(written.contains("SUMMARY:Interview the desks\r\n"), "{written}");
    window.close().await;
}
