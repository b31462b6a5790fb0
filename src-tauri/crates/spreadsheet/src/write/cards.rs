//! The sheet of the model cards: one row a card, for whoever asks which component may run and who said so.

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};

use super::book::{Book, Page};
use super::{WriteError, style, text};
use crate::layout;

/// A model card, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardRow {
    /// Its texts: title, summary, status, approval, version, lanes, tasks, owners, approver, engine, model, and
    /// what is still missing.
    pub texts: [String; 12],
    /// How many points it answers, of those that its lanes ask for.
    pub answered: u32,
    /// How many those are.
    pub asked: u32,
    /// The day on which it was approved.
    pub approved_on: Option<Date>,
    /// The last day on which that holds.
    pub until: Option<Date>,
    /// Its identity.
    pub id: String,
}

/// What the texts of a card are called.
const HEADERS: [&str; 12] = [
    "Card",
    "In one sentence",
    "Status",
    "Approval",
    "Version",
    "Lanes",
    "Tasks",
    "Owners",
    "Accountable approver",
    "What runs it",
    "Model or rule set",
    "Still missing",
];

/// What stands after the texts.
const FIGURES: [&str; 5] = ["Answered", "Asked", "Approved on", "Holds until", "Id"];
const WIDTHS: [f64; 17] = [
    30.0, 48.0, 12.0, 30.0, 9.0, 20.0, 36.0, 28.0, 24.0, 18.0, 28.0, 44.0, 10.0, 8.0, 13.0, 13.0,
    38.0,
];
const TOP: u32 = 3;

/// The sheet of the model cards.
pub(super) struct Cards;

impl Page for Cards {
    fn name(&self) -> &'static str {
        layout::CARDS
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        style::page(sheet);
        sheet.set_landscape().set_freeze_panes(TOP + 1, 1)?.set_repeat_rows(TOP, TOP)?;
        sheet.set_row_height(0, 30)?;
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        sheet.write_string_with_format(0, 0, "Model cards", &style::title())?;
        let note = "One row a card, as it stood at the export. Names are as entered: nobody is \
                    authenticated in a file.";
        sheet.write_string_with_format(1, 0, note, &style::quiet())?;
        for (column, name) in (0..).zip(HEADERS.into_iter().chain(FIGURES)) {
            sheet.write_string_with_format(TOP, column, name, &style::header())?;
        }
        let format = Formats::new();
        for (row, card) in (TOP + 1..).zip(&book.about.cards) {
            line(sheet, row, card, &format)?;
        }
        let last = TOP + u32::try_from(book.about.cards.len()).unwrap_or(u32::MAX);
        sheet.autofilter(TOP, 0, last, column(WIDTHS.len() - 1))?;
        Ok(())
    }
}

struct Formats {
    text: Format,
    quoted: Format,
    figure: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        let text = style::line(style::wrapped());
        Self {
            quoted: text.clone().set_quote_prefix(),
            figure: text.clone().set_align(FormatAlign::Right),
            day: text.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            text,
        }
    }
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    card: &CardRow,
    format: &Formats,
) -> Result<(), XlsxError> {
    for (place, words) in card.texts.iter().enumerate() {
        sheet.write_string_with_format(row, column(place), text::cell(words).0, &format.quoted)?;
    }
    let figures = column(card.texts.len());
    for (at, figure) in (figures..).zip([card.answered, card.asked]) {
        sheet.write_number_with_format(row, at, figure, &format.figure)?;
    }
    for (at, day) in (figures + 2..).zip([card.approved_on, card.until]) {
        match day.and_then(native) {
            Some(day) => sheet.write_datetime_with_format(row, at, &day, &format.day)?,
            None => sheet.write_blank(row, at, &format.day)?,
        };
    }
    sheet.write_string_with_format(row, figures + 4, &card.id, &format.text)?;
    Ok(())
}

/// Returns a day as spreadsheets count it; nothing for one before they begin.
pub(super) fn native(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
