//! Workspaces and tables for tests of the import.

use domain::{Dimension, Field};
use engine::Workspace;
use engine::import::Import;
use engine::spreadsheet::{Sheet, Workbook};
use jiff::Timestamp;

pub const PREDICTABILITY: Field = Field::Score(Dimension::Predictability);

pub fn workspace(tasks: &[(&str, &str, &str)]) -> Workspace {
    let mut workspace = Workspace::in_memory("Ada", || Timestamp::UNIX_EPOCH).unwrap();
    for (name, owner, score) in tasks {
        workspace.add_task(name).unwrap();
        let id = workspace.sheet().tasks().last().unwrap().id;
        workspace.set_cell(id, Field::Owner, owner).unwrap();
        workspace.set_cell(id, PREDICTABILITY, score).unwrap();
    }
    workspace
}

pub fn book(rows: &[Vec<String>]) -> Workbook {
    Workbook {
        source: "Tasks.xlsx".into(),
        sheets: vec![Sheet::of_texts("Tasks", rows)],
        ..Workbook::default()
    }
}

pub fn table(text: &str) -> Workbook {
    let line = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
    book(&text.lines().map(line).collect::<Vec<Vec<String>>>())
}

pub fn look(workspace: &Workspace, text: &str) -> Import {
    Import::new(table(text), workspace, &[]).unwrap()
}

pub fn texts(workspace: &Workspace, field: Field) -> Vec<String> {
    workspace.sheet().tasks().map(|task| task.shown_text(field)).collect()
}
