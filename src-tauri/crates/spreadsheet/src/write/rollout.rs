//! The sheet of the plans: one row an activity, and beside it a grid of weeks in which bars stand.
//!
//! A bar is a conditional format over the dates of its row, so that it follows when somebody edits them, in Excel
//! and in LibreOffice alike.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rust_xlsxwriter::{
    ConditionalFormatFormula, Format, FormatAlign, Formula, Worksheet, XlsxError,
};

use super::book::{Book, Page};
use super::cards::native;
use super::{WriteError, style, text};
use crate::layout;

/// A plan, in rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRows {
    /// What it is called.
    pub name: String,
    /// The days of the week that are worked, Monday first; at least one.
    pub weekdays: [bool; 7],
    /// The days that are not worked although their day of the week is, with their names.
    pub days_off: Vec<(Date, String)>,
    /// Its activities and gates, in the order of the plan.
    pub rows: Vec<PlanRow>,
    /// Why it has no rows, in a sentence, where it cannot be scheduled.
    pub refusal: Option<String>,
}

/// An activity or a gate of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// The phase that it belongs to.
    pub phase: &'static str,
    /// What it is called.
    pub name: String,
    /// Who does it.
    pub owner: String,
    /// Its first day.
    pub start: Date,
    /// Its last day.
    pub end: Date,
    /// The working days from the one to the other.
    pub days: u16,
    /// The working days that it was planned to take; nothing for a gate.
    pub planned_days: Option<u16>,
    /// What it waits for.
    pub needs: String,
    /// The working days by which it can end later before the plan ends later; nothing for a gate and for what is done.
    pub slack: Option<u16>,
    /// Where it stands, in words.
    pub progress: &'static str,
    /// When it did start.
    pub started: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
    /// When it was promised to start and to end.
    pub baseline: Option<(Date, Date)>,
    /// How it is drawn.
    pub sign: PlanSign,
}

/// How something stands in the grid of weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanSign {
    /// From its first week to its last.
    Bar,
    /// A triangle in its week.
    Milestone,
    /// A hollow diamond in its week.
    Gate,
    /// A filled diamond in its week.
    PassedGate,
}

/// What stands in the column of kinds. An import takes activities and milestones.
impl PlanSign {
    const fn kind(self) -> &'static str {
        match self {
            Self::Bar => "Activity",
            Self::Milestone => "Milestone",
            Self::Gate | Self::PassedGate => "Gate",
        }
    }
}

const HEADERS: [(&str, f64); 15] = [
    ("Phase", 18.0),
    ("Kind", 11.0),
    ("Activity", 44.0),
    ("Owner", 18.0),
    ("Start", 11.0),
    ("End", 11.0),
    ("Working days", 9.0),
    ("Planned days", 9.0),
    ("Waits for", 34.0),
    ("Slack, working days", 10.0),
    ("Progress", 12.0),
    ("Started", 11.0),
    ("Done", 11.0),
    ("Promised start", 11.0),
    ("Promised end", 11.0),
];

/// The row of the day of the export, and of the headers, counted from 0.
const AS_OF: u32 = 2;
const TOP: u32 = 4;

/// The columns that formulas name, and the first one of the grid.
const START: u16 = 4;
const END: u16 = 5;
const DAYS: u16 = 6;
const PROGRESS: u16 = 10;
const GRID: u16 = 15;

/// The most weeks of the grid: five years. What comes later has its dates and no bar.
const MOST_WEEKS: u16 = 260;

/// The colours of bars by what stands in the column of progress.
const BARS: [(&str, &str); 4] =
    [("Done", "#0B6E64"), ("Running", "#1D5FBF"), ("Late", "#B4540A"), ("Planned", "#A9C3E8")];

/// The sheet of the plans.
pub(super) struct Rollout;

impl Page for Rollout {
    fn name(&self) -> &'static str {
        layout::ROLLOUT
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        let plans = &book.about.plans;
        let weeks = Weeks::of(plans, book.about.now.date());
        style::page(sheet);
        // A week without a sign holds an empty text and no nought.
        sheet.set_formula_result_default("");
        sheet.set_landscape().set_freeze_panes(TOP + 1, 3)?.set_repeat_rows(TOP, TOP)?;
        sheet.set_row_height(0, 30)?.set_row_height(TOP, 58)?;
        for (column, (_, width)) in (0..).zip(HEADERS) {
            sheet.set_column_width(column, width)?;
        }
        sheet.set_column_range_width(GRID, column_of(weeks.count - 1), 2.9)?;
        head(sheet, &weeks, book.about.now.date())?;
        let format = Formats::new();
        let mut row = TOP + 1;
        for plan in plans {
            row = write_plan(sheet, row, plan, &weeks, &format)? + 1;
        }
        bars(sheet, row, &weeks)?;
        Ok(())
    }
}

