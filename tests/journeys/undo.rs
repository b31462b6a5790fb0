use crate::steps::SCORES;
use crate::steps::enter;
use crate::steps::reference_worksheet;
use crate::steps::sheet;
use tests::until::until;
use tests::window::Window;

const ROWS: usize = 14;

#[tokio::test]
async fn twenty_mixed_steps_are_undone_to_the_start_and_redone() {
    let window = reference_worksheet().await;
    let mut states = vec![sheet(&window, ROWS).await];
    for step in 0..20 {
        take(&window, step).await;
        states.push(settled(&window, step, |now| Some(now) != states.last()).await);
    }
    for (step, state) in states.iter().enumerate().rev().skip(1) {
        window.presses("ctrl+z").await;
        settled(&window, step, |now| now == state).await;
    }
    for (step, state) in states.iter().enumerate().skip(1) {
        window.presses("ctrl+y").await;
        settled(&window, step, |now| now == state).await;
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

async fn settled(
    window: &Window,
    step: usize,
    is_right: impl Fn(&Vec<String>) -> bool,
) -> Vec<String> {
    until(&format!("step {step} shows in the sheet"), async || {
        let now = sheet(window, ROWS).await;
        is_right(&now).then_some(now)
    })
    .await
}
