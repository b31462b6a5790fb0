//! Activities from a spreadsheet: looked at first, accepted as one step.

use std::collections::BTreeMap;

use domain::rollout::{ActivityField, ActivityId, ActivityRow, PlaybookId, TakenRow};
use spreadsheet::table::{best_sheet, shown};
use spreadsheet::{Cell, Sheet, Workbook, sheet};
use uuid::Uuid;

use super::Plan;
use super::activities::activities;
use crate::{Error, Op, Outcome, Result, Workspace};

/// A table that is being looked at. Nothing of it is in the plan yet.
#[derive(Debug)]
pub struct ActivityImport {
    workbook: Workbook,
    plan: PlaybookId,
    sheet: usize,
    header_row: Option<u32>,
    columns: BTreeMap<u32, ActivityColumn>,
}

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityColumn {
    /// The number by which other rows wait for a row.
    Number,
    /// Whether a row is an activity at all: the sheet of a plan holds gates and days off too.
    Kind,
    /// A field.
    Field(ActivityField),
}

/// A row of the table, and what it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// Its number in the sheet, from 1.
    pub row: u32,
    /// What it says.
    pub read: ActivityRow,
    /// What that would do.
    pub taken: TakenRow,
    /// The addresses of the cells that cannot be taken, in the order of the issues.
    pub cells: Vec<String>,
}

/// How far down a header is looked for.
const HEADER_WITHIN: u32 = 40;

/// What stands in the column of kinds where a row is an activity.
const KINDS: [&str; 2] = ["activity", "milestone"];

/// How columns of each field are called elsewhere; where a table has several of them, the first name counts.
const NAMES: [(ActivityColumn, &[&str]); 12] = [
    (ActivityColumn::Number, &["#", "no", "no.", "nr", "nr.", "number", "id", "wbs", "row"]),
    (ActivityColumn::Kind, &["kind"]),
    (
        ActivityColumn::Field(ActivityField::Name),
        &["activity", "activities", "task", "task name", "name", "title", "step", "work", "what"],
    ),
    (
        ActivityColumn::Field(ActivityField::Owner),
        &[
            "owner",
            "responsible",
            "assignee",
            "assigned to",
            "who",
            "resource",
            "lead",
            "resource names",
        ],
    ),
    (ActivityColumn::Field(ActivityField::Phase), &["phase", "stage"]),
    (
        ActivityColumn::Field(ActivityField::Start),
        &["start", "start date", "begin", "from", "planned start", "starts"],
    ),
    (
        ActivityColumn::Field(ActivityField::End),
        &[
            "end",
            "end date",
            "finish",
            "finish date",
            "due",
            "due date",
            "until",
            "deadline",
            "ends",
        ],
    ),
    (
        ActivityColumn::Field(ActivityField::Days),
        &[
            "planned days",
            "days",
            "working days",
            "workdays",
            "duration",
            "duration (days)",
            "length",
        ],
    ),
    (
        ActivityColumn::Field(ActivityField::Needs),
        &[
            "waits for",
            "depends on",
            "dependencies",
            "predecessors",
            "predecessor",
            "after",
            "needs",
        ],
    ),
    (ActivityColumn::Field(ActivityField::Started), &["started", "actual start"]),
    (
        ActivityColumn::Field(ActivityField::Done),
        &["done", "completed", "done on", "actual end", "actual finish", "finished"],
    ),
    (
        ActivityColumn::Field(ActivityField::Note),
        &["note", "notes", "comment", "comments", "description", "details"],
    ),
];

impl ActivityImport {
    /// Looks at a workbook that was read, at the sheet and the header that most likely hold activities.
    pub fn new(workbook: Workbook, plan: PlaybookId) -> Self {
        let named = |sheet: &Sheet| header(sheet).map_or(0, |(_, columns)| columns.len());
        let most = (0..workbook.sheets.len()).rev().max_by_key(|&at| named(&workbook.sheets[at]));
        let sheet = most
            .filter(|&at| named(&workbook.sheets[at]) > 0)
            .or_else(|| best_sheet(&workbook))
            .unwrap_or_default();
        let mut import =
            Self { workbook, plan, sheet: 0, header_row: None, columns: BTreeMap::new() };
        import.choose_sheet(sheet);
        import
    }

