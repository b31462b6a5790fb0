//! Open Document spreadsheets, zipped or flat, as a stream.
//!
//! Our own reader: a cell may say that it is repeated two thousand million times, and a file may be
//! indented by hand; both end calamine's reading.

use std::collections::HashSet;
use std::io::{BufRead, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Limits;
use super::error::Reason;
use super::package::Package;
use super::sink::{Budget, SheetIn, Sink};
use super::utf8::Utf8Reader;
use super::xml::{attribute, next, push_reference, reader};
use crate::sheet::{Cell, MOST_COLUMNS, MOST_ROWS, Merged, SheetState, Visibility, WarningKind};

/// What stands in a cell or above a table and is no text of it: notes, drawings, reading aids.
const BESIDE_THE_TEXT: [&str; 19] = [
    "annotation",
    "caption",
    "circle",
    "connector",
    "control",
    "custom-shape",
    "ellipse",
    "frame",
    "g",
    "line",
    "measure",
    "path",
    "polygon",
    "polyline",
    "rect",
    "regular-polygon",
    "ruby-text",
    "scene",
    "shapes",
];

/// Reads the content of a zipped spreadsheet.
pub(super) fn read<R: Read + Seek>(
    package: &mut Package<R>,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let total = package.declared_size("content.xml").max(1);
    let unpacked = package.unpacked();
    let before = unpacked.get();
    let done = || {
        let thousandths = unpacked.get().saturating_sub(before).saturating_mul(1000) / total;
        u16::try_from(thousandths.min(1000)).unwrap_or(1000)
    };
    let content = package.part("content.xml")?.ok_or(Reason::Damaged)?;
    read_content(content, limits, sink, &done)
}

/// A cell with a value of its own, kept because its row may be repeated.
struct Kept {
    column: u32,
    repeat: u32,
    value: Value,
}

enum Value {
    Text(String),
    Number(f64),
    Percent(f64),
    Bool(bool),
    Date(String),
    Error(String),
    NotCalculated,
}

/// Reads content that is not zipped.
pub(super) fn read_content<R: BufRead>(
    text: Utf8Reader<R>,
    limits: &Limits,
    sink: &mut dyn Sink,
    done: &dyn Fn() -> u16,
) -> Result<(), Reason> {
    let mut xml = reader(text);
    let mut buffer = Vec::new();
    let mut budget = Budget::new(limits);
    let mut hidden_styles = HashSet::new();
    let mut style = String::new();
    let mut closed = false;
    let mut has_body = false;
    let mut is_old = false;
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name").unwrap_or_default().into_owned(),
                "table-properties" | "properties"
                    if attribute(&element, "display").as_deref() == Some("false") =>
                {
                    hidden_styles.insert(std::mem::take(&mut style));
                }
                // The spreadsheets of OpenOffice 1, where nothing stands between the body and its tables.
                "document-content" | "document" => {
                    is_old = attribute(&element, "class").as_deref() == Some("spreadsheet");
                }
                "body" if is_old => has_body = true,
                "spreadsheet" => has_body = true,
                "table" if has_body => {
                    let name = attribute(&element, "name").unwrap_or_default().into_owned();
                    let style = attribute(&element, "style-name").unwrap_or_default();
                    let visibility = if hidden_styles.contains(&*style) {
                        Visibility::Hidden
                    } else {
                        Visibility::Visible
                    };
                    let mut sheet = SheetIn::open(sink, &mut budget, &name, visibility)?;
                    read_table(&mut xml, &mut sheet, done)?;
                    if xml.get_ref().has_replaced() {
                        sheet.warn(WarningKind::ReplacedCharacters, String::new);
                    }
                    sheet.close(SheetState::Read)?;
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "spreadsheet" => closed = true,
                "body" => closed |= is_old,
                _ => {}
            },
            Event::Eof if closed => return Ok(()),
            Event::Eof if has_body => return Err(Reason::Incomplete),
            Event::Eof => return Err(Reason::Damaged),
            _ => {}
        }
    }
}

