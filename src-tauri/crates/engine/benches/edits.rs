//! Durable edits beside the same statements alone, on the same disk and in the same journal mode.
//!
//! The floor writes the task's row and nothing else: no audit entry, no undo step, no row hash.

use std::path::Path;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use domain::{Dimension, Field};
use engine::Workspace;
use engine::cells::{CellRange, Column, PasteTarget};
use jiff::Timestamp;

const PASTED: usize = 5_000;
const COLUMNS: [Column; 5] = [
    Column::Field(Field::Name),
    Column::Field(Field::Score(Dimension::Predictability)),
    Column::Field(Field::Score(Dimension::ImpactOfError)),
    Column::Field(Field::Score(Dimension::DataSensitivity)),
    Column::Field(Field::Score(Dimension::ContextDepth)),
];

fn block(turn: usize) -> Vec<Vec<String>> {
    (0..PASTED)
        .map(|row| {
            let mut cells = vec![format!("Task {row}, turn {turn}")];
            cells.extend((0..4).map(|place| ((row + turn + place) % 5 + 1).to_string()));
            cells
        })
        .collect()
}

fn target() -> PasteTarget {
    PasteTarget {
        range: CellRange { rows: 0..=0, columns: COLUMNS[..1].to_vec() },
        columns_to_the_right: COLUMNS.to_vec(),
    }
}

fn workspace(folder: &Path) -> Workspace {
    let file = folder.join("bench.trilane");
    let mut workspace = Workspace::create(&file, "bench", Timestamp::now).expect("it is made");
    workspace.paste(&target(), &block(0)).expect("it is pasted");
    workspace
}

/// A database with the same rows, opened as a workspace is.
fn floor(folder: &Path) -> rusqlite::Connection {
    let file = folder.join("floor.sqlite");
    let workspace = workspace(folder);
    workspace.save_copy(&file).expect("it is copied");
    let connection = rusqlite::Connection::open(file).expect("it opens");
    connection
        .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;")
        .expect("it is set");
    connection
}

fn one_edit(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut group = criterion.benchmark_group("one durable edit");
    let connection = floor(folder.path());
    let id: String =
        connection.query_row("SELECT id FROM task LIMIT 1", [], |row| row.get(0)).expect("a task");
    let mut turn = 0_u32;
    group.bench_function("floor: the statement alone", |bencher| {
        bencher.iter(|| {
            turn += 1;
            connection
                .prepare_cached("UPDATE task SET predictability = ?2 WHERE id = ?1")
                .and_then(|mut update| update.execute((&id, turn % 5 + 1)))
                .expect("it is written");
        });
    });
    std::fs::remove_file(folder.path().join("bench.trilane")).expect("it goes");
    let mut workspace = workspace(folder.path());
    let id = workspace.sheet().tasks().next().expect("a task").id;
    group.bench_function("edit with undo step and audit entry", |bencher| {
        bencher.iter(|| {
            turn += 1;
            let text = (turn % 5 + 1).to_string();
            workspace.set_cell(id, Field::Score(Dimension::Predictability), &text)
        });
    });
    group.finish();
}

fn paste(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut group = criterion.benchmark_group("paste");
    group.sample_size(20);
    let mut connection = floor(folder.path());
    let ids: Vec<String> = connection
        .prepare("SELECT id FROM task ORDER BY position")
        .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
        .expect("the tasks");
    let mut turn = 0;
    group.bench_function(BenchmarkId::new("floor: one transaction", PASTED), |bencher| {
        bencher.iter(|| {
            turn += 1;
            let rows = block(turn);
            let transaction = connection.transaction().expect("it begins");
            for (id, cells) in ids.iter().zip(&rows) {
                let sql = "UPDATE task SET name = ?2, predictability = ?3, impact_of_error = ?4, \
                           data_sensitivity = ?5, context_depth = ?6 WHERE id = ?1";
                let score = |place: usize| cells[place].parse::<u8>().expect("a score");
                transaction
                    .prepare_cached(sql)
                    .and_then(|mut update| {
                        update.execute((id, &cells[0], score(1), score(2), score(3), score(4)))
                    })
                    .expect("it is written");
            }
            transaction.commit().expect("it is on the disk");
        });
    });
    std::fs::remove_file(folder.path().join("bench.trilane")).expect("it goes");
    let mut workspace = workspace(folder.path());
    group.bench_function(BenchmarkId::new("paste, one undo step", PASTED), |bencher| {
        bencher.iter(|| {
            turn += 1;
            workspace.paste(&target(), &block(turn))
        });
    });
    group.bench_function(BenchmarkId::new("undo and redo of it", PASTED), |bencher| {
        bencher.iter(|| {
            workspace.undo().expect("there is a step");
            workspace.redo().expect("it was undone")
        });
    });
    group.finish();
}

criterion_group!(benches, one_edit, paste);
criterion_main!(benches);
