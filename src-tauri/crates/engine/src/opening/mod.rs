//! What to tell a person when a workspace does not open, or stops taking changes, and the ways on.

use std::path::Path;

use storage::OpenError;

/// What is wrong with a file, in a sentence, and what a person can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file's name.
    pub file_name: String,
    /// What is wrong.
    pub sentence: String,
    /// What can be done, the likeliest first.
    pub ways: Vec<WayOn>,
}

/// A way on from trouble with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOn {
    /// Look at it without changing it.
    OpenReadOnly,
    /// Put the newest backup in its place; the file is kept beside it.
    RestoreLatestBackup,
    /// Write what is open, or the file as it is, under another name and go on there.
    SaveCopyElsewhere,
    /// Choose another file.
    OpenAnother,
    /// Open the file again.
    TryAgain,
    /// Close the workspace.
    Close,
}

/// Says why a file did not open.
pub fn trouble_opening(path: &Path, error: &OpenError, has_backup: bool) -> Trouble {
    use WayOn::{OpenAnother, OpenReadOnly, RestoreLatestBackup, SaveCopyElsewhere, TryAgain};
    let file_name = file_name(path);
    let name = format!("“{file_name}”");
    let (sentence, mut ways) = match error {
        OpenError::Missing => (
            format!("{name} is not in its folder any more. It was moved, renamed or deleted."),
            vec![RestoreLatestBackup, OpenAnother],
        ),
        OpenError::NotAFile => (format!("{name} is a folder, not a workspace."), vec![OpenAnother]),
        OpenError::NotOurs => (
            format!(
                "{name} is not a Trilane workspace. If it is a spreadsheet, open a workspace and import it there."
            ),
            vec![OpenAnother],
        ),
        OpenError::Newer { .. } => (
            format!(
                "{name} was saved by a newer version of Trilane. Update Trilane to open it. The file was not touched."
            ),
            vec![OpenAnother],
        ),
        OpenError::Older { .. } => (
            format!(
                "{name} was made by an older version of Trilane and could not be brought up to date. It was left as it is."
            ),
            vec![OpenReadOnly, SaveCopyElsewhere, OpenAnother],
        ),
        OpenError::Altered => (
            format!(
                "{name} holds parts that Trilane does not make, so it was not opened. Ask the sender for a fresh copy."
            ),
            vec![RestoreLatestBackup, OpenAnother],
        ),
        OpenError::Damaged(_) => (
            format!(
                "{name} is damaged: parts of it are not as they were written. It was left as it is."
            ),
            vec![RestoreLatestBackup, OpenAnother],
        ),
        OpenError::HeldElsewhere(holder) => (
            format!("{name} is open elsewhere, by {holder}. Two windows must not write to it."),
            vec![OpenReadOnly, TryAgain, OpenAnother],
        ),
        OpenError::NotWritable => (
            format!("{name} or its folder is protected against changes."),
            vec![OpenReadOnly, SaveCopyElsewhere, OpenAnother],
        ),
        OpenError::NotReadable => (
            format!("{name} cannot be read: this account has no permission for it."),
            vec![TryAgain, OpenAnother],
        ),
        OpenError::Exists => (
            format!(
                "There is already a file called {name}. Choose another name; it was not touched."
            ),
            vec![OpenAnother],
        ),
        OpenError::Other(storage::Error::DiskFull) => (
            format!("There is no room on the disk for {name}. Free some and try again."),
            vec![TryAgain, OpenAnother],
        ),
        OpenError::Other(error) => (
            format!("{name} could not be opened: {error}."),
            vec![TryAgain, RestoreLatestBackup, OpenAnother],
        ),
    };
    ways.retain(|way| *way != RestoreLatestBackup || has_backup);
    Trouble { file_name, sentence, ways }
}

/// Says why an open workspace took no change, where the file itself is the reason.
pub fn trouble_writing(path: &Path, error: &storage::Error) -> Option<Trouble> {
    use WayOn::{Close, SaveCopyElsewhere, TryAgain};
    let file_name = file_name(path);
    let name = format!("“{file_name}”");
    let (sentence, ways) = match error {
        storage::Error::FileGone => (
            format!(
                "{name} was moved or deleted while it was open. The last change was not saved; everything before it can be saved to another file."
            ),
            vec![SaveCopyElsewhere, TryAgain, Close],
        ),
        storage::Error::ChangedElsewhere => (
            format!(
                "Another program changed {name} while it was open. The last change was not saved. Save what you see under another name, or try again to see the file as it is now."
            ),
            vec![SaveCopyElsewhere, TryAgain, Close],
        ),
        storage::Error::DiskFull => (
            format!(
                "The disk is full, so the last change to {name} was not saved. Free some room and make it again, or save to another disk."
            ),
            vec![TryAgain, SaveCopyElsewhere],
        ),
        _ => return None,
    };
    Some(Trouble { file_name, sentence, ways })
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_on_is_offered_only_where_it_leads_somewhere() {
        let path = Path::new("/plans/Q3.trilane");
        let error = OpenError::Damaged("3 of 40 rows".into());
        let with = trouble_opening(path, &error, true);
        assert!(with.sentence.starts_with("“Q3.trilane” is damaged"));
        assert_eq!(with.ways, [WayOn::RestoreLatestBackup, WayOn::OpenAnother]);
        assert_eq!(trouble_opening(path, &error, false).ways, [WayOn::OpenAnother]);
    }
}
