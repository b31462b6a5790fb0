//! Tables of web pages, which many systems hand out under the name .xls.
//!
//! Only the tokens of the page are looked at: a table is where its tags say, whatever is wrong around
//! them, and nothing is kept of the page that is no cell.

use encoding_rs::{Encoding, UTF_8};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use super::Limits;
use super::delimited::decode::decode;
use super::error::Reason;
use super::sink::{Budget, SheetIn, Sink};
use crate::sheet::{SheetState, Visibility, WarningKind};

pub(super) mod archive;
mod frames;
mod page;
mod stated;

use page::{Page, Table};
use stated::value;

/// Reads the tables of a page, a sheet each.
pub(super) fn read(bytes: Vec<u8>, limits: &Limits, sink: &mut dyn Sink) -> Result<(), Reason> {
    let (text, replaced) = decoded(bytes);
    if let Some(first) = frames::sheets(&text).first() {
        return Err(Reason::WebFrame { folder: first.folder().to_owned() });
    }
    put(&tables(&text, limits)?, replaced, limits, sink)
}

/// Reads the tables of a piece of a page that is text already.
pub(super) fn read_text(text: &str, limits: &Limits, sink: &mut dyn Sink) -> Result<(), Reason> {
    put(&tables(text, limits)?, false, limits, sink)
}

/// Returns the tables of a text.
fn tables(text: &str, limits: &Limits) -> Result<Vec<Table>, Reason> {
    let page = Tokenizer::new(Page::new(limits), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    let _ = page.feed(&input);
    page.end();
    let mut tables = page.sink.finish()?;
    // Excel writes the names of its sheets beside the page.
    let names: Vec<&str> = text
        .split("<x:Name>")
        .skip(1)
        .filter_map(|rest| rest.split_once("</x:Name>"))
        .map(|(name, _)| name.trim())
        .collect();
    if names.len() == tables.len() {
        for (table, name) in tables.iter_mut().zip(names) {
            name.clone_into(&mut table.name);
        }
    }
    Ok(tables)
}

/// Returns the text of a page, and whether some of it could not be read.
fn decoded(bytes: Vec<u8>) -> (String, bool) {
    let known = declared(&bytes);
    let decoded = decode(bytes, known);
    (decoded.text, decoded.replaced)
}

/// Puts the tables into sheets of their own.
fn put(
    tables: &[Table],
    replaced: bool,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    if tables.is_empty() {
        return Err(Reason::WebPage);
    }
    sink.format("web page")?;
    let mut budget = Budget::new(limits);
    for (number, table) in (1..).zip(tables) {
        let name =
            if table.name.is_empty() { format!("Table {number}") } else { table.name.clone() };
        let shown = if table.hidden { Visibility::Hidden } else { Visibility::Visible };
        let mut sheet = SheetIn::open(sink, &mut budget, &name, shown)?;
        for cell in &table.cells {
            sheet.put(cell.row, cell.column, value(&cell.text, cell.number))?;
        }
        for row in &table.hidden_rows {
            sheet.warn(WarningKind::HiddenRows, || (row + 1).to_string());
        }
        if replaced {
            sheet.warn(WarningKind::ReplacedCharacters, String::new);
        }
        sheet.merged.extend(&table.merged);
        sheet.close(SheetState::Read)?;
    }
    Ok(())
}

/// Returns the encoding that a page declares, unless its bytes can tell better.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    if Encoding::for_bom(bytes).is_some() {
        return None;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'));
    let label = &rest[..end.unwrap_or(rest.len())];
    // UTF-8 shows by being valid, and a page of single bytes is not UTF-16 whatever it says.
    Encoding::for_label(label.as_bytes())
        .filter(|&encoding| encoding != UTF_8 && encoding.is_ascii_compatible())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &[(u32, u32, &str)]) {
        let tables = tables(page, &Limits::default()).expect("small enough");
        let found: Vec<_> = tables
            .iter()
            .flat_map(|table| &table.cells)
            .map(|cell| (cell.row, cell.column, cell.text.as_str()))
            .collect();
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn cells_are_read_with_their_entities_and_breaks() {
        check(
            "<html><body>Tasks of <b>May</b><table><thead><tr><th>Task<th>Score</tr></thead>
            <tr><td>R&amp;D &eacute;<br>two  lines</td><td>&nbsp;4&#160;</td></table>",
            &[(0, 0, "Task"), (0, 1, "Score"), (1, 0, "R&D é\ntwo lines"), (1, 1, "4")],
        );
    }

    #[test]
    fn a_cell_over_several_places_moves_the_others() {
        check(
            "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td>g</table>",
            &[
                (0, 0, "a"),
                (0, 1, "b"),
                (0, 3, "c"),
                (1, 1, "d"),
                (1, 2, "e"),
                (1, 3, "f"),
                (2, 0, "g"),
            ],
        );
        check("<table><tr><td colspan=4000000000>a<td>b</table>", &[(0, 0, "a"), (0, 1000, "b")]);
    }

    #[test]
    fn tables_in_tables_and_scripts_are_kept_apart() {
        check(
            "<style>td{}</style><table><tr><td><comment>a note</comment>out<table><tr><td>in</table><td>side<script>no()</script></table>
            <script>'<table><tr><td>no</table>'</script><table><tr><td> </table>",
            &[(0, 0, "out"), (0, 1, "side"), (0, 0, "in")],
        );
    }

    #[test]
    fn a_number_that_excel_wrote_beside_the_text_is_the_value() {
        let page = "<x:Name>Plan</x:Name><table><tr><td x:num=\"0.75\">75%</table>";
        let tables = tables(page, &Limits::default()).expect("small enough");
        assert_eq!(tables[0].name, "Plan");
        assert_eq!(tables[0].cells[0].number, Some(0.75));
    }

    #[test]
    fn a_declared_encoding_counts() {
        let page =
            b"<meta content='text/html; charset=windows-1251'><table><tr><td>\xCF\xEE</table>";
        assert!(decoded(page.to_vec()).0.ends_with("По</table>"));
    }
}
