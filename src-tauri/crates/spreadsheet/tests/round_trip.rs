//! What we export is what we import, and what Excel would calculate is what we wrote.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use domain::{ColumnId, ColumnKind, CustomColumn, Dimension, Field, Lane, Task, TaskId};
use jiff::civil::date;
use proptest::prelude::*;
use spreadsheet::draft::is_guarded;
use spreadsheet::layout::{self, Column};
use spreadsheet::sheet::Visibility;
use spreadsheet::{
    About, Cell, ColumnProposal, Drafts, Mapping, Part, Sheet, Values, Workbook, WriteError,
    Written, drafts, propose, propose_with, write_values, write_workbook,
};
use uuid::Uuid;

use common::book::{about, export_as};

mod common;

fn export(tasks: &[Task]) -> (Vec<u8>, Written) {
    export_as(tasks, &about())
}

fn matrix(book: &Workbook) -> &Sheet {
    book.sheets.iter().find(|sheet| sheet.name() == layout::MATRIX).unwrap()
}

fn import(bytes: &[u8]) -> (Workbook, Drafts) {
    let book = common::read("export.xlsx", bytes).unwrap();
    let best = spreadsheet::table::best_sheet(&book).unwrap();
    assert_eq!(book.sheets[best].name(), layout::MATRIX);
    let drafts = drafts(&book.sheets[best], &mapping(&book.sheets[best], &[]));
    (book, drafts)
}

/// Maps a sheet of ours as an import into a workspace with these columns does.
fn mapping(sheet: &Sheet, columns: &[CustomColumn]) -> Mapping {
    let proposal = propose(sheet);
    let field = |it: &ColumnProposal| {
        let own = columns.iter().find(|column| column.name == it.name);
        Some((it.index, it.field.or_else(|| Some(own?.field()))?))
    };
    let fields = proposal.columns.iter().filter_map(field).collect();
    let mapping = propose_with(sheet, proposal.header_row, Some(&fields)).mapping();
    Mapping { columns: columns.to_vec(), ..mapping }
}

/// Maps the table of a text file.
fn mapping_of_text(sheet: &Sheet, columns: &[CustomColumn]) -> Mapping {
    let mapping = mapping(sheet, columns);
    Mapping { is_guarded: is_guarded(sheet, &mapping), ..mapping }
}

fn tasks(drafts: &Drafts, columns: &[CustomColumn]) -> Vec<Task> {
    let task = |draft: &spreadsheet::Draft| {
        assert_eq!(draft.issues, []);
        let mut task = Task::blank(draft.task_id.expect("our id came back"));
        for cell in &draft.cells {
            let own = columns.iter().find(|column| column.field() == cell.field);
            let entered = match own {
                Some(column) => column.enter(&mut task, &cell.text),
                None => task.enter(cell.field, &cell.text),
            };
            entered.expect("we wrote it ourselves");
        }
        task
    };
    drafts.drafts.iter().map(task).collect()
}

fn plain(list: &[Task], about: &About, values: Values) -> Vec<u8> {
    let list: Vec<&Task> = list.iter().collect();
    let mut out = Vec::new();
    let never = AtomicBool::new(false);
    write_values(&list, about, values, &mut out, &|_| {}, &never).unwrap();
    out
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{0,30}",
        2 => "[ =+@,;|\t\n\r'\"<>&_x0D-]{0,12}",
        1 => Just("=cmd|' /C calc'!A0".to_owned()),
        1 => Just("_x000D_ and \u{FFFE}".to_owned()),
        1 => Just("00123".to_owned()),
        1 => Just("Total".to_owned()),
    ]
}

