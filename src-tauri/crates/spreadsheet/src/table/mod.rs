//! Finding the table on a sheet, and which column is which.
//!
//! A proposal that a person sees and may change, made from names alone: a column whose name says
//! nothing is left out with the reason, never filled by its position.

use std::collections::BTreeMap;

use domain::{CustomColumn, Field, Rubric};

use crate::draft::Reading;
use crate::layout;
use crate::sheet::{Cell, Sheet, SheetState, Workbook, column_name, number_text};

mod header;
mod kind;
mod names;
mod synonyms;

use header::header_row;

pub use kind::guess_kind;
pub use names::Role;
use names::{Match, role_of};

/// What a sheet's table looks like to Trilane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The row with the names of the columns, counted from 0.
    pub header_row: Option<u32>,
    /// The columns that hold something below it.
    pub columns: Vec<ColumnProposal>,
}

/// A column of the sheet and what is proposed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnProposal {
    /// Its place, counted from 0.
    pub index: u32,
    /// Its name in the header, or its letter.
    pub name: String,
    /// The first value below the header.
    pub sample: String,
    /// What it is for.
    pub role: Role,
    /// The field it fills.
    pub field: Option<Field>,
    /// Why it fills none.
    pub ignored_because: Option<String>,
}

/// Which column fills which field: what [`crate::drafts`] works from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The row with the names of the columns, counted from 0.
    pub header_row: Option<u32>,
    /// The field that each column fills.
    pub fields: BTreeMap<u32, Field>,
    /// The column with our own ids.
    pub id: Option<u32>,
    /// The column with sums to compare.
    pub sum: Option<u32>,
    /// The column with lanes to compare.
    pub lane: Option<u32>,
    /// The custom columns that fields name.
    pub columns: Vec<CustomColumn>,
    /// How the dimensions are worded, in whose words levels may be written.
    pub rubrics: Vec<Rubric>,
    /// What a person answered about columns.
    pub readings: BTreeMap<u32, Reading>,
    /// Whether an apostrophe before what looks like a formula is no part of the text: it is how text files
    /// keep it from being one.
    pub is_guarded: bool,
    /// What a person wrote over cells, by row and column counted from 0.
    pub mends: BTreeMap<(u32, u32), String>,
}

impl Proposal {
    /// Returns the proposal as a mapping.
    pub fn mapping(&self) -> Mapping {
        let with_role = |role| self.columns.iter().find(|it| it.role == role).map(|it| it.index);
        Mapping {
            header_row: self.header_row,
            fields: self.columns.iter().filter_map(|it| Some((it.index, it.field?))).collect(),
            id: with_role(Role::Id),
            sum: with_role(Role::Sum),
            lane: with_role(Role::Lane),
            ..Mapping::default()
        }
    }
}

/// Proposes header row and columns for a sheet.
pub fn propose(sheet: &Sheet) -> Proposal {
    propose_with(sheet, header_row(sheet), None)
}

/// Proposes columns below a header row that a person chose, keeping the fields that they chose too.
pub fn propose_with(
    sheet: &Sheet,
    header_row: Option<u32>,
    chosen: Option<&BTreeMap<u32, Field>>,
) -> Proposal {
    let mut columns = described(sheet, header_row);
    if let Some(chosen) = chosen {
        for column in &mut columns {
            column.field = chosen.get(&column.index).copied();
            if column.field.is_some() {
                (column.role, column.ignored_because) = (Role::Field, None);
            }
        }
    } else {
        assign(&mut columns);
    }
    for column in &mut columns {
        if column.field.is_none() && column.role == Role::Field {
            column.role = Role::Unknown;
        }
        if column.field.is_none() && column.ignored_because.is_none() {
            column.ignored_because = column.role.reason().map(str::to_owned);
        }
    }
    Proposal { header_row, columns }
}