/// The weeks of the grid, from Monday to Sunday.
struct Weeks {
    first: Date,
    count: u16,
}

impl Weeks {
    fn of(plans: &[PlanRows], today: Date) -> Self {
        let rows = || plans.iter().flat_map(|plan| &plan.rows);
        let first = rows().map(|row| row.start).min().unwrap_or(today);
        let last = rows().map(|row| row.end).max().unwrap_or(first);
        let back = i64::from(first.weekday().since(Weekday::Monday));
        let first = first.saturating_sub(back.days());
        let days = first.until(last).map_or(0, |span| span.get_days());
        let count = u16::try_from(days / 7 + 1).unwrap_or(u16::MAX);
        Self { first, count: count.clamp(1, MOST_WEEKS) }
    }

    fn monday(&self, week: u16) -> Date {
        self.first.saturating_add((7 * i64::from(week)).days())
    }

    fn holds(&self, week: u16, day: Date) -> bool {
        let monday = self.monday(week);
        monday <= day && day < monday.saturating_add(7.days())
    }
}

/// Returns the column of a week of the grid.
const fn column_of(week: u16) -> u16 {
    GRID + week
}

struct Formats {
    text: Format,
    quoted: Format,
    figure: Format,
    day: Format,
    mark: Format,
}

impl Formats {
    fn new() -> Self {
        // One line a row: a bar that is higher than its week is wide is hard to read.
        let text = style::line(style::plain());
        Self {
            quoted: text.clone().set_quote_prefix(),
            figure: text.clone().set_align(FormatAlign::Center),
            day: text.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            mark: style::line(style::plain()).set_align(FormatAlign::Center),
            text,
        }
    }
}

fn head(sheet: &mut Worksheet, weeks: &Weeks, today: Date) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, 0, "Rollout", &style::title())?;
    let note = "One row an activity. Bars follow their dates: change a start or an end and they \
                move. What waits for what is worked out in Trilane.";
    sheet.write_string_with_format(1, 0, note, &style::quiet())?;
    sheet.write_string_with_format(AS_OF, 0, "As of", &style::quiet())?;
    let day = style::plain().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
    put_day(sheet, (AS_OF, 1), Some(today), &day)?;
    for (column, (name, _)) in (0..).zip(HEADERS) {
        sheet.write_string_with_format(TOP, column, name, &style::header())?;
    }
    let monday = style::header().set_num_format("d mmm yy").set_rotation(90).set_bold();
    put_day(sheet, (TOP, GRID), Some(weeks.first), &monday)?;
    for week in 1..weeks.count {
        let before = cell(TOP, column_of(week - 1));
        let result = serial(weeks.monday(week));
        let formula = Formula::new(format!("={before}+7")).set_result(result.to_string());
        sheet.write_formula_with_format(TOP, column_of(week), formula, &monday)?;
    }
    let first = cell(TOP, GRID);
    let as_of = format!("$B${}", AS_OF + 1);
    let this_week = ConditionalFormatFormula::new()
        .set_rule(format!("=AND({as_of}>={first},{as_of}<={first}+6)").as_str())
        .set_format(Format::new().set_background_color("#F3D9D6"));
    let last = column_of(weeks.count - 1);
    sheet.add_conditional_format(TOP, GRID, TOP, last, &this_week)?;
    Ok(())
}

