//! The cells of one sheet of an Excel workbook.
//!
//! Every cell that cannot be read becomes an error cell with its address; none of them ends the sheet.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::strings::{Strings, push_rich_text, unescape_units};
use super::styles::Shown;
use crate::read::dates::{date_text, duration_text};
use crate::read::error::Reason;
use crate::read::sink::SheetIn;
use crate::read::xml::{attribute, next, push_reference, reader};
use crate::sheet::{Cell, MOST_ROWS, Merged, SheetState, WarningKind, address, column_name};

/// How many rows lie between two reports of progress.
const PROGRESS_EVERY: u32 = 2_000;
/// More merged ranges than anyone makes by hand.
const MOST_MERGED: usize = 100_000;

/// What the cells of all sheets refer to.
pub(in crate::read) struct Book<'a> {
    pub strings: &'a Strings,
    pub formats: &'a [Shown],
    pub counts_from_1904: bool,
}

/// Buffers that every cell uses again.
#[derive(Default)]
struct Buffers {
    xml: Vec<u8>,
    value: String,
    text: String,
    decoded: String,
}

/// What the opening tag of a cell says.
struct Opened {
    row: u64,
    column: u64,
    style: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Unmarked,
    Shared,
    Bool,
    Error,
    FormulaText,
    Inline,
    IsoDate,
    Unknown,
}

/// Reads the cells of a sheet's part.
pub(super) fn read<R: BufRead>(
    text: crate::read::utf8::Utf8Reader<R>,
    book: &Book<'_>,
    sheet: &mut SheetIn<'_>,
    done: &dyn Fn() -> u16,
) -> Result<SheetState, Reason> {
    let mut xml = reader(text);
    let mut buffer = Vec::with_capacity(1024);
    let mut buffers = Buffers::default();
    let mut row = 0_u64;
    let mut column = 0_u64;
    let mut rows_read = 0;
    let mut root: Option<bool> = None;
    let mut closed = false;
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "c" => {
                    let opened = open(&element, row, column);
                    (row, column) = (opened.row, opened.column + 1);
                    read_cell(&mut xml, &opened, book, sheet, &mut buffers)?;
                }
                "row" => {
                    let number = attribute(&element, "r").and_then(|r| r.trim().parse().ok());
                    row = number.and_then(|number: u64| number.checked_sub(1)).unwrap_or(row);
                    column = 0;
                    if attribute(&element, "hidden").is_some_and(|flag| is_true(&flag)) {
                        sheet.warn(WarningKind::HiddenRows, || (row + 1).to_string());
                    }
                }
                "col" => {
                    let number =
                        |name| attribute(&element, name).and_then(|n| n.parse::<u32>().ok());
                    if attribute(&element, "hidden").is_some_and(|flag| is_true(&flag)) {
                        let first = number("min").unwrap_or(1).clamp(1, 16_384);
                        let last = number("max").unwrap_or(first).clamp(first, 16_384);
                        for column in first..=last {
                            sheet.warn(WarningKind::HiddenColumns, || column_name(column - 1));
                        }
                    }
                }
                "mergeCell" => {
                    let range = attribute(&element, "ref").and_then(|text| merged(&text));
                    if let Some(range) = range.filter(|_| sheet.merged.len() < MOST_MERGED) {
                        sheet.merged.push(range);
                    }
                }
                "worksheet" if root.is_none() => root = Some(true),
                _ if root.is_none() => root = Some(false),
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => {
                    row += 1;
                    column = 0;
                    rows_read += 1;
                    if rows_read % PROGRESS_EVERY == 0 {
                        sheet.progress(done())?;
                    }
                }
                "worksheet" => closed = true,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if xml.get_ref().has_replaced() {
        sheet.warn(WarningKind::ReplacedCharacters, String::new);
    }
    match root {
        Some(true) if closed => Ok(SheetState::Read),
        Some(true) => Err(Reason::Incomplete),
        Some(false) => Ok(SheetState::NotATable),
        None => Err(Reason::Damaged),
    }
}

fn is_true(flag: &str) -> bool {
    matches!(flag, "1" | "true")
}

fn open(element: &BytesStart<'_>, row: u64, column: u64) -> Opened {
    let mut opened = Opened { row, column, style: 0, kind: Kind::Unmarked };
    for attribute in element.attributes().with_checks(false).flatten() {
        let value: &str = &attribute.value;
        match attribute.key.as_ref() {
            "r" => {
                // A reference that cannot be read leaves the cell where counting puts it.
                if let Some(place) = place(value) {
                    (opened.row, opened.column) = place;
                }
            }
            "s" => opened.style = value.parse().unwrap_or(0),
            "t" => {
                opened.kind = match value {
                    "n" => Kind::Number,
                    "s" => Kind::Shared,
                    "b" => Kind::Bool,
                    "e" => Kind::Error,
                    "str" => Kind::FormulaText,
                    "inlineStr" | "is" => Kind::Inline,
                    "d" => Kind::IsoDate,
                    _ => Kind::Unknown,
                }
            }
            _ => {}
        }
    }
    opened
}

