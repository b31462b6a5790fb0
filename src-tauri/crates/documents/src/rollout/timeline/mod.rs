//! The timeline of a plan as a page to print or a picture: phases, bars, gates, what was promised, today.

mod axis;
mod rows;

use serde_json::{Value, json};
use typst::layout::Abs;
use typst_svg::SvgOptions;

use super::Plan;
use crate::Error;
use crate::pdf::printable::{UNPRINTABLE, printable};
use crate::pdf::tagged;
use crate::pdf::world::{Sheets, Template};
use axis::Axis;

/// The size of the paper of a timeline, which lies on its long side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// 297 by 210 mm.
    A4,
    /// 420 by 297 mm.
    A3,
}

impl Sheet {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::A4, Self::A3];

    const fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
        }
    }
}

/// Returns the timeline of a plan as a PDF, on as many pages as it needs.
pub fn timeline_pdf(plan: &Plan<'_>, sheet: Sheet) -> Result<Vec<u8>, Error> {
    tagged(&Sheets::new(Template::Timeline, &document(plan, sheet, false)))
}

/// Returns the timeline of a plan as one picture, as tall as it needs to be.
///
/// Its letters are shapes, so that it looks the same everywhere; what it shows stands in its title for programs
/// that read pictures aloud.
pub fn timeline_svg(plan: &Plan<'_>) -> Result<String, Error> {
    let document = Sheets::new(Template::Timeline, &document(plan, Sheet::A3, true)).typeset()?;
    let picture = typst_svg::svg_merged(&document, &SvgOptions::default(), Abs::zero());
    let title = format!("{}: timeline", plan.kept.name);
    let titled = picture.split_once('>').map(|(opening, rest)| {
        format!("{opening} role=\"img\"><title>{}</title>{rest}", in_xml(&title))
    });
    Ok(titled.unwrap_or(picture))
}

/// Returns a text as it stands between tags.
fn in_xml(text: &str) -> String {
    let kept = printable(text);
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns what the template needs to know.
fn document(plan: &Plan<'_>, sheet: Sheet, is_picture: bool) -> Value {
    let axis = Axis::of(plan);
    let today = plan.made_on;
    let rows = rows::rows(plan, &axis);
    let title = rows::text(&plan.kept.name, rows::LINE);
    let mut footer: Vec<Value> =
        plan.footer().iter().map(|it| rows::text(it, rows::LINE)).collect();
    let shown = [&title].into_iter().chain(&rows).chain(&footer);
    if shown.into_iter().any(|value| value.to_string().contains(UNPRINTABLE)) {
        let note = format!("{UNPRINTABLE} stands for a letter that this page has no type for.");
        footer.push(rows::text(&note, rows::LINE));
    }
    json!({
        "paper": sheet.name(),
        "is_picture": is_picture,
        "title": title,
        "span": format!(
            "{} to {}, as of {}",
            super::words::day(plan.schedule.phases[0].start),
            super::words::day(plan.schedule.phases[3].gate),
            super::words::day(today),
        ),
        "date": [today.year(), today.month(), today.day()],
        "today": axis.holds(today).then(|| axis.at(today)),
        "windows": plan.kept.windows.iter().map(|(_, window)| {
            json!({ "from": axis.at(window.first), "to": axis.behind(window.last) })
        }).collect::<Vec<_>>(),
        "has_baseline": plan.kept.activities.iter().any(|it| it.baseline.is_some()),
        "large": axis.large(),
        "small": axis.small(),
        "rows": rows,
        "footer": footer,
    })
}
