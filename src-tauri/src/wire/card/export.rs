//! Cards as files.

use std::path::Path;

use engine::cards::CardFormat;
use engine::documents::Paper;
use engine::export::free_name;
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

/// What came of an export.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum CardExportAnswer {
    /// The file is there.
    Written { file_name: String, folder: String },
    /// The file of that name stays as it is: it is protected, or open in another program.
    Locked { file_name: String, free_name: String },
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

impl CardExportAnswer {
    /// Says that a file is there.
    pub fn written(path: &Path) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        Self::Written {
            file_name: text(path.file_name()),
            folder: text(path.parent().map(Path::as_os_str)),
        }
    }

    /// Says that a file of a name stays as it is, and which name is free beside it.
    pub fn locked(target: &Path, file_name: String) -> Self {
        let folder = target.parent().unwrap_or(target);
        Self::Locked { free_name: free_name(folder, &file_name), file_name }
    }
}
