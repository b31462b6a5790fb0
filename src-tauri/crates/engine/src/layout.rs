//! How the worksheet was left, and the views that people saved.

use storage::SavedView;
use uuid::Uuid;

use crate::{Error, Op, Outcome, Result, Workspace};

impl Workspace {
    /// Returns how the worksheet was left, as whoever draws it wrote it down.
    pub fn layout(&self) -> Result<Option<String>> {
        Ok(self.database.read().layout()?)
    }

    /// Remembers how the worksheet is left. Not a change of content: nothing to undo, nothing to audit.
    pub fn keep_layout(&mut self, spec: &str) -> Result<()> {
        let at = (self.clock)().as_millisecond();
        let entry = storage::Entry { at, actor: &self.actor, op: Op::View.key() };
        self.database
            .write(entry, |tx| tx.put_layout(spec).map(|()| ((), String::new())))
            .map(drop)
            .map_err(Error::Storage)
    }

    /// Returns the saved views, the oldest first.
    pub fn saved_views(&self) -> Result<Vec<SavedView>> {
        Ok(self.database.read().saved_views()?)
    }

    /// Saves a view under a name, over the one with that id if one is given.
    pub fn save_view(&mut self, id: Option<&str>, name: &str, spec: &str) -> Result<Outcome> {
        let id = id.map_or_else(|| Uuid::now_v7().to_string(), str::to_owned);
        let view = SavedView { id, name: name.trim().to_owned(), spec: spec.to_owned() };
        self.transact(Op::View, |change| {
            change.put_saved_view(&view)?;
            Ok(format!("Saved the view “{}”", view.name))
        })
    }

    /// Deletes a saved view.
    pub fn delete_view(&mut self, id: &str) -> Result<Outcome> {
        let view = self.saved_views()?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
        self.transact(Op::View, |change| {
            change.delete_saved_view(id)?;
            Ok(format!("Deleted the view “{}”", view.name))
        })
    }
}
