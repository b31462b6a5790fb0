//! The answers of a card as texts of its page.

use domain::card::{CardField, Content, Item, form};

use super::{Line, Origin, Pair, Part, Text};

/// Returns the answer of a field; empty where there is none.
pub(super) fn answer(content: &Content, key: &str) -> Text {
    text(form::field(key), content.text(key), Origin::Field(key.to_owned()))
}

/// Returns the answer of a field, or what to say where there is none.
pub(super) fn needed(content: &Content, key: &str, missing: &str) -> Text {
    or_missing(answer(content, key), missing)
}

/// Returns the answer of a column in an item of a list; empty where there is none.
pub(super) fn of(item: &Item, list: &str, column: &str) -> Text {
    let field = form::column(list, column).map(|(_, column)| column);
    let origin =
        Origin::Column { list: list.to_owned(), item: item.id.clone(), column: column.to_owned() };
    text(field, item.text(column), origin)
}

/// Returns what to say where nobody has answered a field.
pub(super) fn missing(key: &str, words: &str) -> Text {
    or_missing(Text { origin: Some(Origin::Field(key.to_owned())), ..Text::default() }, words)
}

/// Returns the texts that have something to show, with `between` before each but the first.
pub(super) fn line(texts: impl IntoIterator<Item = Text>, between: &str) -> Line {
    let mut line: Line = texts.into_iter().filter(|text| !text.is_empty()).collect();
    for text in line.iter_mut().skip(1) {
        text.before.insert_str(0, between);
    }
    line
}

/// Returns a label with one line beside it, or nothing where the line is empty.
pub(super) fn pair(label: &str, line: Line) -> Option<Part> {
    lines(label, vec![line])
}

/// Returns a label with lines beside it, or nothing where all are empty.
pub(super) fn lines(label: &str, mut lines: Vec<Line>) -> Option<Part> {
    lines.retain(|line| !line.is_empty());
    (!lines.is_empty()).then(|| Part::Pair(Pair { label: label.to_owned(), lines }))
}

impl Text {
    /// Returns the text with a unit behind it, where there is something to show.
    pub(super) fn with_unit(mut self, unit: &str) -> Self {
        if !self.is_empty() && !self.is_missing {
            self.after = unit.into();
        }
        self
    }

    /// Returns the text with words before it, where there is something to show.
    pub(super) fn after_words(mut self, before: &str) -> Self {
        if !self.is_empty() && !self.is_missing {
            self.before = before.into();
        }
        self
    }
}

fn text(field: Option<&CardField>, answer: &str, origin: Origin) -> Text {
    let words = field.map_or(answer, |field| field.words(answer));
    Text { words: words.to_owned(), origin: Some(origin), ..Text::default() }
}

fn or_missing(text: Text, words: &str) -> Text {
    if text.is_empty() { Text { words: words.to_owned(), is_missing: true, ..text } } else { text }
}
