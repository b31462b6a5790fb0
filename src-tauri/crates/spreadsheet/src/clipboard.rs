//! Ranges of cells as spreadsheets put them on the clipboard.
//!
//! Separate from the readers of files, because a paste is a block of cells without a header, and what
//! is copied must come back from Excel and LibreOffice cell for cell.

/// Returns a block as tab-separated text, quoted as Excel quotes it.
pub fn to_tsv(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// Returns a block as an HTML table, every character of it shown as text.
pub fn to_html_table(rows: &[Vec<String>]) -> String {
    let mut html = String::from("<table>");
    for row in rows {
        html.push_str("<tr>");
        for cell in row {
            html.push_str("<td>");
            for character in cell.chars() {
                match character {
                    '&' => html.push_str("&amp;"),
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    '"' => html.push_str("&quot;"),
                    '\'' => html.push_str("&#39;"),
                    '\n' => html.push_str("<br>"),
                    '\r' => {}
                    character => html.push(character),
                }
            }
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

/// Reads the block of cells that a spreadsheet put on the clipboard as text.
///
/// Line breaks inside a quoted cell stay, a line break at the end starts no row, and rows may differ in
/// length. A quotation mark that opens a cell and is never closed is part of its text.
pub fn parse_block(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim_end_matches('\0');
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    if rest.is_empty() {
        return rows;
    }
    loop {
        let (cell, after) = cell(rest);
        row.push(cell);
        rest = if let Some(next) = after.strip_prefix('\t') {
            next
        } else {
            rows.push(std::mem::take(&mut row));
            let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n']));
            match next {
                Some(next) if !next.is_empty() => next,
                _ => return rows,
            }
        };
    }
}

/// Returns the next cell and what follows it: a tab, a line end or nothing.
fn cell(text: &str) -> (String, &str) {
    let ends = |c: char| matches!(c, '\t' | '\r' | '\n');
    if let Some(quoted) = text.strip_prefix('"') {
        let mut cell = String::new();
        let mut rest = quoted;
        while let Some(quote) = rest.find('"') {
            cell.push_str(&rest[..quote]);
            rest = &rest[quote + 1..];
            if let Some(next) = rest.strip_prefix('"') {
                cell.push('"');
                rest = next;
            } else if rest.is_empty() || rest.starts_with(ends) {
                return (cell, rest);
            } else {
                // The mark was part of the text, as in `"Best" of 2026`.
                break;
            }
        }
    }
    let end = text.find(ends).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(parse_block(text), expected, "{text:?}");
    }

    #[test]
    fn a_block_of_excel_or_libreoffice_is_read_cell_by_cell() {
        check("a\tb\r\n1\t2\r\n", &[&["a", "b"], &["1", "2"]]);
        check("a\tb\n1\t2", &[&["a", "b"], &["1", "2"]]);
        check("\"two\nlines\"\t\"say \"\"hi\"\"\"\n", &[&["two\nlines", "say \"hi\""]]);
        check("\"Best\" of 2026\tx", &[&["\"Best\" of 2026", "x"]]);
        check("\"open\tx\ny", &[&["\"open", "x"], &["y"]]);
        check("a\n\nb\tc\n", &[&["a"], &[""], &["b", "c"]]);
        check("\t\n", &[&["", ""]]);
        check("", &[]);
    }

    #[test]
    fn nothing_in_a_cell_becomes_markup() {
        let html = to_html_table(&[vec!["<img src=x onerror=\"a()\">\n&".into()]]);
        assert_eq!(
            html,
            "<table><tr><td>&lt;img src=x onerror=&quot;a()&quot;&gt;<br>&amp;</td></tr></table>"
        );
    }

    proptest! {
        #[test]
        fn what_is_copied_is_pasted_unchanged(
            rows in prop::collection::vec(prop::collection::vec("[ab\"\t\n ,é😀]{0,6}", 1..4), 1..5)
        ) {
            prop_assert_eq!(parse_block(&to_tsv(&rows)), rows);
        }
    }
}
