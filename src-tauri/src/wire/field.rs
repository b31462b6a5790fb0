//! Fields, columns and lanes by their keys.

use engine::cells::Column;
use engine::domain::{Dimension, Field, Lane};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A field of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FieldKey {
    Name,
    Description,
    Channels,
    Owner,
    DownstreamSystems,
    Predictability,
    ImpactOfError,
    DataSensitivity,
    ContextDepth,
    WhyPredictability,
    WhyImpactOfError,
    WhyDataSensitivity,
    WhyContextDepth,
    MonthlyVolume,
    MinutesPerItem,
    Tags,
    NeedsMultimodalContext,
    Notes,
}

/// A column that is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DerivedKey {
    Composite,
    /// The lane that counts.
    Lane,
    /// The lane that the sum recommends.
    Recommended,
    Decision,
    /// How firmly the recommendation holds.
    Stability,
    /// Hours a month.
    Hours,
}

/// A column of the grid: a field, or one that is worked out (copied, but never written).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum ColumnKey {
    Field(FieldKey),
    Derived(DerivedKey),
}

/// A lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LaneKey {
    Automate,
    Hybrid,
    HumanOnly,
}

impl From<FieldKey> for Field {
    fn from(key: FieldKey) -> Self {
        match key {
            FieldKey::Name => Self::Name,
            FieldKey::Description => Self::Description,
            FieldKey::Channels => Self::Channels,
            FieldKey::Owner => Self::Owner,
            FieldKey::DownstreamSystems => Self::DownstreamSystems,
            FieldKey::Predictability => Self::Score(Dimension::Predictability),
            FieldKey::ImpactOfError => Self::Score(Dimension::ImpactOfError),
            FieldKey::DataSensitivity => Self::Score(Dimension::DataSensitivity),
            FieldKey::ContextDepth => Self::Score(Dimension::ContextDepth),
            FieldKey::WhyPredictability => Self::Rationale(Dimension::Predictability),
            FieldKey::WhyImpactOfError => Self::Rationale(Dimension::ImpactOfError),
            FieldKey::WhyDataSensitivity => Self::Rationale(Dimension::DataSensitivity),
            FieldKey::WhyContextDepth => Self::Rationale(Dimension::ContextDepth),
            FieldKey::MonthlyVolume => Self::MonthlyVolume,
            FieldKey::MinutesPerItem => Self::MinutesPerItem,
            FieldKey::Tags => Self::Tags,
            FieldKey::NeedsMultimodalContext => Self::MultimodalContext,
            FieldKey::Notes => Self::Notes,
        }
    }
}

impl From<Field> for FieldKey {
    fn from(field: Field) -> Self {
        match field {
            Field::Name => Self::Name,
            Field::Description => Self::Description,
            Field::Channels => Self::Channels,
            Field::Owner => Self::Owner,
            Field::DownstreamSystems => Self::DownstreamSystems,
            Field::Score(Dimension::Predictability) => Self::Predictability,
            Field::Score(Dimension::ImpactOfError) => Self::ImpactOfError,
            Field::Score(Dimension::DataSensitivity) => Self::DataSensitivity,
            Field::Score(Dimension::ContextDepth) => Self::ContextDepth,
            Field::Rationale(Dimension::Predictability) => Self::WhyPredictability,
            Field::Rationale(Dimension::ImpactOfError) => Self::WhyImpactOfError,
            Field::Rationale(Dimension::DataSensitivity) => Self::WhyDataSensitivity,
            Field::Rationale(Dimension::ContextDepth) => Self::WhyContextDepth,
            Field::MonthlyVolume => Self::MonthlyVolume,
            Field::MinutesPerItem => Self::MinutesPerItem,
            Field::Tags => Self::Tags,
            Field::MultimodalContext => Self::NeedsMultimodalContext,
            Field::Notes => Self::Notes,
        }
    }
}

impl From<ColumnKey> for Column {
    fn from(key: ColumnKey) -> Self {
        match key {
            ColumnKey::Field(field) => Self::Field(field.into()),
            ColumnKey::Derived(DerivedKey::Composite) => Self::Composite,
            ColumnKey::Derived(DerivedKey::Lane) => Self::Lane,
            ColumnKey::Derived(DerivedKey::Recommended) => Self::Recommended,
            ColumnKey::Derived(DerivedKey::Decision) => Self::Decision,
            ColumnKey::Derived(DerivedKey::Stability) => Self::Stability,
            ColumnKey::Derived(DerivedKey::Hours) => Self::Hours,
        }
    }
}

impl From<LaneKey> for Lane {
    fn from(lane: LaneKey) -> Self {
        match lane {
            LaneKey::Automate => Self::Automate,
            LaneKey::Hybrid => Self::Hybrid,
            LaneKey::HumanOnly => Self::HumanOnly,
        }
    }
}

impl From<Lane> for LaneKey {
    fn from(lane: Lane) -> Self {
        match lane {
            Lane::Automate => Self::Automate,
            Lane::Hybrid => Self::Hybrid,
            Lane::HumanOnly => Self::HumanOnly,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_names_a_field_as_storage_does() {
        for field in Field::ALL {
            let name = serde_json::to_value(FieldKey::from(field)).expect("a key is a string");
            assert_eq!(name, field.key());
            assert_eq!(Field::from(FieldKey::from(field)), field);
        }
        for lane in Lane::ALL {
            let name = serde_json::to_value(LaneKey::from(lane)).expect("a key is a string");
            assert_eq!(name, lane.key());
        }
    }
}
