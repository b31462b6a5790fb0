//! Lists the app's commands, so that the page may call none that its capability does not name.

fn main() {
    println!("cargo::rerun-if-changed=capabilities/commands.txt");
    let list = include_str!("capabilities/commands.txt");
    let commands: Vec<&'static str> = list.lines().collect();
    let manifest = tauri_build::AppManifest::new().commands(Box::leak(commands.into_boxed_slice()));
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("{error:#}");
    }
}
