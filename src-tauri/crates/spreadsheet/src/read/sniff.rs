//! What a file is, by its content and never by its name.
//!
//! Exports named .xls that are web pages, and workbooks without an extension, are both common.

use std::io::{Read, Seek, SeekFrom};

use super::error::Reason;
use super::package::Package;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Zip,
    /// A compound file: Excel 5 to 2003, or an encrypted package.
    Compound,
    /// The records of Excel 2 to 5, without a container.
    Early,
    FlatOds,
    /// Excel 2003's single-file XML.
    Xml2003,
    WebPage,
    /// Web pages packed into one file.
    WebArchive,
    Text,
}

/// The longest beginning that is looked at.
const HEAD: u64 = 4096;

/// Returns the kind of a file that may hold a table, or the reason why it does not.
pub(crate) fn kind<R: Read + Seek>(file: &mut R) -> Result<Kind, Reason> {
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    if head.is_empty() {
        return Err(Reason::Empty);
    }
    if let Some(what) = foreign(&head) {
        return Err(Reason::NotASpreadsheet { what: what.to_owned() });
    }
    match head.as_slice() {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => return Ok(Kind::Zip),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => return Ok(Kind::Compound),
        // The first record of Excel 2, 3, 4 and 5.
        [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06 | 0x08, 0x00, ..]
        | [0x09, 0x08, 0x08, 0x00, 0x00, 0x05, ..] => return Ok(Kind::Early),
        _ => {}
    }
    if let Some(kind) = marked_up(&head)? {
        return Ok(kind);
    }
    if ends_with_directory(file)? {
        // Junk before a zip archive does not keep any program from opening it.
        return Ok(Kind::Zip);
    }
    if looks_binary(&head) {
        return Err(Reason::NotASpreadsheet {
            what: "of a kind that Trilane does not know".to_owned(),
        });
    }
    Ok(Kind::Text)
}

fn foreign(head: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| head.starts_with(magic);
    let at = |place: usize, magic: &[u8]| head.get(place..).is_some_and(|it| it.starts_with(magic));
    let known: [(bool, &str); 19] = [
        (starts(b"%PDF"), "a PDF"),
        (starts(b"\x89PNG"), "a picture"),
        (starts(b"\xFF\xD8\xFF"), "a picture"),
        (starts(b"GIF8"), "a picture"),
        (starts(b"II*\0") || starts(b"MM\0*"), "a picture"),
        (starts(b"RIFF") && at(8, b"WEBP"), "a picture"),
        (at(4, b"ftyp"), "a film or a picture"),
        (starts(b"\x1F\x8B"), "a compressed file"),
        (starts(b"7z\xBC\xAF\x27\x1C"), "a compressed archive"),
        (starts(b"Rar!"), "a compressed archive"),
        (starts(b"\xFD7zXZ"), "a compressed file"),
        (starts(b"BZh") && at(4, b"1AY&SY"), "a compressed file"),
        (starts(b"SQLite format 3\0"), "a database"),
        (starts(b"\x7FELF") || (starts(b"MZ") && head.contains(&0)), "a program"),
        (starts(b"{\\rtf"), "a text document"),
        (starts(b"ID3") || starts(b"OggS"), "a sound"),
        (at(257, b"ustar"), "an archive"),
        (starts(b"ID;P"), "a SYLK file; open it in LibreOffice"),
        (starts(b"TABLE\r\n0,1") || starts(b"TABLE\n0,1"), "a DIF file; open it in LibreOffice"),
    ];
    known.into_iter().find_map(|(holds, what)| holds.then_some(what))
}

/// Recognises what starts with a tag.
fn marked_up(head: &[u8]) -> Result<Option<Kind>, Reason> {
    let text = super::delimited::decode::quick(head);
    let text = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    let lower = text.to_ascii_lowercase();
    if lower.contains("mime-version:") && lower.contains("multipart/related") {
        return Ok(Some(Kind::WebArchive));
    }
    if text.starts_with('{') && lower.contains("docs.google.com") {
        return Err(Reason::OnlineShortcut);
    }
    let inner = text.trim_start_matches('[').trim_start();
    if inner.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}'])) {
        return Err(Reason::NotASpreadsheet { what: "a JSON file".to_owned() });
    }
    if !text.starts_with('<') {
        return Ok(None);
    }
    let has = |tag: &str| lower.contains(tag);
    if has("office:document") && has("opendocument") {
        return Ok(Some(Kind::FlatOds));
    }
    let starts = |tag: &str| lower.starts_with(tag);
    if has("urn:schemas-microsoft-com:office:spreadsheet")
        && (starts("<?xml") || starts("<workbook") || starts("<ss:workbook"))
    {
        return Ok(Some(Kind::Xml2003));
    }
    if ["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<tr", "<td"]
        .iter()
        .any(|tag| has(tag))
    {
        return Ok(Some(Kind::WebPage));
    }
    if lower.starts_with("<?xml") || lower.starts_with("<svg") {
        return Err(Reason::NotASpreadsheet { what: "an XML file".to_owned() });
    }
    Ok(None)
}