/// Returns the sheet that most likely holds the task list: visible, with the most columns we know.
pub fn best_sheet(workbook: &Workbook) -> Option<usize> {
    let fit = |sheet: &Sheet| {
        let proposal = propose(sheet);
        let fields = proposal.columns.iter().filter(|column| column.field.is_some()).count();
        let rows = sheet.row_count().min(10_000);
        (!sheet.is_hidden(), fields, rows)
    };
    let tables = workbook
        .sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| *sheet.state() == SheetState::Read && sheet.filled_cells() > 0)
        .filter(|(_, sheet)| sheet.name() != layout::ORIGIN);
    // Of equals the first tab wins, so the comparison runs from the last.
    let tables: Vec<(usize, &Sheet)> = tables.collect();
    tables.into_iter().rev().max_by_key(|(_, sheet)| fit(sheet)).map(|(place, _)| place)
}

/// Returns the columns with their names and samples, and what their names say.
fn described(sheet: &Sheet, header_row: Option<u32>) -> Vec<ColumnProposal> {
    let first = header_row.map_or(0, |row| row + 1);
    let mut samples: BTreeMap<u32, String> = BTreeMap::new();
    for row in sheet.rows_from(first).take(1_000) {
        for (column, cell) in row.cells() {
            samples.entry(column).or_insert_with(|| shown(cell));
        }
    }
    if let Some(header) = header_row.and_then(|row| sheet.rows_from(row).next()) {
        for (column, _) in header.cells() {
            samples.entry(column).or_default();
        }
    }
    let describe = |(index, sample): (u32, String)| {
        let name = header::column_name(sheet, header_row, index);
        let Match { role, field, .. } = role_of(&name);
        let name = if name.is_empty() { format!("Column {}", column_name(index)) } else { name };
        ColumnProposal { index, name, sample, role, field, ignored_because: None }
    };
    samples.into_iter().map(describe).collect()
}

/// Leaves each field to one column: the one whose name fits best, then the leftmost.
fn assign(columns: &mut [ColumnProposal]) {
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|&place| std::cmp::Reverse(role_of(&columns[place].name).certainty));
    let mut taken: BTreeMap<Field, String> = BTreeMap::new();
    let mut roles: Vec<Role> = Vec::new();
    for place in order {
        let column = &mut columns[place];
        if let Some(field) = column.field {
            if let Some(other) = taken.get(&field) {
                column.field = None;
                column.role = Role::Unknown;
                column.ignored_because = Some(format!("“{other}” already fills {}.", field.name()));
            } else {
                taken.insert(field, column.name.clone());
            }
        } else if matches!(column.role, Role::Id | Role::Sum | Role::Lane) {
            if roles.contains(&column.role) {
                column.role = Role::Unknown;
            } else {
                roles.push(column.role);
            }
        }
    }
}