/// Reads the rows of a table up to its end.
fn read_table<R: BufRead>(
    xml: &mut Reader<Utf8Reader<R>>,
    sheet: &mut SheetIn<'_>,
    done: &dyn Fn() -> u16,
) -> Result<(), Reason> {
    let mut buffer = Vec::new();
    let mut row = 0_u32;
    let mut column = 0_u32;
    let mut row_repeat = 1_u32;
    let mut cells: Vec<Kept> = Vec::new();
    loop {
        buffer.clear();
        match next(xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "shapes" => pass_over(xml, "shapes")?,
                "table-row" => {
                    column = 0;
                    cells.clear();
                    row_repeat = repeated(&element, "number-rows-repeated");
                    let shown = attribute(&element, "visibility");
                    if shown.is_some_and(|it| matches!(&*it, "collapse" | "filter")) {
                        sheet.warn(WarningKind::HiddenRows, || (row + 1).to_string());
                    }
                }
                "table-cell" | "covered-table-cell" => {
                    let repeat = repeated(&element, "number-columns-repeated");
                    let span = |name| attribute(&element, name).and_then(|n| n.parse::<u32>().ok());
                    let wide = span("number-columns-spanned").unwrap_or(1).max(1);
                    let high = span("number-rows-spanned").unwrap_or(1).max(1);
                    if wide > 1 || high > 1 {
                        sheet.merged.push(Merged {
                            top: row,
                            left: column,
                            bottom: row.saturating_add(high - 1),
                            right: column.saturating_add(wide - 1),
                        });
                    }
                    let stated = Stated::of(&element);
                    let text = cell_text(xml)?;
                    if let Some(value) = stated.value(text) {
                        cells.push(Kept { column, repeat, value });
                    }
                    column = column.saturating_add(repeat);
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "table-row" => {
                    put_rows(&cells, row, row_repeat, sheet)?;
                    row = row.saturating_add(row_repeat);
                    if row.is_multiple_of(1_000) {
                        sheet.progress(done())?;
                    }
                }
                "table" => return Ok(()),
                _ => {}
            },
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}

/// Reads on to the end of an element: in a file that is not zipped, charts stand in it as whole documents.
fn pass_over<R: BufRead>(xml: &mut Reader<Utf8Reader<R>>, name: &str) -> Result<(), Reason> {
    let mut buffer = Vec::new();
    let mut open = 1;
    while open > 0 {
        buffer.clear();
        match next(xml, &mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == name => open += 1,
            Event::End(element) if element.local_name().as_ref() == name => open -= 1,
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
    Ok(())
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .map_or(1, |count| count.parse::<u64>().unwrap_or(1).min(u64::from(u32::MAX)))
        .try_into()
        .unwrap_or(u32::MAX)
        .max(1)
}

fn put_rows(cells: &[Kept], row: u32, repeat: u32, sheet: &mut SheetIn<'_>) -> Result<(), Reason> {
    if cells.is_empty() {
        return Ok(());
    }
    // One row beyond the grid is enough to say that something was left out.
    for row in row..row.saturating_add(repeat).min(MOST_ROWS + 1).max(row + 1) {
        for kept in cells {
            let end = kept.column.saturating_add(kept.repeat).min(MOST_COLUMNS + 1);
            for column in kept.column..end.max(kept.column + 1) {
                let cell = match &kept.value {
                    Value::Text(text) => Cell::Text(text),
                    Value::Number(number) => Cell::Number(*number),
                    Value::Percent(number) => Cell::Percent(*number),
                    Value::Bool(value) => Cell::Bool(*value),
                    Value::Date(text) => Cell::Date(text),
                    Value::Error(text) => Cell::Error(text),
                    Value::NotCalculated => Cell::NotCalculated,
                };
                sheet.put(row, column, cell)?;
            }
        }
    }
    Ok(())
}

/// What a cell's attributes say about its value.
struct Stated {
    kind: String,
    value: Option<String>,
    text: Option<String>,
    is_error: bool,
    has_formula: bool,
}

impl Stated {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut stated = Self {
            kind: String::new(),
            value: None,
            text: None,
            is_error: false,
            has_formula: false,
        };
        for item in element.attributes().with_checks(false).flatten() {
            let value = || super::xml::unescape(item.value.clone()).into_owned();
            match item.key.as_ref() {
                "calcext:value-type" => stated.is_error = &*item.value == "error",
                key => match key.rsplit(':').next().unwrap_or(key) {
                    "value-type" => stated.kind = value(),
                    "value" | "date-value" | "time-value" | "boolean-value" => {
                        stated.value = Some(value());
                    }
                    "string-value" => stated.text = Some(value()),
                    "formula" => stated.has_formula = true,
                    _ => {}
                },
            }
        }
        stated
    }

    fn value(self, shown: String) -> Option<Value> {
        let number = || self.value.as_deref().and_then(|text| text.trim().parse::<f64>().ok());
        if self.is_error {
            return Some(Value::Error(if shown.is_empty() {
                "an error".to_owned()
            } else {
                shown
            }));
        }
        match self.kind.as_str() {
            // LibreOffice keeps what came as true or false from elsewhere as a number that shows so.
            "float" if ["TRUE", "FALSE"].contains(&shown.as_str()) => {
                Some(Value::Bool(number() != Some(0.0)))
            }
            "float" | "currency" => {
                Some(number().map_or_else(|| Value::Error(shown), Value::Number))
            }
            "percentage" => Some(number().map_or_else(|| Value::Error(shown), Value::Percent)),
            "boolean" => Some(Value::Bool(self.value.as_deref() == Some("true"))),
            "date" => Some(Value::Date(self.value.unwrap_or(shown).replace('T', " "))),
            "time" => Some(Value::Date(shown)),
            "" if self.has_formula && shown.is_empty() => Some(Value::NotCalculated),
            _ => {
                let text = self.text.unwrap_or(shown);
                (!text.is_empty()).then_some(Value::Text(text))
            }
        }
    }
}

/// Returns the text that a cell shows, up to the cell's end.
fn cell_text<R: BufRead>(xml: &mut Reader<Utf8Reader<R>>) -> Result<String, Reason> {
    let mut buffer = Vec::new();
    let mut text = String::new();
    let mut paragraphs = 0;
    let mut in_paragraph = 0;
    let mut in_note = 0;
    loop {
        buffer.clear();
        match next(xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                name if BESIDE_THE_TEXT.contains(&name) => in_note += 1,
                _ if in_note > 0 => {}
                "p" | "h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    (paragraphs, in_paragraph) = (paragraphs + 1, in_paragraph + 1);
                }
                "s" => {
                    let count = attribute(&element, "c").and_then(|count| count.parse().ok());
                    text.extend(std::iter::repeat_n(' ', count.unwrap_or(1).clamp(1, 32_767)));
                }
                "tab" | "tab-stop" => text.push('\t'),
                "line-break" => text.push('\n'),
                _ => {}
            },
            Event::Text(part) if in_paragraph > 0 && in_note == 0 => {
                text.push_str(&part.xml10_content());
            }
            Event::CData(part) if in_paragraph > 0 && in_note == 0 => {
                text.push_str(&part.xml10_content());
            }
            Event::GeneralRef(part) if in_paragraph > 0 && in_note == 0 => {
                push_reference(&part, &mut text);
            }
            Event::End(element) => match element.local_name().as_ref() {
                name if BESIDE_THE_TEXT.contains(&name) => in_note -= 1,
                // The table of a chart has rows and cells too.
                _ if in_note > 0 => {}
                "p" | "h" => in_paragraph -= 1,
                "table-cell" | "covered-table-cell" => return Ok(text),
                _ => {}
            },
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}
