//! Odd and broken cells of Excel workbooks: none of them loses the sheet or passes for a value.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::sheet::{SheetState, Visibility, WarningKind};
use spreadsheet::{Cell, Sheet};

mod common;
use common::{Book, NS};

#[track_caller]
fn check(rows: &str, expected: &[(u32, u32, Cell<'_>)]) {
    let book = Book::rows(rows).strings("<si><t>zero</t></si><si><t>one</t></si>").read();
    let sheet = &book.sheets[0];
    for &(row, column, cell) in expected {
        assert_eq!(sheet.cell(row, column), cell, "{rows}");
    }
    assert_eq!(sheet.filled_cells(), expected.len(), "{rows}");
}

#[track_caller]
fn warned(sheet: &Sheet, kind: WarningKind, first: &str, count: u32) {
    let warning = sheet.warnings().iter().find(|warning| warning.kind == kind);
    let warning = warning.unwrap_or_else(|| panic!("no {kind:?} in {:?}", sheet.warnings()));
    assert_eq!((warning.first.as_str(), warning.count), (first, count));
}

#[test]
fn values_of_every_kind_are_read() {
    check(
        r#"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>4</v></c><c r="C1" t="b"><v>1</v></c>
        <c r="D1" t="inlineStr"><is><t>in</t></is></c><c r="E1" t="str"><f>X</f><v>a&amp;b</v></c>
        <c r="F1" t="d"><v>2026-05-04</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" s="0"/></row>"#,
        &[
            (0, 0, Cell::Text("one")),
            (0, 1, Cell::Number(4.0)),
            (0, 2, Cell::Bool(true)),
            (0, 3, Cell::Text("in")),
            (0, 4, Cell::Text("a&b")),
            (0, 5, Cell::Date("2026-05-04")),
            (0, 6, Cell::Error("#N/A")),
        ],
    );
}

#[test]
fn a_formula_without_a_cached_value_is_not_a_blank() {
    check(
        r#"<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c>
        <c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="str"><f>A1</f></c></row>"#,
        &[
            (0, 0, Cell::NotCalculated),
            (0, 1, Cell::NotCalculated),
            (0, 2, Cell::Number(2.0)),
            (0, 4, Cell::NotCalculated),
        ],
    );
}

#[test]
fn a_modern_error_does_not_lose_the_sheet() {
    check(
        r#"<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="e"><v>#CALC!</v></c><c r="C1"><v>5</v></c></row>"#,
        &[(0, 0, Cell::Error("#SPILL!")), (0, 1, Cell::Error("#CALC!")), (0, 2, Cell::Number(5.0))],
    );
}

#[test]
fn a_text_index_that_points_nowhere_is_not_the_first_text() {
    let book = Book::rows(
        r#"<row r="1"><c t="s"><v>-1</v></c><c t="s"><v>7</v></c><c t="s"><v>1</v></c></row>"#,
    );
    let book = book.strings("<si/><si><t>one</t></si>").read();
    let sheet = &book.sheets[0];
    assert!(matches!(sheet.cell(0, 0), Cell::Error(_)));
    assert!(matches!(sheet.cell(0, 1), Cell::Error(_)));
    assert_eq!(sheet.cell(0, 2), Cell::Text("one"));
    warned(sheet, WarningKind::MissingText, "A1", 2);
}

#[test]
fn infinity_and_not_a_number_are_no_numbers() {
    let book = Book::rows(
        r#"<row r="1"><c r="A1"><v>1e999</v></c><c r="B1" t="n"><v>NaN</v></c><c r="C1"><v>inf</v></c><c r="D1" t="b"><v>2</v></c></row>"#,
    )
    .read();
    let sheet = &book.sheets[0];
    for (column, found) in [(0, "1e999"), (1, "NaN"), (2, "inf"), (3, "2")] {
        assert_eq!(sheet.cell(0, column), Cell::Error(found));
    }
    warned(sheet, WarningKind::NotANumber, "A1", 3);
}

#[test]
fn a_cell_outside_the_grid_is_left_out_and_named() {
    let book = Book::rows(
        r#"<row r="1"><c r="A1"><v>1</v></c><c r="AAAAAAAAA1"><v>2</v></c><c r="XFE1"><v>3</v></c></row>
        <row r="99999999999"><c r="A99999999999"><v>4</v></c></row>"#,
    )
    .read();
    assert_eq!(book.sheets[0].filled_cells(), 1);
    assert_eq!(book.sheets[0].warnings()[0].kind, WarningKind::OutsideGrid);
    assert_eq!(book.sheets[0].warnings()[0].count, 3);
}

#[test]
fn two_cells_at_the_ends_of_the_grid_are_two_cells() {
    let book = Book::rows(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    assert_eq!(book.read().sheets[0].filled_cells(), 2);
}

#[test]
fn cells_without_references_are_counted_from_the_left() {
    check(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        &[(0, 0, Cell::Number(1.0)), (0, 1, Cell::Number(2.0)), (1, 0, Cell::Number(3.0))],
    );
}

#[test]
fn a_dimension_that_lies_is_ignored() {
    for dimension in ["A0:B2", "A1:XFD1048576", "garbage", ""] {
        let book = Book::sheet(&format!(
            r#"<worksheet {NS}><dimension ref="{dimension}"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
        ));
        assert_eq!(book.read().sheets[0].cell(0, 0), Cell::Number(1.0), "{dimension}");
    }
}

#[test]
fn a_part_in_utf_16_is_read_and_not_an_empty_success() {
    let mut book =
        Book::rows(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Größe</t></is></c></row>"#);
    let text = String::from_utf8(book.sheet).unwrap();
    let text = format!("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>{text}");
    book.sheet = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(book.read().sheets[0].cell(0, 0), Cell::Text("Größe"));
}

#[test]
fn bytes_that_are_no_utf_8_are_replaced_and_said() {
    let mut book =
        Book::rows(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a@b</t></is></c></row>"#);
    let at = book.sheet.iter().position(|&byte| byte == b'@').unwrap();
    book.sheet[at] = 0xFF;
    let book = book.read();
    assert_eq!(book.sheets[0].cell(0, 0), Cell::Text("a\u{FFFD}b"));
    assert_eq!(book.sheets[0].warnings()[0].kind, WarningKind::ReplacedCharacters);
}

#[test]
fn dates_and_percentages_are_told_by_their_style() {
    let mut book = Book::rows(
        r#"<row r="1"><c r="A1" s="1"><v>46146</v></c><c r="B1" s="2"><v>0.7</v></c><c r="C1" s="3"><v>46146.5</v></c><c r="D1" s="9"><v>4</v></c></row>"#,
    );
    book.styles = Some(format!(
        r#"<styleSheet {NS}><numFmts><numFmt numFmtId="170" formatCode="d&quot;.&quot;m"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>"#
    ));
    let book = book.read();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cell(0, 0), Cell::Date("2026-05-04"));
    assert_eq!(sheet.cell(0, 1), Cell::Percent(0.7));
    assert_eq!(sheet.cell(0, 2), Cell::Date("2026-05-04 12:00"));
    assert_eq!(sheet.cell(0, 3), Cell::Number(4.0));
}

#[test]
fn a_workbook_that_counts_from_1904_keeps_its_dates() {
    let mut book = Book::rows(r#"<row r="1"><c r="A1" s="1"><v>44684</v></c></row>"#);
    book.styles = Some(format!(
        r#"<styleSheet {NS}><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>"#
    ));
    book.workbook = book.workbook.replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#);
    assert_eq!(book.read().sheets[0].cell(0, 0), Cell::Date("2026-05-04"));
}

#[test]
fn hidden_sheets_rows_and_columns_are_said() {
    let mut book = Book::sheet(&format!(
        r#"<worksheet {NS}><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
    ));
    book.workbook = format!(
        r#"<workbook {NS}><sheets><sheet name="A" r:id="rId1" state="veryHidden"/><sheet name="B" r:id="rId2" state="show"/><sheet name="C" r:id="rId3"/></sheets></workbook>"#
    );
    book.more.push((
        "xl/worksheets/sheet2.xml".into(),
        format!("<worksheet {NS}><sheetData/></worksheet>").into(),
    ));
    let book = book.read();
    assert_eq!(book.sheets[0].visibility(), Visibility::VeryHidden);
    assert_eq!(book.sheets[1].visibility(), Visibility::Visible);
    assert_eq!(*book.sheets[2].state(), SheetState::NotATable);
    warned(&book.sheets[0], WarningKind::HiddenRows, "1", 1);
    warned(&book.sheets[0], WarningKind::HiddenColumns, "B", 2);
}

#[test]
fn values_under_merged_cells_are_left_out() {
    let book = Book::sheet(&format!(
        r#"<worksheet {NS}><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>"#
    ))
    .read();
    assert_eq!(book.sheets[0].filled_cells(), 1);
    warned(&book.sheets[0], WarningKind::UnderMerge, "B1", 1);
}

#[test]
fn a_broken_sheet_does_not_lose_the_others() {
    let mut book = Book::rows(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    book.workbook = format!(
        r#"<workbook {NS}><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId2"/><sheet name="C" r:id="gone"/></sheets></workbook>"#
    );
    book.more.push((
        "xl/worksheets/sheet2.xml".into(),
        format!("<worksheet {NS}><sheetData><row><c><v>1</v>").into(),
    ));
    let book = book.read();
    assert_eq!(*book.sheets[0].state(), SheetState::Read);
    assert!(matches!(book.sheets[1].state(), SheetState::Unreadable(_)));
    assert!(matches!(book.sheets[2].state(), SheetState::Unreadable(_)));
}

#[test]
fn prefixed_names_and_parts_named_in_capitals_are_read() {
    let sheet = r#"<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"#;
    let mut book = Book::sheet("");
    book.sheet.clear();
    book.workbook = book.workbook.replace("rId1", "rId2");
    book.more.push((r"XL\WORKSHEETS\Sheet2.XML".into(), sheet.into()));
    assert_eq!(book.read().sheets[0].cell(0, 0), Cell::Number(1.0));
}

#[test]
fn what_another_reader_reads_is_what_ours_reads() {
    use calamine::{Data, Reader, open_workbook_from_rs};

    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..200_u32 {
        sheet.write_string(row, 0, format!("Täsk <{row}> & \"x\"\n_x000D_ 😀")).unwrap();
        sheet.write_number(row, 1, f64::from(row) * 1.1 - 7.3e-5).unwrap();
        sheet.write_boolean(row, 2, row % 2 == 0).unwrap();
        sheet.write_formula(row, 3, rust_xlsxwriter::Formula::new("=1").set_result("0.1")).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let ours = common::read("a.xlsx", &bytes).unwrap();
    let mut theirs: calamine::Xlsx<_> =
        open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
    let range = theirs.worksheet_range("Sheet1").unwrap();
    assert_eq!(range.used_cells().count(), ours.sheets[0].filled_cells());
    for (row, column, value) in range.used_cells() {
        let (row, column) = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
        let expected = match value {
            Data::String(text) => Cell::Text(text),
            Data::Float(number) => Cell::Number(*number),
            Data::Bool(value) => Cell::Bool(*value),
            other => panic!("{other:?}"),
        };
        assert_eq!(ours.sheets[0].cell(row, column), expected);
    }
}