/// Returns a cell as a person sees it.
pub fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Date(text) | Cell::Error(text) => text.to_owned(),
        Cell::Number(number) => number_text(number),
        Cell::Percent(number) => {
            // A hundred times 0.07 is 7.000000000000001, which nobody has typed.
            format!("{} %", number_text((number * 1e12).round() / 1e10))
        }
        Cell::Bool(true) => "TRUE".to_owned(),
        Cell::Bool(false) => "FALSE".to_owned(),
        Cell::NotCalculated => "(not calculated)".to_owned(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use domain::Dimension;

    use super::*;
    use crate::read_text;

    fn sheet(text: &str) -> Sheet {
        read_text(text).sheets.remove(0)
    }

    #[track_caller]
    fn check(text: &str, header: Option<u32>, expected: &[Option<Field>]) {
        let proposal = propose(&sheet(text));
        let fields: Vec<Option<Field>> = proposal.columns.iter().map(|it| it.field).collect();
        assert_eq!((proposal.header_row, fields.as_slice()), (header, expected));
    }

    const SCORES: [Option<Field>; 4] = [
        Some(Field::Score(Dimension::Predictability)),
        Some(Field::Score(Dimension::ImpactOfError)),
        Some(Field::Score(Dimension::DataSensitivity)),
        Some(Field::Score(Dimension::ContextDepth)),
    ];

    #[test]
    fn columns_are_found_by_name_and_sum_and_lane_are_left_to_us() {
        let sheet = sheet(
            "Task\tPredictability (1-5)\tImpact of Error (1-5)\tData Sensitivity (1-5)\tContext Depth (1-5)\tSum\tLane\nA\t5\t4\t4\t4\t17\tAutomate",
        );
        let proposal = propose(&sheet);
        assert_eq!(proposal.columns[0].field, Some(Field::Name));
        for (place, score) in SCORES.into_iter().enumerate() {
            assert_eq!(proposal.columns[place + 1].field, score);
        }
        for column in &proposal.columns[5..] {
            assert_eq!(column.field, None);
            let reason = column.ignored_because.as_deref();
            assert_eq!(reason, Some("Trilane works this out from the scores."));
        }
    }

    #[test]
    fn synonyms_in_any_order_and_language_are_known() {
        let [predictability, error, data, context] = SCORES;
        check(
            "Sensitivity\tError impact\tResponsible\tActivity\tContext\tRepeatability\tMins\tVolume / month\tChannel(s)\n1\t2\tAna\tx\t3\t4\t5\t6\tmail",
            Some(0),
            &[
                data,
                error,
                Some(Field::Owner),
                Some(Field::Name),
                context,
                predictability,
                Some(Field::MinutesPerItem),
                Some(Field::MonthlyVolume),
                Some(Field::Channels),
            ],
        );
        check(
            "Aufgabe\tZuständig\tVorhersehbarkeit\tNotizen\nx\ty\t3\tz",
            Some(0),
            &[Some(Field::Name), Some(Field::Owner), predictability, Some(Field::Notes)],
        );
    }

    #[test]
    fn the_header_is_found_below_a_title_block() {
        let [predictability, ..] = SCORES;
        check(
            "Q3 planning\t\t\nExported by Ana\t2026-05-04\t\n\t\t\nTask\tOwner\tPredictability\nA\tB\t3",
            Some(3),
            &[Some(Field::Name), Some(Field::Owner), predictability],
        );
    }

    #[test]
    fn the_names_may_stand_under_a_row_of_groups() {
        let [predictability, error, ..] = SCORES;
        let fields = [Some(Field::Name), Some(Field::Owner), predictability, error];
        check(
            "Plan\t\t\t\nTask\tOwner\tScores\t\n\t\tPredictability\tImpact of Error\nA\tB\t3\t4",
            Some(2),
            &fields,
        );
        let twice = sheet("\tBefore\t\tAfter\t\nTask\tHours\tCost\tHours\tCost\nA\t1\t2\t3\t4");
        let names: Vec<_> = propose(&twice).columns.into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["Task", "Before: Hours", "Before: Cost", "After: Hours", "After: Cost"]);
    }

    #[test]
    fn figures_are_no_header_and_a_header_may_stand_alone() {
        check("a\t03/05/2026\t€ 4\nb\t04/05/2026\t€ 5", None, &[None, None, None]);
        check("foo\tbar", Some(0), &[None, None]);
    }

    #[test]
    fn nothing_is_mapped_by_position() {
        check("foo\tbar\tbaz\nA\t5\t4", Some(0), &[None, None, None]);
        check("A\t5\t4\nB\t3\t2", None, &[None, None, None]);
    }

    #[test]
    fn no_field_is_filled_twice_and_the_better_name_wins() {
        let sheet = sheet("Work\tTask\tOwner\tOwner\nA\tB\tC\tD");
        let proposal = propose(&sheet);
        let fields: Vec<_> = proposal.columns.iter().map(|it| it.field).collect();
        assert_eq!(fields, [None, Some(Field::Name), Some(Field::Owner), None]);
        let reason = proposal.columns[3].ignored_because.as_deref();
        assert_eq!(reason, Some("“Owner” already fills Owner."));
    }

    #[test]
    fn a_risk_column_is_not_taken_for_a_score() {
        let proposal = propose(&sheet("Task\tRisk\nA\t5"));
        assert_eq!(proposal.columns[1].field, None);
        assert!(proposal.columns[1].ignored_because.as_deref().is_some_and(|it| it.contains('5')));
    }

    #[test]
    fn a_persons_choice_replaces_the_proposal() {
        let sheet = sheet("foo\tbar\nA\tB");
        let chosen = BTreeMap::from([(1, Field::Name)]);
        let mapping = propose_with(&sheet, Some(0), Some(&chosen)).mapping();
        assert_eq!(mapping.fields, chosen);
    }
}
