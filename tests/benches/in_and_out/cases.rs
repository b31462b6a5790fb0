//! What is measured: each group is one piece of work, done by us, by the raw libraries and by others.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use engine::Workspace;
use engine::export::{Export, Target};
use engine::import::Import;
use engine::spreadsheet::{Limits, Part, read_in_child};
use jiff::Timestamp;

use crate::files::Files;
use crate::report::Measured;
use crate::{CASE, READER, peers, raw};

/// One piece of work, and who does it; the second case is the floor.
pub struct Group {
    pub name: &'static str,
    pub cases: &'static [Case],
}

/// Who does it.
#[derive(Clone, Copy)]
pub struct Case {
    pub name: &'static str,
    pub work: Work,
}

/// How it is done.
#[derive(Clone, Copy)]
pub enum Work {
    /// Here.
    Here(fn(&Files) -> Measured),
    /// By another program, as `peers.py` calls it.
    Peer(&'static str),
}

impl Case {
    pub const fn is_peer(&self) -> bool {
        matches!(self.work, Work::Peer(_))
    }
}

const fn here(name: &'static str, work: fn(&Files) -> Measured) -> Case {
    Case { name, work: Work::Here(work) }
}

const fn peer(name: &'static str, what: &'static str) -> Case {
    Case { name, work: Work::Peer(what) }
}

pub const GROUPS: [Group; 4] = [
    Group {
        name: "import .xlsx",
        cases: &[
            here("Trilane", |files| import(&files.workbook(), files)),
            here("calamine + SQLite", raw::import_workbook),
            here("calamine, cells alone", raw::read_workbook),
            peer("openpyxl + sqlite3", "import"),
            peer("LibreOffice, to .csv", "to-csv"),
        ],
    },
    Group {
        name: "import .csv",
        cases: &[
            here("Trilane", |files| import(&files.text(), files)),
            here("csv + SQLite", raw::import_text),
        ],
    },
    Group {
        name: "export, matrix",
        cases: &[
            here("Trilane", |files| exported(&[], files)),
            here("rust_xlsxwriter", |files| raw::export(files, &[raw::MATRIX])),
            peer("openpyxl, write only", "export"),
            peer("LibreOffice, from .csv", "to-xlsx"),
        ],
    },
    Group {
        name: "export, every sheet",
        cases: &[
            here("Trilane", |files| exported(&Part::ALL, files)),
            here("rust_xlsxwriter", |files| raw::export(files, &raw::SHEETS)),
        ],
    },
];

/// Works a case in a process of its own.
pub fn measured(group: usize, case: usize, files: &Files) -> Option<Measured> {
    match GROUPS[group].cases[case].work {
        Work::Peer(what) => peers::measured(what, files),
        Work::Here(_) => {
            let program = std::env::current_exe().expect("this program is a file");
            let mut command = Command::new(program);
            command.arg(CASE).args([group, case].map(|it| it.to_string()));
            Measured::of(command.arg(&files.folder).arg(files.rows.to_string()))
        }
    }
}

/// Works a case in this process.
pub fn work(group: usize, case: usize, files: &Files) -> Measured {
    match GROUPS[group].cases[case].work {
        Work::Here(work) => work(files),
        Work::Peer(_) => unreachable!("others have programs of their own"),
    }
}

/// Imports a file as the app does: the child reads, the plan is made, everything is accepted.
fn import(file: &Path, files: &Files) -> Measured {
    let made = files.fresh("trilane");
    let mut workspace =
        Workspace::create(&made, "Bench", Timestamp::now).expect("a workspace can be made");
    let reader = reader();
    let mut measured = Measured::start();
    let never = AtomicBool::new(false);
    let started = Instant::now();
    let book =
        read_in_child(reader, file, &Limits::default(), &|_| {}, &never).expect("it is read");
    measured.reader_kb = book.reader_peak_kb;
    measured.part("read", started);
    let started = Instant::now();
    let import = Import::new(book, &workspace, &[]).expect("it is looked at");
    measured.part("look", started);
    let started = Instant::now();
    let outcome = workspace.import(&import).expect("it is taken over");
    measured.part("accept", started);
    assert_eq!(outcome.created.len(), files.rows, "every row is a task");
    measured.end()
}

/// Returns the command that starts the reader beside the app, or this program in its place.
fn reader() -> Command {
    if let Some(app) = std::env::var_os("TRILANE_APP") {
        let name = format!("trilane-reader{}", std::env::consts::EXE_SUFFIX);
        return Command::new(Path::new(&app).with_file_name(name));
    }
    let mut own = Command::new(std::env::current_exe().expect("this program is a file"));
    own.arg(READER);
    own
}

fn exported(parts: &[Part], files: &Files) -> Measured {
    let workspace = opened(files);
    let mut measured = Measured::start();
    let started = Instant::now();
    export(&workspace, parts, &files.fresh("xlsx"));
    measured.part("write", started);
    measured.end()
}

/// Opens the workspace of all rows.
pub fn opened(files: &Files) -> Workspace {
    // Each process has a copy, because a workspace is open once.
    let copy = files.fresh("trilane");
    std::fs::copy(files.workspace(), &copy).expect("it is copied");
    Workspace::open(&copy, engine::Access::ReadOnly, "Bench", Timestamp::now).expect("it opens")
}

/// Exports a workspace as the app does.
pub fn export(workspace: &Workspace, parts: &[Part], target: &Path) {
    let export = Export::Workbook(parts.to_vec());
    let never = AtomicBool::new(false);
    workspace
        .export(&export, Target::at(target), ("", None), &|_| {}, &never)
        .expect("it is written");
}
