use crate::steps::screens;

#[tokio::test]
async fn no_screen_has_a_serious_barrier_in_either_theme() {
    let mut barriers = Vec::new();
    screens(async |window, theme, screen| {
        let found = window.barriers().await;
        barriers.extend(found.into_iter().map(|barrier| format!("{screen} in {theme}: {barrier}")));
    })
    .await;
    assert!(barriers.is_empty(), "\n{}\n", barriers.join("\n"));
}
