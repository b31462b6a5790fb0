//! The steps that many journeys begin with.

use std::fmt::Write;
use tests::window::Window;

/// The columns that a person fills in, as the sheet calls them.
pub const SCORES: [&str; 4] =
    ["Predictability", "Impact of Error", "Data Sensitivity", "Context Depth"];

/// A list as people keep it: a title above the header, one cell that is no score.
pub const TASK_LIST: &str = "\
Our tasks,,,,,
Task name,Responsible,Predictability,Impact of error,Data sensitivity,Context depth
Inbound triage,Ops,5,4,4,4
Lead scoring,RevOps,4,3,3,4
Brand positioning,CMO,1,1,high,1
";

/// Opens the app for the first time and makes a workspace.
pub async fn new_workspace() -> Window {
    let window = Window::open().await;
    window.will_pick(&window.machine().file("Q3 plan.trilane"));
    window.click("New workspace").await;
    window.sees("Where do your tasks come from?").await;
    window
}

/// Opens the app with the ten reference tasks in its sheet.
pub async fn reference_worksheet() -> Window {
    let window = new_workspace().await;
    window.click("See the ten").await;
    window.click("Add all 10").await;
    window.click("Matrix").await;
    window.cell_shows(10, "Lane", "Human-only").await;
    window
}

/// Pastes a volume and minutes beside each of the reference tasks, the last of them excepted.
pub async fn add_figures(window: &Window) {
    let mut figures = String::new();
    for row in 1..10 {
        writeln!(figures, "{}\t{}", row * row * 20, 2 * row).expect("text grows");
    }
    window.click_cell(1, "Monthly volume").await;
    window.machine().copy_to_clipboard(&figures);
    window.machine().press("ctrl+v");
    window.cell_shows(9, "Minutes per item", "18").await;
}

/// Chooses an action from the palette.
pub async fn choose_action(window: &Window, action: &str) {
    window.presses("ctrl+k").await;
    window.types(action).await;
    window.presses("Enter").await;
}

/// Types a value over a cell, as in a spreadsheet.
pub async fn enter(window: &Window, row: usize, heading: &str, value: &str) {
    window.click_cell(row, heading).await;
    window.types(value).await;
    window.presses("Enter").await;
    window.cell_shows(row, heading, value).await;
}

/// Leaves the sheet, which has its layout kept at once. An edit after it is made after that.
pub async fn leave_and_come_back(window: &Window) {
    window.click("Home").await;
    window.sees("What to do next").await;
    window.click("Matrix").await;
    window.cell_no_longer_shows(1, "Task", "").await;
}

/// Returns what the first rows of the sheet show, one line a row.
pub async fn sheet(window: &Window, rows: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for row in 1..=rows {
        let mut cells = Vec::new();
        for heading in
            ["Task", "Owner", SCORES[0], SCORES[1], SCORES[2], SCORES[3], "Composite", "Lane"]
        {
            cells.push(window.cell_text(row, heading).await);
        }
        lines.push(cells.join(" | "));
    }
    lines
}

/// Walks through every screen in both themes, and lets `visit` look at each: (window, theme, screen).
pub async fn screens(mut visit: impl AsyncFnMut(&Window, &str, &str)) {
    for (theme, name) in [("light", "Light"), ("dark", "Dark")] {
        let window = Window::open().await;
        window.sees("New workspace").await;
        window.presses("ctrl+,").await;
        window.click(name).await;
        visit(&window, theme, "preferences").await;
        window.presses("Escape").await;
        visit(&window, theme, "welcome").await;

        window.will_pick(&window.machine().file("Q3 plan.trilane"));
        window.click("New workspace").await;
        window.sees("Where do your tasks come from?").await;
        visit(&window, theme, "home-empty").await;
        window.click("Matrix").await;
        window.sees("Type the first task").await;
        visit(&window, theme, "matrix-empty").await;
        window.click("Start from examples").await;
        window.control("Add all 10").await;
        visit(&window, theme, "reference-tasks").await;
        window.click("Add all 10").await;
        window.cell_shows(10, "Lane", "Human-only").await;
        window.click("Dismiss").await;
        visit(&window, theme, "matrix").await;
        add_figures(&window).await;
        window.click("Dismiss").await;
        window.presses("ctrl+3").await;
        window.sees("9 of 10 tasks").await;
        visit(&window, theme, "portfolio").await;
        window.click("Table").await;
        window.sees("9 tasks, ").await;
        visit(&window, theme, "portfolio-table").await;
        window.click("Matrix").await;
        window.cell_shows(10, "Lane", "Human-only").await;
        visit_plans(&window, theme, &mut visit).await;
        visit_parts(&window, theme, &mut visit).await;
        visit_scoring(&window, theme, &mut visit).await;
        window.close().await;
    }
}

