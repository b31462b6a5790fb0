//! The model card of the sample: one that is complete, frozen and approved, with invented figures that say so.

use domain::TaskId;
use domain::card::EventKind;

use crate::cards::{Act, CardSource};
use crate::{Result, Workspace};

const ANSWERS: [(&str, &str); 22] = [
    ("title", "Email triage (sample)"),
    ("approver", "Ines Vogt, Head of Marketing"),
    ("vendor", "The company behind the CRM"),
    ("provider", "The company that trains the model"),
    ("model", "General model, medium size"),
    ("model_version", "Snapshot of 2026-09-15"),
    ("deployment", "api"),
    ("region", "EU (Frankfurt)"),
    ("licence", "Business terms, no training on our data"),
    (
        "prompt",
        "You sort enquiries of a software company.\nUse only the queues in the list. If none fits, answer \
         “unsure”.\nGive your confidence from 0 to 100.",
    ),
    ("prompt_version", "triage-7"),
    ("tools", "Reads the shared inbox. Writes the field “queue” in the CRM. Sends nothing."),
    ("users", "Enquiry desk, sales development"),
    ("channels", "Email, web form"),
    ("languages", "English, German"),
    ("evidence_period", "2026-09-01 to 2026-10-31 (invented for this sample)"),
    ("evidence_labels", "Random one in ten, labelled by two people (invented)"),
    ("overrides", "31 of 412 proposals (invented)"),
    ("next_audit", "2027-02-01"),
    ("special_category", "possible"),
    ("retention", "Logs 12 months, inputs 30 days"),
    ("disclosure", "“An assistant sorts your message. A person answers it.”"),
];

const ITEMS: [(&str, &str); 5] = [
    ("owners", "Ana Ruiz\tMarketing operations lead\tana@example.com"),
    ("sources", "Examples sorted by hand\thttps://example.com/enquiries\t2026-11-01\tInternal"),
    ("metrics", "precision\tall enquiries (invented)\t0.94\t0.90\t0.97\t240\tWilson, 95 %"),
    ("metrics", "recall\tSpanish (invented)\t0.81\t0.66\t0.91\t42\tWilson, 95 %"),
    ("kpis", "Time to first response\tunder 30 minutes\nEnquiries in the wrong queue\tunder 5 %"),
];

/// Adds the card, for a task of the sample.
pub(super) fn add(workspace: &mut Workspace, task: TaskId) -> Result<()> {
    let (_, card) = workspace.add_card(&CardSource::Preset("email_triage".to_owned()))?;
    workspace.link_card(card, &[task])?;
    for (field, text) in ANSWERS {
        workspace.answer_card(card, field, text)?;
    }
    for (list, lines) in ITEMS {
        workspace.paste_card_items(card, list, lines)?;
    }
    workspace.freeze_card(card, "1.0.0", "")?;
    let act = |kind, name: &str, role: &str| Act {
        kind,
        name: name.to_owned(),
        role: role.to_owned(),
        reason: String::new(),
        conditions: String::new(),
        until: None,
    };
    workspace
        .act_on_card(card, act(EventKind::Request, "Ana Ruiz", "Marketing operations lead"))?;
    workspace.act_on_card(card, act(EventKind::Approve, "Ines Vogt", "Head of Marketing"))?;
    workspace.add_card(&CardSource::Preset("lead_scoring".to_owned()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::card::{Approval, Status};
    use jiff::Timestamp;

    use super::*;
    use crate::sample;

    #[test]
    fn the_first_card_of_the_sample_is_complete_and_approved() {
        let mut workspace = Workspace::in_memory("", Timestamp::now).expect("it is made");
        sample::fill(&mut workspace).expect("it is filled");
        let cards = workspace.cards().expect("they are read");
        let missing: Vec<&str> =
            cards[0].needs().iter().filter(|it| !it.is_met).map(|it| it.field.key).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let standing = cards[0].standing();
        assert_eq!(standing.status, Status::Approved);
        assert!(matches!(standing.approval, Some((_, Approval::Holds))));
    }
}
