//! Cards as documents tell them.

use documents::Page;
use domain::card::{CardId, Content, Standing};

use super::{Card, Said};
use crate::{Error, Result, Workspace};

/// A card with everything that a document of it tells.
#[derive(Debug)]
pub(super) struct Document<'a> {
    card: &'a Card,
    id: String,
    content: Content,
    version: Option<(&'a str, &'a str)>,
    standing: Standing<'a>,
    workspace: String,
    chain_head: String,
}

impl Document<'_> {
    /// Returns it as whoever makes a document of it takes it.
    pub fn show(&self) -> documents::Card<'_> {
        documents::Card {
            id: &self.id,
            content: &self.content,
            version: self.version.map(|(number, _)| number),
            changes: self.version.map_or("", |(_, changes)| changes),
            status: self.standing.status,
            approval: self.standing.approval,
            workspace: &self.workspace,
            made_on: self.card.today,
            chain_head: &self.chain_head,
            made_by: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl Workspace {
    /// Returns the one page that explains a card, now or in a version.
    pub fn card_page(&self, id: CardId, said: Said) -> Result<Page> {
        let card = self.card(id)?;
        Ok(documents::page(&self.document(&card, said)?.show()))
    }

    /// Returns a card, as it is now or was in a version, for whoever makes a document of it.
    pub(super) fn document<'a>(&self, card: &'a Card, said: Said) -> Result<Document<'a>> {
        let (version, content) = match said {
            Said::Now => (card.current_version(), card.content.clone()),
            Said::In(id) => {
                let version = card.kept.versions.iter().find(|it| it.id == id);
                let content = self.database.read().card_content(id)?;
                (Some(version.ok_or(Error::NotFound)?), content)
            }
        };
        let hash = version.map_or(&card.hash, |version| &version.content_hash);
        Ok(Document {
            id: card.kept.id.to_string(),
            content,
            version: version.map(|it| (it.number.as_str(), it.changes.as_str())),
            standing: Standing::of(&card.kept.events, hash, card.today),
            workspace: self.name(),
            chain_head: self.audit_head()?,
            card,
        })
    }
}
