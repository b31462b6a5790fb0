use crate::steps::SCORES;
use crate::steps::enter;
use crate::steps::reference_worksheet;
use crate::steps::sheet;
use tests::until::until;
use tests::until::until_or_not;
use tests::window::Window;

const ROWS: usize = 14;

#[tokio::test]
async fn twenty_mixed_steps_are_undone_to_the_start_and_redone() {
    let window = reference_worksheet().await;
    let mut states = vec![sheet(&window, ROWS).await];
    for step in 0..20 {
        take(&window, step).await;
        let before = states.last().expect("there is a first state");
        states.push(changed(&window, step, before).await);
    }
    for (step, state) in states.iter().enumerate().rev().skip(1) {
        window.presses("ctrl+z").await;
        shows(&window, &format!("step {step} is undone"), state).await;
    }
    for (step, state) in states.iter().enumerate().skip(1) {
        window.presses("ctrl+y").await;
        shows(&window, &format!("step {} is redone", step - 1), state).await;
    }
    window.close().await;
}

/// Takes a step of one of ten kinds, each of which shows in the first columns of the sheet.
async fn take(window: &Window, step: usize) {
    let row = 1 + step % 5;
    let round = step / 10;
    match step % 10 {
        0 => enter(window, row, "Task", &format!("Renamed in step {step}")).await,
        1 => enter(window, row, SCORES[round], if round == 0 { "1" } else { "2" }).await,
        2 => enter(window, row, "Owner", &format!("Owner {step}")).await,
        3 => {
            // Enter went one row down; a second click on the cell would open its text instead.
            window.presses("ArrowUp").await;
            window.presses("Delete").await;
        }
        4 => {
            window.machine().copy_to_clipboard(&format!(
                "Pasted {step}\t\tTeam {step}\nPasted {step} too\t\tTeam"
            ));
            at(window, 2, "Task", "ctrl+v").await;
        }
        5 => {
            window.click_cell(1, "Owner").await;
            window.presses_times(3, "shift+ArrowDown").await;
            window.presses("ctrl+d").await;
        }
        6 => at(window, 2, "Task", "ctrl+shift+d").await,
        7 => at(window, 3, "Task", "ctrl+-").await,
        8 => at(window, 4, "Task", "alt+shift+ArrowUp").await,
        _ => at(window, 1, "Task", "ctrl+shift+Plus").await,
    }
}

async fn at(window: &Window, row: usize, heading: &str, chord: &str) {
    window.click_cell(row, heading).await;
    window.presses(chord).await;
}

/// Waits until a step shows in the sheet, and returns what the sheet shows then.
async fn changed(window: &Window, step: usize, before: &Vec<String>) -> Vec<String> {
    until(&format!("step {step} shows in the sheet"), async || {
        let now = sheet(window, ROWS).await;
        // A step is complete when what it changed is saved and read back twice the same.
        (now != *before && now == sheet(window, ROWS).await).then_some(now)
    })
    .await
}

async fn shows(window: &Window, what: &str, state: &[String]) {
    let mut last = Vec::new();
    let found = until_or_not(async || {
        last = sheet(window, ROWS).await;
        (last == state).then_some(())
    })
    .await;
    assert!(found.is_some(), "{what}: expected\n{}\nfound\n{}", state.join("\n"), last.join("\n"));
}
