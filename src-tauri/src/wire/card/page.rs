//! The one page of a card, as the window draws it.

use engine::documents::page;
use serde::Serialize;
use specta::Type;

use crate::wire::field::LaneKey;

/// One page.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardPage {
    pub title: PageText,
    pub summary: PageText,
    pub standing: PageStanding,
    pub blocks: Vec<PageBlock>,
    /// Where the page comes from: a sentence each.
    pub footer: Vec<String>,
}

/// Where the card stands, in words.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PageStanding {
    pub status: String,
    pub version: String,
    pub sentence: String,
    pub tone: PageTone,
}

/// How a reader should take something.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PageTone {
    Settled,
    Open,
    Warning,
}

/// A part of the page under a heading.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PageBlock {
    pub key: String,
    pub heading: String,
    pub mark: Option<PageMark>,
    pub parts: Vec<PagePart>,
}

/// Where something comes from.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PageMark {
    AsEntered,
    FilledIn,
}

/// Something that a block says.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PagePart {
    Pair { label: String, lines: Vec<Vec<PageText>> },
    Table { label: String, columns: Vec<PageColumn>, rows: Vec<PageRow> },
}

/// A column of a table.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PageColumn {
    pub heading: String,
    pub is_figures: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PageRow {
    /// One line a column.
    pub cells: Vec<Vec<PageText>>,
    /// What is said below it, across the columns.
    pub notes: Vec<Vec<PageText>>,
}

/// A text, and the answer that it shows.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PageText {
    pub before: String,
    pub words: String,
    pub after: String,
    /// The answer that it shows; nothing for words of ours.
    pub origin: Option<PageOrigin>,
    pub lane: Option<LaneKey>,
    /// Whether nobody has answered, and the words say so.
    pub is_missing: bool,
}

/// Which answer of a card a text shows; one of the card itself has neither list nor item.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PageOrigin {
    pub list: Option<String>,
    pub item: Option<String>,
    pub field: String,
}

impl From<page::Page> for CardPage {
    fn from(page: page::Page) -> Self {
        let page::Page { title, summary, standing, blocks, footer, .. } = page;
        Self {
            title: title.into(),
            summary: summary.into(),
            standing: standing.into(),
            blocks: blocks.into_iter().map(Into::into).collect(),
            footer,
        }
    }
}

impl From<page::Standing> for PageStanding {
    fn from(standing: page::Standing) -> Self {
        let page::Standing { status, version, sentence, tone } = standing;
        let tone = match tone {
            page::Tone::Settled => PageTone::Settled,
            page::Tone::Open => PageTone::Open,
            page::Tone::Warning => PageTone::Warning,
        };
        Self { status, version, sentence, tone }
    }
}

impl From<page::Block> for PageBlock {
    fn from(block: page::Block) -> Self {
        let page::Block { key, heading, mark, parts } = block;
        let mark = mark.map(|mark| match mark {
            page::Mark::AsEntered => PageMark::AsEntered,
            page::Mark::FilledIn => PageMark::FilledIn,
        });
        Self { key, heading, mark, parts: parts.into_iter().map(Into::into).collect() }
    }
}

impl From<page::Part> for PagePart {
    fn from(part: page::Part) -> Self {
        match part {
            page::Part::Pair(page::Pair { label, lines }) => {
                Self::Pair { label, lines: texts(lines) }
            }
            page::Part::Table(page::Table { label, columns, rows }) => {
                let columns = columns
                    .into_iter()
                    .map(|page::Column { heading, is_figures }| PageColumn { heading, is_figures });
                let rows = rows.into_iter().map(|page::Row { cells, notes }| PageRow {
                    cells: texts(cells),
                    notes: texts(notes),
                });
                Self::Table { label, columns: columns.collect(), rows: rows.collect() }
            }
        }
    }
}

impl From<page::Text> for PageText {
    fn from(text: page::Text) -> Self {
        let page::Text { before, words, after, origin, lane, is_missing } = text;
        let origin = origin.map(|origin| match origin {
            page::Origin::Field(field) => PageOrigin { list: None, item: None, field },
            page::Origin::Column { list, item, column } => {
                PageOrigin { list: Some(list), item: Some(item), field: column }
            }
        });
        Self { before, words, after, origin, lane: lane.map(Into::into), is_missing }
    }
}

fn texts(lines: Vec<page::Line>) -> Vec<Vec<PageText>> {
    lines.into_iter().map(|line| line.into_iter().map(Into::into).collect()).collect()
}
