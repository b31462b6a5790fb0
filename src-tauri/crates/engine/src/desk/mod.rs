//! The desk: at most one open workspace, and what is remembered around it.

mod ways;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use storage::{Access, OpenError};

use crate::backups::BackupFolder;
use crate::export::{Export, Exported, Target};
use crate::import::RememberedColumns;
use crate::opening::{Trouble, trouble_opening, trouble_writing};
use crate::settings::{Preferences, Settings};
use crate::{Clock, Error, Result, Workspace};

/// The ending of a workspace file's name.
pub const ENDING: &str = "trilane";

/// At most one open workspace, the preferences, the recent files and the backups.
#[derive(Debug)]
pub struct Desk {
    settings: Settings,
    settings_file: PathBuf,
    backups: BackupFolder,
    clock: Clock,
    workspace: Option<Workspace>,
    openings: u32,
    /// Why the open workspace can only be looked at.
    read_only: Option<String>,
    /// The file that the last trouble was about.
    troubled: Option<PathBuf>,
}

/// What is still open after a file did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StillOpen {
    /// No workspace.
    Nothing,
    /// The very file, which takes no changes.
    TheFile,
    /// Another workspace.
    Another,
}

/// What came of trying to open a file.
pub type Opened = std::result::Result<(), Trouble>;

impl Desk {
    /// Sets up a desk over the folders where this user's settings and backups are kept.
    pub fn new(config: &Path, data: &Path, clock: Clock) -> Self {
        let settings_file = config.join("settings.json");
        Self {
            settings: Settings::load(&settings_file),
            settings_file,
            backups: BackupFolder::new(data.join("backups")),
            clock,
            workspace: None,
            openings: 0,
            read_only: None,
            troubled: None,
        }
    }

    /// Returns what is remembered.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Remembers other preferences; the open workspace signs with the new name from now on.
    pub fn prefer(&mut self, preferences: Preferences) -> Result<()> {
        self.settings.preferences = preferences;
        if let Some(workspace) = &mut self.workspace {
            workspace.sign_as(&self.settings.preferences.name);
        }
        self.save_settings()
    }

    /// Remembers what the columns of a table that was imported were used for.
    pub fn remember_columns(&mut self, columns: RememberedColumns) -> Result<()> {
        self.settings.remember_columns(columns);
        self.save_settings()
    }

    /// Takes a workspace off the list of recent ones.
    pub fn forget_recent(&mut self, id: &str) -> Result<()> {
        self.settings.forget(id);
        self.save_settings()
    }

    /// Hands the worksheet of the open workspace over, and remembers that for the next time.
    pub fn export(
        &mut self,
        export: &Export,
        target: Target<'_>,
        app_version: &str,
        progress: &dyn Fn(usize),
        cancelled: &AtomicBool,
    ) -> Result<Exported> {
        let workspace = self.workspace.as_ref().ok_or(Error::NotFound)?;
        let last = self.settings.exports.get(workspace.uuid());
        let made = (app_version, last);
        let exported = workspace.export(export, target, made, progress, cancelled)?;
        if matches!(export, Export::Workbook(_)) {
            let uuid = workspace.uuid().to_owned();
            self.settings.exports.insert(uuid, exported.last.clone());
            // The file is there; what is remembered only makes the next one say more.
            let _ = self.save_settings();
        }
        Ok(exported)
    }

    /// Returns the open workspace.
    pub const fn workspace(&self) -> Option<&Workspace> {
        self.workspace.as_ref()
    }

    /// Returns the open workspace to change it.
    pub const fn workspace_mut(&mut self) -> Option<&mut Workspace> {
        self.workspace.as_mut()
    }

    /// Returns how many times a file was opened. What is held of a workspace is not held of one opened later, also
    /// where that is a backup or a copy of it, which have its id.
    pub const fn openings(&self) -> u32 {
        self.openings
    }

