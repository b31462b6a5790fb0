//! Import and export beside what the raw libraries need for the same cells, in one run.
//!
//! A time alone holds on one machine only; read these as ratios.

use std::hint::black_box;
use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use calamine::Reader;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use domain::{Dimension, Field, Task, TaskId};
use jiff::civil::date;
use jiff::tz::TimeZone;
use rust_xlsxwriter::Formula;
use spreadsheet::layout::Column;
use spreadsheet::read::read_here;
use spreadsheet::{About, Limits, Part, drafts, propose, write_workbook};
use uuid::Uuid;

fn tasks(count: usize) -> Vec<Task> {
    let task = |number: usize| {
        let mut task = Task::blank(TaskId::new(Uuid::from_u128(number as u128 + 1)));
        let mut enter = |field, text: String| task.enter(field, &text).expect("a valid text");
        enter(Field::Name, format!("Task number {number} of the plan"));
        enter(Field::Channels, "Email, Chat".into());
        enter(Field::Owner, format!("Owner {}", number % 8));
        for dimension in Dimension::ALL {
            let score = (number / [1, 5, 25, 125][dimension.index()]) % 5 + 1;
            enter(Field::Score(dimension), score.to_string());
        }
        enter(Field::MonthlyVolume, (number % 900).to_string());
        enter(Field::MinutesPerItem, "2.5".into());
        enter(Field::Tags, "inbound".into());
        enter(Field::Notes, format!("A note about task {number}"));
        task
    };
    (0..count).map(task).collect()
}

fn about() -> About {
    About {
        workspace: "Bench".into(),
        now: date(2026, 5, 4).at(10, 42, 0, 0).to_zoned(TimeZone::UTC).expect("a moment"),
        app_version: String::new(),
        origin: spreadsheet::Origin::default(),
        rubrics: domain::Rubric::all().to_vec(),
        guardrails: domain::Guardrail::all_shipped().collect(),
        columns: Vec::new(),
        since: None,
        cards: Vec::new(),
    }
}

fn export(tasks: &[&Task], parts: &[Part]) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let never = AtomicBool::new(false);
    write_workbook(tasks, &about(), parts, &mut out, &|_| {}, &never).expect("it is written");
    out.into_inner()
}

/// The same cells of the matrix, formulas included, with nothing else: no table, no format, no legend.
fn raw_export(tasks: &[&Task]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.set_zip_compression_level(3);
    let sheet = workbook.add_worksheet_with_low_memory().expect("a sheet");
    for (row, task) in (1..).zip(tasks) {
        for (place, column) in (0..).zip(Column::all()) {
            let number = match column {
                Column::Field(Field::Score(dimension)) => {
                    task.scores.get(dimension).map(|score| f64::from(score.get()))
                }
                Column::Field(Field::MonthlyVolume) => task.monthly_volume.map(f64::from),
                Column::Field(Field::MinutesPerItem) => task.minutes_per_item,
                Column::Field(field) => {
                    let text = task.text(field);
                    if !text.is_empty() {
                        sheet.write_string(row, place, text).expect("a text");
                    }
                    None
                }
                Column::Id => {
                    sheet.write_string(row, place, task.id.to_string()).expect("a text");
                    None
                }
                column => {
                    if let Some((text, result)) = raw_formula(column, row + 1) {
                        let formula = Formula::new(text).set_result(result);
                        sheet.write_formula(row, place, formula).expect("a formula");
                    }
                    None
                }
            };
            if let Some(number) = number {
                sheet.write_number(row, place, number).expect("a number");
            }
        }
    }
    workbook.save_to_buffer().expect("it is written")
}

