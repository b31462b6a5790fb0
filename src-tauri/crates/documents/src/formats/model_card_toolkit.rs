//! The JSON of Google's Model Card Toolkit, schema v0.0.2. Its makers have stopped; other tools still read it.

use domain::card::{Content, Item};

use super::links::link;
use super::tree::{Fields, json};
use crate::Card;

/// Writes a card for the Model Card Toolkit. It has no place for most of a card: a person reads the rest elsewhere.
pub fn to_model_card_toolkit(card: &Card<'_>) -> String {
    let content = card.content;
    let metrics: Vec<Fields> = content.items("metrics").iter().map(metric).collect();
    json(
        Fields::default()
            .with("schema_version", "0.0.2")
            .with("model_details", details(card))
            .with("model_parameters", parameters(content))
            .with("quantitative_analysis", Fields::default().with("performance_metrics", metrics))
            .with("considerations", considerations(content)),
    )
}

fn details(card: &Card<'_>) -> Fields {
    let content = card.content;
    let owner = |item: &Item| {
        Fields::default().with("name", item.text("name")).with("contact", item.text("contact"))
    };
    let version = Fields::default()
        .with("name", card.version.unwrap_or_default())
        .with("date", card.made_on.to_string())
        .with("diff", card.changes);
    let licence = Fields::default().with("custom_text", content.text("licence"));
    let links = content.items("sources").iter().filter_map(|item| link(item.text("link")));
    let references = links.map(|link| Fields::default().with("reference", link));
    Fields::default()
        .with("name", content.text("title"))
        .with("overview", content.text("summary"))
        .with("documentation", content.text("notes"))
        .with("owners", content.items("owners").iter().map(owner).collect::<Vec<_>>())
        .with("version", version)
        .with("licenses", vec![licence])
        .with("references", references.collect::<Vec<_>>())
}

fn parameters(content: &Content) -> Fields {
    let source = |item: &Item| {
        Fields::default()
            .with("name", item.text("name"))
            .with("link", link(item.text("link")).unwrap_or_default())
            .with("description", item.text("refreshed"))
    };
    let training = content.text("training_data");
    let training = (!training.is_empty()).then(|| {
        Fields::default().with("name", "Training and tuning data").with("description", training)
    });
    let data = content.items("sources").iter().map(source).chain(training);
    Fields::default()
        .with("model_architecture", content.text("model"))
        .with("data", data.collect::<Vec<_>>())
        .with("input_format", content.text("channels"))
}

fn metric(item: &Item) -> Fields {
    let interval = Fields::default()
        .with("lower_bound", item.text("low"))
        .with("upper_bound", item.text("high"));
    Fields::default()
        .with("type", item.text("metric"))
        .with("value", item.text("value"))
        .with("slice", item.text("slice"))
        .with("confidence_interval", interval)
}

fn considerations(content: &Content) -> Fields {
    let told = |keys: &[&str]| {
        let texts = keys.iter().map(|key| Fields::default().with("description", content.text(key)));
        texts.collect::<Vec<_>>()
    };
    let fairness = Fields::default()
        .with("name", content.text("largest_gap"))
        .with("mitigation_strategy", content.text("fairness_action"));
    let automated = Fields::default()
        .with("name", content.text("automated_decision"))
        .with("mitigation_strategy", content.text("disclosure"));
    Fields::default()
        .with("users", told(&["users", "people_affected"]))
        .with("use_cases", told(&["intended_use"]))
        .with("limitations", told(&["out_of_scope", "limitations", "failures"]))
        .with("tradeoffs", told(&["trade_offs"]))
        .with("ethical_considerations", vec![fairness, automated])
}
