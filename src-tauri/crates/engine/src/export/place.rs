//! Where an export goes, and why it cannot go there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Mark;
use crate::{Error, Result};

/// Returns a path with an ending.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
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

/// Where an export goes.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    path: &'a Path,
    heeds_marks: bool,
}

impl<'a> Target<'a> {
    /// A file that is left alone while another program has it open.
    pub const fn at(path: &'a Path) -> Self {
        Self { path, heeds_marks: true }
    }

    /// A file that is written whatever mark lies beside it: a person said that the mark is left over.
    pub const fn despite_marks(path: &'a Path) -> Self {
        Self { path, heeds_marks: false }
    }

    /// Returns the path that was chosen.
    pub const fn path(self) -> &'a Path {
        self.path
    }

    /// Returns the path with an ending, or an error where the file there must not be written over: it is
    /// protected, or somebody works in it.
    ///
    /// Renaming over a file asks neither for its own protection nor, on most systems, for those who have it
    /// open: they would go on in a file that no longer has a name.
    pub(super) fn checked(self, ending: &str) -> Result<PathBuf> {
        let path = with_ending(self.path, ending);
        let Ok(there) = fs::metadata(&path) else { return Ok(path) };
        if there.permissions().readonly() {
            return Err(Error::TargetLocked(name(&path)));
        }
        match Mark::beside(&path).filter(|_| self.heeds_marks) {
            Some(mark) => Err(Error::TargetMarked(name(&path), mark)),
            None => Ok(path),
        }
    }
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
        let check = |target: Target<'_>| target.checked("xlsx");
        check(Target::at(&path)).expect("there is none yet");
        fs::write(&path, "old").expect("written");
        check(Target::at(&path)).expect("nobody has it");
        let mark = folder.path().join(".~lock.Plan.xlsx#");
        fs::write(&mark, ",ana,desk-3,22.11.2026 10:15,file:///home/ana;").expect("written");
        let refused = check(Target::at(&path));
        assert!(
            matches!(&refused, Err(Error::TargetMarked(name, mark))
                if name == "Plan.xlsx" && mark.who.as_deref() == Some("ana on desk-3")),
            "{refused:?}"
        );
        check(Target::despite_marks(&path)).expect("the mark is left over");
        let mut permissions = fs::metadata(&path).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).expect("protected");
        let refused = check(Target::despite_marks(&path));
        assert!(matches!(refused, Err(Error::TargetLocked(_))), "no mark: it is protected");
        assert_eq!(free_name(folder.path(), "Plan.xlsx"), "Plan (2).xlsx");
    }
}
