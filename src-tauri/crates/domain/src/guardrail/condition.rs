//! What a guardrail looks at.

use crate::{Dimension, Score, Task};

/// One thing that a task must meet for a guardrail to apply.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// At least one score is that low.
    AnyScoreAtMost(u8),
    /// The score on a dimension is that low.
    ScoreAtMost(Dimension, u8),
    /// The score on a dimension is that high.
    ScoreAtLeast(Dimension, u8),
    /// So many items a month, or more.
    VolumeAtLeast(u32),
    /// An item takes a person so many minutes, or more.
    MinutesAtLeast(f64),
    /// One of a list is this text, whatever its case.
    Names(ListFact, String),
    /// This person answers for the task, whatever the case.
    OwnerIs(String),
    /// The task needs pictures, sound or film to be understood.
    NeedsMultimodalContext,
}

/// A fact of a task that is a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFact {
    /// Where the work comes from.
    Channel,
    /// What receives the result.
    DownstreamSystem,
    /// A free label.
    Tag,
}

impl ListFact {
    /// Every list.
    pub const ALL: [Self; 3] = [Self::Channel, Self::DownstreamSystem, Self::Tag];

    const fn key(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::DownstreamSystem => "downstream_system",
            Self::Tag => "tag",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Channel => "a channel",
            Self::DownstreamSystem => "a downstream system",
            Self::Tag => "a tag",
        }
    }

    fn of(self, task: &Task) -> &[String] {
        match self {
            Self::Channel => &task.channels,
            Self::DownstreamSystem => &task.downstream_systems,
            Self::Tag => &task.tags,
        }
    }
}

impl Condition {
    /// Returns whether a task meets it. What is blank or refused meets nothing.
    pub fn holds_for(&self, task: &Task) -> bool {
        let scores = task.counted_scores();
        let score = |dimension| scores.get(dimension).map(Score::get);
        let is = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        match self {
            Self::AnyScoreAtMost(most) => {
                Dimension::ALL.into_iter().filter_map(score).any(|it| it <= *most)
            }
            Self::ScoreAtMost(dimension, most) => score(*dimension).is_some_and(|it| it <= *most),
            Self::ScoreAtLeast(dimension, least) => {
                score(*dimension).is_some_and(|it| it >= *least)
            }
            Self::VolumeAtLeast(least) => task.monthly_volume.is_some_and(|it| it >= *least),
            Self::MinutesAtLeast(least) => task.minutes_per_item.is_some_and(|it| it >= *least),
            Self::Names(fact, text) => fact.of(task).iter().any(|it| is(it, text)),
            Self::OwnerIs(name) => is(&task.owner, name),
            Self::NeedsMultimodalContext => task.needs_multimodal_context,
        }
    }

    /// Returns the condition as part of a sentence.
    pub fn words(&self) -> String {
        let at_most = |most: u8| {
            if most == Score::MIN { format!("is {most}") } else { format!("is {most} or less") }
        };
        let at_least = |least: u8| {
            if least == Score::MAX { format!("is {least}") } else { format!("is {least} or more") }
        };
        match self {
            Self::AnyScoreAtMost(most) => format!("any score {}", at_most(*most)),
            Self::ScoreAtMost(dimension, most) => {
                format!("{} {}", dimension.name(), at_most(*most))
            }
            Self::ScoreAtLeast(dimension, least) => {
                format!("{} {}", dimension.name(), at_least(*least))
            }
            Self::VolumeAtLeast(least) => format!("{least} or more items come in a month"),
            Self::MinutesAtLeast(least) => format!("one item takes {least} minutes or more"),
            Self::Names(fact, text) => format!("{} is “{text}”", fact.words()),
            Self::OwnerIs(name) => format!("“{name}” owns the task"),
            Self::NeedsMultimodalContext => "the task needs multimodal context".to_owned(),
        }
    }

    /// Returns the condition as it is kept in a file.
    pub fn to_text(&self) -> String {
        match self {
            Self::AnyScoreAtMost(most) => format!("any_score at_most {most}"),
            Self::ScoreAtMost(dimension, most) => format!("{} at_most {most}", dimension.key()),
            Self::ScoreAtLeast(dimension, least) => format!("{} at_least {least}", dimension.key()),
            Self::VolumeAtLeast(least) => format!("monthly_volume at_least {least}"),
            Self::MinutesAtLeast(least) => format!("minutes_per_item at_least {least}"),
            Self::Names(fact, text) => format!("{} is {text}", fact.key()),
            Self::OwnerIs(name) => format!("owner is {name}"),
            Self::NeedsMultimodalContext => "needs_multimodal_context".to_owned(),
        }
    }

