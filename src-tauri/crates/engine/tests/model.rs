//! Ten thousand random actions on a real database beside a plain model: equal after every step.
//!
//! The model keeps whole copies of all tasks and knows nothing of positions, changesets or caches.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use domain::{Composite, Dimension, Field, Lane, Task, TaskId};
use engine::cells::{CellRange, Column, PasteTarget};
use engine::view::{ColumnFilter, FilterTest, SortKey, ViewSpec};
use engine::{Error, Outcome, StorageError, Workspace};
use fastrand::Rng;
use jiff::Timestamp;

const ACTIONS: usize = 10_000;
const MOST_TASKS: usize = 60;

const FIELDS: [Field; 8] = [
    Field::Name,
    Field::Owner,
    Field::Score(Dimension::Predictability),
    Field::Score(Dimension::ImpactOfError),
    Field::Score(Dimension::DataSensitivity),
    Field::Score(Dimension::ContextDepth),
    Field::MonthlyVolume,
    Field::Tags,
];
const TEXTS: [&str; 14] = [
    "",
    "1",
    "2",
    "3",
    "4",
    "5",
    "9",
    "Ana",
    "ops",
    "Triage",
    "Éclair 👋",
    "high",
    "a, b",
    "1,200",
];

/// What a sheet should hold and show.
#[derive(Default)]
struct Model {
    tasks: Vec<Task>,
    shown: Vec<TaskId>,
    spec: ViewSpec,
    undo: Vec<Vec<Task>>,
    redo: Vec<Vec<Task>>,
}

impl Model {
    fn rank(&self, id: TaskId) -> usize {
        self.tasks.iter().position(|task| task.id == id).unwrap()
    }

    /// The place in the worksheet before which a row stands.
    fn rank_before(&self, row: usize) -> usize {
        self.shown.get(row).map_or(self.tasks.len(), |id| self.rank(*id))
    }

    fn show(&mut self, spec: ViewSpec) {
        self.spec = spec;
        let mut shown: Vec<&Task> =
            self.tasks.iter().filter(|task| passes(task, &self.spec)).collect();
        for key in self.spec.sort.iter().rev() {
            shown.sort_by(|one, other| {
                let (one, other) = (sort_key(one, key.column), sort_key(other, key.column));
                match (one, other) {
                    (Some(one), Some(other)) if key.descending => other.cmp(&one),
                    (Some(one), Some(other)) => one.cmp(&other),
                    (one, other) => one.is_none().cmp(&other.is_none()),
                }
            });
        }
        self.shown = shown.into_iter().map(|task| task.id).collect();
    }

    /// Makes a change, which is a step only if something changed.
    fn change(&mut self, body: impl FnOnce(&mut Self)) {
        let before = self.tasks.clone();
        body(self);
        if self.tasks != before {
            self.undo.push(before);
            self.redo.clear();
            let present: BTreeSet<TaskId> = self.tasks.iter().map(|task| task.id).collect();
            self.shown.retain(|id| present.contains(id));
        }
    }

    fn enter(&mut self, row: usize, field: Field, text: &str) {
        let rank = self.rank(self.shown[row]);
        self.tasks[rank].enter_or_keep(field, text);
    }

    fn add(&mut self, rank: usize, row: usize, tasks: Vec<Task>) {
        self.shown.splice(row..row, tasks.iter().map(|task| task.id));
        self.tasks.splice(rank..rank, tasks);
    }

    fn retrace(&mut self, back: bool) -> bool {
        let (from, to) =
            if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        let Some(tasks) = from.pop() else { return false };
        to.push(std::mem::replace(&mut self.tasks, tasks));
        self.show(self.spec.clone());
        true
    }
}

fn passes(task: &Task, spec: &ViewSpec) -> bool {
    spec.filters.iter().all(|filter| match (&filter.column, &filter.test) {
        (Column::Field(field), FilterTest::Contains(text)) => {
            task.shown_text(*field).to_lowercase().contains(text)
        }
        (Column::Field(field), FilterTest::Blank) => task.shown_text(*field).is_empty(),
        (Column::Lane, FilterTest::OneOf(names)) => {
            let lane = lane_of(task).map_or(String::new(), |lane| lane.name().to_owned());
            names.contains(&lane)
        }
        _ => unreachable!("the test asks for no other filter"),
    })
}

