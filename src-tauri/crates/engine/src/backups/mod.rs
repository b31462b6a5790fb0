//! Rolling backups, kept outside the folder of the workspace.
//!
//! Each is a verified copy. They are thinned with age, and the newest is never thrown away.

mod thin;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, ToSpan};
use storage::OpenError;

use crate::{Error, Result, Workspace};

pub use thin::kept;

const ENDING: &str = "trilane";

/// A backup of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was taken.
    pub taken_at: Timestamp,
    /// How large it is.
    pub bytes: u64,
}

/// The folder that holds the backups of all workspaces.
#[derive(Debug, Clone)]
pub struct BackupFolder(PathBuf);

impl BackupFolder {
    /// Returns the folder at a path; it is made with the first backup.
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Takes a backup if the workspace has changed since the last one, and thins the older ones.
    pub fn take(&self, workspace: &Workspace) -> Result<Option<Backup>> {
        let backups = self.list(workspace.uuid())?;
        if backups.first().is_some_and(|newest| newest.taken_at >= workspace.saved_at()) {
            return Ok(None);
        }
        let now = (workspace.clock)();
        let path = self.room_for(workspace.uuid(), now)?;
        workspace.save_copy(&path)?;
        self.thin(workspace.uuid(), now)?;
        let bytes = fs::metadata(&path)?.len();
        Ok(Some(Backup { path, taken_at: now, bytes }))
    }

    /// Brings a file of an older format to this version's, with a backup of it as it is.
    pub fn keep_and_update(
        &self,
        file: &Path,
        holder: &str,
        now: Timestamp,
    ) -> std::result::Result<(), OpenError> {
        let older = storage::Database::open(file, storage::Access::ReadOnly, "")?;
        let path = self.room_for(&older.read().workspace()?.uuid, now)?;
        drop(older);
        storage::Database::update(file, holder, &path)
    }

    /// Returns where a backup of a workspace that is taken now goes.
    fn room_for(&self, uuid: &str, now: Timestamp) -> std::io::Result<PathBuf> {
        let folder = self.0.join(uuid);
        fs::create_dir_all(&folder)?;
        let name = now.strftime("%Y-%m-%dT%H-%M-%S%.3fZ").to_string();
        Ok(folder.join(name).with_added_extension(ENDING))
    }

    /// Takes a backup if the last one is half an hour old and the workspace has changed since.
    pub fn take_if_due(&self, workspace: &Workspace) -> Result<Option<Backup>> {
        let due_since = (workspace.clock)() - 30.minutes();
        match self.list(workspace.uuid())?.first() {
            Some(newest) if newest.taken_at > due_since => Ok(None),
            _ => self.take(workspace),
        }
    }

    /// Returns the backups of a workspace, the newest first.
    pub fn list(&self, uuid: &str) -> Result<Vec<Backup>> {
        let entries = match fs::read_dir(self.0.join(uuid)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut backups = Vec::new();
        for entry in entries {
            let entry = entry?;
            if let Some(taken_at) = taken_at(&entry.path()) {
                let bytes = entry.metadata()?.len();
                backups.push(Backup { path: entry.path(), taken_at, bytes });
            }
        }
        backups.sort_by_key(|backup| std::cmp::Reverse(backup.taken_at));
        Ok(backups)
    }

    fn thin(&self, uuid: &str, now: Timestamp) -> Result<()> {
        let backups = self.list(uuid)?;
        let times: Vec<Timestamp> = backups.iter().map(|backup| backup.taken_at).collect();
        for (backup, keep) in backups.iter().zip(kept(&times, now)) {
            if !keep {
                fs::remove_file(&backup.path)?;
            }
        }
        Ok(())
    }
}

/// Puts a backup in the place of a workspace file that is closed.
///
/// What lies there now is kept beside it under another name, whose path is returned.
pub fn restore(
    backup: &Path,
    target: &Path,
    now: Timestamp,
) -> std::result::Result<Option<PathBuf>, OpenError> {
    let whole = storage::Database::open(backup, storage::Access::ReadOnly, "")?;
    let aside = if target.exists() {
        let stem = target.file_stem().unwrap_or_default().to_string_lossy();
        let stamp = now.strftime("%Y-%m-%d %H.%M.%S");
        let aside = target.with_file_name(format!("{stem} (before restore {stamp}).{ENDING}"));
        fs::rename(target, &aside)?;
        Some(aside)
    } else {
        None
    };
    whole.copy_to(target, None).map_err(|error| {
        // The file that was there comes back, so that a failed restore changes nothing.
        if let Some(aside) = &aside {
            let _ = fs::rename(aside, target);
        }
        match error {
            storage::CopyError::Write(error) => OpenError::Other(error),
            storage::CopyError::Verify(error) => error,
        }
    })?;
    Ok(aside)
}

fn taken_at(path: &Path) -> Option<Timestamp> {
    if path.extension()? != ENDING {
        return None;
    }
    let stem = path.file_stem()?.to_str()?.strip_suffix('Z')?;
    jiff::civil::DateTime::strptime("%Y-%m-%dT%H-%M-%S%.f", stem)
        .ok()?
        .to_zoned(jiff::tz::TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}

impl Backup {
    /// Returns how many tasks the backup holds.
    pub fn count_tasks(&self) -> Result<usize> {
        let database = storage::Database::open(&self.path, storage::Access::ReadOnly, "").map_err(
            |error| match error {
                OpenError::Other(error) => Error::Storage(error),
                _ => Error::NotFound,
            },
        )?;
        Ok(database.read().tasks()?.len())
    }
}
