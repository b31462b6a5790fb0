//! How the worksheet was left.

use rusqlite::OptionalExtension;

use crate::{Read, Result, Tx};

impl Read<'_> {
    /// Returns the layout as it was put, where one was.
    pub fn layout(self) -> Result<Option<String>> {
        let sql = "SELECT spec FROM layout WHERE id = 1";
        Ok(self.0.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?)
    }
}

impl Tx<'_> {
    /// Keeps a layout. It is no content: it makes neither an undo step nor an audit entry.
    pub fn put_layout(self, spec: &str) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO layout (id, spec) VALUES (1, ?1)
                 ON CONFLICT (id) DO UPDATE SET spec = excluded.spec",
            )?
            .execute([spec])?;
        Ok(())
    }
}
