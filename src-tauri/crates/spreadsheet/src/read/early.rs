//! The workbooks of Excel 2, 3 and 4, and a bare stream of Excel 5: records without a container.
//!
//! Nobody makes them any more, but archives hold them, and other programs still open them.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use super::Limits;
use super::error::Reason;
use super::sink::{Budget, SheetIn, Sink};
use super::xlsx::{Shown, of_code, put_number};
use crate::sheet::{Cell, SheetState, Visibility};

/// Reads a stream of records, a sheet for each part of it that has cells.
pub(super) fn read(bytes: &[u8], limits: &Limits, sink: &mut dyn Sink) -> Result<(), Reason> {
    sink.format("early Excel workbook")?;
    let mut budget = Budget::new(limits);
    let mut records = Records::new(bytes);
    let mut name = String::from("Sheet1");
    let mut count = 0;
    let mut book = Book::default();
    while let Some((kind, data)) = records.next() {
        match kind {
            0x008F => name = text(data.get(4..).unwrap_or_default(), 1, WINDOWS_1252),
            0x0009 | 0x0209 | 0x0409 | 0x0809 => {
                let [version, holds] = [number(data, 0), number(data, 2)];
                book.version = if kind == 0x0809 { version >> 8 } else { kind >> 8 };
                // 0x10 is a sheet, 0x100 a workbook of several; the others are charts and macros.
                if holds == 0x0100 || holds == 0x0005 {
                    continue;
                }
                let mut sheet = SheetIn::open(sink, &mut budget, &name, Visibility::Visible)?;
                let state = if holds == 0x0010 {
                    book.read_sheet(&mut records, &mut sheet)?
                } else {
                    skip_sheet(&mut records);
                    SheetState::NotATable
                };
                sheet.close(state)?;
                count += 1;
                name = format!("Sheet{}", count + 1);
            }
            _ => {}
        }
    }
    if count == 0 { Err(Reason::Incomplete) } else { Ok(()) }
}

/// The records of a stream, each with its kind.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (head, rest) = self.rest.split_at_checked(4)?;
        let (data, rest) = rest.split_at_checked(usize::from(number(head, 2)))?;
        self.rest = rest;
        Some((number(head, 0), data))
    }
}

/// What the cells refer to.
#[derive(Default)]
struct Book {
    version: u16,
    encoding: Option<&'static Encoding>,
    from_1904: bool,
    formats: Vec<Shown>,
    /// The format of each style.
    styles: Vec<usize>,
}

impl Book {
    fn read_sheet(
        &mut self,
        records: &mut Records<'_>,
        sheet: &mut SheetIn<'_>,
    ) -> Result<SheetState, Reason> {
        let mut waits_for_text: Option<(u32, u32)> = None;
        for (kind, data) in records.by_ref() {
            let row = u32::from(number(data, 0));
            let column = u32::from(number(data, 2));
            // Excel 2 spends three bytes on the looks of a cell, its successors two.
            let value = data.get(if self.version == 0 { 7 } else { 6 }..).unwrap_or_default();
            let encoding = self.encoding.unwrap_or(WINDOWS_1252);
            let wide = if self.version == 0 { 1 } else { 2 };
            let style = match self.version {
                0 => Some(usize::from(data.get(5).unwrap_or(&0) & 0x3F)),
                _ => self.style(number(data, 4)),
            };
            match kind {
                0x000A => return Ok(SheetState::Read),
                0x002F => return Err(Reason::Protected),
                0x0042 => self.encoding = Some(encoding_of(number(data, 0))),
                0x0022 => self.from_1904 = number(data, 0) == 1,
                0x001E | 0x041E => {
                    let code = data.get(if kind == 0x001E { 0 } else { 2 }..).unwrap_or_default();
                    self.formats.push(of_code(&text(code, 1, encoding)));
                }
                0x0043 => self.styles.push(usize::from(data.get(2).unwrap_or(&0) & 0x3F)),
                0x0243 | 0x0443 => self.styles.push(usize::from(*data.get(1).unwrap_or(&0))),
                0x0002 => sheet.put(row, column, Cell::Number(f64::from(number(value, 0))))?,
                0x0003 | 0x0203 => self.number(sheet, row, column, style, float(value))?,
                0x027E => self.number(sheet, row, column, style, packed(value))?,
                0x00BD => {
                    for (place, chunk) in (column..).zip(data[4.min(data.len())..].chunks_exact(6))
                    {
                        let style = self.style(number(chunk, 0));
                        self.number(sheet, row, place, style, packed(&chunk[2..]))?;
                    }
                }
                0x0004 | 0x0204 | 0x00D6 => {
                    sheet.put(row, column, Cell::Text(&text(value, wide, encoding)))?;
                }
                0x0005 | 0x0205 => put_flag(sheet, row, column, value)?,
                0x0006 | 0x0206 | 0x0406 => match value {
                    // A result that is no number is marked by its last two bytes.
                    [0, _, _, _, _, _, 0xFF, 0xFF, ..] => waits_for_text = Some((row, column)),
                    [what @ (1 | 2), _, given, _, _, _, 0xFF, 0xFF, ..] => {
                        put_flag(sheet, row, column, &[*given, u8::from(*what == 2)])?;
                    }
                    [_, _, _, _, _, _, 0xFF, 0xFF, ..] => {}
                    value => self.number(sheet, row, column, style, float(value))?,
                },
                0x0007 | 0x0207 => {
                    if let Some((row, column)) = waits_for_text.take() {
                        sheet.put(row, column, Cell::Text(&text(data, wide, encoding)))?;
                    }
                }
                _ => {}
            }
        }
        // Some writers leave the last record out; half a record is another matter.
        if records.rest.is_empty() {
            return Ok(SheetState::Read);
        }
        Ok(SheetState::Unreadable("its end is missing".to_owned()))
    }

