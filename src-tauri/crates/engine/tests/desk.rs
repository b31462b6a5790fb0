//! Opening, closing, going back: what happens to whole files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::path::PathBuf;

use engine::desk::{Desk, StillOpen};
use engine::opening::WayOn;
use jiff::Timestamp;
use tempfile::TempDir;

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn desk(&self) -> Desk {
        Desk::new(
            &self.folder.path().join("config"),
            &self.folder.path().join("data"),
            Timestamp::now,
        )
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn add(desk: &mut Desk, name: &str) {
    desk.workspace_mut().unwrap().add_task(name).unwrap();
}

fn names(desk: &Desk) -> Vec<&str> {
    desk.workspace().unwrap().sheet().tasks().map(|task| task.name.as_str()).collect()
}

#[test]
fn the_last_workspace_reopens_with_every_edit() {
    let place = Place::new();
    let mut desk = place.desk();
    desk.create(&place.path("Q3 plan")).unwrap();
    add(&mut desk, "Triage");
    drop(desk);

    let mut desk = place.desk();
    desk.start(None).unwrap().unwrap();
    assert_eq!(names(&desk), ["Triage"]);
    assert_eq!(desk.workspace().unwrap().name(), "Q3 plan");
    assert!(place.path("Q3 plan.trilane").exists());

    desk.close();
    assert!(place.desk().start(None).is_none(), "a workspace that was closed stays closed");
}

#[test]
fn a_new_workspace_never_takes_the_place_of_a_file() {
    let place = Place::new();
    let path = place.path("plan.trilane");
    fs::write(&path, "mine").unwrap();
    let trouble = place.desk().create(&path).unwrap_err();
    assert!(trouble.sentence.starts_with("There is already a file called “plan.trilane”"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_damaged_file_comes_back_from_its_latest_backup_and_is_kept() {
    let place = Place::new();
    let path = place.path("plan.trilane");
    let mut desk = place.desk();
    desk.create(&path).unwrap();
    add(&mut desk, "Triage");
    desk.close();
    let whole = fs::metadata(&path).unwrap().len();
    fs::File::options().write(true).open(&path).unwrap().set_len(whole / 2).unwrap();

    let trouble = desk.open(&path).unwrap_err();
    assert_eq!(trouble.ways[0], WayOn::RestoreLatestBackup);
    desk.restore_latest().unwrap().unwrap();
    assert_eq!(names(&desk), ["Triage"]);
    let kept = fs::read_dir(place.folder.path()).unwrap().filter_map(Result::ok);
    let aside =
        kept.map(|e| e.file_name().into_string().unwrap()).find(|n| n.contains("before restore"));
    assert!(aside.is_some(), "the damaged file lies beside the restored one");
}

#[test]
fn a_file_deleted_while_open_can_be_saved_elsewhere() {
    let place = Place::new();
    let path = place.path("plan.trilane");
    let mut desk = place.desk();
    desk.create(&path).unwrap();
    add(&mut desk, "Triage");
    fs::remove_file(&path).unwrap();
    let error = desk.workspace_mut().unwrap().add_task("lost").unwrap_err();
    let trouble = desk.trouble(&error).unwrap();
    assert_eq!(trouble.ways[0], WayOn::SaveCopyElsewhere);

    let again = desk.try_again().unwrap().unwrap_err();
    assert_eq!(again.ways[0], WayOn::SaveCopyElsewhere, "what is open is all that is left");
    assert_eq!(desk.still_open(), StillOpen::TheFile);
    desk.save_elsewhere(&place.path("saved.trilane")).unwrap().unwrap();
    add(&mut desk, "Scoring");
    assert_eq!(names(&desk), ["Triage", "Scoring"]);
    assert_eq!(desk.workspace().unwrap().name(), "saved");
}

#[test]
fn a_file_replaced_while_open_is_opened_again_as_it_is_now() {
    let place = Place::new();
    let (path, other) = (place.path("plan.trilane"), place.path("other.trilane"));
    let mut desk = place.desk();
    desk.create(&other).unwrap();
    add(&mut desk, "From a colleague");
    desk.create(&path).unwrap();
    add(&mut desk, "Triage");
    fs::rename(&other, &path).unwrap();
    let error = desk.workspace_mut().unwrap().add_task("lost").unwrap_err();
    assert!(desk.trouble(&error).is_some());
    desk.try_again().unwrap().unwrap();
    assert_eq!(names(&desk), ["From a colleague"]);
}

#[cfg(unix)]
#[test]
fn a_protected_file_can_be_looked_at() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let path = place.path("plan.trilane");
    let mut desk = place.desk();
    desk.create(&path).unwrap();
    add(&mut desk, "Triage");
    desk.close();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let before = fs::read(&path).unwrap();

    let trouble = desk.open(&path).unwrap_err();
    assert_eq!(trouble.ways[..2], [WayOn::OpenReadOnly, WayOn::SaveCopyElsewhere]);
    desk.look_at_troubled().unwrap().unwrap();
    assert_eq!(names(&desk), ["Triage"]);
    assert!(desk.read_only_reason().is_some());
    assert!(desk.workspace_mut().unwrap().add_task("no").is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_workspace_goes_back_to_a_backup_and_a_duplicate_has_none() {
    let place = Place::new();
    let mut desk = place.desk();
    desk.create(&place.path("plan.trilane")).unwrap();
    add(&mut desk, "Triage");
    desk.back_up().unwrap();
    add(&mut desk, "Scoring");
    let backup = desk.backups().unwrap()[0].clone();
    assert_eq!(backup.count_tasks().unwrap(), 1);
    desk.restore_backup(&backup.path).unwrap().unwrap();
    assert_eq!(names(&desk), ["Triage"]);

    desk.duplicate(&place.path("copy")).unwrap().unwrap();
    assert_eq!(names(&desk), ["Triage"]);
    assert_eq!(desk.backups().unwrap(), []);
}

#[test]
fn what_was_only_looked_at_can_be_opened_to_change_it() {
    let place = Place::new();
    let path = place.path("plan.trilane");
    let (mut colleague, mut desk) = (place.desk(), place.desk());
    colleague.create(&path).unwrap();
    desk.open(&path).unwrap_err();
    desk.look_at_troubled().unwrap().unwrap();
    desk.open(&path).unwrap_err();
    assert_eq!(desk.still_open(), StillOpen::TheFile);
    colleague.close();
    desk.open(&path).unwrap();
    assert_eq!(desk.read_only_reason(), None);
    add(&mut desk, "Triage");
}

#[cfg(unix)]
#[test]
fn the_open_file_is_known_by_any_of_its_names() {
    let place = Place::new();
    let (path, other) = (place.path("plan.trilane"), place.path("link.trilane"));
    let mut desk = place.desk();
    desk.create(&path).unwrap();
    std::os::unix::fs::symlink(&path, &other).unwrap();
    desk.open(&other).unwrap();
    assert_eq!(desk.openings(), 1);
}

#[test]
fn a_backup_that_is_of_no_use_leaves_the_workspace_open() {
    let place = Place::new();
    let mut desk = place.desk();
    desk.create(&place.path("plan.trilane")).unwrap();
    add(&mut desk, "Triage");
    let backup = place.path("backup.trilane");
    fs::write(&backup, "no workspace").unwrap();
    let trouble = desk.restore_backup(&backup).unwrap().unwrap_err();
    assert_eq!(trouble.file_name, "backup.trilane");
    assert_eq!(desk.still_open(), StillOpen::Another);
    assert_eq!(names(&desk), ["Triage"]);
}
