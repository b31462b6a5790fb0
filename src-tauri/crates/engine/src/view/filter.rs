//! Which tasks pass a view's tests.

use std::collections::HashSet;

use domain::{Field, Task};

use super::{FilterTest, ViewSpec};
use crate::Sheet;
use crate::cells::{Column, fold};
use crate::sheet::Entry;

/// Returns the ranks of the tasks that pass, in the order of the worksheet.
pub(super) fn passing(spec: &ViewSpec, sheet: &Sheet) -> Vec<usize> {
    let test = Test::of(spec);
    sheet
        .entries()
        .enumerate()
        .filter_map(|(rank, entry)| test.passes(&entry).then_some(rank))
        .collect()
}

/// Returns whether one task passes.
pub(super) fn passes(spec: &ViewSpec, entry: &Entry<'_>) -> bool {
    Test::of(spec).passes(entry)
}

/// The tests of a view, made ready to be asked often.
struct Test<'a> {
    columns: Vec<(Column, ColumnTest<'a>)>,
    text: String,
}

enum ColumnTest<'a> {
    OneOf(HashSet<String>),
    Contains(String),
    Between(Option<f64>, Option<f64>),
    Plain(&'a FilterTest),
}

impl<'a> Test<'a> {
    fn of(spec: &'a ViewSpec) -> Self {
        let ready = |test: &'a FilterTest| match test {
            FilterTest::OneOf(values) => {
                ColumnTest::OneOf(values.iter().map(|value| fold(value)).collect())
            }
            FilterTest::Contains(text) => ColumnTest::Contains(fold(text)),
            FilterTest::Between(least, most) => ColumnTest::Between(*least, *most),
            FilterTest::Blank | FilterTest::NotBlank => ColumnTest::Plain(test),
        };
        let columns = spec.filters.iter().map(|it| (it.column, ready(&it.test))).collect();
        Self { columns, text: fold(spec.text.trim()) }
    }

    fn passes(&self, entry: &Entry<'_>) -> bool {
        self.columns.iter().all(|(column, test)| test.passes(*column, entry))
            && (self.text.is_empty() || mentions(entry.task, &self.text))
    }
}

impl ColumnTest<'_> {
    fn passes(&self, column: Column, entry: &Entry<'_>) -> bool {
        match self {
            Self::OneOf(values) => {
                let found = column.values(entry);
                if found.is_empty() {
                    values.contains("")
                } else {
                    found.iter().any(|value| values.contains(&fold(value)))
                }
            }
            Self::Contains(text) => fold(&column.shown_text(entry)).contains(text),
            Self::Between(least, most) => column.number(entry).is_some_and(|number| {
                least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most)
            }),
            Self::Plain(FilterTest::Blank) => column.shown_text(entry).is_empty(),
            Self::Plain(_) => !column.shown_text(entry).is_empty(),
        }
    }
}

/// Returns whether a task holds a folded text in anything that people write about it.
fn mentions(task: &Task, text: &str) -> bool {
    let holds = |other: &String| fold(other).contains(text);
    let lists = [&task.channels, &task.downstream_systems, &task.tags];
    [&task.name, &task.owner, &task.description, &task.notes].into_iter().any(holds)
        || lists.into_iter().flatten().any(holds)
        || task.rationales.iter().any(holds)
        || task
            .rejected
            .iter()
            .any(|(field, refused)| !matches!(field, Field::Rationale(_)) && holds(refused))
}
