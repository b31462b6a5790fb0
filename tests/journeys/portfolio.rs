use crate::steps::add_figures;
use crate::steps::reference_worksheet;
use std::fs;
use tests::window::Window;

/// Parses a picture as another program would, and prints what it is called and what it draws.
const READ_PICTURE: &str = "
import sys, xml.etree.ElementTree as tree
svg = '{http://www.w3.org/2000/svg}'
root = tree.parse(sys.argv[1]).getroot()
print(root.tag.removeprefix(svg), root.find(svg + 'title').text, sep='|')
for group in root.iter(svg + 'g'):
    title = group.find(svg + 'title')
    if title is not None:
        print(title.text)
";

async fn with_figures() -> Window {
    let window = reference_worksheet().await;
    add_figures(&window).await;
    window
}

#[tokio::test]
async fn from_the_map_to_a_selection_a_task_and_a_picture() {
    let window = with_figures().await;
    window.presses("ctrl+3").await;
    window.sees("9 of 10 tasks").await;
    window.sees("1 task is not on the map yet").await;

    // The largest bubble is where the Tab key arrives.
    window.tabs_to("option").await;
    let bubble = window.focused().await;
    assert!(bubble.contains("1,620 items × 18 min ÷ 60"), "{bubble}");
    window.presses("Enter").await;
    window.control("Close the panel").await;
    let name = bubble.trim_start_matches("option ").split(", ").next().unwrap_or_default();
    window.cell_shows(9, "Task", name).await;
    window.presses("ctrl+3").await;

    window.tabs_to("option").await;
    window.presses("ctrl+a").await;
    window.sees("9 tasks, ").await;
    window.presses("Escape").await;
    window.sees_no("9 tasks, ").await;
    window.drags_over("Tasks on the map").await;
    window.sees("9 tasks, ").await;

    let picture = window.machine().file("Map.svg");
    window.will_pick(&picture);
    window.click("Save as SVG").await;
    window.sees("Saved the map to Map.svg").await;
    let mut python = window.machine().command("/usr/bin/python3");
    let output = python.args(["-c", READ_PICTURE]).arg(&picture).output().expect("python3 runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let drawn = String::from_utf8(output.stdout).expect("the picture is text");
    assert!(drawn.starts_with("svg|Portfolio map of Q3 plan\n"), "{drawn}");
    assert_eq!(drawn.lines().count(), 10, "{drawn}");
    assert!(!fs::read_to_string(&picture).expect("it is there").contains("var(--"));
    window.close().await;
}

#[tokio::test]
async fn the_map_is_a_table_too_and_says_what_it_lacks() {
    let window = reference_worksheet().await;
    window.presses("ctrl+3").await;
    window.sees("Where is the time, and where is AI safe?").await;
    window.sees("10 tasks are not on the map yet").await;
    window.close().await;

    let window = with_figures().await;
    window.presses("ctrl+3").await;
    window.click("Table").await;
    window.sees("9 tasks, ").await;
    window.click("Composite").await;
    window.click("Inbound email triage").await;
    window.control("Close the panel").await;
    window.close().await;
}
