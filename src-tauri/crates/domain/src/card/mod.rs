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

use crate::TaskId;
use crate::identity::identity;

identity! {
    /// Identifies a card, a version of one, or an event about one, for good.
    CardId
}

/// A model card: what is drafted, what was frozen, and what people did about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelCard {
    /// Its identity.
    pub id: CardId,
    /// When it was made, in milliseconds since 1970, UTC.
    pub made_at: i64,
    /// The version that worked, to go back to; the id of one of its versions.
    pub last_known_good: Option<String>,
    /// What it answers now, without how its tasks stand.
    pub draft: Content,
    /// The tasks that it serves, deleted ones included.
    pub tasks: Vec<TaskId>,
    /// Its versions, the oldest first.
    pub versions: Vec<CardVersion>,
    /// What people did about it, the oldest first.
    pub events: Vec<CardEvent>,
}

/// A version of a card, as it was frozen. What it answers is kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardVersion {
    /// Its identity.
    pub id: CardId,
    /// Its number.
    pub number: String,
    /// What it changed, in the words of whoever froze it.
    pub changes: String,
    /// In whose name it was frozen: as entered, not authenticated.
    pub made_by: String,
    /// When, in milliseconds since 1970, UTC.
    pub made_at: i64,
    /// The hash of everything that it answers.
    pub content_hash: String,
}
