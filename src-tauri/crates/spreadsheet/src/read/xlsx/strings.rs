//! The texts that cells of an Excel workbook share.
//!
//! One arena and a list of ends: eight million texts cost what they are long. The count that the file
//! declares is not believed, because reserving it is how a 2 KB file ends a process.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::read::error::Reason;
use crate::read::xml::{next, push_text, reader};

/// The shared texts, by number.
#[derive(Default)]
pub(in crate::read) struct Strings {
    texts: String,
    ends: Vec<usize>,
}

impl Strings {
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.texts[start..end])
    }

    /// Adds a text as it stands.
    pub fn push(&mut self, text: &str) {
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
    }
}

pub(super) fn read(text: impl BufRead) -> Result<Strings, Reason> {
    let mut strings = Strings::default();
    let mut xml = reader(text);
    let mut buffer = Vec::new();
    let mut one = String::new();
    loop {
        buffer.clear();
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                one.clear();
                push_rich_text(&mut xml, "si", &mut buffer, &mut one)?;
                unescape_units(&one, &mut strings.texts);
                strings.ends.push(strings.texts.len());
            }
            Event::End(element) if element.local_name().as_ref() == "sst" => return Ok(strings),
            // Without its end the table may lack texts; the cells that miss them say so.
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// Adds the text of `si` or `is`: its runs, without the reading aids of East Asian texts.
pub(super) fn push_rich_text<R: BufRead>(
    xml: &mut Reader<R>,
    closing: &str,
    buffer: &mut Vec<u8>,
    text: &mut String,
) -> Result<(), Reason> {
    let mut in_phonetic = false;
    loop {
        buffer.clear();
        match next(xml, buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "rPh" => in_phonetic = true,
                "t" if !in_phonetic => push_text(xml, buffer, text)?,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "rPh" => in_phonetic = false,
                name if name == closing => return Ok(()),
                _ => {}
            },
            Event::Eof => return Err(Reason::Incomplete),
            _ => {}
        }
    }
}

/// Adds a text with Excel's `_xHHHH_` written out as the UTF-16 units they stand for.
pub(super) fn unescape_units(text: &str, out: &mut String) {
    let mut rest = text;
    let mut units: Vec<u16> = Vec::new();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            flush(&mut units, out);
            out.push_str(before);
        }
        let hex = from.get(2..6).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = hex.filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        if let Some(unit) = unit.and_then(|hex| u16::from_str_radix(hex, 16).ok()) {
            units.push(unit);
            rest = &from[7..];
        } else {
            flush(&mut units, out);
            out.push_str("_x");
            rest = &from[2..];
        }
    }
    flush(&mut units, out);
    out.push_str(rest);
}

fn flush(units: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(units.drain(..)).map(|unit| unit.unwrap_or('\u{FFFD}')));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        unescape_units(text, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn escaped_units_are_written_out() {
        check("a_x000D_b", "a\rb");
        check("_xD83D__xDE00_", "😀");
        check("_x005F_x000D_", "_x000D_");
        check("my_x_name _xZZZZ_ _x00", "my_x_name _xZZZZ_ _x00");
        check("_xD83D_ alone", "\u{FFFD} alone");
    }

    #[test]
    fn an_empty_text_keeps_its_number_and_phonetics_are_no_text() {
        let text = r#"<sst uniqueCount="4294967295"><si/><si><r><t>Example</t></r>
            <r><t xml:space="preserve"> rich</t></r><rPh><t>kana</t></rPh></si><si><t>last</t></si></sst>"#;
        let strings = read(text.as_bytes()).expect("a valid table");
        assert_eq!(strings.get(0), Some(""));
        assert_eq!(strings.get(1), Some("Example rich"));
        assert_eq!(strings.get(2), Some("last"));
        assert_eq!(strings.get(3), None);
    }
}
