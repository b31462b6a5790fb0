//! How the dimensions are worded: as Trilane brings it, or as the organisation would rather say it.

use domain::{Dimension, Rubric, RubricId, Task};
use storage::Read;
use uuid::Uuid;

use crate::{Error, Op, Outcome, Result, Workspace};

/// Returns the wordings in use, in the order of [`Dimension::ALL`].
pub(crate) fn in_use(read: Read<'_>) -> Result<Vec<Rubric>> {
    let ids = read.rubrics_in_use()?;
    let own = read.rubrics()?;
    let is_used = |it: &&Rubric| it.id.is_some_and(|id| ids.contains(&id));
    Ok(Rubric::all()
        .into_iter()
        .map(|shipped| {
            let found = own.iter().filter(is_used).find(|it| it.dimension == shipped.dimension);
            found.cloned().unwrap_or(shipped)
        })
        .collect())
}

impl Workspace {
    /// Returns how the dimensions are worded, in the order of [`Dimension::ALL`].
    pub fn rubrics(&self) -> &[Rubric] {
        &self.sheet.ground().rubrics
    }

    /// Words a dimension in another way. Scores that were given before keep the words of then.
    ///
    /// A wording without a question or a level is not taken: [`Error::UnfinishedRubric`].
    pub fn reword(&mut self, rubric: &Rubric) -> Result<Outcome> {
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let rubric = Rubric {
            question: tidy(&rubric.question),
            direction: tidy(&rubric.direction),
            levels: rubric.levels.each_ref().map(|it| tidy(it)),
            examples: rubric.examples.trim().to_owned(),
            ..rubric.clone()
        };
        if rubric.question.is_empty() || rubric.levels.iter().any(String::is_empty) {
            return Err(Error::UnfinishedRubric);
        }
        self.transact(Op::Reword, |change| {
            change.use_rubric(RubricId::new(Uuid::now_v7()), &rubric)?;
            Ok(format!("Worded {} anew", rubric.dimension.name()))
        })
    }

    /// Words a dimension again as Trilane brings it.
    pub fn restore_wording(&mut self, dimension: Dimension) -> Result<Outcome> {
        self.transact(Op::Reword, |change| {
            change.drop_rubric(dimension)?;
            Ok(format!("{} is worded again as Trilane brings it", dimension.name()))
        })
    }

    /// Returns the words that a score was given under, where they are not those in use.
    pub fn older_words(&self, task: &Task, dimension: Dimension) -> Result<Option<String>> {
        let Some(score) = task.counted_scores().get(dimension) else { return Ok(None) };
        let given = task.rubrics[dimension.index()];
        let now = self.rubrics().iter().find(|it| it.dimension == dimension);
        let Some(now) = now.filter(|now| now.id != given) else { return Ok(None) };
        let then = match given {
            None => Rubric::of(dimension).level(score).to_owned(),
            Some(id) => {
                let all = self.database.read().rubrics()?;
                let found = all.iter().find(|it| it.id == Some(id)).ok_or(Error::NotFound)?;
                found.level(score).to_owned()
            }
        };
        Ok(Some(then).filter(|then| then != now.level(score)))
    }
}
