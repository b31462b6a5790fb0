//! What an .xls workbook says beside its values: which cells show percentages, and what is hidden.
//!
//! Calamine tells dates from numbers, and no more. Only the records of number formats, styles, numbers, rows
//! and columns are looked at; whatever is odd about the others is calamine's to judge. A file in which they
//! cannot be found has no percentages and hides nothing.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use encoding_rs::WINDOWS_1252;

use super::early::{Records, number, text};
use super::xlsx::{Shown, built_in, of_code};

/// What a sheet says beside its values; rows and columns are counted from 0.
#[derive(Default)]
pub(super) struct Beside {
    /// The cells that show percentages.
    pub percents: HashSet<(u32, u32)>,
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<u32>,
}

/// Returns what each sheet says, in the order of the tabs.
pub(super) fn of_workbook(bytes: &[u8]) -> Vec<Beside> {
    let Some(stream) = stream(bytes) else { return Vec::new() };
    let globals = Globals::read(&stream);
    globals.sheets.iter().map(|&start| globals.beside(&stream, start)).collect()
}

fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    file.open_stream(name).ok()?.read_to_end(&mut stream).ok()?;
    Some(stream)
}

/// What stands before the sheets.
#[derive(Default)]
struct Globals {
    /// Where each sheet begins.
    sheets: Vec<usize>,
    /// Whether a cell with a style shows a percentage, by the number of the style.
    percent_styles: Vec<bool>,
}

impl Globals {
    fn read(stream: &[u8]) -> Self {
        let mut globals = Self::default();
        let mut formats: HashMap<u16, Shown> = HashMap::new();
        let mut is_97 = true;
        for (kind, data) in Records::new(stream) {
            match kind {
                0x0809 => is_97 = number(data, 0) >= 0x0600,
                // What follows is scrambled.
                0x002F => return Self::default(),
                0x0085 => {
                    let start = u32::from(number(data, 2)) << 16 | u32::from(number(data, 0));
                    globals.sheets.push(usize::try_from(start).unwrap_or(usize::MAX));
                }
                0x041E => {
                    let code = data.get(2..).unwrap_or_default();
                    let code = if is_97 { code_97(code) } else { text(code, 1, WINDOWS_1252) };
                    formats.insert(number(data, 0), of_code(&code));
                }
                0x00E0 => {
                    let format = number(data, 2);
                    let shown = formats.get(&format).copied();
                    let shown = shown.unwrap_or_else(|| built_in(u32::from(format)));
                    globals.percent_styles.push(shown == Shown::Percent);
                }
                0x000A => break,
                _ => {}
            }
        }
        globals
    }

    /// Returns what the sheet that begins at a place says.
    fn beside(&self, stream: &[u8], start: usize) -> Beside {
        let mut beside = Beside::default();
        // Charts stand inside of sheets with a beginning and an end of their own.
        let mut depth = 0;
        for (kind, data) in Records::new(stream.get(start..).unwrap_or_default()) {
            let (row, column) = (u32::from(number(data, 0)), u32::from(number(data, 2)));
            let mut note = |column: u32, style: u16| {
                if self.percent_styles.get(usize::from(style)) == Some(&true) {
                    beside.percents.insert((row, column));
                }
            };
            match kind {
                0x0809 => depth += 1,
                0x000A if depth <= 1 => break,
                0x000A => depth -= 1,
                0x0203 | 0x027E | 0x0006 => note(column, number(data, 4)),
                0x00BD => {
                    let cells = data.get(4..).unwrap_or_default().chunks_exact(6);
                    (column..).zip(cells).for_each(|(column, cell)| note(column, number(cell, 0)));
                }
                0x0208 if depth == 1 && number(data, 12) & 0x20 != 0 => {
                    beside.hidden_rows.push(row);
                }
                // Its first two numbers are the first and the last column.
                0x007D if depth == 1 && number(data, 8) & 1 != 0 => {
                    beside.hidden_columns.extend(row..=column.min(255));
                }
                _ => {}
            }
        }
        beside
    }
}

/// Returns a format code after its length in two bytes and a flag for wide characters.
fn code_97(data: &[u8]) -> String {
    let length = usize::from(number(data, 0));
    let (flag, rest) = (data.get(2).copied().unwrap_or(0), data.get(3..).unwrap_or_default());
    if flag & 1 == 0 {
        return rest.iter().take(length).map(|&byte| char::from(byte)).collect();
    }
    let units: Vec<u16> = rest.chunks_exact(2).take(length).map(|it| number(it, 0)).collect();
    String::from_utf16_lossy(&units)
}
