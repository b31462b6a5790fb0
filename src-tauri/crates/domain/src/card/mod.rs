//! The model card: the record of one AI component in one use.
//!
//! What a card asks is one table ([`form::SECTIONS`]); what it answers is [`Content`], texts under the keys
//! of that table. Whatever shows, checks, compares, exports or reads cards walks the table, so that a field
//! is added in one place.

mod content;
mod difference;
mod field;
pub mod form;
mod gaps;
mod number;
mod preset;
mod snapshot;
mod standing;

pub use content::{Answer, Content, Item, LONGEST_ANSWER, Place, fingerprint};
pub use difference::{Difference, differences};
pub use field::{CardField, Kind, Needed, Section, Source};
pub use gaps::{Need, needs};
pub use number::{VersionNumber, propose};
pub use preset::{PRESETS, Preset};
pub use snapshot::{TASKS, snapshot};
pub use standing::{Approval, CardEvent, EventKind, Standing, Status};

use uuid::Uuid;

/// Identifies a card, a version of one, or an event about one, for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardId(Uuid);

impl CardId {
    /// Wraps a UUID that the caller made.
    pub const fn new(id: Uuid) -> Self {
        Self(id)
    }

    /// Reads an id from its text.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::parse_str(text).ok().map(Self)
    }
}

impl std::fmt::Display for CardId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}