/// Returns whether the end of the file holds a zip archive's directory.
fn ends_with_directory<R: Read + Seek>(file: &mut R) -> Result<bool, Reason> {
    let size = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(size.saturating_sub(66_000)))?;
    let mut tail = Vec::new();
    file.by_ref().take(66_000).read_to_end(&mut tail)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(tail.windows(4).any(|window| window == b"PK\x05\x06"))
}

fn looks_binary(head: &[u8]) -> bool {
    if encoding_rs::Encoding::for_bom(head).is_some() || super::delimited::decode::is_wide(head) {
        return false;
    }
    let odd = head.iter().filter(|&&byte| byte < 9 || (14..32).contains(&byte)).count();
    // A short text may hold one or two by accident.
    odd > 3 && odd * 50 > head.len()
}

/// What is inside a zip archive.
pub(crate) enum Zipped {
    Xlsx { main: String },
    Xlsb { main: String },
    Ods,
}

/// Returns which workbook a package is, or the reason why it is none.
pub(crate) fn zipped<R: Read + Seek>(package: &mut Package<R>) -> Result<Zipped, Reason> {
    let not = |what: &str| Err(Reason::NotASpreadsheet { what: what.to_owned() });
    let main = super::xlsx::relations(package, "")?
        .into_values()
        .find(|relation| relation.kind == "officeDocument")
        .map(|relation| super::package::resolve("", &relation.target));
    let main = main.filter(|main| package.has(main)).or_else(|| {
        ["xl/workbook.xml", "xl/workbook.bin"]
            .map(str::to_owned)
            .into_iter()
            .find(|it| package.has(it))
    });
    if let Some(main) = main {
        let lower = main.to_lowercase();
        return match () {
            () if lower.strip_suffix(".bin").is_some() => Ok(Zipped::Xlsb { main }),
            () if lower.starts_with("word/") => not("a Word document"),
            () if lower.starts_with("ppt/") => not("a PowerPoint presentation"),
            () if lower.starts_with("visio/") => not("a Visio drawing"),
            () => Ok(Zipped::Xlsx { main }),
        };
    }
    if package.has("content.xml") {
        if package
            .head("META-INF/manifest.xml", 1 << 20)?
            .is_some_and(|it| it.contains("encryption-data"))
        {
            return Err(Reason::Protected);
        }
        let mimetype = package.head("mimetype", 200)?.unwrap_or_default();
        return match mimetype.trim() {
            it if it.contains("opendocument.text") || it.contains("xml.writer") => {
                not("a text document")
            }
            it if it.contains("opendocument.presentation") || it.contains("xml.impress") => {
                not("a presentation")
            }
            it if it.contains("opendocument.graphics") || it.contains("xml.draw") => {
                not("a drawing")
            }
            _ => Ok(Zipped::Ods),
        };
    }
    let has = |part: &str| package.has(part);
    if has("encrypted-package") {
        // How LibreOffice protects files since 2024: the whole package, and not each part of it.
        return Err(Reason::Protected);
    }
    if has("index/document.iwa") || has("index.zip") || has("index.xml") {
        return Err(Reason::Numbers);
    }
    if has("[Content_Types].xml") || has("_rels/.rels") {
        return Err(Reason::Damaged);
    }
    let has_table = |ending: &str| package.names().any(|name| name.ends_with(ending));
    if has_table(".xlsx") || has_table(".csv") || has_table(".xls") {
        return not("a zip archive; unpack it and choose the file inside");
    }
    not("a zip archive")
}

/// Returns what a compound file holds, by the names in its directory.
pub(crate) fn compound(bytes: &[u8]) -> Result<(), Reason> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        // Directory entries are 128 bytes long and start at a multiple of that.
        bytes.chunks(128).any(|entry| entry.starts_with(&wide))
    };
    let not = |what: &str| Err(Reason::NotASpreadsheet { what: what.to_owned() });
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        return Err(Reason::Protected);
    }
    if holds("Workbook") || holds("Book") || holds("WORKBOOK") || holds("BOOK") {
        return Ok(());
    }
    if holds("WordDocument") {
        return not("a Word document");
    }
    if holds("PowerPoint Document") {
        return not("a PowerPoint presentation");
    }
    if holds("__properties_version1.0") {
        return not("an e-mail");
    }
    if bytes.len() < 1536 || !holds("Root Entry") || directory(bytes) >= bytes.len() {
        return Err(Reason::Incomplete);
    }
    not("an old Office file without a workbook in it")
}

/// Returns where the directory of a compound file begins.
fn directory(bytes: &[u8]) -> usize {
    let sector = if bytes[30] == 12 { 4096 } else { 512 };
    let number = u32::from_le_bytes([bytes[48], bytes[49], bytes[50], bytes[51]]);
    usize::try_from(number).unwrap_or(usize::MAX).saturating_add(1).saturating_mul(sector)
}
