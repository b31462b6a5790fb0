//! Reading what a person typed, pasted or imported into a field.
//!
//! Typing, paste, fill and import all come through [`Task::enter`], so a value that one of them
//! refuses is refused by all.

use crate::refusal::{Refusal, RefusalReason};
use crate::{Field, Score, Task};

/// The longest text a field takes, in UTF-16 units: what a cell of a workbook can hold.
pub const LONGEST_TEXT: usize = 32_767;

/// Returns whether a text is longer than [`LONGEST_TEXT`].
pub fn is_too_long(text: &str) -> bool {
    // Bytes are never fewer than UTF-16 units, so most texts need no count.
    text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT
}

impl Task {
    /// Puts what a person entered into a field, or returns why the field does not take it.
    ///
    /// A custom column has a say in what it takes: its texts come through [`crate::CustomColumn::enter`].
    /// An empty text clears the field. A taken text removes whatever was refused there before.
    pub fn enter(&mut self, field: Field, text: &str) -> Result<(), Refusal> {
        let refuse = |reason| Refusal {
            field,
            name: field.name().to_owned(),
            found: text.to_owned(),
            reason,
        };
        if is_too_long(text) {
            return Err(refuse(RefusalReason::TooLong));
        }
        match field {
            Field::Name => self.name = one_line(text),
            Field::Owner => self.owner = one_line(text),
            Field::Description => self.description = many_lines(text),
            Field::Notes => self.notes = many_lines(text),
            Field::Rationale(dimension) => self.rationales[dimension.index()] = many_lines(text),
            Field::Channels => self.channels = list(text),
            Field::DownstreamSystems => self.downstream_systems = list(text),
            Field::Tags => self.tags = list(text),
            Field::Score(dimension) => self.scores.put(dimension, score(text).map_err(refuse)?),
            Field::MonthlyVolume => self.monthly_volume = volume(text).map_err(refuse)?,
            Field::MinutesPerItem => self.minutes_per_item = minutes(text).map_err(refuse)?,
            Field::Custom(column) => {
                let text = one_line(text);
                if text.is_empty() {
                    self.custom.remove(&column);
                } else {
                    self.custom.insert(column, text);
                }
            }
            Field::MultimodalContext => {
                self.needs_multimodal_context = yes_or_no(text).map_err(refuse)?;
            }
        }
        self.rejected.remove(&field);
        Ok(())
    }

    /// Puts what a person entered into a field, or keeps the refused text there for mending.
    pub fn enter_or_keep(&mut self, field: Field, text: &str) -> Option<Refusal> {
        let refusal = self.enter(field, text).err()?;
        keep_refused(self, &refusal);
        Some(refusal)
    }

    /// Returns the text of a field as a person would type it, without any refused text.
    pub fn text(&self, field: Field) -> String {
        match field {
            Field::Name => self.name.clone(),
            Field::Owner => self.owner.clone(),
            Field::Description => self.description.clone(),
            Field::Notes => self.notes.clone(),
            Field::Rationale(dimension) => self.rationales[dimension.index()].clone(),
            Field::Channels => self.channels.join(", "),
            Field::DownstreamSystems => self.downstream_systems.join(", "),
            Field::Tags => self.tags.join(", "),
            Field::Custom(column) => self.custom.get(&column).cloned().unwrap_or_default(),
            Field::MultimodalContext if self.needs_multimodal_context => "Yes".to_owned(),
            Field::MultimodalContext => String::new(),
            Field::Score(dimension) => {
                self.scores.get(dimension).map_or_else(String::new, |score| score.get().to_string())
            }
            Field::MonthlyVolume => self.monthly_volume.map_or_else(String::new, |n| n.to_string()),
            Field::MinutesPerItem => {
                self.minutes_per_item.map_or_else(String::new, |n| n.to_string())
            }
        }
    }

    /// Returns what the cell of a field shows: a refused text, or else the field's own.
    pub fn shown_text(&self, field: Field) -> String {
        self.rejected.get(&field).cloned().unwrap_or_else(|| self.text(field))
    }
}

