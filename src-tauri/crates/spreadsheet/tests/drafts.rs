//! Rows as drafts: what typing refuses is refused, kept and named by its cell.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::{Dimension, Field, Score};
use spreadsheet::draft::{IssueKind, Meaning, QuestionKind, Reading};
use spreadsheet::{Drafts, drafts, propose, read_text};

mod common;
use common::Book;

const HEADER: &str =
    "Task\tPredictability\tImpact of Error\tData Sensitivity\tContext Depth\tSum\tLane";

fn of(rows: &str) -> Drafts {
    let book = read_text(&format!("{HEADER}\n{rows}"));
    drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping())
}

#[track_caller]
fn check_issue(drafts: &Drafts, cell: &str, kind: IssueKind, found: &str) {
    let issue = drafts.drafts.iter().flat_map(|draft| &draft.issues).find(|it| it.cell == cell);
    let issue = issue.unwrap_or_else(|| panic!("no issue at {cell}: {drafts:?}"));
    assert_eq!((issue.kind, issue.found.as_str()), (kind, found));
}

#[test]
fn import_refuses_what_typing_refuses_and_keeps_the_text() {
    let drafts = of("A\t0\t3.5\thigh\t4\t\t\nB\t5\t5\t5\t4/10\t\t");
    check_issue(&drafts, "B2", IssueKind::Refused, "0");
    check_issue(&drafts, "C2", IssueKind::Refused, "3.5");
    check_issue(&drafts, "D2", IssueKind::Refused, "high");
    check_issue(&drafts, "E3", IssueKind::Refused, "4/10");
    assert_eq!(drafts.drafts[0].cells[3].text, "high");
    assert_eq!(drafts.drafts[0].row, 2);
}

/// Reads rows as a person answered about their second column, the scores of Predictability.
fn with(rows: &str, reading: Reading) -> Drafts {
    let book = read_text(&format!("{HEADER}\n{rows}"));
    let mut mapping = propose(&book.sheets[0]).mapping();
    mapping.rubrics = domain::Rubric::all().to_vec();
    mapping.readings = [(1, reading)].into();
    drafts(&book.sheets[0], &mapping)
}

fn predictability(drafts: &Drafts) -> Vec<&str> {
    let field = Field::Score(Dimension::Predictability);
    drafts.drafts.iter().map(|draft| draft.text(field).unwrap()).collect()
}

#[test]
fn a_score_is_read_with_what_stands_beside_it() {
    let drafts = of("A\t4/5\t4 - mostly templated\t４\t\u{A0}4\u{200B}\t\t");
    let draft = &drafts.drafts[0];
    for dimension in Dimension::ALL {
        assert_eq!(draft.text(Field::Score(dimension)), Some("4"), "{dimension:?}");
    }
    let why = draft.text(Field::Rationale(Dimension::ImpactOfError));
    assert_eq!(why, Some("mostly templated"), "the rest is kept as the reason");
    assert_eq!(draft.issues, []);
}

#[test]
fn a_reason_that_the_row_has_already_is_not_written_over() {
    let book = read_text("Task\tPredictability\tWhy this Predictability\nA\t4 (often)\tWe know it");
    let drafts = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    let why = drafts.drafts[0].text(Field::Rationale(Dimension::Predictability));
    assert_eq!(why, Some("We know it"));
    check_issue(&drafts, "B2", IssueKind::Noted, "4 (often)");
    assert_eq!(drafts.drafts[0].problems().count(), 0);
}

#[test]
fn words_are_asked_about_and_the_rubrics_own_words_are_known() {
    let rows = "A\tHigh\nB\thigh \nC\tn/a\nD\tMostly alike\nE\tMostly alike: clear rules, few exceptions\nF\t3";
    let drafts = with(rows, Reading::default());
    let QuestionKind::Words(words) = &drafts.questions[0].kind else { panic!("{drafts:?}") };
    let known: Vec<_> = words.iter().map(|it| (it.word.as_str(), it.cells, it.meaning)).collect();
    let four = Score::new(4).map(Meaning::Score);
    assert_eq!(
        known,
        [
            ("High", 2, None),
            ("Mostly alike", 1, four),
            ("Mostly alike: clear rules, few exceptions", 1, four),
            ("n/a", 1, Some(Meaning::Blank)),
        ]
    );
    assert_eq!(predictability(&drafts), ["High", "high", "", "4", "4", "3"]);

    let words = [("high".to_owned(), Meaning::Score(Score::new(2).unwrap()))].into();
    let drafts = with(rows, Reading { words, ..Reading::default() });
    assert_eq!(predictability(&drafts)[..2], ["2", "2"]);
}

