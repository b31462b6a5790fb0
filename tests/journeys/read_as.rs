use crate::steps::new_workspace;
use std::fs;

#[tokio::test]
async fn a_text_that_was_read_wrongly_is_read_another_way() {
    let window = new_workspace().await;
    let list = window.machine().file("Tasks.csv");
    // Polish: nothing in these few bytes tells it from other languages for certain.
    fs::write(&list, b"Task;Owner;Notes\nPlan;Ana;\xB3\xF3d\x9F, a\n")
        .expect("the home is writable");
    window.will_pick(&list);
    window.click("Choose a file").await;
    window.sees("Import from").await;
    let characters = window.control("Characters").await;
    characters.select_by_value("windows-1250").await.expect("Central European is offered");
    window.sees("łódź, a").await;
    let between = window.control("Between columns").await;
    between.select_by_label("Comma").await.expect("a comma is offered");
    window.sees("Task;Owner;Notes").await;
    let between = window.control("Between columns").await;
    between.select_by_label("Semicolon").await.expect("a semicolon is offered");
    window.click("Import 1 task").await;
    window.click("Matrix").await;
    window.cell_shows(1, "Task", "Plan").await;
    window.close().await;
}
