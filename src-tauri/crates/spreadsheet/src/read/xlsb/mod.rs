//! Excel's binary workbooks, .xlsb: the parts of an .xlsx, each a stream of records instead of XML.
//!
//! Our own reader, for the same reasons as for .xlsx: calamine gives neither percentages nor merged and
//! hidden cells of this format, and panics on relations that Excel opens.

use std::collections::HashMap;
use std::io::{BufReader, Read, Seek};

use super::Limits;
use super::error::Reason;
use super::package::{Package, resolve};
use super::sink::{Budget, SheetIn, Sink};
use super::xlsx::{Book, Relation, Shown, Strings, built_in, of_code, put_number};
use super::xlsx::{relations, unreadable};
use crate::sheet::{
    Cell, MOST_COLUMNS, MOST_ROWS, Merged, SheetState, Visibility, WarningKind, address,
    column_name,
};

mod records;

use records::{Data, Records};

/// More merged ranges than anyone makes by hand.
const MOST_MERGED: usize = 100_000;
/// How many rows lie between two reports of progress.
const PROGRESS_EVERY: u32 = 2_000;

/// A sheet as the workbook part lists it.
struct Listed {
    name: String,
    visibility: Visibility,
    relation: String,
}

/// Reads a workbook whose main part is `main`.
pub(super) fn read<R: Read + Seek>(
    package: &mut Package<R>,
    main: &str,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let folder = main.rfind('/').map_or("", |slash| &main[..=slash]).to_owned();
    let relations = relations(package, main)?;
    let (listed, counts_from_1904) = contents(package, main)?;
    let part_of_kind = |kind: &str, usual: &str| {
        let target = relations.values().find(|relation| relation.kind == kind);
        target.map_or_else(|| format!("{folder}{usual}"), |it| resolve(&folder, &it.target))
    };
    let strings = strings(package, &part_of_kind("sharedStrings", "sharedStrings.bin"))?;
    // A broken style sheet costs the dates their form, not the file its cells.
    let formats = formats(package, &part_of_kind("styles", "styles.bin")).unwrap_or_default();
    let book = Book { strings: &strings, formats: &formats, counts_from_1904 };

    let part = |listed: &Listed| relations.get(&listed.relation);
    let target = |it: &Relation| resolve(&folder, &it.target);
    let sizes = listed.iter().filter_map(part).map(|it| package.declared_size(&target(it)));
    let total = sizes.collect::<Vec<_>>().into_iter().sum::<u64>().max(1);
    let before = package.unpacked().get();
    let mut budget = Budget::new(limits);
    for listed in &listed {
        let unpacked = package.unpacked();
        let mut sheet = SheetIn::open(sink, &mut budget, &listed.name, listed.visibility)?;
        if part(listed).is_some_and(|it| it.kind != "worksheet") {
            sheet.close(SheetState::NotATable)?;
            continue;
        }
        let done = || {
            let thousandths = unpacked.get().saturating_sub(before).saturating_mul(1000) / total;
            u16::try_from(thousandths.min(1000)).unwrap_or(1000)
        };
        let bytes = part(listed).map_or(Ok(None), |it| package.bytes(&target(it)));
        let state = match bytes {
            Ok(Some(bytes)) => match cells(bytes, &book, &mut sheet, &done) {
                Ok(()) => SheetState::Read,
                Err(error) => unreadable(error)?,
            },
            Ok(None) => SheetState::Unreadable("its part is missing from the file".to_owned()),
            Err(error) => unreadable(error)?,
        };
        sheet.close(state)?;
    }
    Ok(())
}

