//! Pages made to say less: the longest texts and lists first.

use crate::page::{Block, Line, Page, Part, Text};

/// How much a page may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Allowance {
    /// The most letters of one text; a new line counts as [`LINE`] of them.
    letters: usize,
    /// The most rows of a table and lines of a list.
    rows: usize,
}

/// What a new line costs, in letters: about what stands on one.
const LINE: usize = 50;

/// Returns what is allowed, from much to very little.
pub(super) fn allowances() -> Vec<Allowance> {
    let less = |letters: &usize| Some(letters * 15 / 16).filter(|less| *less >= 24);
    let letters = std::iter::successors(Some(2400), less);
    letters.map(|letters| Allowance { letters, rows: (letters / 14).clamp(2, 40) }).collect()
}

/// Returns the page with no text and no list above what is allowed. What the page is about, where it stands and
/// where it comes from is kept longest.
pub(super) fn shorten(page: &Page, allowed: Allowance) -> Page {
    let mut page = page.clone();
    let letters = allowed.letters;
    page.title.words = cut_words(&page.title.words, letters.clamp(70, 160));
    page.summary.words = cut_words(&page.summary.words, letters.clamp(140, 400));
    page.standing.sentence = cut_words(&page.standing.sentence, letters.clamp(220, 400));
    page.standing.version = cut_words(&page.standing.version, 60);
    for line in &mut page.footer {
        *line = cut_words(line, 220);
    }
    for Block { parts, .. } in &mut page.blocks {
        for part in parts {
            shorten_part(part, allowed);
        }
    }
    page
}

/// Returns how many letters a page holds, about.
pub(super) fn weight(page: &Page) -> usize {
    let texts = |line: &Line| line.iter().map(|text| text.words.chars().count() + 4).sum::<usize>();
    let parts = page.blocks.iter().flat_map(|block| &block.parts);
    let of_part = |part: &Part| match part {
        Part::Pair(pair) => pair.lines.iter().map(texts).sum::<usize>(),
        Part::Table(table) => {
            table.rows.iter().flat_map(|row| row.cells.iter().chain(&row.notes)).map(texts).sum()
        }
    };
    page.title.words.chars().chain(page.summary.words.chars()).count()
        + parts.map(of_part).sum::<usize>()
}

fn shorten_part(part: &mut Part, allowed: Allowance) {
    match part {
        Part::Pair(pair) => {
            let left_out = pair.lines.len().saturating_sub(allowed.rows);
            pair.lines.truncate(allowed.rows);
            let texts = pair.lines.iter().map(Vec::len).max().unwrap_or(1);
            // What shares its line with others has less room.
            let letters = if texts > 1 { allowed.letters / 2 } else { allowed.letters };
            let each = Allowance { letters: letters.max(16), ..allowed };
            pair.lines.iter_mut().flatten().for_each(|text| cut(text, each));
            if left_out > 0 {
                pair.lines.push(vec![Text::ours(format!("… and {left_out} more"))]);
            }
        }
        Part::Table(table) => {
            let left_out = table.rows.len().saturating_sub(allowed.rows);
            table.rows.truncate(allowed.rows);
            for row in &mut table.rows {
                let cells = Allowance { letters: (allowed.letters / 2).max(12), ..allowed };
                row.cells.iter_mut().flatten().for_each(|text| cut(text, cells));
                row.notes.truncate(allowed.rows.min(3));
                row.notes.iter_mut().flatten().for_each(|text| cut(text, allowed));
            }
            if left_out > 0 {
                let more = vec![Text::ours(format!("… and {left_out} more"))];
                table.rows.last_mut().expect("a row is always allowed").notes.push(more);
            }
        }
    }
}

fn cut(text: &mut Text, allowed: Allowance) {
    text.words = cut_words(&text.words, allowed.letters);
    text.before = cut_words(&text.before, LINE);
    text.after = cut_words(&text.after, LINE);
}

/// Returns the text, or its beginning up to a word, with an ellipsis.
fn cut_words(text: &str, most: usize) -> String {
    let mut spent = 0;
    let mut end = text.len();
    for (at, letter) in text.char_indices() {
        spent += if letter == '\n' { LINE } else { 1 };
        if spent > most {
            end = at;
            break;
        }
    }
    if end == text.len() {
        return text.to_owned();
    }
    let kept = &text[..end];
    // A text of one endless word is cut within it.
    let at_word = kept.rfind(char::is_whitespace).filter(|at| at * 2 > kept.len());
    let kept = at_word.map_or(kept, |at| &kept[..at]);
    format!(
        "{}…",
        kept.trim_end_matches(|letter: char| letter.is_whitespace() || ",;:.".contains(letter))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_a_word_and_says_so() {
        assert_eq!(cut_words("one two three", 13), "one two three");
        assert_eq!(cut_words("one two, three", 10), "one two…");
        assert_eq!(cut_words("äöüäöüäöü", 4), "äöüä…");
        assert_eq!(cut_words("one\ntwo\nthree", LINE + 7), "one\ntwo…");
    }

    #[test]
    fn what_is_allowed_shrinks() {
        let shrinks = |more: &Allowance, less: &Allowance| {
            more.letters > less.letters && more.rows >= less.rows
        };
        assert!(allowances().is_sorted_by(shrinks));
    }
}
