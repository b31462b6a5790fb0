//! A model card as a document tells it.

use domain::card::{Approval, CardEvent, Content, Status};
use jiff::civil::Date;

/// A model card, in one version or as it is drafted, with what a reader must know about it.
#[derive(Debug, Clone, Copy)]
pub struct Card<'a> {
    /// Its identity, a UUID.
    pub id: &'a str,
    /// What it answers; how its tasks stand is among it.
    pub content: &'a Content,
    /// The number of the version; nothing for a draft.
    pub version: Option<&'a str>,
    /// What the version changed; empty for a draft.
    pub changes: &'a str,
    /// Where the card stands.
    pub status: Status,
    /// The approval that was given last, and whether it still counts.
    pub approval: Option<(&'a CardEvent, Approval)>,
    /// The name of the workspace.
    pub workspace: &'a str,
    /// The day on which the document is made.
    pub made_on: Date,
    /// The head of the audit trail's chain, in hexadecimal.
    pub chain_head: &'a str,
    /// The version of Trilane.
    pub made_by: &'a str,
}
