//! Files made for the tests: workbooks put together part by part.

#![allow(dead_code, reason = "each test binary uses its own share")]

use std::io::{Cursor, Write};
use std::path::PathBuf;

use spreadsheet::read::read_here;
use spreadsheet::{Limits, ReadError, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub mod book;

pub const NS: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// A zip file under construction.
pub struct Zip(ZipWriter<Cursor<Vec<u8>>>);

impl Zip {
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    pub fn add(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.0.start_file(name, options).unwrap();
        self.0.write_all(content.as_ref()).unwrap();
        self
    }

    pub fn finish(self) -> Vec<u8> {
        self.0.finish().unwrap().into_inner()
    }
}

/// The parts of a workbook with one sheet, to be changed one at a time.
pub struct Book {
    pub sheet: Vec<u8>,
    pub strings: Option<String>,
    pub styles: Option<String>,
    pub workbook: String,
    pub more: Vec<(String, Vec<u8>)>,
}

impl Book {
    /// A workbook whose only sheet has these rows.
    pub fn rows(rows: &str) -> Self {
        Self::sheet(&format!(r"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>"))
    }

    pub fn sheet(sheet: &str) -> Self {
        Self {
            sheet: sheet.as_bytes().to_vec(),
            strings: None,
            styles: None,
            workbook: format!(
                r#"<workbook {NS}><sheets><sheet name="Tasks" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
            more: Vec::new(),
        }
    }

    pub fn strings(mut self, items: &str) -> Self {
        self.strings = Some(format!("<sst {NS}>{items}</sst>"));
        self
    }

    pub fn bytes(self) -> Vec<u8> {
        let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let mut zip = Zip::new()
            .add("[Content_Types].xml", "<Types/>")
            .add("_rels/.rels", format!(r#"<Relationships xmlns="{rels}"><Relationship Id="r" Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#))
            .add("xl/workbook.xml", self.workbook)
            .add("xl/_rels/workbook.xml.rels", format!(r#"<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{kind}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{kind}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>"#))
            .add("xl/worksheets/sheet1.xml", self.sheet);
        if let Some(strings) = self.strings {
            zip = zip.add("xl/sharedStrings.xml", strings);
        }
        if let Some(styles) = self.styles {
            zip = zip.add("xl/styles.xml", styles);
        }
        for (name, content) in self.more {
            zip = zip.add(&name, content);
        }
        zip.finish()
    }

    pub fn read(self) -> Workbook {
        read("book.xlsx", &self.bytes()).unwrap()
    }
}

/// Writes a file into a folder of its own.
pub fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// Reads bytes as a file of that name, in this process.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, ReadError> {
    let (_folder, path) = file(name, bytes);
    read_here(&path, &Limits::default())
}

/// Returns the stable name of the reason why bytes are refused.
pub fn refusal(name: &str, bytes: &[u8]) -> String {
    let error = read(name, bytes).map(|workbook| format!("{workbook:?}")).unwrap_err();
    let sentence = error.to_string();
    assert!(sentence.contains(name) && sentence.ends_with('.'), "{sentence}");
    error.reason.key().to_owned()
}