fn any_task() -> impl Strategy<Value = Task> {
    let texts = prop::collection::vec(any_text(), 11);
    let scores = prop::collection::vec(prop::option::of(1_u8..=5), 4);
    let facts = (prop::option::of(any::<u32>()), prop::option::of(0_u32..1_000_000), any::<u128>());
    (texts, scores, facts).prop_map(|(texts, scores, (volume, minutes, id))| {
        let mut task = Task::blank(TaskId::new(Uuid::from_u128(id)));
        let mut texts = texts.into_iter();
        for field in Field::ALL {
            let text = match field {
                Field::Score(dimension) => {
                    scores[dimension.index()].map_or_else(String::new, |it| it.to_string())
                }
                Field::MonthlyVolume => volume.map_or_else(String::new, |it| it.to_string()),
                Field::MinutesPerItem => {
                    minutes.map_or_else(String::new, |it| (f64::from(it) / 100.0).to_string())
                }
                Field::MultimodalContext if id % 2 == 0 => "Yes".to_owned(),
                Field::MultimodalContext => String::new(),
                _ => texts.next().unwrap_or_default(),
            };
            // XML cannot state the one, so a workbook holds the other.
            let text = text.replace('\u{FFFE}', "\u{FFFD}");
            task.enter(field, &text).expect("a text that fits");
        }
        task
    })
}

/// A column of each kind, one with a name that is trouble everywhere.
fn own_columns() -> Vec<CustomColumn> {
    let named = ["=Why [1], \"so\"", "Cost", "Region", "Go-live"];
    let columns = ColumnKind::ALL.into_iter().zip(named).zip(1..);
    let column = |((kind, name), id): ((ColumnKind, &str), u128)| CustomColumn {
        id: ColumnId::new(Uuid::from_u128(id)),
        name: name.to_owned(),
        kind,
        choices: match kind {
            ColumnKind::Choice => CHOICES.map(str::to_owned).to_vec(),
            _ => Vec::new(),
        },
    };
    columns.map(column).collect()
}

const CHOICES: [&str; 4] = ["EMEA", "Américas", "=1+1", "5"];

/// What may stand in the cell of a column.
fn any_entry(kind: ColumnKind) -> BoxedStrategy<String> {
    let filled = match kind {
        ColumnKind::Text => any_text().boxed(),
        ColumnKind::Number => prop_oneof![
            (-1_000_000_i32..1_000_000).prop_map(|it| (f64::from(it) / 100.0).to_string()),
            (0_u32..1_000_000_000).prop_map(|it| it.to_string()),
        ]
        .boxed(),
        ColumnKind::Choice => prop::sample::select(&CHOICES[..]).prop_map(str::to_owned).boxed(),
        ColumnKind::Date => (1_i16..=9999, 1_i8..=12, 1_i8..=28)
            .prop_map(|(year, month, day)| date(year, month, day).to_string())
            .boxed(),
    };
    prop_oneof![1 => Just(String::new()), 3 => filled].boxed()
}

/// A task with something in every column of its own.
fn any_wide_task() -> impl Strategy<Value = Task> {
    let entries = ColumnKind::ALL.map(any_entry);
    (any_task(), entries).prop_map(|(mut task, entries)| {
        for (column, text) in own_columns().iter().zip(entries) {
            let text = text.replace('\u{FFFE}', "\u{FFFD}");
            column.enter(&mut task, &text).expect("a text that fits");
        }
        task
    })
}

