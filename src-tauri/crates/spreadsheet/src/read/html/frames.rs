//! The frame around the sheets of a workbook that Excel saved as web pages.
//!
//! It names each sheet and the page that holds it. Without it, the tabs at the foot of the window would
//! be taken for a table, and a hidden sheet for one that people see.

use crate::read::xml::unescape;

/// A sheet as the frame lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Framed {
    pub name: String,
    pub hidden: bool,
    /// The page that holds the sheet, as a path beside the frame.
    pub source: String,
}

impl Framed {
    /// Returns the folder of the page.
    pub fn folder(&self) -> &str {
        self.source.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder)
    }

    /// Returns whether a page that was packed from some place is the one.
    pub fn is_at(&self, location: &str) -> bool {
        let last = |path: &str| {
            path.rsplit(['/', '\\']).next().unwrap_or(path).trim().to_ascii_lowercase()
        };
        last(location) == last(&self.source)
    }
}

/// Returns the sheets that a page frames, in the order of their tabs; most pages frame none.
pub(super) fn sheets(page: &str) -> Vec<Framed> {
    let listed = page.split("<x:ExcelWorksheet>").skip(1);
    listed.filter_map(|rest| sheet(rest.split("</x:ExcelWorksheet>").next()?)).collect()
}

fn sheet(listed: &str) -> Option<Framed> {
    let between = |from: &str, to: &str| {
        let (inside, _) = listed.split_once(from)?.1.split_once(to)?;
        Some(unescape(inside.trim().into()).into_owned())
    };
    let source = between("<x:WorksheetSource HRef=\"", "\"")?;
    let name = between("<x:Name>", "</x:Name>").unwrap_or_default();
    let shown = between("<x:Visible>", "</x:Visible>").unwrap_or_default();
    Some(Framed { name, hidden: shown.ends_with("Hidden"), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_lists_its_sheets() {
        let page = r#"<x:ExcelWorksheets><x:ExcelWorksheet><x:Name>R&amp;D</x:Name>
            <x:WorksheetSource HRef="Plan_files/sheet001.htm"/></x:ExcelWorksheet><x:ExcelWorksheet>
            <x:Name>Old</x:Name><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>
            <x:WorksheetSource HRef="Plan_files/sheet002.htm"/></x:ExcelWorksheet>
            <x:ExcelWorksheet><x:Name>Alone</x:Name></x:ExcelWorksheet></x:ExcelWorksheets>"#;
        let found = sheets(page);
        let names: Vec<_> = found.iter().map(|it| (it.name.as_str(), it.hidden)).collect();
        assert_eq!(names, [("R&D", false), ("Old", true)]);
        assert_eq!(found[0].folder(), "Plan_files");
        assert!(found[0].is_at("file:///C:/0A1B/Plan_files/Sheet001.htm"));
        assert!(!found[0].is_at("file:///C:/0A1B/Plan_files/sheet002.htm"));
    }
}
