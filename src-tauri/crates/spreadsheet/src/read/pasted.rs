//! Tables in text that a person pasted: from a spreadsheet, a file, a chat or a web page.
//!
//! No child is needed: a text is bounded by what was copied, and nothing in it allocates on its word.

use super::delimited::dialect::{Dialect, detect};
use super::delimited::rows;
use crate::clipboard::parse_block;
use crate::sheet::{Sheet, Workbook};

/// Reads a pasted text as a workbook of one sheet.
pub fn read_text(text: &str) -> Workbook {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(sheets) = of_page(text) {
        let (source, format) = ("pasted text".to_owned(), "web page".to_owned());
        return Workbook { source, format, sheets, ..Workbook::default() };
    }
    let (format, rows) = if let Some(rows) = piped(text) {
        ("table with pipes", rows)
    } else if text.contains('\t') {
        (Dialect::TAB.name(), parse_block(text))
    } else {
        let (dialect, body) = detect(text);
        (dialect.name(), rows(body, dialect))
    };
    Workbook {
        source: "pasted text".to_owned(),
        format: format.to_owned(),
        sheets: vec![Sheet::of_texts("Pasted", &rows)],
        ..Workbook::default()
    }
}

/// Reads the tables of a pasted piece of a web page, a sheet each.
fn of_page(text: &str) -> Option<Vec<Sheet>> {
    let lower = text.trim_start().get(..2000).unwrap_or(text).to_ascii_lowercase();
    if !lower.trim_start().starts_with('<') || !lower.contains("<t") {
        return None;
    }
    let limits = super::Limits::default();
    let mut keep = super::sink::Keep::new("pasted text", &limits);
    super::html::read_text(text, &limits, &mut keep).ok()?;
    Some(keep.workbook.sheets)
}

/// Reads a table whose header is set off by a rule of dashes, as Markdown has it.
pub(super) fn ruled(text: &str) -> Option<Vec<Vec<String>>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let rule = lines.iter().position(|line| is_rule(line)).filter(|&rule| rule > 0)?;
    let is_row = |line: &&&str| line.contains('|');
    let before = lines[..rule].iter().rev().take_while(is_row).count();
    let after = lines[rule + 1..].iter().take_while(is_row);
    let rows = lines[rule - before..rule].iter().chain(after);
    Some(rows.map(|line| split(line)).collect())
}

/// Reads a table whose header is set off by a rule of dashes, or whose lines all hold pipes.
fn piped(text: &str) -> Option<Vec<Vec<String>>> {
    if let Some(rows) = ruled(text) {
        return Some(rows);
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if let Some(rows) = lines.iter().find_map(|line| unrolled(line)) {
        return Some(rows);
    }
    let with_pipes = lines.iter().filter(|line| line.contains('|')).count();
    (with_pipes > 0 && with_pipes == lines.len() && !text.contains('\t'))
        .then(|| lines.iter().map(|line| split(line)).collect())
}

/// Returns whether a line only rules off a header: dashes, colons and pipes.
fn is_rule(line: &str) -> bool {
    line.contains("--")
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '-' | ':' | '|' | ' '))
}

fn is_rule_cell(cell: &str) -> bool {
    let dashes = cell.trim().trim_matches(':');
    dashes.len() >= 2 && dashes.bytes().all(|byte| byte == b'-')
}

/// Splits a line at its pipes; `\|` is a pipe that belongs to the text.
fn split(line: &str) -> Vec<String> {
    let inner = line.trim();
    let inner = inner.strip_prefix('|').unwrap_or(inner);
    let inner = match inner.strip_suffix('|') {
        Some(cut) if !cut.ends_with('\\') => cut,
        _ => inner,
    };
    let mut cells = vec![String::new()];
    let mut characters = inner.chars().peekable();
    while let Some(character) = characters.next() {
        let cell = cells.last_mut().expect("there is always one");
        match character {
            '\\' if characters.peek() == Some(&'|') => cell.extend(characters.next()),
            '|' => cells.push(String::new()),
            character => cell.push(character),
        }
    }
    cells.iter().map(|cell| plain(cell)).collect()
}

/// Returns a cell's text without the marks of Markdown around it.
fn plain(cell: &str) -> String {
    let cell = cell.trim().replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n");
    for mark in ["**", "__", "`"] {
        let inner = cell.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.is_empty() && !inner.contains(mark)) {
            return inner.to_owned();
        }
    }
    cell
}

