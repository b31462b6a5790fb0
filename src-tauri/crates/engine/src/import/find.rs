//! Which task a row speaks of: by our hidden id, by a column that tells tasks apart, by its name.

use std::collections::{HashMap, HashSet};

use domain::{Field, TaskId};
use spreadsheet::Draft;
use unicode_normalization::UnicodeNormalization;

use super::base::Base;
use crate::Sheet;
use crate::cells::fold;

/// What a row speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// This task, by its hidden id.
    Id(TaskId),
    /// This task, by other means.
    Likely(TaskId),
    /// A task that was deleted since the file was made.
    Gone(TaskId),
    /// As many tasks that are not told apart.
    Many(usize),
    /// None that is here.
    Nobody,
}

/// Finds tasks.
pub(super) struct Finder<'a> {
    sheet: &'a Sheet,
    base: &'a Base,
    key: Option<Field>,
    by_key: HashMap<String, Vec<TaskId>>,
    by_name: HashMap<String, Vec<TaskId>>,
    /// The names that have accents, without them.
    plain_names: HashSet<String>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(sheet: &'a Sheet, base: &'a Base, key: Option<Field>) -> Self {
        let (mut by_key, mut by_name) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        let mut plain_names = HashSet::new();
        for task in sheet.tasks() {
            let name = same(&task.name);
            if !name.is_empty() {
                if !name.is_ascii() {
                    plain_names.insert(fold(&name));
                }
                by_name.entry(name).or_default().push(task.id);
            }
            let key = key.map_or_else(String::new, |key| same(&task.text(key)));
            if !key.is_empty() {
                by_key.entry(key).or_default().push(task.id);
            }
        }
        Self { sheet, base, key, by_key, by_name, plain_names }
    }

    /// Returns what a row speaks of.
    pub(super) fn find(&self, draft: &Draft) -> Found {
        if let Some(id) = draft.task_id {
            if self.sheet.task(id).is_some() {
                return Found::Id(id);
            }
            if self.base.task(id, None).is_some() {
                return Found::Gone(id);
            }
        }
        let key = self.key.and_then(|key| draft.text(key)).map(same).unwrap_or_default();
        if let Some(tasks) = self.by_key.get(&key).filter(|_| !key.is_empty()) {
            return one_of(tasks);
        }
        let name = same(draft.text(Field::Name).unwrap_or_default());
        let Some(named) = self.by_name.get(&name) else { return Found::Nobody };
        // A task that another key was given is another task, whatever it is called.
        let may_be = |id: &&TaskId| {
            let theirs =
                self.key.zip(self.sheet.task(**id)).map(|(key, task)| same(&task.text(key)));
            key.is_empty() || theirs.is_none_or(|theirs| theirs.is_empty() || theirs == key)
        };
        let named: Vec<TaskId> = named.iter().filter(may_be).copied().collect();
        if named.is_empty() { Found::Nobody } else { one_of(&named) }
    }

    /// Returns whether a task has this name but for its accents.
    pub(super) fn has_alike(&self, name: &str) -> bool {
        let plain = fold(name);
        self.plain_names.contains(&plain) || plain != name && self.by_name.contains_key(&plain)
    }
}

fn one_of(tasks: &[TaskId]) -> Found {
    match tasks {
        [one] => Found::Likely(*one),
        many => Found::Many(many.len()),
    }
}

/// Returns a text as names are compared: without case, with single blanks.
pub(super) fn same(text: &str) -> String {
    let text: String = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.nfkc().flat_map(char::to_lowercase).collect()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
