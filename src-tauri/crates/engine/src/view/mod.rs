//! The rows that the worksheet shows, and in which order.
//!
//! A view sorts, filters and groups; it changes no task. Rows keep their places while somebody works in
//! them, as in a spreadsheet: a row that no longer fits its place or its filter stays where it is until
//! the view is asked for again.

mod filter;
mod group;
mod sort;
mod spec;

use std::collections::{BTreeSet, HashMap};

use domain::TaskId;

use crate::Sheet;

pub use group::Group;
pub use spec::{ColumnFilter, FilterTest, SortKey, ViewSpec};

/// What is shown of the tasks.
#[derive(Debug, Default)]
pub struct View {
    spec: ViewSpec,
    /// Nothing where all tasks are shown in the order of the worksheet.
    shown: Option<Shown>,
}

#[derive(Debug)]
struct Shown {
    ids: Vec<TaskId>,
    row_of: HashMap<TaskId, usize>,
    groups: Vec<Group>,
    is_out_of_date: bool,
}

impl View {
    /// Works out what a view shows of the tasks of a sheet.
    pub(crate) fn of(spec: ViewSpec, sheet: &Sheet) -> Self {
        if spec.is_plain() {
            return Self { spec, shown: None };
        }
        let mut ranks = filter::passing(&spec, sheet);
        sort::sort(&mut ranks, &spec, sheet);
        let groups = match spec.group {
            Some(column) => group::gather(&mut ranks, column, &spec.collapsed, sheet),
            None => Vec::new(),
        };
        let ids: Vec<TaskId> = ranks.iter().map(|&rank| sheet.at_rank(rank).task.id).collect();
        let row_of = number(&ids);
        Self { spec, shown: Some(Shown { ids, row_of, groups, is_out_of_date: false }) }
    }

    /// Returns what was asked for.
    pub const fn spec(&self) -> &ViewSpec {
        &self.spec
    }

    /// Returns the groups, in order; none where the view does not group.
    pub fn groups(&self) -> &[Group] {
        self.shown.as_ref().map_or(&[], |shown| &shown.groups)
    }

    /// Returns whether tasks have changed so that asking again would show other rows.
    pub fn is_out_of_date(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.is_out_of_date)
    }

    pub(crate) fn shown(&self) -> Option<&[TaskId]> {
        self.shown.as_ref().map(|shown| shown.ids.as_slice())
    }

    pub(crate) fn row_of(&self, id: TaskId) -> Option<usize> {
        self.shown.as_ref()?.row_of.get(&id).copied()
    }

    pub(crate) fn into_spec(self) -> ViewSpec {
        self.spec
    }

    /// Returns whether rows can come and go where they stand; under headings they belong to groups.
    pub(crate) fn can_follow(&self, made: &[TaskId], gone: &BTreeSet<TaskId>) -> bool {
        self.spec.group.is_none() || (made.is_empty() && gone.is_empty())
    }

    /// Lets rows come before a row and go where they stand.
    pub(crate) fn follow(&mut self, before: usize, made: &[TaskId], gone: &BTreeSet<TaskId>) {
        let Some(shown) = &mut self.shown else { return };
        if made.is_empty() && gone.is_empty() {
            return;
        }
        let before = before.min(shown.ids.len());
        shown.ids.splice(before..before, made.iter().copied());
        shown.ids.retain(|id| !gone.contains(id));
        shown.row_of = number(&shown.ids);
    }

    /// Returns whether some tasks would be shown elsewhere, or not at all, if the view were made afresh.
    pub(crate) fn would_differ(&self, sheet: &Sheet, touched: &[TaskId]) -> bool {
        let Some(shown) = &self.shown else { return false };
        touched.iter().any(|id| {
            let Some(rank) = sheet.rank_of(*id) else { return false };
            let is_shown = shown.row_of.contains_key(id);
            let passes = filter::passes(&self.spec, &sheet.at_rank(rank));
            passes != is_shown
                || (is_shown && !self.spec.sort.is_empty())
                || self.spec.group.is_some()
        })
    }

    pub(crate) fn note_change(&mut self) {
        if let Some(shown) = &mut self.shown {
            shown.is_out_of_date = true;
        }
    }
}

fn number(ids: &[TaskId]) -> HashMap<TaskId, usize> {
    ids.iter().enumerate().map(|(row, id)| (*id, row)).collect()
}
