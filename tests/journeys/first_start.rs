use tests::window::Window;

#[tokio::test]
async fn the_window_opens() {
    let window = Window::open().await;
    window.until_painted().await;
    window.photograph(std::path::Path::new("/tmp/first.png")).await;
    println!("{}", window.text().await);
    println!("{:?}", window.barriers().await);
    window.close().await;
}
