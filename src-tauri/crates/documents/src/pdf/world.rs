//! What the typesetter may see: our template, our fonts, the data of this document. No file, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use super::fit::Fitted;
use super::{Error, Paper, data};

/// The sheets of one document, ready to be typeset.
pub(super) struct Sheets {
    data: Bytes,
}

/// What is the same for every document, made once.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.into_iter().flat_map(|it| Font::iter(Bytes::new(it))).collect();
    let file = |name: &str| {
        let path = VirtualPath::new(name).expect("the name is a plain one");
        RootedPath::new(VirtualRoot::Project, path).intern()
    };
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(file("page.typ"), include_str!("page.typ").to_owned()),
        data: file("data.json"),
    }
});

/// Latin, Greek and Cyrillic in two weights; Arabic and Hebrew in one.
const FONTS: [&[u8]; 4] = [
    include_bytes!("../../fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../../fonts/IBMPlexSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSansHebrew-Regular.ttf"),
];

impl Sheets {
    /// Makes the sheets of these pages.
    pub fn new(pages: &[Fitted], paper: Paper) -> Self {
        Self { data: Bytes::from_string(data::document(pages, paper).to_string()) }
    }

    /// Typesets them.
    pub fn typeset(&self) -> Result<PagedDocument, Error> {
        typst::compile(self).output.map_err(|errors| told(&errors))
    }
}

impl World for Sheets {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        PRESS.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == PRESS.template.id() {
            Ok(PRESS.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == PRESS.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Returns whether a letter can be printed.
pub(super) fn has_glyph(letter: char) -> bool {
    PRESS.fonts.iter().any(|font| font.info().coverage.contains(letter.into()))
}

/// Returns what the typesetter has to say.
pub(super) fn told(errors: &[SourceDiagnostic]) -> Error {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    Error::Typesetting(messages.join("; "))
}
