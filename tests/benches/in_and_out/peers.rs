//! Other programs at the same work, for scale.

use std::process::Command;

use crate::files::Files;
use crate::report::Measured;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/in_and_out/peers.py");

/// Has another program do it; nothing where it is not installed.
pub fn measured(what: &str, files: &Files) -> Option<Measured> {
    // The system's own, which is where a distribution's openpyxl is.
    let python = ["/usr/bin/python3", "python3"].into_iter().find(|python| {
        let found = Command::new(python).args(["-c", "import openpyxl"]).output();
        found.is_ok_and(|it| it.status.success())
    });
    Measured::of(Command::new(python?).args([SCRIPT, what]).arg(&files.folder))
}
