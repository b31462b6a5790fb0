//! Excel 2003's single-file XML, which many web systems still export with the name .xls.
//!
//! Rows and cells count on from the one before unless they carry an index.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Limits;
use super::error::Reason;
use super::sink::{Budget, SheetIn, Sink};
use super::utf8::Utf8Reader;
use super::xlsx::{Shown, of_code};
use super::xml::{attribute, next, push_text, reader};
use crate::sheet::{
    Cell, MOST_COLUMNS, Merged, SheetState, Visibility, WarningKind, address, column_name,
};

/// Reads a workbook.
pub(super) fn read<R: Read + Seek>(
    mut file: R,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    // Whether a sheet is hidden stands after its cells.
    let mut shown = visibilities(&mut file).into_iter();
    file.seek(SeekFrom::Start(0))?;
    let mut xml = reader(Utf8Reader::new(BufReader::new(file)));
    let mut buffer = Vec::new();
    let mut budget = Budget::new(limits);
    let mut styles = Styles::default();
    let mut closed = false;
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "Style" => styles.begin(&element),
                "NumberFormat" => styles.format(&element),
                "Worksheet" => {
                    let name = attribute(&element, "Name").unwrap_or_default().into_owned();
                    let shown = shown.next().unwrap_or_default();
                    let sheet = SheetIn::open(sink, &mut budget, &name, shown)?;
                    read_sheet(&mut xml, &styles, sheet)?;
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "Workbook" => closed = true,
            Event::Eof if closed => return Ok(()),
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}

/// Returns how each sheet is shown, as far as the file can be read.
fn visibilities(file: impl Read) -> Vec<Visibility> {
    let mut xml = reader(Utf8Reader::new(BufReader::new(file)));
    let mut buffer = Vec::new();
    let mut found: Vec<Visibility> = Vec::new();
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer) {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "Worksheet" => found.push(Visibility::Visible),
                "Visible" => {
                    let mut text = String::new();
                    let read = push_text(&mut xml, &mut buffer, &mut text);
                    if let (Ok(()), Some(last)) = (read, found.last_mut()) {
                        *last = match text.trim() {
                            "SheetHidden" => Visibility::Hidden,
                            "SheetVeryHidden" => Visibility::VeryHidden,
                            _ => *last,
                        };
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// Which styles show percentages, by name; a style is as the one that it builds on where it says nothing.
#[derive(Default)]
struct Styles {
    percents: HashSet<String>,
    open: String,
}

impl Styles {
    fn begin(&mut self, element: &BytesStart<'_>) {
        self.open = attribute(element, "ID").unwrap_or_default().into_owned();
        let parent = attribute(element, "Parent").unwrap_or_default();
        if self.percents.contains(&*parent) {
            self.percents.insert(self.open.clone());
        }
    }

    fn format(&mut self, element: &BytesStart<'_>) {
        let code = attribute(element, "Format").unwrap_or_default();
        if code == "Percent" || of_code(&code) == Shown::Percent {
            self.percents.insert(std::mem::take(&mut self.open));
        } else {
            self.percents.remove(&self.open);
        }
    }

    /// Returns whether an element has a style that shows percentages; nothing where it has no style.
    fn of(&self, element: &BytesStart<'_>) -> Option<bool> {
        attribute(element, "StyleID").map(|style| self.percents.contains(&*style))
    }
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// Where reading has come in a sheet, and what holds for the cell there.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
    /// How many rows and columns the open ones stand for beyond themselves.
    more_rows: u32,
    more_columns: u32,
    /// Columns with a style of their own: the first, the last, and whether they show percentages.
    columns: Vec<(u32, u32, bool)>,
    row_is_percent: Option<bool>,
    is_percent: bool,
    has_formula: bool,
    in_comment: bool,
}

impl Place {
    fn column(&mut self, element: &BytesStart<'_>, styles: &Styles, sheet: &mut SheetIn<'_>) {
        let first = number(element, "Index").map_or(self.column, |index| index.saturating_sub(1));
        let last = first.saturating_add(number(element, "Span").unwrap_or(0));
        self.column = last.saturating_add(1);
        self.columns.extend(styles.of(element).map(|percent| (first, last, percent)));
        if is_hidden(element) {
            for column in first..=last.min(MOST_COLUMNS - 1) {
                sheet.warn(WarningKind::HiddenColumns, || column_name(column));
            }
        }
    }

    fn row(&mut self, element: &BytesStart<'_>, styles: &Styles, sheet: &mut SheetIn<'_>) {
        self.row = number(element, "Index").map_or(self.row, |index| index.saturating_sub(1));
        self.column = 0;
        self.more_rows = number(element, "Span").unwrap_or(0);
        self.row_is_percent = styles.of(element);
        if is_hidden(element) {
            sheet.warn(WarningKind::HiddenRows, || self.row.saturating_add(1).to_string());
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>, styles: &Styles, sheet: &mut SheetIn<'_>) {
        let index = number(element, "Index");
        self.column = index.map_or(self.column, |index| index.saturating_sub(1));
        self.more_columns = number(element, "MergeAcross").unwrap_or(0);
        let down = number(element, "MergeDown").unwrap_or(0);
        self.has_formula = attribute(element, "Formula").is_some();
        let of_column = || {
            let covers =
                |&&(first, last, _): &&(u32, u32, bool)| (first..=last).contains(&self.column);
            self.columns.iter().find(covers).map(|&(.., percent)| percent)
        };
        let style = styles.of(element).or(self.row_is_percent).or_else(of_column);
        self.is_percent = style.unwrap_or(false);
        if self.more_columns > 0 || down > 0 {
            sheet.merged.push(Merged {
                top: self.row,
                left: self.column,
                bottom: self.row.saturating_add(down),
                right: self.column.saturating_add(self.more_columns),
            });
        }
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "Hidden").as_deref() == Some("1")
}

fn read_sheet<R: BufRead>(
    xml: &mut Reader<Utf8Reader<R>>,
    styles: &Styles,
    mut sheet: SheetIn<'_>,
) -> Result<(), Reason> {
    let mut buffer = Vec::new();
    let mut text = String::new();
    let mut at = Place::default();
    loop {
        buffer.clear();
        match next(xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "Column" => at.column(&element, styles, &mut sheet),
                "Row" => at.row(&element, styles, &mut sheet),
                "Cell" => at.cell(&element, styles, &mut sheet),
                "Comment" => at.in_comment = true,
                "Data" if !at.in_comment => {
                    let kind = attribute(&element, "Type").unwrap_or_default().into_owned();
                    text.clear();
                    push_text(xml, &mut buffer, &mut text)?;
                    put(&mut sheet, &at, &kind, &text)?;
                    at.has_formula = false;
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "Comment" => at.in_comment = false,
                "Row" => at.row = at.row.saturating_add(at.more_rows).saturating_add(1),
                "Cell" => {
                    if std::mem::take(&mut at.has_formula) {
                        sheet.put(at.row, at.column, Cell::NotCalculated)?;
                    }
                    at.column = at.column.saturating_add(at.more_columns).saturating_add(1);
                }
                "Worksheet" => return sheet.close(SheetState::Read),
                _ => {}
            },
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}

fn put(sheet: &mut SheetIn<'_>, at: &Place, kind: &str, text: &str) -> Result<(), Reason> {
    let (row, column) = (at.row, at.column);
    match kind {
        "Number" => {
            let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
            if let Some(number) = number {
                let cell = if at.is_percent { Cell::Percent } else { Cell::Number };
                return sheet.put(row, column, cell(number));
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
