//! The page of a card as a PDF, read back by another library.

mod samples;

use documents::{Error, Page, Paper, page, pdf};
use domain::card::{Approval, Content, Place, form};
use lopdf::{Document, Object};
use proptest::prelude::*;
use samples::{GERMAN, approval, approved, draft, filled, normal};

const SHORTENED: &str = "Shortened to fit one page";
const UNPRINTABLE: &str = "stands for a letter that this page has no type for";

#[test]
fn a_card_is_one_tagged_page_that_says_what_it_is() {
    let (content, event) = (normal(), approval());
    let document = print(&[page(&approved(&content, &event, Approval::Holds))], Paper::A4);
    assert_eq!(document.get_pages().len(), 1);
    let catalog = document.catalog().expect("a PDF has a catalog");
    let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict).expect("it is tagged");
    assert_eq!(marked.get(b"Marked").and_then(Object::as_bool).ok(), Some(true));
    assert!(catalog.has(b"StructTreeRoot"));
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).ok(), Some(&b"en"[..]));
    let metadata = metadata(&document);
    for part in
        ["<pdfuaid:part>1</pdfuaid:part>", ">Email triage<", "Ana Ruiz, Jonas Weber<", "2026-11-22"]
    {
        assert!(metadata.contains(part), "{part} in {metadata}");
    }
}

