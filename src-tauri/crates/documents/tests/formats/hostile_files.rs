//! Files that mean harm, or are broken: read or refused at once, in plain sentences.

use std::time::{Duration, Instant};

use documents::{Imported, LARGEST_FILE, Refused, from_hugging_face, from_json};

const LONGEST_WAIT: Duration = Duration::from_millis(200);

type Read = fn(&str) -> Result<Imported, Refused>;

const READERS: [Read; 2] = [from_json, from_hugging_face];

#[track_caller]
fn refused(read: Read, text: &str, expected: &str) {
    assert_eq!(read(text).unwrap_err().to_string(), expected);
}

#[track_caller]
fn quick(name: &str, text: &str) -> Result<Imported, Refused> {
    // Others use the machine too, so the quickest of three tries counts.
    let tries = [(); 3].map(|()| {
        let start = Instant::now();
        (from_hugging_face(text), start.elapsed())
    });
    let (read, took) = tries.into_iter().min_by_key(|(_, took)| *took).unwrap();
    assert!(took < LONGEST_WAIT, "{name} took {took:?}");
    if let Err(refused) = &read {
        let sentence = refused.to_string();
        assert!(sentence.ends_with('.') && sentence.chars().count() < 400, "{name}: {sentence}");
    }
    read
}

#[test]
fn a_file_without_a_card_says_so() {
    for read in READERS {
        refused(read, "", "This file is empty.");
        refused(read, "\u{FEFF} \r\n", "This file is empty.");
        let large = "x".repeat(LARGEST_FILE + 1);
        let sentence = "This file is larger than 5 MB, which no model card is. Choose the file of the card itself.";
        refused(read, &large, sentence);
    }
    refused(from_json, "[1]", "This JSON is not a model card of Trilane.");
    refused(from_json, "{\"format\": \"other\"}", "This JSON is not a model card of Trilane.");
    let sentence = "This file cannot be read as JSON: something is wrong at line 2, column 7.";
    refused(from_json, "{\"format\":\n\"trilan", sentence);
    let deep = format!("{{\"a\":{}", "[".repeat(100_000));
    let sentence = "This file cannot be read as JSON: something is wrong at line 1, column 132.";
    refused(from_json, &deep, sentence);
}

#[test]
fn what_is_wrong_in_the_fields_is_named_with_line_and_column() {
    let before = "What stands before the text of this card";
    let check = |yaml: &str, expected: &str| {
        refused(
            from_hugging_face,
            &format!("---\n{yaml}\n---\nText"),
            &format!("{before} {expected}"),
        );
    };
    check(
        "license: mit\ntags: [a, b\nx: y",
        "cannot be read as YAML, at line 4, column 2: “x: y”.",
    );
    check(
        "license: mit\nlicense: gpl",
        "says “license” twice, at line 3, column 1: “license: gpl”.",
    );
    check("a: \"open", "cannot be read as YAML, at line 2, column 4: “a: \"open”.");
    check("a: b: c", "cannot be read as YAML, at line 2, column 5: “a: b: c”.");
    let sentence = "What stands between the lines “---” at the beginning of this file is no list of fields, \
        such as “license: mit”.";
    refused(from_hugging_face, "---\n- a\n---\n", sentence);
}

#[test]
fn aliases_do_not_multiply() {
    let mut yaml = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = format!("*a{}", level - 1);
        let line = format!("a{level}: &a{level} [{}]\n", [before.as_str(); 9].join(", "));
        yaml.push_str(&line);
    }
    let refused = quick("laughs", &format!("---\n{yaml}---\n")).unwrap_err();
    assert!(refused.to_string().contains("more entangled"), "{refused}");
}

