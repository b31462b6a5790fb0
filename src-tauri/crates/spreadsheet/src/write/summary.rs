//! The sheet that leadership reads: what the matrix adds up to.
//!
//! Counts, shares and charts are formulas over the matrix. What a formula cannot know (what changed since
//! the last export, which tasks to start with) is as of the export, and the sheet says so.

use domain::{Field, Lane};
use rust_xlsxwriter::{Format, FormatAlign, Formula, Worksheet, XlsxError};

use super::book::{Book, Page};
use super::{WriteError, charts, guide, style, text};
use crate::layout::{self, Column};

/// The sheet that adds the matrix up.
pub(super) struct Summary;

/// Where the table of lanes begins, counted from 0: the row of Automate.
pub(super) const LANES: u32 = 9;
/// The row of tasks that are not scored.
const UNSCORED: u32 = LANES + 3;
/// The row of all tasks.
const TOTAL: u32 = LANES + 4;
/// Where the charts stand.
const CHARTS: u32 = TOTAL + 2;
/// Where it is told how firmly lanes hold.
const FIRM: u32 = CHARTS + 13;

impl Page for Summary {
    fn name(&self) -> &'static str {
        layout::SUMMARY
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        style::page(sheet);
        sheet.set_active(true);
        sheet.set_column_width(0, 30)?.set_column_range_width(1, 6, 18)?;
        sheet.set_default_row_height(19);
        let about = book.about;
        sheet.set_row_height(0, 30)?;
        sheet.write_string_with_format(0, 0, text::cell(&about.workspace).0, &style::title())?;
        let line =
            format!("Which marketing tasks AI may run, draft or leave alone · {}", about.day());
        sheet.write_string_with_format(1, 0, line, &style::quiet())?;
        key_figures(sheet, book)?;
        lanes(sheet, book)?;
        charts::insert(sheet, CHARTS)?;
        let row = firmness(sheet, book)?;
        let row = since(sheet, book, row + 1)?;
        pilots(sheet, book, row + 1)?;
        Ok(())
    }
}

fn section(sheet: &mut Worksheet, row: u32, name: &str) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 24)?;
    for column in 1..=6 {
        sheet.write_blank(row, column, &style::section())?;
    }
    sheet.write_string_with_format(row, 0, name, &style::section())?;
    Ok(())
}

fn headers(sheet: &mut Worksheet, row: u32, names: &[&str]) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 32)?;
    for (place, name) in (0..).zip(names) {
        let format = style::header();
        let format = if place == 0 { format } else { format.set_align(FormatAlign::Right) };
        sheet.write_string_with_format(row, place, *name, &format)?;
    }
    Ok(())
}

/// Writes a formula with what it results in.
fn formula(
    sheet: &mut Worksheet,
    (row, place): (u32, u16),
    formula: &str,
    result: f64,
    format: &Format,
) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(result.to_string());
    sheet.write_formula_with_format(row, place, formula, format)?;
    Ok(())
}

fn count() -> Format {
    style::plain().set_num_format("#,##0")
}

fn share() -> Format {
    style::plain().set_num_format("0%")
}

fn part(of: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { of / whole }
}

fn key_figures(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let tally = &book.tally;
    let total = TOTAL + 1;
    let figures = [
        ("Tasks", format!("=B{total}"), f64::from(tally.tasks)),
        ("Scored", format!("=B{total}-B{}", UNSCORED + 1), f64::from(tally.scored())),
        ("Hours a month", format!("=D{total}"), tally.hours()),
        (
            "Held by a guardrail",
            format!("=COUNTIF({},\"?*\")", book.plan.all(Column::Guardrail)),
            f64::from(tally.capped),
        ),
        (
            "Decided by a person",
            format!(
                "=COUNTIF({},\"{}\")",
                book.plan.all(Column::DecisionState),
                super::formulas::HOLDS
            ),
            f64::from(tally.decided),
        ),
    ];
    let label = style::quiet().set_align(FormatAlign::Left);
    let value = Format::new()
        .set_font_color(style::INK)
        .set_bold()
        .set_font_size(20)
        .set_num_format("#,##0")
        .set_align(FormatAlign::Left);
    sheet.set_row_height(4, 30)?;
    for (place, (name, text, result)) in (0..).zip(figures) {
        sheet.write_string_with_format(3, place, name, &label)?;
        formula(sheet, (4, place), &text, result, &value)?;
    }
    Ok(())
}

