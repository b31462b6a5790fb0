//! Views of the worksheet that somebody named.

use rusqlite::params;

use crate::{Error, Read, Result, Tx, row_hash};

/// A view and its name. What it shows is text of whoever draws the worksheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its identity, a UUID.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it shows and how.
    pub spec: String,
}

impl Read<'_> {
    /// Returns the saved views, the oldest first.
    pub fn saved_views(self) -> Result<Vec<SavedView>> {
        let sql = "SELECT id, name, spec FROM saved_view ORDER BY id";
        let mut statement = self.0.prepare_cached(sql)?;
        let views = statement.query_map([], |row| {
            Ok(SavedView { id: row.get(0)?, name: row.get(1)?, spec: row.get(2)? })
        })?;
        Ok(views.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Writes a view over the one with its id, or adds it.
    pub fn put_saved_view(self, view: &SavedView) -> Result<()> {
        let SavedView { id, name, spec } = view;
        let hash = row_hash::of("saved_view", &[id, name, spec])?;
        self.0
            .prepare_cached(
                "INSERT INTO saved_view (id, name, spec, row_hash) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, spec = excluded.spec,
                    row_hash = excluded.row_hash",
            )?
            .execute(params![id, name, spec, hash])?;
        Ok(())
    }

    /// Removes a view, or returns [`Error::NotFound`].
    pub fn delete_saved_view(self, id: &str) -> Result<()> {
        let sql = "DELETE FROM saved_view WHERE id = ?1";
        if self.0.prepare_cached(sql)?.execute([id])? == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}
