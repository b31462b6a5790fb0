//! A workbook of generated tasks, for whoever looks at what we export.

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use domain::{Guardrail, Rubric, Task};
use jiff::civil::date;
use jiff::tz::TimeZone;
use spreadsheet::{About, Origin, Part, Written, write_workbook};

/// Returns what a workbook says about itself.
pub fn about() -> About {
    About {
        workspace: "Q3 <plan> & \"more\"".into(),
        now: date(2026, 5, 4).at(10, 42, 0, 0).to_zoned(TimeZone::UTC).unwrap(),
        app_version: "0.1.0".into(),
        origin: Origin { workspace: "0198-7".into(), entry: 42, head: "5f2c1e".into() },
        rubrics: Rubric::all().to_vec(),
        guardrails: Guardrail::all_shipped().collect(),
        columns: Vec::new(),
        since: None,
        cards: Vec::new(),
        plans: Vec::new(),
    }
}

/// Exports tasks with every sheet.
pub fn export_as(tasks: &[Task], about: &About) -> (Vec<u8>, Written) {
    let mut out = Cursor::new(Vec::new());
    let never = AtomicBool::new(false);
    let tasks: Vec<&Task> = tasks.iter().collect();
    let written = write_workbook(&tasks, about, &Part::ALL, &mut out, &|_| {}, &never).unwrap();
    (out.into_inner(), written)
}
