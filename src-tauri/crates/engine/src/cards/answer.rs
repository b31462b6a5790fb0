//! Answering what a card asks, and saying which tasks it serves.

use domain::card::{CardField, CardId, Place, Source, form};
use domain::{Field, TaskId};

use super::make::new_item;
use crate::words::count;
use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Puts an answer into a card's draft. What the field does not take is refused with a sentence:
    /// [`Error::Answer`].
    pub fn answer_card(&mut self, id: CardId, field: &str, text: &str) -> Result<Outcome> {
        let field = form::field(field).filter(|it| it.source == Source::Person);
        let field = field.ok_or(Error::NotFound)?;
        self.answer(id, Place::Card, field, text)
    }

    /// Puts an answer into an item of a list, or into a new one where none is named.
    pub fn answer_card_item(
        &mut self,
        id: CardId,
        list: &str,
        item: Option<&str>,
        column: &str,
        text: &str,
    ) -> Result<(Outcome, String)> {
        let (list, column) = form::column(list, column)
            .filter(|(list, _)| list.source == Source::Person)
            .ok_or(Error::NotFound)?;
        let item = item.map_or_else(new_item, str::to_owned);
        let outcome = self.answer(id, Place::Item(list.key, &item), column, text)?;
        Ok((outcome, item))
    }

    fn answer(
        &mut self,
        id: CardId,
        place: Place<'_>,
        field: &CardField,
        text: &str,
    ) -> Result<Outcome> {
        let text = field.read(text).map_err(Error::Answer)?;
        let card = self.card(id)?;
        let is_same = card.kept.draft.answer(place, field.key) == text;
        self.transact(Op::Card, |change| {
            if !is_same {
                change.tx().put_card_answer(id, place, field.key, &text)?;
            }
            let label = match place {
                Place::Card => field.label.to_owned(),
                Place::Item(list, _) => {
                    let list = form::field(list).map_or("", |list| list.label);
                    format!("{list}: {}", field.label)
                }
            };
            Ok(format!("Changed “{label}” of the card “{}”", card.title()))
        })
    }

    /// Puts lines of text into a list, each line an item, its cells apart by tabs: what a person pasted.
    pub fn paste_card_items(&mut self, id: CardId, list: &str, text: &str) -> Result<Outcome> {
        let field = form::field(list).filter(|it| it.source == Source::Person);
        let field = field.ok_or(Error::NotFound)?;
        let columns = field.columns().ok_or(Error::NotFound)?;
        let card = self.card(id)?;
        let mut answers = Vec::new();
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        for line in &lines {
            let item = new_item();
            for (column, cell) in columns.iter().zip(line.split('\t')) {
                let text = column.read(cell).map_err(Error::Answer)?;
                answers.push((item.clone(), column.key, text));
            }
        }
        self.transact(Op::Card, |change| {
            for (item, column, text) in &answers {
                change.tx().put_card_answer(id, Place::Item(list, item), column, text)?;
            }
            let lines = count(lines.len(), "line");
            Ok(format!("Pasted {lines} into “{}” of the card “{}”", field.label, card.title()))
        })
    }

    /// Removes an item of a list from a card's draft.
    pub fn remove_card_item(&mut self, id: CardId, list: &str, item: &str) -> Result<Outcome> {
        let card = self.card(id)?;
        let columns = form::field(list).and_then(CardField::columns).ok_or(Error::NotFound)?;
        self.transact(Op::Card, |change| {
            for column in columns {
                change.tx().put_card_answer(id, Place::Item(list, item), column.key, "")?;
            }
            let list = form::field(list).map_or("", |list| list.label);
            Ok(format!("Removed a line from “{list}” of the card “{}”", card.title()))
        })
    }

    /// Says that a card serves tasks.
    pub fn link_card(&mut self, id: CardId, tasks: &[TaskId]) -> Result<Outcome> {
        let card = self.card(id)?;
        if tasks.iter().any(|task| self.sheet.task(*task).is_none()) {
            return Err(Error::NotFound);
        }
        self.transact(Op::Card, |change| {
            for task in tasks {
                change.tx().link_card(id, *task)?;
            }
            Ok(format!("The card “{}” serves {} more", card.title(), count(tasks.len(), "task")))
        })
    }

    /// Says that a card no longer serves a task, deleted or not.
    pub fn unlink_card(&mut self, id: CardId, task: TaskId) -> Result<Outcome> {
        let card = self.card(id)?;
        let name = self.served(task)?.name;
        self.transact(Op::Card, |change| {
            change.tx().unlink_card(id, task)?;
            Ok(format!("The card “{}” no longer serves “{name}”", card.title()))
        })
    }

    /// Marks the tasks of a card as needing pictures, sound or layout, which a guardrail looks at.
    pub fn mark_multimodal(&mut self, id: CardId) -> Result<Outcome> {
        let card = self.card(id)?;
        let tasks = card.tasks.iter().filter(|task| !task.is_deleted && !task.is_multimodal);
        let tasks: Vec<TaskId> = tasks.map(|task| task.id).collect();
        self.transact(Op::Edit, |change| {
            for task in &tasks {
                let mut placed = change.task(*task)?;
                change.enter(&mut placed.task, Field::MultimodalContext, "yes");
                change.update(&placed)?;
            }
            Ok(format!("Marked {} as needing multimodal context", count(tasks.len(), "task")))
        })
    }
}
