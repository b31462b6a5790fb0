//! Cards as documents tell them.

use documents::Page;
use domain::card::{CardId, Standing};

use super::{Card, Said};
use crate::{Error, Result, Workspace};

impl Workspace {
    /// Returns the one page that explains a card, now or in a version.
    pub fn card_page(&self, id: CardId, said: Said) -> Result<Page> {
        let card = self.card(id)?;
        self.as_document(&card, said, |document| documents::page(document))
    }

    /// Shows a card, as it is now or was in a version, to whoever makes a document of it.
    fn as_document<T>(
        &self,
        card: &Card,
        said: Said,
        make: impl FnOnce(&documents::Card<'_>) -> T,
    ) -> Result<T> {
        let of = |id| card.kept.versions.iter().find(|it| it.id == id).ok_or(Error::NotFound);
        let (version, content) = match said {
            Said::Now => (card.current_version(), card.content.clone()),
            Said::In(id) => (Some(of(id)?), self.database.read().card_content(id)?),
        };
        let hash = version.map_or(&card.hash, |version| &version.content_hash);
        let standing = Standing::of(&card.kept.events, hash, card.today);
        Ok(make(&documents::Card {
            id: &card.kept.id.to_string(),
            content: &content,
            version: version.map(|version| version.number.as_str()),
            changes: version.map_or("", |version| &version.changes),
            status: standing.status,
            approval: standing.approval,
            workspace: &self.name(),
            made_on: card.today,
            chain_head: &self.audit_head()?,
            made_by: concat!("Trilane ", env!("CARGO_PKG_VERSION")),
        }))
    }
}