/// Keeps a refused text in its cell, unless it is too long even for that.
pub(crate) fn keep_refused(task: &mut Task, refusal: &Refusal) {
    if refusal.reason != RefusalReason::TooLong {
        task.rejected.insert(refusal.field, refusal.found.trim().to_owned());
    }
}

/// Returns whether a character takes no space and means nothing in a field.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Returns whether a text has nothing to clean but blanks at its ends, as most have.
fn is_clean(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

pub(crate) fn one_line(text: &str) -> String {
    if is_clean(text) {
        return text.trim().to_owned();
    }
    let spaced = text.replace(['\r', '\n', '\t'], " ");
    trim(&spaced).chars().filter(|c| !c.is_control()).collect()
}

pub(crate) fn many_lines(text: &str) -> String {
    if is_clean(text) {
        return text.trim().to_owned();
    }
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    trim(&unix).chars().filter(|&c| c == '\n' || c == '\t' || !c.is_control()).collect()
}

fn list(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for item in text.split([',', ';', '\n']).map(one_line) {
        let known = items.iter().any(|other| other.to_lowercase() == item.to_lowercase());
        if !item.is_empty() && !known {
            items.push(item);
        }
    }
    items
}

fn score(text: &str) -> Result<Option<Score>, RefusalReason> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(whole) = text.parse::<i64>() {
        return u8::try_from(whole)
            .ok()
            .and_then(Score::new)
            .map(Some)
            .ok_or(RefusalReason::ScoreOutOfRange);
    }
    match decimal(text) {
        Some(number) if number.fract() != 0.0 => Err(RefusalReason::ScoreNotWhole),
        // Programs that know no whole numbers write 4 as 4.0; taking that rounds nothing.
        Some(number) => (Score::MIN..=Score::MAX)
            .find(|&whole| (f64::from(whole) - number).abs() < f64::EPSILON)
            .and_then(Score::new)
            .map(Some)
            .ok_or(RefusalReason::ScoreOutOfRange),
        None => Err(RefusalReason::ScoreNotANumber),
    }
}

fn volume(text: &str) -> Result<Option<u32>, RefusalReason> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    without_thousands(text).parse().map(Some).map_err(|_| RefusalReason::VolumeNotACount)
}

fn minutes(text: &str) -> Result<Option<f64>, RefusalReason> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    match decimal(text) {
        Some(number) if number >= 0.0 => Ok(Some(number)),
        _ => Err(RefusalReason::MinutesNotANumber),
    }
}

/// Reads a mark in a column of marks; an empty cell is a no.
fn yes_or_no(text: &str) -> Result<bool, RefusalReason> {
    match trim(text).to_lowercase().as_str() {
        "yes" | "y" | "true" | "x" | "1" | "✓" | "✔" => Ok(true),
        "" | "no" | "n" | "false" | "0" | "-" | "–" => Ok(false),
        _ => Err(RefusalReason::NotYesOrNo),
    }
}

/// Reads a number written with a decimal point or comma; digits only, so neither `inf` nor `1e9`.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let plain = without_thousands(text).replace(',', ".");
    let digits_only = plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let number: f64 = plain.parse().ok().filter(|_| digits_only)?;
    (number.abs() < 1e9).then_some(number)
}

