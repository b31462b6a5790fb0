//! What an import that is looked at shows.

use domain::{CustomColumn, Field, Task, TaskId};
use spreadsheet::draft::{Question, QuestionKind, folded};
use spreadsheet::sheet::{Warning, WarningKind, column_name};
use spreadsheet::table::{self, guess_kind};
use spreadsheet::{Draft, Issue, Proposal, Sheet, TextForm};

use super::plan::enter;
use super::{Import, Outlook, Plan, PlannedRow, RowChoice, RowState, Rule, Uses};
use crate::words::count;

/// How many rows of the sheet are shown above the preview.
const TOP: usize = 20;

impl Import {
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

    /// Returns what the columns are used for.
    pub fn uses(&self) -> Option<&Uses> {
        self.chosen.as_ref().map(|chosen| &chosen.uses)
    }

    /// Returns the kind of custom column that would take a column.
    pub fn guess(&self, column: u32) -> domain::ColumnKind {
        let header = self.proposal().and_then(|proposal| proposal.header_row);
        self.table().map_or(domain::ColumnKind::Text, |it| guess_kind(it, header, column).0)
    }

    /// Returns the rows as tasks in the making.
    pub fn drafts(&self) -> &[Draft] {
        self.chosen.as_ref().map_or(&[], |chosen| &chosen.drafts.drafts)
    }

    /// Returns what is asked about the columns.
    pub fn questions(&self) -> &[Question] {
        self.chosen.as_ref().map_or(&[], |chosen| &chosen.drafts.questions)
    }

    /// Returns what was answered about a column.
    pub fn reading(&self, column: u32) -> Option<&spreadsheet::draft::Reading> {
        self.chosen.as_ref()?.readings.get(&column)
    }

    /// Returns whether a question shows what was answered at an earlier import, unchanged.
    pub fn is_recalled(&self, question: &Question) -> bool {
        let Some(chosen) = &self.chosen else { return false };
        let column = &question.column;
        let (now, then) = (chosen.readings.get(column), chosen.recalled.get(column));
        let Some((now, then)) = now.zip(then) else { return false };
        match &question.kind {
            QuestionKind::Words(words) => {
                let known = words.iter().map(|it| folded(&it.word));
                let mut known = known.filter_map(|word| Some((then.words.get(&word)?, word)));
                let is_there = known.clone().next().is_some();
                is_there && known.all(|(meaning, word)| now.words.get(&word) == Some(meaning))
            }
            QuestionKind::Scale => then.turned.is_some() && now.turned == then.turned,
            _ => false,
        }
    }

    /// Returns whether the problem of a cell is what an open question about its column asks.
    pub fn asks_about(&self, field: Field, issue: &Issue) -> bool {
        let column = self.column_of(field);
        let mut questions = self.questions().iter().filter(|it| Some(it.column) == column);
        questions.any(|question| question.is_open_about(issue))
    }

    /// Returns the tasks of this workspace that the file held when it was exported and no longer holds.
    pub fn missing(&self) -> &[TaskId] {
        self.plan().map_or(&[], |plan| &plan.missing)
    }

    /// Returns how many questions have to be answered first.
    pub fn open_questions(&self) -> usize {
        let is_open = |question: &&Question| {
            let answered = self.reading(question.column).is_some_and(|it| it.mark.is_some());
            question.must_be_answered() && !answered
        };
        self.questions().iter().filter(is_open).count()
    }

    /// Returns what it would do.
    pub fn plan(&self) -> Option<&Plan> {
        self.chosen.as_ref().map(|chosen| &chosen.plan)
    }

    /// Returns what accepting would come to.
    pub fn outlook(&self) -> Outlook {
        self.chosen.as_ref().map(super::Chosen::outlook).unwrap_or_default()
    }

    /// Returns what happens to rows that conflict.
    pub fn conflict_rule(&self) -> Rule {
        self.chosen.as_ref().map(|chosen| chosen.rule).unwrap_or_default()
    }

