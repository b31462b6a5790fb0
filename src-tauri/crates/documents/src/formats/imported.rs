//! What a file of a card held.

use domain::card::{CardField, Content, Item, Kind, LONGEST_ANSWER, Place, Source, form};

/// The largest file of a card that is read, in bytes.
pub const LARGEST_FILE: usize = 5_000_000;

/// The longest text that goes to the notes of an imported card, in characters.
pub const LONGEST_REST: usize = 200_000;

/// How many things are told about a file one by one.
const MOST_TOLD: usize = 100;

/// What a file of a card held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What it answers. What no field takes stands in the notes, word for word.
    pub content: Content,
    /// The id of the card that it was, where Trilane made the file.
    pub was: Option<String>,
    /// What was kept in the notes, or left out and why; a phrase or a sentence each.
    pub kept: Vec<String>,
}

/// Why a file was not read, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

/// A card that is being read.
#[derive(Debug, Default)]
pub struct Reading {
    content: Content,
    rest: Vec<String>,
    kept: Vec<String>,
    untold: usize,
}

impl Imported {
    /// Returns the fields that were filled, in the order of the form.
    pub fn filled(&self) -> Vec<&'static CardField> {
        let answers = |field: &CardField| {
            !self.content.text(field.key).is_empty() || !self.content.items(field.key).is_empty()
        };
        let is_rest = |field: &CardField| field.key == "notes" && self.was.is_none();
        form::fields().filter(|field| answers(field) && !is_rest(field)).collect()
    }
}

impl Refused {
    /// Refuses with a sentence.
    pub fn because(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl Reading {
    /// Puts the answer of a field, or keeps it in the notes with the sentence that says why it stands there.
    pub fn answer(&mut self, field: &'static CardField, text: &str) {
        match taken(field, text) {
            Ok(text) => self.content.put(Place::Card, field.key, text),
            Err(sentence) => self.keep(sentence, format!("{}: {text}", field.label)),
        }
    }

    /// Puts the answer of a column, or keeps it in the notes.
    pub fn answer_in(&mut self, item: &mut Item, column: &'static CardField, text: &str) {
        match taken(column, text) {
            Ok(text) => item.put(column, text),
            Err(sentence) => self.keep(sentence, format!("{}: {text}", column.label)),
        }
    }

    /// Makes the items of a list these.
    pub fn put_items(&mut self, list: &str, items: Vec<Item>) {
        self.content.put_items(list, items);
    }

    /// Adds to the answer of a field. What stands there already goes before it.
    pub fn add(&mut self, field: &str, text: &str) {
        let Some(field) = form::field(field).filter(|_| !text.is_empty()) else { return };
        let before = self.content.text(field.key);
        let is_line = matches!(field.kind, Kind::Line);
        let between = if is_line { "; " } else { "\n\n" };
        let joined = match before {
            "" => text.to_owned(),
            _ if is_line && before.split([',', ';']).any(|it| it.trim() == text) => return,
            _ => format!("{before}{between}{text}"),
        };
        match taken(field, &joined) {
            Ok(joined) => self.content.put(Place::Card, field.key, joined),
            Err(sentence) => self.keep(sentence, format!("{}: {text}", field.label)),
        }
    }

    /// Returns what was answered so far.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Keeps a text in the notes.
    pub fn keep(&mut self, what: impl Into<String>, text: impl Into<String>) {
        self.tell(what);
        self.rest.push(text.into());
    }

    /// Tells something about the file.
    pub fn tell(&mut self, what: impl Into<String>) {
        let what = what.into();
        if self.kept.len() >= MOST_TOLD {
            self.untold += 1;
        } else if !self.kept.contains(&what) {
            self.kept.push(what);
        }
    }

    /// Returns what was read.
    pub fn finish(mut self, was: Option<String>) -> Result<Imported, Refused> {
        let texts = self.rest.iter().map(|text| without_controls(text));
        let rest: Vec<String> = texts.filter(|text| !text.trim().is_empty()).collect();
        let rest = rest.join("\n\n");
        if rest.chars().count() > LONGEST_REST {
            return Err(Refused::because(format!(
                "What has no field in this card is longer than {LONGEST_REST} characters, more than its notes hold. \
                Shorten the file, or take the parts that matter by hand."
            )));
        }
        if !rest.is_empty() {
            let before = self.content.text("notes");
            let notes = if before.is_empty() { rest } else { format!("{before}\n\n{rest}") };
            if notes.chars().count() > LONGEST_ANSWER {
                let sentence = format!(
                    "The notes are longer than {LONGEST_ANSWER} characters. They are kept whole, and must be \
                    shortened before they can be changed."
                );
                self.kept.push(sentence);
            }
            self.content.put(Place::Card, "notes", notes);
        }
        if self.untold > 0 {
            self.kept.push(format!("{} more", self.untold));
        }
        Ok(Imported { content: self.content, was, kept: self.kept })
    }
}

/// Refuses a file that is empty or too large; returns it with one kind of line end and without a mark before it.
pub fn lines(text: &str) -> Result<String, Refused> {
    if text.len() > LARGEST_FILE {
        let megabytes = LARGEST_FILE / 1_000_000;
        return Err(Refused::because(format!(
            "This file is larger than {megabytes} MB, which no model card is. Choose the file of the card itself."
        )));
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refused::because("This file is empty."));
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Returns an answer as the field takes it. What the field could hold is never changed, not even its blanks.
fn taken(field: &CardField, text: &str) -> Result<String, String> {
    let is_control = |character: char| {
        let is_line = matches!(field.kind, Kind::Line) && field.source == Source::Person;
        character.is_control() && (is_line || !matches!(character, '\n' | '\t'))
    };
    let is_clean = !text.contains(is_control);
    match field.kind {
        _ if field.source == Source::Workspace => Ok(without_controls(text)),
        Kind::Line | Kind::Text | Kind::Prompt
            if is_clean && text.chars().count() <= LONGEST_ANSWER =>
        {
            Ok(text.to_owned())
        }
        _ => field.read(text),
    }
}

fn without_controls(text: &str) -> String {
    text.chars().filter(|&it| matches!(it, '\n' | '\t') || !it.is_control()).collect()
}
