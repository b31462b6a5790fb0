//! Which cells of an Excel workbook show dates or percentages.
//!
//! A date is a number with a style; without the style sheet, 4 May is 46146.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::Event;

use crate::read::error::Reason;
use crate::read::xml::{attribute, next, reader};

/// What a number's style makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Number,
    Percent,
    Date,
    Duration,
}

/// Returns what each style shows, by the number that cells refer to.
pub(super) fn read(text: impl BufRead) -> Result<Vec<Shown>, Reason> {
    let mut custom = HashMap::new();
    let mut shown = Vec::new();
    let mut in_cell_styles = false;
    let mut xml = reader(text);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    let code = attribute(&element, "formatCode");
                    if let (Some(id), Some(code)) = (id, code) {
                        custom.insert(id, of_code(&code));
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    let id = id.unwrap_or(0);
                    shown.push(custom.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => {
                in_cell_styles = false;
            }
            Event::Eof => return Ok(shown),
            _ => {}
        }
    }
}

/// Returns what a number format that every Excel knows shows.
pub(crate) const fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        // 27 to 36 and 50 to 58 are the dates of East Asian editions.
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Date,
        46 => Shown::Duration,
        _ => Shown::Number,
    }
}

/// Returns what a format code shows, by its first section.
pub(crate) fn of_code(code: &str) -> Shown {
    let mut characters = code.chars();
    let mut percent = false;
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                characters.by_ref().find(|&c| c == '"');
            }
            // The next character is printed, measured or repeated as it is.
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inside: String = characters.by_ref().take_while(|&c| c != ']').collect();
                let elapsed = !inside.is_empty()
                    && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'));
                if elapsed {
                    return Shown::Duration;
                }
            }
            ';' => break,
            '%' => percent = true,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return Shown::Date,
            // “General” and “Standard” hold letters that dates use too.
            'G' | 'g' if code.to_ascii_lowercase().starts_with("general") => break,
            _ => {}
        }
    }
    if percent { Shown::Percent } else { Shown::Number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_code_tells_dates_from_numbers() {
        assert_eq!(of_code("dd/mm/yyyy"), Shown::Date);
        assert_eq!(of_code("[$-409]d-mmm;@"), Shown::Date);
        assert_eq!(of_code("[h]:mm"), Shown::Duration);
        assert_eq!(of_code("0.0%"), Shown::Percent);
        assert_eq!(of_code("#,##0.00 \"days\""), Shown::Number);
        assert_eq!(of_code("[Red]0"), Shown::Number);
        assert_eq!(of_code("General"), Shown::Number);
        assert_eq!(of_code("0\\d"), Shown::Number);
    }
}
