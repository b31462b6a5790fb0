//! The sheet that says, task by task, how firmly the lane of its scores holds.
//!
//! Everything on it is a formula over the matrix, so it answers “what if” as soon as a score changes.

use domain::{Dimension, Lane, Score, Stability, Task};
use rust_xlsxwriter::{Format, FormatAlign, Formula, Worksheet, XlsxError};

use super::book::{Book, Page};
use super::plan::{OWN_ROW, Plan, Template, score};
use super::{WriteError, guide, style, text};
use crate::layout::{self, Column};

/// The sheet that says how firmly each lane holds.
pub(super) struct Sensitivity;

/// The row of the header, counted from 0.
const HEADER: u32 = 3;

const COLUMNS: [(&str, f64); 16] = [
    ("Task", 38.0),
    ("Sum", 7.0),
    ("Lane", 13.0),
    ("Points to a higher lane", 11.0),
    ("Points to a lower lane", 11.0),
    ("Nearest other lane", 13.0),
    ("Points away", 8.0),
    ("Neighbours that stay", 11.5),
    ("of", 6.0),
    ("Share", 8.0),
    ("Change this one score", 17.0),
    ("from", 6.0),
    ("to", 6.0),
    ("and the lane is", 13.0),
    ("Smallest change", 9.0),
    ("Its place", 9.0),
];

impl Page for Sensitivity {
    fn name(&self) -> &'static str {
        layout::SENSITIVITY
    }

    fn is_long(&self) -> bool {
        true
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        begin(sheet)?;
        let templates = templates(&book.plan);
        for (row, task) in (1..).zip(book.tasks) {
            book.keep_going(row)?;
            for (place, (template, result)) in (0..).zip(templates.iter().zip(results(task))) {
                let formula =
                    Formula::new(template.at_both(row + 1, row + HEADER + 1)).set_result(result);
                sheet.write_formula(row + HEADER, place, formula)?;
            }
        }
        end(sheet, HEADER + book.plan.rows)?;
        Ok(())
    }
}

fn begin(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    style::page(sheet);
    sheet.set_landscape().set_formula_result_default("");
    for (place, (_, width)) in (0..).zip(COLUMNS) {
        let format = match place {
            0 | 2 | 5 | 10 | 13 => style::plain(),
            9 => style::plain().set_num_format("0%").set_align(FormatAlign::Center),
            _ => style::plain().set_align(FormatAlign::Center),
        };
        sheet.set_column_width(place, width)?.set_column_format(place, &format)?;
    }
    sheet.set_column_hidden(14)?.set_column_hidden(15)?;
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(0, 0, "Sensitivity", &style::title())?;
    let what = "How firmly the scores hold their lane, before guardrails and decisions. A neighbour moves \
                each score by one point at most.";
    sheet.write_string_with_format(1, 0, what, &style::quiet().set_align(FormatAlign::Left))?;
    sheet.set_default_row_height(18);
    sheet.set_row_height(HEADER, 46)?;
    for (place, (name, _)) in (0..).zip(COLUMNS) {
        let header = style::header();
        let header = match place {
            0 | 2 | 5 | 10 | 13 => header,
            _ => header.set_align(FormatAlign::Center),
        };
        sheet.write_string_with_format(HEADER, place, name, &header)?;
    }
    sheet.set_freeze_panes(HEADER + 1, 1)?;
    sheet.set_repeat_rows(HEADER, HEADER)?;
    Ok(())
}

/// Adds what spans all rows.
fn end(sheet: &mut Worksheet, last: u32) -> Result<(), XlsxError> {
    let first = HEADER + 1;
    sheet.set_print_area(0, 0, last, 13)?;
    sheet.autofilter(HEADER, 0, last, 13)?;
    for place in [2, 5, 13] {
        for lane in Lane::ALL {
            sheet.add_conditional_format(first, place, last, place, &guide::marked(lane))?;
        }
    }
    let line = rust_xlsxwriter::ConditionalFormatFormula::new()
        .set_rule(format!("=$A{}<>\"\"", first + 1).as_str())
        .set_format(style::line(Format::new()));
    sheet.add_conditional_format(first, 0, last, 13, &line)?;
    Ok(())
}

