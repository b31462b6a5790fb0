//! The tables of a page while its tags pass by.
//!
//! A browser closes what is left open; so does this, with the few tags that tables are made of.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

use crate::read::Limits;
use crate::read::error::Reason;
use crate::sheet::Merged;

/// The most columns that one cell may cover, as browsers have it.
const WIDEST: u32 = 1_000;
/// The most rows that one cell may cover.
const HIGHEST: u32 = 65_534;

/// A table of a page.
#[derive(Default)]
pub struct Table {
    pub name: String,
    pub cells: Vec<Stated>,
    pub merged: Vec<Merged>,
    pub hidden_rows: Vec<u32>,
    /// Whether its program hides the sheet.
    pub hidden: bool,
    row: Option<u32>,
    column: u32,
    /// The row up to which each column is covered by a cell above it.
    covered: Vec<u32>,
    open: Option<Open>,
    in_caption: bool,
}

/// A cell that holds something.
pub struct Stated {
    pub row: u32,
    pub column: u32,
    pub text: String,
    /// The number that Excel or LibreOffice wrote beside the text.
    pub number: Option<f64>,
}

/// A cell whose end has not come yet.
#[derive(Default)]
struct Open {
    column: u32,
    text: String,
    blank: bool,
    number: Option<f64>,
}

/// Takes the tokens of a page.
pub(super) struct Page(RefCell<State>);

struct State {
    /// Tables in the order in which they opened; nothing where one is still open.
    tables: Vec<Option<Table>>,
    open: Vec<(usize, Table)>,
    cells_left: usize,
    most_cells: usize,
    too_many: bool,
    /// Whether what follows is a script, a style or a note up to its end.
    is_unseen: bool,
}

impl Page {
    pub fn new(limits: &Limits) -> Self {
        Self(RefCell::new(State {
            tables: Vec::new(),
            open: Vec::new(),
            cells_left: limits.cells,
            most_cells: limits.cells,
            too_many: false,
            is_unseen: false,
        }))
    }

