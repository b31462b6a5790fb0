//! How the page is drawn on Linux.
//!
//! Without a graphics card WebKitGTK's default renderer scrolls at a dozen frames a second; with one
//! the other renderer is the slow one. The choice is an environment variable that must be set before
//! the process starts, so a process that lacks it starts itself again with it.

#[cfg(target_os = "linux")]
const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts this process again with the right renderer, where it does not have it yet.
#[cfg(target_os = "linux")]
pub fn settle() {
    use std::os::unix::process::CommandExt;

    // What the user set in the environment is the user's choice.
    if std::env::var_os(VARIABLE).is_some() || !wants_software() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // `exec` returns only if it failed, and then the slow renderer still works.
        let _ = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(VARIABLE, "1")
            .exec();
    }
}

/// Returns whether to draw without the graphics card: as the user prefers, or else if there is none.
#[cfg(target_os = "linux")]
fn wants_software() -> bool {
    let preferred = crate::state::Folders::of_user()
        .map(|folders| engine::settings::Settings::load(&folders.settings_file()))
        .and_then(|settings| settings.preferences.software_rendering);
    preferred.unwrap_or_else(|| !has_render_node())
}

#[cfg(target_os = "linux")]
fn has_render_node() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|entries| {
        entries
            .filter_map(Result::ok)
            .any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}

/// Other systems draw well by themselves.
#[cfg(not(target_os = "linux"))]
pub const fn settle() {}
