//! The YAML before a README.md, and where it ends.

use std::collections::HashMap;

use serde_json::{Map, Value};
use serde_saphyr::Error;
use serde_saphyr::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};

use crate::formats::imported::Refused;

/// How deep the fields of a card are nested at most.
const DEEPEST: usize = 64;

/// How many values the fields of a card hold at most.
const MOST_VALUES: usize = 100_000;

/// A README.md in its two parts.
#[derive(Debug)]
pub struct Front<'a> {
    /// The YAML, word for word.
    yaml: &'a str,
    /// What stands below it.
    pub body: &'a str,
    /// What the YAML says.
    pub fields: Map<String, Value>,
    /// How it says it, by field.
    written: HashMap<&'a str, &'a str>,
}

impl Front<'_> {
    /// Returns a field word for word, or as it was read where it is written in an odd way.
    pub fn verbatim(&self, key: &str) -> String {
        self.written.get(key).map_or_else(
            || format!("{key}: {}", self.fields.get(key).unwrap_or(&Value::Null)),
            |text| text.trim_end().to_owned(),
        )
    }

    /// Returns what the YAML says beside its fields: the lines before the first of them.
    pub fn preamble(&self) -> &str {
        let before = self.yaml.split_inclusive('\n').take_while(|line| name(line).is_none());
        let length: usize = before.map(str::len).sum();
        if self.written.is_empty() { "" } else { self.yaml[..length].trim() }
    }
}

/// Splits a README.md. Without YAML before it, all of it is its body.
pub fn split(text: &str) -> Result<Front<'_>, Refused> {
    let Some((before, yaml, body)) = parts(text) else {
        return Ok(Front { yaml: "", body: text, fields: Map::new(), written: HashMap::new() });
    };
    let fields = parse(yaml, before)?;
    Ok(Front { yaml, body, written: written(yaml, &fields), fields })
}

/// Returns how many lines stand before the YAML, the YAML, and the rest.
fn parts(text: &str) -> Option<(usize, &str, &str)> {
    let blank = text.len() - text.trim_start_matches('\n').len();
    let (first, yaml) = text[blank..].split_once('\n')?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((blank + 1, &yaml[..at], &yaml[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// Reads YAML that stands below this many lines.
pub fn parse(yaml: &str, lines_before: usize) -> Result<Map<String, Value>, Refused> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: DEEPEST,
            flow_nesting_limit: DEEPEST,
            max_aliases: 100,
            max_anchors: 100,
            max_documents: 1,
            max_nodes: MOST_VALUES,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 10_000,
            max_replay_stack_depth: 8,
            max_alias_expansions_per_anchor: 100,
        },
        duplicate_keys: DuplicateKeyPolicy::Error,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    };
    let value: Value = serde_saphyr::from_str_with_options(yaml, options)
        .map_err(|error| Refused::because(trouble(yaml, lines_before, &error)))?;
    match value {
        Value::Object(fields) => Ok(fields),
        Value::Null => Ok(Map::new()),
        _ => Err(Refused::because(
            "What stands between the lines “---” at the beginning of this file is no list of fields, \
            such as “license: mit”.",
        )),
    }
}

fn trouble(yaml: &str, lines_before: usize, error: &Error) -> String {
    let reason = match cause(error) {
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => {
            "is longer, deeper or more entangled than a model card ever is".to_owned()
        }
        Error::DuplicateMappingKey { key: Some(key), .. } => format!("says “{key}” twice"),
        _ => "cannot be read as YAML".to_owned(),
    };
    let Some(location) = error.location() else {
        return format!("What stands before the text of this card {reason}.");
    };
    let (line, column) = (usize::try_from(location.line()).unwrap_or(1), location.column());
    let written = yaml.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
    let shown: String = written.chars().filter(|it| !it.is_control()).take(60).collect();
    let shown = if shown.is_empty() { String::new() } else { format!(": “{shown}”") };
    let line = line + lines_before;
    format!(
        "What stands before the text of this card {reason}, at line {line}, column {column}{shown}."
    )
}

/// Returns what is wrong under an alias that leads there.
fn cause(error: &Error) -> &Error {
    match error.without_snippet() {
        Error::AliasError { error, .. } => cause(error),
        other => other,
    }
}

/// Returns the fields of the YAML, word for word; none where it is written in another way than a field a line.
///
/// A field begins on a line that begins with its name and reaches to the next such line.
fn written<'a>(yaml: &'a str, fields: &Map<String, Value>) -> HashMap<&'a str, &'a str> {
    let blocks = blocks(yaml);
    let is_plain = blocks.len() == fields.len();
    let is_known = blocks.iter().all(|(key, _)| fields.contains_key(*key));
    if is_plain && is_known { blocks.into_iter().collect() } else { HashMap::new() }
}

fn blocks(yaml: &str) -> Vec<(&str, &str)> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        starts.extend(name(line).map(|name| (name, at)));
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(_, at)| *at).chain([yaml.len()]);
    starts.iter().zip(ends).map(|((name, start), end)| (*name, &yaml[*start..end])).collect()
}

fn name(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(':')?;
    let is_name = name.starts_with(|it: char| it.is_alphanumeric() || "\"'_".contains(it));
    is_name.then(|| name.trim_end().trim_matches(['"', '\'']))
}
