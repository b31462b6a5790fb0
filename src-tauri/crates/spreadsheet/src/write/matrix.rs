//! The sheet of tasks.
//!
//! Its formulas read the thresholds by name from the legend, so a finance director can change them
//! there and see every lane follow.

use domain::{ColumnKind, CustomColumn, Decision, Field, Lane, Task};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, Formula, Table, TableColumn, TableStyle, Worksheet,
    XlsxError,
};

use super::book::{Book, Page};
use super::plan::{Plan, score};
use super::{WriteError, formulas, guide, style, text};
use crate::layout::{self, Column};

/// The sheet of tasks, with room for more of them below.
pub(super) struct Matrix;

impl Page for Matrix {
    fn name(&self) -> &'static str {
        layout::MATRIX
    }

    fn is_long(&self) -> bool {
        true
    }

    fn write(&self, sheet: &mut Worksheet, book: &mut Book<'_>) -> Result<(), WriteError> {
        begin(sheet, book)?;
        for (row, task) in (1..).zip(book.tasks) {
            book.keep_going(row)?;
            let mut line = Line { sheet: &mut *sheet, book, row, cut: 0 };
            line.task(task)?;
            book.written.cut_texts += line.cut;
            book.written.tasks += 1;
        }
        let rows = u32::try_from(book.tasks.len()).unwrap_or(u32::MAX);
        let blank = Task::blank(domain::TaskId::nil());
        for row in rows + 1..=rows + book.spare {
            Line { sheet: &mut *sheet, book, row, cut: 0 }.task(&blank)?;
        }
        guide::end(sheet, book)?;
        Ok(())
    }
}

/// Returns the format of a whole column; looking one up for every cell costs more than the cell.
fn column_format(column: Column, custom: &[CustomColumn]) -> Format {
    let format = cell_format(column, custom);
    format.set_align(FormatAlign::VerticalCenter)
}

fn cell_format(column: Column, custom: &[CustomColumn]) -> Format {
    let entered = style::plain().set_font_color(style::ENTERED);
    let day = "d mmm yyyy";
    match column {
        Column::Field(Field::Score(_)) => entered.set_align(FormatAlign::Center),
        Column::Sum => style::bold().set_align(FormatAlign::Center),
        Column::Field(Field::MonthlyVolume | Field::MinutesPerItem) => {
            entered.set_num_format("#,##0.##;-#,##0.##;0")
        }
        Column::Field(Field::Custom(_)) => {
            match custom.iter().find(|it| Column::Field(it.field()) == column).map(|it| it.kind) {
                Some(ColumnKind::Date) => style::plain().set_num_format(day),
                _ => style::wrapped(),
            }
        }
        Column::Hours => style::plain().set_num_format("#,##0.0"),
        Column::Effective => style::bold(),
        Column::DecidedUntil => style::plain().set_num_format(day),
        Column::Field(Field::Name) => style::bold().set_text_wrap(),
        _ => style::wrapped(),
    }
}

const fn is_made(column: Column) -> bool {
    matches!(
        column,
        Column::Sum
            | Column::Lane
            | Column::Guarded
            | Column::Guardrail
            | Column::DecisionState
            | Column::Effective
            | Column::Hours
    )
}

fn header_format(column: Column) -> Format {
    let header = style::header();
    let header =
        if is_made(column) { header.set_background_color(style::MADE_BAND) } else { header };
    match column {
        Column::Field(Field::Score(_)) | Column::Sum => header.set_align(FormatAlign::Center),
        Column::Field(Field::MonthlyVolume | Field::MinutesPerItem) | Column::Hours => {
            header.set_align(FormatAlign::Right)
        }
        _ => header,
    }
}

/// Returns the formula of a column of the table, the same in every row.
fn formula(book: &Book<'_>, column: Column) -> Option<String> {
    let formulas = &book.formulas;
    let template = match column {
        Column::Sum => &formulas.sum,
        Column::Lane => &formulas.lane,
        Column::Guarded => &book.rules.formulas.as_ref()?[0],
        Column::Guardrail => &book.rules.formulas.as_ref()?[1],
        Column::DecisionState => &formulas.state,
        Column::Effective => &formulas.effective,
        Column::Hours => &formulas.hours,
        _ => return None,
    };
    Some(template.at(0))
}