/// The lane under the shipped guardrails, written out by hand.
fn lane_of(task: &Task) -> Option<Lane> {
    let sum = task.composite().map(Composite::get)?;
    let score = |it| task.scores.get(it).unwrap().get();
    let mut lane = if sum >= 16 {
        Lane::Automate
    } else if sum >= 11 {
        Lane::Hybrid
    } else {
        Lane::HumanOnly
    };
    if Dimension::ALL.into_iter().any(|it| score(it) == 1) {
        lane = lane.min(Lane::Hybrid);
    }
    if score(Dimension::ImpactOfError) == 1 && score(Dimension::ContextDepth) == 1 {
        lane = Lane::HumanOnly;
    }
    Some(lane)
}

fn sort_key(task: &Task, column: Column) -> Option<(u64, String)> {
    match column {
        Column::Composite => task.composite().map(|it| (it.get().into(), String::new())),
        Column::Field(Field::MonthlyVolume) => task
            .monthly_volume
            .filter(|_| !task.rejected.contains_key(&Field::MonthlyVolume))
            .map(|it| (it.into(), String::new())),
        Column::Field(Field::Owner) => Some((0, task.owner.to_lowercase().replace('é', "e")))
            .filter(|(_, text)| !text.is_empty()),
        _ => unreachable!("the test sorts by no other column"),
    }
}

/// The real workspace and the model of it.
struct Pair {
    real: Workspace,
    model: Model,
    rng: Rng,
}

impl Pair {
    fn rows(&mut self) -> Option<RangeInclusive<usize>> {
        let shown = self.model.shown.len();
        if shown == 0 {
            return None;
        }
        let first = self.rng.usize(0..shown);
        Some(first..=(first + self.rng.usize(0..4)).min(shown - 1))
    }

    fn text(&mut self) -> String {
        (*self.rng.choice(TEXTS).as_ref().unwrap()).to_owned()
    }

    fn columns(&mut self) -> Vec<Column> {
        let first = self.rng.usize(0..FIELDS.len());
        let last = (first + self.rng.usize(0..3)).min(FIELDS.len() - 1);
        FIELDS[first..=last].iter().copied().map(Column::Field).collect()
    }

    fn act(&mut self) {
        match self.rng.u8(0..20) {
            0..=3 => self.edit(),
            4 | 5 => self.paste(),
            6 => self.fill(),
            7 => self.clear(),
            8 => self.delete(),
            9 => self.insert(),
            10 => self.duplicate(),
            11 => self.move_rows(),
            12 | 13 => self.show(),
            14..=17 => self.retrace(true),
            _ => self.retrace(false),
        }
    }

    fn edit(&mut self) {
        let Some(rows) = self.rows() else { return };
        let (row, text) = (*rows.start(), self.text());
        let field = FIELDS[self.rng.usize(0..FIELDS.len())];
        self.real.set_cell(self.model.shown[row], field, &text).unwrap();
        self.model.change(|model| model.enter(row, field, &text));
    }

    fn paste(&mut self) {
        let shown = self.model.shown.len();
        let first = self.rng.usize(0..=shown);
        let columns = self.columns();
        let room = MOST_TASKS.saturating_sub(self.model.tasks.len()).max(1);
        let height = if first == shown { self.rng.usize(1..=3).min(room) } else { 2 };
        let block: Vec<Vec<String>> =
            (0..height).map(|_| columns.iter().map(|_| self.text()).collect()).collect();
        let range = CellRange { rows: first..=first, columns: columns[..1].to_vec() };
        let target = PasteTarget { range, columns_to_the_right: columns.clone() };
        let made = self.real.paste(&target, &block).unwrap().created;
        self.model.change(|model| {
            let rank = model.tasks.len();
            model.add(rank, shown, made.into_iter().map(Task::blank).collect());
            for (row, texts) in (first..).zip(&block) {
                for (column, text) in columns.iter().zip(texts) {
                    let Column::Field(field) = column else { unreachable!() };
                    model.enter(row, *field, text);
                }
            }
        });
    }

    fn fill(&mut self) {
        let Some(rows) = self.rows() else { return };
        let (columns, text) = (self.columns(), self.text());
        let range = CellRange { rows: rows.clone(), columns: columns.clone() };
        self.real.fill_cells(&range, &text).unwrap();
        self.over(&rows, &columns, &text);
    }

    fn clear(&mut self) {
        let Some(rows) = self.rows() else { return };
        let columns = self.columns();
        let range = CellRange { rows: rows.clone(), columns: columns.clone() };
        self.real.clear_cells(&range).unwrap();
        self.over(&rows, &columns, "");
    }

    fn over(&mut self, rows: &RangeInclusive<usize>, columns: &[Column], text: &str) {
        self.model.change(|model| {
            for row in rows.clone() {
                for column in columns {
                    let Column::Field(field) = column else { unreachable!() };
                    model.enter(row, *field, text);
                }
            }
        });
    }

