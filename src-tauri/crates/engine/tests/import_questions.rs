//! What an import asks about once, and remembers, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod tables;

use domain::{Dimension, Field, Score};
use engine::Error;
use engine::import::{Answer, ColumnUse, Import, Uses};
use engine::spreadsheet::draft::{DecimalMark, Meaning};
use engine::spreadsheet::{self, TextForm};
use tables::{PREDICTABILITY, look, table, texts, workspace};

fn score(number: u8) -> Meaning {
    Meaning::Score(Score::new(number).unwrap())
}

#[test]
fn words_are_asked_about_once_a_column_and_taken_as_answered() {
    let mut workspace = workspace(&[]);
    let text = "Task|Predictability|Impact of Error\nA|High|high\nB|low|4\nC|HIGH |n/a";
    let mut import = look(&workspace, text);
    let open: Vec<_> = import.questions().iter().map(|it| (it.column, it.cells)).collect();
    assert_eq!(open, [(1, 3), (2, 2)]);
    import.answer(1, Answer::Word("High".into(), Some(score(5))), &workspace);
    import.answer(1, Answer::Word("low".into(), Some(Meaning::Blank)), &workspace);
    import.answer(2, Answer::Word("high".into(), Some(score(1))), &workspace);
    workspace.import(&import).unwrap();
    assert_eq!(texts(&workspace, PREDICTABILITY), ["5", "", "5"]);
    assert_eq!(texts(&workspace, Field::Score(Dimension::ImpactOfError)), ["1", "4", ""]);
}

#[test]
fn words_and_turned_scales_are_remembered_by_the_names_of_the_columns() {
    let mut workspace = workspace(&[]);
    let mut first = look(&workspace, "Task|Predictability|Error risk\nA|Very  High|1\nB|low|2");
    first.adjust(
        0,
        Some(0),
        Some(Uses {
            columns: [
                (0, ColumnUse::Field(Field::Name)),
                (1, ColumnUse::Field(PREDICTABILITY)),
                (2, ColumnUse::Field(Field::Score(Dimension::ImpactOfError))),
            ]
            .into(),
            find_by: None,
        }),
        &workspace,
    );
    first.answer(1, Answer::Word("Very  High".into(), Some(score(5))), &workspace);
    first.answer(1, Answer::Word("low".into(), Some(Meaning::Blank)), &workspace);
    first.answer(2, Answer::Turned(true), &workspace);
    assert!(!first.questions().iter().any(|it| first.is_recalled(it)), "it was answered just now");
    workspace.import(&first).unwrap();
    assert_eq!(texts(&workspace, PREDICTABILITY), ["5", ""]);

    let text = serde_json::to_string(&first.remembered().unwrap()).unwrap();
    let memory = [serde_json::from_str(&text).unwrap()];
    let next = table("Task|Predictability|Error risk\nC|LOW|4\nD|very high|5\nE|medium|5");
    let mut next = Import::new(next, &workspace, &memory).unwrap();
    assert!(next.questions().iter().all(|it| next.is_recalled(it)), "{:?}", next.questions());
    next.answer(1, Answer::Word("low".into(), Some(score(1))), &workspace);
    assert!(!next.is_recalled(&next.questions()[0]), "it was changed");
    workspace.import(&next).unwrap();
    assert_eq!(texts(&workspace, PREDICTABILITY)[2..], ["1", "5", "medium"]);
    let error = Field::Score(Dimension::ImpactOfError);
    assert_eq!(texts(&workspace, error), ["5", "4", "2", "1", "1"]);
}

#[test]
fn what_an_open_question_asks_about_is_not_said_again_in_each_row() {
    let workspace = workspace(&[]);
    let mut import = look(&workspace, "Task|Predictability\nA|high\nB|9\nC|high");
    let asked = |import: &Import| -> Vec<bool> {
        let issues = import.drafts().iter().flat_map(spreadsheet::Draft::problems);
        issues.map(|issue| import.asks_about(PREDICTABILITY, issue)).collect()
    };
    assert_eq!(asked(&import), [true, false, true]);
    import.answer(1, Answer::Word("high".into(), Some(score(5))), &workspace);
    assert_eq!(asked(&import), [false], "only the 9 is left");
}

#[test]
fn an_apostrophe_is_taken_off_only_where_the_file_guards_its_texts() {
    for (notes, expected) in [(["'=1", "'-x"], ["=1", "-x"]), (["'=1", "-x"], ["'=1", "-x"])] {
        let mut workspace = workspace(&[]);
        let mut book = table(&format!("Task|Notes\nA|{}\nB|{}", notes[0], notes[1]));
        book.text = Some(TextForm { encoding: "UTF-8".into(), delimiter: None, quote: None });
        let import = Import::new(book, &workspace, &[]).unwrap();
        workspace.import(&import).unwrap();
        assert_eq!(texts(&workspace, Field::Notes), expected);
    }
}

#[test]
fn a_number_that_can_be_read_in_two_ways_has_to_be_settled() {
    let mut workspace = workspace(&[]);
    let mut import = look(&workspace, "Task|Volume|Minutes\nA|1.234|2\nB|20|3");
    assert_eq!(import.open_questions(), 1);
    assert!(matches!(workspace.import(&import), Err(Error::ImportWaits(1))));
    import.answer(1, Answer::Mark(DecimalMark::Comma), &workspace);
    workspace.import(&import).unwrap();
    assert_eq!(texts(&workspace, Field::MonthlyVolume), ["1234", "20"]);
}
