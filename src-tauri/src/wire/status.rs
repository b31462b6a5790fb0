//! Where the workspace stands, and what a change did.

use engine::{Outcome as EngineOutcome, Workspace};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::CellKey;
use super::number;
use super::view::ViewState;
use crate::error::CommandError;

/// How many refusals and new tasks an outcome lists by name.
const MOST_LISTED: usize = 100;

/// Where the workspace stands.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    pub revision: u32,
    /// When the newest change was on the disk, in ISO 8601, UTC; nothing for a file opened to look at.
    pub saved_at: Option<String>,
    pub summary: LaneSummary,
    pub view: ViewState,
    /// What undo would take back, in words.
    pub undo: Option<String>,
    /// What redo would make again, in words.
    pub redo: Option<String>,
}

/// How the tasks fall into lanes.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LaneSummary {
    pub total: u32,
    pub automate: u32,
    pub hybrid: u32,
    pub human_only: u32,
    pub unscored: u32,
    /// Tasks whose recommendation a guardrail caps.
    pub capped: u32,
    /// Tasks with a decision that counts.
    pub decided: u32,
    /// Tasks whose decision has expired or was made on other scores.
    pub to_decide_again: u32,
    /// Tasks with a refused text in a cell.
    pub to_mend: u32,
    /// Refused texts in all cells.
    pub rejected_cells: u32,
}

/// Rows of the worksheet from 0, the last one included.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowSpan {
    pub first: u32,
    pub last: u32,
}

/// What a change did.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    pub status: Status,
    /// The rows to look at.
    pub focus: Option<RowSpan>,
    /// How many tasks were touched.
    pub changed: u32,
    /// The first hundred texts that were refused.
    pub refusals: Vec<Refused>,
    pub refused_count: u32,
    /// What happened, in words; empty where nothing did.
    pub sentence: String,
    /// The first hundred tasks that were made.
    pub created_ids: Vec<String>,
}

/// Something new, and what making it did.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Made {
    pub id: String,
    pub outcome: Outcome,
}

/// A text that was refused and is kept in its cell.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Refused {
    pub id: String,
    pub row: Option<u32>,
    pub field: CellKey,
    pub found: String,
    pub sentence: String,
}

impl RowSpan {
    /// Returns the rows as the engine counts them.
    pub const fn rows(self) -> std::ops::RangeInclusive<usize> {
        self.first as usize..=self.last as usize
    }
}

impl Status {
    /// Looks at a workspace.
    pub fn of(workspace: &Workspace) -> Result<Self, CommandError> {
        let next = workspace.next_steps()?;
        Ok(Self {
            revision: workspace.revision(),
            saved_at: Some(workspace.saved_at().to_string()),
            summary: workspace.lane_summary().into(),
            view: ViewState::of(workspace),
            undo: next.undo.map(|op| op.label().to_owned()),
            redo: next.redo.map(|op| op.label().to_owned()),
        })
    }
}

impl From<engine::LaneSummary> for LaneSummary {
    fn from(summary: engine::LaneSummary) -> Self {
        Self {
            total: number(summary.total),
            automate: number(summary.automate),
            hybrid: number(summary.hybrid),
            human_only: number(summary.human_only),
            unscored: number(summary.unscored),
            capped: number(summary.capped),
            decided: number(summary.decided),
            to_decide_again: number(summary.to_decide_again),
            to_mend: number(summary.to_mend),
            rejected_cells: number(summary.rejected_cells),
        }
    }
}

impl Outcome {
    /// Reports a change of a workspace.
    pub fn of(workspace: &Workspace, outcome: EngineOutcome) -> Result<Self, CommandError> {
        let refused = |refused: &engine::Refused| Refused {
            id: refused.task.to_string(),
            row: workspace.sheet().row_of(refused.task).map(number),
            field: refused.refusal.field.into(),
            found: refused.refusal.found.clone(),
            sentence: refused.refusal.sentence(),
        };
        Ok(Self {
            status: Status::of(workspace)?,
            focus: outcome
                .focus
                .map(|rows| RowSpan { first: number(*rows.start()), last: number(*rows.end()) }),
            changed: number(outcome.touched),
            refused_count: number(outcome.refusals.len()),
            refusals: outcome.refusals.iter().take(MOST_LISTED).map(refused).collect(),
            sentence: outcome.sentence,
            created_ids: outcome
                .created
                .iter()
                .take(MOST_LISTED)
                .map(ToString::to_string)
                .collect(),
        })
    }
}
