//! The sheet of tasks.
//!
//! Its formulas read the thresholds by name from the legend, so a finance director can change them
//! there and see every lane follow.

use domain::rubric::Rubric;
use domain::{Dimension, Field, Lane, Task};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationErrorStyle,
    DataValidationRule, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError,
};

use super::{WriteError, is_number, text};
use crate::layout::{self, Column};
use crate::sheet::column_name;

/// Rows below the last task that are ready for more.
const SPARE_ROWS: u32 = 500;
/// What Excel takes as an input message.
const LONGEST_MESSAGE: usize = 255;

/// The formats of the sheet.
pub(super) struct Formats {
    header: Format,
    text: Format,
    quoted: Format,
    score: Format,
    number: Format,
    hours: Format,
}

impl Formats {
    pub fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            header: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("#F1EFEA")
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color("#DEDBD5"),
            text: top().set_text_wrap(),
            quoted: top().set_text_wrap().set_quote_prefix(),
            score: top().set_align(FormatAlign::Center),
            number: top().set_num_format("#,##0.##"),
            hours: top().set_num_format("#,##0.0"),
        }
    }
}

/// Writes the header and everything that belongs to the whole sheet.
pub(super) fn begin(sheet: &mut Worksheet, formats: &Formats) -> Result<(), XlsxError> {
    // Otherwise an empty result is written as 0.
    sheet.set_formula_result_default("");
    sheet.set_row_height(0, 32)?;
    for (place, column) in (0..).zip(Column::all()) {
        sheet.set_column_width(place, column.width())?;
        sheet.write_string_with_format(0, place, column.header(), &formats.header)?;
    }
    sheet.set_column_hidden(layout::place(Column::Id))?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_footer("&L&F&RPage &P of &N");
    Ok(())
}

/// Writes a task and returns how many of its texts had to be cut.
pub(super) fn row(
    sheet: &mut Worksheet,
    row: u32,
    task: &Task,
    formats: &Formats,
) -> Result<usize, WriteError> {
    let mut cut = 0;
    for (place, column) in (0..).zip(Column::all()) {
        match column {
            Column::Field(field) if is_number(field) => {
                number(sheet, row, place, task, field, formats)?;
            }
            Column::Field(field) => {
                let whole = task.text(field);
                let (text, was_cut) = text::cell(&whole);
                cut += usize::from(was_cut);
                if !text.is_empty() {
                    let format =
                        if text::is_dangerous(&text) { &formats.quoted } else { &formats.text };
                    sheet.write_string_with_format(row, place, text.as_ref(), format)?;
                }
            }
            Column::Sum => {
                let result = task.composite().map_or_else(String::new, |it| it.get().to_string());
                formula(sheet, row, place, sum_formula(row), result, &formats.score)?;
            }
            Column::Lane => {
                let result = task.lane().map_or("", Lane::name);
                formula(sheet, row, place, lane_formula(row), result.to_owned(), &formats.text)?;
            }
            Column::Hours => {
                let result = task.hours_per_month().map_or_else(String::new, |it| it.to_string());
                formula(sheet, row, place, hours_formula(row), result, &formats.hours)?;
            }
            Column::Id => {
                sheet.write_string(row, place, task.id.to_string())?;
            }
        }
    }
    Ok(cut)
}

fn number(
    sheet: &mut Worksheet,
    row: u32,
    place: u16,
    task: &Task,
    field: Field,
    formats: &Formats,
) -> Result<(), XlsxError> {
    // What was refused is no number, and the number under it does not count: the cell stays blank.
    if task.rejected.contains_key(&field) {
        return Ok(());
    }
    let (number, format) = match field {
        Field::Score(dimension) => {
            (task.scores.get(dimension).map(|it| f64::from(it.get())), &formats.score)
        }
        Field::MonthlyVolume => (task.monthly_volume.map(f64::from), &formats.number),
        _ => (task.minutes_per_item, &formats.number),
    };
    if let Some(number) = number {
        sheet.write_number_with_format(row, place, number, format)?;
    }
    Ok(())
}

