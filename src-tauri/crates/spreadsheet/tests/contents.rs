//! What lists in the wild hold in their cells: dates, percentages, scores in every spelling, foreign marks.
//!
//! Nothing is guessed: each is taken as it plainly is, asked about, or refused with its cell.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{ColumnId, ColumnKind, CustomColumn, Dimension, Field};
use spreadsheet::draft::{DecimalMark, IssueKind, Percent, QuestionKind, Reading};
use spreadsheet::table::Role;
use spreadsheet::{Cell, Drafts, Mapping, drafts, propose};
use uuid::Uuid;

mod common;
use common::{Book, NS, read};

const PREDICTABILITY: Field = Field::Score(Dimension::Predictability);

/// Reads a file of comma-separated values.
fn file(text: &str) -> (spreadsheet::Workbook, Mapping) {
    let book = read("Tasks.csv", text.as_bytes()).unwrap();
    let mapping = propose(&book.sheets[0]).mapping();
    (book, mapping)
}

fn texts(drafts: &Drafts, field: Field) -> Vec<&str> {
    drafts.drafts.iter().map(|draft| draft.text(field).unwrap_or_default()).collect()
}

fn kinds(drafts: &Drafts) -> Vec<(&str, IssueKind)> {
    let issues = drafts.drafts.iter().flat_map(|draft| &draft.issues);
    issues.map(|issue| (issue.cell.as_str(), issue.kind)).collect()
}

fn own(kind: ColumnKind) -> CustomColumn {
    let id = ColumnId::new(Uuid::from_u128(7));
    CustomColumn { id, name: "Own".into(), kind, choices: Vec::new() }
}

/// Reads the second column of a file as an own column of a kind.
fn own_column(text: &str, kind: ColumnKind, reading: Reading) -> Drafts {
    let (book, mut mapping) = file(text);
    mapping.fields.insert(1, own(kind).field());
    mapping.columns = vec![own(kind)];
    mapping.readings = [(1, reading)].into();
    drafts(&book.sheets[0], &mapping)
}

