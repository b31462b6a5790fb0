//! What guides a person who works in the sheet of tasks: what a cell takes, and what colours say.

use domain::{ColumnKind, Field, Lane, Rubric};
use rust_xlsxwriter::{
    ConditionalFormat2ColorScale, ConditionalFormatCell, ConditionalFormatCellRule,
    ConditionalFormatFormula, ConditionalFormatType, DataValidation, DataValidationErrorStyle,
    DataValidationRule, Format, Worksheet, XlsxError,
};

use super::book::Book;
use super::plan::score;
use super::{matrix, style};
use crate::layout::Column;

/// Rows below the last task that are ready for more.
const SPARE_ROWS: u32 = 500;
/// What Excel takes as an input message.
const LONGEST_MESSAGE: usize = 255;

/// Adds what spans all rows: what cells take, colours, hairlines.
pub(super) fn end(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let plan = &book.plan;
    let reach = (plan.rows + SPARE_ROWS).min(super::MOST_TASKS);
    for rubric in &book.about.rubrics {
        let place = plan.place(score(rubric.dimension));
        sheet.add_data_validation(1, place, reach, place, &scores(rubric)?)?;
    }
    let yes = plan.place(Column::Field(Field::MultimodalContext));
    sheet.add_data_validation(1, yes, reach, yes, &choices(&["Yes".into(), "No".into()])?)?;
    for column in &book.about.columns {
        let place = plan.place(Column::Field(column.field()));
        let fits = column.choices.iter().map(|it| it.len() + 1).sum::<usize>() <= 255
            && !column.choices.iter().any(|it| it.contains(','));
        if column.kind == ColumnKind::Choice && fits && !column.choices.is_empty() {
            sheet.add_data_validation(1, place, reach, place, &choices(&column.choices)?)?;
        }
    }
    // The darker the cell, the less of it is safe with AI: a column reads as a picture.
    let [first, .., last] = matrix::score_places(plan);
    let shade = ConditionalFormat2ColorScale::new()
        .set_minimum(ConditionalFormatType::Number, 1)
        .set_maximum(ConditionalFormatType::Number, 5)
        .set_minimum_color("#D9D4CB")
        .set_maximum_color("#FFFFFF");
    sheet.add_conditional_format(1, first, reach, last, &shade)?;
    for column in [Column::Lane, Column::Guarded, Column::DecidedLane, Column::Effective] {
        let place = plan.place(column);
        for lane in Lane::ALL {
            sheet.add_conditional_format(1, place, reach, place, &marked(lane))?;
        }
    }
    let last = plan.place(Column::DecidedOn);
    let filled = ConditionalFormatFormula::new()
        .set_rule("=$A2<>\"\"")
        .set_format(style::line(Format::new()));
    sheet.add_conditional_format(1, 0, reach, last, &filled)?;
    Ok(())
}

/// Returns the rule that shows a lane in its colours.
pub(super) fn marked(lane: Lane) -> ConditionalFormatCell {
    let (text, tint) = style::colours(lane);
    ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(lane.name()))
        // With its line, because some programs apply only the first rule that a cell meets.
        .set_format(style::line(Format::new().set_font_color(text).set_background_color(tint)))
}

fn scores(rubric: &Rubric) -> Result<DataValidation, XlsxError> {
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

fn choices(list: &[String]) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(list)?
        .ignore_blank(true)
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Not one of the choices")?
        .set_error_message("Choose from the list, or leave the cell blank.")
}

/// Returns the anchors that fit beside the cell; the legend has all five.
fn message(rubric: &Rubric) -> String {
    let level = |score: usize| format!("{score} {}\n", rubric.levels[score - 1]);
    let all = (1..=5).map(level).collect::<String>();
    let message =
        if all.chars().count() <= LONGEST_MESSAGE { all } else { [1, 3, 5].map(level).concat() };
    message.trim_end().chars().take(LONGEST_MESSAGE).collect()
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