/// Writes the header and everything that belongs to the whole sheet.
fn begin(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    let (plan, custom) = (&book.plan, &book.about.columns);
    // Otherwise an empty result is written as 0.
    sheet.set_formula_result_default("");
    // Two lines a row: rows of one height are read faster than rows that fit their longest text.
    sheet.set_default_row_height(31);
    sheet.set_row_height(0, 36)?;
    sheet.set_screen_gridlines(false);
    let mut headers = Vec::with_capacity(plan.columns.len());
    for (place, (&column, name)) in (0..).zip(plan.columns.iter().zip(&plan.headers)) {
        sheet.set_column_width(place, column.width())?;
        sheet.set_column_format(place, &column_format(column, custom))?;
        let header = header_format(column);
        if plan.is_table {
            let mut made = TableColumn::new().set_header(name).set_header_format(header);
            if let Some(formula) = formula(book, column) {
                // So that Excel puts it into a row that is added below.
                made = made.set_formula(Formula::new(formula));
            }
            headers.push(made);
        } else {
            sheet.write_string_with_format(0, place, name, &header)?;
        }
        if column.is_hidden() {
            sheet.set_column_hidden(place)?;
        }
    }
    let last = plan.place(*plan.columns.last().expect("there are columns"));
    if plan.is_table {
        let table =
            Table::new().set_name(layout::TASKS).set_style(TableStyle::None).set_columns(&headers);
        sheet.add_table(0, 0, plan.rows, last, &table)?;
    } else {
        sheet.autofilter(0, 0, plan.rows, last)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?.set_repeat_columns(0, 0)?;
    // Long texts stay on the screen: with them the page would be too small to read.
    sheet.set_print_area(0, 0, plan.rows, plan.place(Column::Hours))?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&8&F&C&8&A&R&8Page &P of &N");
    Ok(())
}

/// A row that is being written.
struct Line<'a, 'b> {
    sheet: &'a mut Worksheet,
    book: &'a Book<'b>,
    row: u32,
    cut: usize,
}

impl Line<'_, '_> {
    fn task(&mut self, task: &Task) -> Result<(), WriteError> {
        let book = self.book;
        let about = book.about;
        let verdict = task.verdict(&about.guardrails, about.now.date());
        let rules = book.rules.formulas_for(task);
        let name = |lane: Option<Lane>| lane.map_or("", Lane::name);
        let decision = verdict.decision;
        for (place, &column) in (0..).zip(&book.plan.columns) {
            let formulas = &book.formulas;
            match column {
                Column::Field(field) => self.field(place, task, field)?,
                Column::Sum => {
                    let sum = task.composite().map_or_else(String::new, |it| it.get().to_string());
                    self.formula(place, formulas.sum.at(self.row + 1), sum)?;
                }
                Column::Lane => {
                    let lane = name(verdict.recommended);
                    self.formula(place, formulas.lane.at(self.row + 1), lane)?;
                }
                Column::Guarded => match rules {
                    Some([guarded, _]) => {
                        self.formula(place, guarded.at(self.row + 1), name(verdict.guarded))?;
                    }
                    None => self.fixed(place, name(verdict.guarded))?,
                },
                Column::Guardrail => {
                    let sentence = verdict.caps.first().map(|rule| rule.sentence());
                    let sentence = sentence.unwrap_or_default();
                    match rules {
                        Some([_, words]) => {
                            let shown = text::cell(&sentence).0.into_owned();
                            self.formula(place, words.at(self.row + 1), shown)?;
                        }
                        None => self.fixed(place, &sentence)?,
                    }
                }
                Column::DecidedLane => {
                    self.words(place, name(decision.map(|(it, _)| it.lane)))?;
                }
                Column::DecisionState => {
                    let state = decision.map_or("", |(_, state)| formulas::state(state));
                    self.formula(place, formulas.state.at(self.row + 1), state)?;
                }
                Column::Effective => {
                    let lane = name(verdict.lane);
                    self.formula(place, formulas.effective.at(self.row + 1), lane)?;
                }
                Column::Hours => {
                    let hours = task.hours_per_month();
                    let hours = hours.map_or_else(String::new, |it| it.to_string());
                    self.formula(place, formulas.hours.at(self.row + 1), hours)?;
                }
                Column::Decided => {
                    let words = decision.map(|(it, _)| decided(it, about.now.time_zone()));
                    self.words(place, &words.unwrap_or_default())?;
                }
                Column::DecidedUntil => {
                    if let Some(day) = decision.and_then(|(it, _)| it.until) {
                        self.day(place, day)?;
                    }
                }
                Column::DecidedOn => {
                    if let Some((decision, _)) = decision {
                        let scores = domain::Dimension::ALL.map(|it| {
                            decision
                                .scores
                                .get(it)
                                .map_or_else(String::new, |it| it.get().to_string())
                        });
                        self.words(place, &scores.join("-"))?;
                    }
                }
                Column::Id if task.id == domain::TaskId::nil() => {}
                Column::Id => {
                    self.sheet.write_string(self.row, place, task.id.to_string())?;
                }
            }
        }
        Ok(())
    }

    fn formula(
        &mut self,
        place: u16,
        formula: String,
        result: impl Into<String>,
    ) -> Result<(), WriteError> {
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula(self.row, place, formula)?;
        Ok(())
    }

    fn field(&mut self, place: u16, task: &Task, field: Field) -> Result<(), WriteError> {
        // What was refused is no value, and the value under it does not count: the cell stays blank.
        if task.rejected.contains_key(&field) {
            return Ok(());
        }
        let number = match field {
            Field::Score(dimension) => task.scores.get(dimension).map(|it| f64::from(it.get())),
            Field::MonthlyVolume => task.monthly_volume.map(f64::from),
            Field::MinutesPerItem => task.minutes_per_item,
            Field::Custom(_) => return self.custom(place, task, field),
            _ => return self.words(place, &task.text(field)),
        };
        if let Some(number) = number {
            self.sheet.write_number(self.row, place, number)?;
        }
        Ok(())
    }

    /// Writes what stands in a column of the organisation's own, as its kind of value.
    fn custom(&mut self, place: u16, task: &Task, field: Field) -> Result<(), WriteError> {
        let whole = task.text(field);
        let kind = self.book.about.columns.iter().find(|it| it.field() == field).map(|it| it.kind);
        let number = || whole.parse::<f64>().ok().filter(|it| it.to_string() == whole);
        match kind {
            Some(ColumnKind::Number) if let Some(number) = number() => {
                self.sheet.write_number(self.row, place, number)?;
                Ok(())
            }
            Some(ColumnKind::Date) if let Ok(day) = whole.parse::<Date>() => self.day(place, day),
            _ => self.words(place, &whole),
        }
    }

    fn day(&mut self, place: u16, day: Date) -> Result<(), WriteError> {
        let year = u16::try_from(day.year()).unwrap_or_default();
        let [month, number] = [day.month(), day.day()].map(i8::unsigned_abs);
        match ExcelDateTime::from_ymd(year, month, number) {
            Ok(date) => {
                self.sheet.write_datetime(self.row, place, &date)?;
                Ok(())
            }
            // Excel's calendar begins with 1900.
            Err(_) => self.words(place, &day.to_string()),
        }
    }

    /// Writes a text where the rest of the column has a formula.
    fn fixed(&mut self, place: u16, whole: &str) -> Result<(), WriteError> {
        if whole.is_empty() {
            self.sheet.write_blank(self.row, place, &style::wrapped())?;
        }
        self.words(place, whole)
    }

    /// Writes a text that is never a formula.
    fn words(&mut self, place: u16, whole: &str) -> Result<(), WriteError> {
        let (text, was_cut) = text::cell(whole);
        if text::is_dangerous(&text) {
            self.sheet.write_string_with_format(self.row, place, text, &self.book.quoted)?;
        } else if !text.is_empty() {
            self.sheet.write_string(self.row, place, text)?;
        }
        self.cut += usize::from(was_cut);
        Ok(())
    }
}

/// Returns who decided, when and why.
pub(super) fn decided(decision: &Decision, zone: &TimeZone) -> String {
    let at = jiff::Timestamp::from_millisecond(decision.at).unwrap_or_default();
    let day = at.to_zoned(zone.clone()).date();
    let by = if decision.by.is_empty() { "no name" } else { &decision.by };
    let reason = if decision.reason.is_empty() { "As recommended" } else { &decision.reason };
    format!("{reason} ({by}, {day})")
}

/// Returns the places of the four scores.
pub(super) fn score_places(plan: &Plan) -> [u16; 4] {
    domain::Dimension::ALL.map(|dimension| plan.place(score(dimension)))
}