    /// Reads a condition as it is kept in a file, or nothing where the text is none.
    pub fn from_text(text: &str) -> Option<Self> {
        if text == "needs_multimodal_context" {
            return Some(Self::NeedsMultimodalContext);
        }
        let (subject, rest) = text.split_once(' ')?;
        let (relation, value) = rest.split_once(' ')?;
        let score = || Some(Score::new(value.parse().ok()?)?.get());
        let dimension = || Dimension::ALL.into_iter().find(|it| it.key() == subject);
        let list = || ListFact::ALL.into_iter().find(|it| it.key() == subject);
        match (subject, relation) {
            ("any_score", "at_most") => Some(Self::AnyScoreAtMost(score()?)),
            ("monthly_volume", "at_least") => Some(Self::VolumeAtLeast(value.parse().ok()?)),
            ("minutes_per_item", "at_least") => {
                let minutes: f64 = value.parse().ok()?;
                (minutes.is_finite() && minutes >= 0.0).then_some(Self::MinutesAtLeast(minutes))
            }
            ("owner", "is") => Some(Self::OwnerIs(value.to_owned())),
            (_, "at_most") => Some(Self::ScoreAtMost(dimension()?, score()?)),
            (_, "at_least") => Some(Self::ScoreAtLeast(dimension()?, score()?)),
            (_, "is") => Some(Self::Names(list()?, value.to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{Scores, TaskId};

    fn scored(scores: [u8; 4]) -> Task {
        let mut task = Task::blank(TaskId::new(Uuid::nil()));
        task.scores = Scores::new(scores.map(Score::new));
        task
    }

    #[test]
    fn a_blank_or_refused_score_meets_no_condition() {
        let mut task = scored([0, 1, 5, 5]);
        assert!(Condition::AnyScoreAtMost(1).holds_for(&task));
        assert!(!Condition::ScoreAtMost(Dimension::Predictability, 5).holds_for(&task));
        task.rejected.insert(crate::Field::Score(Dimension::ImpactOfError), "low".into());
        assert!(!Condition::AnyScoreAtMost(1).holds_for(&task));
    }

    #[test]
    fn facts_are_compared_whatever_their_case() {
        let mut task = scored([5; 4]);
        task.channels = vec!["E-Mail".into(), "Chat".into()];
        task.owner = "Jürgen ÖZ".into();
        task.monthly_volume = Some(300);
        assert!(Condition::Names(ListFact::Channel, "chat".into()).holds_for(&task));
        assert!(!Condition::Names(ListFact::Tag, "chat".into()).holds_for(&task));
        assert!(Condition::OwnerIs("jürgen öz".into()).holds_for(&task));
        assert!(Condition::VolumeAtLeast(300).holds_for(&task));
        assert!(!Condition::MinutesAtLeast(0.0).holds_for(&task), "minutes are not known");
    }

    fn condition() -> impl Strategy<Value = Condition> {
        let dimension = (0..4_usize).prop_map(|place| Dimension::ALL[place]);
        let fact = (0..3_usize).prop_map(|place| ListFact::ALL[place]);
        prop_oneof![
            (1..=5_u8).prop_map(Condition::AnyScoreAtMost),
            (dimension.clone(), 1..=5_u8).prop_map(|(it, most)| Condition::ScoreAtMost(it, most)),
            (dimension, 1..=5_u8).prop_map(|(it, least)| Condition::ScoreAtLeast(it, least)),
            any::<u32>().prop_map(Condition::VolumeAtLeast),
            (0.0..1e9).prop_map(Condition::MinutesAtLeast),
            (fact, "[^\n]+").prop_map(|(fact, text)| Condition::Names(fact, text)),
            "[^\n]+".prop_map(Condition::OwnerIs),
            Just(Condition::NeedsMultimodalContext),
        ]
    }

    proptest! {
        #[test]
        fn a_condition_reads_back_from_its_text(condition in condition()) {
            prop_assert_eq!(Condition::from_text(&condition.to_text()), Some(condition));
        }
    }
}
