//! How the tasks fall into lanes.

use domain::{DecisionState, Lane};

use crate::Workspace;
use crate::sheet::Entry;

/// How many tasks each lane holds, and how many are not in one yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LaneSummary {
    /// All tasks.
    pub total: usize,
    /// Tasks in Automate.
    pub automate: usize,
    /// Tasks in Hybrid.
    pub hybrid: usize,
    /// Tasks in Human-only.
    pub human_only: usize,
    /// Tasks that lack a score.
    pub unscored: usize,
    /// Tasks whose recommendation a guardrail caps.
    pub capped: usize,
    /// Tasks with a decision that counts.
    pub decided: usize,
    /// Tasks whose decision has expired or was made on other scores.
    pub to_decide_again: usize,
    /// Tasks with a refused text in a cell.
    pub to_mend: usize,
    /// Refused texts in all cells.
    pub rejected_cells: usize,
}

impl LaneSummary {
    /// Counts tasks by lane.
    pub(crate) fn of<'task>(entries: impl IntoIterator<Item = Entry<'task>>) -> Self {
        let mut summary = Self::default();
        for Entry { standing, .. } in entries {
            summary.total += 1;
            match standing.lane {
                Some(Lane::Automate) => summary.automate += 1,
                Some(Lane::Hybrid) => summary.hybrid += 1,
                Some(Lane::HumanOnly) => summary.human_only += 1,
                None => summary.unscored += 1,
            }
            summary.capped += usize::from(standing.is_capped);
            summary.decided += usize::from(standing.decision == Some(DecisionState::Holds));
            summary.to_decide_again +=
                usize::from(standing.decision.is_some_and(|state| state != DecisionState::Holds));
            summary.to_mend += usize::from(standing.rejected > 0);
            summary.rejected_cells += standing.rejected;
        }
        summary
    }
}

impl Workspace {
    /// Counts the tasks of each lane.
    pub fn lane_summary(&self) -> LaneSummary {
        LaneSummary::of(self.sheet.entries())
    }
}
