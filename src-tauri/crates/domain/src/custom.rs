//! Columns that an organisation adds to the worksheet.

use jiff::civil::Date;

use crate::entry::{decimal, keep_refused, one_line};
use crate::identity::identity;
use crate::refusal::{Refusal, RefusalReason};
use crate::{Field, Task};

identity! {
    /// The identity of a custom column: a time-ordered UUID, the same in every copy of a workspace.
    ColumnId
}

/// A column that an organisation added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomColumn {
    /// Its identity.
    pub id: ColumnId,
    /// What stands in its header.
    pub name: String,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// What may be chosen, in order; for a column of choices only.
    pub choices: Vec<String>,
}

/// What the cells of a custom column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Any text on one line.
    Text,
    /// A number.
    Number,
    /// One of a list.
    Choice,
    /// A day of the calendar.
    Date,
}

impl ColumnKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Text, Self::Number, Self::Choice, Self::Date];

    /// Returns the stable name used in storage and on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Choice => "choice",
            Self::Date => "date",
        }
    }

    /// Returns the kind with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl CustomColumn {
    /// Returns the field that this column is.
    pub const fn field(&self) -> Field {
        Field::Custom(self.id)
    }

    /// Puts what a person entered into this column's cell of a task, or returns why it is not taken.
    pub fn enter(&self, task: &mut Task, text: &str) -> Result<(), Refusal> {
        let refuse = |reason| Refusal {
            field: self.field(),
            name: self.name.clone(),
            found: text.to_owned(),
            reason,
        };
        let taken = self.read(text).map_err(refuse)?;
        task.enter(self.field(), &taken)
    }

    /// As [`CustomColumn::enter`], but a refused text is kept in the cell for mending.
    pub fn enter_or_keep(&self, task: &mut Task, text: &str) -> Option<Refusal> {
        let refusal = self.enter(task, text).err()?;
        keep_refused(task, &refusal);
        Some(refusal)
    }

    /// Returns a text as this column writes it.
    fn read(&self, text: &str) -> Result<String, RefusalReason> {
        let text = one_line(text);
        if text.is_empty() {
            return Ok(text);
        }
        match self.kind {
            ColumnKind::Text => Ok(text),
            ColumnKind::Number => {
                decimal(&text).map(|it| it.to_string()).ok_or(RefusalReason::NotANumber)
            }
            ColumnKind::Choice => {
                let wanted = text.to_lowercase();
                let found = self.choices.iter().find(|choice| choice.to_lowercase() == wanted);
                found.cloned().ok_or(RefusalReason::NotAChoice)
            }
            ColumnKind::Date => day(&text).map(|it| it.to_string()).ok_or(RefusalReason::NotADay),
        }
    }
}

/// Reads a day written as 2026-12-31 or 31.12.2026, or with slashes where the order shows.
fn day(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mark = if text.contains('.') { '.' } else { '/' };
    let parts: Vec<i16> = text.split(mark).map(|it| it.parse().ok()).collect::<Option<_>>()?;
    let [first, second, year] = parts[..] else { return None };
    let (day, month) = match mark {
        '.' => (first, second),
        // Which of the two is the month shows only where one is too large for it.
        _ if first > 12 || first == second => (first, second),
        _ if second > 12 => (second, first),
        _ => return None,
    };
    let known_century = year >= 1000;
    let [day, month] = [day, month].map(|it| i8::try_from(it).ok());
    known_century.then(|| Date::new(year, month?, day?).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::TaskId;

    fn column(kind: ColumnKind) -> CustomColumn {
        let choices = vec!["EMEA".into(), "Américas".into()];
        CustomColumn { id: ColumnId::new(Uuid::nil()), name: "Extra".into(), kind, choices }
    }

    #[track_caller]
    fn check(kind: ColumnKind, text: &str, expected: Result<&str, RefusalReason>) {
        let mut task = Task::blank(TaskId::nil());
        let entered = column(kind).enter(&mut task, text).map_err(|refusal| refusal.reason);
        assert_eq!(
            entered.map(|()| task.text(column(kind).field())),
            expected.map(str::to_owned),
            "{text:?}"
        );
    }

    #[test]
    fn each_kind_takes_what_it_holds_and_writes_it_one_way() {
        check(ColumnKind::Text, " any\nthing ", Ok("any thing"));
        check(ColumnKind::Number, "1,5", Ok("1.5"));
        check(ColumnKind::Number, "-3", Ok("-3"));
        check(ColumnKind::Number, "three", Err(RefusalReason::NotANumber));
        check(ColumnKind::Choice, "emea", Ok("EMEA"));
        check(ColumnKind::Choice, "APAC", Err(RefusalReason::NotAChoice));
        check(ColumnKind::Date, "2026-12-31", Ok("2026-12-31"));
        check(ColumnKind::Date, "31.12.2026", Ok("2026-12-31"));
        check(ColumnKind::Date, "12/31/2026", Ok("2026-12-31"));
        check(ColumnKind::Date, "3/4/2026", Err(RefusalReason::NotADay));
        check(ColumnKind::Date, "31.02.2026", Err(RefusalReason::NotADay));
        for kind in ColumnKind::ALL {
            check(kind, "", Ok(""));
        }
    }

    #[test]
    fn a_refusal_names_the_column() {
        let mut task = Task::blank(TaskId::nil());
        let refusal = column(ColumnKind::Date).enter_or_keep(&mut task, "3/4/2026");
        assert_eq!(
            refusal.map(|it| it.sentence()).as_deref(),
            Some("Extra is “3/4/2026”. Write the day as 2026-12-31.")
        );
        assert_eq!(task.shown_text(column(ColumnKind::Date).field()), "3/4/2026");
    }
}
