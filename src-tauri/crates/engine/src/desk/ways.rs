//! The ways on from trouble, copies, and going back to a backup.

use std::path::Path;

use storage::OpenError;

use super::{Desk, Opened, with_ending};
use crate::backups::{self, Backup};
use crate::opening::trouble_opening;
use crate::{Error, Result};

impl Desk {
    /// Opens the troubled file again.
    pub fn try_again(&mut self) -> Result<Opened> {
        let path = self.troubled.clone().ok_or(Error::NotFound)?;
        Ok(self.open(&path))
    }

    /// Opens the troubled file to look at it.
    pub fn look_at_troubled(&mut self) -> Result<Opened> {
        let path = self.troubled.clone().ok_or(Error::NotFound)?;
        Ok(self.open_read_only(&path))
    }

    /// Puts the newest backup of the troubled file in its place and opens it.
    pub fn restore_latest(&mut self) -> Result<Opened> {
        let path = self.troubled.clone().ok_or(Error::NotFound)?;
        let backup = self.latest_backup(&path).ok_or(Error::NotFound)?;
        Ok(self.restore(&backup.path, &path))
    }

    /// Writes what is open, or else the troubled file as it is, to another file and goes on there.
    pub fn save_elsewhere(&mut self, target: &Path) -> Result<Opened> {
        let target = with_ending(target);
        match (self.workspace(), self.troubled.clone()) {
            (Some(workspace), troubled)
                if troubled.is_none() || troubled.as_deref() == workspace.path() =>
            {
                workspace.save_copy(&target)?;
            }
            (_, Some(path)) => {
                if let Err(trouble) = self.open_read_only(&path) {
                    return Ok(Err(trouble));
                }
                self.workspace().ok_or(Error::NotFound)?.save_copy(&target)?;
            }
            _ => return Err(Error::NotFound),
        }
        Ok(self.open(&target))
    }

    /// Writes a copy of the open workspace with an identity of its own, and opens it.
    pub fn duplicate(&mut self, target: &Path) -> Result<Opened> {
        let target = with_ending(target);
        self.workspace().ok_or(Error::NotFound)?.duplicate(&target)?;
        Ok(self.open(&target))
    }

    /// Returns the backups of the open workspace, the newest first.
    pub fn backups(&self) -> Result<Vec<Backup>> {
        self.backups.list(self.workspace().ok_or(Error::NotFound)?.uuid())
    }

    /// Puts a backup in the place of the open workspace. What was there is kept beside it, or stays open if the
    /// backup is of no use.
    pub fn restore_backup(&mut self, backup: &Path) -> Result<Opened> {
        let workspace = self.workspace().ok_or(Error::NotFound)?;
        let path = workspace.path().ok_or(Error::NotFound)?.to_owned();
        self.back_up()?;
        self.workspace = None;
        if let Err(error) = backups::restore(backup, &path, (self.clock)()) {
            let opened = self.open(&path);
            return Ok(opened.and_then(|()| Err(self.refuse(backup, &error))));
        }
        Ok(self.open(&path))
    }

    fn restore(&mut self, backup: &Path, path: &Path) -> Opened {
        match backups::restore(backup, path, (self.clock)()) {
            Ok(_) => self.open(path),
            Err(error) => Err(self.refuse(path, &error)),
        }
    }

    fn refuse(&mut self, path: &Path, error: &OpenError) -> crate::opening::Trouble {
        self.troubled = Some(path.to_owned());
        trouble_opening(path, error, false)
    }

    /// Returns the newest backup of a file that may no longer say which workspace it is.
    pub(super) fn latest_backup(&self, path: &Path) -> Option<Backup> {
        let recent = self.settings.recents.iter().find(|recent| recent.path == path)?;
        self.backups.list(&recent.workspace).ok()?.into_iter().next()
    }
}
