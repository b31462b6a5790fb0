//! Scrolling: what a frame costs the process that draws the page, for the sheet with a hundred thousand tasks
//! and for a still copy of it, the same rows drawn once, in the same window.
//!
//! The still copy is the floor: nothing but the browser's own scrolling happens in it. User and system time of
//! `WebKitWebProcess` are counted, so that a display without a graphics card does not hide work behind its frames.

use engine::Workspace;
use engine::cells::{CellRange, Column, PasteTarget};
use engine::domain::{Dimension, Field};
use jiff::Timestamp;
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;
use tests::window::{Scrolled, Window};

const TASKS: usize = 100_000;
const STILL_ROWS: u32 = 2_000;
const FRAMES: u32 = 300;
/// Rows of the sheet are 28 pixels high: a slow wheel, and a fast one.
const STEPS: [u32; 2] = [28, 140];
const ROUNDS: usize = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("Large.trilane");
    make_workspace(&file);
    let window = Window::open_with(&[file.to_str().expect("it is a plain path")]).await;
    window.sees("100000 tasks").await;
    window.click("Matrix").await;
    window.cell_shows(1, "Lane", "Automate").await;
    let sheet = measure(&window).await;
    window.stand_still(STILL_ROWS).await;
    let still = measure(&window).await;
    for (index, step) in STEPS.iter().enumerate() {
        let [sheet, still] = [sheet[index], still[index]];
        say(&format!("sheet, {step} px a frame"), sheet);
        say(&format!("still copy, {step} px a frame"), still);
        let ratio = sheet.work.as_secs_f64() / still.work.as_secs_f64();
        println!("scrolling by {step} px a frame: {ratio:.2} times the still copy");
    }
    window.close().await;
}

/// Returns the round of least work for each step.
async fn measure(window: &Window) -> Vec<Scrolled> {
    let mut best = Vec::new();
    for step in STEPS {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push(window.scrolls(FRAMES, step).await);
        }
        best.extend(rounds.into_iter().min_by_key(|round| round.work));
    }
    best
}

fn say(name: &str, Scrolled { work, passed }: Scrolled) {
    let millis = |time: Duration| time.as_secs_f64() * 1_000.0;
    println!(
        "{name:<28} {:.2} ms of work a frame, {:.1} ms a frame, {FRAMES} frames, best of {ROUNDS}",
        millis(work),
        millis(passed)
    );
}

fn make_workspace(file: &Path) {
    let mut workspace = Workspace::create(file, "Bench", Timestamp::now).expect("it can be made");
    let mut text = String::new();
    for row in 0..TASKS {
        writeln!(text, "Task {row} of the plan\tE-mail\tOps\t5\t4\t{}\t4", 3 + row % 3)
            .expect("a text takes more");
    }
    let mut columns = vec![Field::Name, Field::Channels, Field::Owner];
    columns.extend(Dimension::ALL.map(Field::Score));
    let columns: Vec<Column> = columns.into_iter().map(Column::Field).collect();
    let target = PasteTarget {
        range: CellRange { rows: 0..=0, columns: columns[..1].to_vec() },
        columns_to_the_right: columns,
    };
    workspace.paste_text(&target, &text).expect("it is pasted");
}
