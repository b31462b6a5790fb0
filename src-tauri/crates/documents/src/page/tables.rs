//! The small tables of the page.

use domain::Lane;
use domain::card::{Content, Item, TASKS};

use super::answers::{line, missing, of};
use super::{Column, Line, Pair, Part, Row, Table, Text};

/// The tasks that the card serves, with their scores and the lane that counts.
pub(super) fn tasks(content: &Content) -> Part {
    const FIGURES: [(&str, &str); 5] = [
        ("predictability", "Predictability"),
        ("impact_of_error", "Impact of Error"),
        ("data_sensitivity", "Data Sensitivity"),
        ("context_depth", "Context Depth"),
        ("sum", "Sum"),
    ];
    let rows = content.items(TASKS).iter().map(|item| {
        let name = cell(item, TASKS, "name");
        let figures = FIGURES.iter().map(|(column, _)| cell(item, TASKS, column));
        let lane = with_lane(of(item, TASKS, "lane"), "No lane while a score is blank");
        let cells = std::iter::once(name).chain(figures).chain([vec![lane]]).collect();
        Row { cells, notes: verdict(item) }
    });
    let figures = FIGURES.iter().map(|(_, heading)| column(heading, true));
    let columns =
        std::iter::once(column("Task", false)).chain(figures).chain([column("Lane", false)]);
    table("Tasks", columns.collect(), rows.collect(), missing(TASKS, "No task linked yet"))
}

/// Who is told, and after how long.
pub(super) fn escalation(content: &Content) -> Part {
    let rows: Vec<Row> = content
        .items("escalation")
        .iter()
        .map(|item| {
            let cells = [
                line([of(item, "escalation", "hours").with_unit("\u{a0}h")], ""),
                cell(item, "escalation", "who"),
                cell(item, "escalation", "how"),
            ];
            Row { cells: cells.into(), notes: vec![] }
        })
        .collect();
    let columns = vec![column("After", true), column("Who is told", false), column("How", false)];
    table("Escalation", columns, rows, missing("escalation", "Nobody named to escalate to yet"))
}

/// What was measured, with its interval, its n and its method.
pub(super) fn metrics(content: &Content) -> Part {
    let rows: Vec<Row> = content
        .items("metrics")
        .iter()
        .map(|item| {
            let [low, high] = ["low", "high"].map(|column| of(item, "metrics", column));
            let cells = [
                cell(item, "metrics", "metric"),
                cell(item, "metrics", "slice"),
                cell(item, "metrics", "value"),
                line([low, high], " to "),
                cell(item, "metrics", "n"),
                cell(item, "metrics", "method"),
            ];
            Row { cells: cells.into(), notes: vec![] }
        })
        .collect();
    let columns = [
        ("Metric", false),
        ("For", false),
        ("Value", true),
        ("Interval", true),
        ("n", true),
        ("Method", false),
    ];
    let columns = columns.map(|(heading, is_figures)| column(heading, is_figures)).into();
    table("Measured", columns, rows, missing("metrics", "Nothing measured yet"))
}

/// What a guardrail, the neighbouring scores and a person say about a task.
fn verdict(item: &Item) -> Vec<Line> {
    let capped = of(item, TASKS, "guardrails");
    let recommended = of(item, TASKS, "recommended").after_words("The matrix says ").with_unit(".");
    let holds = of(item, TASKS, "stability").after_words("Holds as ").with_unit(".");
    let decision = of(item, TASKS, "decision").after_words("Decided: ").with_unit(".");
    let guarded = if capped.is_empty() { vec![] } else { line([recommended, capped], " ") };
    let mut said = vec![guarded, line([holds], ""), line([decision], "")];
    said.retain(|line| !line.is_empty());
    said
}

fn cell(item: &Item, list: &str, column: &str) -> Line {
    line([of(item, list, column)], "")
}

fn column(heading: &str, is_figures: bool) -> Column {
    Column { heading: heading.to_owned(), is_figures }
}

fn with_lane(text: Text, missing: &str) -> Text {
    if text.is_empty() {
        return Text { words: missing.to_owned(), is_missing: true, ..text };
    }
    let lane = Lane::ALL.into_iter().find(|lane| lane.name() == text.words);
    Text { lane, ..text }
}

/// A table of rows, or, where there are none, its label with what to say instead.
fn table(label: &str, columns: Vec<Column>, rows: Vec<Row>, missing: Text) -> Part {
    let label = label.to_owned();
    if rows.is_empty() {
        return Part::Pair(Pair { label, lines: vec![vec![missing]] });
    }
    Part::Table(Table { label, columns, rows })
}
