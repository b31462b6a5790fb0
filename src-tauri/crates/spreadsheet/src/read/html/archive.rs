//! Web pages packed into one file, as Excel and browsers save them (.mht), often named .xls.
//!
//! The parts are split at their boundary, and each page among them is read as a page of its own.

use super::page::Table;
use super::{decoded, frames, put, tables};
use crate::read::Limits;
use crate::read::error::Reason;
use crate::read::sink::Sink;

/// Reads the sheets of the file, or the tables of all its pages where no frame names sheets.
pub(in crate::read) fn read(
    bytes: &[u8],
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let mut replaced = false;
    let pages = parts(bytes).into_iter().map(|part| {
        let (text, has_replaced) = decoded(part.body);
        replaced |= has_replaced;
        (part.location, text)
    });
    let pages: Vec<(String, String)> = pages.collect();
    let framed: Vec<_> = pages.iter().flat_map(|(_, text)| frames::sheets(text)).collect();
    let mut found: Vec<Table> = Vec::new();
    for sheet in &framed {
        let page = pages.iter().find(|(location, _)| sheet.is_at(location));
        for mut table in page.map_or(Ok(Vec::new()), |(_, text)| tables(text, limits))? {
            sheet.name.clone_into(&mut table.name);
            table.hidden = sheet.hidden;
            found.push(table);
        }
    }
    if found.is_empty() {
        for (_, text) in &pages {
            found.extend(tables(text, limits)?);
        }
    }
    put(&found, replaced, limits, sink)
}

/// A page of the file, unpacked.
struct Part {
    location: String,
    body: Vec<u8>,
}

/// Returns the pages of the file.
fn parts(bytes: &[u8]) -> Vec<Part> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]);
    let Some(boundary) = boundary(&head) else { return Vec::new() };
    let mark = format!("--{boundary}");
    split(bytes, mark.as_bytes()).into_iter().skip(1).filter_map(page).collect()
}

fn boundary(head: &str) -> Option<&str> {
    let place = head.to_ascii_lowercase().find("boundary=")?;
    let rest = head.get(place + "boundary=".len()..)?;
    let boundary = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split([';', '\r', '\n', ' ']).next()?,
    };
    (!boundary.is_empty()).then_some(boundary)
}

fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> Vec<&'a [u8]> {
    let finder = memchr::memmem::Finder::new(mark);
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(at) = finder.find(&bytes[from..]) {
        parts.push(&bytes[from..from + at]);
        from += at + mark.len();
    }
    parts.push(&bytes[from..]);
    parts
}

/// Returns a part if it is a page.
fn page(part: &[u8]) -> Option<Part> {
    let end = |blank: &[u8]| memchr::memmem::find(part, blank).map(|at| (at, at + blank.len()));
    let (head, body) = match (end(b"\r\n\r\n"), end(b"\n\n")) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other)?,
    };
    let head = String::from_utf8_lossy(&part[..head]).to_ascii_lowercase();
    let location = head.lines().find_map(|line| line.strip_prefix("content-location:"));
    let location = location.unwrap_or_default().trim().to_owned();
    if !head.contains("text/html") && !head.contains("application/xhtml") {
        return None;
    }
    let body = &part[body..];
    let body = match () {
        () if head.contains("quoted-printable") => plain(body),
        () if head.contains("base64") => from_base64(body),
        () => body.to_vec(),
    };
    Some(Part { location, body })
}

/// Undoes quoted-printable: `=3D` is a byte, `=` at the end of a line joins it to the next.
fn plain(body: &[u8]) -> Vec<u8> {
    let hex = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'=', [b'\r', b'\n', more @ ..] | [b'\n', more @ ..]) => rest = more,
            (b'=', &[high, low, ref more @ ..]) => {
                if let (Some(high), Some(low)) = (hex(high), hex(low)) {
                    out.push(high * 16 + low);
                    rest = more;
                } else {
                    out.push(byte);
                }
            }
            _ => out.push(byte),
        }
    }
    out
}

/// Undoes base64; what is no digit of it is passed over.
fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for &byte in body {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        (bits, count) = (bits << 6 | u32::from(digit), count + 6);
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xFF) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_and_unpacked() {
        let file = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b_1\"\r\n\r\n\
            --b_1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            <td a=3D1>=C3=A4=\r\nb\r\n--b_1\r\nContent-Type: image/png\r\n\r\nx\r\n\
            --b_1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHRk\r\nPg==\r\n--b_1--";
        let parts = parts(file.as_bytes());
        let texts: Vec<_> = parts.iter().map(|part| String::from_utf8_lossy(&part.body)).collect();
        assert_eq!(texts, ["<td a=1>äb\r\n", "<td>"]);
    }
}