/// Removes separators between groups of exactly three digits, as in `1,200` and `12 000`.
fn without_thousands(text: &str) -> String {
    let groups: Vec<&str> = text.split([',', ' ', '\u{A0}', '\u{202F}', '’', '\'']).collect();
    let is_grouped = groups.iter().enumerate().all(|(place, group)| {
        let whole = group.split('.').next().unwrap_or(group);
        let last = place + 1 == groups.len();
        let digits = (if last { whole } else { group }).chars().all(|c| c.is_ascii_digit());
        let length = if last { whole.len() } else { group.len() };
        digits && if place == 0 { (1..=3).contains(&length) } else { length == 3 }
    });
    if groups.len() > 1 && is_grouped { groups.concat() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{Dimension, TaskId};

    fn blank() -> Task {
        Task::blank(TaskId::new(Uuid::nil()))
    }

    #[test]
    fn a_mark_is_yes_and_an_empty_cell_is_no() {
        let mut task = blank();
        for (text, expected) in [("Yes", true), (" x ", true), ("no", false), ("", false)] {
            task.enter(Field::MultimodalContext, text).expect("it is yes or no");
            assert_eq!(task.needs_multimodal_context, expected, "{text:?}");
        }
        let refusal = task.enter(Field::MultimodalContext, "video").expect_err("no mark");
        assert_eq!(refusal.sentence(), "Multimodal context is “video”. It takes yes or no.");
    }

    #[track_caller]
    fn check_score(text: &str, expected: Result<Option<u8>, RefusalReason>) {
        assert_eq!(score(text).map(|s| s.map(Score::get)), expected, "{text:?}");
    }

    #[test]
    fn a_score_is_taken_as_typed_or_refused_never_rounded() {
        check_score("4", Ok(Some(4)));
        check_score(" 4\u{A0}", Ok(Some(4)));
        check_score("", Ok(None));
        check_score("  ", Ok(None));
        check_score("0", Err(RefusalReason::ScoreOutOfRange));
        check_score("6", Err(RefusalReason::ScoreOutOfRange));
        check_score("-1", Err(RefusalReason::ScoreOutOfRange));
        check_score("3.5", Err(RefusalReason::ScoreNotWhole));
        check_score("3,5", Err(RefusalReason::ScoreNotWhole));
        check_score("4.0", Ok(Some(4)));
        check_score("6.0", Err(RefusalReason::ScoreOutOfRange));
        check_score("4.9999", Err(RefusalReason::ScoreNotWhole));
        check_score("high", Err(RefusalReason::ScoreNotANumber));
        check_score("1e0", Err(RefusalReason::ScoreNotANumber));
        check_score("NaN", Err(RefusalReason::ScoreNotANumber));
    }

    #[test]
    fn a_refused_text_is_kept_and_the_old_score_stays_under_it() {
        let field = Field::Score(Dimension::Predictability);
        let mut task = blank();
        task.enter(field, "4").expect("4 is a score");

        let refusal = task.enter_or_keep(field, "high").expect("high is none");
        assert!(refusal.sentence().starts_with("Predictability is “high”. Scores are 1 to 5"));
        assert_eq!(task.shown_text(field), "high");
        assert_eq!(task.text(field), "4");

        assert_eq!(task.enter_or_keep(field, "2"), None);
        assert_eq!(task.shown_text(field), "2");
    }

    #[test]
    fn numbers_are_read_with_thousands_and_either_decimal_mark() {
        assert_eq!(volume("1,200"), Ok(Some(1200)));
        assert_eq!(volume("12 000"), Ok(Some(12_000)));
        assert_eq!(volume("1.5"), Err(RefusalReason::VolumeNotACount));
        assert_eq!(volume("-3"), Err(RefusalReason::VolumeNotACount));
        assert_eq!(minutes("2,5"), Ok(Some(2.5)));
        assert_eq!(minutes("1,250.5"), Ok(Some(1250.5)));
        assert_eq!(minutes("-1"), Err(RefusalReason::MinutesNotANumber));
        assert_eq!(minutes("inf"), Err(RefusalReason::MinutesNotANumber));
    }

    #[test]
    fn a_list_splits_at_commas_and_drops_repeats() {
        assert_eq!(list("email, Web form; email\nchat,"), ["email", "Web form", "chat"]);
    }

    #[test]
    fn a_name_is_one_line_and_notes_are_many() {
        assert_eq!(one_line(" Brand\r\nvoice\u{7}\u{FEFF}"), "Brand  voice");
        assert_eq!(many_lines("a\r\nb\rc\u{0}"), "a\nb\nc");
    }

    proptest::proptest! {
        #[test]
        fn what_a_field_shows_can_be_entered_again(text in "\\PC{0,40}") {
            for field in Field::ALL {
                let mut once = blank();
                if once.enter(field, &text).is_err() {
                    continue;
                }
                let mut twice = blank();
                twice.enter(field, &once.text(field)).expect("its own text is taken");
                proptest::prop_assert_eq!(twice, once);
            }
        }
    }
}
