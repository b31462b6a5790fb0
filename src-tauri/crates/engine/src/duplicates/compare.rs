//! In what duplicates differ, and what merging them would make of it.

use domain::{CustomColumn, Decision, Field, Task, TaskId};

use super::MOST_COMPARED;
use super::merge::{fullest, together};
use crate::cells::Column;
use crate::sheet::Ground;
use crate::{Error, Result, Workspace};

/// Tasks side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The tasks in the order of the worksheet; the first of them stays.
    pub tasks: Vec<TaskId>,
    /// In what they differ. What only one of them says is no difference: it is kept.
    pub differences: Vec<Difference>,
}

/// A column in which tasks say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The column: a field, or the decision.
    pub column: Column,
    /// What it is called.
    pub name: String,
    /// What becomes of the values.
    pub way: Way,
    /// What each task says, in the order of the tasks.
    pub texts: Vec<String>,
}

/// What becomes of values that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// One of them is kept: this one unless another is chosen.
    Choose(usize),
    /// One of them is kept, and only a person can say which: two scores have no middle.
    Ask,
    /// All are kept, as this text.
    Join(String),
    /// Those stay that go with the score that is kept.
    WithScore,
}

impl Workspace {
    /// Returns in what some tasks differ.
    pub fn compare_tasks(&self, ids: &[TaskId]) -> Result<Comparison> {
        let tasks = in_order(ids, |id| self.sheet.rank_of(id))?;
        let compared: Vec<&Task> = tasks.iter().filter_map(|id| self.sheet.task(*id)).collect();
        Ok(Comparison { differences: differences(&compared, self.sheet.ground()), tasks })
    }
}

/// Returns ids in the order of the worksheet, each once, or [`Error::NotFound`] where one is gone.
pub(super) fn in_order(
    ids: &[TaskId],
    rank_of: impl Fn(TaskId) -> Option<usize>,
) -> Result<Vec<TaskId>> {
    let ranked = ids.iter().map(|id| rank_of(*id).map(|rank| (rank, *id)));
    let mut ranked: Vec<_> = ranked.collect::<Option<_>>().ok_or(Error::NotFound)?;
    ranked.sort_unstable();
    ranked.dedup();
    if !(2..=MOST_COMPARED).contains(&ranked.len()) {
        return Err(Error::NotFound);
    }
    Ok(ranked.into_iter().map(|(_, id)| id).collect())
}

/// Returns the columns in which tasks say different things.
fn differences(tasks: &[&Task], ground: &Ground) -> Vec<Difference> {
    let fields = Field::ALL.into_iter().chain(ground.columns.iter().map(CustomColumn::field));
    let of_fields = fields.filter_map(|field| {
        let texts: Vec<String> = tasks.iter().map(|task| task.shown_text(field)).collect();
        let way = match field {
            _ if !differ(&texts) => return None,
            Field::Score(_) => Way::Ask,
            Field::Rationale(dimension) => {
                let score = Field::Score(dimension);
                let scores: Vec<String> = tasks.iter().map(|task| task.shown_text(score)).collect();
                if differ(&scores) { Way::WithScore } else { Way::Join(together(field, &texts)) }
            }
            Field::Channels | Field::DownstreamSystems | Field::Tags | Field::Notes => {
                Way::Join(together(field, &texts))
            }
            _ => Way::Choose(fullest(field, tasks)),
        };
        let name = ground.name_of(field).to_owned();
        Some(Difference { column: Column::Field(field), name, way, texts })
    });
    of_fields.chain(decisions_differ(tasks)).collect()
}

/// Returns whether two of some texts say different things.
pub(super) fn differ(texts: &[String]) -> bool {
    let mut said = texts.iter().filter(|text| !text.is_empty());
    said.next().is_some_and(|first| said.any(|other| other != first))
}

fn decisions_differ(tasks: &[&Task]) -> Option<Difference> {
    let text = |decision: &Decision| {
        let lane = decision.lane.name();
        if decision.by.is_empty() { lane.to_owned() } else { format!("{lane}, {}", decision.by) }
    };
    let mut lanes = tasks.iter().filter_map(|task| task.decision.as_ref()).map(|it| it.lane);
    let first = lanes.next()?;
    lanes.any(|lane| lane != first).then(|| Difference {
        column: Column::Decision,
        name: "Decision".to_owned(),
        way: Way::Ask,
        texts: tasks
            .iter()
            .map(|task| task.decision.as_ref().map_or_else(String::new, text))
            .collect(),
    })
}
