//! Handing cards over as files of other formats, and taking them in.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use documents::{
    Imported, LARGEST_FILE, Paper, from_hugging_face, from_json, pdf, to_cyclonedx,
    to_hugging_face, to_json, to_model_card_toolkit,
};
use domain::card::CardId;
use uuid::Uuid;

use super::{CardSource, Said};
use crate::export::{Target, write_whole};
use crate::{Error, Outcome, Result, Workspace};

/// The kinds of file that a card can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardFormat {
    /// A page a card, to print.
    Pdf(Paper),
    /// The card of a model on Hugging Face: Markdown with a head of YAML. One card.
    HuggingFace,
    /// A bill of materials, CycloneDX 1.6.
    CycloneDx,
    /// Google's Model Card Toolkit, JSON. One card.
    ModelCardToolkit,
    /// Everything, as Trilane reads it back. One card.
    Json,
}

/// A card that came from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenCard {
    /// Which card it is here.
    pub id: CardId,
    /// How many fields were filled.
    pub filled: usize,
    /// What was kept in the notes, or left out and why.
    pub kept: Vec<String>,
}

impl CardFormat {
    /// Returns the ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf(_) => "pdf",
            Self::HuggingFace => "md",
            Self::CycloneDx | Self::ModelCardToolkit | Self::Json => "json",
        }
    }

    /// Returns the name that a file gets unless somebody chooses another.
    pub fn file_name(self, title: &str) -> String {
        let what = match self {
            Self::Pdf(_) | Self::Json => "",
            Self::HuggingFace => " README",
            Self::CycloneDx => " bom",
            Self::ModelCardToolkit => " model card toolkit",
        };
        format!("{title}{what}.{}", self.ending())
    }
}

impl Workspace {
    /// Writes cards into one file, beside the target and renamed over it, and returns which file.
    ///
    /// A format that holds one card refuses several: [`Error::Document`].
    pub fn export_cards(
        &self,
        ids: &[CardId],
        format: CardFormat,
        target: &Path,
    ) -> Result<PathBuf> {
        let bytes = match (format, ids) {
            (CardFormat::Pdf(paper), _) => {
                let pages = ids.iter().map(|id| self.card_page(*id, Said::Now));
                pdf(&pages.collect::<Result<Vec<_>>>()?, paper).map_err(refused)?
            }
            (CardFormat::CycloneDx, _) => self.bill_of_materials(ids)?.into_bytes(),
            (CardFormat::HuggingFace, [id]) => self.written(*id, to_hugging_face)?,
            (CardFormat::ModelCardToolkit, [id]) => self.written(*id, to_model_card_toolkit)?,
            (CardFormat::Json, [id]) => self.written(*id, to_json)?,
            _ => return Err(Error::Document("This kind of file holds one card.".to_owned())),
        };
        write_whole(Target::at(target), format.ending(), &bytes)
    }

    /// Reads a card from a file and makes it a card of this workspace.
    ///
    /// The file is ours, or a card of a model on Hugging Face. What no field takes stands in the notes.
    pub fn take_card(&mut self, file: &Path) -> Result<(Outcome, TakenCard)> {
        let imported = read(file)?;
        let (filled, kept) = (imported.filled().len(), imported.kept.clone());
        let (outcome, id) = self.add_card(&CardSource::Content(imported.content))?;
        Ok((outcome, TakenCard { id, filled, kept }))
    }

    fn written(
        &self,
        id: CardId,
        write: impl FnOnce(&documents::Card<'_>) -> String,
    ) -> Result<Vec<u8>> {
        let card = self.card(id)?;
        Ok(write(&self.document(&card, Said::Now)?.show()).into_bytes())
    }

    fn bill_of_materials(&self, ids: &[CardId]) -> Result<String> {
        let cards = ids.iter().map(|id| self.card(*id)).collect::<Result<Vec<_>>>()?;
        let documents = cards.iter().map(|card| self.document(card, Said::Now));
        let documents = documents.collect::<Result<Vec<_>>>()?;
        let shown: Vec<documents::Card<'_>> = documents.iter().map(super::Document::show).collect();
        to_cyclonedx(&shown, Uuid::now_v7(), (self.clock)()).map_err(refused)
    }
}

/// Reads a file that is small enough to be a card.
fn read(file: &Path) -> Result<Imported> {
    let too_large = format!("a card has at most {} MB", LARGEST_FILE / 1_000_000);
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LARGEST_FILE {
        return Err(Error::Document(format!("This file is too large: {too_large}.")));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| Error::Document("This file is not text that Trilane can read.".to_owned()))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let imported =
        if text.trim_start().starts_with('{') { from_json(text) } else { from_hugging_face(text) };
    imported.map_err(refused)
}

fn refused(error: impl std::fmt::Display) -> Error {
    let sentence = error.to_string();
    Error::Document(if sentence.ends_with('.') { sentence } else { format!("{sentence}.") })
}