    /// Returns the tables that hold something.
    pub fn finish(self) -> Result<Vec<Table>, Reason> {
        let mut state = self.0.into_inner();
        while !state.open.is_empty() {
            state.close_table();
        }
        if state.too_many {
            return Err(Reason::TooManyCells { most: state.most_cells });
        }
        Ok(state.tables.into_iter().flatten().filter(|table| !table.cells.is_empty()).collect())
    }
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(_) if state.is_unseen => {}
            Token::CharacterTokens(text) => state.text(&text),
            Token::TagToken(tag) => {
                let name = &*tag.name;
                state.is_unseen = tag.kind == TagKind::StartTag && is_unseen(name);
                if tag.kind == TagKind::StartTag {
                    match name {
                        "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                        name if is_unseen(name) => {
                            return TokenSinkResult::RawData(RawKind::Rawtext);
                        }
                        "title" | "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                        _ => state.starts(name, &tag),
                    }
                } else {
                    state.ends(name);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn starts(&mut self, name: &str, tag: &Tag) {
        if name == "table" {
            let name = attribute(tag, "title").unwrap_or_default().trim().to_owned();
            self.open.push((self.tables.len(), Table { name, ..Table::default() }));
            return self.tables.push(None);
        }
        let Some((_, table)) = self.open.last_mut() else { return };
        match name {
            "tr" => {
                table.close_cell(&mut self.cells_left, &mut self.too_many);
                let row = table.row.map_or(0, |row| row.saturating_add(1));
                (table.row, table.column) = (Some(row), 0);
                if attribute(tag, "style").is_some_and(|style| is_hidden(&style)) {
                    table.hidden_rows.push(row);
                }
            }
            "td" | "th" => {
                table.close_cell(&mut self.cells_left, &mut self.too_many);
                table.open_cell(tag);
            }
            "caption" => table.in_caption = true,
            "br" => table.breaks(),
            "p" | "div" | "li" => table.begins_line(),
            _ => {}
        }
    }

    fn ends(&mut self, name: &str) {
        let Some((_, table)) = self.open.last_mut() else { return };
        match name {
            "table" => self.close_table(),
            "td" | "th" | "tr" => table.close_cell(&mut self.cells_left, &mut self.too_many),
            "caption" => table.in_caption = false,
            "p" | "div" | "li" => table.begins_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some((_, table)) = self.open.last_mut() else { return };
        if table.in_caption {
            table.name.push_str(text);
            return;
        }
        let Some(open) = &mut table.open else { return };
        for character in text.chars() {
            if character.is_ascii_whitespace() {
                open.blank = true;
                continue;
            }
            if std::mem::take(&mut open.blank)
                && !open.text.is_empty()
                && !open.text.ends_with('\n')
            {
                open.text.push(' ');
            }
            open.text.push(character);
        }
    }

    fn close_table(&mut self) {
        let Some((place, mut table)) = self.open.pop() else { return };
        table.close_cell(&mut self.cells_left, &mut self.too_many);
        table.name = table.name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.tables[place] = Some(table);
    }
}

impl Table {
    fn open_cell(&mut self, tag: &Tag) {
        let row = *self.row.get_or_insert(0);
        let covered = |column: u32, covered: &[u32]| {
            covered.get(column as usize).is_some_and(|&until| row < until)
        };
        while covered(self.column, &self.covered) {
            self.column += 1;
        }
        let span = |name: &str, most: u32| {
            let stated = attribute(tag, name).and_then(|text| text.trim().parse::<u64>().ok());
            u32::try_from(stated.unwrap_or(1).clamp(1, u64::from(most))).unwrap_or(1)
        };
        let (wide, high) = (span("colspan", WIDEST), span("rowspan", HIGHEST));
        let column = self.column;
        // The grid of any spreadsheet ends here; what stands beyond is named and left out later.
        let end = column.saturating_add(wide).min(crate::sheet::MOST_COLUMNS + 1).max(column + 1);
        if high > 1 {
            let until = row.saturating_add(high);
            self.covered.resize(self.covered.len().max(end as usize), 0);
            self.covered[column as usize..end as usize].fill(until);
        }
        if wide > 1 || high > 1 {
            let (bottom, right) = (row.saturating_add(high - 1), end - 1);
            self.merged.push(Merged { top: row, left: column, bottom, right });
        }
        self.column = end;
        let number = attribute(tag, "x:num").or_else(|| attribute(tag, "sdval"));
        let number = number.and_then(|text| text.trim().parse::<f64>().ok());
        let number = number.filter(|number| number.is_finite());
        self.open = Some(Open { column, number, ..Open::default() });
    }

    fn close_cell(&mut self, cells_left: &mut usize, too_many: &mut bool) {
        let (Some(open), Some(row)) = (self.open.take(), self.row) else { return };
        let text = open.text.trim_matches(|c: char| c.is_whitespace());
        if text.is_empty() && open.number.is_none() {
            return;
        }
        let Some(left) = cells_left.checked_sub(1) else {
            *too_many = true;
            return;
        };
        *cells_left = left;
        self.cells.push(Stated {
            row,
            column: open.column,
            text: text.to_owned(),
            number: open.number,
        });
    }

    fn breaks(&mut self) {
        if let Some(open) = &mut self.open {
            open.text.push('\n');
            open.blank = false;
        }
    }

    fn begins_line(&mut self) {
        if self
            .open
            .as_ref()
            .is_some_and(|open| !open.text.is_empty() && !open.text.ends_with('\n'))
        {
            self.breaks();
        }
    }
}

/// Returns whether a browser shows nothing of an element; LibreOffice writes notes as `comment`.
fn is_unseen(name: &str) -> bool {
    matches!(name, "script" | "style" | "xmp" | "noframes" | "iframe" | "comment")
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name)?;
    Some(found.value.to_string())
}

fn is_hidden(style: &str) -> bool {
    style.replace(' ', "").to_ascii_lowercase().contains("display:none")
}
