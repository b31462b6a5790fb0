//! A bill of materials for machine learning, CycloneDX 1.6: what security and procurement read.
//!
//! What a card becomes is in `map` alone, so that the next version of the standard is another mapper. No file
//! leaves that the official schema does not take.

mod map;
mod schema;

use jiff::Timestamp;
use uuid::Uuid;

use crate::Card;
use crate::formats::tree::json;

/// A file that the official schema does not take: a mistake of ours, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the bill of materials does not keep to CycloneDX 1.6: {0}")]
pub struct NotValid(pub(crate) String);

/// Writes a bill of materials with a component for each card.
pub fn to_cyclonedx(
    cards: &[Card<'_>],
    serial_number: Uuid,
    made_at: Timestamp,
) -> Result<String, NotValid> {
    let text = json(map::bill(cards, serial_number, made_at));
    schema::check(&text)?;
    Ok(text)
}