fn lanes(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let (plan, tally) = (&book.plan, &book.tally);
    section(sheet, LANES - 3, "By lane")?;
    let names = ["Lane", "Tasks", "Share", "Hours a month", "Share of hours", "By the sum alone"];
    headers(sheet, LANES - 1, &names)?;
    sheet.write_string_with_format(
        LANES - 2,
        0,
        "The lane that counts: what the scores add up to, guardrails and decisions included.",
        &style::quiet(),
    )?;
    let (effective, hours) = (plan.all(Column::Effective), plan.all(Column::Hours));
    let lane = plan.all(Column::Lane);
    let total = TOTAL + 1;
    let (all, all_hours) = (f64::from(tally.tasks), tally.hours());
    let [count, share, tenth] =
        [count(), share(), style::plain().set_num_format("#,##0.0")].map(style::line);
    let kinds = Lane::ALL.into_iter().map(Some).chain([None]);
    for ((row, kind), of) in (LANES..).zip(kinds).zip(tally.lanes.iter().chain([&tally.unscored])) {
        let shown = row + 1;
        let (tasks, in_hours, by_sum) = if let Some(kind) = kind {
            let name = kind.name();
            sheet.write_string_with_format(row, 0, name, &style::line(style::lane(kind)))?;
            (
                format!("=COUNTIF({effective},A{shown})"),
                format!("=SUMIF({effective},A{shown},{hours})"),
                format!("=COUNTIF({lane},A{shown})"),
            )
        } else {
            let quiet = style::line(style::quiet());
            sheet.write_string_with_format(row, 0, "Not scored yet", &quiet)?;
            let first = LANES + 1;
            (
                format!("=B{total}-SUM(B{first}:B{})", shown - 1),
                format!("=SUM({hours})-SUM(D{first}:D{})", shown - 1),
                format!("=B{total}-SUM(F{first}:F{})", shown - 1),
            )
        };
        let tasks_now = f64::from(of.tasks);
        formula(sheet, (row, 1), &tasks, tasks_now, &count)?;
        let text = format!("=IF(B${total}=0,0,B{shown}/B${total})");
        formula(sheet, (row, 2), &text, part(tasks_now, all), &share)?;
        formula(sheet, (row, 3), &in_hours, of.hours, &tenth)?;
        let text = format!("=IF(D${total}=0,0,D{shown}/D${total})");
        formula(sheet, (row, 4), &text, part(of.hours, all_hours), &share)?;
        formula(sheet, (row, 5), &by_sum, f64::from(of.by_sum), &count)?;
    }
    totals(sheet, book)
}

fn totals(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let (plan, tally) = (&book.plan, &book.tally);
    let (id, name) = (plan.all(Column::Id), plan.all(Column::Field(Field::Name)));
    let heavy = |format: &str| style::bold().set_num_format(format);
    let all = f64::from(tally.tasks);
    let has = |it: f64| if it == 0.0 { 0.0 } else { 1.0 };
    let total = TOTAL + 1;
    sheet.write_string_with_format(TOTAL, 0, "All tasks", &heavy("@"))?;
    // A task that was added in Excel has a name and no id yet.
    let tasks = format!("=COUNTA({id})+COUNTIFS({id},\"\",{name},\"?*\")");
    formula(sheet, (TOTAL, 1), &tasks, all, &heavy("#,##0"))?;
    formula(sheet, (TOTAL, 2), &format!("=IF(B{total}=0,0,1)"), has(all), &heavy("0%"))?;
    let hours = format!("=SUM({})", plan.all(Column::Hours));
    formula(sheet, (TOTAL, 3), &hours, tally.hours(), &heavy("#,##0.0"))?;
    formula(sheet, (TOTAL, 4), &format!("=IF(D{total}=0,0,1)"), has(tally.hours()), &heavy("0%"))?;
    formula(sheet, (TOTAL, 5), &format!("=B{total}"), all, &heavy("#,##0"))
}

