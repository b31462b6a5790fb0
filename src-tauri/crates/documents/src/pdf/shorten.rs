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

/// What is allowed, from much to very little.
pub(super) const ALLOWANCES: [Allowance; 22] = {
    let letters = [
        2400, 2000, 1700, 1400, 1200, 1000, 850, 720, 600, 510, 430, 360, 300, 250, 210, 180, 150,
        125, 100, 80, 60, 40,
    ];
    let rows = [40, 36, 32, 28, 24, 20, 18, 16, 14, 12, 10, 9, 8, 7, 6, 6, 5, 5, 4, 4, 3, 2];
    let mut all = [Allowance { letters: 0, rows: 0 }; 22];
    let mut at = 0;
    while at < all.len() {
        all[at] = Allowance { letters: letters[at], rows: rows[at] };
        at += 1;
    }
    all
};

/// Returns the page with no text and no list above what is allowed.
pub(super) fn shorten(page: &Page, allowed: Allowance) -> Page {
    let mut page = page.clone();
    let head = Allowance { letters: allowed.letters.min(240), ..allowed };
    for text in [&mut page.title, &mut page.summary] {
        cut(text, head);
    }
    page.standing.sentence = cut_words(&page.standing.sentence, head.letters);
    page.standing.version = cut_words(&page.standing.version, 60);
    for line in &mut page.footer {
        *line = cut_words(line, head.letters);
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
    let texts = |line: &Line| line.iter().map(|text| text.words.len() + 4).sum::<usize>();
    let parts = page.blocks.iter().flat_map(|block| &block.parts);
    let of_part = |part: &Part| match part {
        Part::Pair(pair) => pair.lines.iter().map(texts).sum::<usize>(),
        Part::Table(table) => {
            table.rows.iter().flat_map(|row| row.cells.iter().chain(&row.notes)).map(texts).sum()
        }
    };
    page.title.words.len() + page.summary.words.len() + parts.map(of_part).sum::<usize>()
}

fn shorten_part(part: &mut Part, allowed: Allowance) {
    match part {
        Part::Pair(pair) => {
            let left_out = pair.lines.len().saturating_sub(allowed.rows);
            pair.lines.truncate(allowed.rows);
            pair.lines.iter_mut().flatten().for_each(|text| cut(text, allowed));
            if left_out > 0 {
                pair.lines.push(vec![Text::ours(format!("… and {left_out} more"))]);
            }
        }
        Part::Table(table) => {
            let left_out = table.rows.len().saturating_sub(allowed.rows);
            table.rows.truncate(allowed.rows);
            for row in &mut table.rows {
                let cells = Allowance { letters: allowed.letters / 2, ..allowed };
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
        assert!(
            ALLOWANCES
                .is_sorted_by(|more, less| more.letters > less.letters && more.rows >= less.rows)
        );
    }
}