fn opened(bytes: Box<dyn Read + '_>) -> Records<BufReader<Box<dyn Read + '_>>> {
    Records::new(BufReader::with_capacity(1 << 16, bytes))
}

/// Returns the sheets in the order of their tabs, and whether days count from 1904.
fn contents<R: Read + Seek>(
    package: &mut Package<R>,
    main: &str,
) -> Result<(Vec<Listed>, bool), Reason> {
    let (mut sheets, mut counts_from_1904) = (Vec::new(), false);
    let mut records = opened(package.bytes(main)?.ok_or(Reason::Damaged)?);
    while let Some((kind, data)) = records.next()? {
        match kind {
            153 => counts_from_1904 = data.u8(0) & 1 == 1,
            156 => {
                let (relation, end) = data.text(8);
                let (name, _) = data.text(end);
                let visibility = match data.u32(0) {
                    0 => Visibility::Visible,
                    1 => Visibility::Hidden,
                    _ => Visibility::VeryHidden,
                };
                sheets.push(Listed { name, visibility, relation });
            }
            132 => break,
            _ => {}
        }
    }
    if sheets.is_empty() { Err(Reason::Damaged) } else { Ok((sheets, counts_from_1904)) }
}

fn strings<R: Read + Seek>(package: &mut Package<R>, part: &str) -> Result<Strings, Reason> {
    let mut strings = Strings::default();
    let Some(bytes) = package.bytes(part)? else { return Ok(strings) };
    let mut records = opened(bytes);
    while let Some((kind, data)) = records.next()? {
        // A text with its runs and reading aids, which follow it.
        if kind == 19 {
            strings.push(&data.text(1).0);
        }
    }
    Ok(strings)
}

/// Returns what each style shows, by the number that cells refer to.
fn formats<R: Read + Seek>(package: &mut Package<R>, part: &str) -> Result<Vec<Shown>, Reason> {
    let mut shown = Vec::new();
    let Some(bytes) = package.bytes(part)? else { return Ok(shown) };
    let mut custom = HashMap::new();
    let mut in_cell_styles = false;
    let mut records = opened(bytes);
    while let Some((kind, data)) = records.next()? {
        match kind {
            44 => {
                custom.insert(data.u16(0), of_code(&data.text(2).0));
            }
            617 => in_cell_styles = true,
            618 => in_cell_styles = false,
            47 if in_cell_styles => {
                let format = data.u16(2);
                let known = custom.get(&format).copied();
                shown.push(known.unwrap_or_else(|| built_in(u32::from(format))));
            }
            _ => {}
        }
    }
    Ok(shown)
}

/// Reads the cells of a sheet's part.
fn cells(
    bytes: Box<dyn Read + '_>,
    book: &Book<'_>,
    sheet: &mut SheetIn<'_>,
    done: &dyn Fn() -> u16,
) -> Result<(), Reason> {
    let mut records = opened(bytes);
    let (mut row, mut rows_read) = (0, 0);
    while let Some((kind, data)) = records.next()? {
        match kind {
            0 => {
                row = data.u32(0);
                if data.u8(11) & 0x10 != 0 {
                    sheet.warn(WarningKind::HiddenRows, || row.saturating_add(1).to_string());
                }
                rows_read += 1;
                if rows_read % PROGRESS_EVERY == 0 {
                    sheet.progress(done())?;
                }
            }
            2..=11 | 62 => put(kind, data, row, book, sheet)?,
            60 if data.u16(16) & 1 == 1 => {
                for column in data.u32(0)..=data.u32(4).min(MOST_COLUMNS - 1) {
                    sheet.warn(WarningKind::HiddenColumns, || column_name(column));
                }
            }
            176 if sheet.merged.len() < MOST_MERGED => sheet.merged.push(Merged {
                top: data.u32(0),
                bottom: data.u32(4),
                left: data.u32(8),
                right: data.u32(12),
            }),
            130 => return Ok(()),
            _ => {}
        }
    }
    Err(Reason::Incomplete)
}

fn put(
    kind: u16,
    data: Data<'_>,
    row: u32,
    book: &Book<'_>,
    sheet: &mut SheetIn<'_>,
) -> Result<(), Reason> {
    let column = data.u32(0);
    let number = match kind {
        2 => data.short_number(8),
        5 | 9 => data.f64(8),
        3 | 11 => return sheet.put(row, column, Cell::Error(error(data.u8(8)))),
        4 | 10 => return sheet.put(row, column, Cell::Bool(data.u8(8) != 0)),
        6 | 8 => return sheet.put(row, column, Cell::Text(&data.text(8).0)),
        62 => return sheet.put(row, column, Cell::Text(&data.text(9).0)),
        _ => {
            let text = usize::try_from(data.u32(8)).ok().and_then(|it| book.strings.get(it));
            if let Some(text) = text {
                return sheet.put(row, column, Cell::Text(text));
            }
            sheet.warn(WarningKind::MissingText, || address(row.min(MOST_ROWS), column));
            return sheet.put(row, column, Cell::Error("a text that the file does not hold"));
        }
    };
    // The number of the style has three bytes; the fourth holds flags.
    let style = usize::try_from(data.u32(4) & 0x00FF_FFFF).unwrap_or(usize::MAX);
    let shown = book.formats.get(style).copied().unwrap_or(Shown::Number);
    put_number(row, column, number, shown, book.counts_from_1904, sheet)
}

const fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "an error",
    }
}