/// A card and a plan: the screens before there is one, and each page of the plan. Both are taken back.
async fn visit_plans(
    window: &Window,
    theme: &str,
    visit: &mut impl AsyncFnMut(&Window, &str, &str),
) {
    window.presses("ctrl+4").await;
    window.sees("One page that explains an AI component").await;
    visit(window, theme, "cards-empty").await;
    window.presses("ctrl+5").await;
    window.sees("From the matrix to work that runs").await;
    visit(window, theme, "rollout-empty").await;
    window.click("Plan a rollout").await;
    window.sees("items a month").await;
    visit(window, theme, "new-plan").await;
    window.click("Make the plan").await;
    window.sees("Made the plan “Rollout”").await;
    window.click("Dismiss").await;
    window.sees("List the channels").await;
    visit(window, theme, "rollout").await;
    for (page, sign) in [
        ("Table", "Waits for"),
        ("Gates", "Gate of Discovery"),
        ("Pilots", "Automation"),
        ("Reviews", "Audit of model performance"),
        ("People", "Whose work changes"),
    ] {
        window.click(page).await;
        window.sees(sign).await;
        visit(window, theme, &format!("rollout-{}", page.to_lowercase())).await;
    }
    window.click("Export").await;
    window.sees("Export the plan").await;
    visit(window, theme, "rollout-export").await;
    window.presses("Escape").await;
    window.presses("ctrl+z").await;
    window.sees("From the matrix to work that runs").await;
    window.click("Matrix").await;
    window.cell_shows(10, "Lane", "Human-only").await;
}

/// A scoring session through the ten reference tasks.
async fn visit_scoring(
    window: &Window,
    theme: &str,
    visit: &mut impl AsyncFnMut(&Window, &str, &str),
) {
    window.presses("ctrl+shift+g").await;
    window.control("All tasks").await;
    visit(window, theme, "scoring-start").await;
    window.click("All tasks").await;
    window.sees("question 1 of 4").await;
    window.presses("ArrowRight").await;
    window.sees("question 2 of 4").await;
    visit(window, theme, "scoring-question").await;
    for sign in ["question 3 of 4", "question 4 of 4", "Holds in"] {
        window.presses("ArrowRight").await;
        window.sees(sign).await;
    }
    visit(window, theme, "scoring-lane").await;
    for task in 2..=10 {
        window.presses("n").await;
        window.sees(&format!("{task} of 10")).await;
    }
    window.presses("n").await;
    window.sees("That was the last one").await;
    visit(window, theme, "scoring-done").await;
    window.presses("Escape").await;
}

/// What arranges columns and rows.
async fn visit_views(
    window: &Window,
    theme: &str,
    visit: &mut impl AsyncFnMut(&Window, &str, &str),
) {
    window.presses("F4").await;
    window.click("Columns").await;
    window.control("Standard arrangement").await;
    visit(window, theme, "matrix-columns").await;
    window.presses("Escape").await;
    window.click_cell(2, "Lane").await;
    window.presses("alt+ArrowDown").await;
    window.control("Sort Automate first").await;
    visit(window, theme, "matrix-column-menu").await;
    window.click("Filter…").await;
    window.click("Automate").await;
    visit(window, theme, "matrix-filter").await;
    window.presses("Enter").await;
    window.sees("6 of 10 tasks shown").await;
    window.click_cell(2, "Lane").await;
    window.presses("alt+ArrowDown").await;
    window.click("Group by this").await;
    window.sees("Group: Lane").await;
    visit(window, theme, "matrix-groups").await;
    window.click("Clear all").await;
    window.click("Group: Lane").await;
    window.click("Do not group").await;
    window.sees("Group: none").await;
}

