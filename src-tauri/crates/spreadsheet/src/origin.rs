//! Where an exported workbook says that it comes from.
//!
//! With it an import knows what each cell held when the file left, and so who changed what since.

use std::collections::BTreeMap;

use crate::sheet::{Cell, Row, Workbook};
use crate::table::shown;
use crate::{Origin, layout};

impl Origin {
    /// Returns what a workbook says about its origin; nothing where it says none that can be read.
    pub fn of(workbook: &Workbook) -> Option<Self> {
        let sheet = workbook.sheets.iter().find(|sheet| sheet.name() == layout::ORIGIN)?;
        let pair = |row: Row<'_>| match row.cell(0) {
            Cell::Text(key) => Some((key.trim().to_owned(), shown(row.cell(1)).trim().to_owned())),
            _ => None,
        };
        let mut stated: BTreeMap<String, String> = sheet.rows().filter_map(pair).collect();
        if stated.get("format").map(String::as_str) != Some(layout::ORIGIN_FORMAT) {
            return None;
        }
        Some(Self {
            workspace: stated.remove("workspace")?,
            entry: stated.remove("entry")?.parse().ok()?,
            head: stated.remove("head")?,
        })
    }
}
