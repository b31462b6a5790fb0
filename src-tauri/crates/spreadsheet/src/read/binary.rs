//! Excel's binary workbooks, .xls and .xlsb, through calamine.
//!
//! Whatever calamine panics or aborts on happens in the child and costs this one file.

use std::io::{Cursor, Read, Seek};

use calamine::{
    CellErrorType, Data, DataRef, DataType, ExcelDateTime, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, XlsbError,
};

use super::Limits;
use super::dates::{date_text, duration_text};
use super::error::Reason;
use super::percents;
use super::sink::{Budget, SheetIn, Sink};
use crate::sheet::{Cell, Merged, SheetState, Visibility};

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
    let mut percents = percents::of_workbook(bytes).into_iter();
    let mut budget = Budget::new(limits);
    for listed in book.sheets_metadata().to_vec() {
        let percents = percents.next().unwrap_or_default();
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
            match value.as_f64().filter(|_| percents.contains(&(row, column))) {
                Some(share) if value.is_float() || value.is_int() => {
                    sheet.put(row, column, Cell::Percent(share))?;
                }
                _ => put(&mut sheet, row, column, &borrowed(value), from_1904)?,
            }
        }
        for area in book.merge_cells_by_sheet_name(&listed.name).unwrap_or_default() {
            let ((top, left), (bottom, right)) = (area.start, area.end);
            sheet.merged.push(Merged { top, left, bottom, right });
        }
        sheet.close(SheetState::Read)?;
    }
    Ok(())
}

fn is_scrambled(message: &str) -> bool {
    message.to_lowercase().replace(' ', "").contains("codepage")
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Empty => DataRef::Empty,
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
}

/// Reads an .xlsb file.
pub(super) fn read_xlsb<R: Read + Seek>(
    file: R,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let mut book = Xlsb::new(file).map_err(|error| match error {
        XlsbError::Password => Reason::Protected,
        XlsbError::Io(error) => error.into(),
        XlsbError::Zip(error) => super::package::reason(error),
        _ => Reason::Damaged,
    })?;
    let from_1904 = book.has_1904_epoch();
    let mut budget = Budget::new(limits);
    for listed in book.sheets_metadata().to_vec() {
        let mut sheet = SheetIn::open(sink, &mut budget, &listed.name, visibility(listed.visible))?;
        if listed.typ != SheetType::WorkSheet {
            sheet.close(SheetState::NotATable)?;
            continue;
        }
        let Ok(mut cells) = book.worksheet_cells_reader(&listed.name) else {
            sheet.close(lost("it is damaged"))?;
            continue;
        };
        // Bounded, because the same record could fail for ever.
        let mut failures = 0;
        let state = loop {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    put(&mut sheet, row, column, cell.get_value(), from_1904)?;
                }
                Ok(None) => break SheetState::Read,
                // An error that calamine has no name for ends its cell only.
                Err(XlsbError::CellError(_)) if failures < 1_000_000 => failures += 1,
                Err(_) => break lost("it is damaged"),
            }
        };
        sheet.close(state)?;
    }
    Ok(())
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
    value: &DataRef<'_>,
    from_1904: bool,
) -> Result<(), Reason> {
    match value {
        DataRef::Empty => Ok(()),
        #[expect(clippy::cast_precision_loss, reason = "Excel itself stores 15 digits")]
        DataRef::Int(number) => sheet.put(row, column, Cell::Number(*number as f64)),
        DataRef::Float(number) => sheet.put(row, column, Cell::Number(*number)),
        DataRef::String(text) => sheet.put(row, column, Cell::Text(text)),
        DataRef::SharedString(text) => sheet.put(row, column, Cell::Text(text)),
        DataRef::Bool(value) => sheet.put(row, column, Cell::Bool(*value)),
        DataRef::DateTime(date) => match shown(date, from_1904) {
            Some(text) => sheet.put(row, column, Cell::Date(&text)),
            None => sheet.put(row, column, Cell::Number(date.as_f64())),
        },
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            sheet.put(row, column, Cell::Date(text))
        }
        DataRef::Error(error) => sheet.put(row, column, Cell::Error(name(error))),
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
