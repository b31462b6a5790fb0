//! The published fields of the Hub, as far as a card answers them.

use domain::card::{Content, Item, TASKS};

use super::languages::codes;
use super::licences::{licence, slug};
use super::model_index::model_index;
use crate::formats::tree::{Fields, Tree};

/// Returns the fields that follow from the answers alone.
///
/// The Hub refuses names that it does not know, so a base model and a data set are named only where they are
/// written as the Hub writes them; the text below says the rest.
pub fn derived(content: &Content) -> Fields {
    let mut fields = Fields::default().with("language", codes(content.text("languages")));
    if let Some(licence) = licence(content.text("licence")) {
        fields.put("license", licence.id);
        fields.put("license_name", licence.name);
        fields.put("license_link", licence.link);
    }
    let base_model = content.text("base_model");
    if is_repository(base_model) {
        fields.put("base_model", base_model);
    }
    fields.put("tags", tags(content));
    let sources = content.items("sources").iter().map(|item| item.text("name"));
    fields.put("datasets", distinct(sources.filter(|name| is_repository(name)).map(str::to_owned)));
    let metrics = content.items("metrics").iter().map(|item| slug(item.text("metric")));
    fields.put("metrics", distinct(metrics));
    fields.put("model-index", model_index(content));
    fields
}

fn tags(content: &Content) -> Tree {
    let engine = content.text("engine").replace('_', "-");
    let lane = |task: &Item| {
        let lane = slug(task.text("lane"));
        if lane.is_empty() { lane } else { format!("lane-{lane}") }
    };
    let lanes = content.items(TASKS).iter().map(lane);
    distinct(["trilane".to_owned(), engine].into_iter().chain(lanes)).into()
}

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for text in texts {
        if !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct
}

/// Returns whether a text names a repository of the Hub: an owner and a name.
fn is_repository(text: &str) -> bool {
    let is_part = |part: &str| {
        let is_known = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
        !part.is_empty() && part.len() <= 96 && part.chars().all(is_known) && !part.contains("..")
    };
    text.split_once('/').is_some_and(|(owner, name)| is_part(owner) && is_part(name))
}
