//! The reader as the app starts it: a program of its own, or the app where it stands alone.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::process::Command;

const APP: &str = env!("CARGO_BIN_EXE_trilane");
const READER: &str = env!("CARGO_BIN_EXE_trilane-reader");

/// Returns the lines that the app prints about a file.
fn printed(app: &Path, file: &Path) -> Vec<serde_json::Value> {
    let output = Command::new(app).arg("--read").arg(file).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_file_is_read_with_the_reader_beside_the_app_and_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.csv");
    std::fs::write(&file, "Task,Owner\nTriage,Ana\n").unwrap();
    assert_eq!(Path::new(APP).parent(), Path::new(READER).parent());
    let alone = folder.path().join(Path::new(APP).file_name().unwrap());
    std::fs::copy(APP, &alone).unwrap();
    for app in [Path::new(APP), &alone] {
        let lines = printed(app, &file);
        assert_eq!(lines[0]["non_empty"], 4, "{lines:?}");
        assert_eq!(lines[1]["outcome"], "ok");
    }
}

#[test]
fn the_reader_beside_the_app_is_the_one_that_is_started() {
    if !cfg!(unix) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.csv");
    std::fs::write(&file, "Task,Owner\n").unwrap();
    let app = folder.path().join("trilane");
    std::fs::copy(APP, &app).unwrap();
    // It starts and says nothing, which only the reader beside the app can do.
    std::fs::copy("/bin/true", folder.path().join("trilane-reader")).unwrap();
    assert_eq!(printed(&app, &file)[0]["reason"], "reader_stopped");
}

#[test]
fn the_reader_is_linked_without_the_libraries_of_a_window() {
    let names = |program: &str, library: &[u8]| {
        std::fs::read(program).unwrap().windows(library.len()).any(|bytes| bytes == library)
    };
    if cfg!(target_os = "linux") {
        assert!(names(APP, b"libwebkit2gtk-4.1.so"));
        assert!(!names(READER, b"libwebkit2gtk-4.1.so"));
    }
}
