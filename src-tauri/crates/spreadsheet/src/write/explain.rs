//! The two sheets that explain the first: what levels and lanes mean, and where the workbook is from.
//!
//! Whoever gets the workbook by mail has only these to go by.

use domain::{Lane, Rubric};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::{About, Written, matrix, smallest, text};

/// Where the legend keeps the smallest sum of Automate.
pub(super) const AUTOMATE_FROM_CELL: &str = "$B$4";
/// Where the legend keeps the smallest sum of Hybrid.
pub(super) const HYBRID_FROM_CELL: &str = "$B$5";

fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

fn bold() -> Format {
    Format::new().set_bold().set_align(FormatAlign::Top)
}

fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// Writes thresholds and levels.
pub(super) fn legend(sheet: &mut Worksheet, rubrics: &[Rubric]) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 20)?.set_column_width(1, 34)?;
    sheet.set_column_range_width(2, 6, 26)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.write_string_with_format(0, 0, "Legend", &title())?;
    for (place, name) in (0..).zip(["Lane", "Sum from", "What it means"]) {
        sheet.write_string_with_format(2, place, name, &bold())?;
    }
    for (row, lane) in (3..).zip(Lane::ALL) {
        let (colour, tint) = matrix::colours(lane);
        let format = bold().set_font_color(colour).set_background_color(tint);
        sheet.write_string_with_format(row, 0, lane.name(), &format)?;
        let number = Format::new().set_align(FormatAlign::Left);
        sheet.write_number_with_format(row, 1, f64::from(smallest(lane)), &number)?;
        sheet.write_string(row, 2, meaning(lane))?;
    }
    let first = 8;
    let headers = ["Dimension", "The question", "1", "2", "3", "4", "5"];
    for (place, name) in (0..).zip(headers) {
        sheet.write_string_with_format(first, place, name, &bold())?;
    }
    for (row, rubric) in (first + 1..).zip(rubrics) {
        // Three lines: not every program makes room for wrapped text by itself.
        sheet.set_row_height(row, 48)?;
        sheet.write_string_with_format(row, 0, rubric.dimension.name(), &bold())?;
        let question = format!("{} {}", rubric.question, rubric.direction);
        sheet.write_string_with_format(row, 1, text::cell(&question).0, &wrapped())?;
        for (place, level) in (2..).zip(&rubric.levels) {
            sheet.write_string_with_format(row, place, text::cell(level).0, &wrapped())?;
        }
    }
    Ok(())
}

const fn meaning(lane: Lane) -> &'static str {
    match lane {
        Lane::Automate => "AI runs it; people watch.",
        Lane::Hybrid => "AI drafts it; a person decides.",
        Lane::HumanOnly => "A person does it.",
    }
}

/// Writes where the workbook comes from and how to read it.
pub(super) fn read_me(
    sheet: &mut Worksheet,
    about: &About,
    written: Written,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 22)?.set_column_width(1, 90)?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    let (workspace, _) = text::cell(&about.workspace);
    sheet.write_string_with_format(0, 0, workspace.as_ref(), &title())?;
    let version = format!("Trilane {}", about.app_version);
    let tasks = written.tasks.to_string();
    let facts = [
        (
            "What this is",
            "The task matrix of a Trilane workspace: which tasks AI may run, draft or leave alone.",
        ),
        ("Exported", about.exported_at.as_str()),
        ("Made with", version.as_str()),
        ("Tasks", tasks.as_str()),
        ("Head of the trail", about.origin.head.as_str()),
    ];
    let mut row = 2;
    for (name, fact) in facts {
        sheet.write_string_with_format(row, 0, name, &bold())?;
        sheet.write_string_with_format(row, 1, text::cell(fact).0.as_ref(), &wrapped())?;
        row += 1;
    }
    row += 1;
    let method = [
        "Each task is scored 1 to 5 on four dimensions. On all four, 5 is the safest to hand to AI.",
        "The sum of the four, 4 to 20, recommends a lane. While a score is missing there is none.",
        "From 16 the lane is Automate, from 11 Hybrid, below that Human-only.",
        "Lane is what the scores add up to. Where a guardrail or a person says otherwise, it stands beside it.",
        "Sums and lanes are formulas: change a score, or a threshold on the sheet Legend, and they follow.",
        "Scores can be changed here and brought back: Trilane finds each task by the hidden last column.",
    ];
    sheet.write_string_with_format(row, 0, "How to read it", &bold())?;
    for line in method {
        sheet.write_string_with_format(row, 1, line, &wrapped())?;
        row += 1;
    }
    for sentence in left_out(written) {
        row += 1;
        sheet.write_string_with_format(row, 0, "Not in this file", &bold())?;
        sheet.write_string_with_format(row, 1, sentence, &wrapped())?;
    }
    Ok(())
}

fn left_out(written: Written) -> Vec<String> {
    let Written { cells_to_mend, cut_texts, .. } = written;
    let mut sentences = Vec::new();
    match cells_to_mend {
        0 => {}
        1 => sentences.push(
            "1 cell holds a text in Trilane that its field does not take; it is blank here."
                .to_owned(),
        ),
        many => sentences.push(format!(
            "{many} cells hold texts in Trilane that their fields do not take; they are blank here."
        )),
    }
    if cut_texts > 0 {
        sentences.push(format!(
            "{cut_texts} texts were longer than a cell holds (32,767 characters) and are cut here."
        ));
    }
    sentences
}
