//! What the commands share: the desk, and the import that is being looked at.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use engine::Workspace;
use engine::desk::Desk;
use engine::import::Import;
use engine::rollout::ActivityImport;
use jiff::Timestamp;
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use crate::error::{CommandError, ErrorKind};
use crate::wire::file::WorkspaceTrouble;
use crate::wire::status::{Made, Outcome};

/// Where this user's settings and backups are kept.
#[derive(Debug, Clone)]
pub struct Folders {
    pub config: PathBuf,
    pub data: PathBuf,
}

impl Folders {
    const NAME: &str = "trilane";

    /// Returns the folders of the user who runs this, or nothing where the system names none.
    pub fn of_user() -> Option<Self> {
        Some(Self {
            config: dirs::config_dir()?.join(Self::NAME),
            data: dirs::data_dir()?.join(Self::NAME),
        })
    }

    /// Returns the file that holds the preferences.
    #[cfg(target_os = "linux")]
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.json")
    }
}

/// The state of the app.
#[derive(Debug)]
pub struct State {
    desk: Mutex<Desk>,
    import: Mutex<Option<Import>>,
    activities: Mutex<Option<ActivityImport>>,
    /// The file that it was read from.
    import_file: Mutex<Option<PathBuf>>,
    /// The file that an export left alone for the mark beside it.
    marked: Mutex<Option<PathBuf>>,
    /// Files that were dropped on the window and not used yet.
    dropped: Mutex<Vec<(String, PathBuf)>>,
    /// The file to open at the start.
    handed: Mutex<Option<PathBuf>>,
}

impl State {
    /// Sets up the state over a user's folders.
    pub fn new(folders: &Folders, handed: Option<PathBuf>) -> Self {
        Self {
            desk: Mutex::new(Desk::new(&folders.config, &folders.data, Timestamp::now)),
            import: Mutex::default(),
            activities: Mutex::default(),
            import_file: Mutex::default(),
            marked: Mutex::default(),
            dropped: Mutex::default(),
            handed: Mutex::new(handed),
        }
    }

    /// Runs a verb on the desk.
    ///
    /// A verb that panics is a fault of ours; it is reported, and the next one runs.
    pub fn desk<T>(
        &self,
        verb: impl FnOnce(&mut Desk) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let mut desk = lock(&self.desk);
        catch_unwind(AssertUnwindSafe(|| verb(&mut desk))).unwrap_or_else(|_| {
            Err(CommandError::new(
                ErrorKind::Internal,
                "Something went wrong inside Trilane. Nothing was changed.",
            ))
        })
    }

    /// Runs a verb that reads the open workspace.
    pub fn read<T>(
        &self,
        verb: impl FnOnce(&Workspace) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        self.desk(|desk| verb(desk.workspace().ok_or_else(no_workspace)?))
    }

    /// Runs a verb that changes the open workspace, and tells the window if its file is the trouble.
    pub fn change(
        &self,
        app: &AppHandle,
        verb: impl FnOnce(&mut Workspace) -> engine::Result<engine::Outcome>,
    ) -> Result<Outcome, CommandError> {
        self.desk(|desk| {
            let workspace = desk.workspace_mut().ok_or_else(no_workspace)?;
            match verb(workspace) {
                Ok(outcome) => Outcome::of(workspace, outcome),
                Err(error) => {
                    if let Some(trouble) = desk.trouble(&error) {
                        // The error itself still reaches the page if the event does not.
                        let _ = WorkspaceTrouble(trouble.into()).emit(app);
                    }
                    Err(error.into())
                }
            }
        })
    }

    /// Runs a verb that makes something in the open workspace, and says which it made.
    pub fn make<Id: ToString>(
        &self,
        app: &AppHandle,
        verb: impl FnOnce(&mut Workspace) -> engine::Result<(engine::Outcome, Id)>,
    ) -> Result<Made, CommandError> {
        let mut id = String::new();
        let outcome = self.change(app, |workspace| {
            let (outcome, made) = verb(workspace)?;
            id = made.to_string();
            Ok(outcome)
        })?;
        Ok(Made { id, outcome })
    }

    /// Runs a verb on the import that is being looked at.
    pub fn importing<T>(
        &self,
        verb: impl FnOnce(&mut Import) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        verb(lock(&self.import).as_mut().ok_or_else(no_import)?)
    }

    /// Makes an import the one that is being looked at.
    pub fn put_import(&self, import: Import) {
        *lock(&self.import) = Some(import);
    }

    /// Takes the import away.
    pub fn take_import(&self) -> Result<Import, CommandError> {
        lock(&self.import).take().ok_or_else(no_import)
    }

    /// Runs a verb on the table of activities that is being looked at.
    pub fn activities<T>(
        &self,
        verb: impl FnOnce(&mut ActivityImport) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        verb(lock(&self.activities).as_mut().ok_or_else(no_import)?)
    }

    /// Takes the table of activities away.
    pub fn take_activities(&self) -> Result<ActivityImport, CommandError> {
        lock(&self.activities).take().ok_or_else(no_import)
    }

    /// Makes a table of activities the one that is being looked at, or puts it away.
    pub fn put_activities(&self, import: Option<ActivityImport>) {
        *lock(&self.activities) = import;
    }

    /// Remembers the file that is read for an import.
    pub fn put_import_file(&self, path: &Path) {
        *lock(&self.import_file) = Some(path.to_owned());
    }

    /// Returns the file that the import was read from.
    pub fn import_file(&self) -> Result<PathBuf, CommandError> {
        lock(&self.import_file).clone().ok_or_else(no_import)
    }

    /// Remembers a file that an export left alone for the mark beside it.
    pub fn put_marked(&self, path: &Path) {
        *lock(&self.marked) = Some(path.to_owned());
    }

    /// Takes that file, to write over it once.
    pub fn take_marked(&self) -> Result<PathBuf, CommandError> {
        lock(&self.marked).take().ok_or_else(|| engine::Error::NotFound.into())
    }

    /// Remembers a dropped file and returns the handle that the page may name it by.
    pub fn drop_file(&self, path: PathBuf) -> String {
        let mut dropped = lock(&self.dropped);
        let id = dropped.len().to_string();
        dropped.push((id.clone(), path));
        id
    }

    /// Returns a dropped file by its handle.
    pub fn dropped(&self, id: &str) -> Result<PathBuf, CommandError> {
        let dropped = lock(&self.dropped);
        let found = dropped.iter().find(|(other, _)| other == id);
        found.map(|(_, path)| path.clone()).ok_or_else(|| {
            CommandError::new(ErrorKind::NotFound, "Drop the file on the window again.")
        })
    }

    /// Takes the file to open at the start; a page that reloads does not open it again.
    pub fn take_handed(&self) -> Option<PathBuf> {
        lock(&self.handed).take()
    }
}

/// Returns the state of an app.
pub fn of(app: &AppHandle) -> tauri::State<'_, State> {
    app.state::<State>()
}

/// Returns the error of a command that needs an open workspace.
pub fn no_workspace() -> CommandError {
    CommandError::new(ErrorKind::NoWorkspace, "No workspace is open.")
}

/// Locks, even after a panic: every verb leaves the desk whole or unchanged.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_import() -> CommandError {
    CommandError::new(ErrorKind::NotFound, "Choose the file to import again.")
}
