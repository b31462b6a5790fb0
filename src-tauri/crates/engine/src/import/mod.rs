//! Bringing a table in: looked at first, accepted as one step.

mod accept;
mod base;
mod columns;
mod find;
mod look;
mod plan;
mod problems;
mod remembered;

use std::collections::BTreeMap;

use domain::CustomColumn;
use spreadsheet::draft::{DecimalMark, Meaning, Percent, Reading, is_guarded};
use spreadsheet::{
    Drafts, Mapping, Proposal, Sheet, Workbook, drafts, propose, propose_with, table,
};

use crate::{Result, Workspace};
use base::Base;

pub use columns::{ColumnUse, Uses};
pub use plan::{Fate, Outlook, Plan, PlannedCell, PlannedRow, RowState};
pub use remembered::RememberedColumns;

/// A table that is being looked at. Nothing of it is in the workspace yet.
#[derive(Debug)]
pub struct Import {
    workbook: Workbook,
    memory: Vec<RememberedColumns>,
    base: Base,
    /// The revision of the workspace that the plan was made against.
    revision: u32,
    chosen: Option<Chosen>,
}

/// The sheet that is looked at, and what it would do.
#[derive(Debug)]
struct Chosen {
    sheet: usize,
    proposal: Proposal,
    uses: Uses,
    /// The custom columns that would be made, by the column of the sheet.
    made: BTreeMap<u32, CustomColumn>,
    readings: BTreeMap<u32, Reading>,
    /// What of that was answered at an earlier import.
    recalled: BTreeMap<u32, Reading>,
    mends: BTreeMap<(u32, u32), String>,
    rule: Rule,
    rows: BTreeMap<u32, RowChoice>,
    mapping: Mapping,
    drafts: Drafts,
    plan: Plan,
}

/// What happens to rows that conflict with what is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rule {
    /// Each is asked about.
    #[default]
    Ask,
    /// What is here stays.
    KeepMine,
    /// What the file says counts.
    TakeTheirs,
}

/// What happens to one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowChoice {
    /// What is here stays; a new row is left out.
    KeepMine,
    /// What the file says counts.
    TakeTheirs,
}

/// What a person says about a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The score or the blank that a word means; nothing takes the answer back.
    Word(String, Option<Meaning>),
    /// Whether 5 is bad in it.
    Turned(bool),
    /// Whether what is no score is left blank.
    LeaveBlank(bool),
    /// What stands before its decimals.
    Mark(DecimalMark),
    /// What a percentage is as a number.
    Percent(Percent),
}

impl Import {
    /// Looks at a workbook that was read, at the sheet that most likely holds the task list.
    ///
    /// Columns that were mapped before are mapped again.
    pub fn new(
        workbook: Workbook,
        workspace: &Workspace,
        memory: &[RememberedColumns],
    ) -> Result<Self> {
        let base = Base::of(&workbook, workspace)?;
        let revision = workspace.revision();
        let mut import = Self { workbook, memory: memory.to_vec(), base, revision, chosen: None };
        if let Some(sheet) = table::best_sheet(&import.workbook) {
            let proposal = propose(&import.workbook.sheets[sheet]);
            import.choose(sheet, proposal, None, workspace);
        }
        Ok(import)
    }

    /// Looks at pasted text.
    pub fn of_text(
        text: &str,
        workspace: &Workspace,
        memory: &[RememberedColumns],
    ) -> Result<Self> {
        Self::new(spreadsheet::read_text(text), workspace, memory)
    }

    /// Looks at another sheet, header row or use of the columns. Without uses they are proposed anew.
    pub fn adjust(
        &mut self,
        sheet: usize,
        header_row: Option<u32>,
        uses: Option<Uses>,
        workspace: &Workspace,
    ) {
        let Some(table) = self.workbook.sheets.get(sheet) else { return };
        let is_other_sheet = self.chosen.as_ref().is_none_or(|chosen| chosen.sheet != sheet);
        let proposal =
            if is_other_sheet { propose(table) } else { propose_with(table, header_row, None) };
        let uses = uses.filter(|_| !is_other_sheet);
        self.choose(sheet, proposal, uses, workspace);
    }

