//! Excel's binary workbooks up to 2003, .xls, through calamine.
//!
//! Whatever calamine panics or aborts on happens in the child and costs this one file.

use std::io::Cursor;

use calamine::{
    CellErrorType, Data, DataType, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError,
};

use super::Limits;
use super::beside;
use super::dates::{date_text, duration_text};
use super::error::Reason;
use super::sink::{Budget, SheetIn, Sink};
use crate::sheet::{Cell, Merged, SheetState, Visibility, WarningKind, column_name};

/// Reads an .xls file.
pub(super) fn read_xls(bytes: &[u8], limits: &Limits, sink: &mut dyn Sink) -> Result<(), Reason> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Reason::Protected,
        // The old scrambling leaves the code page unreadable; there is no plainer sign of it.
        XlsError::Cfb(error) if is_scrambled(&error.to_string()) => Reason::Protected,
        XlsError::Io(error) => error.into(),
        _ => Reason::Damaged,
    })?;
    let from_1904 = book.has_1904_epoch();
    let mut beside = beside::of_workbook(bytes).into_iter();
    let mut budget = Budget::new(limits);
    for listed in book.sheets_metadata().to_vec() {
        let beside = beside.next().unwrap_or_default();
        let mut sheet = SheetIn::open(sink, &mut budget, &listed.name, visibility(listed.visible))?;
        if listed.typ != SheetType::WorkSheet {
            sheet.close(SheetState::NotATable)?;
            continue;
        }
        let Ok(range) = book.worksheet_range(&listed.name) else {
            sheet.close(lost("it is damaged"))?;
            continue;
        };
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let place = |start: u32, offset: usize| {
                start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
            };
            let (row, column) = (place(top, row), place(left, column));
            match value.as_f64().filter(|_| beside.percents.contains(&(row, column))) {
                Some(share) if value.is_float() || value.is_int() => {
                    sheet.put(row, column, Cell::Percent(share))?;
                }
                _ => put(&mut sheet, row, column, value, from_1904)?,
            }
        }
        for area in book.merge_cells_by_sheet_name(&listed.name).unwrap_or_default() {
            let ((top, left), (bottom, right)) = (area.start, area.end);
            sheet.merged.push(Merged { top, left, bottom, right });
        }
        for row in beside.hidden_rows {
            sheet.warn(WarningKind::HiddenRows, || (row + 1).to_string());
        }
        for column in beside.hidden_columns {
            sheet.warn(WarningKind::HiddenColumns, || column_name(column));
        }
        sheet.close(SheetState::Read)?;
    }
    Ok(())
}

fn is_scrambled(message: &str) -> bool {
    message.to_lowercase().replace(' ', "").contains("codepage")
}

const fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

fn put(
    sheet: &mut SheetIn<'_>,
    row: u32,
    column: u32,
    value: &Data,
    from_1904: bool,
) -> Result<(), Reason> {
    match value {
        Data::Empty => Ok(()),
        #[expect(clippy::cast_precision_loss, reason = "Excel itself stores 15 digits")]
        Data::Int(number) => sheet.put(row, column, Cell::Number(*number as f64)),
        Data::Float(number) => sheet.put(row, column, Cell::Number(*number)),
        Data::String(text) => sheet.put(row, column, Cell::Text(text)),
        Data::Bool(value) => sheet.put(row, column, Cell::Bool(*value)),
        Data::DateTime(date) => match shown(date, from_1904) {
            Some(text) => sheet.put(row, column, Cell::Date(&text)),
            None => sheet.put(row, column, Cell::Number(date.as_f64())),
        },
        Data::DateTimeIso(text) | Data::DurationIso(text) => {
            sheet.put(row, column, Cell::Date(text))
        }
        Data::Error(error) => sheet.put(row, column, Cell::Error(name(error))),
    }
}

fn shown(date: &ExcelDateTime, from_1904: bool) -> Option<String> {
    if date.is_duration() {
        duration_text(date.as_f64())
    } else {
        date_text(date.as_f64(), from_1904)
    }
}

const fn name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

/// What a sheet that failed as a whole is reported as.
fn lost(what: &str) -> SheetState {
    SheetState::Unreadable(what.to_owned())
}
