//! A hundred thousand tasks: opening, showing, editing, each beside the same work on bare vectors.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::{Composite, Dimension, Field};
use engine::Workspace;
use engine::cells::{CellRange, Column, PasteTarget};
use engine::view::{ColumnFilter, FilterTest, SortKey, ViewSpec};
use jiff::Timestamp;
use storage::Access;

const TASKS: usize = 100_000;
const NAME: Column = Column::Field(Field::Name);

fn columns() -> Vec<Column> {
    let mut columns = vec![NAME, Column::Field(Field::Owner), Column::Field(Field::MonthlyVolume)];
    columns.extend(Dimension::ALL.map(|it| Column::Field(Field::Score(it))));
    columns
}

fn name(row: usize) -> String {
    let nouns = ["Triage", "Newsletter", "Crisis statement", "Lead scoring", "Ad copy", "Webinar"];
    format!("{} {}", nouns[row % nouns.len()], row.wrapping_mul(2_654_435_761) % 1_000_003)
}

fn block(first: usize, rows: usize) -> Vec<Vec<String>> {
    (first..first + rows)
        .map(|row| {
            let mut cells = vec![name(row), format!("Team {}", row % 8), (row % 977).to_string()];
            cells.extend((0..4).map(|place| ((row / 3 + place * 7) % 5 + 1).to_string()));
            cells
        })
        .collect()
}

fn target(row: usize) -> PasteTarget {
    let range = CellRange { rows: row..=row, columns: vec![NAME] };
    PasteTarget { range, columns_to_the_right: columns() }
}

fn by(column: Column) -> ViewSpec {
    let sort = vec![SortKey { column, descending: false }];
    ViewSpec { sort, ..ViewSpec::default() }
}

fn only(column: Column, test: FilterTest) -> ViewSpec {
    ViewSpec { filters: vec![ColumnFilter { column, test }], ..ViewSpec::default() }
}

fn hundred_thousand(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("large.trilane");
    let mut workspace = Workspace::create(&file, "bench", Timestamp::now).expect("it is made");
    workspace.paste(&target(0), &block(0, TASKS)).expect("it is pasted");

    let mut group = criterion.benchmark_group("100,000 tasks");
    group.sample_size(10);
    group.bench_function("open, verified row by row", |bencher| {
        bencher
            .iter(|| Workspace::open(&file, Access::ReadOnly, "", Timestamp::now).expect("opens"));
    });

    let sums: Vec<u8> =
        workspace.sheet().tasks().map(|it| it.composite().map_or(0, Composite::get)).collect();
    group.bench_function("floor: sort bare sums", |bencher| {
        bencher.iter(|| {
            let mut ranks: Vec<usize> = (0..TASKS).collect();
            ranks.sort_by_key(|&rank| sums[rank]);
            black_box(ranks)
        });
    });
    group.bench_function("sort by sum", |bencher| {
        bencher.iter(|| workspace.show_view(by(Column::Composite)));
    });
    let names: Vec<String> = (0..TASKS).map(|row| name(row).to_lowercase()).collect();
    group.bench_function("floor: sort bare names", |bencher| {
        bencher.iter(|| {
            let mut ranks: Vec<usize> = (0..TASKS).collect();
            ranks.sort_by(|&one, &other| names[one].cmp(&names[other]));
            black_box(ranks)
        });
    });
    group.bench_function("sort by name", |bencher| {
        bencher.iter(|| workspace.show_view(by(NAME)));
    });
    group.bench_function("floor: find a word in bare names", |bencher| {
        let finder = memchr::memmem::Finder::new("crisis");
        bencher.iter(|| names.iter().filter(|it| finder.find(it.as_bytes()).is_some()).count());
    });
    group.bench_function("search all texts for a word", |bencher| {
        bencher.iter(|| {
            workspace.show_view(ViewSpec { text: "crisis".into(), ..ViewSpec::default() });
        });
    });
    group.bench_function("filter to a lane", |bencher| {
        let spec = only(Column::Lane, FilterTest::OneOf(vec!["Automate".into()]));
        bencher.iter(|| workspace.show_view(spec.clone()));
    });
    group.bench_function("group by owner", |bencher| {
        let group = Some(Column::Field(Field::Owner));
        let spec = ViewSpec { group, ..ViewSpec::default() };
        bencher.iter(|| workspace.show_view(spec.clone()));
    });

    workspace.show_view(by(NAME));
    let id = workspace.sheet().window(50_000, 1).next().expect("a row").task.id;
    let mut turn = 0;
    group.bench_function("one durable edit under a sort", |bencher| {
        bencher.iter(|| {
            turn += 1;
            let text = (turn % 5 + 1).to_string();
            workspace.set_cell(id, Field::Score(Dimension::Predictability), &text)
        });
    });
    group.bench_function("paste 5,000 rows under a sort", |bencher| {
        bencher.iter(|| {
            turn += 1;
            workspace.paste(&target(10_000), &block(turn * 31, 5_000)).expect("it is pasted")
        });
    });
    group.bench_function("undo and redo of it", |bencher| {
        bencher.iter(|| {
            workspace.undo().expect("there is a step");
            workspace.redo().expect("it was undone")
        });
    });
    group.bench_function("a window of 200 rows", |bencher| {
        bencher.iter(|| {
            let shown = workspace.sheet().window(50_000, 200);
            shown.map(|entry| entry.task.name.len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, hundred_thousand);
criterion_main!(benches);
