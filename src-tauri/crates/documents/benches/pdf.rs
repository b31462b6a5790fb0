//! A card's page against the typesetter's own floor: a sheet of the same paper with one word on it.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use documents::{Paper, page, pdf};
use domain::card::Approval;
use samples::{GERMAN, approval, approved, filled, normal};

#[path = "../tests/samples/mod.rs"]
mod samples;

mod floor;

fn one_page(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one page");
    group.sample_size(20);
    let event = approval();
    group.bench_function("typst: one word", |bencher| {
        bencher.iter(|| {
            forget();
            black_box(floor::one_word())
        });
    });
    for (name, content) in [("a card", normal()), ("a card of long German", filled(GERMAN, 3))] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                forget();
                let page = page(&approved(&content, &event, Approval::Holds));
                black_box(pdf(&[page], Paper::A4).expect("it is printed"))
            });
        });
    }
    group.finish();
}

/// Makes the typesetter work everything out again, but for its fonts and its library.
fn forget() {
    typst::comemo::evict(0);
}

criterion_group!(benches, one_page);
criterion_main!(benches);
