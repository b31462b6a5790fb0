//! What was measured, as the Hub's `model-index` holds it.

use domain::card::{Content, Item, form};
use serde_json::Value;

use super::licences::slug;
use crate::formats::answers::{keep_unknown, name, plain};
use crate::formats::imported::Reading;
use crate::formats::tree::Fields;

/// How many figures of a foreign card become metrics; the rest goes to the notes.
const MOST_METRICS: usize = 1_000;

/// Returns the figures of a card: a result for each slice, with its metrics.
pub fn model_index(content: &Content) -> Vec<Fields> {
    let title = content.text("title");
    let name = if title.is_empty() { "Untitled card" } else { title };
    let mut slices: Vec<(&str, Vec<Fields>)> = Vec::new();
    for item in content.items("metrics") {
        let (metric, slice) = (item.text("metric"), item.text("slice"));
        let value: Option<f64> = item.text("value").parse().ok();
        let Some(value) = value.filter(|_| !slug(metric).is_empty()) else { continue };
        let metric =
            Fields::default().with("type", slug(metric)).with("value", value).with("name", metric);
        match slices.iter_mut().find(|(known, _)| *known == slice) {
            Some((_, metrics)) => metrics.push(metric),
            None => slices.push((slice, vec![metric])),
        }
    }
    let result = |(slice, metrics): (&str, Vec<Fields>)| {
        let shown = if slice.is_empty() { "All cases" } else { slice };
        let kind = Some(slug(slice)).filter(|it| !it.is_empty());
        let dataset =
            Fields::default().with("type", kind.unwrap_or("all".to_owned())).with("name", shown);
        Fields::default()
            .with("task", Fields::default().with("type", "other"))
            .with("dataset", dataset)
            .with("metrics", metrics)
    };
    let results: Vec<Fields> = slices.into_iter().map(result).collect();
    if results.is_empty() {
        return Vec::new();
    }
    vec![Fields::default().with("name", name).with("results", results)]
}

/// Reads the figures of a foreign card; what is no figure goes to the notes.
pub fn read(reading: &mut Reading, index: &Value) {
    let Value::Array(models) = index else {
        return keep_unknown(reading, "model-index", index);
    };
    let mut items = Vec::new();
    for (number, model) in models.iter().enumerate() {
        let what = format!("model-index, model {}", number + 1);
        let Some(Value::Array(results)) = model.get("results") else {
            keep_unknown(reading, &what, model);
            continue;
        };
        keep_others(reading, &what, model, &["name", "results"]);
        if let Some(name) = model.get("name") {
            reading.add("model", &plain(name));
        }
        for (number, result) in results.iter().enumerate() {
            read_result(reading, &mut items, &format!("{what}, result {}", number + 1), result);
        }
    }
    reading.put_items("metrics", items);
}

fn read_result(reading: &mut Reading, items: &mut Vec<Item>, what: &str, result: &Value) {
    let Some(Value::Array(metrics)) = result.get("metrics") else {
        return keep_unknown(reading, what, result);
    };
    keep_others(reading, what, result, &["metrics"]);
    let dataset =
        |key: &str| result.pointer(&format!("/dataset/{key}")).map(plain).unwrap_or_default();
    let parts = ["name", "config", "split"].map(dataset);
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let slice = parts.join(", ");
    for metric in metrics {
        let told = |key: &str| metric.get(key).map(plain).filter(|text| !text.is_empty());
        let called = told("name").or_else(|| told("type"));
        let value =
            metric.get("value").filter(|value| value.is_number() || value.is_string()).map(plain);
        let column = |key: &str| form::column("metrics", key).map(|(_, column)| column);
        let figure =
            value.filter(|it| column("value").is_some_and(|column| column.read(it).is_ok()));
        let (Some(called), Some(figure)) = (called, figure.filter(|_| items.len() < MOST_METRICS))
        else {
            keep_unknown(reading, &format!("{what}, a metric"), metric);
            continue;
        };
        let mut item = Item::new(name(items.len()));
        for (key, text) in [("metric", &called), ("slice", &slice), ("value", &figure)] {
            if let Some(column) = column(key) {
                reading.answer_in(&mut item, column, text);
            }
        }
        items.push(item);
        let is_same = told("type").is_none_or(|kind| kind == called || kind == slug(&called));
        let understood = if is_same { &["value", "name", "type"][..] } else { &["value", "name"] };
        keep_others(reading, &format!("{what}, {called}"), metric, understood);
    }
}

/// Keeps what a map says beside what was understood.
fn keep_others(reading: &mut Reading, what: &str, map: &Value, understood: &[&str]) {
    let Value::Object(map) = map else { return keep_unknown(reading, what, map) };
    let others = map.iter().filter(|(key, _)| !understood.contains(&key.as_str()));
    let others: serde_json::Map<String, Value> =
        others.map(|(key, value)| (key.clone(), value.clone())).collect();
    if !others.is_empty() {
        keep_unknown(reading, what, &Value::Object(others));
    }
}
