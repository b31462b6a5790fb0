//! Files that hold no table we can read: each is refused with a sentence of its own.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::Cell;

mod common;
use common::{Book, NS, Zip, read, refusal};

fn book() -> Vec<u8> {
    Book::rows(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#).bytes()
}

#[test]
fn what_is_no_spreadsheet_is_named() {
    assert_eq!(refusal("a.xlsx", b"%PDF-1.7 ..."), "not_a_spreadsheet");
    assert_eq!(refusal("a.xlsx", b"\x89PNG\r\n\x1a\n...."), "not_a_spreadsheet");
    assert_eq!(refusal("a.csv", &[0, 159, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3]), "not_a_spreadsheet");
    let word = Zip::new()
        .add("_rels/.rels", r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#)
        .add("word/document.xml", "<document/>");
    assert_eq!(refusal("a.xlsx", &word.finish()), "not_a_spreadsheet");
    assert_eq!(refusal("a.zip", &Zip::new().add("a.txt", "x").finish()), "not_a_spreadsheet");
}

#[test]
fn exports_that_only_have_a_spreadsheets_name_are_named() {
    assert_eq!(refusal("crm.xls", b"<html><body>Log in first</body>"), "web_page");
    let archive = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n";
    assert_eq!(refusal("crm.xls", archive), "web_page");
    assert_eq!(refusal("a.csv", b"[{\"task\": 1}]"), "not_a_spreadsheet");
    assert_eq!(refusal("a.slk", b"ID;PWXL;N;E\r\n"), "not_a_spreadsheet");
    assert_eq!(
        refusal("a.numbers", &Zip::new().add("Index/Document.iwa", "x").finish()),
        "numbers"
    );
    assert_eq!(
        refusal("plan", br#"{"url": "https://docs.google.com/open?id=1"}"#),
        "online_shortcut"
    );
}

#[test]
fn a_password_is_named() {
    let mut compound = vec![0; 4096];
    compound[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    compound[1024..1024 + name.len()].copy_from_slice(&name);
    assert_eq!(refusal("a.xlsx", &compound), "protected");
    let ods = Zip::new()
        .add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .add("META-INF/manifest.xml", "<manifest:encryption-data/>")
        .add("content.xml", "scrambled");
    assert_eq!(refusal("a.ods", &ods.finish()), "protected");
    // The flag of an encrypted entry, in its own header and in the directory.
    let mut bytes = book();
    for place in 0..bytes.len() - 10 {
        match bytes[place..place + 4] {
            [b'P', b'K', 3, 4] => bytes[place + 6] |= 1,
            [b'P', b'K', 1, 2] => bytes[place + 8] |= 1,
            _ => {}
        }
    }
    assert_eq!(refusal("a.xlsx", &bytes), "protected");
}

#[test]
fn a_file_cut_anywhere_is_refused_and_never_half_read() {
    let whole = book();
    for part in 1..20 {
        let cut = &whole[..whole.len() * part / 20];
        let error = read("a.xlsx", cut).expect_err("a cut file");
        assert!(matches!(error.reason.key(), "damaged" | "incomplete"), "{error}");
    }
}

#[test]
fn a_flipped_bit_is_refused_or_harmless() {
    let rows = (1..60).map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>"#));
    let whole = Book::rows(&rows.collect::<String>()).bytes();
    for place in (0..whole.len()).step_by(3) {
        let mut flipped = whole.clone();
        flipped[place] ^= 0x10;
        if let Ok(book) = read("a.xlsx", &flipped) {
            for row in 0..59 {
                assert_eq!(
                    book.sheets[0].cell(row, 0),
                    Cell::Number(f64::from(row + 1)),
                    "{place}"
                );
            }
        }
    }
}

#[test]
fn empty_files_and_blank_texts_are_named() {
    assert_eq!(refusal("a.csv", b""), "empty");
    assert_eq!(refusal("a.csv", b"\xEF\xBB\xBF \r\n"), "empty");
}

#[test]
fn entities_are_refused_and_open_no_file() {
    let mut book = Book::sheet("");
    book.sheet = format!(
        r#"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet {NS}><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>"#
    )
    .into_bytes();
    assert_eq!(refusal("a.xlsx", &book.bytes()), "damaged");
}

#[test]
fn what_unpacks_without_end_is_stopped() {
    let mut book = Book::sheet("");
    book.sheet = vec![b' '; 60 << 20];
    assert_eq!(refusal("a.xlsx", &book.bytes()), "bomb");
    let mut many = Zip::new();
    for number in 0..10_001 {
        many = many.add(&format!("{number}"), "");
    }
    assert_eq!(refusal("a.xlsx", &many.finish()), "bomb");
}

#[test]
fn a_workbook_without_its_main_part_is_no_empty_success() {
    let zip =
        Zip::new().add("[Content_Types].xml", "<Types/>").add("xl/worksheets/sheet1.xml", "x");
    assert_eq!(refusal("a.xlsx", &zip.finish()), "damaged");
    let mut book = Book::rows("");
    book.workbook = "<nothing/>".into();
    assert_eq!(refusal("a.xlsx", &book.bytes()), "damaged");
}

#[test]
fn content_decides_and_not_the_name() {
    for name in ["plan.xls", "plan.XLSX", "plan", "plan.csv"] {
        assert_eq!(read(name, &book()).unwrap().sheets[0].cell(0, 0), Cell::Number(1.0));
    }
    assert_eq!(
        read("plan.xlsx", b"Task,Owner\nA,B\n").unwrap().sheets[0].cell(1, 1),
        Cell::Text("B")
    );
    let wide: Vec<u8> = "Task\tOwner\nA\tB".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read("plan.xls", &wide).unwrap().sheets[0].cell(1, 0), Cell::Text("A"));
    let mut junk = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    junk.extend(book());
    assert_eq!(read("plan.xlsx", &junk).unwrap().sheets[0].cell(0, 0), Cell::Number(1.0));
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?>
<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
  <office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
  <office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"#
    );
    Zip::new()
        .add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .add("content.xml", content)
        .finish()
}

#[test]
fn an_opendocument_sheet_is_read_with_its_repeats_and_indents() {
    let table = r#"
      <table:table table:name="Tasks">
        <table:table-row>
          <table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="3"/>
          <table:table-cell office:value-type="float" office:value="4" table:number-columns-repeated="2"><text:p>4,0</text:p></table:table-cell>
          <table:table-cell table:formula="of:=1"/>
          <table:table-cell table:number-columns-repeated="2147483647"/>
        </table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="2026-05-04"><text:p>4 May</text:p></table:table-cell></table:table-row>
      </table:table><table:table table:name="H" table:style-name="ta1"/>"#;
    let book = read("a.ods", &ods(table)).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.cell(0, 0), Cell::Text("a  b\nc"));
    assert_eq!(sheet.cell(0, 4), Cell::Number(4.0));
    assert_eq!(sheet.cell(0, 5), Cell::Number(4.0));
    assert_eq!(sheet.cell(0, 6), Cell::NotCalculated);
    assert_eq!(sheet.cell(1_048_571, 0), Cell::Date("2026-05-04"));
    assert!(book.sheets[1].is_hidden());
}

#[test]
fn a_cell_repeated_without_end_is_refused() {
    let table = r#"<table:table table:name="T"><table:table-row table:number-rows-repeated="99000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"/></table:table-row></table:table>"#;
    assert_eq!(refusal("a.ods", &ods(table)), "too_many_cells");
}

#[test]
fn an_excel_2003_xml_file_is_read() {
    let xml = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Worksheet ss:Name="Plan"><Table><Row><Cell><Data ss:Type="String">Task</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">4</Data></Cell></Row>
        <Row ss:Index="5"><Cell><Data ss:Type="DateTime">2026-05-04T00:00:00.000</Data></Cell><Cell ss:Formula="=1"/></Row></Table></Worksheet></Workbook>"#;
    let book = read("crm.xls", xml.as_bytes()).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.name(), "Plan");
    assert_eq!(sheet.cell(0, 2), Cell::Number(4.0));
    assert_eq!(sheet.cell(4, 0), Cell::Date("2026-05-04"));
    assert_eq!(sheet.cell(4, 1), Cell::NotCalculated);
    assert_eq!(refusal("cut.xls", &xml.as_bytes()[..xml.len() - 60]), "incomplete");
}