/// Returns the place of a reference like `C14`, counted from 0 and without a limit.
fn place(reference: &str) -> Option<(u64, u64)> {
    let reference = reference.trim();
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at(letters);
    let digit = |sum: u64, letter: u8| {
        sum.saturating_mul(26).saturating_add(u64::from(letter.to_ascii_uppercase() - b'A') + 1)
    };
    let column = letters.bytes().fold(0, digit).checked_sub(1)?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let row: u64 = digits.parse().unwrap_or(u64::MAX);
    Some((row.checked_sub(1)?, column))
}

fn merged(reference: &str) -> Option<Merged> {
    let (from, to) = reference.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    let small = |number: u64| u32::try_from(number).ok();
    Some(Merged {
        top: small(top)?,
        left: small(left)?,
        bottom: small(bottom)?,
        right: small(right)?,
    })
}

/// Reads a cell up to its end and puts it in the sheet.
fn read_cell<R: BufRead>(
    xml: &mut Reader<R>,
    opened: &Opened,
    book: &Book<'_>,
    sheet: &mut SheetIn<'_>,
    buffers: &mut Buffers,
) -> Result<(), Reason> {
    buffers.value.clear();
    buffers.text.clear();
    let (mut has_formula, mut has_value, mut has_inline) = (false, false, false);
    let mut in_value = false;
    loop {
        buffers.xml.clear();
        match next(xml, &mut buffers.xml)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "v" => (in_value, has_value) = (true, true),
                "f" => has_formula = true,
                "is" => {
                    has_inline = true;
                    push_rich_text(xml, "is", &mut buffers.xml, &mut buffers.text)?;
                }
                _ => {}
            },
            Event::Text(part) if in_value => buffers.value.push_str(&part.xml10_content()),
            Event::CData(part) if in_value => buffers.value.push_str(&part.xml10_content()),
            Event::GeneralRef(part) if in_value => push_reference(&part, &mut buffers.value),
            Event::End(element) => match element.local_name().as_ref() {
                "v" => in_value = false,
                "c" => break,
                _ => {}
            },
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
    let (Ok(row), Ok(column)) = (u32::try_from(opened.row), u32::try_from(opened.column)) else {
        sheet.warn(WarningKind::OutsideGrid, || format!("row {}", opened.row.saturating_add(1)));
        return Ok(());
    };
    if has_inline {
        unescape_units_into(&buffers.text, &mut buffers.decoded);
        return sheet.put(row, column, Cell::Text(&buffers.decoded));
    }
    let value = buffers.value.as_str();
    let stated = value.trim();
    if stated.is_empty() && opened.kind != Kind::FormulaText {
        let cell = if has_formula { Cell::NotCalculated } else { Cell::Empty };
        return sheet.put(row, column, cell);
    }
    match opened.kind {
        Kind::FormulaText if !has_value && has_formula => {
            sheet.put(row, column, Cell::NotCalculated)
        }
        Kind::FormulaText | Kind::Inline | Kind::Unknown => {
            unescape_units_into(value, &mut buffers.decoded);
            sheet.put(row, column, Cell::Text(&buffers.decoded))
        }
        Kind::Shared => {
            let number = stated.parse().ok();
            if let Some(text) = number.and_then(|number| book.strings.get(number)) {
                return sheet.put(row, column, Cell::Text(text));
            }
            sheet.warn(WarningKind::MissingText, || address(row.min(MOST_ROWS), column));
            sheet.put(row, column, Cell::Error("a text that the file does not hold"))
        }
        Kind::Bool => match stated.to_ascii_lowercase().as_str() {
            "1" | "true" => sheet.put(row, column, Cell::Bool(true)),
            "0" | "false" => sheet.put(row, column, Cell::Bool(false)),
            _ => sheet.put(row, column, Cell::Error(stated)),
        },
        Kind::Error => sheet.put(row, column, Cell::Error(stated)),
        Kind::IsoDate => sheet.put(row, column, Cell::Date(stated)),
        Kind::Number | Kind::Unmarked => {
            let Some(number) = finite(stated) else {
                if opened.kind == Kind::Unmarked && stated.parse::<f64>().is_err() {
                    return sheet.put(row, column, Cell::Text(value));
                }
                sheet.warn(WarningKind::NotANumber, || address(row.min(MOST_ROWS), column));
                return sheet.put(row, column, Cell::Error(stated));
            };
            let shown = book.formats.get(opened.style).copied().unwrap_or(Shown::Number);
            put_number(row, column, number, shown, book.counts_from_1904, sheet)
        }
    }
}

/// Puts a number as its style shows it.
pub(in crate::read) fn put_number(
    row: u32,
    column: u32,
    number: f64,
    shown: Shown,
    counts_from_1904: bool,
    sheet: &mut SheetIn<'_>,
) -> Result<(), Reason> {
    let text = match shown {
        Shown::Percent => return sheet.put(row, column, Cell::Percent(number)),
        Shown::Number => None,
        Shown::Date => date_text(number, counts_from_1904),
        Shown::Duration => duration_text(number),
    };
    match text {
        Some(text) => sheet.put(row, column, Cell::Date(&text)),
        None => sheet.put(row, column, Cell::Number(number)),
    }
}

/// Returns a number that a spreadsheet can hold; `inf` and `NaN` are none.
fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

fn unescape_units_into(text: &str, out: &mut String) {
    out.clear();
    unescape_units(text, out);
}
