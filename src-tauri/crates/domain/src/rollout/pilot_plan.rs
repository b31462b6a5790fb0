//! What a pilot is made of, and what it must show.

use std::collections::BTreeMap;

use super::fits;
use crate::TaskId;
use crate::identity::identity;

identity! {
    /// Identifies a pilot for good.
    PilotId
}

/// A task that is tried first, and what was written down about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotPlan {
    /// Its identity.
    pub id: PilotId,
    /// The task; it may have been deleted since.
    pub task: TaskId,
    /// What was written down, by the keys of [`PILOT_FIELDS`].
    pub answers: BTreeMap<String, PilotAnswer>,
}

/// What was written down in a field, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotAnswer {
    /// What.
    pub text: String,
    /// When, in milliseconds since 1970, UTC.
    pub at: i64,
}

/// A field that a pilot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PilotField {
    /// Its stable name.
    pub key: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What belongs into it.
    pub hint: &'static str,
    /// What it takes.
    pub kind: PilotKind,
}

/// What a field of a pilot takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PilotKind {
    /// A step of the pipeline, in words.
    Step,
    /// What is measured now, before the pilot; may stay blank.
    Before,
    /// What must be reached.
    Target,
    /// By how much it may be missed.
    Margin,
}

/// Every field: the five steps of the pipeline, and what is measured.
pub const PILOT_FIELDS: [PilotField; 17] = [
    step("connectors", "Connectors", "Where items come from: mailbox, web form, chat, LinkedIn."),
    step("enrichment", "Enrichment", "What is looked up about each: company, size, industry."),
    step(
        "classification",
        "Classification",
        "What decides, and below which confidence it asks a person.",
    ),
    step(
        "crm",
        "CRM create or update",
        "What is written where, and by which key a record is found.",
    ),
    step("sla_timer", "SLA timer", "When the clock starts, and who hears of it when it runs out."),
    number(
        "accuracy.before",
        "Accuracy now, %",
        "Share of items decided rightly.",
        PilotKind::Before,
    ),
    number(
        "accuracy.target",
        "Accuracy, target in %",
        "Share of items decided rightly.",
        PilotKind::Target,
    ),
    number(
        "accuracy.margin",
        "Accuracy, margin in points",
        "How far below the target is still good enough.",
        PilotKind::Margin,
    ),
    number(
        "sla_hits.before",
        "Answered in time now, %",
        "Share of items touched within their SLA.",
        PilotKind::Before,
    ),
    number(
        "sla_hits.target",
        "Answered in time, target in %",
        "Share of items touched within their SLA.",
        PilotKind::Target,
    ),
    number(
        "sla_hits.margin",
        "Answered in time, margin in points",
        "How far below the target is still good enough.",
        PilotKind::Margin,
    ),
    number(
        "review_load.before",
        "Looked at by people now, %",
        "Share of items that a person looks at.",
        PilotKind::Before,
    ),
    number(
        "review_load.target",
        "Looked at by people, target in %",
        "Share of items that a person looks at.",
        PilotKind::Target,
    ),
    number(
        "review_load.margin",
        "Looked at by people, margin in points",
        "How far above the target is still good enough.",
        PilotKind::Margin,
    ),
    number(
        "time_saved.before",
        "Hours a month now",
        "Hours that people spend on it in a month.",
        PilotKind::Before,
    ),
    number(
        "time_saved.target",
        "Hours saved a month, target",
        "Hours that people no longer spend on it.",
        PilotKind::Target,
    ),
    number(
        "time_saved.margin",
        "Hours saved, margin",
        "How far below the target is still good enough.",
        PilotKind::Margin,
    ),
];

const fn step(key: &'static str, label: &'static str, hint: &'static str) -> PilotField {
    PilotField { key, label, hint, kind: PilotKind::Step }
}

const fn number(
    key: &'static str,
    label: &'static str,
    hint: &'static str,
    kind: PilotKind,
) -> PilotField {
    PilotField { key, label, hint, kind }
}

