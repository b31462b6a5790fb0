//! Files with bytes changed at random, the same ones each time: each is read or refused in words.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use spreadsheet::Limits;
use spreadsheet::read::read_here;

mod common;
use common::{Book, Zip};

/// Returns numbers that look random and are the same in each run.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    move |below| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below.max(1) as u64).unwrap()
    }
}

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let rows: Vec<String> = (1..40)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>1</v></c><c r="B{row}"><f>1</f><v>{row}.5</v></c></row>"#))
        .collect();
    let ods = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="T"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="2"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    vec![
        ("a.xlsx", Book::rows(&rows.concat()).strings("<si><t>zero</t></si><si><t>one</t></si>").bytes()),
        ("a.ods", Zip::new().add("content.xml", ods).finish()),
        ("a.fods", ods.replace("<office:document-content>", "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument\">").into_bytes()),
        ("a.csv", "Task;Owner;\"No\"\nGr\u{f6}\u{df}e;\"a;b\";4\n".repeat(20).into_bytes()),
        ("a.xls", b"<table><tr><td rowspan=2>a<td colspan=3>b&amp;<tr><td>c</table>".repeat(10)),
        ("b.xls", [&[9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0][..], &[4, 2, 12, 0, 0, 0, 0, 0, 0, 0, 4, 0, 84, 97, 115, 107], &[10, 0, 0, 0]].concat()),
    ]
}

#[test]
fn no_change_of_bytes_is_a_panic_or_a_flood() {
    let mut next = numbers();
    let limits = Limits { cells: 200_000, ..Limits::default() };
    let folder = tempfile::tempdir().unwrap();
    for (name, whole) in samples() {
        let path = folder.path().join(name);
        for round in 0..150 {
            let mut bytes = whole.clone();
            for _ in 0..=next(6) {
                let place = next(bytes.len());
                match next(5) {
                    0 => bytes[place] ^= 1 << next(8),
                    1 => bytes[place] = [0, 0xFF, b'"', b'<', b'9', b'&'][next(6)],
                    2 => bytes.truncate(place + 1),
                    3 => drop(bytes.splice(place..place, whole[..next(whole.len())].to_vec())),
                    _ => drop(bytes.drain(place..(place + next(20)).min(bytes.len()))),
                }
                if bytes.is_empty() {
                    bytes.push(0);
                }
            }
            std::fs::write(&path, &bytes).unwrap();
            let read = std::panic::catch_unwind(|| read_here(&path, &limits));
            let read = read.unwrap_or_else(|_| panic!("{name}, round {round}"));
            if let Err(error) = read {
                assert!(error.to_string().contains(name), "{error}");
            }
        }
    }
}
