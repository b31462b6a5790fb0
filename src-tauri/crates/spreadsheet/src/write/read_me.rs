//! The sheet that says where the workbook comes from and how to read it.

use domain::figures;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::book::{Book, Page};
use super::{WriteError, Written, style, text};
use crate::layout;

/// The sheet that says where the workbook comes from.
pub(super) struct ReadMe;

const METHOD: [&str; 5] = [
    "Each task is scored 1 to 5 on four dimensions. On all four, 5 is the safest to hand to AI.",
    "The sum of the four, 4 to 20, recommends a lane: from 16 Automate, from 11 Hybrid, below that Human-only.",
    "A guardrail caps that lane where a single score or fact is too dangerous to be made up for by others.",
    "A person may decide otherwise, with a reason. When the scores change, the more cautious of the two counts.",
    "While a score is missing there is no lane. A blank is never counted as a nought.",
];

const USE: [&str; 3] = [
    "Sums, lanes, guardrails, counts and charts are formulas. Change a score on the sheet Matrix and they follow.",
    "The thresholds stand on the sheet Legend. Change one to see what a stricter matrix would say.",
    "Import the changed file in Trilane: it finds each task by a hidden column and shows what changed.",
];

impl Page for ReadMe {
    fn name(&self) -> &'static str {
        layout::READ_ME
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        style::page(sheet);
        sheet.set_column_width(0, 22)?.set_column_width(1, 108)?;
        sheet.set_row_height(0, 30)?;
        let about = book.about;
        sheet.write_string_with_format(0, 0, text::cell(&about.workspace).0, &style::title())?;
        let made_with = format!("Trilane {}", about.app_version);
        let tasks = book.written.tasks.to_string();
        let what = "The task matrix of a Trilane workspace: which marketing tasks AI may run, which it \
                    may draft, and which it leaves alone.";
        let facts = [
            ("What this is", what),
            ("Exported", &about.exported_at()),
            ("Made with", &made_with),
            ("Tasks", &tasks),
            ("Workspace", &about.origin.workspace),
            ("Head of the trail", &about.origin.head),
        ];
        let mut row = 2;
        for (name, fact) in facts {
            pair(sheet, &mut row, name, fact)?;
        }
        let lists = [("The method", &METHOD[..]), ("How to use it", &USE[..])];
        for (name, lines) in lists {
            row += 1;
            for (place, line) in lines.iter().enumerate() {
                pair(sheet, &mut row, if place == 0 { name } else { "" }, line)?;
            }
        }
        let left_out = left_out(book.written);
        row += u32::from(!left_out.is_empty());
        for sentence in left_out {
            pair(sheet, &mut row, "Not in this file", &sentence)?;
        }
        Ok(())
    }
}

fn pair(sheet: &mut Worksheet, row: &mut u32, name: &str, fact: &str) -> Result<(), XlsxError> {
    // Two lines where one is too short: not every program makes room for wrapped text by itself.
    sheet.set_row_height(*row, if fact.chars().count() > 125 { 32 } else { 18 })?;
    sheet.write_string_with_format(*row, 0, name, &style::bold())?;
    sheet.write_string_with_format(*row, 1, text::cell(fact).0, &style::wrapped())?;
    *row += 1;
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
            "{} cells hold texts in Trilane that their fields do not take; they are blank here.",
            figures(many)
        )),
    }
    if cut_texts > 0 {
        sentences.push(format!(
            "{} texts were longer than a cell holds (32,767 characters) and are cut here.",
            figures(cut_texts)
        ));
    }
    sentences
}
