//! How firmly a lane holds when scores are a point off.

use engine::Workspace;
use engine::domain::{self, Task};
use serde::Serialize;
use specta::Type;

use super::field::{FieldKey, LaneKey};

/// How firmly the lane that the sum recommends holds.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Stability {
    /// In how many of the neighbouring profiles the lane stays.
    pub kept: u8,
    pub neighbours: u8,
    pub points_away: u8,
    /// The nearest other lane.
    pub nearest: LaneKey,
    /// The smallest change of one score that leads to another lane.
    pub flip: Option<Flip>,
    /// The same under the guardrails, where they make a difference.
    pub guarded: Option<GuardedStability>,
}

/// A change of one score that leads to another lane.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Flip {
    pub field: FieldKey,
    pub to: u8,
    pub lane: LaneKey,
}

/// How firmly the lane that the guardrails leave holds.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GuardedStability {
    pub lane: LaneKey,
    /// In how many of the neighbouring profiles they leave it too.
    pub kept: u8,
}

impl Stability {
    /// Describes how firmly the lane of a task holds; nothing while a score is blank.
    pub fn of(workspace: &Workspace, task: &Task) -> Option<Self> {
        let plain = domain::Stability::of(&task.counted_scores())?;
        let guarded = workspace.guarded_stability(task)?;
        let is_other = (guarded.lane, guarded.kept) != (plain.lane, plain.kept);
        Some(Self {
            kept: plain.kept,
            neighbours: plain.neighbours,
            points_away: plain.points_away,
            nearest: plain.nearest.into(),
            flip: plain.flip.map(|flip| Flip {
                field: flip.dimension.into(),
                to: flip.to.get(),
                lane: flip.lane.into(),
            }),
            guarded: is_other
                .then(|| GuardedStability { lane: guarded.lane.into(), kept: guarded.kept }),
        })
    }
}
