//! Where an export goes, and why it cannot go there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::{Error, Result};

/// Returns a path with an ending.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending)) {
        path.to_owned()
    } else {
        path.with_added_extension(ending)
    }
}

/// Returns where a file is written before it gets its name.
pub(super) fn beside(path: &Path) -> PathBuf {
    path.with_file_name(format!(".{}.part", name(path)))
}

/// Returns an error where a file must not be written over: it is protected, or somebody works in it.
///
/// Renaming over a file asks neither for its own protection nor, on most systems, for those who have it
/// open: they would go on in a file that no longer has a name.
pub(super) fn check(path: &Path) -> Result<()> {
    let is_protected = fs::metadata(path).is_ok_and(|it| it.permissions().readonly());
    // LibreOffice and Excel leave a mark beside a file while it is open.
    let marks = [format!(".~lock.{}#", name(path)), format!("~${}", name(path))];
    let is_open = path.exists() && marks.iter().any(|mark| path.with_file_name(mark).exists());
    if is_protected || is_open { Err(Error::TargetLocked(name(path))) } else { Ok(()) }
}

/// Returns why a file could not be written.
pub(super) fn explain(path: &Path, error: io::Error) -> Error {
    // Windows says 32 and 33 of a file that another program holds.
    let is_held = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    match error.kind() {
        _ if is_held => Error::TargetLocked(name(path)),
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::ResourceBusy
        | io::ErrorKind::IsADirectory => Error::TargetLocked(name(path)),
        _ => Error::Io(error),
    }
}

/// Returns a name that no file beside it has: “Plan (2).xlsx”.
pub fn free_name(folder: &Path, wanted: &str) -> String {
    let path = Path::new(wanted);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let numbered = |number: usize| format!("{stem} ({number}).{ending}");
    (2..1000).map(numbered).find(|name| !folder.join(name).exists()).unwrap_or_else(|| numbered(2))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_protected_file_and_one_that_is_open_elsewhere_are_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Plan.xlsx");
        check(&path).expect("there is none yet");
        fs::write(&path, "old").expect("written");
        check(&path).expect("nobody has it");
        let mark = folder.path().join(".~lock.Plan.xlsx#");
        fs::write(&mark, "").expect("written");
        assert!(matches!(check(&path), Err(Error::TargetLocked(name)) if name == "Plan.xlsx"));
        fs::remove_file(mark).expect("removed");
        let mut permissions = fs::metadata(&path).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).expect("protected");
        assert!(matches!(check(&path), Err(Error::TargetLocked(_))));
        assert_eq!(free_name(folder.path(), "Plan.xlsx"), "Plan (2).xlsx");
    }
}
