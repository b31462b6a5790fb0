//! Opening, closing and copying workspaces. Nothing comes back where the user closed a dialog.

use engine::desk::{Desk, Opened};
use tauri::AppHandle;

use crate::choose::{self, Kind};
use crate::error::{CommandError, ErrorKind};
use crate::state;
use crate::window;
use crate::wire::file::{Backup, Opening, WayOn, Workspace, WorkspaceCheck};
use crate::wire::number;
use crate::wire::settings::{Recent, recents};

/// What a command returns.
pub type Answer<T> = Result<T, CommandError>;

/// Makes a workspace where the user says.
#[tauri::command(async)]
#[specta::specta]
pub fn new_workspace(app: AppHandle) -> Answer<Option<Opening>> {
    let chosen = choose::to_save(&app, "New workspace", Kind::Workspace, "Untitled.trilane");
    chosen.map(|path| opening(&app, |desk| Ok(desk.create(&path)))).transpose()
}

/// Opens a workspace that the user chooses.
#[tauri::command(async)]
#[specta::specta]
pub fn open_workspace(app: AppHandle) -> Answer<Option<Opening>> {
    let chosen = choose::to_open(&app, "Open a workspace", Kind::Workspace);
    chosen.map(|path| opening(&app, |desk| Ok(desk.open(&path)))).transpose()
}

/// Opens a recent workspace.
#[tauri::command(async)]
#[specta::specta]
pub fn open_recent(app: AppHandle, recent_id: String) -> Answer<Opening> {
    opening(&app, |desk| desk.open_recent(&recent_id))
}

/// Opens a workspace that was dropped on the window.
#[tauri::command(async)]
#[specta::specta]
pub fn open_dropped(app: AppHandle, drop_id: String) -> Answer<Opening> {
    let path = state::of(&app).dropped(&drop_id)?;
    opening(&app, |desk| Ok(desk.open(&path)))
}

/// Takes a way on from trouble with a file.
#[tauri::command(async)]
#[specta::specta]
pub fn take_way_on(app: AppHandle, way: WayOn) -> Answer<Option<Opening>> {
    match way {
        WayOn::OpenReadOnly => opening(&app, Desk::look_at_troubled).map(Some),
        WayOn::RestoreLatestBackup => opening(&app, Desk::restore_latest).map(Some),
        WayOn::TryAgain => opening(&app, Desk::try_again).map(Some),
        WayOn::OpenAnother => open_workspace(app),
        WayOn::SaveCopyElsewhere => {
            let name = suggested_name(&app, "copy");
            let chosen = choose::to_save(&app, "Save a copy", Kind::Workspace, &name);
            chosen.map(|path| opening(&app, |desk| desk.save_elsewhere(&path))).transpose()
        }
        WayOn::Close => state::of(&app).desk(|desk| {
            desk.close();
            Ok(None)
        }),
    }
}

/// Writes a copy with an identity of its own, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub fn duplicate_workspace(app: AppHandle) -> Answer<Option<Opening>> {
    let name = suggested_name(&app, "duplicate");
    let chosen = choose::to_save(&app, "Duplicate", Kind::Workspace, &name);
    chosen.map(|path| opening(&app, |desk| desk.duplicate(&path))).transpose()
}

/// Writes a copy and stays with the original. Returns the copy's name.
#[tauri::command(async)]
#[specta::specta]
pub fn save_copy(app: AppHandle) -> Answer<Option<String>> {
    let name = suggested_name(&app, "copy");
    let chosen = choose::to_save(&app, "Save a copy", Kind::Workspace, &name);
    chosen
        .map(|path| {
            let path = engine::desk::with_ending(&path);
            state::of(&app).read(|workspace| Ok(workspace.save_copy(&path)?))?;
            Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        })
        .transpose()
}

/// Closes the workspace and returns the recent ones.
#[tauri::command(async)]
#[specta::specta]
pub fn close_workspace(app: AppHandle) -> Answer<Vec<Recent>> {
    state::of(&app).desk(|desk| {
        desk.close();
        Ok(recents(desk.settings()))
    })
}

/// Closes the window: what was being typed is in the file.
#[tauri::command(async)]
#[specta::specta]
pub fn close_window(app: AppHandle) -> Answer<()> {
    window::close(&app);
    Ok(())
}

/// Checks every page, row and audit entry.
#[tauri::command(async)]
#[specta::specta]
pub fn check_workspace(app: AppHandle) -> Answer<WorkspaceCheck> {
    state::of(&app).read(|workspace| Ok(workspace.check()?.into()))
}

/// Returns the backups of the open workspace, the newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn list_backups(app: AppHandle) -> Answer<Vec<Backup>> {
    state::of(&app).desk(|desk| {
        desk.backups()?
            .iter()
            .map(|backup| {
                Ok(Backup {
                    id: backup.taken_at.to_string(),
                    taken_at: backup.taken_at.to_string(),
                    bytes: u32::try_from(backup.bytes).unwrap_or(u32::MAX),
                    tasks: number(backup.count_tasks()?),
                })
            })
            .collect()
    })
}

/// Goes back to a backup; the file as it is now is kept beside it.
#[tauri::command(async)]
#[specta::specta]
pub fn restore_backup(app: AppHandle, backup_id: String) -> Answer<Opening> {
    opening(&app, |desk| {
        let backups = desk.backups()?;
        let chosen = backups.iter().find(|backup| backup.taken_at.to_string() == backup_id);
        desk.restore_backup(&chosen.ok_or(engine::Error::NotFound)?.path)
    })
}

/// Runs a verb that opens a file, and tells what came of it.
pub fn opening(
    app: &AppHandle,
    verb: impl FnOnce(&mut Desk) -> engine::Result<Opened>,
) -> Answer<Opening> {
    state::of(app).desk(|desk| {
        let opened = verb(desk)?;
        opening_of(desk, opened)
    })
}

/// Tells what came of opening a file.
pub fn opening_of(desk: &Desk, opened: Opened) -> Answer<Opening> {
    if let Err(trouble) = opened {
        let still_open = desk.still_open().into();
        return Ok(Opening::Refused { trouble: trouble.into(), still_open });
    }
    let workspace = desk
        .workspace()
        .ok_or_else(|| CommandError::new(ErrorKind::NoWorkspace, "No workspace is open."))?;
    let reason = desk.read_only_reason().map(str::to_owned);
    Ok(Opening::Opened { workspace: Box::new(Workspace::of(workspace, desk.openings(), reason)?) })
}

fn suggested_name(app: &AppHandle, suffix: &str) -> String {
    state::of(app)
        .read(|workspace| Ok(format!("{} {suffix}.trilane", workspace.name())))
        .unwrap_or_else(|_| "Untitled.trilane".to_owned())
}