    /// Returns what happens to a row; nothing while it waits for a choice.
    pub fn choice(&self, row: &PlannedRow) -> Option<RowChoice> {
        self.chosen.as_ref()?.choice(row)
    }

    /// Returns the task that a row would be, over what is here where it is about a task of ours.
    pub fn drafted(&self, row: &PlannedRow, here: Option<&Task>) -> Task {
        let blank = || Task::blank(row.task.unwrap_or_else(TaskId::nil));
        let mut task = here.cloned().unwrap_or_else(blank);
        let Some(chosen) = &self.chosen else { return task };
        let choice = chosen.choice(row).unwrap_or(RowChoice::TakeTheirs);
        for cell in &chosen.drafts.drafts[row.draft].cells {
            let planned = row.cells.iter().find(|it| it.field == cell.field);
            if here.is_none() || planned.is_some_and(|it| row.takes(it, choice)) {
                enter(&mut task, cell.field, &cell.text, &chosen.mapping.columns);
            }
        }
        task
    }

    /// Returns the fields that its rows say something about, each with what it is called.
    pub fn fields(&self) -> Vec<(Field, String)> {
        let Some(chosen) = &self.chosen else { return Vec::new() };
        let said = |field: Field| {
            let is_mapped = chosen.mapping.fields.values().any(|it| *it == field);
            // What stood behind a score may fill a field that no column does.
            is_mapped
                || matches!(field, Field::Rationale(_))
                    && chosen.drafts.drafts.iter().any(|draft| draft.text(field).is_some())
        };
        let own = Field::ALL.into_iter().map(|field| (field, field.name().to_owned()));
        let name = |column: &CustomColumn| (column.field(), column.name.clone());
        own.chain(chosen.mapping.columns.iter().map(name)).filter(|(it, _)| said(*it)).collect()
    }

    /// Returns the custom columns that are in the workspace already, each with what it is called.
    pub fn own_columns(&self) -> impl Iterator<Item = (Field, String)> {
        let columns = self.chosen.iter().flat_map(|chosen| {
            let made = |column: &&CustomColumn| !chosen.made.values().any(|it| it.id == column.id);
            chosen.mapping.columns.iter().filter(made)
        });
        columns.map(|column| (column.field(), column.name.clone()))
    }

    /// Returns the column of the sheet that fills a field, counted from 0.
    pub fn column_of(&self, field: Field) -> Option<u32> {
        let fields = &self.chosen.as_ref()?.mapping.fields;
        fields.iter().find(|&(_, &it)| it == field).map(|(&column, _)| column)
    }

    /// Returns what was left out and why, in sentences.
    pub fn notes(&self) -> Vec<String> {
        let Some(chosen) = &self.chosen else { return Vec::new() };
        let mut notes = chosen.drafts.notes.clone();
        let nameless = chosen.plan.count(RowState::Unreadable);
        if nameless > 0 {
            let verb = if nameless == 1 { "has" } else { "have" };
            notes.push(format!(
                "{} {verb} no task name and {} left out.",
                count(nameless, "row"),
                if nameless == 1 { "is" } else { "are" }
            ));
        }
        notes.extend(self.base.trouble().map(str::to_owned));
        // Our own column of ids is hidden in what we export, which is no news to anyone.
        let id = chosen.mapping.id.map(column_name);
        let is_our_own = |warning: &&Warning| {
            warning.kind == WarningKind::HiddenColumns && warning.count == 1 && id.is_some()
        };
        for warning in self.workbook.sheets[chosen.sheet].warnings() {
            let sentence = warning.sentence();
            if !is_our_own(&warning) && !notes.contains(&sentence) {
                notes.push(sentence);
            }
        }
        notes
    }

    /// Returns the first rows of the sheet as texts, as wide as the widest of them.
    pub fn top(&self) -> Vec<Vec<String>> {
        let Some(sheet) = self.table() else { return Vec::new() };
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