/// Reads a table whose line breaks were lost, so that header, rule and rows run on in one line.
///
/// The rule tells how many columns there are. A row's last cell and the next row's first then share one
/// piece, and only the last column's own words tell them apart: in this table, the lane, or a number.
fn unrolled(line: &str) -> Option<Vec<Vec<String>>> {
    let pieces: Vec<&str> = line.split('|').map(str::trim).collect();
    // The first dashes may share their piece with the last name of the header: `Lane -----`.
    let first = pieces.iter().position(|piece| ends_in_rule(piece))?;
    let mut columns = 1;
    let mut last = first;
    while let Some(piece) = pieces.get(last + 1) {
        if is_rule_cell(piece) {
            (columns, last) = (columns + 1, last + 1);
        } else if starts_with_rule(piece) {
            (columns, last) = (columns + 1, last + 1);
            break;
        } else {
            break;
        }
    }
    if columns < 2 {
        return None;
    }
    let mut header: Vec<&str> = pieces[..first].to_vec();
    header.push(without_rule_at_end(pieces[first]));
    header.retain(|name| !name.is_empty());
    if header.len() != columns {
        return None;
    }
    let mut body: Vec<&str> = vec![without_rule_at_start(pieces[last])];
    body.extend(&pieces[last + 1..]);
    let mut rows = vec![header.iter().map(|name| plain(name)).collect::<Vec<_>>()];
    let bounded = body.first() == Some(&"");
    if bounded {
        // Outer pipes leave an empty piece between rows, which says where each ends.
        let cells = body.split(|piece| piece.is_empty()).filter(|row| !row.is_empty());
        let fitting = cells.filter(|row| row.len() == columns);
        rows.extend(fitting.map(|row| row.iter().map(|cell| plain(cell)).collect()));
        return (rows.len() > 1).then_some(rows);
    }
    let mut row: Vec<String> = Vec::new();
    for (place, piece) in body.iter().enumerate() {
        if row.len() + 1 < columns {
            row.push(plain(piece));
            continue;
        }
        let is_last = place + 1 == body.len();
        let (end, start) = if is_last { (*piece, "") } else { cut(piece) };
        row.push(plain(end));
        rows.push(std::mem::take(&mut row));
        if !is_last {
            row.push(plain(start));
        }
    }
    (row.is_empty() && rows.len() > 1).then_some(rows)
}

/// Cuts a piece that holds the end of one row and the start of the next.
fn cut(piece: &str) -> (&str, &str) {
    for lane in domain::Lane::ALL {
        let name = lane.name();
        let head = piece.get(..name.len());
        if head.is_some_and(|head| head.eq_ignore_ascii_case(name)) {
            return (&piece[..name.len()], piece[name.len()..].trim_start());
        }
    }
    piece.split_once(' ').unwrap_or((piece, ""))
}

fn ends_in_rule(piece: &str) -> bool {
    piece.rsplit(' ').next().is_some_and(is_rule_cell)
}

fn starts_with_rule(piece: &str) -> bool {
    piece.split(' ').next().is_some_and(is_rule_cell)
}

fn without_rule_at_end(piece: &str) -> &str {
    piece.rsplit_once(' ').map_or("", |(name, _)| name.trim())
}

fn without_rule_at_start(piece: &str) -> &str {
    piece.split_once(' ').map_or("", |(_, rest)| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Cell;

    const LINES: &str = "\
Task | Predictability (1-5) | Impact of Error (1-5) | Data Sensitivity (1-5) | Context Depth (1-5) | Sum | Lane
-----|---------------------:|----------------------:|-----------------------:|-------------------:|----:|-----
Inbound email triage | 5 | 4 | 4 | 4 | 17 | Automate
Lead scoring (initial) | 4 | 3 | 3 | 4 | 14 | Hybrid
Brand positioning | 1 | 1 | 5 | 1 | 8 | Human-only";

    fn table(text: &str) -> Vec<Vec<String>> {
        let workbook = read_text(text);
        let sheet = &workbook.sheets[0];
        let columns = sheet.column_count();
        let cell = |row, column| match sheet.cell(row, column) {
            Cell::Text(text) => text.to_owned(),
            _ => String::new(),
        };
        (0..sheet.row_count())
            .map(|row| (0..columns).map(|column| cell(row, column)).collect())
            .collect()
    }

    #[track_caller]
    fn check_worksheet(text: &str) {
        let rows = table(text);
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert_eq!(rows[0][1], "Predictability (1-5)");
        assert_eq!(rows[1], ["Inbound email triage", "5", "4", "4", "4", "17", "Automate"]);
        assert_eq!(rows[2], ["Lead scoring (initial)", "4", "3", "3", "4", "14", "Hybrid"]);
        assert_eq!(rows[3], ["Brand positioning", "1", "1", "5", "1", "8", "Human-only"]);
    }

    #[test]
    fn the_worksheet_is_read_with_its_line_breaks() {
        check_worksheet(LINES);
    }

    #[test]
    fn the_worksheet_is_read_when_its_rows_run_on_in_one_line() {
        check_worksheet(&LINES.replace('\n', " "));
        check_worksheet(&format!("Use this table.\n{}\nMore text.", LINES.replace('\n', " ")));
    }

    #[test]
    fn a_markdown_table_in_one_line_is_read_too() {
        let text = "| Task | Sum | |---|---:| | One two | 5 | | Three | 6 |";
        assert_eq!(table(text), [["Task", "Sum"], ["One two", "5"], ["Three", "6"]]);
    }

    #[test]
    fn a_markdown_table_loses_its_marks_and_keeps_its_pipes() {
        let text = "Before\n\n| **Task** | Notes |\n|:--|--|\n| `a` | x \\| y<br>z |\n\nAfter";
        assert_eq!(table(text), [["Task", "Notes"], ["a", "x | y\nz"]]);
    }

    #[test]
    fn tabs_commas_and_pipes_are_each_read() {
        assert_eq!(table("a\tb\n\"1\n2\"\t3"), [["a", "b"], ["1\n2", "3"]]);
        assert_eq!(table("a,b\n\"1,2\",3"), [["a", "b"], ["1,2", "3"]]);
        assert_eq!(table("a | b\n1 | 2"), [["a", "b"], ["1", "2"]]);
    }
}
