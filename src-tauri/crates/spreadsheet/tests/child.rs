//! Reading in a real child process: this binary plays the reader when it is told to.
//!
//! It has no test harness of its own, because `main` has to be the reader's before anything else runs.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use spreadsheet::{Cell, Limits, ReadError, Workbook, read_in_child, serve_reader};

mod common;
use common::{Book, NS, file};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|it| it == "--reader") {
        Some(place) => match arguments[place + 1].as_str() {
            "honest" => return serve_reader(&arguments[place + 2], std::io::stdout().lock()),
            "renewed" => {
                let request = arguments[place + 2].replacen(r#""version":""#, r#""version":"9"#, 1);
                return serve_reader(&request, std::io::stdout().lock());
            }
            "silent" => std::thread::sleep(Duration::from_mins(10)),
            "aborts" => std::process::abort(),
            "babbles" => println!("not a frame at all"),
            other => panic!("no such reader: {other}"),
        },
        None => run(arguments.get(1).map(String::as_str)),
    }
    ExitCode::SUCCESS
}

fn run(filter: Option<&str>) {
    let tests: [(&str, fn()); 10] = [
        ("a_workbook_arrives_whole", a_workbook_arrives_whole),
        ("progress_is_told_while_it_is_read", progress_is_told_while_it_is_read),
        ("cancel_ends_the_child_at_once", cancel_ends_the_child_at_once),
        ("a_child_that_never_answers_is_ended", a_child_that_never_answers_is_ended),
        ("a_child_that_dies_is_a_plain_error", a_child_that_dies_is_a_plain_error),
        (
            "a_file_that_wants_all_memory_costs_only_the_child",
            a_file_that_wants_all_memory_costs_only_the_child,
        ),
        ("folders_pipes_and_devices_never_hang", folders_pipes_and_devices_never_hang),
        (
            "what_the_parent_can_see_is_refused_without_a_child",
            what_the_parent_can_see_is_refused_without_a_child,
        ),
        ("limits_travel_to_the_child", limits_travel_to_the_child),
        ("a_reader_of_another_version_reads_nothing", a_reader_of_another_version_reads_nothing),
    ];
    for (name, test) in tests {
        if filter.is_none_or(|filter| filter.starts_with("--") || name.contains(filter)) {
            test();
            println!("test {name} ... ok");
        }
    }
}

fn reader(kind: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("a binary knows its path"));
    command.args(["--reader", kind]);
    command
}

fn read_as(kind: &str, path: &Path, limits: &Limits) -> Result<Workbook, ReadError> {
    read_in_child(reader(kind), path, limits, &|_| {}, &AtomicBool::new(false))
}

fn big_book(rows: u32) -> Vec<u8> {
    let cell = |row: u32, letter: char| {
        let number = u64::from(row) * 2_654_435_761;
        format!(r#"<c r="{letter}{row}" t="inlineStr"><is><t>text {letter} {number}</t></is></c>"#)
    };
    let row = |row: u32| {
        let cells: Vec<String> = ('A'..='F').map(|letter| cell(row, letter)).collect();
        format!(r#"<row r="{row}">{}</row>"#, cells.concat())
    };
    Book::rows(&(1..=rows).map(row).collect::<String>()).bytes()
}

fn a_workbook_arrives_whole() {
    let rows = r#"<row r="1"><c r="A1"><v>4</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1"><f>1</f></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="inlineStr"><is><t>é😀</t></is></c></row>"#;
    let (_folder, path) = file("plan.xlsx", &Book::rows(rows).bytes());
    let book = read_as("honest", &path, &Limits::default()).unwrap();
    assert_eq!(book.source, "plan.xlsx");
    assert_eq!(book.format, "Excel workbook");
    let sheet = &book.sheets[0];
    let cells: Vec<Cell<'_>> = (0..5).map(|column| sheet.cell(0, column)).collect();
    let expected = [
        Cell::Number(4.0),
        Cell::Error("#SPILL!"),
        Cell::NotCalculated,
        Cell::Bool(true),
        Cell::Text("é😀"),
    ];
    assert_eq!(cells, expected);
    if cfg!(target_os = "linux") {
        assert!(book.reader_peak_kb > 0);
    }
}

fn progress_is_told_while_it_is_read() {
    let (_folder, path) = file("big.xlsx", &big_book(60_000));
    let most = std::cell::Cell::new((0, 0));
    let watch = |progress: spreadsheet::Progress| {
        most.set((progress.thousandths, progress.cells));
    };
    let never = AtomicBool::new(false);
    let book = read_in_child(reader("honest"), &path, &Limits::default(), &watch, &never).unwrap();
    assert_eq!(book.sheets[0].filled_cells(), 360_000);
    assert!(most.get().0 > 0 && most.get().1 > 0, "{most:?}");
}

fn cancel_ends_the_child_at_once() {
    let (_folder, path) = file("plan.csv", b"a,b\n");
    let cancelled = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let handle = scope.spawn(|| {
            read_in_child(reader("silent"), &path, &Limits::default(), &|_| {}, &cancelled)
        });
        std::thread::sleep(Duration::from_millis(300));
        cancelled.store(true, Ordering::Relaxed);
        let asked = Instant::now();
        let error = handle.join().unwrap().unwrap_err();
        assert!(asked.elapsed() < Duration::from_millis(500), "{:?}", asked.elapsed());
        assert_eq!(error.reason.key(), "cancelled");
        assert_eq!(error.to_string(), "Reading “plan.csv” was stopped. Nothing was changed.");
    });
}

