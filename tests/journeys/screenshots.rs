//! Photographs of every screen for the docs, light and dark. `make screenshots` says where they go.

use crate::steps::screens;
use std::path::PathBuf;
use tests::tree::root;

#[tokio::test]
async fn screenshots_of_every_screen_in_both_themes() {
    let folder = std::env::var_os("SCREENSHOTS").map(|folder| root().join(PathBuf::from(folder)));
    screens(async |window, theme, screen| {
        let temporary = window.machine().file("screen.png");
        let file = folder
            .as_ref()
            .map_or(temporary, |folder| folder.join(format!("{screen}-{theme}.png")));
        window.photograph(&file).await;
        assert!(
            file.metadata().is_ok_and(|data| data.len() > 5_000),
            "{screen} in {theme} is not empty"
        );
    })
    .await;
}
