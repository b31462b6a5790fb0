//! The sheet that explains: what lanes, levels, guardrails and colours mean.
//!
//! Whoever gets the workbook by mail has only this to go by. The cells that formulas read stand here too,
//! so that they can be seen and changed.

use domain::{Guardrail, Lane, Rubric};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::book::{Book, Page};
use super::{About, WriteError, neighbours, rules, smallest, style, text};
use crate::layout;
use crate::sheet::column_name;

/// The sheet that explains.
pub(super) struct Legend;

/// The row of the first lane, counted from 0.
const LANES: u32 = 3;
/// The row of the day on which decisions are looked at.
const AS_OF: u32 = 7;
/// The row of the names of the dimensions' levels.
const LEVELS: u32 = 9;
/// The row of the first guardrail.
const RULES: u32 = 17;
/// The column of the first text that a guardrail compares.
const TEXTS: u16 = 2;

/// Returns the cell that holds a guardrail in words.
pub(super) fn rule_cell(place: usize) -> String {
    format!("{}!$B${}", layout::LEGEND, row_of(place) + 1)
}

/// Returns the cell that holds a text which a guardrail compares.
pub(super) fn text_cell(rule: usize, text: usize) -> String {
    let column = column_name(u32::from(TEXTS) + u32::try_from(text).unwrap_or(u32::MAX));
    format!("{}!${column}${}", layout::LEGEND, row_of(rule) + 1)
}

fn row_of(rule: usize) -> u32 {
    RULES + u32::try_from(rule).unwrap_or(u32::MAX)
}

/// Gives names to the cells that formulas read.
pub(super) fn define_names(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let cell = |row: u32| format!("={}!$B${}", layout::LEGEND, row + 1);
    workbook.define_name(layout::AUTOMATE_FROM, &cell(LANES))?;
    workbook.define_name(layout::HYBRID_FROM, &cell(LANES + 1))?;
    workbook.define_name(layout::AS_OF, &cell(AS_OF))?;
    let [first, last] = [neighbours::FIRST, neighbours::FIRST + neighbours::COLUMNS - 1]
        .map(|place| column_name(u32::from(place)));
    let (top, bottom) = (neighbours::TOP + 1, neighbours::TOP + neighbours::ROWS);
    let table = format!("={}!${first}${top}:${last}${bottom}", layout::LEGEND);
    workbook.define_name(layout::NEIGHBOURS, &table)?;
    Ok(())
}

impl Page for Legend {
    fn name(&self) -> &'static str {
        layout::LEGEND
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        style::page(sheet);
        sheet.set_landscape();
        sheet.set_column_width(0, 20)?.set_column_width(1, 38)?;
        sheet.set_column_range_width(2, 6, 24)?;
        sheet.set_row_height(0, 30)?;
        sheet.write_string_with_format(0, 0, "Legend", &style::title())?;
        lanes(sheet, book.about)?;
        levels(sheet, &book.about.rubrics)?;
        let last = guardrails(sheet, book)?;
        let last = colours(sheet, last + 1)?;
        neighbours::write(sheet)?;
        sheet.set_print_area(0, 0, last, 6)?;
        Ok(())
    }
}

fn headers(sheet: &mut Worksheet, row: u32, names: &[&str]) -> Result<(), XlsxError> {
    for (place, name) in (0..).zip(names) {
        sheet.write_string_with_format(row, place, *name, &style::header())?;
    }
    Ok(())
}

fn lanes(sheet: &mut Worksheet, about: &About) -> Result<(), XlsxError> {
    headers(sheet, LANES - 1, &["Lane", "Sum from", "What it means", "", "", "", ""])?;
    let number = style::plain().set_font_color(style::ENTERED).set_align(FormatAlign::Left);
    for (row, lane) in (LANES..).zip(Lane::ALL) {
        sheet.write_string_with_format(row, 0, lane.name(), &style::lane(lane))?;
        let format = if lane == Lane::HumanOnly {
            style::plain().set_align(FormatAlign::Left)
        } else {
            number.clone()
        };
        sheet.write_number_with_format(row, 1, smallest(lane), &format)?;
        sheet.write_string_with_format(row, 2, meaning(lane), &style::plain())?;
    }
    let today = about.now.date();
    let year = u16::try_from(today.year()).unwrap_or_default();
    let [month, day] = [today.month(), today.day()].map(i8::unsigned_abs);
    let format = number.set_num_format("d mmmm yyyy");
    sheet.write_string_with_format(AS_OF, 0, "As of", &style::bold())?;
    if let Ok(date) = ExcelDateTime::from_ymd(year, month, day) {
        sheet.write_datetime_with_format(AS_OF, 1, &date, &format)?;
    }
    let what =
        "The day on which decisions are looked at: one that has expired by then does not count.";
    sheet.write_string_with_format(AS_OF, 2, what, &style::plain())?;
    Ok(())
}

