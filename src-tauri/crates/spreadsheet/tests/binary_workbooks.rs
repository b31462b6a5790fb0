//! Binary workbooks put together record by record (MS-XLSB 2.4), because no free program writes them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::sheet::{SheetState, Visibility, WarningKind};
use spreadsheet::{Cell, Workbook};

mod common;
use common::{Zip, read, refusal};

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let [low, high] = [kind & 0x7F, kind >> 7].map(|half| u8::try_from(half).unwrap());
    let mut bytes = if kind < 128 { vec![low] } else { vec![low | 0x80, high] };
    let length = u16::try_from(data.len()).unwrap();
    let [low, high] = [length & 0x7F, length >> 7].map(|half| u8::try_from(half).unwrap());
    bytes.extend([low | 0x80, high]);
    [&bytes[..], data].concat()
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u32::try_from(units.len()).unwrap().to_le_bytes();
    length.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

fn row(number: u32, hidden: bool) -> Vec<u8> {
    let flags = [0, 0, 0, if hidden { 0x10 } else { 0 }, 0, 0, 0, 0, 0];
    record(0, &[numbers(&[number, 0]), flags.to_vec()].concat())
}

fn cell(kind: u16, column: u32, style: u32, value: &[u8]) -> Vec<u8> {
    record(kind, &[&numbers(&[column, style]), value].concat())
}

fn whole(number: i32) -> [u8; 4] {
    (number << 2 | 2).to_le_bytes()
}

/// The parts of a workbook whose one sheet has these records.
struct Parts {
    sheet: Vec<u8>,
    state: u32,
    kind: &'static str,
}

impl Parts {
    fn of(records: &[Vec<u8>]) -> Self {
        let sheet = [record(129, &[]), records.concat(), record(130, &[])].concat();
        Self { sheet, state: 0, kind: "worksheet" }
    }

