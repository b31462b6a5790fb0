//! What a file says, in the order in which it is read: written as JSON or as YAML.

use std::fmt::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A value of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole number.
    Whole(u32),
    /// Values in a row.
    List(Vec<Tree>),
    /// Values under names.
    Map(Fields),
}

/// Values under names, in order. What is empty is left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(Vec<(String, Tree)>);

impl Fields {
    /// Adds a value, unless it is empty.
    pub fn with(mut self, name: &str, value: impl Into<Tree>) -> Self {
        self.put(name, value);
        self
    }

    /// Adds a value, unless it is empty.
    pub fn put(&mut self, name: &str, value: impl Into<Tree>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((name.to_owned(), value));
        }
    }

    /// Returns whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = &(String, Tree)> {
        self.0.iter()
    }
}

impl Tree {
    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Number(_) | Self::Whole(_) => false,
            Self::List(list) => list.is_empty(),
            Self::Map(fields) => fields.is_empty(),
        }
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Tree {
    fn from(number: u32) -> Self {
        Self::Whole(number)
    }
}

impl From<f64> for Tree {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Fields> for Tree {
    fn from(fields: Fields) -> Self {
        Self::Map(fields)
    }
}

impl<T: Into<Tree>> From<Vec<T>> for Tree {
    fn from(list: Vec<T>) -> Self {
        let list = list.into_iter().map(Into::into);
        Self::List(list.filter(|value: &Self| !value.is_empty()).collect())
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => to.serialize_str(text),
            Self::Number(number) => to.serialize_f64(*number),
            Self::Whole(number) => to.serialize_u32(*number),
            Self::List(list) => to.collect_seq(list),
            Self::Map(fields) => {
                let mut map = to.serialize_map(Some(fields.0.len()))?;
                for (name, value) in &fields.0 {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Writes a file of JSON.
pub fn json(fields: Fields) -> String {
    let mut text = serde_json::to_string_pretty(&Tree::Map(fields)).expect("names are texts");
    text.push('\n');
    text
}

/// Writes the lines of a file of YAML.
///
/// Every text stands between quotation marks on a line of its own, with all that YAML could take for a sign
/// escaped, so that no text can end, reach out of its place or be read as something else.
pub fn yaml(fields: &Fields) -> String {
    let mut out = String::new();
    write_map(&mut out, fields, 0, false);
    out
}

fn write_map(out: &mut String, fields: &Fields, depth: usize, mut is_begun: bool) {
    for (name, value) in &fields.0 {
        if !is_begun {
            indent(out, depth);
        }
        is_begun = false;
        out.push_str(name);
        out.push(':');
        write_value(out, value, depth);
    }
}

fn write_value(out: &mut String, value: &Tree, depth: usize) {
    match value {
        Tree::Map(fields) => {
            out.push('\n');
            write_map(out, fields, depth + 1, false);
        }
        Tree::List(list) => {
            out.push('\n');
            for item in list {
                indent(out, depth + 1);
                if let Tree::Map(fields) = item {
                    out.push_str("- ");
                    write_map(out, fields, depth + 2, true);
                } else {
                    out.push('-');
                    write_value(out, item, depth + 1);
                }
            }
        }
        Tree::Text(text) => {
            out.push(' ');
            quote(out, text);
            out.push('\n');
        }
        Tree::Number(number) => writeln!(out, " {number}").expect("a string takes every text"),
        Tree::Whole(number) => writeln!(out, " {number}").expect("a string takes every text"),
    }
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n("  ", depth));
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if is_printable(character) => out.push(character),
            _ => {
                let code = u32::from(character);
                let escaped =
                    if code > 0xFFFF { format!("\\U{code:08X}") } else { format!("\\u{code:04X}") };
                out.push_str(&escaped);
            }
        }
    }
    out.push('"');
}

/// Returns whether every reader of YAML takes a character as it is, on one line.
fn is_printable(character: char) -> bool {
    let is_line_or_mark = matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}');
    let is_none = u32::from(character) & 0xFFFE == 0xFFFE;
    !character.is_control() && !is_line_or_mark && !is_none
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_left_out_and_the_rest_keeps_its_order() {
        let item = Fields::default().with("b", "2").with("a", 0.5);
        let fields = Fields::default()
            .with("z", "one")
            .with("nothing", "")
            .with("list", vec![item, Fields::default()])
            .with("plain", vec!["x", ""]);
        let expected = "z: \"one\"\nlist:\n  - b: \"2\"\n    a: 0.5\nplain:\n  - \"x\"\n";
        assert_eq!(yaml(&fields), expected);
    }

    #[test]
    fn no_text_reaches_out_of_its_place() {
        let fields = Fields::default().with("text", "a\n---\n\"b\"\\ \u{85}\u{2028}\u{0}\u{1FFFE}");
        let expected = "text: \"a\\n---\\n\\\"b\\\"\\\\ \\u0085\\u2028\\u0000\\U0001FFFE\"\n";
        assert_eq!(yaml(&fields), expected);
    }
}
