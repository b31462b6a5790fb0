//! Where a task stands: what the worksheet shows of it again and again, worked out once.

use domain::{
    CustomColumn, DecisionState, Field, Guardrail, Lane, Refusal, Rubric, Stability, Task,
};
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

/// What the sheet rests on beside the tasks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ground {
    pub(crate) guardrails: Vec<Guardrail>,
    /// The columns that the organisation added.
    pub(crate) columns: Vec<CustomColumn>,
    /// How the dimensions are worded, in the order of [`Dimension::ALL`].
    pub(crate) rubrics: Vec<Rubric>,
    pub(crate) today: Date,
}

impl Ground {
    /// Returns the custom column that a field is.
    pub(crate) fn column(&self, field: Field) -> Option<&CustomColumn> {
        self.columns.iter().find(|column| column.field() == field)
    }

    /// Returns what a field is called.
    pub(crate) fn name_of(&self, field: Field) -> &str {
        self.column(field).map_or_else(|| field.name(), |column| &column.name)
    }

    /// Puts what a person entered into a field, or keeps it there as refused and returns why.
    pub(crate) fn enter(&self, task: &mut Task, field: Field, text: &str) -> Option<Refusal> {
        if let Some(column) = self.column(field) {
            return column.enter_or_keep(task, text);
        }
        let refusal = task.enter_or_keep(field, text);
        if let (Field::Score(dimension), None) = (field, &refusal) {
            // A score is remembered with the words that it was given under.
            let in_use = self.rubrics.iter().find(|it| it.dimension == dimension);
            let is_scored = task.scores.get(dimension).is_some();
            task.rubrics[dimension.index()] = in_use.and_then(|it| it.id).filter(|_| is_scored);
        }
        refusal
    }

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