    fn bytes(&self) -> Vec<u8> {
        let listed = [numbers(&[self.state, 1]), wide("rId1"), wide("Tasks")].concat();
        let book = [
            record(131, &[]),
            record(153, &numbers(&[1, 0])),
            record(156, &listed),
            record(132, &[]),
        ];
        let style = |format: u16| {
            let [low, high] = format.to_le_bytes();
            record(47, &[0, 0, low, high, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        };
        let styles = [
            record(44, &[&164_u16.to_le_bytes()[..], &wide("0.0\" of \"%")].concat()),
            // Styles of the page come first and are not those of cells.
            record(626, &[]),
            style(9),
            record(627, &[]),
            record(617, &[]),
            [0, 164, 14].map(style).concat(),
            record(618, &[]),
        ];
        let rich = |text: &str| record(19, &[&[0][..], &wide(text)].concat());
        let strings = [record(159, &numbers(&[u32::MAX, u32::MAX])), rich("Task"), rich("Größe")];
        let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relation = |id: &str, kind: &str, target: &str| {
            format!(r#"<Relationship Id="{id}" Type="{kinds}/{kind}" Target="{target}"/>"#)
        };
        let of = |relations: &[String]| {
            format!(r#"<Relationships xmlns="{rels}">{}</Relationships>"#, relations.concat())
        };
        Zip::new()
            .add("_rels/.rels", of(&[relation("r", "officeDocument", "xl/workbook.bin")]))
            .add("xl/workbook.bin", book.concat())
            // A relation of an unknown kind, and one that leads out of the file, are nobody's business.
            .add(
                "xl/_rels/workbook.bin.rels",
                of(&[
                    relation("rId1", self.kind, "worksheets/sheet1.bin"),
                    relation("rId7", "xlBinaryIndex", "nowhere.bin"),
                    relation("rId8", "externalLink", "https://example.com/x"),
                ]),
            )
            .add("xl/worksheets/sheet1.bin", &self.sheet)
            .add("xl/styles.bin", styles.concat())
            .add("xl/sharedStrings.bin", strings.concat())
            .finish()
    }

    fn read(&self) -> Workbook {
        read("tasks.xlsb", &self.bytes()).unwrap()
    }
}

#[test]
fn every_kind_of_cell_is_read_with_what_its_style_shows() {
    let book = Parts::of(&[
        row(0, false),
        cell(7, 0, 0, &numbers(&[0])),
        cell(6, 1, 0, &wide("Share")),
        cell(62, 2, 0, &[&[1][..], &wide("rich")].concat()),
        row(4, false),
        cell(7, 0, 0, &numbers(&[1])),
        cell(5, 1, 1, &0.255_f64.to_le_bytes()),
        cell(2, 2, 0, &whole(4)),
        cell(2, 3, 2, &whole(44_684)),
        cell(9, 4, 1, &[&0.5_f64.to_le_bytes()[..], &[0; 6]].concat()),
        cell(8, 5, 0, &[wide("made"), vec![0; 6]].concat()),
        cell(10, 6, 0, &[1, 0, 0]),
        cell(3, 7, 0, &[0x17]),
        cell(11, 8, 0, &[0x30, 0, 0]),
        cell(1, 9, 0, &[]),
        cell(7, 10, 0, &numbers(&[9])),
        // The upper byte beside the style holds flags.
        cell(2, 11, 0x0100_0001, &whole(1)),
    ])
    .read();
    let sheet = &book.sheets[0];
    let cells: Vec<Cell<'_>> = (0..12).map(|column| sheet.cell(4, column)).collect();
    let expected = [
        Cell::Text("Größe"),
        Cell::Percent(0.255),
        Cell::Number(4.0),
        Cell::Date("2026-05-04"),
        Cell::Percent(0.5),
        Cell::Text("made"),
        Cell::Bool(true),
        Cell::Error("#REF!"),
        Cell::Error("an error"),
        Cell::Empty,
        Cell::Error("a text that the file does not hold"),
        Cell::Percent(1.0),
    ];
    assert_eq!(cells, expected);
    let header: Vec<Cell<'_>> = (0..3).map(|column| sheet.cell(0, column)).collect();
    assert_eq!(header, [Cell::Text("Task"), Cell::Text("Share"), Cell::Text("rich")]);
    assert_eq!(sheet.warnings()[0].kind, WarningKind::MissingText);
}

#[test]
fn what_is_hidden_or_merged_is_known() {
    let mut parts = Parts::of(&[
        record(60, &[numbers(&[1, 1, 0, 0]), vec![1, 0]].concat()),
        row(0, false),
        cell(2, 0, 0, &whole(1)),
        row(1, true),
        cell(2, 0, 0, &whole(2)),
        record(176, &numbers(&[0, 1, 0, 0])),
    ]);
    parts.state = 2;
    let book = parts.read();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.visibility(), Visibility::VeryHidden);
    assert_eq!((sheet.cell(0, 0), sheet.cell(1, 0)), (Cell::Number(1.0), Cell::Empty));
    let kinds: Vec<WarningKind> = sheet.warnings().iter().map(|it| it.kind).collect();
    let expected = [WarningKind::HiddenRows, WarningKind::HiddenColumns, WarningKind::UnderMerge];
    assert_eq!(kinds, expected);
}

#[test]
fn a_part_that_is_cut_or_no_table_is_said() {
    let mut parts = Parts::of(&[row(0, false), cell(2, 0, 0, &whole(1))]);
    parts.kind = "xlMacrosheet";
    // A workbook of which no sheet is a table has nothing to import.
    assert_eq!(refusal("tasks.xlsb", &parts.bytes()), "no_tables");
    parts.kind = "worksheet";
    assert_eq!(*parts.read().sheets[0].state(), SheetState::Read);
    for end in 0..parts.sheet.len() - 1 {
        let cut = Parts { sheet: parts.sheet[..end].to_vec(), ..parts };
        assert_eq!(refusal("tasks.xlsb", &cut.bytes()), "damaged", "{end}");
    }
}
