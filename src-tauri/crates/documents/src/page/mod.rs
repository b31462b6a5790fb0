//! What stands on the one page of a model card, as plain structure.
//!
//! It is apart from how the page is drawn, because it is drawn twice: typeset as a PDF, and in the window while
//! somebody types. So every text names the answer that it shows.

mod answers;
mod blocks;
mod standing;
mod tables;

use domain::Lane;
use jiff::civil::Date;

use crate::Card;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The name of the card.
    pub title: Text,
    /// What the component does, in one sentence.
    pub summary: Text,
    /// Where the card stands.
    pub standing: Standing,
    /// The parts of the page, in the order in which they are read.
    pub blocks: Vec<Block>,
    /// Where the page comes from, and what a reader must know about it: a sentence each.
    pub footer: Vec<String>,
    /// Who owns the component.
    pub owners: Vec<String>,
    /// The day on which the page is made.
    pub made_on: Date,
}

/// Where the card stands, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// In a word or two, such as *Approved*.
    pub status: String,
    /// Which version it is.
    pub version: String,
    /// What that rests on, in a sentence.
    pub sentence: String,
    /// How a reader should take it.
    pub tone: Tone,
}

/// How a reader should take something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It may run.
    Settled,
    /// Nothing is decided yet, or it is over.
    Open,
    /// Somebody should look at it.
    Warning,
}

/// A part of the page under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The stable name of the section of the form; `sign_off` for what was approved.
    pub key: String,
    /// What it is called.
    pub heading: String,
    /// Where what it says comes from, where that needs saying.
    pub mark: Option<Mark>,
    /// What it says, in order.
    pub parts: Vec<Part>,
}

/// Where something comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Somebody typed it and nothing checked it.
    AsEntered,
    /// Trilane took it from the matrix.
    FilledIn,
}

/// Something that a block says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A label and what stands beside it.
    Pair(Pair),
    /// A small table.
    Table(Table),
}

/// A label and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What is told.
    pub label: String,
    /// What there is to tell, line by line.
    pub lines: Vec<Line>,
}

/// Texts that follow one another on a line.
pub type Line = Vec<Text>;

/// A small table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What its rows are.
    pub label: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; never none.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub heading: String,
    /// Whether it holds figures, which stand under each other by their last digit.
    pub is_figures: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One line a column.
    pub cells: Vec<Line>,
    /// What is said below it, across the columns.
    pub notes: Vec<Line>,
}

/// A text, and the answer that it shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// What stands before the answer and belongs to it.
    pub before: String,
    /// The answer, in words; or what is said in its place.
    pub words: String,
    /// What stands behind the answer and belongs to it, such as its unit.
    pub after: String,
    /// The answer that it shows; nothing for words of ours.
    pub origin: Option<Origin>,
    /// The lane that it names, whose mark and colour stand beside it.
    pub lane: Option<Lane>,
    /// Whether nobody has answered, and the words say so.
    pub is_missing: bool,
}

/// Which answer of a card a text shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A field of the card itself, by its key.
    Field(String),
    /// A field of an item of a list.
    Column {
        /// The key of the list.
        list: String,
        /// The id of the item.
        item: String,
        /// The key of the column.
        column: String,
    },
}

impl Mark {
    /// Returns what is printed.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AsEntered => "as entered",
            Self::FilledIn => "filled in by Trilane",
        }
    }
}

impl Text {
    /// Returns words of ours.
    pub fn ours(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// Returns whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// Returns what stands on the page of a card.
pub fn page(card: &Card<'_>) -> Page {
    let content = card.content;
    Page {
        title: answers::needed(content, "title", "No title yet"),
        summary: answers::needed(content, "summary", "No summary yet"),
        standing: standing::standing(card),
        blocks: blocks::blocks(card),
        footer: footer(card),
        owners: content
            .items("owners")
            .iter()
            .map(|item| item.text("name").to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
        made_on: card.made_on,
    }
}

fn footer(card: &Card<'_>) -> Vec<String> {
    let day = standing::day(card.made_on);
    let head: String = card.chain_head.chars().take(20).collect();
    vec![
        format!("{}, printed on {day} with Trilane {}.", card.workspace, card.made_by),
        format!("Card {}. Head of the audit trail: {head}.", card.id),
        "Names are as entered; nobody was authenticated.".to_owned(),
    ]
}
