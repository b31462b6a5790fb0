//! Text files with one thing wrong each, in several dialects: all cells come out, in their places.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::{Cell, Sheet, propose};

mod common;
use common::read;

const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// A list with dates, amounts, phrases, marks and a line break.
fn rows() -> Vec<Vec<String>> {
    let phrases =
        ["Banner, large", "Flyer \"Spring\" edition", "Plain", "Two\nlines", "Q&A; live | on"];
    let kinds = ["Mail", "Social ads", "Print"];
    let header = ["Date", "Time", "Qty", "Price", "Kind", "Description", "Remark"];
    let row = |number: usize| {
        vec![
            format!("{:02}/05/2026", number % 28 + 1),
            format!("{:02}:{:02}", number % 24, number * 7 % 60),
            (number * 3).to_string(),
            format!("€ {number}.50"),
            kinds[number % 3].to_owned(),
            phrases[number % 5].to_owned(),
            if number.is_multiple_of(4) { String::new() } else { "ok".to_owned() },
        ]
    };
    let header = header.map(str::to_owned).to_vec();
    std::iter::once(header).chain((1..25).map(row)).collect()
}

fn cell(text: &str, delimiter: char) -> String {
    if text.contains([delimiter, '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn line(cells: &[String], delimiter: char) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text, delimiter)).collect();
    cells.join(&delimiter.to_string())
}

fn lines(rows: &[Vec<String>], delimiter: char) -> Vec<String> {
    rows.iter().map(|row| line(row, delimiter)).collect()
}

fn text(rows: &[Vec<String>], delimiter: char) -> String {
    lines(rows, delimiter).join("\r\n") + "\r\n"
}

fn read_one(bytes: &[u8]) -> Sheet {
    read("list.csv", bytes).unwrap().sheets.remove(0)
}

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[Vec<String>], what: &str) {
    let sheet = read_one(bytes.as_ref());
    let filled = expected.iter().flatten().filter(|text| !text.is_empty()).count();
    for (row, cells) in (0..).zip(expected) {
        for (column, text) in (0..).zip(cells) {
            let found = match sheet.cell(row, column) {
                Cell::Text(text) => text.replace("\r\n", "\n"),
                _ => String::new(),
            };
            assert_eq!(&found, text, "{what}: row {row}, column {column}");
        }
    }
    assert_eq!(sheet.filled_cells(), filled, "{what}");
}

#[track_caller]
fn check_header(text: &str, row: Option<u32>) {
    assert_eq!(propose(&read_one(text.as_bytes())).header_row, row, "{text}");
}

#[test]
fn delimiters_marks_and_line_ends_of_every_kind() {
    let rows = rows();
    for delimiter in DELIMITERS.into_iter().chain([' ']) {
        let what = format!("{delimiter:?}");
        let plain = text(&rows, delimiter);
        check(&plain, &rows, &what);
        check(plain.trim_end(), &rows, &what);
        check(format!("{plain}\r\n"), &rows, &what);
        check(format!("sep={delimiter}\r\n{plain}"), &rows, &what);
        check(plain.replace("\r\n", "\r"), &rows, &format!("{what} and CR"));
        if delimiter == ' ' {
            continue;
        }
        check(plain.replace("\"\"", "\\\""), &rows, &format!("{what} and backslashes"));
        check(plain.replace("\"\"", "\""), &rows, &format!("{what} and bare marks"));
    }
    let spaced: Vec<String> = rows
        .iter()
        .map(|row| row.iter().map(|text| cell(text, ',')).collect::<Vec<_>>().join(", "))
        .collect();
    check(spaced.join("\n"), &rows, "comma and blank");
    let apostrophes: Vec<String> = rows
        .iter()
        .map(|row| row.iter().map(|text| format!("'{text}'")).collect::<Vec<_>>().join(";"))
        .collect();
    check(apostrophes.join("\n"), &rows, "apostrophes");
}

#[test]
fn encodings_of_every_kind() {
    let rows: Vec<Vec<String>> = rows()
        .into_iter()
        .map(|row| row.into_iter().map(|text| text.replace("Banner", "Größe für Ärzte")).collect())
        .collect();
    let plain = text(&rows, ';');
    let wide =
        |bytes: fn(u16) -> [u8; 2]| plain.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    check([b"\xEF\xBB\xBF", plain.as_bytes()].concat(), &rows, "UTF-8 with its mark");
    check(wide(u16::to_le_bytes), &rows, "UTF-16LE");
    check(wide(u16::to_be_bytes), &rows, "UTF-16BE");
    check([&[0xFF, 0xFE], &wide(u16::to_le_bytes)[..]].concat(), &rows, "UTF-16LE with its mark");
    for encoding in [encoding_rs::WINDOWS_1252, encoding_rs::MACINTOSH] {
        // This library writes no old Mac text, so the few characters are put in by hand.
        let bytes: Vec<u8> = plain
            .chars()
            .flat_map(|character| {
                let mac = |byte: u8| vec![byte];
                match (encoding == encoding_rs::MACINTOSH, character) {
                    (true, 'ö') => mac(0x9A),
                    (true, 'ß') => mac(0xA7),
                    (true, 'ü') => mac(0x9F),
                    (true, 'Ä') => mac(0x80),
                    (true, '€') => mac(0xDB),
                    (_, character) => {
                        encoding_rs::WINDOWS_1252.encode(&character.to_string()).0.into_owned()
                    }
                }
            })
            .collect();
        check(bytes, &rows, encoding.name());
    }
    for (encoding, words) in [
        (encoding_rs::SHIFT_JIS, ["作業", "担当", "メール振り分け", "田中"]),
        (encoding_rs::GBK, ["任务", "负责人", "邮件分类，内容很长的说明", "王芳"]),
    ] {
        let [task, owner, name, person] = words.map(str::to_owned);
        let rows = vec![vec![task, owner], vec![name.clone(), person.clone()], vec![name, person]];
        let plain = text(&rows, ',');
        check(encoding.encode(&plain).0, &rows, encoding.name());
    }
}

#[test]
fn a_mark_too_many_costs_its_own_cell_only() {
    let rows = rows();
    for delimiter in [',', ';', '\t'] {
        for row in 1..12 {
            for column in 0..rows[0].len() {
                for in_front in [true, false] {
                    let mut expected = rows.clone();
                    let mut cells: Vec<String> =
                        rows[row].iter().map(|text| cell(text, delimiter)).collect();
                    for text in [&mut cells[column], &mut expected[row][column]] {
                        text.insert(if in_front { 0 } else { text.len() }, '"');
                    }
                    let mut lines = lines(&rows, delimiter);
                    lines[row] = cells.join(&delimiter.to_string());
                    let what = format!("{delimiter:?} {row} {column} {in_front}");
                    check(lines.join("\r\n"), &expected, &what);
                }
            }
        }
    }
}

#[test]
fn rows_may_be_too_long_or_too_short() {
    let rows = rows();
    for delimiter in DELIMITERS {
        for row in [1, 7, 13] {
            let mut longer = rows.clone();
            longer[row].insert(2, String::new());
            check(text(&longer, delimiter), &longer, "a delimiter too many");
            let mut shorter = rows.clone();
            shorter[row].truncate(4);
            check(text(&shorter, delimiter), &shorter, "cells missing");
        }
        let trailing: Vec<Vec<String>> =
            rows.iter().map(|row| [&row[..], &[String::new()]].concat()).collect();
        check(text(&trailing, delimiter), &trailing, "a delimiter at the end of each row");
        let blank: Vec<Vec<String>> =
            rows.iter().flat_map(|row| [row.clone(), vec![String::new()]]).collect();
        check(text(&blank, delimiter), &blank, "blank lines between");
    }
}

#[test]
fn what_stands_around_a_table_moves_nothing() {
    let rows = rows();
    let other = |width: usize| -> Vec<Vec<String>> {
        let row = |row: usize| (0..width).map(|column| format!("{}", row * column + 1)).collect();
        let names = (0..width).map(|column| format!("w{column}")).collect();
        std::iter::once(names).chain((0..4).map(row)).collect()
    };
    for delimiter in DELIMITERS {
        let plain = text(&rows, delimiter);
        let title = [vec!["Campaign export made by Ana".to_owned()], vec![]];
        let titled = [&title[..], &rows].concat();
        check(format!("Campaign export made by Ana\r\n\r\n{plain}"), &titled, "a title");
        check_header(&format!("Campaign export made by Ana\r\n\r\n{plain}"), Some(2));
        check_header(&format!("Report: all teams\r\n2026-05-03 10:11\r\n\r\n{plain}"), Some(3));
        check(
            format!("{plain}\r\nTotal rows: 24\r\n"),
            &[&rows[..], &[vec![], vec!["Total rows: 24".to_owned()]]].concat(),
            "a footer",
        );
        for width in [2, 7, 11] {
            let two = [&rows[..], &[vec![]], &other(width)].concat();
            check(text(&two, delimiter), &two, &format!("a second table of {width}"));
        }
        check_header(&plain, Some(0));
        check_header(&text(&rows[1..], delimiter), None);
        check_header(&text(&rows[..1], delimiter), Some(0));
        check_header(&text(&rows[..2], delimiter), Some(0));
    }
}

#[test]
fn one_column_stays_one_column() {
    let list = "Task\nSort the inbox\nWrite the newsletter\nScore the leads\nPlan the launch\n";
    assert_eq!(read_one(list.as_bytes()).column_count(), 1);
    assert_eq!(read_one(b"n\n1\n2\n3\n").column_count(), 1);
}

#[test]
fn a_text_full_of_open_marks_is_read_in_no_time() {
    let started = std::time::Instant::now();
    let text = "a,\"b\n".repeat(200_000);
    let sheet = read_one(text.as_bytes());
    assert_eq!(sheet.row_count(), 200_000);
    let wide = format!("{}\n", "x,".repeat(1_000_000));
    assert_eq!(read_one(wide.as_bytes()).column_count(), 16_384);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
