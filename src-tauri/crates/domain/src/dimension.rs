//! The four dimensions that a task is scored on.

/// One of the four questions asked of every task.
///
/// On all four a higher score means that the task is safer to hand to AI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// How repeatable the task is.
    Predictability,
    /// What a mistake costs.
    ImpactOfError,
    /// What kind of data the task touches.
    DataSensitivity,
    /// How much background and judgement the task needs.
    ContextDepth,
}

impl Dimension {
    /// All four, in the order of the worksheet.
    pub const ALL: [Self; 4] =
        [Self::Predictability, Self::ImpactOfError, Self::DataSensitivity, Self::ContextDepth];

    /// Returns the name shown to people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Predictability => "Predictability",
            Self::ImpactOfError => "Impact of Error",
            Self::DataSensitivity => "Data Sensitivity",
            Self::ContextDepth => "Context Depth",
        }
    }

    /// Returns the stable name used in storage, on the wire and in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Predictability => "predictability",
            Self::ImpactOfError => "impact_of_error",
            Self::DataSensitivity => "data_sensitivity",
            Self::ContextDepth => "context_depth",
        }
    }

    /// Returns the place in [`Dimension::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}