#[test]
fn the_page_holds_what_a_reader_must_know() {
    let (content, event) = (normal(), approval());
    let page = page(&approved(&content, &event, Approval::Holds));
    for paper in Paper::ALL {
        let text = text(&print(std::slice::from_ref(&page), paper), 1);
        for words in [
            "Email triage",
            "Version 1.2.0",
            "Approved by Maria Lindqvist, Head of Marketing",
            "until 31 May 2027",
            "Inbound email triage",
            "The matrix says Automate. Where any score is 1, the lane is at most Hybrid.",
            "A person decides below 70 %",
            "Help centre articles",
            "0.90 to 0.97",
            "Wilson, 95 %",
            "SHA-256",
            "Not before the shared inbox has a second reader on weekends.",
            "filled in by Trilane",
            "as entered",
            "Q3 plan, printed on 22 November 2026 with Trilane 0.1.0.",
            "Head of the audit trail: 3f2a9c0d4e5b6a7f8091.",
            "Names are as entered; nobody was authenticated.",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert!(!text.contains(SHORTENED) && !text.contains(UNPRINTABLE), "{text}");
    }
}

#[test]
fn what_is_missing_is_said() {
    let content = Content::default();
    let text = text(&print(&[page(&draft(&content))], Paper::A4), 1);
    for words in [
        "No title yet",
        "No owner named yet",
        "No task linked yet",
        "No sources named yet",
        "Nothing measured yet",
        "No limits named yet",
        "Nobody has approved it",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn an_approval_that_no_longer_counts_says_so_in_words() {
    let (content, event) = (normal(), approval());
    let check = |state, words: &str| {
        let text = text(&print(&[page(&approved(&content, &event, state))], Paper::A4), 1);
        assert_eq!(text.matches(words).count(), 2, "{text}");
    };
    check(Approval::Stale, "STALE: the card, or how its tasks stand, is no longer what was");
    check(Approval::Expired, "EXPIRED: the approval ended on 31 May 2027.");
}

#[test]
fn long_german_stays_on_one_page() {
    let (content, event) = (filled(GERMAN, 3), approval());
    let page = page(&approved(&content, &event, Approval::Holds));
    for paper in Paper::ALL {
        let document = print(std::slice::from_ref(&page), paper);
        assert_eq!(document.get_pages().len(), 1);
        assert!(text(&document, 1).contains("Die Kundenbeziehungsmanagement"));
    }
}

#[test]
fn too_much_is_shortened_and_says_so() {
    let content = filled(&"Mehr als genug. ".repeat(320), 40);
    for paper in Paper::ALL {
        let document = print(&[page(&draft(&content))], paper);
        assert_eq!(document.get_pages().len(), 1);
        let text = text(&document, 1);
        assert!(text.contains(SHORTENED) && text.contains("more"), "{text}");
    }
}

#[test]
fn code_of_the_typesetter_is_text_like_any_other() {
    let code = "#eval(\"1+1\") $x^2$ *b* _i_ `raw` @ref <label> \\u{41} // comment /* = heading";
    let mut content = normal();
    content.put(Place::Card, "summary", code.to_owned());
    content.put(Place::Card, "intended_use", "One\n= heading\n- item\n#panic()".to_owned());
    let text = text(&print(&[page(&draft(&content))], Paper::A4), 1);
    assert!(text.contains(code), "{text}");
    assert!(text.contains("One = heading - item #panic()"), "{text}");
}

#[test]
fn letters_without_type_are_marked_and_the_page_says_so() {
    let mut content = normal();
    content.put(Place::Card, "title", "日本 Größe Ελλάδα Привет".to_owned());
    let marked = text(&print(&[page(&draft(&content))], Paper::A4), 1);
    assert!(marked.contains("\u{FFFD}\u{FFFD} Größe Ελλάδα Привет"), "{marked}");
    assert!(marked.contains(UNPRINTABLE), "{marked}");
    content.put(Place::Card, "title", "مرحبا שלום".to_owned());
    assert!(!text(&print(&[page(&draft(&content))], Paper::A4), 1).contains(UNPRINTABLE));
}

#[test]
fn several_cards_follow_one_another_and_the_same_cards_make_the_same_file() {
    let contents = ["First", "Second", "Third"].map(|title| {
        let mut content = normal();
        content.put(Place::Card, "title", title.to_owned());
        content
    });
    let pages: Vec<Page> = contents.iter().map(|content| page(&draft(content))).collect();
    let document = print(&pages, Paper::Letter);
    assert_eq!(document.get_pages().len(), 3);
    for (at, title) in (1..).zip(["First", "Second", "Third"]) {
        assert!(text(&document, at).contains(title));
    }
    assert_eq!(pdf(&pages, Paper::A4), pdf(&pages, Paper::A4));
    assert_eq!(pdf(&[], Paper::A4), Err(Error::NoCards));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_is_written_is_one_page(
        answers in prop::collection::vec((any::<prop::sample::Index>(), 0..9_usize, words()), 0..60),
        is_letter in any::<bool>(),
    ) {
        let mut content = normal();
        let fields: Vec<_> = form::fields().collect();
        for (field, item, words) in answers {
            let field = field.get(&fields);
            match field.columns() {
                None => content.put(Place::Card, field.key, words),
                Some(columns) => {
                    let column = columns[words.len() % columns.len()];
                    content.put(Place::Item(field.key, &item.to_string()), column.key, words);
                }
            }
        }
        let paper = if is_letter { Paper::Letter } else { Paper::A4 };
        let document = print(&[page(&draft(&content))], paper);
        prop_assert_eq!(document.get_pages().len(), 1);
    }
}

/// Texts of many kinds: plain, of one endless word, of many lines, from right to left, with control characters.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-ZäöüÄÖÜß,. ]{0,120}",
        2 => "\\PC{0,60}",
        1 => any::<String>(),
        1 => "[#$*_=`@<>\\\\/\\[\\]{}\"-]{0,60}",
        1 => "[\u{0590}-\u{06FF} ]{0,80}",
        1 => (1..5000_usize).prop_map(|count| "x".repeat(count)),
        1 => (1..2000_usize).prop_map(|count| "a\n".repeat(count)),
        1 => (1..30_usize).prop_map(|count| GERMAN.repeat(count)),
        1 => "[\u{0}-\u{1F}\u{7F}-\u{9F}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{FEFF}\u{300}-\u{36F}]{0,80}",
    ]
}

#[track_caller]
fn print(pages: &[Page], paper: Paper) -> Document {
    let bytes = pdf(pages, paper).expect("it is printed");
    Document::load_mem(&bytes).expect("it is a PDF")
}

fn text(document: &Document, page: u32) -> String {
    let text = document.extract_text(&[page]).expect("it holds text");
    text.replace(['\u{AD}', '\u{200B}'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn metadata(document: &Document) -> String {
    let catalog = document.catalog().expect("a PDF has a catalog");
    let stream = catalog
        .get(b"Metadata")
        .and_then(|it| document.dereference(it))
        .expect("it has metadata")
        .1;
    let stream = stream.as_stream().expect("metadata are a stream");
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    String::from_utf8(bytes).expect("XMP is UTF-8")
}