    fn delete(&mut self) {
        let Some(rows) = self.rows() else { return };
        self.real.delete_tasks(&rows).unwrap();
        self.model.change(|model| {
            let gone: BTreeSet<TaskId> = model.shown[rows].iter().copied().collect();
            model.tasks.retain(|task| !gone.contains(&task.id));
        });
    }

    fn insert(&mut self) {
        if self.model.tasks.len() >= MOST_TASKS {
            return;
        }
        let row = self.rng.usize(0..=self.model.shown.len());
        let made = self.real.insert_tasks(row, self.rng.usize(1..3)).unwrap().created;
        self.model.change(|model| {
            let rank = model.rank_before(row);
            model.add(rank, row, made.into_iter().map(Task::blank).collect());
        });
    }

    fn duplicate(&mut self) {
        let Some(rows) = self.rows().filter(|_| self.model.tasks.len() < MOST_TASKS) else {
            return;
        };
        let made = self.real.duplicate_tasks(&rows).unwrap().created;
        self.model.change(|model| {
            let models: Vec<Task> =
                rows.clone().map(|row| model.tasks[model.rank(model.shown[row])].clone()).collect();
            let copies = models.into_iter().zip(made).map(|(task, id)| Task { id, ..task });
            let rank = model.rank(model.shown[*rows.end()]) + 1;
            model.add(rank, rows.end() + 1, copies.collect());
        });
    }

    fn move_rows(&mut self) {
        let Some(rows) = self.rows() else { return };
        let before = self.rng.usize(0..=self.model.shown.len());
        let moved = self.real.move_tasks(&rows, before);
        let stays = (*rows.start()..=rows.end() + 1).contains(&before);
        if !stays && self.model.spec.reorders() {
            assert!(matches!(moved, Err(Error::SortedRows)));
            return;
        }
        moved.unwrap();
        if stays {
            return;
        }
        self.model.change(|model| {
            let target = model.shown.get(before).copied();
            let ids: Vec<TaskId> = model.shown[rows].to_vec();
            let moved: Vec<Task> =
                ids.iter().map(|id| model.tasks[model.rank(*id)].clone()).collect();
            model.tasks.retain(|task| !ids.contains(&task.id));
            let rank = target.map_or(model.tasks.len(), |id| model.rank(id));
            model.tasks.splice(rank..rank, moved);
        });
        self.model.show(self.model.spec.clone());
    }

    fn show(&mut self) {
        let sorts =
            [Column::Composite, Column::Field(Field::MonthlyVolume), Column::Field(Field::Owner)];
        let filters = [
            (Column::Field(Field::Owner), FilterTest::Contains("a".into())),
            (Column::Field(Field::Tags), FilterTest::Blank),
            (Column::Lane, FilterTest::OneOf(vec!["Hybrid".into(), String::new()])),
        ];
        let mut spec = ViewSpec::default();
        for column in sorts {
            if self.rng.u8(0..4) == 0 {
                spec.sort.push(SortKey { column, descending: self.rng.bool() });
            }
        }
        for (column, test) in filters {
            if self.rng.u8(0..4) == 0 {
                spec.filters.push(ColumnFilter { column, test });
            }
        }
        self.real.show_view(spec.clone());
        self.model.show(spec);
    }

    fn retrace(&mut self, back: bool) {
        let retraced = if back { self.real.undo() } else { self.real.redo() };
        if self.model.retrace(back) {
            retraced.unwrap();
        } else {
            let refused: engine::Result<Outcome> = retraced;
            assert!(matches!(refused, Err(Error::Storage(StorageError::NoStep))));
        }
    }

    fn check(&self, turn: usize) {
        let sheet = self.real.sheet();
        assert!(sheet.tasks().eq(self.model.tasks.iter()), "tasks differ after action {turn}");
        let shown: Vec<TaskId> = sheet.window(0, usize::MAX).map(|entry| entry.task.id).collect();
        assert_eq!(shown, self.model.shown, "rows differ after action {turn}");
        for (row, id) in shown.iter().enumerate() {
            assert_eq!(sheet.row_of(*id), Some(row));
        }
        for entry in sheet.entries() {
            assert_eq!(entry.standing.lane, lane_of(entry.task), "a lane differs after {turn}");
        }
    }
}

#[test]
fn ten_thousand_random_actions_leave_what_a_plain_model_says() {
    let seed = 20_261_122;
    let real = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    let mut pair = Pair { real, model: Model::default(), rng: Rng::with_seed(seed) };
    for turn in 0..ACTIONS {
        pair.act();
        pair.check(turn);
    }
    assert!(pair.real.check().unwrap().damage.is_none());
    assert_eq!(pair.real.check().unwrap().chain.broken_at, None);
}
