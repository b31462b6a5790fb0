//! What the typesetter may see: our template, our fonts, the data of this document. No file, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use super::Error;

/// The sheets of one document, ready to be typeset.
pub(crate) struct Sheets {
    template: Template,
    data: Bytes,
}

/// How a document is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    /// The one page of a model card.
    Card,
    /// The timeline of a plan.
    Timeline,
    /// Objections and answers.
    People,
}

/// What is the same for every document, made once.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: [Source; 3],
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
        templates: [
            ("page.typ", include_str!("page.typ")),
            ("timeline.typ", include_str!("../rollout/timeline/timeline.typ")),
            ("people.typ", include_str!("../rollout/people.typ")),
        ]
        .map(|(name, text)| Source::new(file(name), text.to_owned())),
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
    /// Makes the sheets of a document.
    pub fn new(template: Template, data: &serde_json::Value) -> Self {
        Self { template, data: Bytes::from_string(data.to_string()) }
    }

    fn source_of_template(&self) -> &'static Source {
        &PRESS.templates[self.template as usize]
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
        self.source_of_template().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let template = self.source_of_template();
        if id == template.id() { Ok(template.clone()) } else { Err(FileError::AccessDenied) }
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
pub(crate) fn has_glyph(letter: char) -> bool {
    PRESS.fonts.iter().any(|font| font.info().coverage.contains(letter.into()))
}

/// Returns what the typesetter has to say.
pub(crate) fn told(errors: &[SourceDiagnostic]) -> Error {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    Error::Typesetting(messages.join("; "))
}
