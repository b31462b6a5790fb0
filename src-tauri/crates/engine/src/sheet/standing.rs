//! Where a task stands: what the worksheet shows of it again and again, worked out once.

use domain::{DecisionState, Guardrail, Lane, Stability, Task};
use jiff::civil::Date;

/// Where a task stands under the guardrails of its workspace on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The lane that counts.
    pub lane: Option<Lane>,
    /// What the sum recommends.
    pub recommended: Option<Lane>,
    /// Whether a guardrail caps that.
    pub is_capped: bool,
    /// Whether a person decided, and whether the decision still counts.
    pub decision: Option<DecisionState>,
    /// How firmly the recommendation holds.
    pub stability: Option<Stability>,
    /// How many of its cells hold a refused text.
    pub rejected: usize,
}

/// What standings rest on beside the tasks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ground {
    pub(crate) guardrails: Vec<Guardrail>,
    pub(crate) today: Date,
}

impl Ground {
    pub(super) fn standing(&self, task: &Task) -> Standing {
        let verdict = task.verdict(&self.guardrails, self.today);
        Standing {
            lane: verdict.lane,
            recommended: verdict.recommended,
            is_capped: !verdict.caps.is_empty(),
            decision: verdict.decision.map(|(_, state)| state),
            stability: Stability::of(&task.counted_scores()),
            rejected: task.rejected.len(),
        }
    }
}
