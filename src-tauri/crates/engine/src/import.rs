//! Bringing a table in: looked at first, accepted as one step.

use std::collections::BTreeMap;

use domain::{Field, Task};
use spreadsheet::sheet::{Warning, WarningKind};
use spreadsheet::{
    Draft, Drafts, Proposal, Sheet, TextForm, Workbook, drafts, propose, propose_with, table,
};
use storage::PlacedTask;

use crate::tasks::{new_id, place_between};
use crate::words::count;
use crate::{Op, Outcome, Result, Workspace};

/// How many rows of the sheet are shown above the preview.
const TOP: usize = 20;

/// A table that is being looked at. Nothing of it is in the workspace yet.
#[derive(Debug)]
pub struct Import {
    workbook: Workbook,
    chosen: Option<Chosen>,
}

/// The sheet that is looked at, and what it would bring.
#[derive(Debug)]
struct Chosen {
    sheet: usize,
    proposal: Proposal,
    drafts: Drafts,
}

impl Import {
    /// Looks at a workbook that was read, at the sheet that most likely holds the task list.
    pub fn new(workbook: Workbook) -> Self {
        let mut import = Self { workbook, chosen: None };
        if let Some(sheet) = table::best_sheet(&import.workbook) {
            import.choose(sheet, propose(&import.workbook.sheets[sheet]));
        }
        import
    }

    /// Looks at pasted text.
    pub fn of_text(text: &str) -> Self {
        Self::new(spreadsheet::read_text(text))
    }

    /// Looks at another sheet, header row or mapping. Without fields they are proposed anew.
    pub fn adjust(
        &mut self,
        sheet: usize,
        header_row: Option<u32>,
        fields: Option<&BTreeMap<u32, Field>>,
    ) {
        let Some(table) = self.workbook.sheets.get(sheet) else { return };
        let is_other_sheet = self.chosen.as_ref().is_none_or(|chosen| chosen.sheet != sheet);
        let proposal =
            if is_other_sheet { propose(table) } else { propose_with(table, header_row, fields) };
        self.choose(sheet, proposal);
    }

    fn choose(&mut self, sheet: usize, proposal: Proposal) {
        let drafts = drafts(&self.workbook.sheets[sheet], &proposal.mapping());
        self.chosen = Some(Chosen { sheet, proposal, drafts });
    }

    /// Returns the name of the file, or what the text was pasted as.
    pub fn source(&self) -> &str {
        &self.workbook.source
    }

    /// Returns how the file was read, if it is a text.
    pub const fn text_form(&self) -> Option<&TextForm> {
        self.workbook.text.as_ref()
    }

    /// Returns all sheets of the file.
    pub fn sheets(&self) -> &[Sheet] {
        &self.workbook.sheets
    }

    /// Returns the place of the sheet that is looked at.
    pub fn sheet(&self) -> Option<usize> {
        self.chosen.as_ref().map(|chosen| chosen.sheet)
    }

    /// Returns what was found of header and columns.
    pub fn proposal(&self) -> Option<&Proposal> {
        self.chosen.as_ref().map(|chosen| &chosen.proposal)
    }

    /// Returns the rows as tasks in the making.
    pub fn drafts(&self) -> &[Draft] {
        self.chosen.as_ref().map_or(&[], |chosen| &chosen.drafts.drafts)
    }

    /// Returns what was left out and why, in sentences.
    pub fn notes(&self) -> Vec<String> {
        let Some(chosen) = &self.chosen else { return Vec::new() };
        // Our own column of ids is hidden in what we export, which is no news to anyone.
        let is_our_own = |warning: &&Warning| {
            warning.kind == WarningKind::HiddenColumns
                && warning.count == 1
                && chosen.proposal.mapping().id.is_some()
        };
        let warnings = self.workbook.sheets[chosen.sheet].warnings().iter();
        let warnings = warnings.filter(|warning| !is_our_own(warning)).map(Warning::sentence);
        chosen.drafts.notes.iter().cloned().chain(warnings).collect()
    }

    /// Returns the first rows of the sheet as texts, as wide as the widest of them.
    pub fn top(&self) -> Vec<Vec<String>> {
        let Some(chosen) = &self.chosen else { return Vec::new() };
        let sheet = &self.workbook.sheets[chosen.sheet];
        let rows = sheet.row_count().min(u32::try_from(TOP).unwrap_or(u32::MAX));
        let columns = sheet.column_count().min(40);
        (0..rows)
            .map(|row| (0..columns).map(|column| table::shown(sheet.cell(row, column))).collect())
            .collect()
    }

    /// Returns why nothing can be imported, where that is so.
    pub fn problem(&self) -> Option<String> {
        let Some(chosen) = &self.chosen else {
            return Some("There is no table in it: every sheet is empty.".to_owned());
        };
        if !chosen.proposal.columns.iter().any(|column| column.field == Some(Field::Name)) {
            return Some(
                "No column holds the names of the tasks yet. Choose the one that does.".to_owned(),
            );
        }
        chosen.drafts.drafts.is_empty().then(|| "There are no rows below the header.".to_owned())
    }
}

/// Returns the task that a draft would be, and how many of its texts are refused.
pub fn drafted(draft: &Draft, mut task: Task) -> Task {
    for cell in &draft.cells {
        task.enter_or_keep(cell.field, &cell.text);
    }
    task
}

impl Workspace {
    /// Takes an import over: rows with the id of a task here change that task, others are added.
    pub fn import(&mut self, import: &Import) -> Result<Outcome> {
        self.transact(Op::Import, |change| {
            change.make_view_afresh();
            let present = change.sheet().task_count();
            let is_known =
                |draft: &&Draft| draft.task_id.is_some_and(|id| change.sheet().task(id).is_some());
            let known = import.drafts().iter().filter(is_known).count();
            let added = import.drafts().len() - known;
            let mut positions = place_between(change, present, added)?.into_iter();
            let mut changed = 0;
            for draft in import.drafts() {
                let existing = draft.task_id.and_then(|id| change.sheet().placed_task(id)).cloned();
                let mut placed = existing.clone().unwrap_or_else(|| PlacedTask {
                    task: Task::blank(draft.task_id.unwrap_or_else(new_id)),
                    position: positions.next().unwrap_or_default(),
                });
                for cell in &draft.cells {
                    change.enter(&mut placed.task, cell.field, &cell.text);
                }
                match existing {
                    None => change.insert(&placed)?,
                    Some(existing) if existing != placed => {
                        change.update(&placed)?;
                        changed += 1;
                    }
                    Some(_) => {}
                }
            }
            let mut parts = vec![format!("Imported {}", count(added, "task"))];
            if known > 0 {
                parts.push(format!("changed {changed} of {known} that were here already"));
            }
            Ok(parts.join(", "))
        })
    }
}
