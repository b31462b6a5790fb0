//! Columns that the organisation added.

mod value;

use domain::{ColumnId, ColumnKind, CustomColumn};
use rusqlite::params;

use crate::{Error, Read, Result, Tx, row_hash};

impl Read<'_> {
    /// Returns the custom columns, the oldest first.
    pub fn custom_columns(self) -> Result<Vec<CustomColumn>> {
        let sql = "SELECT id, name, kind, choices FROM custom_column ORDER BY id";
        let mut statement = self.0.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut columns = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(2)?;
            let choices: String = row.get(3)?;
            columns.push(CustomColumn {
                id: column_id(row.get(0)?)?,
                name: row.get(1)?,
                kind: ColumnKind::from_key(&kind).ok_or(Error::Unreadable(kind))?,
                choices: choices.lines().map(str::to_owned).collect(),
            });
        }
        Ok(columns)
    }
}

impl Tx<'_> {
    /// Writes a custom column over the one with its id, or adds it.
    pub fn put_custom_column(self, column: &CustomColumn) -> Result<()> {
        let (id, kind) = (column.id.to_string(), column.kind.key());
        let choices = column.choices.join("\n");
        let hash = row_hash::of("custom_column", &[&id, &column.name, &kind, &choices])?;
        self.0
            .prepare_cached(
                "INSERT INTO custom_column (id, name, kind, choices, row_hash)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                    choices = excluded.choices, row_hash = excluded.row_hash",
            )?
            .execute(params![id, column.name, kind, choices, hash])?;
        Ok(())
    }

    /// Removes a custom column whose cells are empty, or returns [`Error::NotFound`].
    pub fn delete_custom_column(self, id: ColumnId) -> Result<()> {
        let sql = "DELETE FROM custom_column WHERE id = ?1";
        let deleted = self.0.prepare_cached(sql)?.execute([id.to_string()])?;
        if deleted == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}

fn column_id(text: String) -> Result<ColumnId> {
    ColumnId::parse(&text).ok_or(Error::Unreadable(text))
}