    /// Looks at pasted text.
    pub fn of_text(text: &str, plan: PlaybookId) -> Self {
        Self::new(spreadsheet::read_text(text), plan)
    }

    /// Looks at another sheet, and finds its header anew.
    pub fn choose_sheet(&mut self, sheet: usize) {
        let Some(table) = self.workbook.sheets.get(sheet) else { return };
        self.sheet = sheet;
        let found = header(table);
        self.header_row = found.as_ref().map(|(row, _)| *row);
        self.columns = found.map(|(_, columns)| columns).unwrap_or_default();
    }

    /// Takes another row as the header; nothing for a table without one.
    pub fn choose_header(&mut self, row: Option<u32>) {
        let Some(table) = self.workbook.sheets.get(self.sheet) else { return };
        self.header_row = row;
        if let Some(row) = row {
            self.columns = columns_of(table, row);
        }
    }

    /// Says what a column holds; nothing leaves it out.
    pub fn choose_column(&mut self, column: u32, use_: Option<ActivityColumn>) {
        match use_ {
            Some(chosen) => {
                self.columns.retain(|_, other| *other != chosen);
                self.columns.insert(column, chosen);
            }
            None => {
                self.columns.remove(&column);
            }
        }
    }

    /// Returns the workbook.
    pub const fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// Returns the plan that the activities are for.
    pub const fn plan(&self) -> PlaybookId {
        self.plan
    }

    /// Returns the sheet that is looked at.
    pub const fn sheet(&self) -> usize {
        self.sheet
    }

    /// Returns the row with the names of the columns, from 0.
    pub const fn header_row(&self) -> Option<u32> {
        self.header_row
    }

    /// Returns the columns that hold something: their places, their names, and what they are for.
    pub fn columns(&self) -> Vec<(u32, String, Option<ActivityColumn>)> {
        let Some(table) = self.workbook.sheets.get(self.sheet) else { return Vec::new() };
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        for row in table.rows_from(self.header_row.unwrap_or(0)).take(200) {
            for (column, cell) in row.cells().filter(|(_, cell)| *cell != Cell::Empty) {
                let is_header = Some(row.index()) == self.header_row;
                let name = if is_header { shown(cell) } else { sheet::column_name(column) };
                names.entry(column).or_insert(name);
            }
        }
        let columns = names.into_iter();
        columns.map(|(at, name)| (at, name, self.columns.get(&at).copied())).collect()
    }

    /// Returns what every row would do to the plan.
    pub fn rows(&self, workspace: &Workspace) -> Result<Vec<ReadRow>> {
        Ok(self.taken(&workspace.plan(self.plan)?).0)
    }

    /// Returns what every row would do, and the plan that it would make.
    fn taken(&self, plan: &Plan) -> (Vec<ReadRow>, domain::rollout::Playbook) {
        let (read, _) = self.read();
        let mut newer = plan.kept.clone();
        let texts: Vec<ActivityRow> = read.iter().map(|(_, row)| row.clone()).collect();
        let taken = newer.take_rows(&texts, plan.today, || ActivityId::new(Uuid::now_v7()));
        let rows = read.into_iter().zip(taken).map(|((row, read), taken)| {
            let cells = taken.issues.iter().map(|(field, _)| self.address(row, *field)).collect();
            ReadRow { row: row + 1, read, taken, cells }
        });
        (rows.collect(), newer)
    }

    /// Returns how many rows are left out, because they are something else than activities.
    pub fn skipped(&self) -> usize {
        self.read().1
    }

