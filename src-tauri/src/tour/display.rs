//! A display for the tour, where the machine has none.

use std::process::ExitCode;

/// Starts this process again on a virtual display if there is no real one, and returns how it ended.
#[cfg(target_os = "linux")]
pub fn borrow() -> Option<ExitCode> {
    use std::process::Command;

    let has = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if has("DISPLAY") || has("WAYLAND_DISPLAY") {
        return None;
    }
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => {
            eprintln!("Trilane does not find its own program: {error}.");
            return Some(ExitCode::FAILURE);
        }
    };
    let status = Command::new("xvfb-run")
        .args(["--auto-servernum", "--server-args=-screen 0 1280x800x24 -nolisten tcp"])
        .arg(program)
        .args(std::env::args_os().skip(1))
        .status();
    Some(match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(_) => {
            eprintln!(
                "There is no display. Install xvfb (`apt install xvfb`) to give the tour here."
            );
            ExitCode::FAILURE
        }
    })
}

/// Other systems always have a display.
#[cfg(not(target_os = "linux"))]
pub const fn borrow() -> Option<ExitCode> {
    None
}