const fn meaning(lane: Lane) -> &'static str {
    match lane {
        Lane::Automate => "AI runs it; people watch.",
        Lane::Hybrid => "AI drafts it; a person decides.",
        Lane::HumanOnly => "A person does it.",
    }
}

fn levels(sheet: &mut Worksheet, rubrics: &[Rubric]) -> Result<(), XlsxError> {
    headers(sheet, LEVELS, &["Dimension", "The question", "1", "2", "3", "4", "5"])?;
    let (bold, wrapped) = (style::line(style::bold()), style::line(style::wrapped()));
    for (row, rubric) in (LEVELS + 1..).zip(rubrics) {
        // Three lines: not every program makes room for wrapped text by itself.
        sheet.set_row_height(row, 48)?;
        sheet.write_string_with_format(row, 0, rubric.dimension.name(), &bold)?;
        let question = format!("{} {}", rubric.question, rubric.direction);
        sheet.write_string_with_format(row, 1, text::cell(&question).0, &wrapped)?;
        for (place, level) in (2..).zip(&rubric.levels) {
            sheet.write_string_with_format(row, place, text::cell(level).0, &wrapped)?;
        }
    }
    Ok(())
}

/// Writes the guardrails in force and returns the row below them.
fn guardrails(sheet: &mut Worksheet, book: &Book<'_>) -> Result<u32, XlsxError> {
    headers(sheet, RULES - 1, &["Guardrail", "In words", "Compares with", "", "", "", ""])?;
    let list = &book.rules.list;
    for (row, rule) in (RULES..).zip(list) {
        guardrail(sheet, row, rule)?;
    }
    let row = row_of(list.len());
    let note = if list.is_empty() {
        "No guardrail is in force."
    } else if book.rules.formulas.is_some() {
        "The matrix follows these as formulas: a score that is changed meets them at once."
    } else {
        "These are more than formulas can follow: what they say on the matrix is as of the export."
    };
    sheet.write_string_with_format(row, 0, note, &style::quiet())?;
    Ok(row + 1)
}

fn guardrail(sheet: &mut Worksheet, row: u32, rule: &Guardrail) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 32)?;
    let cap = rule.cap.lane();
    let name = if cap == Lane::Hybrid { "At most Hybrid" } else { "Human-only" };
    sheet.write_string_with_format(row, 0, name, &style::line(style::lane(cap)))?;
    let wrapped = style::line(style::wrapped());
    let sentence = rule.sentence();
    sheet.write_string_with_format(row, 1, text::cell(&sentence).0, &wrapped)?;
    for (place, compared) in (TEXTS..).zip(rules::texts(rule)) {
        let quoted = wrapped.clone().set_quote_prefix();
        sheet.write_string_with_format(row, place, text::cell(compared).0, &quoted)?;
    }
    Ok(())
}

/// Writes what the colours of the matrix say and returns the last row.
fn colours(sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
    headers(sheet, row, &["On the matrix", "What it says", "", "", "", "", ""])?;
    let entered = Format::new().set_font_color(style::ENTERED);
    let made = style::bold().set_background_color(style::MADE_BAND);
    let dark = Format::new().set_background_color("#D9D4CB");
    let rows = [
        ("Blue figure", entered, "Entered by a person: change it, and everything follows."),
        ("Blue-grey header", made, "A formula: it works itself out, so leave it as it is."),
        (
            "Shaded score",
            dark,
            "The darker, the lower the score, and the less of it is safe with AI.",
        ),
    ];
    let mut last = row;
    for (name, format, what) in rows {
        last += 1;
        sheet.write_string_with_format(last, 0, name, &format)?;
        sheet.write_string_with_format(last, 1, what, &style::plain())?;
    }
    Ok(last)
}
