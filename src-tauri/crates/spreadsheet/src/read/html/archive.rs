//! Web pages packed into one file, as Excel and browsers save them (.mht), often named .xls.
//!
//! The parts are split at their boundary, and each page among them is read as a page of its own.

use super::{of_bytes, put};
use crate::read::Limits;
use crate::read::error::Reason;
use crate::read::sink::Sink;

/// Reads the tables of all pages in the file.
pub(in crate::read) fn read(
    bytes: &[u8],
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), Reason> {
    let mut tables = Vec::new();
    let mut replaced = false;
    for part in parts(bytes) {
        let (found, has_replaced) = of_bytes(part, limits)?;
        tables.extend(found);
        replaced |= has_replaced;
    }
    put(&tables, replaced, limits, sink)
}

/// Returns the pages of the file, unpacked.
fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
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

/// Returns the body of a part if it is a page.
fn page(part: &[u8]) -> Option<Vec<u8>> {
    let end = |blank: &[u8]| memchr::memmem::find(part, blank).map(|at| (at, at + blank.len()));
    let (head, body) = match (end(b"\r\n\r\n"), end(b"\n\n")) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other)?,
    };
    let head = String::from_utf8_lossy(&part[..head]).to_ascii_lowercase();
    if !head.contains("text/html") && !head.contains("application/xhtml") {
        return None;
    }
    let body = &part[body..];
    Some(match () {
        () if head.contains("quoted-printable") => plain(body),
        () if head.contains("base64") => from_base64(body),
        () => body.to_vec(),
    })
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
        let texts: Vec<_> = parts.iter().map(|part| String::from_utf8_lossy(part)).collect();
        assert_eq!(texts, ["<td a=1>äb\r\n", "<td>"]);
    }
}
