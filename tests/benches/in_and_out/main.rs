//! Spreadsheets in and out, whole: beside the raw libraries at the same work, and other programs for scale.
//!
//! A time alone holds on one machine only; read these as ratios. Each case runs in a process of its own, which
//! says how long the work took and the most memory it had; cases take turns, and the best of each counts.
//! `TRILANE_APP` names the app beside which the reader lies that an import starts; without it this program plays the
//! reader itself.
//! Arguments are the numbers of rows.

mod cases;
mod files;
mod peers;
mod raw;
mod report;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use cases::GROUPS;
use files::Files;

/// The argument that has this program play the reader.
const READER: &str = "--reader";
/// The argument that has this program work one case.
const CASE: &str = "--case";

const ROWS: [usize; 3] = [100, 10_000, 100_000];

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let text = |place: usize| arguments.get(place).map(|it| it.to_string_lossy().into_owned());
    match text(0).as_deref() {
        Some(READER) => {
            engine::spreadsheet::serve_reader(&text(1).unwrap_or_default(), std::io::stdout())
        }
        Some(CASE) => {
            let folder = PathBuf::from(&arguments[3]);
            let rows = text(4).and_then(|it| it.parse().ok()).expect("a number of rows");
            let [group, case] =
                [1, 2].map(|it| text(it).and_then(|it| it.parse().ok()).expect("a place"));
            cases::work(group, case, &Files::new(&folder, rows)).print();
            ExitCode::SUCCESS
        }
        _ => {
            // Cargo adds an argument of its own.
            let asked: Vec<usize> =
                arguments.iter().filter_map(|it| it.to_str()?.parse().ok()).collect();
            for rows in if asked.is_empty() { ROWS.to_vec() } else { asked } {
                compare(rows);
            }
            ExitCode::SUCCESS
        }
    }
}

/// Measures every case at a number of rows and prints what came out.
fn compare(rows: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let files = Files::new(folder.path(), rows);
    files.make();
    let rounds = if rows > 20_000 { 5 } else { 9 };
    for (place, group) in GROUPS.iter().enumerate() {
        let mut best = vec![None; group.cases.len()];
        for round in 0..rounds {
            for (case, best) in best.iter_mut().enumerate() {
                // Other programs stand beside for scale, and take their time.
                if round == 0 || !group.cases[case].is_peer() {
                    report::keep_best(best, cases::measured(place, case, &files));
                    files.clear();
                }
            }
        }
        report::print(group, rows, rounds, &best);
    }
}
