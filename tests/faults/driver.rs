//! A headless driver over the engine, for tests that kill it.
//!
//! It prints each step after it is acknowledged, so that the test knows what must not be lost.
//!
//! - `edit FILE SEED`: edits until it is killed or the file refuses
//! - `copy FILE TARGET`: saves copies over the same target until it is killed
//! - `fill FOLDER SEED`: edits until the disk is full, then frees room and goes on

use std::io::Write;
use std::path::{Path, PathBuf};

use engine::{Access, Error, StorageError, Workspace};
use jiff::Timestamp;
use tests::edits::{Edits, digest};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["edit", file, seed] => edit(Path::new(file), number(seed)),
        ["copy", file, target] => copy(Path::new(file), Path::new(target)),
        ["fill", folder, seed] => fill(Path::new(folder), number(seed)),
        other => panic!("unknown call {other:?}"),
    }
}

fn number(text: &str) -> u64 {
    text.parse().expect("a seed is a number")
}

fn open(file: &Path) -> Workspace {
    Workspace::open(file, Access::Write, "driver", Timestamp::now).expect("the workspace opens")
}

/// Tells the test that a step is acknowledged.
fn acknowledge(step: usize, what: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{step} {what}").expect("the test listens");
    out.flush().expect("the test listens");
}

fn edit(file: &Path, seed: u64) {
    let mut workspace = open(file);
    let mut edits = Edits::new(seed);
    acknowledge(0, "open");
    for step in 1.. {
        match edits.step(&mut workspace) {
            Ok(()) => acknowledge(step, "done"),
            Err(error) => {
                println!("refused {error:?}");
                return;
            }
        }
    }
}

fn copy(file: &Path, target: &Path) {
    let workspace = open(file);
    for step in 1.. {
        workspace.save_copy(target).expect("the copy is written");
        acknowledge(step, "copied");
    }
}

fn fill(folder: &Path, seed: u64) {
    let file = folder.join("plan.trilane");
    let ballast: PathBuf = folder.join("ballast");
    let mut workspace =
        Workspace::create(&file, "driver", Timestamp::now).expect("there is room at first");
    std::fs::write(&ballast, vec![0; 200_000]).expect("there is room at first");
    let mut edits = Edits::new(seed);
    let mut held = digest(&workspace);
    let refusal = loop {
        match edits.step(&mut workspace) {
            Ok(()) => held = digest(&workspace),
            Err(error) => break error,
        }
    };
    assert!(matches!(refusal, Error::Storage(StorageError::DiskFull)), "{refusal:?}");
    assert_eq!(digest(&workspace), held, "a refused edit shows nowhere");
    workspace.save_copy(&folder.join("copy.trilane")).expect_err("there is no room for a copy");
    assert!(!folder.join("copy.trilane").exists(), "a copy that failed leaves no file");
    drop(workspace);

    let mut workspace = open(&file);
    assert_eq!(digest(&workspace), held, "nothing acknowledged is lost, nothing refused is kept");
    std::fs::remove_file(&ballast).expect("the ballast goes");
    workspace.add_task("after").expect("there is room again");
    let check = workspace.check().expect("the check runs");
    assert_eq!((check.damage, check.chain.broken_at), (None, None));
    println!("held");
}
