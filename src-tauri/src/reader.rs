//! The reader of foreign files, as a program of its own.
//!
//! It names nothing of the app's library, so it is linked without the libraries of a window: they take
//! far longer to load than a small file takes to read.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    let request = std::env::args_os().nth(1).unwrap_or_default();
    engine::spreadsheet::serve_reader(&request.to_string_lossy(), std::io::stdout().lock())
}
