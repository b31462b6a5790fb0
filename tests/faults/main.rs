//! What happens to a workspace when the process, the disk or the file fails.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use engine::{Access, OpenError, Workspace};
use jiff::Timestamp;
use tests::edits::{Edits, digest};

const DRIVER: &str = env!("CARGO_BIN_EXE_fault-driver");

fn create(folder: &Path) -> PathBuf {
    let file = folder.join("plan.trilane");
    Workspace::create(&file, "test", Timestamp::now).unwrap();
    file
}

fn open(file: &Path) -> Result<Workspace, OpenError> {
    Workspace::open(file, Access::Write, "test", Timestamp::now)
}

fn driver(arguments: &[&str]) -> Child {
    Command::new(DRIVER).args(arguments).stdout(Stdio::piped()).spawn().unwrap()
}

/// Reads acknowledgements until `enough` says so, and returns the last step and any refusal.
fn listen(child: &mut Child, mut enough: impl FnMut(usize) -> bool) -> (usize, Option<String>) {
    let mut last = 0;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if let Some(refusal) = line.strip_prefix("refused ") {
            return (last, Some(refusal.to_owned()));
        }
        last = line.split(' ').next().unwrap().parse().unwrap();
        if enough(last) {
            // SIGKILL: the driver has no say in it. What it printed before is still read.
            let _ = child.kill();
        }
    }
    (last, None)
}

/// Returns the digests after `step` edits and after one more.
fn expected(seed: u64, step: usize) -> [u64; 2] {
    let mut workspace = Workspace::in_memory("test", Timestamp::now).unwrap();
    let mut edits = Edits::new(seed);
    for _ in 0..step {
        edits.step(&mut workspace).unwrap();
    }
    let acknowledged = digest(&workspace);
    edits.step(&mut workspace).unwrap();
    [acknowledged, digest(&workspace)]
}

fn assert_sound(workspace: &Workspace) {
    let check = workspace.check().unwrap();
    assert_eq!((check.damage, check.chain.broken_at), (None, None));
}

#[test]
fn a_kill_at_any_moment_loses_nothing_acknowledged_and_leaves_nothing_half_done() {
    let mut random = Edits::new(20_260_105);
    for seed in 0..60 {
        let folder = tempfile::tempdir().unwrap();
        let file = create(folder.path());
        let mut child = driver(&["edit", file.to_str().unwrap(), &seed.to_string()]);
        let patience = Duration::from_micros(random.below(120_000) as u64);
        let started = Instant::now();
        let (step, refusal) = listen(&mut child, |_| started.elapsed() >= patience);
        child.wait().unwrap();
        assert_eq!(refusal, None);
        let workspace = open(&file).unwrap();
        assert!(expected(seed, step).contains(&digest(&workspace)), "seed {seed}, step {step}");
        assert_sound(&workspace);
    }
}

#[test]
fn a_kill_while_copying_leaves_the_old_copy_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = create(folder.path());
    let mut workspace = open(&file).unwrap();
    let mut edits = Edits::new(7);
    (0..80).for_each(|_| edits.step(&mut workspace).unwrap());
    let whole = digest(&workspace);
    drop(workspace);
    let target = folder.path().join("copy.trilane");
    let mut random = Edits::new(3);
    for _ in 0..25 {
        let mut child = driver(&["copy", file.to_str().unwrap(), target.to_str().unwrap()]);
        let patience = Duration::from_micros(random.below(60_000) as u64);
        let started = Instant::now();
        listen(&mut child, |_| started.elapsed() >= patience);
        child.wait().unwrap();
        let copy = open(&target).unwrap();
        assert_eq!(digest(&copy), whole);
        assert_sound(&copy);
    }
}

#[test]
fn a_file_taken_away_takes_no_more_edits_and_keeps_the_acknowledged_ones() {
    let folder = tempfile::tempdir().unwrap();
    let file = create(folder.path());
    let away = folder.path().join("moved.trilane");
    let mut child = driver(&["edit", file.to_str().unwrap(), "5"]);
    let mut moved = false;
    let (step, refusal) = listen(&mut child, |step| {
        if step >= 20 && !moved {
            fs::rename(&file, &away).unwrap();
            moved = true;
        }
        false
    });
    child.wait().unwrap();
    let refusal = refusal.expect("the driver noticed");
    assert!(refusal.contains("FileGone") || refusal.contains("ChangedElsewhere"), "{refusal}");
    let workspace = open(&away).unwrap();
    assert!(expected(5, step).contains(&digest(&workspace)), "step {step}");
    assert_sound(&workspace);
}

#[test]
fn no_flipped_bit_shows_a_wrong_value() {
    let folder = tempfile::tempdir().unwrap();
    let file = create(folder.path());
    let mut workspace = open(&file).unwrap();
    let mut edits = Edits::new(11);
    (0..150).for_each(|_| edits.step(&mut workspace).unwrap());
    let whole = digest(&workspace);
    drop(workspace);
    let good = fs::read(&file).unwrap();
    let mut random = Edits::new(99);
    let mut refused = 0;
    for _ in 0..400 {
        let mut bad = good.clone();
        bad[random.below(good.len())] ^= 1 << random.below(8);
        fs::write(&file, &bad).unwrap();
        match open(&file) {
            Ok(workspace) => assert_eq!(digest(&workspace), whole),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 0, "some of the flips hit something that matters");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_refuses_in_plain_words_and_takes_edits_again_when_there_is_room() {
    for kilobytes in [600, 700, 850, 1_000, 1_300] {
        let folder = tempfile::tempdir().unwrap();
        let script =
            "mount -t tmpfs -o size=\"$1\"k tmpfs \"$2\" && exec \"$3\" fill \"$2\" \"$1\"";
        let output = Command::new("unshare")
            .args(["--mount", "--map-root-user", "sh", "-c", script, "sh"])
            .arg(kilobytes.to_string())
            .arg(folder.path())
            .arg(DRIVER)
            .output()
            .unwrap();
        let (out, err) =
            (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(out.trim(), "held", "{kilobytes} kB: {err}");
    }
}
