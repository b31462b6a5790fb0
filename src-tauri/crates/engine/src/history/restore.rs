//! A task as it was once.

use domain::{CustomColumn, Field, Task, TaskId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use storage::PlacedTask;

use crate::sheet::Ground;
use crate::tasks::MOST_TASKS;
use crate::{Error, Op, Outcome, Result, Workspace};

/// How many fields the sentence names before it only counts them.
const MOST_NAMED: usize = 4;

impl Workspace {
    /// Makes a task what it was right after an entry, even if it was deleted since.
    ///
    /// Its row stays where it stands now, and its decision is left as it is.
    pub fn restore_task(&mut self, id: TaskId, entry: u32) -> Result<Outcome> {
        let read = self.database.read();
        let then = read.task_after(id, entry)?.ok_or(Error::NotFound)?;
        let made = read.audit_entries(entry.checked_add(1), 1)?.pop().ok_or(Error::NotFound)?;
        let when = in_words(made.at);
        self.transact(Op::Restore, |change| {
            let present = change.sheet().placed_task(id).cloned();
            let Some(present) = present else {
                if change.sheet().task_count() >= MOST_TASKS {
                    return Err(Error::TooManyTasks);
                }
                let sentence = format!("Brought back {} as it was on {when}", called(&then.task));
                change.insert(then)?;
                return Ok(sentence);
            };
            let task = with_fields_of(then.task, &present.task);
            let differing = differing(&task, &present.task, change.sheet().ground());
            if differing.is_empty() && task == present.task {
                return Ok(String::new());
            }
            let sentence = format!("Restored {} as it was on {when}", called(&task));
            change.update(&PlacedTask { task, position: present.position })?;
            Ok(if differing.is_empty() { sentence } else { format!("{sentence}: {differing}") })
        })
    }
}

/// Returns a task with the fields that it had then, and all else as it is now.
fn with_fields_of(then: Task, now: &Task) -> Task {
    Task {
        name: then.name,
        description: then.description,
        channels: then.channels,
        owner: then.owner,
        downstream_systems: then.downstream_systems,
        scores: then.scores,
        rationales: then.rationales,
        rubrics: then.rubrics,
        monthly_volume: then.monthly_volume,
        minutes_per_item: then.minutes_per_item,
        tags: then.tags,
        needs_multimodal_context: then.needs_multimodal_context,
        notes: then.notes,
        custom: then.custom,
        reference: then.reference,
        rejected: then.rejected,
        ..now.clone()
    }
}

/// Names the fields that show something else.
fn differing(task: &Task, other: &Task, ground: &Ground) -> String {
    let fields = Field::ALL.into_iter().chain(ground.columns.iter().map(CustomColumn::field));
    let names: Vec<String> = fields
        .filter(|&field| task.shown_text(field) != other.shown_text(field))
        .map(|field| ground.name_of(field).to_owned())
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if names.len() <= MOST_NAMED => {
            format!("{} and {last}", first.join(", "))
        }
        _ => format!("{} fields", names.len()),
    }
}

fn called(task: &Task) -> String {
    if task.name.is_empty() {
        "a task without a name".to_owned()
    } else {
        format!("“{}”", task.name)
    }
}

fn in_words(at: i64) -> String {
    let at = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_zoned(TimeZone::system()).strftime("%-d %B %Y, %H:%M").to_string()
}
