//! Typing into a model card: what a character costs until the page beside the form shows it.
//!
//! The card is the full one of the sample. A display that shows 60 frames a second leaves 16.7 ms for a frame.

use engine::{Workspace, sample};
use jiff::Timestamp;
use tests::window::Window;

const TEXT: &str = " Everything else goes to a person within two hours.";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("Sample.trilane");
    let mut workspace = Workspace::create(&file, "Bench", Timestamp::now).expect("it can be made");
    sample::fill(&mut workspace).expect("it is filled");
    drop(workspace);
    let window = Window::open_with(&[file.to_str().expect("it is a plain path")]).await;
    window.click("Model cards").await;
    window.click("Email triage (sample)").await;
    window.click("Identity").await;
    window.click("In one sentence").await;
    let mut spent = window.types_frame_by_frame(TEXT).await;
    window.sees(TEXT.trim()).await;
    spent.sort();
    let at = |share: usize| spent[(spent.len() - 1) * share / 100].as_secs_f64() * 1_000.0;
    println!(
        "a character in a model card: median {:.1} ms, 95 of 100 within {:.1} ms, most {:.1} ms, n = {}",
        at(50),
        at(95),
        at(100),
        spent.len()
    );
    window.close().await;
}
