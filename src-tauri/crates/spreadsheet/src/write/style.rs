//! How the workbook looks: a few formats that all sheets share.

use domain::Lane;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

/// Text, and the figures that formulas make.
pub(super) const INK: &str = "#1F2328";
/// What explains.
pub(super) const INK_2: &str = "#59626E";
/// Hairlines.
pub(super) const LINE: &str = "#DEDBD5";
/// Behind headers.
pub(super) const BAND: &str = "#F1EFEA";
/// Behind headers of what formulas make.
pub(super) const MADE_BAND: &str = "#E6EAF0";
/// Figures that a person enters.
pub(super) const ENTERED: &str = "#1D5FBF";

/// Returns the colours of a lane: text and tint.
pub(super) const fn colours(lane: Lane) -> (&'static str, &'static str) {
    match lane {
        Lane::Automate => ("#0B6E64", "#E0F2EE"),
        Lane::Hybrid => ("#94570A", "#FBEFD9"),
        Lane::HumanOnly => ("#4B3FA8", "#ECEAFB"),
    }
}

pub(super) fn plain() -> Format {
    Format::new().set_font_color(INK).set_align(FormatAlign::VerticalCenter)
}

pub(super) fn title() -> Format {
    Format::new().set_font_color(INK).set_bold().set_font_size(18)
}

/// The heading of a part of a sheet.
pub(super) fn section() -> Format {
    Format::new()
        .set_font_color(INK)
        .set_bold()
        .set_font_size(13)
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(INK)
}

pub(super) fn quiet() -> Format {
    Format::new().set_font_color(INK_2).set_align(FormatAlign::VerticalCenter)
}

pub(super) fn bold() -> Format {
    plain().set_bold().set_align(FormatAlign::Top)
}

pub(super) fn wrapped() -> Format {
    plain().set_text_wrap().set_align(FormatAlign::Top)
}

/// The header of a table.
pub(super) fn header() -> Format {
    Format::new()
        .set_font_color(INK)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(BAND)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(INK_2)
}

/// A line of a table on a sheet that is read and not worked in.
pub(super) fn line(format: Format) -> Format {
    format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE)
}

/// Returns the mark of a lane as a cell's format.
pub(super) fn lane(lane: Lane) -> Format {
    let (text, tint) = colours(lane);
    bold().set_font_color(text).set_background_color(tint)
}

/// Makes a sheet a page: no grid, A4 across, as wide as the paper.
pub(super) fn page(sheet: &mut Worksheet) {
    sheet.set_screen_gridlines(false);
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer("&L&8&F&C&8&A&R&8Page &P of &N");
}