/// A formula of the matrix as a hand that writes only this workbook would put it.
fn raw_formula(column: Column, row: u32) -> Option<(String, &'static str)> {
    let made = match column {
        Column::Sum => (format!("=IF(COUNT(D{row}:G{row})=4,SUM(D{row}:G{row}),\"\")"), "12"),
        Column::Lane => (
            format!(
                "=IF(H{row}=\"\",\"\",IF(H{row}>=16,\"Automate\",IF(H{row}>=11,\"Hybrid\",\"Human-only\")))"
            ),
            "Hybrid",
        ),
        Column::Guarded => (
            format!(
                "=IF(I{row}=\"\",\"\",IF(OR(AND(E{row}<=1,G{row}<=1)),\"Human-only\",IF(AND(I{row}=\"Automate\",OR(MIN(D{row}:G{row})<=1,V{row}=\"Yes\")),\"Hybrid\",I{row})))"
            ),
            "Hybrid",
        ),
        Column::Guardrail => (
            format!(
                "=IF(J{row}=I{row},\"\",IF(AND(E{row}<=1,G{row}<=1),Z$1,IF(MIN(D{row}:G{row})<=1,Z$2,Z$3)))"
            ),
            "",
        ),
        Column::DecisionState => (
            format!(
                "=IF(L{row}=\"\",\"\",IF(AND(AA{row}<>\"\",AA{row}<Z$4),\"Expired\",IF(AB{row}=D{row}&\"-\"&E{row}&\"-\"&F{row}&\"-\"&G{row},\"Holds\",\"Scores have changed\")))"
            ),
            "",
        ),
        Column::Effective => (
            format!(
                "=IF(J{row}=\"\",\"\",IF(M{row}=\"Holds\",L{row},IF(M{row}=\"Scores have changed\",IF(OR(L{row}=\"Human-only\",J{row}=\"Human-only\"),\"Human-only\",IF(OR(L{row}=\"Hybrid\",J{row}=\"Hybrid\"),\"Hybrid\",\"Automate\")),J{row})))"
            ),
            "Hybrid",
        ),
        Column::Hours => {
            (format!("=IF(OR(O{row}=\"\",P{row}=\"\"),\"\",O{row}*P{row}/60)"), "12.5")
        }
        _ => return None,
    };
    Some(made)
}

fn in_and_out(criterion: &mut Criterion) {
    for count in [100, 10_000, 100_000] {
        let tasks = tasks(count);
        let tasks: Vec<&Task> = tasks.iter().collect();
        let bytes = export(&tasks, &[]);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("bench.xlsx");
        std::fs::write(&path, &bytes).expect("it is written");

        let mut group = criterion.benchmark_group("import");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("trilane", count), |bencher| {
            bencher.iter(|| {
                let book = read_here(&path, &Limits::default()).expect("it is read");
                let sheet = book.sheets.first().expect("the matrix");
                black_box(drafts(sheet, &propose(sheet).mapping()))
            });
        });
        group.bench_function(BenchmarkId::new("trilane, cells only", count), |bencher| {
            bencher.iter(|| black_box(read_here(&path, &Limits::default()).expect("it is read")));
        });
        group.bench_function(BenchmarkId::new("calamine cell stream", count), |bencher| {
            bencher.iter(|| {
                let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("it opens");
                let names = book.sheet_names();
                let mut cells = 0_usize;
                for name in names {
                    let mut reader = book.worksheet_cells_reader(&name).expect("it is a sheet");
                    while let Some(cell) = reader.next_cell().expect("a cell") {
                        cells += usize::from(*cell.get_value() != calamine::DataRef::Empty);
                    }
                }
                black_box(cells)
            });
        });
        group.finish();

        let mut group = criterion.benchmark_group("export");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("trilane", count), |bencher| {
            bencher.iter_batched(
                || (),
                |()| black_box(export(&tasks, &[])),
                BatchSize::PerIteration,
            );
        });
        group.bench_function(BenchmarkId::new("trilane, every sheet", count), |bencher| {
            bencher.iter_batched(
                || (),
                |()| black_box(export(&tasks, &Part::ALL)),
                BatchSize::PerIteration,
            );
        });
        group.bench_function(BenchmarkId::new("rust_xlsxwriter low memory", count), |bencher| {
            bencher.iter_batched(
                || (),
                |()| black_box(raw_export(&tasks)),
                BatchSize::PerIteration,
            );
        });
        group.finish();
    }
}

criterion_group!(benches, in_and_out);
criterion_main!(benches);
