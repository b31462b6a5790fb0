//! The desktop app, and the roles that its binary plays without a window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    trilane_app::run(std::env::args_os().skip(1))
}
