//! The least that the typesetter does: one word on one sheet, in the same type and as tagged.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

struct OneWord(Source);

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));
static FONT: LazyLock<Font> = LazyLock::new(|| {
    let bytes: &[u8] = include_bytes!("../../fonts/IBMPlexSans-Regular.ttf");
    Font::new(Bytes::new(bytes), 0).expect("the font is one")
});
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts([&*FONT])));

/// Typesets a word and writes it as a PDF.
pub fn one_word() -> Vec<u8> {
    let text = "#set page(paper: \"a4\")\n#set text(font: \"IBM Plex Sans\")\nWord";
    let world = OneWord(Source::detached(text));
    let document: PagedDocument = typst::compile(&world).output.expect("a word is typeset");
    typst_pdf::pdf(&document, &PdfOptions::default()).expect("it is written")
}

impl World for OneWord {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.0.id()
    }

    fn source(&self, _: FileId) -> FileResult<Source> {
        Ok(self.0.clone())
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        (index == 0).then(|| FONT.clone())
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