#[test]
fn what_is_no_score_is_refused_cell_by_cell_or_left_blank_and_never_rounded() {
    let rows = "A\t3.5\nB\t7\nC\t80%\nD\t5";
    let drafts = with(rows, Reading::default());
    assert_eq!(drafts.questions[0].kind, QuestionKind::NoScore("3.5".into()));
    assert_eq!(drafts.questions[0].cells, 3);
    assert_eq!(predictability(&drafts), ["3.5", "7", "80%", "5"]);
    let drafts = with(rows, Reading { leave_blank: true, ..Reading::default() });
    assert_eq!(predictability(&drafts), ["", "", "", "5"]);
    check_issue(&drafts, "B2", IssueKind::Noted, "3.5");
}

#[test]
fn a_scale_on_which_five_is_bad_is_turned_round_when_asked() {
    let book = read_text("Task\tRisk of error\nA\t5\nB\t2 (small)");
    let mut mapping = propose(&book.sheets[0]).mapping();
    let field = Field::Score(Dimension::ImpactOfError);
    mapping.fields = [(0, Field::Name), (1, field)].into();
    let asked = drafts(&book.sheets[0], &mapping);
    assert_eq!(asked.questions[0].kind, QuestionKind::Scale);
    mapping.readings = [(1, Reading { turned: Some(true), ..Reading::default() })].into();
    let turned = drafts(&book.sheets[0], &mapping);
    let scores: Vec<_> = turned.drafts.iter().map(|it| it.text(field).unwrap()).collect();
    assert_eq!(scores, ["1", "4"]);
}

#[test]
fn a_column_shows_which_mark_stands_before_its_decimals() {
    let minutes = |cells: &str| {
        let book = read_text(&format!("Task\tMinutes\n{cells}"));
        let drafts = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
        let texts =
            drafts.drafts.iter().map(|it| it.text(Field::MinutesPerItem).unwrap().to_owned());
        (texts.collect::<Vec<_>>(), drafts.questions.len())
    };
    assert_eq!(minutes("A\t3,5\nB\t1.234"), (vec!["3.5".to_owned(), "1234".to_owned()], 0));
    assert_eq!(minutes("A\t1.234\nB\t2").1, 1, "nothing shows it, so that it is asked");
}

#[test]
fn a_cell_that_was_mended_is_read_as_mended() {
    let book = read_text(&format!("{HEADER}\nA\thigh\t3\t3\t3"));
    let mut mapping = propose(&book.sheets[0]).mapping();
    mapping.mends = [((1, 1), "4".to_owned())].into();
    let drafts = drafts(&book.sheets[0], &mapping);
    assert_eq!(predictability(&drafts), ["4"]);
    assert_eq!(drafts.drafts[0].issues, []);
}

#[test]
fn a_sum_or_lane_that_disagrees_is_said_and_ours_counts() {
    let drafts = of("A\t5\t4\t4\t4\t16\tHybrid\nB\t5\t4\t4\t4\t17\tAutomate");
    check_issue(&drafts, "F2", IssueKind::Disagrees, "16");
    check_issue(&drafts, "G2", IssueKind::Disagrees, "Hybrid");
    assert_eq!(drafts.drafts[1].issues, []);
}

