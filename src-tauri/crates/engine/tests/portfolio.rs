//! The portfolio map, on a real database in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fmt::Write;

use domain::{Dimension, Field, Lane};
use engine::Workspace;
use engine::cells::{Column, PasteTarget};
use engine::portfolio::{BubbleKey, MOST_BUBBLES, Query, SortKey, save_picture};
use jiff::Timestamp;

/// Makes a workspace of rows: name, one score for all four dimensions, volume, minutes.
fn workspace(rows: &[[&str; 4]]) -> Workspace {
    let mut table = String::new();
    for [name, score, volume, minutes] in rows {
        writeln!(table, "{name}\t{score}\t{score}\t{score}\t{score}\t{volume}\t{minutes}").unwrap();
    }
    pasted(&table)
}

fn pasted(table: &str) -> Workspace {
    let mut fields = vec![Field::Name];
    fields.extend(Dimension::ALL.map(Field::Score));
    fields.extend([Field::MonthlyVolume, Field::MinutesPerItem]);
    let columns: Vec<Column> = fields.into_iter().map(Column::Field).collect();
    let range = engine::cells::CellRange { rows: 0..=0, columns: columns[..1].to_vec() };
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    let target = PasteTarget { range, columns_to_the_right: columns };
    workspace.paste_text(&target, table).unwrap();
    workspace
}

/// Many tasks: volumes 0 to 999, scores all alike in turn.
fn many(count: usize) -> Workspace {
    let mut table = String::new();
    for row in 0..count {
        let score = 1 + row % 5;
        let volume = row * 7 % 1000;
        writeln!(table, "Task {row}\t{score}\t{score}\t{score}\t{score}\t{volume}\t30").unwrap();
    }
    pasted(&table)
}

fn query(sort: SortKey, descending: bool) -> Query {
    Query { bubbles: None, sort, descending, first: 0, count: 100 }
}

fn names(workspace: &Workspace, query: &Query) -> Vec<String> {
    let tasks = workspace.portfolio_tasks(query).tasks;
    tasks.iter().map(|point| point.task.name.clone()).collect()
}

#[test]
fn a_task_stands_at_its_composite_and_its_hours() {
    let workspace = workspace(&[["Triage", "4", "300", "2"], ["Awards", "1", "0", "90"]]);
    let portfolio = workspace.portfolio();
    assert_eq!((portfolio.total, portfolio.placed, portfolio.is_binned), (2, 2, false));
    let triage = &portfolio.bubbles[0];
    assert_eq!((triage.composite, triage.lane), (16, Lane::Automate));
    assert!((triage.hours - 10.0).abs() < 1e-9);
    assert_eq!((triage.count, triage.name.as_str()), (1, "Triage"));
    assert!(portfolio.bubbles[1].hours.abs() < 1e-9, "no items are no hours, which is a place too");
}

#[test]
fn a_bubble_has_the_lane_that_counts_and_says_what_holds_it_back() {
    let mut workspace = pasted("Renewals\t5\t1\t5\t5\t300\t2\n");
    let bubble = workspace.portfolio().bubbles.remove(0);
    assert_eq!((bubble.composite, bubble.lane), (16, Lane::Hybrid));
    assert_eq!((bubble.capped, bubble.stale), (1, 0));

    let id = workspace.sheet().tasks().next().unwrap().id;
    workspace.decide(&[id], Lane::HumanOnly, "Legal asked for it", None).unwrap();
    workspace.set_cell(id, Field::Score(Dimension::ContextDepth), "4").unwrap();
    let bubble = workspace.portfolio().bubbles.remove(0);
    assert_eq!((bubble.lane, bubble.stale), (Lane::HumanOnly, 1));
}

#[test]
fn what_lacks_a_score_or_a_figure_is_listed_with_what_to_add() {
    let workspace = workspace(&[
        ["Placed", "4", "300", "2"],
        ["No minutes", "4", "300", ""],
        ["Nothing", "", "", ""],
        ["Refused", "3", "many", "5"],
    ]);
    let lacking = workspace.portfolio_lacking(0, 10);
    assert_eq!((lacking.total, lacking.without_score, lacking.without_figures), (3, 1, 3));
    let of =
        |place: usize| (lacking.tasks[place].task.name.as_str(), &lacking.tasks[place].missing);
    assert_eq!(of(0), ("No minutes", &vec![Field::MinutesPerItem]));
    assert_eq!(lacking.tasks[1].missing.len(), 6);
    assert_eq!(of(2), ("Refused", &vec![Field::MonthlyVolume]));
    assert_eq!(workspace.portfolio().placed, 1);
}

#[test]
fn above_two_thousand_tasks_share_bubbles_and_none_is_lost() {
    assert!(!many(MOST_BUBBLES).portfolio().is_binned);
    let workspace = many(12_400);
    let portfolio = workspace.portfolio();
    assert!(portfolio.is_binned);
    assert!(portfolio.bubbles.len() <= MOST_BUBBLES, "{} bubbles", portfolio.bubbles.len());
    assert_eq!(portfolio.bubbles.iter().map(|bubble| bubble.count).sum::<u32>(), 12_400);
    for bubble in &portfolio.bubbles {
        let (least, most) = bubble.hours_between;
        assert!((least..=most).contains(&bubble.hours), "the mean is among them: {bubble:?}");
        assert_eq!(bubble.task.is_some(), bubble.count == 1);
    }
}

#[test]
fn the_tasks_of_a_bubble_are_those_that_it_counts() {
    let workspace = many(3_000);
    for bubble in workspace.portfolio().bubbles.iter().take(20) {
        let mut one = query(SortKey::Hours, false);
        one.bubbles = Some([bubble.key].into());
        one.count = 3_000;
        let tasks = workspace.portfolio_tasks(&one);
        assert_eq!(tasks.total, bubble.count as usize);
        assert!(tasks.tasks.iter().all(|point| point.composite.get() == bubble.composite));
    }
}

#[test]
fn a_list_is_ordered_either_way_and_comes_in_pages() {
    let workspace = workspace(&[
        ["beta", "5", "60", "1"],
        ["Alpha", "1", "120", "60"],
        ["gamma", "3", "30", "20"],
    ]);
    assert_eq!(names(&workspace, &query(SortKey::Name, false)), ["Alpha", "beta", "gamma"]);
    assert_eq!(names(&workspace, &query(SortKey::Hours, true)), ["Alpha", "gamma", "beta"]);
    assert_eq!(names(&workspace, &query(SortKey::Lane, false)), ["beta", "gamma", "Alpha"]);
    let page = Query { first: 1, count: 1, ..query(SortKey::Volume, false) };
    assert_eq!(names(&workspace, &page), ["beta"]);
    let all = workspace.portfolio_tasks(&page);
    assert_eq!(all.total, 3);
    assert!((all.hours - 131.0).abs() < 1e-9, "the hours are those of all, not of the page");
}

#[test]
fn a_bubble_is_found_by_its_key() {
    for workspace in [many(3), many(2_500)] {
        for bubble in workspace.portfolio().bubbles {
            assert_eq!(BubbleKey::parse(&bubble.key.to_string()), Some(bubble.key));
        }
    }
    assert_eq!(BubbleKey::parse("12/3/nowhere"), None);
}

#[test]
fn a_picture_gets_its_ending_and_replaces_the_older_one() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("Map");
    save_picture(&target, "<svg/>").unwrap();
    let path = save_picture(&target, "<svg></svg>").unwrap();
    assert_eq!(path, folder.path().join("Map.svg"));
    assert_eq!(std::fs::read_to_string(path).unwrap(), "<svg></svg>");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