fn formula(
    sheet: &mut Worksheet,
    row: u32,
    place: u16,
    formula: String,
    result: String,
    format: &Format,
) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(result);
    sheet.write_formula_with_format(row, place, formula, format)?;
    Ok(())
}

fn cell(column: Column, row: u32) -> String {
    format!("{}{}", column_name(u32::from(layout::place(column))), row + 1)
}

const FIRST_SCORE: Column = Column::Field(Field::Score(Dimension::ALL[0]));
const LAST_SCORE: Column = Column::Field(Field::Score(Dimension::ALL[3]));

fn sum_formula(row: u32) -> String {
    let scores = format!("{}:{}", cell(FIRST_SCORE, row), cell(LAST_SCORE, row));
    format!("=IF(COUNT({scores})=4,SUM({scores}),\"\")")
}

fn lane_formula(row: u32) -> String {
    let sum = cell(Column::Sum, row);
    let [automate, hybrid, human] = Lane::ALL.map(Lane::name);
    format!(
        "=IF({sum}=\"\",\"\",IF({sum}>={},\"{automate}\",IF({sum}>={},\"{hybrid}\",\"{human}\")))",
        layout::AUTOMATE_FROM,
        layout::HYBRID_FROM
    )
}

fn hours_formula(row: u32) -> String {
    let volume = cell(Column::Field(Field::MonthlyVolume), row);
    let minutes = cell(Column::Field(Field::MinutesPerItem), row);
    format!("=IF(OR({volume}=\"\",{minutes}=\"\"),\"\",{volume}*{minutes}/60)")
}

/// Adds what spans all rows: filter, validation, colours.
pub(super) fn end(sheet: &mut Worksheet, last_row: u32) -> Result<(), XlsxError> {
    let last_column = layout::place(Column::Id);
    sheet.autofilter(0, 0, last_row.max(1), last_column)?;
    let reach = (last_row + SPARE_ROWS).min(super::MOST_TASKS);
    for rubric in Rubric::all() {
        let place = layout::place(Column::Field(Field::Score(rubric.dimension)));
        sheet.add_data_validation(1, place, reach, place, &validation(&rubric)?)?;
    }
    let lane = layout::place(Column::Lane);
    for it in Lane::ALL {
        let (text, tint) = colours(it);
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(it.name()))
            .set_format(Format::new().set_font_color(text).set_background_color(tint));
        sheet.add_conditional_format(1, lane, reach, lane, &rule)?;
    }
    Ok(())
}

fn validation(rubric: &Rubric) -> Result<DataValidation, XlsxError> {
    let whole = DataValidationRule::Between(1, 5);
    DataValidation::new()
        .allow_whole_number(whole)
        .ignore_blank(true)
        .set_input_title(rubric.dimension.name())?
        .set_input_message(message(rubric))?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("A score is 1 to 5")?
        .set_error_message("Scores are whole numbers from 1 to 5, and 5 is safest to hand to AI.")
}

/// Returns the anchors that fit beside the cell; the legend has all five.
fn message(rubric: &Rubric) -> String {
    let level = |score: usize| format!("{score} {}\n", rubric.levels[score - 1]);
    let all = (1..=5).map(level).collect::<String>();
    let message =
        if all.chars().count() <= LONGEST_MESSAGE { all } else { [1, 3, 5].map(level).concat() };
    message.trim_end().chars().take(LONGEST_MESSAGE).collect()
}

/// Returns the colours of a lane: text and tint.
pub(super) const fn colours(lane: Lane) -> (&'static str, &'static str) {
    match lane {
        Lane::Automate => ("#0B6E64", "#E0F2EE"),
        Lane::Hybrid => ("#94570A", "#FBEFD9"),
        Lane::HumanOnly => ("#4B3FA8", "#ECEAFB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_beside_a_score_fits_and_keeps_both_ends() {
        for rubric in Rubric::all() {
            let message = message(&rubric);
            assert!(message.chars().count() <= LONGEST_MESSAGE);
            assert!(message.starts_with("1 ") && message.contains("\n5 "), "{message}");
        }
    }
}