fn a_child_that_never_answers_is_ended() {
    let (_folder, path) = file("plan.csv", b"a,b\n");
    let limits = Limits { seconds: 1, ..Limits::default() };
    let error = read_as("silent", &path, &limits).unwrap_err();
    assert_eq!(error.reason.key(), "took_too_long");
}

fn a_child_that_dies_is_a_plain_error() {
    let (_folder, path) = file("plan.csv", b"a,b\n");
    for kind in ["aborts", "babbles"] {
        let error = read_as(kind, &path, &Limits::default()).unwrap_err();
        assert_eq!(error.reason.key(), "reader_stopped", "{kind}");
    }
    let missing = Command::new("/nowhere/at/all");
    let never = AtomicBool::new(false);
    let error = read_in_child(missing, &path, &Limits::default(), &|_| {}, &never).unwrap_err();
    assert_eq!(error.reason.key(), "reader_not_started");
}

fn a_file_that_wants_all_memory_costs_only_the_child() {
    if !cfg!(target_os = "linux") {
        return;
    }
    // One text of 100 MB, honest about its size, in a child that may take 150 MB.
    let mut sheet =
        format!(r#"<worksheet {NS}><sheetData><row><c t="inlineStr"><is><t>"#).into_bytes();
    let mut seed = 1_u32;
    for _ in 0..100 << 20 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        sheet.push(b'a' + u8::try_from((seed >> 24) % 26).unwrap());
    }
    sheet.extend(b"</t></is></c></row></sheetData></worksheet>");
    let mut book = Book::rows("");
    book.sheet = sheet;
    let (_folder, path) = file("huge.xlsx", &book.bytes());
    let limits = Limits { memory_bytes: 150 << 20, ..Limits::default() };
    let error = read_as("honest", &path, &limits).unwrap_err();
    assert_eq!(error.reason.key(), "reader_stopped", "{error}");
}

fn folders_pipes_and_devices_never_hang() {
    let folder = tempfile::tempdir().unwrap();
    let key = |path: &Path| read_as("honest", path, &Limits::default()).unwrap_err().reason.key();
    assert_eq!(key(folder.path()), "not_a_file");
    if cfg!(unix) {
        let pipe = folder.path().join("pipe.xlsx");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(key(&pipe), "not_a_file");
        assert_eq!(key(Path::new("/dev/zero")), "not_a_file");
    }
}

fn what_the_parent_can_see_is_refused_without_a_child() {
    let folder = tempfile::tempdir().unwrap();
    let key = |name: &str, bytes: Option<&[u8]>, limits: &Limits| {
        let path = folder.path().join(name);
        if let Some(bytes) = bytes {
            std::fs::write(&path, bytes).unwrap();
        }
        let never = AtomicBool::new(false);
        let command = Command::new("/nowhere/at/all");
        read_in_child(command, &path, limits, &|_| {}, &never).unwrap_err().reason.key()
    };
    let usual = Limits::default();
    assert_eq!(key("gone.xlsx", None, &usual), "not_found");
    assert_eq!(key("empty.xlsx", Some(b""), &usual), "empty");
    assert_eq!(key("~$plan.xlsx", Some(b"x"), &usual), "lock_file");
    assert_eq!(key("plan.gsheet", Some(b"{}"), &usual), "online_shortcut");
    assert_eq!(key("big.csv", Some(&[b'a'; 100]), &Limits { file_bytes: 99, ..usual }), "too_big");
}

fn limits_travel_to_the_child() {
    let (_folder, path) = file("plan.csv", b"a,b\nc,d\n");
    let limits = Limits { cells: 3, ..Limits::default() };
    let error = read_as("honest", &path, &limits).unwrap_err();
    assert_eq!(error.reason.key(), "too_many_cells");
}

fn a_reader_of_another_version_reads_nothing() {
    let (_folder, path) = file("plan.csv", b"a,b\n");
    let error = read_as("renewed", &path, &Limits::default()).unwrap_err();
    assert_eq!(error.reason.key(), "updated");
}
