//! Finding a text in the shown tasks and replacing it.

use domain::{Field, Task};
use regex::{NoExpand, Regex, RegexBuilder};

use crate::words::count;
use crate::{Op, Outcome, Result, Workspace};

/// What to look for, and what to put in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The text to find, as it is: no character in it has a meaning of its own.
    pub find: String,
    /// What takes its place; may be empty.
    pub with: String,
    /// The column to look in; nothing for all columns of text.
    pub field: Option<Field>,
    /// Whether capitals must be the same.
    pub match_case: bool,
}

/// How much a replacement would change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Matches {
    /// Cells that hold the text.
    pub cells: usize,
    /// Tasks that have such a cell.
    pub tasks: usize,
}

/// The columns of text.
pub const TEXT_FIELDS: [Field; 7] = [
    Field::Name,
    Field::Channels,
    Field::Owner,
    Field::Tags,
    Field::Notes,
    Field::Description,
    Field::DownstreamSystems,
];

impl Replacement {
    fn fields(&self) -> Vec<Field> {
        self.field.map_or_else(|| TEXT_FIELDS.to_vec(), |field| vec![field])
    }

    /// Returns the pattern; nothing where there is nothing to find.
    fn pattern(&self) -> Option<Regex> {
        let literal = regex::escape(&self.find);
        let built = RegexBuilder::new(&literal).case_insensitive(!self.match_case).build();
        // Only a text of many thousand characters is too large a pattern, and no cell holds it twice.
        built.ok().filter(|_| !self.find.is_empty())
    }

    fn found_in(&self, task: &Task, pattern: &Regex) -> Vec<(Field, String)> {
        let fields = self.fields().into_iter();
        fields
            .map(|field| (field, task.shown_text(field)))
            .filter(|(_, text)| pattern.is_match(text))
            .collect()
    }
}

impl Workspace {
    /// Counts what a replacement would change among the shown tasks.
    pub fn find_text(&self, replacement: &Replacement) -> Matches {
        let Some(pattern) = replacement.pattern() else { return Matches::default() };
        let mut matches = Matches::default();
        for entry in self.sheet.window(0, self.sheet.len()) {
            let cells = replacement.found_in(entry.task, &pattern).len();
            matches.cells += cells;
            matches.tasks += usize::from(cells > 0);
        }
        matches
    }

    /// Replaces a text in the shown tasks, as one step. What the view hides is not touched.
    pub fn replace_text(&mut self, replacement: &Replacement) -> Result<Outcome> {
        self.transact(Op::Replace, |change| {
            let Some(pattern) = replacement.pattern() else { return Ok(String::new()) };
            let shown = change.sheet().window(0, change.sheet().len());
            let ids: Vec<_> = shown
                .filter(|entry| !replacement.found_in(entry.task, &pattern).is_empty())
                .map(|entry| entry.task.id)
                .collect();
            let mut cells = 0;
            for id in ids {
                let mut placed = change.task(id)?;
                for (field, text) in replacement.found_in(&placed.task, &pattern) {
                    let text = pattern.replace_all(&text, NoExpand(&replacement.with));
                    change.enter(&mut placed.task, field, &text);
                    cells += 1;
                }
                change.update(&placed)?;
            }
            let find = &replacement.find;
            Ok(format!("Replaced “{find}” in {}", count(cells, "cell")))
        })
    }
}
