//! The text of our README.md: the sections of the Hub's template where they fit, then the rest of the form.

use domain::card::{Approval, CardEvent, CardField, Kind, form};

use crate::Card;
use crate::formats::markdown::{block, fenced, inline};

/// The sections of the template, with what goes there.
const TEMPLATE: &[(&str, &[&str])] = &[
    (
        "## Model Details",
        &[
            "engine",
            "vendor",
            "provider",
            "model",
            "model_version",
            "deployment",
            "region",
            "languages",
            "licence",
            "base_model",
            "multimodal",
            "owners",
            "approver",
            "supersedes",
        ],
    ),
    ("## Uses", &["users", "people_affected", "channels"]),
    ("### Direct Use", &["intended_use"]),
    ("### Out-of-Scope Use", &["out_of_scope"]),
    ("## Bias, Risks, and Limitations", &["limitations", "failures", "grounding", "trade_offs"]),
    ("## Training Details", &[]),
    ("### Training Data", &["training_data"]),
    ("## Evaluation", &["evidence_period", "evidence_labels", "metrics", "overrides"]),
    ("## Technical Specifications", &["prompt_version", "prompt", "tools", "sources", "settings"]),
];

/// What stands at the top, and so in no section.
const AT_TOP: [&str; 2] = ["title", "summary"];

/// Writes the text of a card.
pub fn write(card: &Card<'_>) -> String {
    let title = card.content.text("title");
    let title = if title.is_empty() { "Untitled card" } else { title };
    let mut out = format!("# Model Card for {}\n\n", inline(title));
    push(&mut out, &block(card.content.text("summary")));
    push(&mut out, &standing(card));
    for (heading, keys) in TEMPLATE {
        let fields = keys.iter().filter_map(|key| form::field(key));
        let section = section(card, fields);
        let has_below = *heading == "## Uses" || *heading == "## Training Details";
        if !section.is_empty() || has_below && is_answered_below(card, heading) {
            push(&mut out, heading);
            push(&mut out, &section);
        }
    }
    for part in form::SECTIONS {
        let section = section(card, part.fields.iter().filter(|field| !is_in_template(field)));
        if !section.is_empty() {
            push(&mut out, &format!("## {}", part.title));
            push(&mut out, &section);
        }
    }
    push(&mut out, &origin(card));
    out
}

fn is_in_template(field: &CardField) -> bool {
    AT_TOP.contains(&field.key) || TEMPLATE.iter().any(|(_, keys)| keys.contains(&field.key))
}

/// Returns whether a section below this one, and deeper, says something.
fn is_answered_below(card: &Card<'_>, heading: &str) -> bool {
    let below = TEMPLATE.iter().skip_while(|(it, _)| *it != heading).skip(1);
    let mut below = below.take_while(|(it, _)| it.starts_with("###"));
    below.any(|(_, keys)| keys.iter().any(|key| !card.content.text(key).is_empty()))
}

fn section<'a>(card: &Card<'_>, fields: impl Iterator<Item = &'a CardField>) -> String {
    let fields: Vec<&CardField> = fields.collect();
    let is_alone = fields.len() == 1;
    let mut lines = String::new();
    let mut out = String::new();
    for field in fields {
        let text = card.content.text(field.key);
        let label = field.label;
        match field.kind {
            Kind::List(columns) => push(&mut out, table(card, field, columns).trim_end()),
            _ if text.is_empty() => {}
            Kind::Text if is_alone => push(&mut out, &block(text)),
            Kind::Text => push(&mut out, &format!("**{label}:**\n\n{}", block(text))),
            Kind::Prompt => {
                let hash = domain::card::fingerprint(text);
                push(&mut out, &format!("**{label}** (SHA-256 {hash}):\n\n{}", fenced(text)));
            }
            _ => {
                lines.push_str("- **");
                lines.push_str(label);
                lines.push_str(":** ");
                lines.push_str(&inline(field.words(text)));
                lines.push('\n');
            }
        }
    }
    let mut whole = String::new();
    push(&mut whole, lines.trim_end());
    push(&mut whole, out.trim_end());
    whole.trim_end().to_owned()
}

fn table(card: &Card<'_>, list: &CardField, columns: &[CardField]) -> String {
    let items = card.content.items(list.key);
    if items.is_empty() {
        return String::new();
    }
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = format!("**{}:**\n\n", list.label);
    out.push_str(&row(columns.iter().map(|column| column.label.to_owned()).collect()));
    out.push_str(&row(columns.iter().map(|_| "---".to_owned()).collect()));
    for item in items {
        let cell = |column: &CardField| inline(column.words(item.text(column.key)));
        out.push_str(&row(columns.iter().map(cell).collect()));
    }
    out
}

/// Tells where the card stands.
fn standing(card: &Card<'_>) -> String {
    let line = |label: &str, text: &str| format!("- **{label}:** {text}");
    let mut lines = vec![
        line("Status", card.status.name()),
        line("Version", &inline(card.version.unwrap_or("none yet"))),
    ];
    if let Some((event, state)) = card.approval {
        lines.push(line("Approval", &approval(event, state)));
        if !event.conditions.is_empty() {
            lines.push(line("Conditions", &inline(&event.conditions)));
        }
    }
    if !card.changes.is_empty() {
        lines.push(line("Changes", &inline(card.changes)));
    }
    lines.join("\n")
}

fn approval(event: &CardEvent, state: Approval) -> String {
    let who = [&event.name, &event.role].map(|text| inline(text));
    let who: Vec<String> = who.into_iter().filter(|text| !text.is_empty()).collect();
    let state = match state {
        Approval::Holds => "in force",
        Approval::Stale => "no longer in force, because the card or its tasks changed",
        Approval::Expired => "no longer in force, because its last day is over",
    };
    let until = event.until.map_or_else(String::new, |until| format!(", until {until}"));
    format!("{} by {}, {state}{until}", event.kind.past(), who.join(", "))
}

fn origin(card: &Card<'_>) -> String {
    let (made_by, made_on, workspace) =
        (inline(card.made_by), card.made_on, inline(card.workspace));
    let head: String = card.chain_head.chars().take(20).collect();
    format!(
        "## More Information\n\nMade by Trilane {made_by} on {made_on} from the workspace {workspace}. Names are as \
        entered.\n\n- **Card:** {}\n- **SHA-256 of its answers:** {}\n- **Head of the audit trail:** {}\n",
        inline(card.id),
        card.content.hash(),
        inline(&head),
    )
}

fn push(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(text);
        out.push_str("\n\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_template_is_one_of_the_form() {
        let keys = TEMPLATE.iter().flat_map(|(_, keys)| *keys);
        assert!(keys.chain(&AT_TOP).all(|key| form::field(key).is_some()));
    }
}
