//! What a scoring session goes through, and what came of it.

use engine::Workspace;
use engine::scoring;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::number;
use super::status::{LaneSummary, RowSpan};

/// A set of tasks to score.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ScoringSet {
    Unscored,
    TopByVolume,
    Shown,
    Rows { rows: RowSpan },
}

/// How many tasks each set holds.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScoringSets {
    /// All tasks of the workspace.
    pub total: u32,
    pub unscored: u32,
    pub top_by_volume: u32,
    /// Tasks that have no monthly volume, and so no place among the busiest.
    pub without_volume: u32,
    pub shown: u32,
    pub selected: u32,
}

/// What came of going through a set.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScoringResult {
    pub lanes: LaneSummary,
    /// The tasks that still lack a score.
    pub unscored_ids: Vec<String>,
}

impl From<ScoringSet> for scoring::ScoringSet {
    fn from(set: ScoringSet) -> Self {
        match set {
            ScoringSet::Unscored => Self::Unscored,
            ScoringSet::TopByVolume => Self::TopByVolume,
            ScoringSet::Shown => Self::Shown,
            ScoringSet::Rows { rows } => Self::Rows(rows.rows()),
        }
    }
}

impl ScoringSets {
    /// Counts the sets of a workspace, with the rows that are selected in its worksheet.
    pub fn of(workspace: &Workspace, selected: Option<RowSpan>) -> Self {
        let count = |set: &scoring::ScoringSet| number(workspace.tasks_to_score(set).len());
        Self {
            total: number(workspace.sheet().task_count()),
            unscored: count(&scoring::ScoringSet::Unscored),
            top_by_volume: count(&scoring::ScoringSet::TopByVolume),
            without_volume: number(workspace.tasks_without_volume()),
            shown: count(&scoring::ScoringSet::Shown),
            selected: selected.map_or(0, |rows| count(&scoring::ScoringSet::Rows(rows.rows()))),
        }
    }
}

impl From<scoring::ScoringResult> for ScoringResult {
    fn from(result: scoring::ScoringResult) -> Self {
        Self {
            lanes: result.lanes.into(),
            unscored_ids: result.unscored.iter().map(ToString::to_string).collect(),
        }
    }
}
