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
fn an_opendocument_file_that_is_scrambled_as_a_whole_says_so() {
    let package = Zip::new()
        .add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .add("META-INF/manifest.xml", "<manifest/>")
        .add("encrypted-package", "x");
    assert_eq!(refusal("plan.ods", &package.finish()), "protected");
}

#[test]
fn a_binary_workbook_is_read() {
    let book = read("tasks.xlsb", BINARY).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!((book.format.as_str(), sheet.name()), ("Excel binary workbook", "Tasks"));
    assert_eq!(sheet.cell(1, 0), Cell::Text("Größe"));
    assert_eq!(sheet.cell(2, 1), Cell::Number(4.0));
    assert_eq!([sheet.cell(1, 2), sheet.cell(2, 2)], [Cell::Percent(0.7), Cell::Percent(0.255)]);
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

/// An Excel 2003 file with what makes a cell more than its value.
const XML_2003: &str = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="s20" ss:Name="Percent"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="s62" ss:Parent="s20"><Alignment/></Style>
<Style ss:ID="s63" ss:Parent="s20"><NumberFormat ss:Format="0.00"/></Style><Style ss:ID="s64"><NumberFormat ss:Format="Percent"/></Style></Styles>
<Worksheet ss:Name="Plan"><Table><Column ss:Index="4" ss:Span="1" ss:StyleID="s64"/><Column ss:Hidden="1"/>
<Row><Cell><Data ss:Type="String">Task</Data><Comment ss:Author="Ana"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Ana:</B> which?</ss:Data></Comment></Cell><Cell><Comment><ss:Data>alone</ss:Data></Comment></Cell></Row>
<Row ss:Span="2"/>
<Row><Cell ss:StyleID="s62"><Data ss:Type="Number">0.7</Data></Cell><Cell ss:StyleID="s63"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="Number">4</Data></Cell><Cell ss:Index="5"><Data ss:Type="Number">0.25</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Old"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"#;

#[test]
fn an_excel_2003_file_keeps_notes_apart_and_knows_its_styles() {
    let book = read("plan.xls", XML_2003.as_bytes()).unwrap();
    let [sheet, old] = &book.sheets[..] else { panic!("{book:?}") };
    assert_eq!([sheet.cell(0, 0), sheet.cell(0, 1)], [Cell::Text("Task"), Cell::Empty]);
    let row: Vec<Cell<'_>> = (0..5).map(|column| sheet.cell(4, column)).collect();
    let [percent, number, plain, ..] = row[..] else { panic!("{row:?}") };
    assert_eq!(
        [percent, number, plain],
        [Cell::Percent(0.7), Cell::Number(0.5), Cell::Number(4.0)]
    );
    assert_eq!(row[4], Cell::Percent(0.25), "by the style of its column");
    assert!(sheet.warnings()[0].sentence().contains("column F"), "{:?}", sheet.warnings());
    assert!(old.is_hidden() && !sheet.is_hidden());
    // Some systems leave the line out that says that it is XML.
    let bare = XML_2003.split_once("?>\n").unwrap().1;
    assert_eq!(read("plan.xls", bare.as_bytes()).unwrap().sheets.len(), 2);
}

/// A flat file with drawings: LibreOffice writes a chart into it as a whole document.
const DRAWN: &str = r#"<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:spreadsheet><table:table table:name="Plan">
<table:shapes>CHART</table:shapes>
<table:table-row><table:table-cell office:value-type="string"><text:p>Task</text:p><draw:rect><text:p>in a box</text:p></draw:rect></table:table-cell><table:table-cell>CHART</table:table-cell><table:table-cell office:value-type="float" office:value="4"><office:annotation><text:p>note</text:p></office:annotation><text:p>4</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Triage</text:p></table:table-cell><table:table-cell table:formula="of:=TRUE()" office:value-type="float" office:value="1"><text:p>TRUE</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>"#;

#[test]
fn drawings_charts_and_notes_are_no_cells() {
    let chart = "<draw:frame><draw:object><office:document><office:body><office:chart><table:table \
        table:name=\"local-table\"><table:table-row><table:table-cell><text:p>y</text:p></table:table-cell>\
        </table:table-row></table:table></office:chart></office:body></office:document></draw:object></draw:frame>";
    let book = read("plan.fods", DRAWN.replace("CHART", chart).as_bytes()).unwrap();
    let [sheet] = &book.sheets[..] else { panic!("{book:?}") };
    assert_eq!(sheet.filled_cells(), 4);
    assert_eq!([sheet.cell(0, 0), sheet.cell(0, 2)], [Cell::Text("Task"), Cell::Number(4.0)]);
    assert_eq!([sheet.cell(1, 0), sheet.cell(1, 1)], [Cell::Text("Triage"), Cell::Bool(true)]);
}
