//! The desktop shell: it turns clicks into verbs of the engine, and what they return into what the
//! page shows. It decides nothing about tasks, scores or files.

pub mod bindings;
mod choose;
mod commands;
mod error;
mod font;
mod jobs;
mod menu;
mod renderer;
mod role;
mod start;
mod state;
mod tour;
mod window;
mod wire;

use std::ffi::OsString;
use std::process::ExitCode;

use role::Role;

/// Plays the role that the arguments ask for.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    match Role::of(arguments) {
        Role::Window { file } => {
            renderer::settle();
            window::open(file)
        }
        Role::Tour { folder } => {
            renderer::settle();
            tour::give(&folder)
        }
        Role::Reader { limits } => role::play_reader(&limits),
        Role::Read { file } => role::print_read(&file),
        Role::Version => {
            println!("Trilane {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
    }
}
