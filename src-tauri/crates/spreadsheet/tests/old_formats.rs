//! Files of old programs, and of formats that hardly any program writes.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::Cell;

mod common;
use common::{Zip, read, refusal};

const PERCENTS: &[u8] = include_bytes!("fixtures/percents.xls");
const PROTECTED: &[u8] = include_bytes!("fixtures/protected.xls");
const BINARY: &[u8] = include_bytes!("fixtures/tasks.xlsb");

#[test]
fn a_percentage_in_an_xls_file_is_one() {
    let book = read("percents.xls", PERCENTS).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cell(1, 0), Cell::Text("Größe"));
    assert_eq!(sheet.cell(1, 1), Cell::Number(5.0));
    assert_eq!(sheet.cell(1, 2), Cell::Percent(0.7));
    assert_eq!(sheet.cell(2, 2), Cell::Percent(0.255));
    assert_eq!(sheet.cell(1, 3), Cell::Date("2026-05-04"));
    assert_eq!(sheet.cell(1, 4), Cell::Percent(0.5));
    assert_eq!(sheet.cell(1, 5), Cell::Number(0.25), "beside it, without the sign");
    assert!(matches!(sheet.cell(1, 6), Cell::Percent(share) if (share - 0.8).abs() < 1e-9));
    assert_eq!(book.sheets[1].cell(2, 1), Cell::Percent(0.07), "with words before the sign");
}

#[test]
fn an_xls_file_with_a_password_says_so() {
    assert_eq!(refusal("protected.xls", PROTECTED), "protected");
}

#[test]
fn a_binary_workbook_is_read() {
    let book = read("tasks.xlsb", BINARY).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!((book.format.as_str(), sheet.name()), ("Excel binary workbook", "Tasks"));
    assert_eq!(sheet.cell(1, 0), Cell::Text("Größe"));
    assert_eq!(sheet.cell(2, 1), Cell::Number(4.0));
    assert_eq!(sheet.cell(1, 3), Cell::Date("2026-05-04"));
}

/// The spreadsheets of OpenOffice 1: the tables stand in the body itself, under older names.
const OLD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd">
<office:document-content xmlns:office="http://openoffice.org/2000/office" xmlns:style="http://openoffice.org/2000/style" xmlns:text="http://openoffice.org/2000/text" xmlns:table="http://openoffice.org/2000/table" office:class="spreadsheet" office:version="1.0">
<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:properties table:display="false"/></style:style></office:automatic-styles>
<office:body>
<table:table table:name="Tasks" table:style-name="ta1">
<table:table-row><table:table-cell><text:p>Task</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Share</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Größe<text:tab-stop/>2</text:p></table:table-cell><table:table-cell table:value-type="float" table:value="5"><text:p>5</text:p></table:table-cell><table:table-cell table:value-type="date" table:date-value="2026-05-04"><text:p>04.05.26</text:p></table:table-cell><table:table-cell table:value-type="percentage" table:value="0.7"><text:p>70%</text:p></table:table-cell></table:table-row>
</table:table>
<table:table table:name="Hidden" table:style-name="ta2"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>
</office:body></office:document-content>"#;

fn old(content: &str, mimetype: &str) -> Vec<u8> {
    Zip::new().add("mimetype", mimetype).add("content.xml", content).finish()
}

#[test]
fn a_spreadsheet_of_openoffice_1_is_read() {
    let book = read("tasks.sxc", &old(OLD, "application/vnd.sun.xml.calc")).unwrap();
    let [sheet, hidden] = &book.sheets[..] else { panic!("{book:?}") };
    assert_eq!(sheet.cell(1, 0), Cell::Text("Größe\t2"));
    assert_eq!(sheet.cell(1, 1), Cell::Number(5.0));
    assert_eq!(sheet.cell(1, 2), Cell::Date("2026-05-04"));
    assert_eq!(sheet.cell(1, 3), Cell::Percent(0.7));
    assert!(hidden.is_hidden() && !sheet.is_hidden());
    let (half, _) = OLD.split_once("<table:table table:name=\"Hidden\"").unwrap();
    assert_eq!(refusal("tasks.sxc", &old(half, "application/vnd.sun.xml.calc")), "incomplete");
    let text = old(OLD, "application/vnd.sun.xml.writer");
    assert_eq!(refusal("letter.sxw", &text), "not_a_spreadsheet");
}
