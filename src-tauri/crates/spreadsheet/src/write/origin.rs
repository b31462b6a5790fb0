//! The sheet that nobody sees: which state of which workspace the workbook shows.
//!
//! An edited copy is compared with that state, and not with whatever the workspace became since.

use rust_xlsxwriter::Worksheet;

use super::book::{Book, Page};
use super::{WriteError, text};
use crate::layout;

/// The sheet that nobody sees.
pub(super) struct Hidden;

impl Page for Hidden {
    fn name(&self) -> &'static str {
        layout::ORIGIN
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        sheet.set_very_hidden(true);
        let origin = &book.about.origin;
        let entry = origin.entry.to_string();
        let pairs = [
            ("format", layout::ORIGIN_FORMAT),
            ("workspace", &origin.workspace),
            ("entry", &entry),
            ("head", &origin.head),
        ];
        for (row, (key, value)) in (0..).zip(pairs) {
            sheet.write_string(row, 0, key)?;
            sheet.write_string(row, 1, text::cell(value).0)?;
        }
        Ok(())
    }
}
