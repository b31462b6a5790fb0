//! Looking at the screens, one after the other, in both themes.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager, WebviewWindow};
use tauri_specta::Event;

use super::Fault;
use crate::wire::file::MenuAction;

/// What is looked at: the picture's name, the actions that lead there, and what must stand on the
/// page before the picture is taken.
const SCREENS: [(&str, &[&str], &str); 13] = [
    ("home", &["go_home"], "#next-steps"),
    ("matrix", &["go_matrix"], "[role=grid] [role=row][aria-rowindex='10']"),
    ("task-panel", &["toggle_task_panel"], "[role=grid] [role=row][aria-rowindex='10']"),
    ("reference-tasks", &["toggle_task_panel", "add_reference_tasks"], "dialog[open]"),
    ("guided-scoring", &["score_one_by_one"], ".start .sets button"),
    ("portfolio", &["go_portfolio"], ".map svg"),
    ("guardrails", &["go_guardrails"], ".guardrails li"),
    ("model-cards", &["go_cards"], ".cards table"),
    ("rollout", &["go_rollout"], ".rollout [role=treegrid] [role=row]"),
    ("rollout-table", &["switch_plan_table"], ".rollout [role=grid] [role=row]"),
    // The table is left as a timeline again, for the other theme.
    ("history", &["switch_plan_table", "go_history"], "[data-entry]"),
    ("preferences", &["show_preferences"], "dialog[open]"),
    ("shortcuts", &["show_shortcuts"], "dialog[open]"),
];

/// How long a screen may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// Looks at every screen in the background and then closes the app.
pub fn start(app: &AppHandle, shots: PathBuf) {
    let app = app.clone();
    std::thread::spawn(move || {
        let code = match look(&app, &shots) {
            Ok(()) => 0,
            Err(error) => {
                eprintln!("The tour ended early: {error}.");
                1
            }
        };
        app.exit(code);
    });
}

fn look(app: &AppHandle, shots: &Path) -> Result<(), Fault> {
    let window = app.get_webview_window("main").ok_or("there is no window")?;
    wait(&window, "[role=grid]")?;
    for theme in ["light", "dark"] {
        answer(&window, &format!("document.documentElement.dataset.theme = '{theme}'"))?;
        for (name, actions, sign) in SCREENS {
            for action in actions {
                MenuAction((*action).to_owned()).emit(app)?;
            }
            wait(&window, sign)?;
            let file = shots.join(format!("{name}-{theme}.png"));
            picture::take(&window, &file)?;
            println!("{}", file.display());
            close_dialog(&window)?;
        }
    }
    Ok(())
}

fn close_dialog(window: &WebviewWindow) -> Result<(), Fault> {
    let script = "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })); \
                  document.querySelectorAll('dialog[open]').forEach((it) => it.requestClose?.() ?? it.close())";
    answer(window, script).map(drop)
}

/// Waits until something stands on the page and the page has been drawn since.
fn wait(window: &WebviewWindow, selector: &str) -> Result<(), Fault> {
    let started = Instant::now();
    let script = format!("document.querySelector(\"{selector}\") !== null");
    // A page that is still loading answers nothing.
    while !answer(window, &script).is_ok_and(|value| value == "true") {
        if started.elapsed() > PATIENCE {
            return Err(format!("{selector} did not appear").into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    // Motion takes 120 ms; a picture in the middle of it shows neither state.
    std::thread::sleep(Duration::from_millis(400));
    Ok(())
}

/// Runs a script in the page and returns its value as JSON.
fn answer(window: &WebviewWindow, script: &str) -> Result<String, Fault> {
    let (send, receive) = mpsc::channel();
    window.eval_with_callback(script, move |value| {
        // The receiver is gone only when the tour has ended.
        let _ = send.send(value);
    })?;
    Ok(receive.recv_timeout(PATIENCE)?)
}

#[cfg(target_os = "linux")]
mod picture {
    //! The page as WebKit has drawn it.

    use std::fs::File;
    use std::path::Path;
    use std::sync::mpsc;

    use cairo::ImageSurface;
    use tauri::WebviewWindow;
    use webkit2gtk::{SnapshotOptions, SnapshotRegion, WebViewExt};

    use super::{Fault, PATIENCE};

    /// Writes a picture of the page as a PNG file.
    pub fn take(window: &WebviewWindow, file: &Path) -> Result<(), Fault> {
        let (send, receive) = mpsc::channel::<Result<(), String>>();
        let file = file.to_owned();
        window.with_webview(move |webview| {
            let drawn = move |surface: Result<cairo::Surface, _>| {
                let written = surface
                    .map_err(|error: webkit2gtk::glib::Error| error.to_string())
                    .and_then(|surface| {
                        ImageSurface::try_from(surface).map_err(|_| "no picture".to_owned())
                    })
                    .and_then(|image| {
                        let mut out = File::create(&file).map_err(|error| error.to_string())?;
                        image.write_to_png(&mut out).map_err(|error| error.to_string())
                    });
                let _ = send.send(written);
            };
            webview.inner().snapshot(
                SnapshotRegion::Visible,
                SnapshotOptions::NONE,
                webkit2gtk::gio::Cancellable::NONE,
                drawn,
            );
        })?;
        Ok(receive.recv_timeout(PATIENCE)??)
    }
}

#[cfg(not(target_os = "linux"))]
mod picture {
    //! Elsewhere the tour takes no pictures: it is given on servers, and those run Linux.

    use std::path::Path;

    use tauri::WebviewWindow;

    use super::Fault;

    pub fn take(_: &WebviewWindow, _: &Path) -> Result<(), Fault> {
        Ok(())
    }
}
