//! Files: what came of opening one, and what can be done when it fails.

use std::ffi::OsStr;
use std::path::Path;

use engine::{Workspace as EngineWorkspace, desk, opening};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

use super::matrix::RowWindow;
use super::status::Status;
use crate::error::CommandError;

/// How many rows come with a workspace: the first block that the page keeps.
const FIRST_ROWS: u32 = 64;

/// What came of opening a file.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "type")]
pub enum Opening {
    Opened { workspace: Box<Workspace> },
    Refused { trouble: Trouble, still_open: StillOpen },
}

/// What is still open after a file did not open.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StillOpen {
    Nothing,
    TheFile,
    Another,
}

/// An open workspace.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Workspace {
    pub id: String,
    /// Another one for each time that a file is opened. A copy and a backup have the same id.
    pub opening: u32,
    pub name: String,
    pub folder: String,
    /// Why it can only be looked at, as a sentence.
    pub read_only: Option<String>,
    pub status: Status,
    /// The rows that the worksheet begins with, so that a start need not ask for them.
    pub first_rows: RowWindow,
    /// How the worksheet was left, as the page wrote it down.
    pub layout: Option<String>,
}

/// What is wrong with a file, and the ways on.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Trouble {
    pub file_name: String,
    pub sentence: String,
    pub ways: Vec<WayOn>,
}

/// A way on from trouble with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WayOn {
    OpenReadOnly,
    RestoreLatestBackup,
    SaveCopyElsewhere,
    OpenAnother,
    TryAgain,
    Close,
}

/// A backup of the open workspace.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    pub id: String,
    pub taken_at: String,
    pub bytes: u32,
    pub tasks: u32,
}

/// What a check of the whole workspace found.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceCheck {
    pub file_is_sound: bool,
    pub rows_checked: u32,
    pub damaged_rows: u32,
    pub entries: u32,
    pub chain_holds: bool,
    pub broken_at: Option<u32>,
    pub head: String,
    pub explanation: String,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedFile {
    pub file_name: String,
    pub folder: String,
}

/// A second start handed its file over, or a file was double-clicked.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct WorkspaceOpened(pub Opening);

/// The file of the open workspace stopped taking changes.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct WorkspaceTrouble(pub Trouble);

/// A file was dropped on the window.
#[derive(Debug, Clone, Serialize, Type, Event)]
#[serde(rename_all = "camelCase")]
pub struct FileDropped {
    pub drop_id: String,
    pub file_name: String,
    pub is_workspace: bool,
}

/// An entry of the system's menu was chosen: the id of an action.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct MenuAction(pub String);

/// The user closes the window: the page finishes what is being typed and then asks for the end.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct WindowClosing;

/// How far a long job is.
#[derive(Debug, Clone, Serialize, Type, Event)]
#[serde(rename_all = "camelCase")]
pub struct JobProgress {
    pub label: String,
    pub done: u32,
    pub total: Option<u32>,
    pub can_cancel: bool,
    pub finished: bool,
}

impl Workspace {
    /// Describes an open workspace.
    pub fn of(
        workspace: &EngineWorkspace,
        opening: u32,
        read_only: Option<String>,
    ) -> Result<Self, CommandError> {
        let folder = workspace.path().and_then(Path::parent);
        Ok(Self {
            id: workspace.uuid().to_owned(),
            opening,
            name: workspace.name(),
            folder: folder.map_or_else(String::new, |folder| folder.to_string_lossy().into_owned()),
            read_only,
            status: Status::of(workspace)?,
            first_rows: RowWindow::of(workspace, 0, FIRST_ROWS),
            layout: workspace.layout()?,
        })
    }
}

impl SavedFile {
    /// Names the file at a path.
    pub fn at(path: &Path) -> Self {
        let text = |part: Option<&OsStr>| {
            part.map_or_else(String::new, |part| part.to_string_lossy().into_owned())
        };
        Self { file_name: text(path.file_name()), folder: text(path.parent().map(Path::as_os_str)) }
    }
}

impl From<desk::StillOpen> for StillOpen {
    fn from(open: desk::StillOpen) -> Self {
        match open {
            desk::StillOpen::Nothing => Self::Nothing,
            desk::StillOpen::TheFile => Self::TheFile,
            desk::StillOpen::Another => Self::Another,
        }
    }
}

impl From<opening::Trouble> for Trouble {
    fn from(trouble: opening::Trouble) -> Self {
        Self {
            file_name: trouble.file_name,
            sentence: trouble.sentence,
            ways: trouble.ways.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<opening::WayOn> for WayOn {
    fn from(way: opening::WayOn) -> Self {
        match way {
            opening::WayOn::OpenReadOnly => Self::OpenReadOnly,
            opening::WayOn::RestoreLatestBackup => Self::RestoreLatestBackup,
            opening::WayOn::SaveCopyElsewhere => Self::SaveCopyElsewhere,
            opening::WayOn::OpenAnother => Self::OpenAnother,
            opening::WayOn::TryAgain => Self::TryAgain,
            opening::WayOn::Close => Self::Close,
        }
    }
}

impl From<engine::check::WorkspaceCheck> for WorkspaceCheck {
    fn from(check: engine::check::WorkspaceCheck) -> Self {
        let explanation = match (&check.damage, check.chain.broken_at) {
            (Some(damage), _) => format!("The file is damaged: {damage}. Restore a backup."),
            (None, Some(entry)) => format!(
                "Every row is as it was written, but entry {entry} of the trail is not: it or an entry before it was changed outside of Trilane."
            ),
            (None, None) => "Every row and every entry is as it was written.".to_owned(),
        };
        Self {
            file_is_sound: check.damage.is_none(),
            rows_checked: check.rows.rows,
            damaged_rows: check.rows.damaged,
            entries: check.chain.entries,
            chain_holds: check.chain.broken_at.is_none(),
            broken_at: check.chain.broken_at,
            head: check.chain.head,
            explanation,
        }
    }
}
