//! The committed bindings are those that the commands make.

use std::path::Path;

use trilane_app::bindings;

/// Set by `make bindings` to write the file instead of comparing it.
const WRITE: &str = "TRILANE_WRITE_BINDINGS";

#[test]
fn the_committed_bindings_are_up_to_date() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join(bindings::FILE);
    if std::env::var_os(WRITE).is_some() {
        bindings::write(&committed).expect("the bindings are written");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let fresh = folder.path().join("bindings.ts");
    bindings::write(&fresh).expect("the bindings are made");
    let read = |path: &Path| std::fs::read_to_string(path).expect("the bindings are there");
    assert!(read(&fresh) == read(&committed), "run `make bindings` and commit the result");
}

#[test]
fn every_command_is_listed_for_the_capability() {
    let listed = include_str!("../capabilities/commands.txt");
    let capability = include_str!("../capabilities/main.json");
    let bindings = include_str!("../../ui/src/ipc/bindings.ts");
    for command in listed.lines() {
        assert!(bindings.contains(&format!("\"{command}\"")), "{command} is not a command");
        let permission = format!("\"allow-{}\"", command.replace('_', "-"));
        assert!(capability.contains(&permission), "{command} is not allowed to the window");
    }
}
