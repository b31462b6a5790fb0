//! The summary's two charts. They draw what its formulas say, so they follow a score that changes.

use domain::Lane;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartPoint,
    ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::style;
use super::summary::LANES;
use crate::layout;

/// Puts the charts side by side, with the first row of cells that they cover.
pub(super) fn insert(sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    let tasks = bars("Tasks by lane", 1, "#,##0");
    let hours = bars("Hours a month by lane", 3, "#,##0");
    sheet.insert_chart_with_offset(row, 0, &tasks, 0, 4)?;
    sheet.insert_chart_with_offset(row, 3, &hours, 0, 4)?;
    Ok(())
}

fn bars(title: &str, column: u16, format: &str) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let ink = |size: f64| {
        let mut font = ChartFont::new();
        font.set_color(style::INK_2).set_size(size);
        font
    };
    let last = LANES + 2;
    let points: Vec<ChartPoint> = Lane::ALL
        .into_iter()
        .map(|lane| {
            let (colour, _) = style::colours(lane);
            ChartPoint::new().set_format(ChartSolidFill::new().set_color(colour))
        })
        .collect();
    let mut labels = ChartDataLabel::new();
    labels.show_value().set_num_format(format).set_font(&ink(10.0));
    chart
        .add_series()
        .set_name(title)
        .set_categories((layout::SUMMARY, LANES, 0, last, 0))
        .set_values((layout::SUMMARY, LANES, column, last, column))
        .set_points(&points)
        .set_gap(60)
        .set_data_label(&labels);
    let mut heading = ChartFont::new();
    heading.set_color(style::INK).set_size(12).set_bold();
    chart.title().set_name(title).set_font(&heading);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_hidden();
    // Automate on top, as in the table.
    let hairline = || ChartFormat::new().set_line(ChartLine::new().set_color(style::LINE)).clone();
    // For bars the library calls the upright axis y.
    chart.y_axis().set_reverse().set_font(&ink(10.0)).set_format(&mut hairline());
    chart.x_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
    chart.chart_area().set_format(&mut hairline());
    chart.set_width(470).set_height(270);
    chart
}
