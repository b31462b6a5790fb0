//! What columns are counted in, as people write it under a header.

/// Returns whether a text is a unit or a range and no value.
pub(super) fn is_unit(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let inner = text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '.' | ' '));
    let parts: Vec<&str> =
        inner.split(['-', '–', '/']).flat_map(|part| part.split(" to ")).map(str::trim).collect();
    let is_range =
        parts.len() == 2 && parts.iter().all(|part| part.len() < 4 && part.parse::<u32>().is_ok());
    let is_known = |word: &str| {
        matches!(
            word,
            "" | "#"
                | "%"
                | "€"
                | "$"
                | "£"
                | "eur"
                | "usd"
                | "no"
                | "number"
                | "count"
                | "text"
                | "name"
                | "date"
                | "yes"
                | "min"
                | "mins"
                | "minutes"
                | "h"
                | "hr"
                | "hrs"
                | "hours"
                | "days"
                | "month"
                | "mo"
                | "week"
                | "year"
                | "per"
                | "scale"
                | "score"
                | "points"
                | "anzahl"
                | "stunden"
                | "minuten"
                | "monat"
                | "pro"
                | "item"
                | "items"
                | "tasks"
        )
    };
    let words = || inner.split(|c: char| c == '/' || c.is_whitespace());
    is_range || words().all(is_known)
}

#[cfg(test)]
mod tests {
    use super::is_unit;

    #[test]
    fn units_and_ranges_are_no_values() {
        for unit in
            ["(1-5)", "1–5", "1 to 5", "min", "hours / month", "%", "[€]", "items per month"]
        {
            assert!(is_unit(unit), "{unit}");
        }
        for value in ["4", "high", "Ana", "2026-05", "mail, chat"] {
            assert!(!is_unit(value), "{value}");
        }
    }
}