/// What is done to selected rows, and two tasks that are the same work.
async fn visit_selected(
    window: &Window,
    theme: &str,
    visit: &mut impl AsyncFnMut(&Window, &str, &str),
) {
    for (action, sign, screen) in [
        ("Set a value for the selected", "Rows that a filter hides", "set-rows"),
        ("Decide the lane of the selected", "Decide the lane of 1 task", "decide-rows"),
    ] {
        window.presses("ctrl+k").await;
        window.types(action).await;
        window.presses("Enter").await;
        window.sees(sign).await;
        visit(window, theme, screen).await;
        window.presses("Escape").await;
        window.sees_no(sign).await;
    }
    window.presses("ctrl+shift+d").await;
    window.sees("11 tasks").await;
    window.presses("ctrl+k").await;
    window.types("Find duplicates").await;
    window.presses("Enter").await;
    window.sees("1 of 1").await;
    visit(window, theme, "duplicates").await;
    window.presses("Escape").await;
    window.sees_no("1 of 1").await;
    window.presses("ctrl+z").await;
    window.sees("10 tasks").await;
}

/// The parts that need a worksheet with tasks.
async fn visit_parts(
    window: &Window,
    theme: &str,
    visit: &mut impl AsyncFnMut(&Window, &str, &str),
) {
    window.click_cell(2, SCORES[1]).await;
    visit(window, theme, "matrix-score").await;
    window.presses("F4").await;
    window.control("Close the panel").await;
    visit(window, theme, "matrix-panel").await;
    window.click_cell(2, "Task").await;
    window.presses("shift+F10").await;
    window.control("Duplicate row").await;
    visit(window, theme, "matrix-menu").await;
    window.presses("Escape").await;
    visit_selected(window, theme, visit).await;
    visit_views(window, theme, visit).await;
    window.click("Home").await;
    window.sees("What to do next").await;
    visit(window, theme, "home").await;
    window.presses("ctrl+e").await;
    window.control("Export…").await;
    visit(window, theme, "export").await;
    window.presses("Escape").await;
    window.presses("ctrl+9").await;
    window.sees("Check the chain").await;
    window.tabs_to("Undid duplicating").await;
    window.presses("End").await;
    window.has_keyboard("Added 10 reference tasks").await;
    window.presses("Enter").await;
    window.sees("Initial lead enrichment").await;
    visit(window, theme, "history").await;
    window.click("Check the chain").await;
    window.sees("the chain holds").await;
    visit(window, theme, "history-check").await;

    let list = window.machine().file("Tasks.csv");
    std::fs::write(&list, TASK_LIST).expect("the home is writable");
    window.will_pick(&list);
    window.presses("ctrl+i").await;
    window.sees("Import from").await;
    visit(window, theme, "import").await;
    window.click("Cancel").await;

    for (action, sign, screen) in [
        ("Paste a table", "Your table", "paste"),
        ("Backups", "Trilane keeps copies", "backups"),
        ("Check this workspace", "the chain holds", "check"),
        ("Keyboard shortcuts", "Move rows up or down", "shortcuts"),
        ("About", "Works offline.", "about"),
    ] {
        window.presses("ctrl+k").await;
        window.types(action).await;
        if screen == "paste" {
            visit(window, theme, "palette").await;
        }
        window.presses("Enter").await;
        window.sees(sign).await;
        visit(window, theme, screen).await;
        window.presses("Escape").await;
        window.sees_no(sign).await;
    }
}