    /// Returns why the open workspace can only be looked at.
    pub fn read_only_reason(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Opens the file that was handed over at the start, or else the one that was open last.
    pub fn start(&mut self, handed: Option<&Path>) -> Option<Opened> {
        let path = handed.map(Path::to_owned).or_else(|| self.settings.last.clone())?;
        Some(self.open(&path))
    }

    /// Makes a workspace file and opens it.
    pub fn create(&mut self, path: &Path) -> Opened {
        let path = with_ending(path);
        let actor = self.settings.preferences.name.clone();
        let made = Workspace::create(&path, &actor, self.clock);
        self.take_up(&path, made, None)
    }

    /// Opens a workspace file. What was open before is closed if the new one opens.
    pub fn open(&mut self, path: &Path) -> Opened {
        // A path from a command line is meant from the folder in which it was typed.
        let path = &std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if self.is_open(path) && self.read_only.is_none() {
            if self.troubled.as_deref().is_none_or(|troubled| !is_same_file(troubled, path)) {
                return Ok(());
            }
            let gone = trouble_writing(path, &storage::Error::FileGone);
            if let Some(trouble) = gone.filter(|_| !path.exists()) {
                // What is open is all that is left of it.
                return Err(trouble);
            }
            // Its file was replaced under it: what is open would hold the new file's mark. Its backup keeps it.
            let _ = self.back_up();
            self.workspace = None;
        }
        let actor = self.settings.preferences.name.clone();
        let mut opened = Workspace::open(path, Access::Write, &actor, self.clock);
        if let Err(OpenError::Older { .. }) = opened {
            opened = self
                .backups
                .keep_and_update(path, &actor, (self.clock)())
                .and_then(|()| Workspace::open(path, Access::Write, &actor, self.clock));
        }
        self.take_up(path, opened, None)
    }

    /// Opens a workspace file to look at it.
    pub fn open_read_only(&mut self, path: &Path) -> Opened {
        let opened =
            Workspace::open(path, Access::ReadOnly, &self.settings.preferences.name, self.clock);
        let reason = "Open for reading only. Save a copy to make changes.".to_owned();
        self.take_up(path, opened, Some(reason))
    }

    /// Opens a recent workspace.
    pub fn open_recent(&mut self, id: &str) -> Result<Opened> {
        let path = self.settings.recent(id).ok_or(Error::NotFound)?.path.clone();
        Ok(self.open(&path))
    }

    /// Closes the open workspace after backing it up. Nothing is open at the next start, then.
    pub fn close(&mut self) {
        // It loses nothing if its backup fails: it is on the disk.
        let _ = self.back_up();
        self.workspace = None;
        self.read_only = None;
        self.troubled = None;
        self.settings.last = None;
        // It is closed, also where that cannot be remembered.
        let _ = self.save_settings();
    }

    /// Backs the open workspace up if it has changed since its last backup.
    pub fn back_up(&self) -> Result<()> {
        match &self.workspace {
            Some(workspace) if workspace.access() == Access::Write => {
                self.backups.take(workspace).map(drop)
            }
            _ => Ok(()),
        }
    }

    /// Backs the open workspace up if that is due.
    pub fn back_up_if_due(&self) -> Result<()> {
        match &self.workspace {
            Some(workspace) if workspace.access() == Access::Write => {
                self.backups.take_if_due(workspace).map(drop)
            }
            _ => Ok(()),
        }
    }

    /// Says what is wrong with the open file when a change failed for it, and remembers which it is.
    pub fn trouble(&mut self, error: &Error) -> Option<Trouble> {
        let path = self.workspace.as_ref()?.path()?.to_owned();
        let Error::Storage(error) = error else { return None };
        let trouble = trouble_writing(&path, error)?;
        self.troubled = Some(path);
        Some(trouble)
    }

    /// Returns whether a path leads to the file of the open workspace.
    fn is_open(&self, path: &Path) -> bool {
        let open = self.workspace.as_ref().and_then(Workspace::path);
        open.is_some_and(|open| is_same_file(open, path))
    }

    /// Returns what is still open after a file did not open.
    pub fn still_open(&self) -> StillOpen {
        match &self.troubled {
            _ if self.workspace.is_none() => StillOpen::Nothing,
            Some(troubled) if self.is_open(troubled) => StillOpen::TheFile,
            _ => StillOpen::Another,
        }
    }

    fn take_up(
        &mut self,
        path: &Path,
        opened: std::result::Result<Workspace, OpenError>,
        read_only: Option<String>,
    ) -> Opened {
        match opened {
            Ok(workspace) => {
                // The workspace that is put away loses nothing if its backup fails: it is on the disk.
                let _ = self.back_up();
                self.settings.remember(path, workspace.uuid(), (self.clock)());
                if read_only.is_some() {
                    // The next start should not begin with the reason why it cannot be written.
                    self.settings.last = None;
                }
                self.workspace = Some(workspace);
                self.openings += 1;
                self.read_only = read_only;
                self.troubled = None;
                // A list of recent files that cannot be written must not keep a workspace shut.
                let _ = self.save_settings();
                Ok(())
            }
            Err(error) => {
                let trouble = trouble_opening(path, &error, self.latest_backup(path).is_some());
                self.troubled = Some(path.to_owned());
                Err(trouble)
            }
        }
    }

    fn save_settings(&self) -> Result<()> {
        Ok(self.settings.save(&self.settings_file)?)
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    one == other || real(one) == real(other)
}

/// Returns the path with the ending of a workspace file.
pub fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
        path.to_owned()
    } else {
        path.with_added_extension(ENDING)
    }
}
