//! Pages of model cards as a PDF, typeset by typst.
//!
//! What people wrote reaches the typesetter as values in a file of data and never as source, so that nothing
//! in it can be taken for markup or code.

mod data;
mod fit;
pub(crate) mod printable;
mod shorten;
pub(crate) mod world;

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::Page;
use fit::fit;
use world::{Sheets, Template};

/// The size of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is nothing to print.
    #[error("no card was chosen to print")]
    NoCards,
    /// The typesetter refused, which no content should make it do.
    #[error("the page could not be typeset: {0}")]
    Typesetting(String),
}

impl Paper {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The name by which the typesetter knows it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "us-letter",
        }
    }
}

/// Returns a PDF with one page a card, in order.
///
/// A card with much to say is set smaller, and then shortened until it fits; its page says so. The PDF is tagged
/// and conforms to PDF/UA-1; its date is that of the first page, so that the same pages make the same bytes.
pub fn pdf(pages: &[Page], paper: Paper) -> Result<Vec<u8>, Error> {
    if pages.is_empty() {
        return Err(Error::NoCards);
    }
    let fitted = pages.iter().map(|page| fit(page, paper)).collect::<Result<Vec<_>, _>>()?;
    tagged(&Sheets::new(Template::Card, &data::document(&fitted, paper)))
}

/// Typesets sheets and returns them as a PDF that conforms to PDF/UA-1.
pub(crate) fn tagged(sheets: &Sheets) -> Result<Vec<u8>, Error> {
    let document = sheets.typeset()?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| Error::Typesetting(error.message().to_string()))?;
    let creator = Smart::Custom(Some("Trilane".to_owned()));
    let options = PdfOptions { standards, creator, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| world::told(&errors));
    // What was worked out for these pages helps the next ones only while somebody types.
    typst::comemo::evict(30);
    bytes
}
