//! Tasks that may stand in the worksheet more than once.

use engine::duplicates::{self, Likeness, MOST_COMPARED, Way};
use engine::{Entry, Workspace};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::{ColumnKey, LaneKey};
use super::number;

/// How many groups are listed at a time.
const MOST_GROUPS: usize = 100;

/// What was found.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Duplicates {
    /// The first hundred groups.
    pub groups: Vec<DuplicateGroup>,
    pub group_count: u32,
    /// How many tasks there are in all groups.
    pub task_count: u32,
}

/// Tasks whose names are alike.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateGroup {
    pub likeness: LikenessKey,
    /// The first of them, as many as are compared side by side.
    pub ids: Vec<String>,
    /// The name of the first.
    pub name: String,
    pub count: u32,
}

/// How much names are alike.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LikenessKey {
    Same,
    Near,
}

/// Tasks side by side.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// In the order of the worksheet; the first of them stays.
    pub tasks: Vec<ComparedTask>,
    pub differences: Vec<Difference>,
}

/// A task that is compared with others.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComparedTask {
    pub id: String,
    pub name: String,
    pub lane: Option<LaneKey>,
}

/// A column in which tasks say different things.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    pub column: ColumnKey,
    pub name: String,
    pub way: WayKey,
    /// What each task says.
    pub texts: Vec<String>,
    /// The task whose value is kept unless another is chosen.
    pub kept: Option<u32>,
    /// What stands there when all are kept.
    pub together: Option<String>,
}

/// What becomes of values that differ.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WayKey {
    Choose,
    Ask,
    Join,
    WithScore,
}

/// From which task a column is kept.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    pub column: ColumnKey,
    pub task: String,
}

impl Duplicates {
    /// Looks through a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let found = workspace.find_duplicates();
        let name = |group: &duplicates::DuplicateGroup| {
            let task = group.tasks.first().and_then(|id| workspace.sheet().task(*id));
            task.map_or_else(String::new, |task| task.name.clone())
        };
        Self {
            group_count: number(found.len()),
            task_count: number(found.iter().map(|group| group.tasks.len()).sum()),
            groups: found
                .iter()
                .take(MOST_GROUPS)
                .map(|group| DuplicateGroup {
                    likeness: match group.likeness {
                        Likeness::Same => LikenessKey::Same,
                        Likeness::Near => LikenessKey::Near,
                    },
                    ids: group.tasks.iter().take(MOST_COMPARED).map(ToString::to_string).collect(),
                    name: name(group),
                    count: number(group.tasks.len()),
                })
                .collect(),
        }
    }
}

impl Comparison {
    /// Describes compared tasks of a workspace.
    pub fn of(workspace: &Workspace, comparison: duplicates::Comparison) -> Self {
        let task = |Entry { task, standing, .. }: Entry<'_>| ComparedTask {
            id: task.id.to_string(),
            name: task.name.clone(),
            lane: standing.lane.map(Into::into),
        };
        let entries = comparison.tasks.iter().filter_map(|id| workspace.sheet().entry(*id));
        Self {
            tasks: entries.map(task).collect(),
            differences: comparison.differences.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<duplicates::Difference> for Difference {
    fn from(difference: duplicates::Difference) -> Self {
        let duplicates::Difference { column, name, way, texts } = difference;
        let (way, kept, together) = match way {
            Way::Choose(kept) => (WayKey::Choose, Some(number(kept)), None),
            Way::Ask => (WayKey::Ask, None, None),
            Way::Join(together) => (WayKey::Join, None, Some(together)),
            Way::WithScore => (WayKey::WithScore, None, None),
        };
        Self { column: column.into(), name, way, texts, kept, together }
    }
}