#[test]
fn a_date_is_one_by_its_style_and_a_day_that_could_be_two_is_refused() {
    let number =
        |at: &str, style: u8, value: &str| format!(r#"<c r="{at}" s="{style}"><v>{value}</v></c>"#);
    let values = ["46146", "60", "0", "-1", "1000000000000000"];
    let cells: String = ["A1", "B1", "C1", "D1", "E1"]
        .iter()
        .zip(values)
        .map(|(at, it)| number(at, 1, it))
        .collect();
    let iso = r#"<c r="G1" t="d"><v>2026-05-04T00:00:00</v></c>"#;
    let mut book =
        Book::rows(&format!(r#"<row r="1">{cells}{}{iso}</row>"#, number("F1", 0, "46146")));
    book.styles = Some(format!(
        r#"<styleSheet {NS}><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>"#
    ));
    let book = book.read();
    let cell = |column| book.sheets[0].cell(0, column);
    assert_eq!(cell(0), Cell::Date("2026-05-04"));
    assert_eq!(cell(1), Cell::Date("1900-02-28"), "29 February 1900 never was");
    assert_eq!(cell(2), Cell::Date("00:00"));
    assert_eq!([cell(3), cell(4)], [Cell::Number(-1.0), Cell::Number(1e15)], "no days");
    assert_eq!(cell(5), Cell::Number(46146.0), "a number that nothing calls a date");
    assert!(matches!(cell(6), Cell::Date(text) if text.starts_with("2026-05-04")));

    let rows = "Task,Due\nA,03/04/2026\nB,31/12/2026\nC,04.03.2026\nD,2026-03-04\n";
    let found = own_column(rows, ColumnKind::Date, Reading::default());
    assert_eq!(kinds(&found), [("B2", IssueKind::Refused)], "3 April or 4 March");
    assert_eq!(texts(&found, own(ColumnKind::Date).field())[0], "03/04/2026", "kept to be mended");
}

#[test]
fn a_percentage_among_numbers_is_asked_about_once_a_column() {
    let shared = |cell: &str| format!(r#"<c r="{cell}" t="inlineStr"><is><t>x</t></is></c>"#);
    let rows = format!(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Task</t></is></c><c r="B1" t="inlineStr"><is><t>Share</t></is></c></row>
        <row r="2">{}<c r="B2" s="1"><v>0.7</v></c></row><row r="3">{}<c r="B3"><v>70</v></c></row>"#,
        shared("A2"),
        shared("A3")
    );
    let mut book = Book::rows(&rows);
    book.styles = Some(format!(
        r#"<styleSheet {NS}><cellXfs><xf/><xf numFmtId="9"/></cellXfs></styleSheet>"#
    ));
    let book = book.read();
    let column = own(ColumnKind::Number);
    let read = |percent| {
        let mut mapping = propose(&book.sheets[0]).mapping();
        mapping.fields.insert(1, column.field());
        mapping.columns = vec![column.clone()];
        mapping.readings = [(1, Reading { percent, ..Reading::default() })].into();
        drafts(&book.sheets[0], &mapping)
    };
    let open = read(None);
    assert_eq!(open.questions[0].kind, QuestionKind::Percent("70 %".into()));
    assert_eq!(kinds(&open), [("B2", IssueKind::Refused)], "until it is answered");
    assert_eq!(texts(&read(Some(Percent::Whole)), column.field()), ["70", "70"]);
    assert_eq!(texts(&read(Some(Percent::Fraction)), column.field()), ["0.7", "70"]);
}

#[test]
fn four_of_five_that_became_a_date_says_so() {
    let mut book = Book::rows(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Task</t></is></c><c r="B1" t="inlineStr"><is><t>Predictability</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" s="1"><v>46146</v></c></row>"#,
    );
    book.styles = Some(format!(
        r#"<styleSheet {NS}><cellXfs><xf/><xf numFmtId="16"/></cellXfs></styleSheet>"#
    ));
    let book = book.read();
    let found = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    let issue = &found.drafts[0].issues[0];
    assert_eq!((issue.cell.as_str(), issue.kind), ("B2", IssueKind::Date));
    assert!(issue.sentence.contains("“4/5”"), "{}", issue.sentence);
}

#[test]
fn only_what_plainly_is_a_score_is_taken_for_one() {
    let spellings = [
        ("0", None),
        ("6", None),
        ("3.5", None),
        ("4.0", Some("4.0")),
        ("4 (high)", Some("4")),
        ("N/A", Some("")),
        ("-", Some("")),
        ("４", Some("4")),
        ("four", None),
        ("5", Some("5")),
    ];
    let rows: Vec<String> = spellings.iter().map(|(text, _)| format!("T,{text}")).collect();
    let (book, mapping) = file(&format!("Task,Predictability\n{}\n", rows.join("\n")));
    let found = drafts(&book.sheets[0], &mapping);
    for (draft, (text, expected)) in found.drafts.iter().zip(spellings) {
        let is_refused = draft.issues.iter().any(|it| it.kind == IssueKind::Refused);
        assert_eq!(is_refused, expected.is_none(), "{text}: {:?}", draft.issues);
        assert_eq!(draft.text(PREDICTABILITY), Some(expected.unwrap_or(text)), "{text}");
    }
}

#[test]
fn a_comma_before_decimals_is_seen_in_its_column_or_asked_about() {
    let rows = "Task;Minutes per item\nA;3,5\nB;1.234,00\nC;1.200\n";
    let (book, mapping) = file(rows);
    let found = drafts(&book.sheets[0], &mapping);
    assert_eq!(texts(&found, Field::MinutesPerItem), ["3.5", "1234.00", "1200"]);
    assert_eq!((kinds(&found), found.questions.len()), (Vec::new(), 0));

    let (book, mut mapping) = file("Task;Minutes per item\nA;1.200\nB;7\n");
    let found = drafts(&book.sheets[0], &mapping);
    assert!(found.questions[0].must_be_answered());
    assert_eq!(kinds(&found), [("B2", IssueKind::Ambiguous)]);
    let mark = Some(DecimalMark::Comma);
    mapping.readings = [(1, Reading { mark, ..Reading::default() })].into();
    let found = drafts(&book.sheets[0], &mapping);
    assert_eq!(texts(&found, Field::MinutesPerItem), ["1200", "7"]);
}

#[test]
fn columns_are_found_by_name_in_any_order_and_a_missing_one_stays_blank() {
    let rows = "Kontexttiefe,Bemerkung,Aufgabe,Vorhersehbarkeit\n4,x,Triage,5\n";
    let (book, mapping) = file(rows);
    let found = drafts(&book.sheets[0], &mapping);
    assert_eq!(texts(&found, Field::Name), ["Triage"]);
    assert_eq!(texts(&found, PREDICTABILITY), ["5"]);
    assert_eq!(texts(&found, Field::Score(Dimension::ContextDepth)), ["4"]);
    assert_eq!(found.drafts[0].text(Field::Score(Dimension::ImpactOfError)), None);
}

#[test]
fn a_scale_that_runs_the_other_way_is_asked_about() {
    let (book, mut mapping) = file("Task,\"Risk (5 = bad)\"\nA,5\nB,1\n");
    let proposal = propose(&book.sheets[0]);
    assert_eq!(proposal.columns[1].field, None, "it is no score by its name alone");
    assert!(matches!(proposal.columns[1].role, Role::Risk | Role::Unknown));
    let field = Field::Score(Dimension::ImpactOfError);
    mapping.fields.insert(1, field);
    assert_eq!(drafts(&book.sheets[0], &mapping).questions[0].kind, QuestionKind::Scale);
    mapping.readings = [(1, Reading { turned: Some(true), ..Reading::default() })].into();
    assert_eq!(texts(&drafts(&book.sheets[0], &mapping), field), ["1", "5"]);
}

#[test]
fn a_sum_and_a_lane_of_theirs_are_compared_and_ours_counts() {
    let header = "Task,Predictability,Impact of Error,Data Sensitivity,Context Depth,Sum,Lane";
    let (book, mapping) = file(&format!(
        "{header}\nA,5,4,4,4,18,automate\nB,5,4,4,4,17,Human-only\nC,5,4,4,,13,Hybrid\n"
    ));
    let found = drafts(&book.sheets[0], &mapping);
    let expected = [("F2", IssueKind::Disagrees), ("G3", IssueKind::Disagrees)];
    assert_eq!(kinds(&found), expected, "and an incomplete row has no sum to compare");
    let sentence = &found.drafts[0].issues[0].sentence;
    assert!(sentence.contains("18") && sentence.contains("Trilane uses 17"), "{sentence}");
}
