//! Fields, columns and lanes by their keys.

use engine::cells::Column;
use engine::domain::{ColumnId, Dimension, Field, Lane};
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

/// A field of a task, or a column that the organisation added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum CellKey {
    Field(FieldKey),
    Custom(CustomKey),
}

/// A custom column: `custom:` and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(try_from = "String", into = "String")]
pub struct CustomKey(#[specta(type = String)] ColumnId);

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

/// A column of the grid: a field, one that is worked out (copied, but never written), or one that the
/// organisation added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum ColumnKey {
    Field(FieldKey),
    Derived(DerivedKey),
    Custom(CustomKey),
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

impl FieldKey {
    /// Returns the key of the field that says why a score was given.
    pub const fn why(dimension: Dimension) -> Self {
        match dimension {
            Dimension::Predictability => Self::WhyPredictability,
            Dimension::ImpactOfError => Self::WhyImpactOfError,
            Dimension::DataSensitivity => Self::WhyDataSensitivity,
            Dimension::ContextDepth => Self::WhyContextDepth,
        }
    }
}

impl From<Dimension> for FieldKey {
    fn from(dimension: Dimension) -> Self {
        match dimension {
            Dimension::Predictability => Self::Predictability,
            Dimension::ImpactOfError => Self::ImpactOfError,
            Dimension::DataSensitivity => Self::DataSensitivity,
            Dimension::ContextDepth => Self::ContextDepth,
        }
    }
}

impl From<Field> for CellKey {
    fn from(field: Field) -> Self {
        match field {
            Field::Custom(id) => Self::Custom(CustomKey(id)),
            Field::Score(dimension) => Self::Field(dimension.into()),
            Field::Rationale(dimension) => Self::Field(FieldKey::why(dimension)),
            Field::Name => Self::Field(FieldKey::Name),
            Field::Description => Self::Field(FieldKey::Description),
            Field::Channels => Self::Field(FieldKey::Channels),
            Field::Owner => Self::Field(FieldKey::Owner),
            Field::DownstreamSystems => Self::Field(FieldKey::DownstreamSystems),
            Field::MonthlyVolume => Self::Field(FieldKey::MonthlyVolume),
            Field::MinutesPerItem => Self::Field(FieldKey::MinutesPerItem),
            Field::Tags => Self::Field(FieldKey::Tags),
            Field::MultimodalContext => Self::Field(FieldKey::NeedsMultimodalContext),
            Field::Notes => Self::Field(FieldKey::Notes),
        }
    }
}

impl From<CellKey> for Field {
    fn from(key: CellKey) -> Self {
        match key {
            CellKey::Field(key) => key.into(),
            CellKey::Custom(key) => key.into(),
        }
    }
}

impl TryFrom<String> for CustomKey {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match Field::from_key(&text) {
            Some(Field::Custom(id)) => Ok(Self(id)),
            _ => Err(format!("{text} is no custom column")),
        }
    }
}

impl From<CustomKey> for String {
    fn from(key: CustomKey) -> Self {
        Field::from(key).key().into_owned()
    }
}

impl CustomKey {
    /// Returns the id of the column.
    pub const fn id(self) -> ColumnId {
        self.0
    }
}

impl From<CustomKey> for Field {
    fn from(CustomKey(id): CustomKey) -> Self {
        Self::Custom(id)
    }
}

impl From<ColumnKey> for Column {
    fn from(key: ColumnKey) -> Self {
        match key {
            ColumnKey::Field(field) => Self::Field(field.into()),
            ColumnKey::Custom(key) => Self::Field(key.into()),
            ColumnKey::Derived(DerivedKey::Composite) => Self::Composite,
            ColumnKey::Derived(DerivedKey::Lane) => Self::Lane,
            ColumnKey::Derived(DerivedKey::Recommended) => Self::Recommended,
            ColumnKey::Derived(DerivedKey::Decision) => Self::Decision,
            ColumnKey::Derived(DerivedKey::Stability) => Self::Stability,
            ColumnKey::Derived(DerivedKey::Hours) => Self::Hours,
        }
    }
}

impl From<Column> for ColumnKey {
    fn from(column: Column) -> Self {
        match column {
            Column::Field(field) => match CellKey::from(field) {
                CellKey::Field(key) => Self::Field(key),
                CellKey::Custom(key) => Self::Custom(key),
            },
            Column::Composite => Self::Derived(DerivedKey::Composite),
            Column::Lane => Self::Derived(DerivedKey::Lane),
            Column::Recommended => Self::Derived(DerivedKey::Recommended),
            Column::Decision => Self::Derived(DerivedKey::Decision),
            Column::Stability => Self::Derived(DerivedKey::Stability),
            Column::Hours => Self::Derived(DerivedKey::Hours),
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
            let key = CellKey::from(field);
            let name = serde_json::to_value(key).expect("a key is a string");
            assert_eq!(name, field.key().as_ref());
            assert_eq!(Field::from(key), field);
        }
        for lane in Lane::ALL {
            let name = serde_json::to_value(LaneKey::from(lane)).expect("a key is a string");
            assert_eq!(name, lane.key());
        }
    }
}
