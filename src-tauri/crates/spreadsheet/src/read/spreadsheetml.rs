//! Excel 2003's single-file XML, which many web systems still export with the name .xls.
//!
//! Rows and cells count on from the one before unless they carry an index.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Limits;
use super::error::Reason;
use super::sink::{Budget, SheetIn, Sink};
use super::utf8::Utf8Reader;
use super::xml::{attribute, next, push_text, reader};
use crate::sheet::{Cell, Merged, SheetState, Visibility, WarningKind, address};

/// Reads a workbook.
pub(super) fn read<R: BufRead>(
    text: Utf8Reader<R>,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let mut xml = reader(text);
    let mut buffer = Vec::new();
    let mut budget = Budget::new(limits);
    let mut closed = false;
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "Worksheet" => {
                let name = attribute(&element, "Name").unwrap_or_default().into_owned();
                let sheet = SheetIn::open(sink, &mut budget, &name, Visibility::Visible)?;
                read_sheet(&mut xml, sheet)?;
            }
            Event::End(element) if element.local_name().as_ref() == "Workbook" => closed = true,
            Event::Eof if closed => return Ok(()),
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

fn read_sheet<R: BufRead>(
    xml: &mut Reader<Utf8Reader<R>>,
    mut sheet: SheetIn<'_>,
) -> Result<(), Reason> {
    let mut buffer = Vec::new();
    let mut text = String::new();
    let (mut row, mut column, mut wide, mut has_formula) = (0_u32, 0_u32, 1_u32, false);
    loop {
        buffer.clear();
        match next(xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "Row" => {
                    row = number(&element, "Index").map_or(row, |index| index.saturating_sub(1));
                    column = 0;
                    if attribute(&element, "Hidden").as_deref() == Some("1") {
                        sheet.warn(WarningKind::HiddenRows, || (row + 1).to_string());
                    }
                }
                "Cell" => {
                    column =
                        number(&element, "Index").map_or(column, |index| index.saturating_sub(1));
                    let across = number(&element, "MergeAcross").unwrap_or(0);
                    let down = number(&element, "MergeDown").unwrap_or(0);
                    wide = across.saturating_add(1);
                    has_formula = attribute(&element, "Formula").is_some();
                    if across > 0 || down > 0 {
                        let (bottom, right) =
                            (row.saturating_add(down), column.saturating_add(across));
                        sheet.merged.push(Merged { top: row, left: column, bottom, right });
                    }
                }
                "Data" => {
                    let kind = attribute(&element, "Type").unwrap_or_default().into_owned();
                    text.clear();
                    push_text(xml, &mut buffer, &mut text)?;
                    put(&mut sheet, row, column, &kind, &text)?;
                    has_formula = false;
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "Row" => row = row.saturating_add(1),
                "Cell" => {
                    if std::mem::take(&mut has_formula) {
                        sheet.put(row, column, Cell::NotCalculated)?;
                    }
                    column = column.saturating_add(wide);
                }
                "Worksheet" => return sheet.close(SheetState::Read),
                _ => {}
            },
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}

fn put(
    sheet: &mut SheetIn<'_>,
    row: u32,
    column: u32,
    kind: &str,
    text: &str,
) -> Result<(), Reason> {
    match kind {
        "Number" => {
            let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
            if let Some(number) = number {
                return sheet.put(row, column, Cell::Number(number));
            }
            sheet.warn(WarningKind::NotANumber, || address(row, column));
            sheet.put(row, column, Cell::Error(text))
        }
        "Boolean" => sheet.put(row, column, Cell::Bool(text.trim() == "1")),
        "DateTime" => {
            let date = text.trim().trim_end_matches("T00:00:00.000").replace('T', " ");
            sheet.put(row, column, Cell::Date(date.trim_end_matches(".000")))
        }
        "Error" => sheet.put(row, column, Cell::Error(text)),
        _ => sheet.put(row, column, Cell::Text(text)),
    }
}
