use tests::window::Window;
#[tokio::test]
async fn probe() {
    let window = Window::open().await;
    window.sees("New workspace").await;
    window.debug("window.k=[];addEventListener('keydown',e=>k.push([e.key,e.code,e.ctrlKey]),true)").await;
    window.presses("ctrl+,").await;
    window.presses("ctrl+e").await;
    window.presses("F4").await;
    window.presses("ctrl+Home").await;
    window.machine().press("ctrl+comma");
    println!("{}", window.debug("return JSON.stringify(k)").await);
    println!("{}", window.text().await);
    panic!();
}