#[test]
fn an_old_binary_workbook_is_read() {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let globals = begin(5);
    // Globals, one sheet entry of 12 bytes and its header, end.
    let start = u32::try_from(globals.len() + 16 + end.len()).unwrap();
    let listed = [&start.to_le_bytes()[..], &[0, 0, 4, 0], b"Plan"].concat();
    let number = [&[0, 0, 1, 0, 0, 0][..], &4.0_f64.to_le_bytes()].concat();
    let label = [&[1, 0, 0, 0, 0, 0, 4, 0, 0][..], b"Task"].concat();
    let stream = [
        globals,
        record(0x0085, &listed),
        end.clone(),
        begin(16),
        record(0x007D, &[3, 0, 4, 0, 0, 8, 0, 0, 1, 0, 0, 0]),
        record(0x0208, &[1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0x20, 0, 0, 0]),
        record(0x0203, &number),
        record(0x0204, &label),
        end,
    ]
    .concat();
    let mut compound = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    std::io::Write::write_all(&mut compound.create_stream("Workbook").unwrap(), &stream).unwrap();
    let bytes = compound.into_inner().into_inner();
    let book = read("old.xls", &bytes).unwrap();
    assert_eq!(book.sheets[0].name(), "Plan");
    assert_eq!(book.sheets[0].cell(0, 1), Cell::Number(4.0));
    assert_eq!(book.sheets[0].cell(1, 0), Cell::Text("Task"));
    let hidden: Vec<_> =
        book.sheets[0].warnings().iter().map(|it| (&*it.first, it.count)).collect();
    assert_eq!(hidden, [("2", 1), ("D", 2)]);
    for part in 1..8 {
        // A cut that only takes padding away takes no cell with it.
        if let Ok(cut) = read("old.xls", &bytes[..bytes.len() * part / 8]) {
            assert_eq!(cut.sheets[0].cell(0, 1), Cell::Number(4.0));
            assert_eq!(cut.sheets[0].cell(1, 0), Cell::Text("Task"));
        }
    }
}
