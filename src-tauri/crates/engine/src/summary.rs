//! How the tasks fall into lanes.

use domain::Lane;

use crate::Workspace;

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
    /// Tasks with a refused text in a cell.
    pub to_mend: usize,
    /// Refused texts in all cells.
    pub rejected_cells: usize,
}

impl Workspace {
    /// Counts the tasks of each lane.
    pub fn lane_summary(&self) -> LaneSummary {
        let mut summary = LaneSummary::default();
        for task in self.sheet.tasks() {
            summary.total += 1;
            match task.lane() {
                Some(Lane::Automate) => summary.automate += 1,
                Some(Lane::Hybrid) => summary.hybrid += 1,
                Some(Lane::HumanOnly) => summary.human_only += 1,
                None => summary.unscored += 1,
            }
            summary.to_mend += usize::from(!task.rejected.is_empty());
            summary.rejected_cells += task.rejected.len();
        }
        summary
    }
}
