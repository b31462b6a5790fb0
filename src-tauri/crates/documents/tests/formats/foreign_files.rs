//! Cards as found on the Hub: what is understood is filled, the rest stands in the notes.

use documents::{Imported, from_hugging_face};

/// A card after the Hub's template, half filled in.
const TEMPLATE: &str = r#"---
# For reference on model card metadata, see the spec
license: other
license_name: acme-terms
license_link: https://example.com/terms
language:
- en
- tlh
base_model: acme/small-8b
library_name: transformers
datasets: [acme/enquiries, acme/replies]
tags:
  - text-classification   # a remark
  - marketing
model-index:
- name: triage-small
  results:
  - task:
      type: text-classification
    dataset:
      name: Enquiries
      type: acme/enquiries
      split: test
    metrics:
    - type: accuracy
      value: 0.93
      name: Accuracy
    - type: f1
      value: not yet
      verified: true
---

# Model Card for Triage Small

<!-- Provide a quick summary of what the model is/does. -->

Sorts enquiries into six queues.

## Model Details

### Model Description

<!-- Provide a longer summary of what this model is. -->

- **Developed by:** ACME Labs
- **Funded by [optional]:** [More Information Needed]
- **Language(s) (NLP):** English
- **License:** acme-terms
- **Finetuned from model [optional]:** acme/small-8b
- **Model type:** Encoder

## Uses

### Direct Use

Sorting *incoming* mail.

### Downstream Use [optional]

[More Information Needed]

### Out-of-Scope Use

<!-- This section addresses misuse, malicious use, and uses that the model will not work well for. -->

Complaints.

## Bias, Risks, and Limitations

Weak on short mail.

### Recommendations

Have a person look.

## How to Get Started with the Model

```python
# Not a heading
print("<b>hello</b>")
```

> # Not a heading either

## Training Details

### Training Data

1,200 enquiries of 2025.

## A chapter of its own

Text with <script>alert(1)</script>.
"#;

#[track_caller]
fn notes_hold(read: &Imported, texts: &[&str]) {
    let notes = read.content.text("notes");
    for text in texts {
        assert!(notes.contains(text), "{text} is missing in:\n{notes}");
    }
}

#[test]
fn a_card_after_the_template_fills_the_form() {
    let read = from_hugging_face(TEMPLATE).unwrap();
    let text = |field: &str| read.content.text(field);
    assert_eq!(text("title"), "Triage Small");
    assert_eq!(text("summary"), "Sorts enquiries into six queues.");
    assert_eq!(text("model"), "triage-small");
    assert_eq!(text("provider"), "ACME Labs");
    assert_eq!(text("licence"), "acme-terms, https://example.com/terms");
    assert_eq!(text("languages"), "English, tlh");
    assert_eq!(text("base_model"), "acme/small-8b");
    assert_eq!(text("intended_use"), "Sorting *incoming* mail.");
    assert_eq!(text("out_of_scope"), "Complaints.");
    assert_eq!(
        text("limitations"),
        "Weak on short mail.\n\n### Recommendations\n\nHave a person look."
    );
    assert_eq!(text("training_data"), "1,200 enquiries of 2025.");
    let sources: Vec<&str> =
        read.content.items("sources").iter().map(|it| it.text("name")).collect();
    assert_eq!(sources, ["acme/enquiries", "acme/replies"]);
    let metrics = read.content.items("metrics");
    assert_eq!(metrics.len(), 1);
    let figure = ["metric", "slice", "value"].map(|column| metrics[0].text(column));
    assert_eq!(figure, ["Accuracy", "Enquiries, test", "0.93"]);
    assert_eq!(read.was, None);
    assert!(read.filled().iter().all(|field| field.key != "notes"));
}

