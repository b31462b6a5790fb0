//! Which part the binary plays: the window, or one of the parts without one.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use engine::spreadsheet::{Limits, read_in_child, report, serve_reader};

const READER: &str = "--reader";
const READ: &str = "--read";
const TOUR: &str = "--tour";

/// A part that the binary plays.
#[derive(Debug, PartialEq, Eq)]
pub enum Role {
    /// The app itself, with a file to open.
    Window {
        /// A workspace, as double-clicked or handed over.
        file: Option<PathBuf>,
    },
    /// Shows the product's work and writes it into a folder.
    Tour {
        /// Where to.
        folder: PathBuf,
    },
    /// Reads a foreign file in the app's place, under limits.
    Reader {
        /// The limits, as the parent wrote them.
        limits: String,
    },
    /// Reads a file as an import would, and prints what was found.
    Read {
        /// The file.
        file: PathBuf,
    },
    /// Says which version this is.
    Version,
}

impl Role {
    /// Reads the arguments that follow the program's name.
    pub fn of(mut arguments: impl Iterator<Item = OsString>) -> Self {
        let first = arguments.next();
        let mut second = || arguments.next().unwrap_or_default();
        match first.as_deref().and_then(std::ffi::OsStr::to_str) {
            Some("--version") => Self::Version,
            Some(READER) => Self::Reader { limits: second().to_string_lossy().into_owned() },
            Some(READ) => Self::Read { file: second().into() },
            Some(TOUR) => Self::Tour { folder: second().into() },
            _ => Self::Window { file: first.map(PathBuf::from) },
        }
    }
}

/// Returns the command that starts the reader: the program beside the app, or the app itself where
/// somebody copied it without.
pub fn reader_command() -> std::io::Result<Command> {
    let app = std::env::current_exe()?;
    let reader = app.with_file_name(format!("trilane-reader{}", std::env::consts::EXE_SUFFIX));
    if reader.is_file() {
        return Ok(Command::new(reader));
    }
    let mut command = Command::new(app);
    command.arg(READER);
    Ok(command)
}

/// Plays the reader: the file comes in, its cells go out.
pub fn play_reader(limits: &str) -> ExitCode {
    serve_reader(limits, std::io::stdout().lock())
}

/// Reads a file as an import would, and prints one JSON line a sheet and one with the outcome.
pub fn print_read(file: &Path) -> ExitCode {
    let started = Instant::now();
    let command = match reader_command() {
        Ok(command) => command,
        Err(error) => {
            eprintln!("Trilane does not find its own program: {error}.");
            return ExitCode::FAILURE;
        }
    };
    let cancelled = AtomicBool::new(false);
    let read = read_in_child(command, file, &Limits::default(), &|_| {}, &cancelled);
    let seconds = started.elapsed().as_secs_f64();
    match report::print(&read, seconds, std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        // Nobody is reading any more.
        Err(_) => ExitCode::FAILURE,
    }
}