fn firmness(sheet: &mut Worksheet, book: &Book<'_>) -> Result<u32, XlsxError> {
    section(sheet, FIRM, "How firmly the lanes hold")?;
    let line = "Scores are judgements: a point more or less on one of them moves the sum by one.";
    sheet.write_string_with_format(FIRM + 1, 0, line, &style::quiet())?;
    headers(sheet, FIRM + 2, &["The sum is", "Tasks", "Share of scored"])?;
    let sums = book.plan.all(Column::Sum);
    let at = |steps: i32| {
        let counted = [layout::AUTOMATE_FROM, layout::HYBRID_FROM].map(|from| {
            format!("COUNTIF({sums},{from}-{})+COUNTIF({sums},{from}+{})", steps + 1, steps)
        });
        format!("={}", counted.join("+"))
    };
    let [one, two] = book.tally.close.map(f64::from);
    let scored = f64::from(book.tally.scored());
    let first = FIRM + 4;
    let scored_cell = "$B$5";
    let rows = [
        ("one point from another lane", at(0), one),
        ("two points away", at(1), two),
        (
            "three or more away",
            format!("={scored_cell}-B{first}-B{}", first + 1),
            scored - one - two,
        ),
    ];
    let [count, share] = [count(), share()].map(style::line);
    for (row, (name, text, result)) in (FIRM + 3..).zip(rows) {
        sheet.write_string_with_format(row, 0, name, &style::line(style::plain()))?;
        formula(sheet, (row, 1), &text, result, &count)?;
        let text = format!("=IF({scored_cell}=0,0,B{}/{scored_cell})", row + 1);
        formula(sheet, (row, 2), &text, part(result, scored), &share)?;
    }
    Ok(FIRM + 6)
}

fn since(sheet: &mut Worksheet, book: &Book<'_>, row: u32) -> Result<u32, XlsxError> {
    section(sheet, row, "Since the last export")?;
    let lines = match &book.about.since {
        None => vec!["This is the first export of this workspace from this computer.".to_owned()],
        Some(since) => since.sentences(),
    };
    let mut row = row + 1;
    for line in lines {
        sheet.write_string_with_format(row, 0, text::cell(&line).0, &style::plain())?;
        row += 1;
    }
    Ok(row)
}

fn pilots(sheet: &mut Worksheet, book: &Book<'_>, row: u32) -> Result<(), XlsxError> {
    section(sheet, row, "Where to start")?;
    let how = "As of the export: the most hours a month in a lane that a second opinion would not change.";
    sheet.write_string_with_format(row + 1, 0, how, &style::quiet())?;
    if book.tally.pilots.is_empty() {
        let missing =
            "No task has all four scores, a volume and minutes in Automate or Hybrid yet.";
        sheet.write_string_with_format(row + 2, 0, missing, &style::plain())?;
        return Ok(());
    }
    headers(sheet, row + 2, &["Task", "Lane", "Hours a month"])?;
    for place in 3..=6 {
        sheet.write_blank(row + 2, place, &style::header())?;
    }
    sheet.write_string_with_format(row + 2, 3, "Why", &style::header().set_indent(1))?;
    let line = style::line(style::plain());
    let hours = line.clone().set_num_format("#,##0.0");
    let name = style::line(style::bold().set_text_wrap());
    let first = row + 3;
    for (row, pilot) in (first..).zip(&book.tally.pilots) {
        for place in 3..=6 {
            sheet.write_blank(row, place, &line)?;
        }
        sheet.write_string_with_format(row, 0, text::cell(&pilot.task.name).0, &name)?;
        let right = line.clone().set_align(FormatAlign::Right);
        sheet.write_string_with_format(row, 1, pilot.lane.name(), &right)?;
        sheet.write_number_with_format(row, 2, pilot.hours, &hours)?;
        sheet.write_string_with_format(row, 3, pilot.reason(), &line.clone().set_indent(1))?;
    }
    let last = first + u32::try_from(book.tally.pilots.len()).unwrap_or(1) - 1;
    for lane in Lane::ALL {
        sheet.add_conditional_format(first, 1, last, 1, &guide::marked(lane))?;
    }
    Ok(())
}
