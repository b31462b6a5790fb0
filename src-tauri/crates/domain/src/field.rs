//! The fields of a task that people fill in, each with its stable key.

use std::borrow::Cow;

use crate::{ColumnId, Dimension};

/// A field of a task: a column of the worksheet or an entry of the task panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What the task is called.
    Name,
    /// What the task is, in a few sentences.
    Description,
    /// Where the work comes from: email, web form, chat.
    Channels,
    /// Who answers for the task.
    Owner,
    /// What receives the result: CRM, helpdesk.
    DownstreamSystems,
    /// A score on one dimension.
    Score(Dimension),
    /// Why that score was given.
    Rationale(Dimension),
    /// How many items a month.
    MonthlyVolume,
    /// How long one item takes a person, in minutes.
    MinutesPerItem,
    /// Free labels.
    Tags,
    /// Whether pictures, sound or film are needed to understand it.
    MultimodalContext,
    /// Anything else.
    Notes,
    /// A column that the organisation added; [`Field::ALL`] holds none.
    Custom(ColumnId),
}

/// What the key of a custom column begins with.
const CUSTOM: &str = "custom:";

impl Field {
    /// Every field of every workspace, in the order of the worksheet; what only the task panel shows comes last.
    pub const ALL: [Self; 18] = [
        Self::Name,
        Self::Channels,
        Self::Owner,
        Self::Score(Dimension::Predictability),
        Self::Score(Dimension::ImpactOfError),
        Self::Score(Dimension::DataSensitivity),
        Self::Score(Dimension::ContextDepth),
        Self::MonthlyVolume,
        Self::MinutesPerItem,
        Self::Tags,
        Self::Notes,
        Self::Description,
        Self::DownstreamSystems,
        Self::MultimodalContext,
        Self::Rationale(Dimension::Predictability),
        Self::Rationale(Dimension::ImpactOfError),
        Self::Rationale(Dimension::DataSensitivity),
        Self::Rationale(Dimension::ContextDepth),
    ];

    /// Returns the stable name used in storage, on the wire and in files.
    pub fn key(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Channels => "channels",
            Self::Owner => "owner",
            Self::DownstreamSystems => "downstream_systems",
            Self::Score(dimension) => dimension.key(),
            Self::Rationale(Dimension::Predictability) => "why_predictability",
            Self::Rationale(Dimension::ImpactOfError) => "why_impact_of_error",
            Self::Rationale(Dimension::DataSensitivity) => "why_data_sensitivity",
            Self::Rationale(Dimension::ContextDepth) => "why_context_depth",
            Self::MonthlyVolume => "monthly_volume",
            Self::MinutesPerItem => "minutes_per_item",
            Self::Tags => "tags",
            Self::MultimodalContext => "needs_multimodal_context",
            Self::Notes => "notes",
            Self::Custom(id) => return Cow::Owned(format!("{CUSTOM}{id}")),
        })
    }

    /// Returns the field with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some(id) = key.strip_prefix(CUSTOM) {
            return ColumnId::parse(id).map(Self::Custom);
        }
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Returns the name shown to people, as in a column's header. A custom column has its own.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "Task",
            Self::Description => "Description",
            Self::Channels => "Channels",
            Self::Owner => "Owner",
            Self::DownstreamSystems => "Downstream systems",
            Self::Score(dimension) => dimension.name(),
            Self::Rationale(Dimension::Predictability) => "Why this Predictability",
            Self::Rationale(Dimension::ImpactOfError) => "Why this Impact of Error",
            Self::Rationale(Dimension::DataSensitivity) => "Why this Data Sensitivity",
            Self::Rationale(Dimension::ContextDepth) => "Why this Context Depth",
            Self::MonthlyVolume => "Monthly volume",
            Self::MinutesPerItem => "Minutes per item",
            Self::Tags => "Tags",
            Self::MultimodalContext => "Multimodal context",
            Self::Notes => "Notes",
            Self::Custom(_) => "Custom column",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_its_key() {
        for field in Field::ALL {
            assert_eq!(Field::from_key(&field.key()), Some(field));
        }
        let custom = Field::Custom(ColumnId::new(uuid::Uuid::from_u128(7)));
        assert_eq!(Field::from_key(&custom.key()), Some(custom));
        assert_eq!(Field::from_key("custom:lane"), None);
        assert_eq!(Field::from_key("lane"), None);
    }
}
