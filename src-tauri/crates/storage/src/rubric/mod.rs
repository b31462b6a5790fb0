//! How an organisation words the dimensions.

mod score;

pub(crate) use score::place;

use domain::{Dimension, Rubric, RubricId};
use rusqlite::{Row, params};

use crate::{Error, Read, Result, Tx, row_hash};

impl Read<'_> {
    /// Returns every wording that was ever in use, the oldest first.
    pub fn rubrics(self) -> Result<Vec<Rubric>> {
        let sql = "SELECT id, dimension, question, direction, level_1, level_2, level_3, level_4, \
                   level_5, examples FROM rubric ORDER BY id";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut rubrics = Vec::new();
        while let Some(row) = rows.next()? {
            rubrics.push(from_row(row)?);
        }
        Ok(rubrics)
    }

    /// Returns the wordings in use.
    pub fn rubrics_in_use(self) -> Result<Vec<RubricId>> {
        let mut statement = self.0.prepare("SELECT rubric_id FROM rubric_in_use")?;
        let mut rows = statement.query([])?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.push(rubric_id(row.get(0)?)?);
        }
        Ok(ids)
    }
}

impl Tx<'_> {
    /// Adds a wording and puts it in use. Trilane's own wording has no id and is no row: see
    /// [`Tx::drop_rubric`].
    pub fn use_rubric(self, id: RubricId, rubric: &Rubric) -> Result<()> {
        let (id, dimension) = (id.to_string(), rubric.dimension.key());
        let Rubric { question, direction, levels, examples, .. } = rubric;
        let [one, two, three, four, five] = levels;
        let hash = row_hash::of(
            "rubric",
            &[&id, &dimension, question, direction, one, two, three, four, five, examples],
        )?;
        self.0
            .prepare_cached(
                "INSERT INTO rubric (id, dimension, question, direction, level_1, level_2, level_3,
                    level_4, level_5, examples, row_hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                id, dimension, question, direction, one, two, three, four, five, examples, hash
            ])?;
        let hash = row_hash::of("rubric_in_use", &[&dimension, &id])?;
        self.0
            .prepare_cached(
                "INSERT INTO rubric_in_use (dimension, rubric_id, row_hash) VALUES (?1, ?2, ?3)
                 ON CONFLICT (dimension) DO UPDATE SET rubric_id = excluded.rubric_id,
                    row_hash = excluded.row_hash",
            )?
            .execute(params![dimension, id, hash])?;
        Ok(())
    }

    /// Takes the wording of a dimension out of use: it is then worded as Trilane brings it.
    pub fn drop_rubric(self, dimension: Dimension) -> Result<()> {
        let sql = "DELETE FROM rubric_in_use WHERE dimension = ?1";
        self.0.prepare_cached(sql)?.execute([dimension.key()])?;
        Ok(())
    }
}

fn from_row(row: &Row<'_>) -> Result<Rubric> {
    let key: String = row.get(1)?;
    let dimension = Dimension::ALL.into_iter().find(|it| it.key() == key);
    Ok(Rubric {
        id: Some(rubric_id(row.get(0)?)?),
        dimension: dimension.ok_or(Error::Unreadable(key))?,
        question: row.get(2)?,
        direction: row.get(3)?,
        levels: [row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?],
        examples: row.get(9)?,
    })
}

pub(crate) fn rubric_id(text: String) -> Result<RubricId> {
    RubricId::parse(&text).ok_or(Error::Unreadable(text))
}
