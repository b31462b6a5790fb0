//! What a card becomes in a bill of materials.

use domain::card::{Content, Item, form};
use jiff::Timestamp;
use uuid::Uuid;

use super::schema::is_spdx;
use crate::Card;
use crate::formats::answers::told_about;
use crate::formats::links::link;
use crate::formats::tree::{Fields, Tree};

/// The fields that have a place of their own; what has none becomes a property.
const PLACED: [&str; 18] = [
    "title",
    "summary",
    "vendor",
    "provider",
    "licence",
    "model",
    "sources",
    "training_data",
    "metrics",
    "users",
    "intended_use",
    "out_of_scope",
    "limitations",
    "failures",
    "trade_offs",
    "slices_tested",
    "largest_gap",
    "fairness_action",
];

/// The columns of a metric that the standard knows.
const PLACED_COLUMNS: [(&str, &[&str]); 2] = [
    ("metrics", &["metric", "value", "slice", "low", "high"]),
    ("sources", &["name", "sensitivity"]),
];

/// Returns a bill of materials with a component for each card.
pub fn bill(cards: &[Card<'_>], serial_number: Uuid, made_at: Timestamp) -> Fields {
    let version = cards.first().map_or("", |card| card.made_by);
    let tool = Fields::default()
        .with("type", "application")
        .with("name", "Trilane")
        .with("version", version);
    let tools = Fields::default().with("components", vec![tool]);
    let metadata = Fields::default().with("timestamp", timestamp(made_at)).with("tools", tools);
    let components = cards.iter().enumerate().map(|(place, card)| component(place, card));
    Fields::default()
        .with("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
        .with("bomFormat", "CycloneDX")
        .with("specVersion", "1.6")
        .with("serialNumber", format!("urn:uuid:{serial_number}"))
        .with("version", 1)
        .with("metadata", metadata)
        .with("components", components.collect::<Vec<_>>())
}

/// Seconds are enough, and every reader takes them.
fn timestamp(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn component(place: usize, card: &Card<'_>) -> Fields {
    let content = card.content;
    let title = content.text("title");
    let name = if title.is_empty() { "Untitled card" } else { title };
    // One card may be there in several versions, and a reference must be the only one.
    let reference = format!("card-{}-{}", place + 1, card.id);
    Fields::default()
        .with("type", "machine-learning-model")
        .with("bom-ref", reference.as_str())
        .with("supplier", organisation(content.text("vendor")))
        .with("manufacturer", organisation(content.text("provider")))
        .with("name", name)
        .with("version", card.version.unwrap_or_default())
        .with("description", content.text("summary"))
        .with("licenses", licences(content.text("licence")))
        .with("modelCard", model_card(card, &reference))
}

fn organisation(name: &str) -> Fields {
    Fields::default().with("name", name)
}

fn licences(licence: &str) -> Vec<Fields> {
    if licence.is_empty() {
        return Vec::new();
    }
    let key = if is_spdx(licence) { "id" } else { "name" };
    let licence = Fields::default().with(key, licence);
    vec![Fields::default().with("license", licence)]
}

fn model_card(card: &Card<'_>, reference: &str) -> Fields {
    let content = card.content;
    let parameters = Fields::default()
        .with("modelArchitecture", content.text("model"))
        .with("datasets", datasets(content));
    let metrics: Vec<Fields> = content.items("metrics").iter().map(metric).collect();
    Fields::default()
        .with("bom-ref", format!("{reference}-model-card"))
        .with("modelParameters", parameters)
        .with("quantitativeAnalysis", Fields::default().with("performanceMetrics", metrics))
        .with("considerations", considerations(content))
        .with("properties", properties(card))
}

fn datasets(content: &Content) -> Vec<Fields> {
    let sources = content.items("sources").iter().map(|item| {
        let url = link(item.text("link")).unwrap_or_default();
        Fields::default()
            .with("type", "dataset")
            .with("name", item.text("name"))
            .with("contents", Fields::default().with("url", url))
            .with("classification", item.text("sensitivity"))
    });
    let training = content.text("training_data");
    let training = (!training.is_empty()).then(|| {
        Fields::default()
            .with("type", "dataset")
            .with("name", "Training and tuning data")
            .with("description", training)
    });
    sources.chain(training).collect()
}

fn metric(item: &Item) -> Fields {
    let interval = Fields::default()
        .with("lowerBound", item.text("low"))
        .with("upperBound", item.text("high"));
    Fields::default()
        .with("type", item.text("metric"))
        .with("value", item.text("value"))
        .with("slice", item.text("slice"))
        .with("confidenceInterval", interval)
}

fn considerations(content: &Content) -> Fields {
    let text = |key: &str| content.text(key);
    let out_of_scope = match text("out_of_scope") {
        "" => String::new(),
        text => format!("Not meant for: {text}"),
    };
    let fairness = Fields::default()
        .with("groupAtRisk", text("slices_tested"))
        .with("harms", text("largest_gap"))
        .with("mitigationStrategy", text("fairness_action"));
    Fields::default()
        .with("users", vec![text("users")])
        .with("useCases", vec![text("intended_use").to_owned(), out_of_scope])
        .with("technicalLimitations", vec![text("limitations"), text("failures")])
        .with("performanceTradeoffs", vec![text("trade_offs")])
        .with("fairnessAssessments", vec![fairness])
}

/// Tells what has no place of its own, and where the card stands.
fn properties(card: &Card<'_>) -> Vec<Fields> {
    let mut properties = Vec::new();
    let mut put = |name: String, value: &str| {
        if !value.is_empty() {
            let name = format!("lanecard:{name}");
            properties.push(Fields::default().with("name", name).with("value", value));
        }
    };
    tell(&mut put, "card", &Tree::Map(told_about(card)));
    for field in form::fields() {
        if !PLACED.contains(&field.key) {
            put(field.key.to_owned(), card.content.text(field.key));
        }
        let placed = PLACED_COLUMNS.iter().find(|(list, _)| *list == field.key);
        let placed = placed.map_or(&[][..], |(_, columns)| *columns);
        for (number, item) in card.content.items(field.key).iter().enumerate() {
            for column in field.columns().unwrap_or(&[]) {
                let text = item.text(column.key);
                let is_link =
                    field.key == "sources" && column.key == "link" && link(text).is_some();
                if !placed.contains(&column.key) && !is_link {
                    put(format!("{}:{}:{}", field.key, number + 1, column.key), text);
                }
            }
        }
    }
    properties
}

fn tell(put: &mut impl FnMut(String, &str), name: &str, tree: &Tree) {
    match tree {
        Tree::Map(fields) => {
            fields.iter().for_each(|(key, value)| tell(put, &format!("{name}:{key}"), value));
        }
        Tree::Text(text) => put(name.to_owned(), text),
        Tree::List(_) | Tree::Number(_) | Tree::Whole(_) => {}
    }
}
