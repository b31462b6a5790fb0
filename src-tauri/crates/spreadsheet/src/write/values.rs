//! The worksheet as plain values: comma- or tab-separated for other programs, a Markdown table for a page.

use std::borrow::Cow;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::{DecisionState, Dimension, Field, Lane, Task};

use super::plan::Plan;
use super::{About, CsvWriter, WriteError, Written, formulas, matrix, text};
use crate::layout::{self, Column};

/// A file of plain values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// Comma-separated.
    Commas {
        /// Whether a text that starts like a formula gets an apostrophe, as OWASP advises.
        guarded: bool,
    },
    /// Tab-separated.
    Tabs {
        /// Whether a text that starts like a formula gets an apostrophe, as OWASP advises.
        guarded: bool,
    },
    /// A Markdown table of what fits on a page.
    Markdown,
}

/// Writes the worksheet as plain values.
///
/// A text that its field refused stands in its cell, so that nothing is lost on the way. What `out` holds
/// after an error is no file: write beside the target and rename.
pub fn write_values(
    tasks: &[&Task],
    about: &About,
    values: Values,
    mut out: impl Write,
    progress: &dyn Fn(usize),
    cancelled: &AtomicBool,
) -> Result<Written, WriteError> {
    let plan = Plan::new(&about.columns, u32::try_from(tasks.len()).unwrap_or(u32::MAX));
    let lines = tasks.iter().enumerate().map(|(place, task)| {
        if place % 500 == 0 {
            progress(place);
        }
        if cancelled.load(Ordering::Relaxed) { Err(WriteError::Cancelled) } else { Ok(*task) }
    });
    let is_number = |column, text: &str| is_figure(column) && text.parse::<f64>().is_ok();
    match values {
        Values::Commas { guarded } | Values::Tabs { guarded } => {
            let separator = if values == (Values::Tabs { guarded }) { b'\t' } else { b',' };
            let mut csv = CsvWriter::plain(&mut out, separator).map_err(WriteError::Disk)?;
            let headers =
                plan.columns.iter().zip(&plan.headers).map(|(&column, name)| match column {
                    Column::Id if !guarded => layout::PLAIN_ID.into(),
                    _ if guarded => text::guarded(name),
                    _ => name.into(),
                });
            let headers: Vec<Cow<'_, str>> = headers.collect();
            csv.row(headers.iter().map(AsRef::as_ref)).map_err(WriteError::Disk)?;
            for task in lines {
                let cells = plan.columns.iter().zip(row(task?, &plan, about));
                let cells: Vec<String> = cells
                    .map(|(&column, cell)| {
                        let is_plain = !guarded || is_number(column, &cell);
                        if is_plain { cell } else { text::guarded(&cell).into_owned() }
                    })
                    .collect();
                csv.row(cells.iter().map(String::as_str)).map_err(WriteError::Disk)?;
            }
            csv.finish().map_err(WriteError::Disk)?;
        }
        Values::Markdown => {
            let shown = usize::from(plan.place(Column::Hours)) + 1;
            markdown(&mut out, plan.headers[..shown].iter().map(String::as_str))?;
            markdown(&mut out, (0..shown).map(|_| "---"))?;
            for task in lines {
                let cells: Vec<String> =
                    row(task?, &plan, about).take(shown).map(|it| in_a_table(&it)).collect();
                markdown(&mut out, cells.iter().map(String::as_str))?;
            }
        }
    }
    out.flush().map_err(WriteError::Disk)?;
    Ok(Written { tasks: tasks.len(), ..Written::default() })
}

/// A minus before a figure is no formula.
const fn is_figure(column: Column) -> bool {
    matches!(
        column,
        Column::Field(
            Field::Score(_) | Field::MonthlyVolume | Field::MinutesPerItem | Field::Custom(_)
        ) | Column::Sum
            | Column::Hours
    )
}

/// Returns what stands in the columns of a task.
fn row<'a>(
    task: &'a Task,
    plan: &'a Plan,
    about: &'a About,
) -> impl Iterator<Item = String> + use<'a> {
    let verdict = task.verdict(&about.guardrails, about.now.date());
    let name = |lane: Option<Lane>| lane.map_or_else(String::new, |lane| lane.name().to_owned());
    plan.columns.iter().map(move |&column| {
        let decision = verdict.decision;
        match column {
            Column::Field(field) => task.shown_text(field),
            Column::Sum => task.composite().map_or_else(String::new, |it| it.get().to_string()),
            Column::Lane => name(verdict.recommended),
            Column::Guarded => name(verdict.guarded),
            Column::Guardrail => {
                verdict.caps.first().map_or_else(String::new, |rule| rule.sentence())
            }
            Column::DecidedLane => name(decision.map(|(it, _)| it.lane)),
            Column::DecisionState => decision
                .map_or_else(String::new, |(_, it): (_, DecisionState)| formulas::state(it).into()),
            Column::Effective => name(verdict.lane),
            Column::Hours => task.hours_per_month().map_or_else(String::new, |it| it.to_string()),
            Column::Decided => decision
                .map_or_else(String::new, |(it, _)| matrix::decided(it, about.now.time_zone())),
            Column::DecidedUntil => decision
                .and_then(|(it, _)| it.until)
                .map_or_else(String::new, |day| day.to_string()),
            Column::DecidedOn => decision.map_or_else(String::new, |(it, _)| {
                let score =
                    |on| it.scores.get(on).map_or_else(String::new, |it| it.get().to_string());
                Dimension::ALL.map(score).join("-")
            }),
            Column::Id => task.id.to_string(),
        }
    })
}

fn markdown<'a>(
    out: &mut impl Write,
    cells: impl Iterator<Item = &'a str>,
) -> Result<(), WriteError> {
    let line = cells.fold(String::from("|"), |line, cell| line + " " + cell + " |");
    writeln!(out, "{line}").map_err(WriteError::Disk)
}

/// Returns a text that stays in its cell of a Markdown table and makes no markup.
fn in_a_table(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => cell.push_str("<br>"),
            '\r' => {}
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' => {
                cell.push('\\');
                cell.push(character);
            }
            character => cell.push(character),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_in_its_cell_of_a_markdown_table() {
        assert_eq!(in_a_table("a|b\n*c* <i>"), "a\\|b<br>\\*c\\* \\<i>");
    }
}
