//! The floors: the same cells through the raw libraries, with nothing else.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Instant;

use calamine::{DataRef, Reader, Xlsx};
use rusqlite::Connection;
use rusqlite::types::Value;
use rust_xlsxwriter::{Formula, Workbook};
use serde::{Deserialize, Serialize};

use crate::cases::opened;
use crate::files::{COLUMNS, Files};
use crate::report::Measured;

pub const MATRIX: &str = "Matrix";
/// The sheets with a row a task.
pub const SHEETS: [&str; 2] = [MATRIX, "Sensitivity"];

/// The smallest file for the least time that is still a file: what the app writes with.
const COMPRESSION: u8 = 3;

/// Reads every cell and inserts every row, in one transaction and in the journal mode of a workspace.
pub fn import_workbook(files: &Files) -> Measured {
    let mut connection = database(files);
    let mut measured = Measured::start();
    let started = Instant::now();
    let transaction = connection.transaction().expect("it begins");
    let mut rows = 0;
    let mut values = vec![Value::Null; COLUMNS.len()];
    let mut last = 0;
    let mut insert = transaction.prepare(&insert()).expect("it is prepared");
    let mut put = |values: &mut Vec<Value>| {
        insert.execute(rusqlite::params_from_iter(values.iter())).expect("it is inserted");
        values.fill(Value::Null);
        rows += 1;
    };
    cells(&files.workbook(), |(row, column), value| {
        if row != last {
            put(&mut values);
            last = row;
        }
        values[column as usize] = match value {
            DataRef::Float(number) => Value::Real(*number),
            DataRef::SharedString(text) => Value::Text((*text).to_owned()),
            DataRef::String(text) => Value::Text(text.clone()),
            _ => Value::Null,
        };
    });
    put(&mut values);
    drop(insert);
    transaction.commit().expect("it is on the disk");
    measured.part("all", started);
    assert_eq!(rows, files.rows + 1, "every row and the header");
    measured.end()
}

/// Reads every cell and does nothing with it.
pub fn read_workbook(files: &Files) -> Measured {
    let mut measured = Measured::start();
    let started = Instant::now();
    let mut filled = 0;
    cells(&files.workbook(), |_, value| filled += usize::from(*value != DataRef::Empty));
    measured.part("all", started);
    assert_eq!(filled, (files.rows + 1) * COLUMNS.len(), "every cell");
    measured.end()
}

/// Splits a text and inserts every row, in one transaction and in the journal mode of a workspace.
pub fn import_text(files: &Files) -> Measured {
    let mut connection = database(files);
    let mut measured = Measured::start();
    let started = Instant::now();
    let transaction = connection.transaction().expect("it begins");
    let mut insert = transaction.prepare(&insert()).expect("it is prepared");
    let mut text = csv::Reader::from_path(files.text()).expect("it opens");
    let mut record = csv::StringRecord::new();
    while text.read_record(&mut record).expect("a record") {
        insert.execute(rusqlite::params_from_iter(&record)).expect("it is inserted");
    }
    drop(insert);
    transaction.commit().expect("it is on the disk");
    measured.part("all", started);
    measured.end()
}

fn database(files: &Files) -> Connection {
    let connection = Connection::open(files.fresh("sqlite")).expect("it is made");
    let columns: Vec<String> = COLUMNS.iter().map(|it| format!("\"{}\"", it.name())).collect();
    let sql = format!(
        "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; CREATE TABLE task ({});",
        columns.join(", ")
    );
    connection.execute_batch(&sql).expect("it is set up");
    connection
}

fn insert() -> String {
    format!("INSERT INTO task VALUES ({})", vec!["?"; COLUMNS.len()].join(", "))
}

fn cells(file: &Path, mut take: impl FnMut((u32, u32), &DataRef<'_>)) {
    let mut book: Xlsx<BufReader<File>> = calamine::open_workbook(file).expect("it opens");
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name).expect("it is a sheet");
        while let Some(cell) = reader.next_cell().expect("a cell") {
            take(cell.get_position(), cell.get_value());
        }
    }
}

/// A sheet as its last row shows it, from which every other is written.
#[derive(Serialize, Deserialize)]
struct Pattern {
    name: String,
    row: u32,
    cells: Vec<(u16, Kind)>,
}

/// What stands in a cell of the last row.
#[derive(Clone, Serialize, Deserialize)]
enum Kind {
    Number(f64),
    Text(String),
    Formula(String, String),
}

