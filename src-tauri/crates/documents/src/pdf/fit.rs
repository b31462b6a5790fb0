//! One page always: smaller type first, down to a size that still reads, then fewer words.

use super::printable::UNPRINTABLE;
use super::shorten::{allowances, shorten, weight};
use super::world::{Sheets, Template};
use super::{Error, Paper, data};
use crate::Page;

/// The sizes of type that are tried, in tenths of a point. Below 7 points nobody reads.
const SIZES: [u8; 8] = [105, 100, 95, 90, 85, 80, 75, 70];

/// More letters than any page holds at the smallest size: there is no need to try.
const TOO_MANY: usize = 12_000;

/// How many letters a sheet usually holds at the smallest size, tables and short lines and all.
const ROOM: usize = 4_300;

/// A page that fits on a sheet, and the size of its type.
#[derive(Debug, Clone)]
pub(super) struct Fitted {
    /// What stands on it, printable.
    pub page: Page,
    /// The size of its type, in tenths of a point.
    pub size: u8,
}

/// Returns the page in the largest type that lets it fit, shortened if it must be.
pub(super) fn fit(page: &Page, paper: Paper) -> Result<Fitted, Error> {
    let mut page = data::printable(page);
    if data::texts(&page).any(|text| text.contains(UNPRINTABLE)) {
        let note = format!(
            "{UNPRINTABLE} stands for a letter that this page has no type for; the full card holds it."
        );
        page.footer.push(note);
    }
    if weight(&page) < TOO_MANY {
        let at = |size: usize| Fitted { page: page.clone(), size: SIZES[size] };
        let likely = SIZES.iter().position(|size| weight(&page) <= room(*size));
        if let Some(fitted) = first_that_fits(SIZES.len(), likely, at, paper)? {
            return Ok(fitted);
        }
    }
    page.footer.push("Shortened to fit one page (…); the full card holds the rest.".to_owned());
    let (allowances, size) = (allowances(), SIZES[SIZES.len() - 1]);
    let at = |allowance: usize| Fitted { page: shorten(&page, allowances[allowance]), size };
    let likely = (0..allowances.len()).find(|it| weight(&at(*it).page) <= room(size));
    let fitted = first_that_fits(allowances.len(), likely, at, paper)?;
    fitted.ok_or_else(|| Error::Typesetting("it is too long however little it says".to_owned()))
}

/// Returns how many letters a sheet usually holds at a size of type: where to start looking, not a promise.
fn room(size: u8) -> usize {
    ROOM * 70 * 70 / (usize::from(size) * usize::from(size))
}

/// Finds the first of so many ways to set a page that fits on one sheet, where each takes less room than the one
/// before. Typesetting is what costs, so it starts at the likely one and looks near it first.
fn first_that_fits(
    count: usize,
    likely: Option<usize>,
    at: impl Fn(usize) -> Fitted,
    paper: Paper,
) -> Result<Option<Fitted>, Error> {
    let mut fits = None;
    let (mut least, mut most, mut step, mut has_failed) = (0, count, 1, false);
    let mut next = likely.unwrap_or(count - 1);
    while least < most {
        let fitted = at(next);
        if is_one_sheet(&fitted, paper)? {
            fits = Some(fitted);
            most = next;
        } else {
            least = next + 1;
            has_failed = true;
        }
        next = match (&fits, has_failed) {
            (Some(_), true) => least.midpoint(most),
            (Some(_), false) => most.saturating_sub(step),
            (None, _) => (least + step - 1).min(count - 1),
        };
        step *= 2;
    }
    Ok(fits)
}

fn is_one_sheet(page: &Fitted, paper: Paper) -> Result<bool, Error> {
    let data = data::document(std::slice::from_ref(page), paper);
    let document = Sheets::new(Template::Card, &data).typeset()?;
    Ok(document.pages().len() == 1)
}
