//! How well a dialect explains a text.
//!
//! Rows that agree in length and cells that look like values, the data consistency of van den Burg,
//! Nazábal and Sutton (2019), with what spreadsheets and people add to it.

use std::collections::BTreeMap;

use super::dialect::Dialect;
use super::records::Records;

/// The most rows that are looked at.
const ROWS: usize = 400;

/// What a dialect makes of a text.
pub(super) struct Explained {
    pub score: f64,
    /// How many cells most rows have.
    pub columns: Option<usize>,
    /// Whether a blank follows every delimiter.
    pub spaced: bool,
}

/// What is counted about a column.
#[derive(Default, Clone, Copy)]
struct Column {
    cells: usize,
    figures: usize,
    phrases: usize,
}

/// Splits a text and looks at what comes out.
///
/// It is split twice: how long most records are tells how to take a mark in the wrong place.
pub(super) fn explain(sample: &str, dialect: Dialect) -> Explained {
    let first = look(sample, dialect);
    look(sample, Dialect { columns: first.columns, ..dialect })
}

#[expect(clippy::cast_precision_loss, reason = "counts of a sample")]
fn look(sample: &str, dialect: Dialect) -> Explained {
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    let mut columns: Vec<Column> = Vec::new();
    let (mut cells, mut typed, mut rows) = (0_usize, 0.0, 0_usize);
    let mut records = Records::new(sample, dialect);
    while rows < ROWS && records.read() {
        let fields = records.fields();
        if fields.len() == 1 && fields[0].trim().is_empty() {
            continue;
        }
        rows += 1;
        *lengths.entry(fields.len()).or_default() += 1;
        cells += fields.len();
        columns.resize(columns.len().max(fields.len()), Column::default());
        for (column, field) in columns.iter_mut().zip(fields) {
            let has_blank = field.trim().contains(' ');
            typed += like_a_value(field);
            column.cells += 1;
            column.figures += usize::from(!has_blank && is_figure(field));
            column.phrases += usize::from(has_blank);
        }
    }
    // Of two lengths that are equally common, the longer one is the table's.
    let most = lengths.iter().max_by_key(|&(&length, &count)| (count, length));
    let Some((&length, &count)) = most else {
        return Explained { score: 0.0, columns: None, spaced: false };
    };
    let pattern: f64 = lengths
        .iter()
        .map(|(&length, &count)| count as f64 * ((length as f64 - 1.0).max(1e-3) / length as f64))
        .sum::<f64>()
        / lengths.len() as f64
        / rows as f64;
    let share = (typed / cells as f64).max(1e-10);
    let plain = columns.iter().take(length).filter(|column| {
        // Figures, or phrases that only a quotation mark can have kept together.
        column.figures * 10 >= column.cells * 7 || column.phrases * 10 >= column.cells * 3
    });
    let is_table = count * 10 >= rows * 8 && plain.count() * 2 >= length;
    let rare = match dialect.delimiter {
        // Blanks and colons are everywhere in prose and times: only a table without a doubt counts.
        b' ' | b':' if !is_table => 0.0,
        b' ' => 0.4,
        b':' | b'^' | b'~' => 0.6,
        _ => 1.0,
    };
    let quote = match dialect.quote {
        Some(b'"') => 1.0,
        Some(_) => 0.97,
        None => 0.95,
    };
    let open = if records.open_quote.is_some() { 0.8 } else { 1.0 };
    let (follow, blanks) = records.followed;
    Explained {
        score: pattern * share * rare * quote * open,
        columns: Some(length).filter(|&length| length > 1 && count > 1),
        spaced: follow > 1 && blanks * 20 >= follow * 19,
    }
}

/// Returns whether a cell is a number, a date, a time or an amount.
pub(crate) fn is_figure(field: &str) -> bool {
    let field = field.trim();
    field.bytes().any(|byte| byte.is_ascii_digit())
        && field.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '.' | ',' | '-' | '+' | '/' | ':' | '%' | ' ' | '€' | '$' | '£' | 'T' | 'Z'
                )
        })
}

/// Returns how much a cell reads like a value of its own: a number, a date, a word or a short phrase.
fn like_a_value(field: &str) -> f64 {
    let field = field.trim();
    if field.is_empty() || is_figure(field) {
        return 1.0;
    }
    let bytes = field.as_bytes();
    // Half of a quoted text, and other signs that a cell was cut in the wrong place.
    let quotes = field.matches('"').count();
    let cut = quotes % 2 == 1 || field.starts_with([',', ';', '|', '\t']);
    if cut || field.contains([';', '\t', '|']) || field.chars().count() >= 400 {
        return 0.0;
    }
    // Marks around a whole cell belong to the file and not to its text.
    let wrapped = |mark: u8| bytes.len() > 1 && bytes[0] == mark && bytes.ends_with(&[mark]);
    if wrapped(b'"') || wrapped(b'\'') { 0.3 } else { 1.0 }
}
