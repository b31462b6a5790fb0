//! The register of objections as one page to print: what people say, what they are answered, who moves where.

use domain::rollout::{Objection, ObjectionField};
use serde_json::{Value, json};

use super::Plan;
use crate::pdf::printable::{UNPRINTABLE, breakable, is_right_to_left, printable};
use crate::pdf::tagged;
use crate::pdf::world::{Sheets, Template};
use crate::{Error, Paper};

/// The sizes of type that are tried, in tenths of a point. Below 7 points nobody reads.
const SIZES: [u8; 7] = [105, 98, 91, 84, 78, 74, 70];

/// The longest word that fits on a line of a column, in letters.
const WORD: usize = 34;

/// Returns the objections of a plan as a PDF, in the largest type in which they fit on one page.
///
/// Where they do not fit even in the smallest, they go on on the next page: nothing is left out.
pub fn people_pdf(plan: &Plan<'_>, paper: Paper) -> Result<Vec<u8>, Error> {
    for size in SIZES {
        let sheets = Sheets::new(Template::People, &document(plan, paper, size));
        if size == SIZES[SIZES.len() - 1] || sheets.typeset()?.pages().len() == 1 {
            return tagged(&sheets);
        }
    }
    Err(Error::Typesetting("no size of type was tried".to_owned()))
}

fn document(plan: &Plan<'_>, paper: Paper, size: u8) -> Value {
    let objections: Vec<Value> = plan.kept.objections.iter().map(objection).collect();
    let day = plan.made_on;
    let mut footer: Vec<Value> = plan.footer().iter().map(|it| text(it)).collect();
    let title = text(&plan.kept.name);
    let shown = [&title].into_iter().chain(&objections).chain(&footer);
    if shown.into_iter().any(|value| value.to_string().contains(UNPRINTABLE)) {
        let note = format!("{UNPRINTABLE} stands for a letter that this page has no type for.");
        footer.push(text(&note));
    }
    json!({
        "paper": paper.name(),
        "size": size,
        "title": title,
        "date": [day.year(), day.month(), day.day()],
        "objections": objections,
        "footer": footer,
    })
}

fn objection(objection: &Objection) -> Value {
    let said = |field: ObjectionField| text(objection.text(field));
    let fields = [ObjectionField::Answer, ObjectionField::Pilot];
    let pairs: Vec<Value> = fields
        .into_iter()
        .filter(|field| !objection.text(*field).is_empty())
        .map(|field| json!({ "label": field.name(), "text": said(field) }))
        .collect();
    let path = [ObjectionField::Person, ObjectionField::From, ObjectionField::To];
    let path: Vec<Value> = path
        .into_iter()
        .filter(|field| !objection.text(*field).is_empty())
        .map(|field| json!({ "label": field.name(), "text": said(field) }))
        .collect();
    json!({
        "who": said(ObjectionField::Who),
        "objection": said(ObjectionField::Objection),
        "pairs": pairs,
        "path": path,
    })
}

fn text(text: &str) -> Value {
    let words = breakable(&printable(text), WORD);
    json!({ "rtl": is_right_to_left(&words), "lines": words.split('\n').collect::<Vec<_>>() })
}