#[test]
fn numbers_dates_errors_and_formulas_are_told_apart() {
    let text =
        |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = format!(
        r#"<row r="3">{}{}{}{}{}</row><row r="4">{}<c r="B4"><v>4</v></c><c r="C4" s="1"><v>46146</v></c><c r="D4" t="e"><v>#REF!</v></c><c r="E4"><f>1</f></c></row>
        <row r="5">{}<c r="B5"><v>3.5</v></c></row>"#,
        text("A3", "Task"),
        text("B3", "Predictability"),
        text("C3", "Impact of Error"),
        text("D3", "Data Sensitivity"),
        text("E3", "Context Depth"),
        text("A4", "Triage"),
        text("A5", "Scoring")
    );
    let mut book = Book::rows(&rows);
    book.styles =
        Some(r#"<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>"#.into());
    let book = book.read();
    let drafts = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    let cell = |dimension| {
        let field = Field::Score(dimension);
        drafts.drafts[0].cells.iter().find(|cell| cell.field == field).unwrap().text.clone()
    };
    assert_eq!(cell(Dimension::Predictability), "4");
    check_issue(&drafts, "C4", IssueKind::Date, "2026-05-04");
    check_issue(&drafts, "D4", IssueKind::ErrorCell, "#REF!");
    check_issue(&drafts, "E4", IssueKind::NotCalculated, "(not calculated)");
    check_issue(&drafts, "B5", IssueKind::Refused, "3.5");
    assert_eq!(drafts.drafts[0].row, 4);
}

#[test]
fn what_is_no_task_is_left_out_and_said() {
    let drafts = of(
        "A\t5\t4\t4\t4\t\t\n\t\t\t\t\t\t\nTask\tPredictability\tImpact of Error\tData Sensitivity\tContext Depth\tSum\tLane\nB\t1\t1\t5\t1\t\t\nTotal\t6\t5\t9\t5\t\t\n\nNote: scored by the team\t\t\t\t\t\t",
    );
    let rows: Vec<u32> = drafts.drafts.iter().map(|draft| draft.row).collect();
    assert_eq!(rows, [2, 5]);
    assert_eq!(
        drafts.notes,
        [
            "Row 6 adds up the others and is left out.",
            "Row 4 repeats the header and is left out.",
            "Row 8 reads like a remark and is left out.",
            "Blank rows are left out (2).",
        ]
    );
}

#[test]
fn a_column_that_no_field_takes_is_named() {
    let book = read_text("Task\tBudget\nA\t5");
    let drafts = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    assert_eq!(drafts.notes, ["“Budget” is not brought in: no field was chosen."]);
}

#[test]
fn a_copied_row_becomes_a_new_task() {
    let id = "01890a5d-ac96-774b-bcce-b302099a8057";
    let book = read_text(&format!("Task\tTrilane id\nA\t{id}\nA copy\t{id}\nB\tnone"));
    let drafts = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    let ids: Vec<bool> = drafts.drafts.iter().map(|draft| draft.task_id.is_some()).collect();
    assert_eq!(ids, [true, false, false]);
    check_issue(&drafts, "B3", IssueKind::CopiedId, id);
}

#[test]
fn the_published_worksheet_gives_its_three_tasks() {
    let text = "Task | Predictability (1-5) | Impact of Error (1-5) | Data Sensitivity (1-5) | Context Depth (1-5) | Sum | Lane -----|---------------------:|----------------------:|----------------------:|-------------------:|----:|----- Inbound email triage | 5 | 4 | 4 | 4 | 17 | Automate Lead scoring (initial) | 4 | 3 | 3 | 4 | 14 | Hybrid Brand positioning | 1 | 1 | 5 | 1 | 8 | Human-only";
    let book = read_text(text);
    let drafts = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    let names: Vec<&str> = drafts.drafts.iter().map(|draft| draft.cells[0].text.as_str()).collect();
    assert_eq!(names, ["Inbound email triage", "Lead scoring (initial)", "Brand positioning"]);
    assert!(drafts.drafts.iter().all(|draft| draft.issues.is_empty() && draft.cells.len() == 5));
    assert_eq!(drafts.notes, [] as [&str; 0]);
}

#[test]
fn a_number_that_has_lost_its_end_is_said() {
    let book =
        read_text("Task\tNotes\tOwner\nA\t5.70306E+17\tAna\nB\t00123\tBo\nC\t5.70307E+17\t\n");
    let drafts = drafts(&book.sheets[0], &propose(&book.sheets[0]).mapping());
    let lost: Vec<_> = drafts.notes.iter().filter(|note| note.contains("first digits")).collect();
    assert_eq!(lost.len(), 1);
    assert!(lost[0].starts_with("“Notes” holds 5.70306E+17, and others:"), "{lost:?}");
    assert_eq!(drafts.drafts[1].text(Field::Notes), Some("00123"));
}
