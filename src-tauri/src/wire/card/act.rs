//! What people do about cards, and where a card stands for it.

use engine::cards;
use engine::domain::card::{Approval, CardEvent as DomainEvent, EventKind, Status};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::wire::moment;

use crate::commands::lanes::day;
use crate::error::CommandError;

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StatusKey {
    Draft,
    InReview,
    Approved,
    Restricted,
    Suspended,
    Retired,
}

/// Whether an approval still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalKey {
    Holds,
    /// The content, or how its tasks stand, is no longer what was approved.
    Stale,
    /// Its last day is over.
    Expired,
}

/// What can be done about a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ActKey {
    Request,
    Approve,
    Reject,
    Restrict,
    Suspend,
    Resume,
    Retire,
}

/// What somebody does about a card.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardAct {
    pub kind: ActKey,
    pub name: String,
    pub role: String,
    pub reason: String,
    pub conditions: String,
    /// The last day on which it holds, `2027-01-31`.
    pub until: Option<String>,
}

/// Something that somebody did about a card.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CardEvent {
    pub kind: ActKey,
    pub name: String,
    pub role: String,
    pub reason: String,
    pub conditions: String,
    pub until: Option<String>,
    /// In ISO 8601, UTC.
    pub at: String,
    /// The number of the version that it is about; empty where there is none.
    pub version: String,
    /// The SHA-256 of what it is about.
    pub content_hash: String,
}

impl CardAct {
    /// Returns the act, if its day is one.
    pub fn read(self) -> Result<cards::Act, CommandError> {
        let Self { kind, name, role, reason, conditions, until } = self;
        let until = until.map(|text| day(&text)).transpose()?;
        Ok(cards::Act { kind: kind.into(), name, role, reason, conditions, until })
    }
}

impl From<&DomainEvent> for CardEvent {
    fn from(event: &DomainEvent) -> Self {
        Self {
            kind: event.kind.into(),
            name: event.name.clone(),
            role: event.role.clone(),
            reason: event.reason.clone(),
            conditions: event.conditions.clone(),
            until: event.until.map(|until| until.to_string()),
            at: moment(event.at),
            version: event.version.clone(),
            content_hash: event.content_hash.clone(),
        }
    }
}

impl From<Status> for StatusKey {
    fn from(status: Status) -> Self {
        match status {
            Status::Draft => Self::Draft,
            Status::InReview => Self::InReview,
            Status::Approved => Self::Approved,
            Status::Restricted => Self::Restricted,
            Status::Suspended => Self::Suspended,
            Status::Retired => Self::Retired,
        }
    }
}

impl From<Approval> for ApprovalKey {
    fn from(approval: Approval) -> Self {
        match approval {
            Approval::Holds => Self::Holds,
            Approval::Stale => Self::Stale,
            Approval::Expired => Self::Expired,
        }
    }
}

impl From<EventKind> for ActKey {
    fn from(kind: EventKind) -> Self {
        match kind {
            EventKind::Request => Self::Request,
            EventKind::Approve => Self::Approve,
            EventKind::Reject => Self::Reject,
            EventKind::Restrict => Self::Restrict,
            EventKind::Suspend => Self::Suspend,
            EventKind::Resume => Self::Resume,
            EventKind::Retire => Self::Retire,
        }
    }
}

impl From<ActKey> for EventKind {
    fn from(key: ActKey) -> Self {
        match key {
            ActKey::Request => Self::Request,
            ActKey::Approve => Self::Approve,
            ActKey::Reject => Self::Reject,
            ActKey::Restrict => Self::Restrict,
            ActKey::Suspend => Self::Suspend,
            ActKey::Resume => Self::Resume,
            ActKey::Retire => Self::Retire,
        }
    }
}
