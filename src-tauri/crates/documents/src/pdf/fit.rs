//! One page always: smaller type first, down to a size that still reads, then fewer words.

use super::printable::UNPRINTABLE;
use super::shorten::{allowances, shorten, weight};
use super::world::Sheets;
use super::{Error, Paper, data};
use crate::Page;

/// The sizes of type that are tried, in tenths of a point. Below 7 points nobody reads.
const SIZES: [u8; 8] = [105, 100, 95, 90, 85, 80, 75, 70];

/// More letters than any page holds at the smallest size: there is no need to try.
const TOO_MANY: usize = 12_000;

/// So few letters that the largest type is likely to do.
const FEW: usize = 1_600;

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
        let first = if weight(&page) < FEW { 0 } else { SIZES.len() / 2 };
        if let Some(fitted) = first_that_fits(SIZES.len(), first, at, paper)? {
            return Ok(fitted);
        }
    }
    page.footer.push("Shortened to fit one page (…); the full card holds the rest.".to_owned());
    let (allowances, size) = (allowances(), SIZES[SIZES.len() - 1]);
    let at = |allowance: usize| Fitted { page: shorten(&page, allowances[allowance]), size };
    let fitted = first_that_fits(allowances.len(), allowances.len() / 2, at, paper)?;
    fitted.ok_or_else(|| Error::Typesetting("it is too long however little it says".to_owned()))
}

/// Finds the first of so many ways to set a page that fits on one sheet, by halving: each takes less room than
/// the one before.
fn first_that_fits(
    count: usize,
    first: usize,
    at: impl Fn(usize) -> Fitted,
    paper: Paper,
) -> Result<Option<Fitted>, Error> {
    let (mut least, mut most, mut middle) = (0, count, first);
    let mut fits = None;
    while least < most {
        let fitted = at(middle);
        if weight(&fitted.page) < TOO_MANY && is_one_sheet(&fitted, paper)? {
            fits = Some(fitted);
            most = middle;
        } else {
            least = middle + 1;
        }
        middle = least.midpoint(most);
    }
    Ok(fits)
}

fn is_one_sheet(page: &Fitted, paper: Paper) -> Result<bool, Error> {
    let document = Sheets::new(std::slice::from_ref(page), paper).typeset()?;
    Ok(document.pages().len() == 1)
}
