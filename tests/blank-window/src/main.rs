//! A window that shows one line and does nothing: what any Tauri app costs to start.

fn main() {
    let app = tauri::Builder::default();
    app.run(tauri::generate_context!()).expect("the window opens");
}
