//! Excel's zipped XML workbooks, read part by part and cell by cell.
//!
//! Our own reader, over the same zip and XML libraries as calamine, because a wrapper cannot know what
//! calamine has already dropped: a formula without a result, a text index of −1, a part in UTF-16.
//! It holds the shared texts and one cell at a time.

use std::collections::HashMap;
use std::io::{Read, Seek};

use quick_xml::events::Event;

use super::Limits;
use super::error::Reason;
use super::package::{Package, resolve};
use super::sink::{Budget, SheetIn, Sink};
use super::xml::{attribute, next, reader};
use crate::sheet::{SheetState, Visibility};

mod cells;
mod strings;
mod styles;

pub(super) use cells::{Book, put_number};
pub(super) use strings::Strings;
pub(super) use styles::{Shown, built_in, of_code};

/// A sheet as the workbook part lists it.
struct Listed {
    name: String,
    visibility: Visibility,
    part: String,
    kind: String,
}

/// What a workbook part says about the whole file.
struct Contents {
    sheets: Vec<Listed>,
    counts_from_1904: bool,
}

/// Reads a workbook whose main part is `main`.
pub(crate) fn read<R: Read + Seek>(
    package: &mut Package<R>,
    main: &str,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let folder = main.rfind('/').map_or("", |slash| &main[..=slash]).to_owned();
    let relations = relations(package, main)?;
    let contents = contents(package, main, &folder, &relations)?;
    let part_of_kind = |kind: &str, usual: &str| {
        let target = relations.values().find(|relation| relation.kind == kind);
        target.map_or_else(|| format!("{folder}{usual}"), |it| resolve(&folder, &it.target))
    };
    let strings = match package.part(&part_of_kind("sharedStrings", "sharedStrings.xml"))? {
        Some(part) => strings::read(part)?,
        None => strings::Strings::default(),
    };
    let formats = match package.part(&part_of_kind("styles", "styles.xml"))? {
        // A broken style sheet costs the dates their form, not the file its cells.
        Some(part) => styles::read(part).unwrap_or_default(),
        None => Vec::new(),
    };

    let mut budget = Budget::new(limits);
    let total: u64 =
        contents.sheets.iter().map(|sheet| package.declared_size(&sheet.part)).sum::<u64>().max(1);
    let before = package.unpacked().get();
    for listed in contents.sheets {
        let unpacked = package.unpacked();
        let mut sheet = SheetIn::open(sink, &mut budget, &listed.name, listed.visibility)?;
        if !matches!(listed.kind.as_str(), "worksheet" | "") {
            sheet.close(SheetState::NotATable)?;
            continue;
        }
        let done = || {
            let thousandths = unpacked.get().saturating_sub(before).saturating_mul(1000) / total;
            u16::try_from(thousandths.min(1000)).unwrap_or(1000)
        };
        let book = cells::Book {
            strings: &strings,
            formats: &formats,
            counts_from_1904: contents.counts_from_1904,
        };
        let state = match package.part(&listed.part) {
            Ok(Some(part)) => match cells::read(part, &book, &mut sheet, &done) {
                Ok(state) => state,
                Err(error) => unreadable(error)?,
            },
            Ok(None) => SheetState::Unreadable("its part is missing from the file".to_owned()),
            Err(error) => unreadable(error)?,
        };
        sheet.close(state)?;
    }
    Ok(())
}

/// Keeps a damaged sheet from losing the others; what holds for the whole file still stops it.
pub(super) fn unreadable(reason: Reason) -> Result<SheetState, Reason> {
    match reason {
        Reason::Damaged => Ok(SheetState::Unreadable("it is damaged".to_owned())),
        Reason::Incomplete => Ok(SheetState::Unreadable("its end is missing".to_owned())),
        other => Err(other),
    }
}

/// A line of a relations part.
pub(crate) struct Relation {
    pub target: String,
    pub kind: String,
}

/// Returns what a part refers to, by id.
pub(crate) fn relations<R: Read + Seek>(
    package: &mut Package<R>,
    part: &str,
) -> Result<HashMap<String, Relation>, Reason> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let path = resolve(&format!("{folder}/"), &format!("_rels/{name}.rels"));
    let mut found = HashMap::new();
    let Some(text) = package.part(&path)? else { return Ok(found) };
    let mut xml = reader(text);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let get = |name| attribute(&element, name).unwrap_or_default().into_owned();
                let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                found.insert(get("Id"), Relation { target: get("Target"), kind });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn contents<R: Read + Seek>(
    package: &mut Package<R>,
    main: &str,
    folder: &str,
    relations: &HashMap<String, Relation>,
) -> Result<Contents, Reason> {
    let mut contents = Contents { sheets: Vec::new(), counts_from_1904: false };
    let text = package.part(main)?.ok_or(Reason::Damaged)?;
    let mut xml = reader(text);
    let mut buffer = Vec::new();
    let mut is_workbook = false;
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "workbook" => is_workbook = true,
                "workbookPr" => {
                    if let Some(flag) = attribute(&element, "date1904") {
                        contents.counts_from_1904 = matches!(&*flag, "1" | "true");
                    }
                }
                "sheet" => {
                    let get = |name| attribute(&element, name).unwrap_or_default();
                    let relation = relations.get(&*get("id"));
                    contents.sheets.push(Listed {
                        name: get("name").into_owned(),
                        visibility: match &*get("state") {
                            "hidden" => Visibility::Hidden,
                            "veryHidden" => Visibility::VeryHidden,
                            _ => Visibility::Visible,
                        },
                        part: relation.map_or_else(String::new, |it| resolve(folder, &it.target)),
                        kind: relation.map_or_else(String::new, |it| it.kind.clone()),
                    });
                }
                _ => {}
            },
            Event::Eof if is_workbook && !contents.sheets.is_empty() => return Ok(contents),
            Event::Eof => return Err(Reason::Damaged),
            _ => {}
        }
    }
}
