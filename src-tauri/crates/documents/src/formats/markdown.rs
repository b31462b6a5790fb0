//! What a person wrote, as text of a Markdown file: shown as it is, never a sign.

/// The signs that mean something wherever they stand. A backslash itself is written by its number, because
/// two of them begin a formula on some sites.
const SIGNS: &str = "*_[]<>#|~^$&`{}";

/// The signs that mean something at the beginning of a line.
const SIGNS_AT_FIRST: &str = "-+=:";

/// Returns a text on one line, for a place that is not at the beginning of one.
pub fn inline(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::new();
    words.join(" ").chars().for_each(|it| push(&mut out, it, false));
    out
}

/// Returns a text with its paragraphs and its line ends.
pub fn block(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(line).collect();
    let mut out = String::new();
    for (place, line) in lines.iter().enumerate() {
        out.push_str(line);
        let next = lines.get(place + 1);
        let is_within = !line.is_empty() && next.is_some_and(|next| !next.is_empty());
        // A line that ends in a backslash breaks there.
        out.push_str(if is_within { "\\\n" } else { "\n" });
    }
    out.trim_matches('\n').to_owned()
}

/// Returns a text as code between fences that it cannot close.
pub fn fenced(text: &str) -> String {
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

fn line(text: &str) -> String {
    let text = text.trim_end();
    let start = text.trim_start();
    let blanks = text.chars().count() - start.chars().count();
    let mut out = "&nbsp;".repeat(blanks);
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let numbers = start[digits..].starts_with(['.', ')']).then_some(digits);
    for (place, character) in start.chars().enumerate() {
        let is_at_first = place == 0 && SIGNS_AT_FIRST.contains(character);
        push(&mut out, character, is_at_first || numbers == Some(place));
    }
    out
}

fn push(out: &mut String, character: char, is_sign: bool) {
    match character {
        '\\' => out.push_str("&#92;"),
        _ if is_sign || SIGNS.contains(character) => out.extend(['\\', character]),
        _ if character.is_control() && character != '\t' => {}
        _ => out.push(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_shown() {
        assert_eq!(inline("a *b* [c](d) <e> \\(f"), r"a \*b\* \[c\](d) \<e\> &#92;(f");
        assert_eq!(block("- a\n1. b\n\n---"), "\\- a\\\n1\\. b\n\n\\---");
        assert_eq!(block("    code"), "&nbsp;&nbsp;&nbsp;&nbsp;code");
        assert_eq!(fenced("a ```` b"), "`````text\na ```` b\n`````");
    }
}