/// Learns from a workbook of ours which cells and formulas a row has.
pub fn learn(exported: &Path, rows: usize, folder: &Path) {
    let mut book: Xlsx<BufReader<File>> = calamine::open_workbook(exported).expect("it opens");
    let rows = u32::try_from(rows).expect("it fits on a sheet");
    let patterns = SHEETS.map(|name| {
        let row = if name == MATRIX { rows } else { rows + 3 };
        let mut cells: Vec<(u16, Kind)> = Vec::new();
        let mut reader = book.worksheet_cells_reader(name).expect("it is a sheet");
        while let Some(cell) = reader.next_cell().expect("a cell") {
            let kind = match cell.get_value() {
                DataRef::Float(number) => Kind::Number(*number),
                DataRef::SharedString(text) => Kind::Text((*text).to_owned()),
                DataRef::String(text) => Kind::Text(text.clone()),
                _ => continue,
            };
            if cell.get_position().0 == row {
                cells.push((place(cell.get_position().1), kind));
            }
        }
        drop(reader);
        let mut reader = book.worksheet_cells_reader(name).expect("it is a sheet");
        while let Some(cell) = reader.next_formula().expect("a formula") {
            if cell.get_position().0 != row || cell.get_value().is_empty() {
                continue;
            }
            let column = place(cell.get_position().1);
            let result = cells.iter().position(|(it, _)| *it == column);
            let result = result.map(|it| cells.remove(it).1);
            let result = match result {
                Some(Kind::Number(number)) => number.to_string(),
                Some(Kind::Text(text)) => text,
                _ => String::new(),
            };
            cells.push((column, Kind::Formula(cell.get_value().clone(), result)));
        }
        cells.sort_by_key(|(column, _)| *column);
        Pattern { name: name.to_owned(), row, cells }
    });
    let text = serde_json::to_string(&patterns).expect("it is plain");
    std::fs::write(pattern_file(folder), text).expect("it is written");
}

fn place(column: u32) -> u16 {
    column.try_into().expect("a sheet has no more columns")
}

fn pattern_file(folder: &Path) -> PathBuf {
    folder.join("pattern.json")
}

/// Writes the same cells and formulas of these sheets: no table, no format, no legend.
pub fn export(files: &Files, sheets: &[&str]) -> Measured {
    // As in the app, the tasks are in memory all the while.
    let workspace = opened(files);
    let text = std::fs::read_to_string(pattern_file(&files.folder)).expect("it was learned");
    let patterns: Vec<Pattern> = serde_json::from_str(&text).expect("it is plain");
    let target = files.fresh("xlsx");
    let mut measured = Measured::start();
    let started = Instant::now();
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    for pattern in patterns.iter().filter(|it| sheets.contains(&it.name.as_str())) {
        let sheet = workbook.add_worksheet_with_low_memory().expect("a sheet");
        sheet.set_name(&pattern.name).expect("a name");
        write(sheet, pattern, files.rows);
    }
    workbook.save(target).expect("it is written");
    measured.part("write", started);
    assert_eq!(workspace.sheet().task_count(), files.rows);
    measured.end()
}

fn write(sheet: &mut rust_xlsxwriter::Worksheet, pattern: &Pattern, rows: usize) {
    let before = pattern.row + 1 - u32::try_from(rows).expect("it fits on a sheet");
    // The numbers of the row here and on the matrix, and of the task, as they stand in the last row.
    let last = [rows + before as usize, rows + 1, rows - 1].map(|it| it.to_string());
    let cut: Vec<_> =
        pattern.cells.iter().map(|(column, kind)| (*column, Cut::of(kind, &last))).collect();
    for number in 0..rows {
        let row = before + u32::try_from(number).expect("it fits on a sheet");
        let now = [number + 1 + before as usize, number + 2, number].map(|it| it.to_string());
        for (column, cell) in &cut {
            let made = match cell {
                Cut::Number(value) => sheet.write_number(row, *column, *value),
                Cut::Text(parts) => sheet.write_string(row, *column, joined(parts, &now)),
                Cut::Formula(parts, result) => {
                    let formula = Formula::new(joined(parts, &now)).set_result(result.as_str());
                    sheet.write_formula(row, *column, formula)
                }
            };
            made.expect("a cell");
        }
    }
}

/// A cell cut at the numbers that differ from row to row: what stands before one, and which it is.
enum Cut {
    Number(f64),
    Text(Vec<(String, Option<usize>)>),
    Formula(Vec<(String, Option<usize>)>, String),
}

impl Cut {
    fn of(kind: &Kind, last: &[String; 3]) -> Self {
        match kind {
            Kind::Number(number) => Self::Number(*number),
            // The hidden id: no two are alike.
            Kind::Text(text) if text.len() == 36 && text.matches('-').count() == 4 => {
                Self::Text(vec![(text[..24].to_owned(), Some(2))])
            }
            Kind::Text(text) => Self::Text(cut(text, last, &[2])),
            Kind::Formula(text, result) => Self::Formula(cut(text, last, &[0, 1]), result.clone()),
        }
    }
}

fn cut(text: &str, last: &[String; 3], among: &[usize]) -> Vec<(String, Option<usize>)> {
    let mut parts = Vec::new();
    let mut rest = text;
    let next = |rest: &str| {
        let found = among.iter().filter_map(|&it| Some((rest.find(&last[it])?, it)));
        found.min()
    };
    while let Some((at, which)) = next(rest) {
        parts.push((rest[..at].to_owned(), Some(which)));
        rest = &rest[at + last[which].len()..];
    }
    parts.push((rest.to_owned(), None));
    parts
}

fn joined(parts: &[(String, Option<usize>)], now: &[String; 3]) -> String {
    let mut text = String::new();
    for (before, which) in parts {
        text.push_str(before);
        text.push_str(which.map_or("", |it| &now[it]));
    }
    text
}
