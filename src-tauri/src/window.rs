//! The window: one, on one page, that goes nowhere else.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use tauri::webview::{Color, NewWindowResponse};
use tauri::{
    AppHandle, DragDropEvent, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder, WindowEvent, Wry,
};
use tauri_specta::Event;

use engine::settings::Theme;

use crate::commands::workspace;
use crate::font::Font;
use crate::jobs::Cancel;
use crate::start::{self, Starting};
use crate::state::{Folders, State};
use crate::wire::file::{FileDropped, MenuAction, WindowClosing, WorkspaceOpened};
use crate::{bindings, menu, state};

/// How often the open workspace is looked at for a backup.
const BACKUP_ROUND: Duration = Duration::from_mins(1);
/// How long the page may take to finish what is being typed once the window is closed.
const PAGE_ANSWERS_WITHIN: Duration = Duration::from_secs(3);
const MAIN: &str = "main";

/// Opens the window and returns when it is closed.
pub fn open(file: Option<PathBuf>) -> ExitCode {
    let Some(folders) = Folders::of_user() else {
        eprintln!("Trilane finds no folder for its settings. Set HOME and start it again.");
        return ExitCode::FAILURE;
    };
    let single = tauri_plugin_single_instance::init(|app, arguments, folder| {
        let file = arguments.get(1).map(|file| Path::new(&folder).join(file));
        hand_over(app, file);
    });
    run(tauri::Builder::default().plugin(single), &folders, file, |_| {})
}

/// Opens the window beside any other, over settings of its own, and hands it to `play`.
pub fn play(
    folders: &Folders,
    file: PathBuf,
    play: impl FnOnce(&AppHandle) + Send + 'static,
) -> ExitCode {
    run(tauri::Builder::default(), folders, Some(file), play)
}

fn run(
    builder: tauri::Builder<Wry>,
    folders: &Folders,
    file: Option<PathBuf>,
    play: impl FnOnce(&AppHandle) + Send + 'static,
) -> ExitCode {
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .manage(State::new(folders, file))
        .manage(Cancel::default())
        .invoke_handler(bindings::handler())
        .menu(menu::build)
        .on_menu_event(|app, event| {
            let _ = MenuAction(event.id().0.clone()).emit(app);
        })
        .setup(|app| {
            bindings::builder().mount_events(app);
            build(app.handle())?;
            back_up_in_rounds(app.handle().clone());
            play(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Trilane could not open its window: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn build(app: &AppHandle) -> tauri::Result<()> {
    let background = background(app);
    app.manage(Starting::begin(app));
    let served = app.clone();
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Trilane")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // The page's own colour, so that the window may show before the page does without a flash.
        .background_color(background)
        .on_web_resource_request(move |_, response| start::fill(&served, response))
        .build()?;
    // While the process of the page starts.
    app.manage(Font::of_desktop(&window));
    let app = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => drop_files(&app, paths),
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            let _ = WindowClosing.emit(&app);
            let app = app.clone();
            // A page that does not answer must not keep its window open.
            std::thread::spawn(move || {
                std::thread::sleep(PAGE_ANSWERS_WITHIN);
                close(&app);
            });
        }
        _ => {}
    });
    Ok(())
}

/// Closes the window. The workspace stays the one for the next start; only its backup is due.
pub fn close(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let _ = state::of(app).desk(|desk| Ok(desk.back_up()?));
    let _ = window.destroy();
}

/// Returns the colour of the page in the theme that the user chose; the system's is taken as light.
fn background(app: &AppHandle) -> Color {
    let is_dark = state::of(app)
        .desk(|desk| Ok(desk.settings().preferences.theme == Theme::Dark))
        .unwrap_or(false);
    if is_dark { Color(0x16, 0x18, 0x1B, 0xFF) } else { Color(0xFB, 0xFA, 0xF8, 0xFF) }
}

fn drop_files(app: &AppHandle, paths: &[PathBuf]) {
    let Some(path) = paths.first() else { return };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let is_workspace = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("trilane"));
    let drop_id = state::of(app).drop_file(path.clone());
    let _ = FileDropped { drop_id, file_name: name, is_workspace }.emit(app);
}

/// Brings the window to the front, with the file of a second start if it has one.
fn hand_over(app: &AppHandle, file: Option<PathBuf>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if let Some(file) = file
        && let Ok(opening) = workspace::opening(app, |desk| Ok(desk.open(&file)))
    {
        let _ = WorkspaceOpened(opening).emit(app);
    }
}

fn back_up_in_rounds(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(BACKUP_ROUND);
            // A full disk is told when the next edit fails; a missed round is caught up by the next.
            let _ = state::of(&app).desk(|desk| {
                // A decision whose last day is over no longer counts, also where nobody edits anything.
                desk.workspace_mut().map(engine::Workspace::turn_day).transpose()?;
                Ok(desk.back_up_if_due()?)
            });
        }
    });
}

#[cfg_attr(
    not(target_os = "macos"),
    expect(clippy::needless_pass_by_value, reason = "as tauri calls it")
)]
fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let file = urls.first().and_then(|url| url.to_file_path().ok());
            hand_over(app, file);
        }
        RunEvent::Exit => app.cleanup_before_exit(),
        _ => {}
    }
}
