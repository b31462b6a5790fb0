//! Freezing a card into versions, comparing and restoring them.

use domain::card::{
    CardId, CardVersion, Content, Difference, TASKS, VersionNumber, differences, propose,
};

use super::new_id;
use crate::{Error, Op, Outcome, Result, Workspace};

/// Names something that a card said: now, or in a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// What it says now.
    Now,
    /// What it said in a version.
    In(CardId),
}

impl Workspace {
    /// Returns the number that the next version of a card would have.
    pub fn next_version(&self, id: CardId) -> Result<VersionNumber> {
        let card = self.card(id)?;
        let Some(last) = card.kept.versions.last() else { return Ok(propose(None, &[])) };
        let changed = differences(&self.database.read().card_content(last.id)?, &card.content);
        Ok(propose(read(&last.number).as_ref(), &changed))
    }

    /// Freezes what a card says now into a version. Its number is above the last one's, and from the second
    /// version on what it changes is said, or nothing is frozen: [`Error::Version`].
    pub fn freeze_card(&mut self, id: CardId, number: &str, changes: &str) -> Result<Outcome> {
        let card = self.card(id)?;
        let changes = changes.trim();
        let number = read(number).ok_or(Error::Version("A version is numbered like 1.2.0."))?;
        if let Some(last) = card.kept.versions.last() {
            if read(&last.number).is_some_and(|last| number <= last) {
                return Err(Error::Version("The number must be above that of the last version."));
            }
            if changes.is_empty() {
                return Err(Error::Version("Say what changed since the last version."));
            }
            if last.content_hash == card.hash {
                return Err(Error::Version("Nothing has changed since the last version."));
            }
        }
        let version = CardVersion {
            id: new_id(),
            number: number.to_string(),
            changes: changes.to_owned(),
            made_by: self.actor.clone(),
            made_at: (self.clock)().as_millisecond(),
            content_hash: card.hash.clone(),
        };
        self.transact(Op::CardVersion, |change| {
            change.tx().add_card_version(id, &version)?;
            change.tx().put_card_content(version.id, &Content::default(), &card.content)?;
            Ok(format!("Froze version {number} of the card “{}”", card.title()))
        })
    }

    /// Returns what a card says, now or in a version.
    pub fn card_content(&self, id: CardId, said: Said) -> Result<Content> {
        match said {
            Said::Now => Ok(self.card(id)?.content),
            Said::In(version) => Ok(self.database.read().card_content(version)?),
        }
    }

    /// Returns what differs between two things that a card said.
    pub fn compare_card(&self, id: CardId, older: Said, newer: Said) -> Result<Vec<Difference>> {
        Ok(differences(&self.card_content(id, older)?, &self.card_content(id, newer)?))
    }

    /// Makes a version's answers the draft again. The versions stay.
    pub fn restore_card(&mut self, id: CardId, version: CardId) -> Result<Outcome> {
        let card = self.card(id)?;
        let found = card.kept.versions.iter().find(|it| it.id == version);
        let number = found.ok_or(Error::NotFound)?.number.clone();
        let mut content = self.database.read().card_content(version)?;
        content.put_items(TASKS, Vec::new());
        self.transact(Op::CardVersion, |change| {
            change.tx().put_card_content(id, &card.kept.draft, &content)?;
            Ok(format!("The draft of “{}” is version {number} again", card.title()))
        })
    }

    /// Marks a version as the one that worked, to go back to; no version takes the mark away.
    pub fn mark_last_known_good(&mut self, id: CardId, version: Option<CardId>) -> Result<Outcome> {
        let mut card = self.card(id)?;
        let number = match version {
            Some(version) => {
                let found = card.kept.versions.iter().find(|it| it.id == version);
                Some(found.ok_or(Error::NotFound)?.number.clone())
            }
            None => None,
        };
        card.kept.last_known_good = version.map(|version| version.to_string());
        self.transact(Op::CardVersion, |change| {
            change.tx().put_card(&card.kept)?;
            let title = card.title();
            Ok(match number {
                Some(number) => format!("Version {number} of “{title}” is its last-known-good"),
                None => format!("No version of “{title}” is its last-known-good"),
            })
        })
    }
}

fn read(number: &str) -> Option<VersionNumber> {
    number.trim().trim_start_matches('v').parse().ok()
}