impl PilotField {
    /// Returns the field with a key.
    pub fn from_key(key: &str) -> Option<&'static Self> {
        PILOT_FIELDS.iter().find(|field| field.key == key)
    }

    /// Reads what was typed, or says in a sentence what the field takes.
    pub fn read(&self, text: &str) -> Result<String, String> {
        let text = text.trim();
        fits(text, self.label)?;
        if self.kind == PilotKind::Step || text.is_empty() {
            return Ok(text.to_owned());
        }
        let plain = if self.is_share() { text.trim_end_matches('%').trim() } else { text };
        let plain = plain.replace(',', ".");
        if let Some((whole, part)) = plain.split_once('.')
            && !self.is_share()
            && reads_as_thousands(whole, part)
        {
            return Err(format!(
                "“{text}” can be read in two ways. Write {whole}{part}, or {plain}0 if a part of an hour is meant."
            ));
        }
        let most = if self.is_share() { 100.0 } else { 1_000_000.0 };
        let is_taken = plain
            .parse::<f64>()
            .is_ok_and(|number| number.is_finite() && (0.0..=most).contains(&number));
        if is_taken {
            return Ok(plain);
        }
        Err(if self.is_share() {
            format!("“{text}” is not a share from 0 to 100.")
        } else {
            format!("“{text}” is not a number of hours.")
        })
    }

    fn is_share(&self) -> bool {
        !self.key.starts_with("time_saved")
    }
}

impl PilotPlan {
    /// Returns what a field says; empty where nothing was written down.
    pub fn text(&self, key: &str) -> &str {
        self.answers.get(key).map_or("", |answer| &answer.text)
    }

    /// Counts the targets and margins that are still blank.
    pub fn promises_missing(&self) -> usize {
        promises().filter(|field| self.text(field.key).is_empty()).count()
    }

    /// Returns when the last of its targets and margins was written down, in milliseconds since 1970.
    pub fn promised_at(&self) -> Option<i64> {
        promises().filter_map(|field| self.answers.get(field.key)).map(|answer| answer.at).max()
    }
}

/// Returns whether what stands around a separator looks as if it marked thousands.
fn reads_as_thousands(whole: &str, part: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_group = (1..=3).contains(&whole.len()) && is_number(whole) && !whole.starts_with('0');
    is_group && part.len() == 3 && is_number(part)
}

fn promises() -> impl Iterator<Item = &'static PilotField> {
    PILOT_FIELDS.iter().filter(|it| matches!(it.kind, PilotKind::Target | PilotKind::Margin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(key: &str, text: &str) -> Result<String, String> {
        PilotField::from_key(key).expect("a field").read(text)
    }

    #[test]
    fn a_target_is_a_share_or_hours_and_may_be_written_as_people_do() {
        assert_eq!(read("accuracy.target", " 92,5 % "), Ok("92.5".into()));
        assert_eq!(read("accuracy.target", ""), Ok(String::new()));
        assert_eq!(
            read("accuracy.target", "920"),
            Err("“920” is not a share from 0 to 100.".into())
        );
        assert_eq!(read("time_saved.target", "120"), Ok("120".into()));
        assert_eq!(
            read("time_saved.target", "a lot"),
            Err("“a lot” is not a number of hours.".into())
        );
        assert!(read("sla_hits.margin", "NaN").is_err());
    }

    #[test]
    fn hours_that_could_be_thousands_or_decimals_are_refused_with_both() {
        let both = |text: &str, ways: &str| {
            let sentence = format!(
                "“{text}” can be read in two ways. Write {ways} if a part of an hour is meant."
            );
            assert_eq!(read("time_saved.target", text), Err(sentence));
        };
        both("1,200", "1200, or 1.2000");
        both("12.345", "12345, or 12.3450");
        assert_eq!(read("time_saved.target", "12.3450"), Ok("12.3450".into()));
        assert_eq!(read("time_saved.target", "1200"), Ok("1200".into()));
        assert_eq!(read("time_saved.target", "1,25"), Ok("1.25".into()));
        assert_eq!(read("time_saved.target", "0,125"), Ok("0.125".into()));
        assert_eq!(read("accuracy.target", "92,500"), Ok("92.500".into()));
        assert!(read("time_saved.target", "12 %").is_err());
        assert!(read("time_saved.target", "1,200,000").is_err());
    }
}
