//! The table of tasks that need multimodal context: a row says yes.

use domain::Field;
use storage::Touch;
use storage::recorded::RowChange;

use super::super::{CellChange, HistoryRow, Known};
use super::of_task;

pub(super) fn describe(row: &RowChange<'_>, seq: u32, known: &Known) -> HistoryRow {
    let yes = |when: bool| when.then(|| "Yes".to_owned());
    let cell = CellChange {
        field: Field::MultimodalContext.name().to_owned(),
        old: yes(row.touch == Touch::Deleted),
        new: yes(row.touch == Touch::Inserted),
    };
    of_task(row, seq, known, vec![cell])
}
