//! The parts of the page: what a reader must know, in the order in which they ask.

use domain::card::{Content, EventKind, Item, fingerprint};

use super::answers::{answer, line, lines, missing, needed, of, pair};
use super::standing::{day, day_of, doubt, version};
use super::{Block, Line, Mark, Part, Text, tables};
use crate::Card;

/// How many digits of a prompt's SHA-256 are printed. The full card holds all.
const DIGITS: usize = 16;

/// Returns every part of the page.
pub(super) fn blocks(card: &Card<'_>) -> Vec<Block> {
    let content = card.content;
    vec![
        block("identity", "Who answers for it", None, identity(card)),
        block("matrix", "Tasks and lanes", Some(Mark::FilledIn), vec![tables::tasks(content)]),
        block("purpose", "Purpose", None, purpose(content)),
        block("component", "Component and sources", None, component(content)),
        block("oversight", "Oversight and escalation", None, oversight(content)),
        block("evidence", "Evidence", Some(Mark::AsEntered), evidence(content)),
        block("limits", "Limits", None, limits(content)),
        block("sign_off", "Sign-off", Some(Mark::AsEntered), sign_off(card)),
    ]
}

fn block(key: &str, heading: &str, mark: Option<Mark>, parts: Vec<Part>) -> Block {
    // Where nothing is said yet, there is nothing to mark.
    let says = |part: &Part| match part {
        Part::Pair(pair) => pair.lines.iter().flatten().any(|text| !text.is_missing),
        Part::Table(_) => true,
    };
    let mark = mark.filter(|_| parts.iter().any(says));
    Block { key: key.to_owned(), heading: heading.to_owned(), mark, parts }
}

fn identity(card: &Card<'_>) -> Vec<Part> {
    let content = card.content;
    let mut owners: Vec<Line> = content
        .items("owners")
        .iter()
        .map(|it| columns(it, "owners", &["name", "role", "contact"]))
        .collect();
    if owners.is_empty() {
        owners.push(vec![missing("owners", "No owner named yet")]);
    }
    let approver = needed(content, "approver", "No accountable approver named yet");
    let changes = if card.changes.is_empty() { vec![] } else { vec![Text::ours(card.changes)] };
    [
        lines("Owners", owners),
        pair("Approver", vec![approver]),
        pair("Replaces", line([answer(content, "supersedes")], "")),
        pair("What changed", changes),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn purpose(content: &Content) -> Vec<Part> {
    [
        pair("Intended use", vec![needed(content, "intended_use", "No intended use named yet")]),
        pair("Not meant for", vec![needed(content, "out_of_scope", "Nothing ruled out yet")]),
        pair("Used by", line([answer(content, "users")], "")),
        pair("Affects", line([answer(content, "people_affected")], "")),
        pair("Channels", line([answer(content, "channels"), answer(content, "languages")], " · ")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn component(content: &Content) -> Vec<Part> {
    let of_field = |key| answer(content, key);
    let model = line([of_field("model"), of_field("model_version")], ", ");
    let model = if model.is_empty() { vec![missing("model", "No model named yet")] } else { model };
    let mut sources: Vec<Line> = content
        .items("sources")
        .iter()
        .map(|item| {
            let refreshed = of(item, "sources", "refreshed").after_words("refreshed ");
            let [name, link, sensitivity] =
                ["name", "link", "sensitivity"].map(|column| of(item, "sources", column));
            line([name, link, refreshed, sensitivity], " · ")
        })
        .collect();
    if sources.is_empty() {
        sources.push(vec![missing("sources", "No sources named yet")]);
    }
    let engine = needed(content, "engine", "Not said yet");
    let [vendor, provider] = ["vendor", "provider"].map(of_field);
    let engine = line([engine, vendor, provider.after_words("model by ")], " · ");
    [
        pair("Engine", engine),
        pair("Model", model),
        pair("Where", line(["deployment", "region"].map(of_field), " · ")),
        pair("Prompt", prompt(content)),
        lines("Sources", sources),
        pair("Training data", line([of_field("training_data")], "")),
        pair("Tools", line([of_field("tools")], "")),
        pair("Grounding", line([of_field("grounding")], "")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The prompt is told by its version and its SHA-256: it is too long for a page, and not for every reader.
fn prompt(content: &Content) -> Line {
    let text = content.text("prompt");
    let is_rules = content.text("engine") == "rules";
    if text.is_empty() && is_rules {
        return vec![];
    }
    if text.is_empty() {
        let missing = missing("prompt", "No prompt recorded yet");
        return line([answer(content, "prompt_version"), missing], " · ");
    }
    let digits: String = fingerprint(text).chars().take(DIGITS).collect();
    line([answer(content, "prompt_version"), Text::ours(format!("SHA-256 {digits}…"))], " · ")
}

fn oversight(content: &Content) -> Vec<Part> {
    let of_field = |key| answer(content, key);
    let confidence = needed(content, "confidence_threshold", "No threshold set yet")
        .after_words("A person decides below ")
        .with_unit("\u{a0}%");
    let confidence = vec![vec![confidence], line([of_field("threshold_basis")], "")];
    let within = of_field("review_within").after_words("within\u{a0}").with_unit("\u{a0}h");
    let stop = needed(content, "stop", "No way to stop it named yet");
    [
        lines("Confidence", confidence),
        pair("Value", line([of_field("value_threshold").after_words("A person decides: ")], "")),
        pair("Other triggers", line([of_field("triggers")], "")),
        pair("Reviewed", line([of_field("reviewers").after_words("by "), within], ", ")),
        Some(tables::escalation(content)),
        pair("Stop", vec![stop]),
        pair("Rollback", line([of_field("rollback")], "")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn evidence(content: &Content) -> Vec<Part> {
    [
        Some(tables::metrics(content)),
        pair("Period", line([answer(content, "evidence_period")], "")),
        pair("Right answers", line([answer(content, "evidence_labels")], "")),
        pair("Overruled", line([answer(content, "overrides")], "")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn limits(content: &Content) -> Vec<Part> {
    [
        pair("Known limits", vec![needed(content, "limitations", "No limits named yet")]),
        pair("Failures", line([answer(content, "failures")], "")),
        pair("Trade-offs", line([answer(content, "trade_offs")], "")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn sign_off(card: &Card<'_>) -> Vec<Part> {
    let Some((event, state)) = card.approval else {
        let nobody = Text { is_missing: true, ..Text::ours("Nobody has approved it yet") };
        return pair("Approved by", vec![nobody]).into_iter().collect();
    };
    let told = |text: &str| line([Text::ours(text)], "");
    let limited = if event.kind == EventKind::Restrict { "within limits" } else { "" };
    let number = if event.version.is_empty() { String::new() } else { version(&event.version) };
    let until = event.until.map_or("No last day".to_owned(), day);
    let when = day_of(event).map_or(String::new(), |day| format!("on {day}"));
    let parts = [
        pair("Approved by", line([&event.name, &event.role].map(Text::ours), ", ")),
        pair("What", line([number, limited.to_owned(), when].map(Text::ours), ", ")),
        pair("Holds until", told(&until)),
        pair(
            "Conditions",
            told(if event.conditions.is_empty() { "None" } else { &event.conditions }),
        ),
        pair("Reason", told(&event.reason)),
        pair("Look at this", told(&doubt(event, state).unwrap_or_default())),
    ];
    parts.into_iter().flatten().collect()
}

fn columns(item: &Item, list: &str, keys: &[&str]) -> Line {
    line(keys.iter().map(|key| of(item, list, key)), " · ")
}