    fn choose(
        &mut self,
        sheet: usize,
        proposal: Proposal,
        uses: Option<Uses>,
        workspace: &Workspace,
    ) {
        let custom = workspace.custom_columns();
        let (uses, older) = match uses {
            Some(uses) => (uses, self.chosen.take()),
            None => (Uses::proposed(&proposal, custom, &self.memory), None),
        };
        let mut chosen = Chosen {
            sheet,
            proposal,
            made: BTreeMap::new(),
            readings: BTreeMap::new(),
            recalled: BTreeMap::new(),
            mends: BTreeMap::new(),
            rule: Rule::default(),
            rows: BTreeMap::new(),
            mapping: Mapping::default(),
            drafts: Drafts::default(),
            plan: Plan::default(),
            uses,
        };
        if let Some(older) = older {
            let is_used_as_before =
                |column: &u32| older.uses.of(*column) == chosen.uses.of(*column);
            chosen.readings =
                older.readings.into_iter().filter(|(it, _)| is_used_as_before(it)).collect();
            chosen.mends =
                older.mends.into_iter().filter(|((_, it), _)| is_used_as_before(it)).collect();
            (chosen.made, chosen.rule, chosen.rows) = (older.made, older.rule, older.rows);
            chosen.recalled = older.recalled;
        } else if let Some(memory) = self.memory.iter().find(|it| it.is_for(&chosen.proposal)) {
            chosen.readings = memory.readings(&chosen.proposal, &chosen.uses);
            chosen.recalled = chosen.readings.clone();
        }
        self.chosen = Some(chosen);
        self.work_out(workspace);
    }

    /// Takes an answer about a column.
    pub fn answer(&mut self, column: u32, answer: Answer, workspace: &Workspace) {
        let Some(chosen) = &mut self.chosen else { return };
        let reading = chosen.readings.entry(column).or_default();
        match answer {
            Answer::Word(word, meaning) => reading.mean(&word, meaning),
            Answer::Turned(turned) => reading.turned = Some(turned),
            Answer::LeaveBlank(leave) => reading.leave_blank = leave,
            Answer::Mark(mark) => reading.mark = Some(mark),
            Answer::Percent(percent) => reading.percent = Some(percent),
        }
        self.work_out(workspace);
    }

    /// Writes over a cell of the table, counted from 0; the file stays as it is.
    pub fn mend(&mut self, row: u32, column: u32, text: &str, workspace: &Workspace) {
        if let Some(chosen) = &mut self.chosen {
            chosen.mends.insert((row, column), text.to_owned());
            self.work_out(workspace);
        }
    }

    /// Chooses what happens to all rows that conflict; rows chosen by hand before are asked about no more.
    pub fn rule(&mut self, rule: Rule) {
        if let Some(chosen) = &mut self.chosen {
            let conflicts = chosen.plan.rows.iter().filter(|row| row.state == RowState::Conflict);
            for row in conflicts {
                chosen.rows.remove(&row.row);
            }
            chosen.rule = rule;
        }
    }

    /// Chooses what happens to one row, by its number; nothing leaves it to the rule.
    pub fn choose_row(&mut self, row: u32, choice: Option<RowChoice>) {
        let Some(chosen) = &mut self.chosen else { return };
        match choice {
            Some(choice) => drop(chosen.rows.insert(row, choice)),
            None => drop(chosen.rows.remove(&row)),
        }
    }

    /// Works the plan out anew where the workspace changed since.
    pub fn renew(&mut self, workspace: &Workspace) -> Result<()> {
        if self.revision != workspace.revision() {
            self.base = Base::of(&self.workbook, workspace)?;
            self.revision = workspace.revision();
            self.work_out(workspace);
        }
        Ok(())
    }

    fn work_out(&mut self, workspace: &Workspace) {
        let Some(chosen) = &mut self.chosen else { return };
        let sheet = &self.workbook.sheets[chosen.sheet];
        let custom = workspace.custom_columns();
        chosen.made = columns::made(sheet, &chosen.proposal, &chosen.uses, &chosen.made, custom);
        let fields = chosen.uses.fields(&chosen.made);
        let proposal = propose_with(sheet, chosen.proposal.header_row, Some(&fields));
        let proposed = std::mem::replace(&mut chosen.proposal, proposal).columns;
        for (column, proposed) in chosen.proposal.columns.iter_mut().zip(proposed) {
            // Why a name did not get its field is known to the first proposal only.
            if column.field.is_none() && proposed.ignored_because.is_some() {
                column.ignored_because = proposed.ignored_because;
            }
        }
        chosen.mapping = Mapping {
            columns: custom.iter().chain(chosen.made.values()).cloned().collect(),
            rubrics: workspace.rubrics().to_vec(),
            readings: chosen.readings.clone(),
            mends: chosen.mends.clone(),
            ..chosen.proposal.mapping()
        };
        chosen.mapping.is_guarded =
            self.workbook.text.is_some() && is_guarded(sheet, &chosen.mapping);
        chosen.drafts = drafts(sheet, &chosen.mapping);
        chosen.plan = Plan::of(&chosen.drafts.drafts, chosen, workspace.sheet(), &self.base);
    }

    /// Returns the sheet of the file that is looked at.
    fn table(&self) -> Option<&Sheet> {
        self.chosen.as_ref().map(|chosen| &self.workbook.sheets[chosen.sheet])
    }
}
