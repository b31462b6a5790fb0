//! Files that are tables, but not in the format that their name says.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::{Cell, ReadAs};

mod common;
use common::read;

#[test]
fn a_web_page_named_xls_is_read_table_by_table() {
    let page = "<html><head><meta charset='windows-1252'><title>x</title></head><body>
        <table><caption>Open tasks</caption><tr><th rowspan=2>Task</th><th colspan=2>Scores</th></tr>
        <tr><th>Predictability</th><th>Impact of Error</th></tr>
        <tr><td>Triage &amp; routing<td>4<td>5</tr></table><table><tr><td> &nbsp; </table>
        <table><tr><td>Legend<td>1 to 5</table>";
    let book = read("crm.xls", page.as_bytes()).unwrap();
    assert_eq!(book.format, "web page");
    let names: Vec<_> = book.sheets.iter().map(spreadsheet::Sheet::name).collect();
    assert_eq!(names, ["Open tasks", "Table 2"]);
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cell(1, 1), Cell::Text("Predictability"));
    assert_eq!(sheet.cell(2, 0), Cell::Text("Triage & routing"));
    assert_eq!(spreadsheet::propose(sheet).header_row, Some(1));
}

#[test]
fn a_packed_web_page_is_read() {
    let archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n\
        Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <table><tr><td width=3D10>Gr=C3=B6=C3=9Fe</td></tr></table>\r\n--x--";
    let book = read("report.xls", archive.as_bytes()).unwrap();
    assert_eq!(book.sheets[0].cell(0, 0), Cell::Text("Größe"));
}

#[test]
fn a_framed_workbook_is_read_sheet_by_sheet() {
    let frame = "<html><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Plan</x:Name>\
        <x:WorksheetSource HRef=\"Plan_files/sheet001.htm\"/></x:ExcelWorksheet><x:ExcelWorksheet>\
        <x:Name>Old</x:Name><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>\
        <x:WorksheetSource HRef=\"Plan_files/sheet002.htm\"/></x:ExcelWorksheet></x:ExcelWorksheets>\
        </x:ExcelWorkbook><frameset><frame src=\"Plan_files/sheet001.htm\"></frameset></html>";
    let part = |place: &str, page: &str| {
        format!(
            "--x\r\nContent-Location: file:///C:/0A/{place}\r\nContent-Type: text/html\r\n\r\n{page}\r\n"
        )
    };
    let archive = [
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n".to_owned(),
        part("Plan.htm", frame),
        part("Plan_files/tabstrip.htm", "<table><tr><td>Plan<td>Old</table>"),
        part("Plan_files/sheet002.htm", "<table><tr><td>gone</table>"),
        part(
            "Plan_files/sheet001.htm",
            "<table><tr><td>Task<td x:num=0.75>75%<td x:num=46146>4.5.2026</table>",
        ),
        "--x--".to_owned(),
    ];
    let book = read("plan.xls", archive.concat().as_bytes()).unwrap();
    let [plan, old] = &book.sheets[..] else { panic!("{book:?}") };
    assert_eq!((plan.name(), plan.is_hidden()), ("Plan", false));
    assert_eq!((old.name(), old.is_hidden()), ("Old", true));
    let cells: Vec<Cell<'_>> = (0..3).map(|column| plan.cell(0, column)).collect();
    assert_eq!(cells, [Cell::Text("Task"), Cell::Percent(0.75), Cell::Text("4.5.2026")]);
    let alone = read("plan.xls", frame.as_bytes()).unwrap_err();
    assert_eq!(alone.reason.key(), "web_frame");
    assert!(alone.to_string().contains("“Plan_files”"), "{alone}");
}

#[test]
fn pasted_pages_are_read_like_files() {
    let book = spreadsheet::read_text("<meta charset='latin1'><table><tr><td>Größe<td>4</table>");
    assert_eq!(book.sheets[0].cell(0, 0), Cell::Text("Größe"));
    assert_eq!(book.sheets[0].cell(0, 1), Cell::Text("4"));
}

#[test]
fn a_workbook_of_excel_4_is_read() {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let stream = [
        record(0x0409, &[0, 0, 0x10, 0, 0, 0]),
        record(0x041E, b"\0\0\x07General"),
        record(0x041E, b"\x01\0\x0Ayyyy-mm-dd"),
        record(0x0443, &[0; 12]),
        record(0x0443, &[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        record(0x0204, &[&[0, 0, 0, 0, 0, 0, 4, 0][..], b"Gr\xF6n"].concat()),
        record(0x0203, &[&[0, 0, 1, 0, 1, 0][..], &46_146.0_f64.to_le_bytes()].concat()),
        record(0x027E, &[&[1, 0, 0, 0, 0, 0][..], &(450_i32 << 2 | 3).to_le_bytes()].concat()),
        record(0x0406, &[1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0]),
        record(0x0207, b"\x03\0sum"),
        record(0x0205, &[1, 0, 2, 0, 0, 0, 0x17, 1]),
        record(0x000A, &[]),
    ]
    .concat();
    let book = read("old.xls", &stream).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cell(0, 0), Cell::Text("Grön"));
    assert_eq!(sheet.cell(0, 1), Cell::Date("2026-05-04"));
    assert_eq!(sheet.cell(1, 0), Cell::Number(4.5));
    assert_eq!(sheet.cell(1, 1), Cell::Text("sum"));
    assert_eq!(sheet.cell(1, 2), Cell::Error("#REF!"));
    assert!(read("cut.xls", &stream[..stream.len() - 2]).is_err());
}

#[test]
fn a_markdown_table_in_a_file_is_a_table() {
    let text = "# Tasks\n\n| Task | Score |\n|:---|---:|\n| **R\\|D** | 4 |\n| Blog | 3 |\n\nThat is all.\n";
    let sheet = read("tasks.md", text.as_bytes()).unwrap().sheets.remove(0);
    assert_eq!([sheet.cell(0, 0), sheet.cell(0, 1)], [Cell::Text("Task"), Cell::Text("Score")]);
    assert_eq!([sheet.cell(1, 0), sheet.cell(1, 1)], [Cell::Text("R|D"), Cell::Text("4")]);
    assert_eq!(sheet.filled_cells(), 6);
}

#[test]
fn characters_that_nobody_sees_are_left_out_and_said() {
    let book = read("a.csv", b"Task,Owner\nTri\0age\x07,Ana\n").unwrap();
    assert_eq!(book.sheets[0].cell(1, 0), Cell::Text("Triage"));
    assert_eq!(book.sheets[0].warnings()[0].first, "A2");
}

#[test]
fn a_person_may_know_encoding_and_delimiter_better() {
    let (_folder, path) = common::file("a.csv", b"Task;a,b\nGr\xF6n;c,d\n");
    let limits = spreadsheet::Limits::default();
    let found = spreadsheet::read::read_here(&path, &limits).unwrap();
    let form = found.text.unwrap();
    assert_eq!((form.encoding.as_str(), form.delimiter), ("windows-1252", Some(';')));
    let read_as = ReadAs { encoding: Some("windows-1251".to_owned()), delimiter: Some(',') };
    let read = spreadsheet::read::read_here_as(&read_as, &path, &limits).unwrap();
    let form = read.text.unwrap();
    assert_eq!((form.encoding.as_str(), form.delimiter), ("windows-1251", Some(',')));
    assert_eq!(read.sheets[0].cell(1, 0), Cell::Text("Grцn;c"));
}