/// Writes a plan and returns the row behind it.
fn write_plan(
    sheet: &mut Worksheet,
    top: u32,
    plan: &PlanRows,
    weeks: &Weeks,
    format: &Formats,
) -> Result<u32, XlsxError> {
    sheet.set_row_height(top, 24)?;
    for column in 0..GRID {
        sheet.write_blank(top, column, &style::section())?;
    }
    let name = style::section().set_quote_prefix();
    sheet.write_string_with_format(top, 0, text::cell(&plan.name).0, &name)?;
    if let Some(refusal) = &plan.refusal {
        sheet.write_string_with_format(top + 1, 0, text::cell(refusal).0, &style::quiet())?;
        return Ok(top + 2);
    }
    let first = top + 1;
    let behind = first + u32::try_from(plan.rows.len()).unwrap_or(u32::MAX);
    let days_off = (behind, behind + u32::try_from(plan.days_off.len()).unwrap_or(0));
    for (row, line) in (first..).zip(&plan.rows) {
        write_row(sheet, row, line, format)?;
        if line.sign == PlanSign::Bar {
            let formula = Formula::new(working_days(row, plan.weekdays, days_off));
            let formula = formula.set_result(line.days.to_string());
            sheet.write_formula_with_format(row, DAYS, formula, &format.figure)?;
        } else {
            sheet.write_blank(row, DAYS, &format.figure)?;
            write_sign(sheet, row, line, weeks, format)?;
        }
    }
    for (row, (day, name)) in (behind..).zip(&plan.days_off) {
        sheet.write_string_with_format(row, 1, "Day off", &format.text)?;
        sheet.write_string_with_format(row, 2, text::cell(name).0, &format.quoted)?;
        put_day(sheet, (row, START), Some(*day), &format.day)?;
    }
    Ok(days_off.1)
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    line: &PlanRow,
    format: &Formats,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, line.phase, &format.text)?;
    sheet.write_string_with_format(row, 1, line.sign.kind(), &format.text)?;
    for (column, words) in [(2, &line.name), (3, &line.owner), (8, &line.needs)] {
        sheet.write_string_with_format(row, column, text::cell(words).0, &format.quoted)?;
    }
    let (promised_start, promised_end) = line.baseline.unzip();
    let days = [
        (START, Some(line.start)),
        (END, Some(line.end)),
        (11, line.started),
        (12, line.done),
        (13, promised_start),
        (14, promised_end),
    ];
    for (column, day) in days {
        put_day(sheet, (row, column), day, &format.day)?;
    }
    match line.planned_days {
        Some(days) => sheet.write_number_with_format(row, 7, days, &format.figure)?,
        None => sheet.write_blank(row, 7, &format.figure)?,
    };
    match line.slack {
        Some(slack) => sheet.write_number_with_format(row, 9, slack, &format.figure)?,
        // An empty cell would let the text before it run on into it.
        None => sheet.write_string_with_format(row, 9, "–", &format.figure)?,
    };
    sheet.write_string_with_format(row, PROGRESS, line.progress, &format.text)?;
    Ok(())
}

/// Returns the formula that counts the working days of a row.
fn working_days(row: u32, weekdays: [bool; 7], (from, behind): (u32, u32)) -> String {
    let span = format!("{},{}", cell(row, START), cell(row, END));
    let start = letters(START);
    let days_off = if from == behind {
        String::new()
    } else {
        format!(",${start}${}:${start}${behind}", from + 1)
    };
    if weekdays == [true, true, true, true, true, false, false] {
        return format!("=NETWORKDAYS({span}{days_off})");
    }
    let free: String = weekdays.iter().map(|&works| if works { '0' } else { '1' }).collect();
    format!("=NETWORKDAYS.INTL({span},\"{free}\"{days_off})")
}

/// Writes what stands in the week of a moment: it too follows when its day is edited.
fn write_sign(
    sheet: &mut Worksheet,
    row: u32,
    line: &PlanRow,
    weeks: &Weeks,
    format: &Formats,
) -> Result<(), XlsxError> {
    let sign = match line.sign {
        PlanSign::Bar => return Ok(()),
        PlanSign::Milestone => "▲",
        PlanSign::Gate => "◇",
        PlanSign::PassedGate => "◆",
    };
    let day = format!("${}{}", letters(START), row + 1);
    for week in 0..weeks.count {
        let column = column_of(week);
        let monday = format!("{}${}", letters(column), TOP + 1);
        let formula = format!("=IF(AND({day}>={monday},{day}<={monday}+6),\"{sign}\",\"\")");
        let result = if weeks.holds(week, line.start) { sign } else { "" };
        let formula = Formula::new(formula).set_result(result);
        sheet.write_formula_with_format(row, column, formula, &format.mark)?;
    }
    Ok(())
}

fn bars(sheet: &mut Worksheet, behind: u32, weeks: &Weeks) -> Result<(), XlsxError> {
    let (first, last) = (TOP + 1, behind.max(TOP + 2) - 1);
    let row = first + 1;
    let monday = format!("{}${}", letters(GRID), TOP + 1);
    let [start, end, days, words] = [START, END, DAYS, PROGRESS].map(letters);
    for (progress, colour) in BARS {
        let rule = format!(
            "=AND(ISNUMBER(${days}{row}),${words}{row}=\"{progress}\",${start}{row}<={monday}+6,${end}{row}>={monday})"
        );
        let bar = ConditionalFormatFormula::new()
            .set_rule(rule.as_str())
            .set_format(Format::new().set_background_color(colour));
        sheet.add_conditional_format(first, GRID, last, column_of(weeks.count - 1), &bar)?;
    }
    Ok(())
}

fn put_day(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    day: Option<Date>,
    format: &Format,
) -> Result<(), XlsxError> {
    match day.and_then(native) {
        Some(day) => sheet.write_datetime_with_format(row, column, &day, format)?,
        None => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

/// Returns the number by which spreadsheets know a day.
fn serial(day: Date) -> f64 {
    native(day).map_or(0.0, |day| day.to_excel())
}

fn cell(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), row + 1)
}

fn letters(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}
