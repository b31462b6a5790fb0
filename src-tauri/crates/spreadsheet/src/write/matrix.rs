//! The sheet of tasks.
//!
//! Its formulas read the thresholds by name from the legend, so a finance director can change them
//! there and see every lane follow.

use domain::{Dimension, Field, Lane, Rubric, Task};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationErrorStyle,
    DataValidationRule, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError,
};

use super::{ExportRow, WriteError, is_number, text};
use crate::layout::{self, Column};
use crate::sheet::column_name;

/// Rows below the last task that are ready for more.
const SPARE_ROWS: u32 = 500;
/// What Excel takes as an input message.
const LONGEST_MESSAGE: usize = 255;

/// What every row needs, worked out once.
pub(super) struct Plan {
    columns: Vec<Column>,
    quoted: Format,
    first_score: String,
    last_score: String,
    sum: String,
    volume: String,
    minutes: String,
}

impl Plan {
    pub fn new() -> Self {
        let letters = |column| column_name(u32::from(layout::place(column)));
        Self {
            columns: Column::all(),
            quoted: text_format().set_quote_prefix(),
            first_score: letters(Column::Field(Field::Score(Dimension::ALL[0]))),
            last_score: letters(Column::Field(Field::Score(Dimension::ALL[3]))),
            sum: letters(Column::Sum),
            volume: letters(Column::Field(Field::MonthlyVolume)),
            minutes: letters(Column::Field(Field::MinutesPerItem)),
        }
    }

    fn sum_formula(&self, row: u32) -> String {
        let scores = format!("{}{row}:{}{row}", self.first_score, self.last_score);
        format!("=IF(COUNT({scores})=4,SUM({scores}),\"\")")
    }

    fn lane_formula(&self, row: u32) -> String {
        let sum = &self.sum;
        let [automate, hybrid, human] = Lane::ALL.map(Lane::name);
        format!(
            "=IF({sum}{row}=\"\",\"\",IF({sum}{row}>={},\"{automate}\",IF({sum}{row}>={},\"{hybrid}\",\"{human}\")))",
            layout::AUTOMATE_FROM,
            layout::HYBRID_FROM
        )
    }

    fn hours_formula(&self, row: u32) -> String {
        let Self { volume, minutes, .. } = self;
        format!(
            "=IF(OR({volume}{row}=\"\",{minutes}{row}=\"\"),\"\",{volume}{row}*{minutes}{row}/60)"
        )
    }
}

fn text_format() -> Format {
    Format::new().set_align(FormatAlign::Top).set_text_wrap()
}

/// Returns the format of a whole column; looking one up for every cell costs more than the cell.
fn column_format(column: Column) -> Format {
    let top = Format::new().set_align(FormatAlign::Top);
    match column {
        Column::Field(Field::Score(_)) | Column::Sum => top.set_align(FormatAlign::Center),
        Column::Field(field) if is_number(field) => top.set_num_format("#,##0.##"),
        Column::Hours => top.set_num_format("#,##0.0"),
        _ => text_format(),
    }
}

fn header_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color("#F1EFEA")
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color("#DEDBD5")
}

/// Writes the header and everything that belongs to the whole sheet.
pub(super) fn begin(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    // Otherwise an empty result is written as 0.
    sheet.set_formula_result_default("");
    sheet.set_row_height(0, 32)?;
    let header = header_format();
    for (place, column) in (0..).zip(Column::all()) {
        sheet.set_column_width(place, column.width())?;
        sheet.set_column_format(place, &column_format(column))?;
        sheet.write_string_with_format(0, place, column.header(), &header)?;
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
    entry: &ExportRow<'_>,
    plan: &Plan,
) -> Result<usize, WriteError> {
    let task = entry.task;
    let mut cut = 0;
    let shown_row = row + 1;
    for (place, &column) in (0..).zip(&plan.columns) {
        match column {
            Column::Field(field) if is_number(field) => {
                if let Some(number) = number(task, field) {
                    sheet.write_number(row, place, number)?;
                }
            }
            Column::Field(field) => cut += words(sheet, row, place, &task.text(field), plan)?,
            Column::Sum => {
                let result = task.composite().map_or_else(String::new, |it| it.get().to_string());
                let formula = Formula::new(plan.sum_formula(shown_row));
                sheet.write_formula(row, place, formula.set_result(result))?;
            }
            Column::Lane => {
                let formula = Formula::new(plan.lane_formula(shown_row));
                let result = task.recommended_lane().map_or("", Lane::name);
                sheet.write_formula(row, place, formula.set_result(result))?;
            }
            Column::Guardrail => cut += words(sheet, row, place, &entry.guardrail, plan)?,
            Column::Decided => cut += words(sheet, row, place, &entry.decided, plan)?,
            Column::Hours => {
                let result = task.hours_per_month().map_or_else(String::new, |it| it.to_string());
                let formula = Formula::new(plan.hours_formula(shown_row));
                sheet.write_formula(row, place, formula.set_result(result))?;
            }
            Column::Id => {
                sheet.write_string(row, place, task.id.to_string())?;
            }
        }
    }
    Ok(cut)
}

/// Writes a text that is never a formula, and returns whether it had to be cut.
fn words(
    sheet: &mut Worksheet,
    row: u32,
    place: u16,
    whole: &str,
    plan: &Plan,
) -> Result<usize, WriteError> {
    let (text, was_cut) = text::cell(whole);
    if text::is_dangerous(&text) {
        sheet.write_string_with_format(row, place, text, &plan.quoted)?;
    } else if !text.is_empty() {
        sheet.write_string(row, place, text)?;
    }
    Ok(usize::from(was_cut))
}

/// Returns the number that a field counts with.
fn number(task: &Task, field: Field) -> Option<f64> {
    // What was refused is no number, and the number under it does not count: the cell stays blank.
    if task.rejected.contains_key(&field) {
        return None;
    }
    match field {
        Field::Score(dimension) => task.scores.get(dimension).map(|it| f64::from(it.get())),
        Field::MonthlyVolume => task.monthly_volume.map(f64::from),
        _ => task.minutes_per_item,
    }
}

/// Adds what spans all rows: filter, validation, colours.
pub(super) fn end(
    sheet: &mut Worksheet,
    last_row: u32,
    rubrics: &[Rubric],
) -> Result<(), XlsxError> {
    // Long texts stay on the screen: with them the page would be too small to read.
    sheet.set_print_area(0, 0, last_row, layout::place(Column::Field(Field::Tags)))?;
    let last_column = layout::place(Column::Id);
    sheet.autofilter(0, 0, last_row.max(1), last_column)?;
    let reach = (last_row + SPARE_ROWS).min(super::MOST_TASKS);
    for rubric in rubrics {
        let place = layout::place(Column::Field(Field::Score(rubric.dimension)));
        sheet.add_data_validation(1, place, reach, place, &validation(rubric)?)?;
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
