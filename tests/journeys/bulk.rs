use crate::steps::new_workspace;
use crate::steps::reference_worksheet;
use std::fmt::Write;

#[tokio::test]
async fn five_hundred_rows_are_pasted_as_one_step() {
    let window = new_workspace().await;
    window.click("Matrix").await;
    window.click("Type the first task").await;
    let mut table = String::new();
    for row in 1..=500 {
        writeln!(table, "Task {row}\tE-mail\tOps\t5\t{}\t4\t4", 1 + row % 5).expect("text grows");
    }
    window.machine().copy_to_clipboard(&table);
    window.machine().press("ctrl+v");
    window.sees("500 tasks").await;
    window.cell_shows(1, "Task", "Task 1").await;
    window.presses("ctrl+End").await;
    window.cell_shows(500, "Composite", "14").await;
    window.cell_shows(500, "Lane", "Hybrid").await;

    window.presses("ctrl+z").await;
    window.sees_no("500 tasks").await;
    window.presses("ctrl+y").await;
    window.sees("500 tasks").await;
    window.close().await;
}

#[tokio::test]
async fn what_is_copied_pastes_into_another_program() {
    let window = reference_worksheet().await;
    window.click_cell(1, "Predictability").await;
    window.presses_times(2, "shift+ArrowRight").await;
    window.presses("shift+ArrowDown").await;
    window.machine().press("ctrl+c");
    let mut expected = String::new();
    for row in 1..=2 {
        let [one, two, three] = ["Predictability", "Impact of Error", "Data Sensitivity"];
        let cells = [
            window.cell_text(row, one).await,
            window.cell_text(row, two).await,
            window.cell_text(row, three).await,
        ];
        writeln!(expected, "{}", cells.join("\t")).expect("text grows");
    }
    tests::until::until("the cells are on the clipboard", async || {
        let found = window.machine().paste_from_clipboard().replace("\r\n", "\n");
        (found.trim_end() == expected.trim_end()).then_some(())
    })
    .await;
    window.close().await;
}
