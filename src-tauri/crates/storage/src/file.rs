//! The file under the database: which file it is, who holds it, and how one is put in place.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::{Error, OpenError, Result};

/// What a file looked like when it was last read or written here.
///
/// A synchronising tool replaces a file by renaming another over it; writing on into the old one
/// would report success and lose the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    identity: (u64, u64),
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// Looks at the file under a path.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let metadata = fs::metadata(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::FileGone,
            _ => Error::Io(error),
        })?;
        Ok(Self {
            identity: identity(&metadata),
            length: metadata.len(),
            modified: metadata.modified().ok(),
        })
    }
}

impl Stamp {
    /// Returns whether both are stamps of one file, changed or not.
    pub(crate) const fn is_same_file(&self, other: &Self) -> bool {
        self.identity.0 == other.identity.0 && self.identity.1 == other.identity.1
    }
}

#[cfg(unix)]
fn identity(metadata: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

/// Windows refuses to replace a file that is open, so there is nothing to tell apart.
#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// Keeps other windows and other people from writing the same workspace.
///
/// The mark lies beside the file, so that it is seen from other machines on a shared folder too. What
/// counts is the lock on it, not its being there: a crash leaves the mark but frees the lock.
#[derive(Debug)]
pub(crate) struct Hold {
    mark: PathBuf,
    file: File,
}

impl Hold {
    /// Takes hold of a workspace in the name of `holder`.
    pub(crate) fn take(path: &Path, holder: &str) -> std::result::Result<Self, OpenError> {
        let mark = mark_path(path);
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&mark)
            .map_err(|error| match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    OpenError::NotWritable
                }
                _ => OpenError::Other(Error::Io(error)),
            })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => {
                let holder = fs::read_to_string(&mark).unwrap_or_default();
                let named = if holder.is_empty() { "another window".into() } else { holder };
                return Err(OpenError::HeldElsewhere(named));
            }
            Err(fs::TryLockError::Error(error)) => return Err(Error::Io(error).into()),
        }
        let mut hold = Self { mark, file };
        hold.file.set_len(0).map_err(Error::Io)?;
        // The name only makes the message friendlier; on a full disk the lock alone must do.
        if let Err(error) = hold.file.write_all(holder.as_bytes())
            && error.kind() != io::ErrorKind::StorageFull
        {
            return Err(Error::Io(error).into());
        }
        Ok(hold)
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // A mark that stays behind is harmless: nobody holds its lock.
        let _ = fs::remove_file(&self.mark);
    }
}

fn mark_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.open"))
}

/// Puts a finished file under its final name: content first, then the name, then the folder.
///
/// A reader sees the old file or the new one, never a half.
pub fn publish(part: &Path, target: &Path) -> io::Result<()> {
    File::open(part)?.sync_all()?;
    fs::rename(part, target)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_hold_names_the_first_holder() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plan.trilane");
        let hold = Hold::take(&path, "Ada").expect("nobody holds it");
        let second = Hold::take(&path, "Grace");
        assert!(matches!(second, Err(OpenError::HeldElsewhere(name)) if name == "Ada"));
        drop(hold);
        Hold::take(&path, "Grace").expect("it is free again");
    }

    #[test]
    fn a_replaced_file_has_another_stamp() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, other) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&path, "same").expect("written");
        fs::write(&other, "same").expect("written");
        let before = Stamp::of(&path).expect("it exists");
        assert_eq!(Stamp::of(&path).expect("it exists"), before);
        fs::rename(&other, &path).expect("renamed");
        assert_ne!(Stamp::of(&path).expect("it exists"), before);
        fs::remove_file(&path).expect("removed");
        assert!(matches!(Stamp::of(&path), Err(Error::FileGone)));
    }
}
