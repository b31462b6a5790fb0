//! The marks that other programs leave beside a file while they have it open.
//!
//! A program that crashed leaves its mark for ever, and no mark names a process that one could look for.
//! So a mark says who and since when, and a person says whether it still means anything.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A mark of another program beside a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The program that leaves such marks.
    pub program: &'static str,
    /// Who has the file open, as far as the mark says.
    pub who: Option<String>,
    /// When the mark was made.
    pub since: Option<SystemTime>,
}

impl Mark {
    /// Returns the mark beside a file, where there is one.
    pub(super) fn beside(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy();
        let read = |mark: String, program, who: fn(&[u8]) -> Option<String>| {
            let mark = path.with_file_name(mark);
            let since = fs::metadata(&mark).ok()?.modified().ok();
            let who = fs::read(&mark).ok().and_then(|bytes| who(&bytes));
            Some(Self { program, who, since })
        };
        read(format!(".~lock.{name}#"), "LibreOffice", of_libreoffice)
            .or_else(|| read(format!("~${name}"), "Excel", of_excel))
    }

    /// Returns what it says, in a sentence.
    pub fn sentence(&self) -> String {
        let Self { program, who, since } = self;
        let who = who.as_ref().map_or_else(String::new, |who| format!(" by {who}"));
        let local = |since: &SystemTime| {
            let since = Timestamp::try_from(*since).ok()?.to_zoned(TimeZone::system());
            Some(format!(", since {}", since.strftime("%-d %B %Y, %H:%M")))
        };
        let since = since.as_ref().and_then(local).unwrap_or_default();
        format!("A mark beside it says that it is open in {program}{who}{since}.")
    }
}

/// Reads “Ana Lima,ana,desk-3,22.11.2026 10:15,file:///…;”, where a backslash stands before commas.
fn of_libreoffice(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let (mut fields, mut is_escaped) = (vec![String::new()], false);
    for sign in text.chars() {
        match sign {
            '\\' if !is_escaped => {
                is_escaped = true;
                continue;
            }
            ',' if !is_escaped => fields.push(String::new()),
            sign => fields.last_mut()?.push(sign),
        }
        is_escaped = false;
    }
    let named = |place: usize| fields.get(place).and_then(|it| named(it));
    let who = named(0).or_else(|| named(1))?;
    Some(named(2).map_or_else(|| who.clone(), |host| format!("{who} on {host}")))
}

/// Reads the name behind its length, as 16-bit units after the 55 bytes that hold it in a code page.
fn of_excel(bytes: &[u8]) -> Option<String> {
    let count = usize::from(u16::from_le_bytes(bytes.get(55..57)?.try_into().ok()?));
    let units = bytes.get(57..)?.chunks_exact(2).take(count.min(54));
    let units: Vec<u16> = units.map(|it| u16::from_le_bytes([it[0], it[1]])).collect();
    named(&String::from_utf16_lossy(&units))
}

fn named(text: &str) -> Option<String> {
    let name: String = text.chars().filter(|it| !it.is_control()).take(80).collect();
    Some(name.trim().to_owned()).filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_says_who_has_the_file() {
        let mark =
            b"Lima\\, Ana,ana,desk-3,22.11.2026 10:15,file:///home/ana/.config/libreoffice/4;";
        assert_eq!(of_libreoffice(mark).as_deref(), Some("Lima, Ana on desk-3"));
        assert_eq!(of_libreoffice(b",ana,,,").as_deref(), Some("ana"));
        assert_eq!(of_libreoffice(b""), None);
        let mut mark = vec![8];
        mark.extend(*b"Zo? Lima");
        mark.resize(55, b' ');
        mark.extend(8_u16.to_le_bytes());
        mark.extend("Zoë Lima".encode_utf16().flat_map(u16::to_le_bytes));
        mark.resize(165, 0);
        assert_eq!(of_excel(&mark).as_deref(), Some("Zoë Lima"));
        assert_eq!(of_excel(b"short"), None);
    }

    #[test]
    fn what_a_mark_does_not_say_is_left_out_of_the_sentence() {
        let mark = Mark { program: "Excel", who: Some("Ana".to_owned()), since: None };
        assert_eq!(mark.sentence(), "A mark beside it says that it is open in Excel by Ana.");
        let mark = Mark { who: None, ..mark };
        assert_eq!(mark.sentence(), "A mark beside it says that it is open in Excel.");
    }
}
