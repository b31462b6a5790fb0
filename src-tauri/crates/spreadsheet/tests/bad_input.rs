//! The rest of the list of bad input: each file is read with a warning or refused, and soon.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::sheet::{SheetState, Visibility, WarningKind};
use spreadsheet::{Cell, drafts, propose};

mod common;
use common::{Book, NS, Zip, read, refusal};

fn one() -> Book {
    Book::rows(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#)
}

#[test]
fn a_header_alone_is_no_error_and_says_that_no_task_was_found() {
    let book = read("a.csv", b"Task,Owner,Predictability\n").unwrap();
    let found = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    assert!(found.drafts.is_empty() && found.notes[0].contains("No task was found"));
    let blank = Book::rows("").read();
    assert_eq!(blank.sheets[0].filled_cells(), 0);
}

#[test]
fn junk_around_a_workbook_never_crashes() {
    for junk in [700, 70_000] {
        let after = [one().bytes(), vec![b'x'; junk]].concat();
        assert_eq!(read("a.xlsx", &after).unwrap().sheets[0].cell(0, 0), Cell::Number(1.0));
    }
}

#[test]
fn a_file_whose_end_is_missing_says_so() {
    let bytes = one().bytes();
    assert_eq!(refusal("a.xlsx", &bytes[..bytes.len() * 2 / 3]), "incomplete");
    let mut compound = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    let stream = vec![0; 20_000];
    std::io::Write::write_all(&mut compound.create_stream("Workbook").unwrap(), &stream).unwrap();
    let mut bytes = compound.into_inner().into_inner();
    // Excel writes the directory after the cells.
    bytes[48..52].copy_from_slice(&60_u32.to_le_bytes());
    bytes.chunks_mut(128).filter(|it| it.starts_with(b"W\0o\0")).for_each(|it| it.fill(0));
    assert_eq!(refusal("a.xls", &bytes), "incomplete");
}

#[test]
fn a_packing_that_no_spreadsheet_uses_is_named() {
    let mut bytes = one().bytes();
    // The method of each entry, in its own header and in the directory: 12 is bzip2.
    for place in 0..bytes.len() - 12 {
        match bytes[place..place + 4] {
            [b'P', b'K', 3, 4] => bytes[place + 8] = 12,
            [b'P', b'K', 1, 2] => bytes[place + 10] = 12,
            _ => {}
        }
    }
    assert_eq!(refusal("a.xlsx", &bytes), "odd_compression");
}

#[test]
fn a_million_rows_of_looks_and_no_values_are_two_cells() {
    let rows: Vec<String> =
        (1..200_000).map(|row| format!(r#"<row r="{row}"><c r="A{row}" s="1"/></row>"#)).collect();
    let value = r#"<row r="200000"><c r="A200000"><v>1</v></c><c r="C200000"><v>2</v></c></row>"#;
    assert_eq!(Book::rows(&(rows.concat() + value)).read().sheets[0].filled_cells(), 2);
}

#[test]
fn columns_beyond_the_grid_are_cut_and_said() {
    let line = "x,".repeat(20_000);
    let book = read("a.csv", format!("{line}\n{line}\n").as_bytes()).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.column_count(), 16_384);
    assert_eq!(sheet.warnings()[0].kind, WarningKind::OutsideGrid);
}

#[test]
fn states_kinds_and_namespaces_that_few_files_have_are_read() {
    let mut book = one();
    book.workbook = format!(
        r#"<workbook {NS}><sheets><sheet name="A" state="show" r:id="rId1"/><sheet name="A" state="veryHidden" r:id="rId1"/><sheet name="Chart" r:id="rId3"/><sheet name="Gone" r:id="rId9"/></sheets></workbook>"#
    );
    let book = book.read();
    assert_eq!(book.sheets[0].visibility(), Visibility::Visible);
    assert_eq!(book.sheets[1].visibility(), Visibility::VeryHidden);
    assert_eq!(book.sheets[1].cell(0, 0), Cell::Number(1.0));
    assert_eq!(*book.sheets[2].state(), SheetState::NotATable);
    assert!(matches!(book.sheets[3].state(), SheetState::Unreadable(_)));
    let mut strict = one();
    let text = String::from_utf8(strict.sheet).unwrap();
    let strict_names = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    strict.sheet = text
        .replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", strict_names)
        .into_bytes();
    assert_eq!(strict.read().sheets[0].cell(0, 0), Cell::Number(1.0));
}

#[test]
fn a_thousand_sheets_are_read_and_more_are_refused() {
    let of = |count: usize| {
        let mut book = one();
        let sheets: Vec<String> =
            (0..count).map(|it| format!(r#"<sheet name="S{it}" r:id="rId1"/>"#)).collect();
        book.workbook = format!("<workbook {NS}><sheets>{}</sheets></workbook>", sheets.concat());
        book.bytes()
    };
    assert_eq!(read("a.xlsx", &of(1_000)).unwrap().sheets.len(), 1_000);
    assert_eq!(refusal("a.xlsx", &of(1_001)), "too_many_sheets");
}

#[test]
fn attributes_nesting_and_comments_without_end_take_no_time() {
    let started = std::time::Instant::now();
    let attributes: Vec<String> = (0..100_000).map(|it| format!(" a{it}=\"\"")).collect();
    let nested = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let comment = format!("<!--{}-->", "x ".repeat(5 << 20));
    for odd in [format!("<x{}/>", attributes.concat()), nested, comment] {
        let rows = format!(r#"<row r="1"><c r="A1"><v>1</v></c></row>{odd}"#);
        if let Ok(book) = read("a.xlsx", &Book::rows(&rows).bytes()) {
            assert_eq!(book.sheets[0].cell(0, 0), Cell::Number(1.0));
        }
    }
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

#[test]
fn names_that_lead_out_of_the_archive_write_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let escape = folder.path().join("out.txt");
    let mut book = one();
    book.more.push((format!("../../../../{}", escape.display()), b"x".to_vec()));
    book.more.push((escape.display().to_string(), b"x".to_vec()));
    assert_eq!(book.read().sheets[0].cell(0, 0), Cell::Number(1.0));
    assert!(!escape.exists());
}

#[test]
fn macros_and_links_are_left_alone() {
    let mut book = Book::rows(
        r#"<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c><c r="B1" t="str"><f>cmd|'/c calc'!A1</f><v>x</v></c></row>"#,
    );
    book.more.push(("xl/vbaProject.bin".to_owned(), vec![0xD0; 100]));
    book.more.push(("xl/externalLinks/externalLink1.xml".to_owned(), b"<externalLink/>".to_vec()));
    let book = read("a.xlsm", &book.bytes()).unwrap();
    assert_eq!(book.sheets[0].cell(0, 0), Cell::Number(7.0));
    assert_eq!(book.sheets[0].cell(0, 1), Cell::Text("x"));
}

#[test]
fn an_old_workbook_whose_sectors_run_in_a_circle_is_refused() {
    let mut compound = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    let stream = vec![0x09; 20_000];
    std::io::Write::write_all(&mut compound.create_stream("Workbook").unwrap(), &stream).unwrap();
    let mut bytes = compound.into_inner().into_inner();
    let sector = if bytes[30] == 12 { 4096 } else { 512 };
    let table = u32::from_le_bytes(bytes[76..80].try_into().unwrap()) as usize;
    let start = (table + 1) * sector;
    for entry in 2..10_u32 {
        let place = start + entry as usize * 4;
        // Each leads back to the one before it.
        bytes[place..place + 4].copy_from_slice(&(entry - 1).to_le_bytes());
    }
    let limits = spreadsheet::Limits::default();
    let (_folder, path) = common::file("loop.xls", &bytes[..bytes.len().min(200_000)]);
    assert!(spreadsheet::read::read_here(&path, &limits).is_err());
}

#[test]
fn an_ods_without_its_mimetype_is_read() {
    let content = r#"<o:document-content xmlns:o="o" xmlns:table="t"><o:body><o:spreadsheet><table:table table:name="T"><table:table-row><table:table-cell o:value-type="float" o:value="4"/></table:table-row></table:table></o:spreadsheet></o:body></o:document-content>"#;
    let book = read("a.ods", &Zip::new().add("content.xml", content).finish()).unwrap();
    assert_eq!(book.sheets[0].cell(0, 0), Cell::Number(4.0));
}

#[test]
fn what_looks_like_code_is_text() {
    let text = "Task,Notes\n=cmd|'/c calc'!A1,<script>x</script>\n\u{202E}x,a\u{301}\u{301}\n";
    let book = read("a.csv", text.as_bytes()).unwrap();
    assert_eq!(book.sheets[0].cell(1, 0), Cell::Text("=cmd|'/c calc'!A1"));
    assert_eq!(book.sheets[0].cell(1, 1), Cell::Text("<script>x</script>"));
    assert_eq!(book.sheets[0].cell(2, 0), Cell::Text("\u{202E}x"));
}