    /// Reads the rows that are activities, and counts the others.
    fn read(&self) -> (Vec<(u32, ActivityRow)>, usize) {
        let Some(table) = self.workbook.sheets.get(self.sheet) else { return (Vec::new(), 0) };
        let first = self.header_row.map_or(0, |row| row + 1);
        let knows_kinds = self.columns.values().any(|it| *it == ActivityColumn::Kind);
        let mut skipped = 0;
        let rows = table.rows_from(first).filter_map(|row| {
            let mut read = ActivityRow::default();
            let mut kind = String::new();
            for (column, cell) in row.cells() {
                let text = text_of(cell);
                match self.columns.get(&column) {
                    Some(ActivityColumn::Number) => read.number = text,
                    Some(ActivityColumn::Kind) => kind = text.to_lowercase(),
                    Some(ActivityColumn::Field(field)) if !text.is_empty() => {
                        read.texts.push((*field, text));
                    }
                    _ => {}
                }
            }
            if read.texts.is_empty() {
                return None;
            }
            // Where rows say what they are, one that says neither that nor a name heads those below it.
            let is_activity = match kind.as_str() {
                "" => !knows_kinds || !read.text(ActivityField::Name).is_empty(),
                kind => KINDS.contains(&kind),
            };
            skipped += usize::from(!is_activity);
            is_activity.then(|| (row.index(), read))
        });
        (rows.collect(), skipped)
    }

    fn address(&self, row: u32, field: ActivityField) -> String {
        let of = ActivityColumn::Field(field);
        let column = self.columns.iter().find(|(_, it)| **it == of).map(|(at, _)| *at);
        column.map_or_else(|| format!("row {}", row + 1), |column| sheet::address(row, column))
    }
}

impl Workspace {
    /// Takes over what the preview of an import shows, as one step.
    pub fn accept_activities(&mut self, import: &ActivityImport) -> Result<Outcome> {
        let plan = self.plan(import.plan)?;
        let (rows, newer) = import.taken(&plan);
        let made = rows.iter().filter(|it| it.taken.is_new).count();
        let changed = rows.iter().filter(|it| !it.taken.changes.is_empty()).count();
        if made + changed == 0 {
            return Err(Error::Plan("The table holds nothing that the plan does not say.".into()));
        }
        self.transact(Op::Import, |change| {
            change.tx().put_playbook(Some(&plan.kept), Some(&newer))?;
            Ok(format!("Imported {}, changed {}", activities(made), activities(changed)))
        })
    }
}

/// Finds the row in which most columns bear a name that is known.
fn header(sheet: &Sheet) -> Option<(u32, BTreeMap<u32, ActivityColumn>)> {
    let rows = sheet.rows().take_while(|row| row.index() < HEADER_WITHIN);
    let named = rows.map(|row| (row.index(), columns_of(sheet, row.index())));
    let fits = |columns: &BTreeMap<u32, ActivityColumn>| {
        columns.values().any(|it| *it == ActivityColumn::Field(ActivityField::Name))
    };
    named.filter(|(_, columns)| fits(columns)).max_by_key(|(row, it)| (it.len(), u32::MAX - row))
}

fn columns_of(sheet: &Sheet, row: u32) -> BTreeMap<u32, ActivityColumn> {
    let mut columns: BTreeMap<u32, ActivityColumn> = BTreeMap::new();
    let Some(row) = sheet.rows_from(row).next().filter(|it| it.index() == row) else {
        return columns;
    };
    let titles: Vec<(u32, String)> =
        row.cells().map(|(at, cell)| (at, shown(cell).trim().to_lowercase())).collect();
    for (column, names) in NAMES {
        let called = |name: &&str| titles.iter().find(|(_, title)| title == name);
        if let Some((at, _)) = names.iter().find_map(called) {
            columns.insert(*at, column);
        }
    }
    columns
}

/// Returns a cell as it would be typed; of a moment only its day.
fn text_of(cell: Cell<'_>) -> String {
    match cell {
        Cell::Date(text) => text.chars().take(10).collect(),
        other => shown(other).trim().to_owned(),
    }
}
