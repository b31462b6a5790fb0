//! One page always: smaller type first, down to a size that still reads, then fewer words.

use super::printable::UNPRINTABLE;
use super::shorten::{allowances, shorten, weight};
use super::world::Sheets;
use super::{Error, Paper, data};
use crate::Page;

/// The sizes of type that are tried, in tenths of a point. Below 7 points nobody reads.
const SIZES: [u8; 6] = [95, 90, 85, 80, 75, 70];

/// More letters than any page holds at the smallest size: there is no need to try.
const TOO_MANY: usize = 12_000;

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
        for size in SIZES {
            let fitted = Fitted { page: page.clone(), size };
            if is_one_sheet(&fitted, paper)? {
                return Ok(fitted);
            }
        }
    }
    page.footer.push("Shortened to fit one page (…); the full card holds the rest.".to_owned());
    shortest_cut(&page, paper)
}

/// Finds the most that can be said on one sheet, by halving what may be allowed.
fn shortest_cut(page: &Page, paper: Paper) -> Result<Fitted, Error> {
    let size = SIZES[SIZES.len() - 1];
    let (mut fits, mut least) = (None, 0);
    let allowances = allowances();
    let mut most = allowances.len();
    while least < most {
        let middle = least.midpoint(most);
        let fitted = Fitted { page: shorten(page, allowances[middle]), size };
        if weight(&fitted.page) < TOO_MANY && is_one_sheet(&fitted, paper)? {
            fits = Some(fitted);
            most = middle;
        } else {
            least = middle + 1;
        }
    }
    fits.ok_or_else(|| Error::Typesetting("the page is too long however little it says".to_owned()))
}

fn is_one_sheet(page: &Fitted, paper: Paper) -> Result<bool, Error> {
    let document = Sheets::new(std::slice::from_ref(page), paper).typeset()?;
    Ok(document.pages().len() == 1)
}