/// Returns the formulas of a row, in the order of the columns.
fn templates(plan: &Plan) -> [Template; 16] {
    let there = |column| plan.there(column);
    let scores = plan.scores_there();
    let one = Dimension::ALL.map(|it| there(score(it)));
    let (automate, hybrid) = (layout::AUTOMATE_FROM, layout::HYBRID_FROM);
    let [run, draft, human] = Lane::ALL.map(Lane::name);
    let key = format!("COUNTIF({scores},1)*5+COUNTIF({scores},5)+1");
    let table = layout::NEIGHBOURS;
    let fits = |score: &str| format!("OR(AND(D#=O#,{score}+N(D#)<=5),AND(E#=O#,{score}-N(E#)>=1))");
    let [first, second, third, _] = &one;
    let header = plan.names_there();
    // In the formulas a hash stands for the formula's own row.
    [
        format!("={}&\"\"", there(Column::Field(domain::Field::Name))),
        format!("={}", there(Column::Sum)),
        format!("={}", there(Column::Lane)),
        format!("=IF(OR(B#=\"\",C#=\"{run}\"),\"\",IF(C#=\"{draft}\",{automate},{hybrid})-B#)"),
        format!("=IF(OR(B#=\"\",C#=\"{human}\"),\"\",B#+1-IF(C#=\"{draft}\",{hybrid},{automate}))"),
        format!("=IF(B#=\"\",\"\",IF(C#=\"{draft}\",IF(D#<=E#,\"{run}\",\"{human}\"),\"{draft}\"))"),
        "=IF(B#=\"\",\"\",MIN(D#:E#))".to_owned(),
        format!(
            "=IF(B#=\"\",\"\",INDEX({table},{key},IF(D#=\"\",4,MIN(4,D#-1))+6)-INDEX({table},{key},IF(E#=\"\",-5,MAX(-5,-E#))+6))"
        ),
        format!("=IF(B#=\"\",\"\",INDEX({table},{key},10))"),
        "=IF(B#=\"\",\"\",H#/I#)".to_owned(),
        format!("=IF(B#=\"\",\"\",IF(P#=\"\",\"No single one\",INDEX({header},P#)))"),
        format!("=IF(P#=\"\",\"\",INDEX({scores},P#))"),
        "=IF(P#=\"\",\"\",IF(AND(E#=O#,L#-N(E#)>=1),L#-N(E#),L#+N(D#)))".to_owned(),
        format!(
            "=IF(P#=\"\",\"\",IF(M#<L#,IF(C#=\"{run}\",\"{draft}\",\"{human}\"),IF(C#=\"{human}\",\"{draft}\",\"{run}\")))"
        ),
        format!(
            "=IF(B#=\"\",\"\",MIN(IF(D#=\"\",99,IF(MIN({scores})+N(D#)<=5,D#,99)),IF(E#=\"\",99,IF(MAX({scores})-N(E#)>=1,E#,99))))"
        ),
        format!(
            "=IF(OR(O#=\"\",O#=99),\"\",IF({},1,IF({},2,IF({},3,4))))",
            fits(first),
            fits(second),
            fits(third)
        ),
    ]
    .map(|text| Template::new(text.replace('#', &OWN_ROW.to_string())))
}

/// Returns what the formulas of a task result in.
fn results(task: &Task) -> [String; 16] {
    let name = text::cell(&task.name).0.into_owned();
    let scores = task.counted_scores();
    let (Some(sum), Some(stability)) = (scores.composite(), Stability::of(&scores)) else {
        let mut blank: [String; 16] = Default::default();
        blank[0] = name;
        return blank;
    };
    let Stability { lane, kept, neighbours, points_away, nearest, flip } = stability;
    let sum = sum.get();
    let up = match lane {
        Lane::Automate => None,
        Lane::Hybrid => Some(Lane::AUTOMATE_FROM - sum),
        Lane::HumanOnly => Some(Lane::HYBRID_FROM - sum),
    };
    let down = match lane {
        Lane::Automate => Some(sum + 1 - Lane::AUTOMATE_FROM),
        Lane::Hybrid => Some(sum + 1 - Lane::HYBRID_FROM),
        Lane::HumanOnly => None,
    };
    let number = |it: Option<u8>| it.map_or_else(String::new, |it| it.to_string());
    let from = flip.and_then(|flip| scores.get(flip.dimension)).map(Score::get);
    let to = flip.map(|flip| flip.to.get());
    let size = from.zip(to).map_or(99, |(from, to)| from.abs_diff(to));
    let place = flip.and_then(|flip| u8::try_from(flip.dimension.index() + 1).ok());
    [
        name,
        sum.to_string(),
        lane.name().to_owned(),
        number(up),
        number(down),
        nearest.name().to_owned(),
        points_away.to_string(),
        kept.to_string(),
        neighbours.to_string(),
        (f64::from(kept) / f64::from(neighbours)).to_string(),
        flip.map_or("No single one", |flip| flip.dimension.name()).to_owned(),
        number(from),
        number(to),
        flip.map_or("", |flip| flip.lane.name()).to_owned(),
        size.to_string(),
        number(place),
    ]
}
