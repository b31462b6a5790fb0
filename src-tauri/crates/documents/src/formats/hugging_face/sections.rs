//! The text of a foreign card: which section answers which field.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use domain::card::{Kind, form};

use super::titles::{ANSWERS, LINES, SUMMARIES, TEMPLATE_REMARKS, TEMPLATE_TITLES};
use crate::formats::imported::Reading;

/// How many sections a card has at most; a text with more is kept as it is.
const MOST_SECTIONS: usize = 2_000;

/// The longest text that becomes the sentence at the top of a card, in characters.
const LONGEST_SUMMARY: usize = 400;

/// A part of the text: a heading, and what stands below it until the next one.
struct Part<'a> {
    /// How deep its heading is; 0 for what stands before the first one.
    level: usize,
    title: String,
    /// All of it, word for word.
    source: &'a str,
    /// What stands below its heading.
    body: &'a str,
}

/// Reads the sections of a text.
pub fn read(reading: &mut Reading, text: &str) {
    let Some(parts) = parts(text) else {
        return reading.keep("the text, which has more headings than a card", text.trim());
    };
    let mut within: Option<(usize, &str)> = None;
    for part in parts {
        if within.is_some_and(|(level, _)| part.level <= level) {
            within = None;
        }
        let title = plain_title(&part.title);
        let body = without_template(part.body);
        if part.level == 1 && reading.content().text("title").is_empty() {
            let called = part.title.trim();
            let called = called.strip_prefix("Model Card for ").unwrap_or(called);
            reading.add("title", called.strip_prefix("Model card: ").unwrap_or(called));
            summarise(reading, &body);
            if !is_summary(reading, &body) {
                keep(reading, &part.title, &body);
            }
        } else if let Some((_, field)) = ANSWERS.iter().find(|(known, _)| *known == title) {
            within = Some((part.level, field));
            add(reading, field, &part, &body);
        } else if SUMMARIES.contains(&title.as_str()) {
            let rest = read_lines(reading, &body);
            summarise(reading, &rest);
            if !is_summary(reading, &rest) {
                keep_with_heading(reading, &part, &rest);
            }
        } else if let Some((_, field)) = within.filter(|_| !body.is_empty()) {
            let source = format!("{}\n\n{body}", heading(&part));
            add(reading, field, &part, &source);
        } else {
            let rest = read_lines(reading, &body);
            keep_with_heading(reading, &part, &rest);
        }
    }
}

/// Adds a section to a field; one of many lines does not fit where one line is asked.
fn add(reading: &mut Reading, field: &str, part: &Part<'_>, text: &str) {
    let is_line = form::field(field).is_some_and(|field| matches!(field.kind, Kind::Line));
    if is_line && text.contains('\n') {
        keep_with_heading(reading, part, text);
    } else {
        reading.add(field, text);
    }
}

/// Keeps a section. Without a text it is kept for its heading, unless the template put that there.
fn keep_with_heading(reading: &mut Reading, part: &Part<'_>, text: &str) {
    if text.is_empty() && TEMPLATE_TITLES.contains(&plain_title(&part.title).as_str()) {
        return;
    }
    let source = format!("{}\n\n{text}", heading(part));
    keep(reading, &part.title, source.trim());
}

fn keep(reading: &mut Reading, title: &str, text: &str) {
    let what = if title.is_empty() {
        "the text before the first heading".to_owned()
    } else {
        format!("“{title}”")
    };
    if !text.is_empty() {
        reading.keep(what, text);
    }
}

fn heading<'a>(part: &Part<'a>) -> &'a str {
    part.source[..part.source.len() - part.body.len()].trim()
}

/// Takes the first paragraph as the sentence at the top, if it can be one.
fn summarise(reading: &mut Reading, text: &str) {
    let first = text.split("\n\n").next().unwrap_or_default();
    let line = first.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
    let is_prose = line.starts_with(|it: char| it.is_alphanumeric());
    let is_free = reading.content().text("summary").is_empty();
    if is_free && is_prose && line.chars().count() <= LONGEST_SUMMARY {
        reading.add("summary", &line);
    }
}

fn is_summary(reading: &Reading, text: &str) -> bool {
    text.is_empty() || reading.content().text("summary") == text
}

/// Takes the lines that name a field and its answer; returns the others.
fn read_lines(reading: &mut Reading, text: &str) -> String {
    let mut others = String::new();
    for line in text.split_inclusive('\n') {
        let answer = labelled(line).and_then(|(label, value)| {
            let label = plain_title(label);
            let (_, field) = LINES.iter().find(|(known, _)| *known == label)?;
            Some((field, value))
        });
        match answer {
            Some((field, value)) if !is_placeholder(value) => reading.add(field, value),
            Some(_) => {}
            None if labelled(line).is_some_and(|(_, value)| is_placeholder(value)) => {}
            None => others.push_str(line),
        }
    }
    others.trim().to_owned()
}

/// Returns label and value of a line such as `- **Developed by:** us`.
fn labelled(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let line = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).unwrap_or(line);
    let (label, value) = line.trim_start().strip_prefix("**")?.split_once("**")?;
    let value = if label.trim_end().ends_with(':') {
        value
    } else {
        value.trim_start().strip_prefix(':')?
    };
    Some((label, value.trim()))
}

fn is_placeholder(value: &str) -> bool {
    value.is_empty()
        || value.eq_ignore_ascii_case("[More Information Needed]")
        || value.starts_with("{{")
}

/// Returns a text without what the Hub's template says where nobody wrote anything.
fn without_template(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, remark)) = rest.split_once("<!--") {
        let Some((remark, after)) = remark.split_once("-->") else { break };
        let is_template =
            TEMPLATE_REMARKS.iter().any(|start| remark.trim_start().starts_with(start));
        out.push_str(before);
        if !is_template {
            out.extend(["<!--", remark, "-->"]);
        }
        rest = after;
    }
    out.push_str(rest);
    let text = out.trim();
    if is_placeholder(text) { String::new() } else { text.to_owned() }
}

/// Returns a title in small letters, without signs.
fn plain_title(title: &str) -> String {
    let title = title.to_lowercase().replace("[optional]", " ");
    let words = title.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Splits a text at its headings; nothing where there are too many.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut headings: Vec<(usize, String, std::ops::Range<usize>)> = Vec::new();
    let mut depth = 0_usize;
    let mut is_in_heading = false;
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                is_in_heading = true;
                headings.push((level as usize, String::new(), range));
            }
            Event::End(TagEnd::Heading(_)) => is_in_heading = false,
            Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => depth = depth.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if is_in_heading => {
                if let Some((_, title, _)) = headings.last_mut() {
                    title.push_str(&words);
                }
            }
            _ => {}
        }
        if headings.len() > MOST_SECTIONS {
            return None;
        }
    }
    let ends: Vec<usize> =
        headings.iter().skip(1).map(|(_, _, range)| range.start).chain([text.len()]).collect();
    let first = headings.first().map_or(text.len(), |(_, _, range)| range.start);
    let before =
        Part { level: 0, title: String::new(), source: &text[..first], body: &text[..first] };
    let parts = headings.into_iter().zip(ends).map(|((level, title, range), end)| Part {
        level,
        title,
        source: &text[range.start..end],
        body: &text[range.end..end],
    });
    Some([before].into_iter().chain(parts).collect())
}