#[test]
fn what_no_field_takes_stands_in_the_notes_word_for_word() {
    let read = from_hugging_face(TEMPLATE).unwrap();
    notes_hold(
        &read,
        &[
            "# For reference on model card metadata, see the spec",
            "library_name: transformers",
            "tags:\n  - text-classification   # a remark\n  - marketing",
            "\"verified\":true",
            "\"value\":\"not yet\"",
            "acme/enquiries",
            "- **Model type:** Encoder",
            "```python\n# Not a heading\nprint(\"<b>hello</b>\")\n```\n\n> # Not a heading either",
            "## A chapter of its own\n\nText with <script>alert(1)</script>.",
        ],
    );
    let notes = read.content.text("notes");
    for gone in ["Provide a", "More Information Needed", "Weak on short mail", "license_name"] {
        assert!(!notes.contains(gone), "{gone} is in:\n{notes}");
    }
    let kept = [
        "library_name, before the text",
        "“How to Get Started with the Model”",
        "“A chapter of its own”",
    ];
    assert!(kept.iter().all(|it| read.kept.contains(&(*it).to_owned())), "{:?}", read.kept);
}

/// The tour of a card without a template: every word of it is somewhere.
const PLAIN: &str = "---
language: no
license: [mit, apache-2.0]
co2_eq_emissions: {emissions: 12, source: \"a guess\"}
thumbnail:
---
Text before any heading.

BERT base
=========

Trained on a large corpus
in two steps.

Second paragraph.

## Intended uses & limitations

You can use it.

### How to use

Call it.

### Limitations and bias

It is biased.

## Limitations

More limits.

## Languages

- Norwegian
- English

## Empty heading

## Evaluation results

| Task | Score |
|:----:|:-----:|
| MNLI | 84.6  |

<!-- A remark of the author -->
";

#[test]
fn no_word_of_a_card_is_lost() {
    let read = from_hugging_face(PLAIN).unwrap();
    assert_eq!(read.content.text("title"), "BERT base");
    assert_eq!(read.content.text("summary"), "Trained on a large corpus in two steps.");
    assert_eq!(read.content.text("languages"), "Norwegian");
    assert_eq!(read.content.text("licence"), "mit, apache-2.0");
    assert_eq!(read.content.text("intended_use"), "You can use it.\n\n### How to use\n\nCall it.");
    assert_eq!(read.content.text("limitations"), "It is biased.\n\nMore limits.");
    notes_hold(&read, &["| MNLI | 84.6  |", "<!-- A remark of the author -->", "## Empty heading"]);
    let all: Vec<&str> = read.content.answers().map(|answer| answer.text).collect();
    let all = all.join("\n");
    let (_, rest) = PLAIN.split_once("co2_eq").unwrap();
    for word in rest.split_whitespace().filter(|it| it.chars().any(char::is_alphanumeric)) {
        let is_heading = [
            "thumbnail:",
            "Intended",
            "uses",
            "&",
            "limitations",
            "Limitations",
            "and",
            "Languages",
            "bias",
        ];
        assert!(all.contains(word) || is_heading.contains(&word), "{word} is missing in:\n{all}");
    }
}

#[test]
fn a_text_without_fields_is_a_card_too() {
    let read = from_hugging_face("# Triage\n\nSorts mail.\n").unwrap();
    assert_eq!(
        (read.content.text("title"), read.content.text("summary")),
        ("Triage", "Sorts mail.")
    );
    assert_eq!(read.kept, [] as [&str; 0]);
    let read = from_hugging_face("---\nA line, and no second one to end it.\n").unwrap();
    notes_hold(&read, &["A line, and no second one to end it."]);
}

#[test]
fn fields_written_in_an_odd_way_are_told_as_they_were_read() {
    let read = from_hugging_face("---\n{\"tags\": [\"a\",\n\"b: c\"], \"x\": 1}\n---\n").unwrap();
    notes_hold(&read, &["tags: [\"a\",\"b: c\"]", "x: 1"]);
}

#[test]
fn figures_beyond_numbers_are_kept() {
    let text = "---
model-index:
  - name: a
    results:
      - dataset: {name: D}
        metrics:
          - {type: bleu, value: .nan}
          - {type: map, value: {at_1: 0.5}}
          - {type: wer, value: 12.5, name: Word errors}
  - just a text
---
";
    let read = from_hugging_face(text).unwrap();
    assert_eq!(read.content.items("metrics").len(), 1);
    assert_eq!(read.content.items("metrics")[0].text("metric"), "Word errors");
    notes_hold(&read, &[".nan", "{\"at_1\":0.5}", "\"type\":\"wer\"", "just a text"]);
}
