//! Cards as files.

use engine::cards::CardFormat;
use engine::documents::Paper;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::wire::status::Outcome;

/// The kinds of file that a card can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CardFormatKey {
    PdfA4,
    PdfLetter,
    HuggingFace,
    CycloneDx,
    ModelCardToolkit,
    Json,
}

/// A card that came from a file.
#[derive(Debug, Clone, Serialize, Type)]
pub struct TakenCard {
    pub id: String,
    /// How many fields were filled.
    pub filled: u32,
    /// What was kept in the notes, or left out and why.
    pub kept: Vec<String>,
    pub outcome: Outcome,
}

impl From<CardFormatKey> for CardFormat {
    fn from(key: CardFormatKey) -> Self {
        match key {
            CardFormatKey::PdfA4 => Self::Pdf(Paper::A4),
            CardFormatKey::PdfLetter => Self::Pdf(Paper::Letter),
            CardFormatKey::HuggingFace => Self::HuggingFace,
            CardFormatKey::CycloneDx => Self::CycloneDx,
            CardFormatKey::ModelCardToolkit => Self::ModelCardToolkit,
            CardFormatKey::Json => Self::Json,
        }
    }
}
