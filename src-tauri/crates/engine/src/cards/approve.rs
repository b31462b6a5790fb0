//! What people do about a card: asking for approval, giving it, taking it back.

use domain::card::{CardEvent, CardId, EventKind};
use jiff::civil::Date;

use super::new_id;
use crate::{Error, Op, Outcome, Result, Workspace};

/// What somebody does about a card. Names are as entered: nobody is authenticated in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What.
    pub kind: EventKind,
    /// In whose name.
    pub name: String,
    /// In which role.
    pub role: String,
    /// Why.
    pub reason: String,
    /// Under which conditions.
    pub conditions: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

impl Workspace {
    /// Does something about a card, as far as it stands for that: [`Error::Approval`] says what is missing.
    ///
    /// What is asked for, approved or restricted is a version, so the card must say what its newest one says.
    pub fn act_on_card(&mut self, id: CardId, act: Act) -> Result<Outcome> {
        let card = self.card(id)?;
        let Act { kind, name, role, reason, conditions, until } = act;
        let [name, role, reason, conditions] =
            [name, role, reason, conditions].map(|text| text.trim().to_owned());
        let standing = card.standing();
        if !standing.status.next().contains(&kind) {
            return Err(Error::Approval("The card does not stand for that any more."));
        }
        if name.is_empty() {
            return Err(Error::Approval("Say in whose name."));
        }
        let needs_reason = matches!(kind, EventKind::Reject | EventKind::Suspend);
        if needs_reason && reason.is_empty() {
            return Err(Error::Approval("Say why."));
        }
        if kind == EventKind::Restrict && conditions.is_empty() {
            return Err(Error::Approval("Say under which conditions it may run."));
        }
        if until.is_some_and(|until| until < self.sheet.ground().today) {
            return Err(Error::Approval("The last day is over already."));
        }
        let version = card.current_version().map(|version| version.number.clone());
        if kind.is_about_a_version() && version.is_none() {
            return Err(Error::Approval(
                "The card has changed since its last version. Freeze a version first: what is approved is a version.",
            ));
        }
        let event = CardEvent {
            kind,
            name,
            role,
            reason,
            conditions,
            until,
            at: (self.clock)().as_millisecond(),
            version: version.unwrap_or_default(),
            content_hash: card.hash.clone(),
        };
        self.transact(Op::CardApproval, |change| {
            change.tx().add_card_event(new_id(), id, &event)?;
            let CardEvent { name, kind, .. } = &event;
            Ok(format!("{name} {} the card “{}”", verb(*kind), card.title()))
        })
    }
}

const fn verb(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Request => "asked for approval of",
        _ => kind.past(),
    }
}