#[test]
fn depth_and_length_are_quick() {
    let megabyte = |part: &str| part.repeat(1_000_000 / part.len());
    let yaml = |part: &str| format!("---\na: {}\n---\n", megabyte(part));
    let many =
        |count: usize, line: fn(usize) -> String| (0..count).map(line).collect::<Vec<_>>().concat();
    let lists = many(1_400, |depth| format!("{}- a\n", "  ".repeat(depth)));
    let texts = [
        ("yaml brackets", yaml("[")),
        ("yaml braces", yaml("{a: ")),
        ("yaml dashes", yaml("- ")),
        ("yaml keys", format!("---\n{}---\n", many(5_000, |n| format!("key{n}: value\n")))),
        ("yaml anchors", format!("---\n{}---\n", many(5_000, |n| format!("k{n}: &a{n} x\n")))),
        ("brackets", megabyte("[")),
        ("closed brackets", format!("{}{}", "[".repeat(500_000), "]".repeat(500_000))),
        ("links", megabyte("[a](")),
        ("images", megabyte("![](")),
        ("quotes", megabyte("> ")),
        ("lists", megabyte("- ")),
        ("numbers", megabyte("1. ")),
        ("deep lists", lists),
        ("emphasis", megabyte("*a_ ")),
        ("backticks", many(1_400, |n| format!("{} ", "`".repeat(n + 1)))),
        ("headings", megabyte("# a\n")),
        ("underlined", megabyte("a\n=\n")),
        ("html", megabyte("<a <!-- ")),
        ("remarks", megabyte("<!--")),
        ("closed remarks", megabyte("<!--x-->")),
        ("references", megabyte("[a]: b\n")),
        ("entities", megabyte("&amp")),
        ("labels", megabyte("**a:** b\n")),
        ("tables", megabyte("|a")),
        ("one line", megabyte("x")),
        ("breaks", megabyte("---\n")),
    ];
    for (name, text) in texts {
        let _ = quick(name, &text);
        let _ = quick(name, &format!("# Title\n\n## Limitations\n\n{text}"));
    }
}

#[test]
fn a_text_longer_than_the_notes_is_refused_and_one_that_is_long_is_kept_whole() {
    let refused = quick("long", &"word ".repeat(100_000)).unwrap_err();
    assert!(
        refused.to_string().starts_with("The text of this card is longer than 300000 characters")
    );
    let refused = quick("rest", &"word ".repeat(50_000)).unwrap_err();
    let told = "What has no field in this card is longer than 200000 characters";
    assert!(refused.to_string().starts_with(told), "{refused}");
    let long = "word ".repeat(10_000);
    let read = quick("rest", &format!("# A\n\n## Limitations\n\n{long}")).unwrap();
    assert_eq!(read.content.text("limitations"), "");
    assert!(read.content.text("notes").contains(long.trim()));
    let told = [
        "Known limits is longer than 20000 characters",
        "The notes are longer than 20000 characters",
    ];
    assert!(
        told.iter().all(|start| read.kept.iter().any(|it| it.starts_with(start))),
        "{:?}",
        read.kept
    );
}

#[test]
fn control_characters_are_left_out() {
    let read =
        from_hugging_face("# Ti\u{0}tle\u{7}\n\nA\u{1b}[31m b\u{0}\n\n## Other\n\nc\u{8}d\n")
            .unwrap();
    let all: String = read.content.answers().map(|it| it.text).collect();
    assert!(all.chars().all(|it| it == '\n' || !it.is_control()), "{all:?}");
    assert!(read.content.text("notes").contains("cd"));
    let text = r#"{"format": "trilane-model-card", "format_version": 1, "content":
        {"title": "a\u0000b\nc", "tasks": [{"id": "\u0001", "name": "x\u0007"}]}}"#;
    let read = from_json(text).unwrap();
    assert_eq!(read.content.text("title"), "ab c");
    assert_eq!(read.content.items("tasks")[0].id, "000001");
    assert_eq!(read.content.items("tasks")[0].text("name"), "x");
}

#[test]
fn a_field_of_megabytes_is_refused_in_a_sentence() {
    let text = serde_json::json!({
        "format": "trilane-model-card", "format_version": 1, "content": {"summary": "x".repeat(4_000_000)}
    });
    let refused = from_json(&text.to_string()).unwrap_err();
    assert!(refused.to_string().starts_with("What has no field in this card"), "{refused}");
}