    /// Returns the number format of a style.
    fn style(&self, style: u16) -> Option<usize> {
        self.styles.get(usize::from(style)).copied()
    }

    /// Puts a number as its style shows it.
    fn number(
        &self,
        sheet: &mut SheetIn<'_>,
        row: u32,
        column: u32,
        format: Option<usize>,
        value: f64,
    ) -> Result<(), Reason> {
        let shown = format.and_then(|format| self.formats.get(format)).copied();
        put_number(row, column, value, shown.unwrap_or(Shown::Number), self.from_1904, sheet)
    }
}

fn skip_sheet(records: &mut Records<'_>) {
    for (kind, _) in records.by_ref() {
        if kind == 0x000A {
            return;
        }
    }
}

fn put_flag(sheet: &mut SheetIn<'_>, row: u32, column: u32, value: &[u8]) -> Result<(), Reason> {
    match value {
        [flag, 0, ..] => sheet.put(row, column, Cell::Bool(*flag != 0)),
        [code, _, ..] => sheet.put(row, column, Cell::Error(error_name(*code))),
        _ => Ok(()),
    }
}

const fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

fn encoding_of(page: u16) -> &'static Encoding {
    match page {
        0x8000 | 10_000 => MACINTOSH,
        // Excel 2 and 3 for Windows.
        0x8001 => WINDOWS_1252,
        page => Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(WINDOWS_1252),
    }
}

/// Returns the number in two bytes; 0 behind the end.
pub(super) fn number(data: &[u8], at: usize) -> u16 {
    let byte = |at: usize| data.get(at).copied().unwrap_or(0);
    u16::from_le_bytes([byte(at), byte(at + 1)])
}

fn float(data: &[u8]) -> f64 {
    data.first_chunk().map_or(f64::NAN, |bytes| f64::from_le_bytes(*bytes))
}

/// Returns a number that was packed into four bytes.
fn packed(data: &[u8]) -> f64 {
    let Some(&bytes) = data.first_chunk::<4>() else { return f64::NAN };
    let all = i32::from_le_bytes(bytes);
    let number = if all & 2 == 2 {
        f64::from(all >> 2)
    } else {
        f64::from_bits(u64::from(all.cast_unsigned() & !3) << 32)
    };
    if all & 1 == 1 { number / 100.0 } else { number }
}

/// Returns a text after its length, which takes one byte or two.
pub(super) fn text(data: &[u8], wide: usize, encoding: &'static Encoding) -> String {
    let length = if wide == 1 {
        usize::from(*data.first().unwrap_or(&0))
    } else {
        usize::from(number(data, 0))
    };
    let bytes = data.get(wide..).unwrap_or_default();
    let bytes = &bytes[..length.min(bytes.len())];
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