fn with_own_columns() -> About {
    About { columns: own_columns(), ..about() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn export_then_import_is_the_identity(list in differing_tasks()) {
        let (bytes, written) = export_as(&list, &with_own_columns());
        prop_assert_eq!(written.tasks, list.len());
        let (book, _) = import(&bytes);
        let drafts = drafts(matrix(&book), &mapping(matrix(&book), &own_columns()));
        prop_assert_eq!(tasks(&drafts, &own_columns()), list);
    }

    #[test]
    fn plain_values_are_the_identity_too(list in differing_tasks(), guarded in any::<bool>()) {
        for values in [Values::Commas { guarded }, Values::Tabs { guarded }] {
            let bytes = plain(&list, &with_own_columns(), values);
            let book = common::read("export.csv", &bytes).unwrap();
            let mapping = mapping_of_text(&book.sheets[0], &own_columns());
            prop_assert_eq!(mapping.is_guarded, guarded);
            let drafts = drafts(&book.sheets[0], &mapping);
            prop_assert_eq!(tasks(&drafts, &own_columns()), list.clone());
        }
    }
}

fn differing_tasks() -> impl Strategy<Value = Vec<Task>> {
    prop::collection::vec(any_wide_task(), 1..12).prop_filter("ids differ", |it| {
        let mut ids: Vec<_> = it.iter().map(|task| task.id).collect();
        ids.sort_unstable();
        ids.windows(2).all(|pair| pair[0] != pair[1])
    })
}

fn scored(name: &str, scores: [u8; 4]) -> Task {
    let mut task = Task::blank(TaskId::new(Uuid::from_u128(u128::from(scores[0]) + 7)));
    task.enter(Field::Name, name).unwrap();
    for dimension in Dimension::ALL {
        task.enter(Field::Score(dimension), &scores[dimension.index()].to_string()).unwrap();
    }
    task
}

#[test]
fn values_with_commas_or_tabs_come_back_too() {
    let texts = ["a, b; c", "two\nlines", "say \"hi\"", "=1+1", "'=1", "\ttab", "Total", "ünï 😀"];
    let list: Vec<Task> = (0..24_u8)
        .map(|number| {
            let text = texts[usize::from(number) % texts.len()];
            let mut task = scored(&format!("Task {number}"), [5, 4, 1 + number % 5, 4]);
            task.id = TaskId::new(Uuid::from_u128(u128::from(number) + 1));
            for field in [Field::Owner, Field::Notes, Field::Description, Field::Tags] {
                task.enter(field, text).unwrap();
            }
            task
        })
        .collect();
    for guarded in [true, false] {
        for (name, values) in
            [("a.csv", Values::Commas { guarded }), ("a.tsv", Values::Tabs { guarded })]
        {
            let book = common::read(name, &plain(&list, &about(), values)).unwrap();
            let drafts = drafts(&book.sheets[0], &mapping_of_text(&book.sheets[0], &[]));
            assert_eq!(tasks(&drafts, &[]), list);
        }
    }
}

#[test]
fn in_plain_values_a_text_becomes_a_formula_only_on_wish() {
    let task = scored("=1+1", [5, 4, 4, 4]);
    for (guarded, expected) in [(true, "\n'=1+1,"), (false, "\n=1+1,")] {
        let values = Values::Commas { guarded };
        let text = String::from_utf8(plain(std::slice::from_ref(&task), &about(), values)).unwrap();
        assert!(text.contains(expected), "{text}");
        assert!(text.contains(",17,Automate,Automate,"), "{text}");
    }
}

#[test]
fn a_template_is_empty_has_live_rows_and_imports_as_no_tasks() {
    let mut out = Cursor::new(Vec::new());
    spreadsheet::write_template(&about(), &mut out).unwrap();
    let (book, drafts) = import(&out.into_inner());
    assert_eq!(drafts.drafts, []);
    let names: Vec<&str> = book.sheets.iter().map(Sheet::name).collect();
    assert_eq!(names, [layout::MATRIX, layout::LEGEND, layout::ORIGIN]);
}

#[test]
fn every_formula_carries_its_result() {
    let mut unscored = Task::blank(TaskId::new(Uuid::nil()));
    unscored.enter(Field::Name, "Later").unwrap();
    let mut timed = scored("Triage", [5, 4, 4, 4]);
    timed.enter(Field::MonthlyVolume, "300").unwrap();
    timed.enter(Field::MinutesPerItem, "2.5").unwrap();
    let (bytes, _) = export(&[timed, scored("Brand", [1, 1, 5, 1]), unscored]);
    let (book, _) = import(&bytes);
    let sheet = matrix(&book);
    let at = |row, column| sheet.cell(row, u32::from(layout::place(column)));
    assert_eq!(at(1, Column::Sum), Cell::Number(17.0));
    assert_eq!(at(1, Column::Lane), Cell::Text(Lane::Automate.name()));
    assert_eq!(at(1, Column::Hours), Cell::Number(12.5));
    assert_eq!(at(2, Column::Lane), Cell::Text(Lane::HumanOnly.name()));
    for column in [Column::Sum, Column::Lane, Column::Hours] {
        assert_eq!(at(3, column), Cell::Empty, "a blank result and not a missing one");
    }
}

#[test]
fn a_refused_text_leaves_its_cell_blank_and_the_read_me_says_so() {
    let mut task = scored("A", [5, 5, 5, 5]);
    task.enter_or_keep(Field::Score(Dimension::ContextDepth), "high").unwrap();
    let (bytes, written) = export(&[task]);
    assert_eq!(written.cells_to_mend, 1);
    let (book, _) = import(&bytes);
    let score = layout::place(Column::Field(Field::Score(Dimension::ContextDepth)));
    assert_eq!(matrix(&book).cell(1, u32::from(score)), Cell::Empty);
    let read_me = book.sheets.iter().find(|sheet| sheet.name() == layout::READ_ME).unwrap();
    let says = |row: spreadsheet::sheet::Row<'_>| {
        row.cells().any(|(_, cell)| matches!(cell, Cell::Text(text) if text.starts_with("1 cell")))
    };
    assert!(read_me.rows().any(says));
}

