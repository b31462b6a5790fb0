//! The pages as data for the template.

use serde_json::{Value, json};

use super::Paper;
use super::fit::Fitted;
use super::printable::{breakable, is_right_to_left, printable as clean};
use crate::page::{Block, Line, Page, Pair, Part, Row, Table, Text, Tone};

/// The longest word that fits on a line, in letters: of the title, of the page, of a column, of a row of short
/// answers, of a cell, of a cell of figures. Longer ones are given places to break.
const TITLE: usize = 34;
const PAGE: usize = 60;
const COLUMN: usize = 30;
const SHORT: usize = 18;
const CELL: usize = 16;
const FIGURE: usize = 8;

/// Returns what the template needs to know about a document.
pub(super) fn document(pages: &[Fitted], paper: Paper) -> Value {
    let first = pages.first().map(|it| &it.page);
    let title = first.map_or(String::new(), |page| match pages.len() {
        1 => page.title.words.clone(),
        count => format!("{} and {} more model cards", page.title.words, count - 1),
    });
    let mut owners: Vec<&String> = pages.iter().flat_map(|it| &it.page.owners).collect();
    owners.dedup();
    json!({
        "paper": paper.name(),
        "title": title,
        "owners": owners,
        "date": first.map(|page| json!([page.made_on.year(), page.made_on.month(), page.made_on.day()])),
        "pages": pages.iter().map(page).collect::<Vec<_>>(),
    })
}

/// Returns the page with every text as it can be printed.
pub(super) fn printable(page: &Page) -> Page {
    let mut page = page.clone();
    for text in texts_mut(&mut page) {
        *text = clean(text);
    }
    page
}

/// Returns every text of a page.
pub(super) fn texts(page: &Page) -> impl Iterator<Item = String> {
    let mut page = page.clone();
    texts_mut(&mut page).into_iter().map(std::mem::take).collect::<Vec<_>>().into_iter()
}

fn texts_mut(page: &mut Page) -> Vec<&mut String> {
    let Page { title, summary, standing, blocks, footer, owners, .. } = page;
    let mut lines: Vec<&mut Line> = Vec::new();
    for Block { parts, .. } in blocks {
        for part in parts {
            match part {
                Part::Pair(pair) => lines.extend(&mut pair.lines),
                Part::Table(table) => {
                    for row in &mut table.rows {
                        lines.extend(row.cells.iter_mut().chain(&mut row.notes));
                    }
                }
            }
        }
    }
    // What glues answers together is ours, and its spaces count.
    let answers = lines.into_iter().flatten().chain([title, summary]).map(|text| &mut text.words);
    answers
        .chain([&mut standing.sentence, &mut standing.version])
        .chain(footer)
        .chain(owners)
        .collect()
}

fn page(fitted: &Fitted) -> Value {
    let Fitted { page, size } = fitted;
    let tone = match page.standing.tone {
        Tone::Settled => "settled",
        Tone::Open => "open",
        Tone::Warning => "warning",
    };
    json!({
        "size": size,
        "title": text(&page.title, TITLE),
        "summary": text(&page.summary, PAGE),
        "status": page.standing.status,
        "version": page.standing.version,
        "sentence": breakable(&page.standing.sentence, PAGE),
        "tone": tone,
        "blocks": page.blocks.iter().map(block).collect::<serde_json::Map<_, _>>(),
        "footer": page.footer.iter().map(|it| breakable(it, PAGE)).collect::<Vec<_>>(),
    })
}

fn block(block: &Block) -> (String, Value) {
    let longest = if block.key == "identity" { SHORT } else { COLUMN };
    let parts: Vec<Value> = block
        .parts
        .iter()
        .map(|part| match part {
            Part::Pair(Pair { label, lines }) => json!({
                "label": label,
                "lines": lines.iter().map(|it| line(it, longest)).collect::<Vec<_>>(),
            }),
            Part::Table(it) => table(it),
        })
        .collect();
    let mark = block.mark.map(crate::page::Mark::words);
    (block.key.clone(), json!({ "heading": block.heading, "mark": mark, "parts": parts }))
}

fn table(Table { label, columns, rows }: &Table) -> Value {
    let of_row = |Row { cells, notes }: &Row| {
        let cells = cells.iter().zip(columns);
        let cells =
            cells.map(|(it, column)| line(it, if column.is_figures { FIGURE } else { CELL }));
        json!({
            "cells": cells.collect::<Vec<_>>(),
            "notes": notes.iter().map(|it| line(it, PAGE)).collect::<Vec<_>>(),
        })
    };
    json!({
        "label": label,
        "headings": columns.iter().map(|column| &column.heading).collect::<Vec<_>>(),
        "figures": columns.iter().map(|column| column.is_figures).collect::<Vec<_>>(),
        "rows": rows.iter().map(of_row).collect::<Vec<_>>(),
    })
}

fn line(line: &Line, longest: usize) -> Value {
    let is_rtl = line.first().is_some_and(|it| it.before.is_empty() && is_right_to_left(&it.words));
    json!({ "rtl": is_rtl, "texts": line.iter().map(|it| text(it, longest)).collect::<Vec<_>>() })
}

fn text(Text { before, words, after, lane, is_missing, .. }: &Text, longest: usize) -> Value {
    json!({
        "before": before,
        "lines": breakable(words, longest).lines().collect::<Vec<_>>(),
        "after": after,
        "lane": lane.map(domain::Lane::key),
        "missing": is_missing,
    })
}
