//! Making one task of several.

use domain::{CustomColumn, Decision, Field, Scores, Task, TaskId};
use storage::PlacedTask;

use super::compare::{differ, in_order};
use crate::cells::Column;
use crate::sheet::Ground;
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

/// From which task a column is kept.
type Kept = (Column, TaskId);

impl Workspace {
    /// Makes one task of several, as one step. The first in the worksheet stays, with the values that are
    /// kept; the others go.
    ///
    /// `kept` says from which task a column is kept; the fullest value is where it does not say. Scores that
    /// differ, and decided lanes that do, must be chosen: [`Error::NotChosen`]. Lists and notes are joined.
    pub fn merge_tasks(&mut self, ids: &[TaskId], kept: &[Kept]) -> Result<Outcome> {
        self.transact(Op::MergeDuplicates, |change| {
            let ids = in_order(ids, |id| change.sheet().rank_of(id))?;
            let placed: Vec<PlacedTask> =
                ids.iter().map(|id| change.task(*id)).collect::<Result<_>>()?;
            let tasks: Vec<&Task> = placed.iter().map(|it| &it.task).collect();
            let merged = merged(&tasks, kept, change.sheet().ground())?;
            let sentence = format!("Merged {} into “{}”", count(ids.len(), "task"), merged.name);
            change.update(&PlacedTask { task: merged, position: placed[0].position })?;
            for gone in &ids[1..] {
                change.delete(*gone)?;
            }
            Ok(sentence)
        })
    }
}

fn merged(tasks: &[&Task], kept: &[Kept], ground: &Ground) -> Result<Task> {
    let mut merged = tasks[0].clone();
    let chosen = |column| {
        let task = kept.iter().find(|(other, _)| *other == column)?.1;
        tasks.iter().position(|other| other.id == task)
    };
    let fields = Field::ALL.into_iter().chain(ground.columns.iter().map(CustomColumn::field));
    for field in fields {
        let texts: Vec<String> = tasks.iter().map(|task| task.shown_text(field)).collect();
        match field {
            Field::Channels | Field::DownstreamSystems | Field::Tags | Field::Notes => {
                join(&mut merged, field, &texts, ground)?;
            }
            // The scores come before the reasons, so that what is kept of them is known.
            Field::Rationale(dimension) => {
                let score = merged.shown_text(Field::Score(dimension));
                let fits = |task: &Task| {
                    let own = task.shown_text(Field::Score(dimension));
                    own.is_empty() || own == score
                };
                let reasons = tasks.iter().filter(|task| fits(task));
                let reasons: Vec<String> = reasons.map(|task| task.shown_text(field)).collect();
                join(&mut merged, field, &reasons, ground)?;
            }
            Field::MultimodalContext => {
                merged.needs_multimodal_context =
                    tasks.iter().any(|task| task.needs_multimodal_context);
            }
            _ => {
                let asked = matches!(field, Field::Score(_)) && differ(&texts);
                let from = match chosen(Column::Field(field)) {
                    Some(place) => place,
                    None if asked => return Err(not_chosen(ground.name_of(field))),
                    None => fullest(field, tasks),
                };
                copy(field, tasks[from], &mut merged);
            }
        }
    }
    merged.decision = decision(tasks, chosen(Column::Decision), merged.counted_scores())?;
    merged.reference = tasks.iter().find_map(|task| task.reference.clone());
    Ok(merged)
}

/// Returns the decision that stays: the chosen one, or of those about the same lane the newest that was made
/// on these scores. One that was made on others is kept and goes stale.
fn decision(tasks: &[&Task], chosen: Option<usize>, scores: Scores) -> Result<Option<Decision>> {
    if let Some(place) = chosen {
        return Ok(tasks[place].decision.clone());
    }
    let decisions: Vec<&Decision> = tasks.iter().filter_map(|it| it.decision.as_ref()).collect();
    if decisions.windows(2).any(|two| two[0].lane != two[1].lane) {
        return Err(not_chosen("Decision"));
    }
    let newest = decisions.into_iter().max_by_key(|it| (it.scores == scores, it.at));
    Ok(newest.cloned())
}

/// Copies what the cell of a field shows, a refused text and the words that a score was given under included.
fn copy(field: Field, from: &Task, to: &mut Task) {
    // A task's own text was taken before.
    let _ = to.enter(field, &from.text(field));
    if let Some(found) = from.rejected.get(&field) {
        to.rejected.insert(field, found.clone());
    }
    if let Field::Score(dimension) = field {
        to.rubrics[dimension.index()] = from.rubrics[dimension.index()];
    }
}

fn join(task: &mut Task, field: Field, texts: &[String], ground: &Ground) -> Result<()> {
    task.enter(field, &together(field, texts))
        .map_err(|_| Error::TooLongTogether(ground.name_of(field).to_owned()))
}

/// Returns texts as one: lists without repeats, and paragraphs that stand once each.
pub(super) fn together(field: Field, texts: &[String]) -> String {
    let is_list = matches!(field, Field::Channels | Field::DownstreamSystems | Field::Tags);
    if is_list {
        let mut task = Task::blank(TaskId::nil());
        // Only a text that is too long is refused, and then it is so for whoever enters it.
        return match task.enter(field, &texts.join(", ")) {
            Ok(()) => task.text(field),
            Err(_) => texts.join(", "),
        };
    }
    let mut said: Vec<&str> = Vec::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !said.contains(&text.as_str()) {
            said.push(text);
        }
    }
    said.join("\n\n")
}

/// Returns which task has the fullest value: the longest of free texts, else that of the task about which most
/// is known; of equals the first.
pub(super) fn fullest(field: Field, tasks: &[&Task]) -> usize {
    let is_free = matches!(field, Field::Name | Field::Description);
    let fullness = |task: &Task| {
        let text = task.shown_text(field);
        let filled = || Field::ALL.iter().filter(|it| !task.shown_text(**it).is_empty()).count();
        let weight = if is_free { text.chars().count() } else { filled() + task.custom.len() };
        (!text.is_empty(), weight)
    };
    let weights: Vec<_> = tasks.iter().map(|task| fullness(task)).collect();
    // Of equals `max_by_key` takes the last.
    (0..tasks.len()).rev().max_by_key(|place| weights[*place]).unwrap_or_default()
}

fn not_chosen(name: &str) -> Error {
    Error::NotChosen(name.to_owned())
}
