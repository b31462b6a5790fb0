//! A piece of marketing work and what is known about it.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::identity::identity;
use crate::{ColumnId, Composite, Decision, Dimension, Field, Lane, RubricId, Scores};

identity! {
    /// The identity of a task: a time-ordered UUID, the same in every copy and export of a workspace.
    TaskId
}

impl TaskId {
    /// Returns the id of no task.
    pub const fn nil() -> Self {
        Self::new(Uuid::nil())
    }
}

/// A task as it is kept in a workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its identity.
    pub id: TaskId,
    /// What it is called; may be empty in a row that is still being filled in.
    pub name: String,
    /// What it is, in a few sentences.
    pub description: String,
    /// Where the work comes from.
    pub channels: Vec<String>,
    /// Who answers for it.
    pub owner: String,
    /// What receives the result.
    pub downstream_systems: Vec<String>,
    /// The four scores.
    pub scores: Scores,
    /// Why each score was given, in the order of [`Dimension::ALL`].
    pub rationales: [String; 4],
    /// The wording that each score was given under, in the order of [`Dimension::ALL`]; nothing for the
    /// one that Trilane brings.
    pub rubrics: [Option<RubricId>; 4],
    /// Items a month.
    pub monthly_volume: Option<u32>,
    /// Minutes that one item takes a person.
    pub minutes_per_item: Option<f64>,
    /// Free labels.
    pub tags: Vec<String>,
    /// Whether pictures, sound or film are needed to understand it.
    pub needs_multimodal_context: bool,
    /// Anything else.
    pub notes: String,
    /// What stands in the columns that the organisation added; blank ones are left out.
    pub custom: BTreeMap<ColumnId, String>,
    /// The lane that a person chose, where one did.
    pub decision: Option<Decision>,
    /// The key of the reference task that this row started from, so that it can be labelled as one.
    pub reference: Option<String>,
    /// Texts that were entered and refused, kept until they are mended or discarded.
    pub rejected: BTreeMap<Field, String>,
}

impl Task {
    /// Returns a task with nothing filled in.
    pub fn blank(id: TaskId) -> Self {
        Self {
            id,
            name: String::new(),
            description: String::new(),
            channels: Vec::new(),
            owner: String::new(),
            downstream_systems: Vec::new(),
            scores: Scores::default(),
            rationales: Default::default(),
            rubrics: [None; 4],
            monthly_volume: None,
            minutes_per_item: None,
            tags: Vec::new(),
            needs_multimodal_context: false,
            notes: String::new(),
            custom: BTreeMap::new(),
            decision: None,
            reference: None,
            rejected: BTreeMap::new(),
        }
    }

    /// Returns the scores that count: a score whose cell holds a refused text does not, or the
    /// composite would rest on a number that nobody sees.
    pub fn counted_scores(&self) -> Scores {
        let mut scores = self.scores;
        for dimension in Dimension::ALL {
            if self.rejected.contains_key(&Field::Score(dimension)) {
                scores.put(dimension, None);
            }
        }
        scores
    }

    /// Returns the sum of the scores that count, or nothing while one is missing.
    pub fn composite(&self) -> Option<Composite> {
        self.counted_scores().composite()
    }

    /// Returns the lane that the sum recommends, or nothing while a score is blank.
    ///
    /// What counts in the end is [`Task::verdict`]'s lane.
    pub fn recommended_lane(&self) -> Option<Lane> {
        self.composite().map(Lane::recommended)
    }

    /// Returns the hours that people spend on this task each month, where both figures are known.
    ///
    /// A figure with a refused text in its cell does not count, for the reason that such a score does not.
    pub fn hours_per_month(&self) -> Option<f64> {
        let figures = [Field::MonthlyVolume, Field::MinutesPerItem];
        if figures.iter().any(|field| self.rejected.contains_key(field)) {
            return None;
        }
        Some(f64::from(self.monthly_volume?) * self.minutes_per_item? / 60.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Score;

    #[test]
    fn a_score_with_a_refused_text_in_its_cell_does_not_count() {
        let mut task = Task::blank(TaskId::new(Uuid::nil()));
        task.scores = Scores::new([Score::new(4); 4]);
        assert_eq!(task.recommended_lane(), Some(Lane::Automate));

        let field = Field::Score(Dimension::ImpactOfError);
        task.rejected.insert(field, "high".into());
        assert_eq!(task.recommended_lane(), None);

        task.rejected.remove(&field);
        assert_eq!(task.recommended_lane(), Some(Lane::Automate));
    }

    #[test]
    fn hours_need_both_volume_and_minutes() {
        let mut task = Task::blank(TaskId::new(Uuid::nil()));
        task.monthly_volume = Some(300);
        assert_eq!(task.hours_per_month(), None);
        task.minutes_per_item = Some(2.0);
        assert_eq!(task.hours_per_month(), Some(10.0));
        task.rejected.insert(Field::MonthlyVolume, "many".into());
        assert_eq!(task.hours_per_month(), None);
    }
}