#[test]
fn a_very_hidden_sheet_says_which_state_was_exported_and_is_never_proposed() {
    let (bytes, _) = export(&[]);
    let (book, _) = import(&bytes);
    let sheet = book.sheets.iter().find(|sheet| sheet.name() == layout::ORIGIN).unwrap();
    assert_eq!(sheet.visibility(), Visibility::VeryHidden);
    let rows = [("format", "1"), ("workspace", "0198-7"), ("entry", "42"), ("head", "5f2c1e")];
    for (row, (key, value)) in (0..).zip(rows) {
        assert_eq!(sheet.cell(row, 0), Cell::Text(key));
        assert_eq!(sheet.cell(row, 1), Cell::Text(value));
    }
    let alone = Workbook { sheets: vec![sheet.clone()], ..book.clone() };
    assert_eq!(spreadsheet::table::best_sheet(&alone), None);
}

#[test]
fn an_empty_workspace_exports_a_sheet_that_imports_as_no_tasks() {
    let (bytes, _) = export(&[]);
    let (_, drafts) = import(&bytes);
    assert_eq!(drafts.drafts, []);
    assert_eq!(drafts.notes, ["No task was found on the sheet “Matrix”."]);
}

#[test]
fn an_edit_made_elsewhere_is_found_by_the_hidden_id() {
    let before = scored("Triage", [5, 4, 4, 4]);
    let (bytes, _) = export(std::slice::from_ref(&before));
    let (_, drafts) = import(&bytes);
    assert_eq!(drafts.drafts[0].task_id, Some(before.id));
    assert_eq!(drafts.drafts[0].row, 2);
}

#[test]
fn a_cancelled_export_says_so() {
    let stop = AtomicBool::new(true);
    let out = Cursor::new(Vec::new());
    let result = write_workbook(&[], &about(), &Part::ALL, out, &|_| {}, &stop);
    assert!(matches!(result, Err(WriteError::Cancelled)), "{result:?}");
}

struct Full(usize);

impl std::io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl std::io::Seek for Full {
    fn seek(&mut self, _: std::io::SeekFrom) -> std::io::Result<u64> {
        Ok(0)
    }
}

#[test]
fn a_disk_that_fills_up_at_any_point_is_an_error_and_no_panic() {
    let never = AtomicBool::new(false);
    let mut out = Cursor::new(Vec::new());
    write_workbook(&[], &about(), &[], &mut out, &|_| {}, &never).unwrap();
    let bytes = out.into_inner();
    for room in (0..bytes.len()).step_by(97) {
        let result = write_workbook(&[], &about(), &[], Full(room), &|_| {}, &never);
        assert!(matches!(result, Err(WriteError::Disk(_))), "{room}: {result:?}");
    }
}
