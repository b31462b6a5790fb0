//! Import and export beside what the raw libraries need for the same cells, in one run.
//!
//! A time alone holds on one machine only; read these as ratios.

use std::hint::black_box;
use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use calamine::Reader;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use domain::{Dimension, Field, Task, TaskId};
use rust_xlsxwriter::Formula;
use spreadsheet::layout::Column;
use spreadsheet::read::read_here;
use spreadsheet::{About, Limits, drafts, propose, write_worksheet};
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
        exported_at: String::new(),
        app_version: String::new(),
        origin: spreadsheet::Origin::default(),
        rubrics: domain::Rubric::all().to_vec(),
    }
}

fn export(tasks: &[Task]) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let never = AtomicBool::new(false);
    write_worksheet(tasks.iter().map(Into::into), &about(), &mut out, &|_| {}, &never)
        .expect("it is written");
    out.into_inner()
}

/// The same cells, formulas included, with nothing else.
fn raw_export(tasks: &[Task]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.set_zip_compression_level(3);
    let sheet = workbook.add_worksheet_with_low_memory().expect("a sheet");
    for (row, task) in (1..).zip(tasks) {
        for (place, column) in (0..).zip(Column::all()) {
            let formula = |text: &str, result: &str| Formula::new(text).set_result(result);
            match column {
                Column::Field(Field::Score(dimension)) => {
                    let score = task.scores.get(dimension).map_or(0, domain::Score::get);
                    sheet.write_number(row, place, score).expect("a number");
                }
                Column::Field(Field::MonthlyVolume) => {
                    sheet
                        .write_number(row, place, task.monthly_volume.unwrap_or(0))
                        .expect("a number");
                }
                Column::Field(Field::MinutesPerItem) => {
                    sheet.write_number(row, place, 2.5).expect("a number");
                }
                Column::Field(field) => {
                    let text = task.text(field);
                    if !text.is_empty() {
                        sheet.write_string(row, place, text).expect("a text");
                    }
                }
                Column::Sum => {
                    let text = format!("=IF(COUNT(D{row}:G{row})=4,SUM(D{row}:G{row}),\"\")");
                    sheet.write_formula(row, place, formula(&text, "12")).expect("a formula");
                }
                Column::Lane => {
                    let text = format!(
                        "=IF(H{row}=\"\",\"\",IF(H{row}>=16,\"Automate\",IF(H{row}>=11,\"Hybrid\",\"Human-only\")))"
                    );
                    sheet.write_formula(row, place, formula(&text, "Hybrid")).expect("a formula");
                }
                Column::Guardrail | Column::Decided => {}
                Column::Hours => {
                    let text = format!("=IF(OR(L{row}=\"\",M{row}=\"\"),\"\",L{row}*M{row}/60)");
                    sheet.write_formula(row, place, formula(&text, "12.5")).expect("a formula");
                }
                Column::Id => {
                    sheet.write_string(row, place, task.id.to_string()).expect("a text");
                }
            }
        }
    }
    workbook.save_to_buffer().expect("it is written")
}

fn in_and_out(criterion: &mut Criterion) {
    for count in [100, 10_000, 100_000] {
        let tasks = tasks(count);
        let bytes = export(&tasks);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("bench.xlsx");
        std::fs::write(&path, &bytes).expect("it is written");

        let mut group = criterion.benchmark_group("import");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("trilane", count), |bencher| {
            bencher.iter(|| {
                let book = read_here(&path, &Limits::default()).expect("it is read");
                let sheet = &book.sheets[0];
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
            bencher.iter_batched(|| (), |()| black_box(export(&tasks)), BatchSize::PerIteration);
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
