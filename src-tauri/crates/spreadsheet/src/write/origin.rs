//! The sheet that nobody sees: which state of which workspace the workbook shows.
//!
//! An edited copy is compared with that state, and not with whatever the workspace became since.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{Origin, text};

/// The version of the keys.
const FORMAT: &str = "1";

/// Writes key and value, a pair a row.
pub(super) fn write(sheet: &mut Worksheet, origin: &Origin) -> Result<(), XlsxError> {
    sheet.set_very_hidden(true);
    let entry = origin.entry.to_string();
    let pairs = [
        ("format", FORMAT),
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
