//! A workspace to show the product with. Its name and every task say that it is a sample.

mod card;
mod rollout;

use domain::{Dimension, Field, Lane, reference};

use crate::{Result, Workspace};

/// The tag that every task of the sample carries.
pub const TAG: &str = "Sample";

/// Name, channels, owner, scores as typed, monthly volume, minutes per item.
type Row =
    (&'static str, &'static str, &'static str, [&'static str; 4], &'static str, &'static str);

/// Invented tasks around the reference tasks; some lack scores and one holds a refused score, since
/// a list in the middle of a planning session looks like that.
const ROWS: [Row; 16] = [
    ("Tag campaign responses", "email, web form", "RevOps", ["5", "5", "4", "5"], "900", "1.5"),
    ("Clean duplicate contacts", "CRM", "RevOps", ["4", "3", "3", "4"], "240", "4"),
    ("Write product launch brief", "document", "PMM", ["2", "2", "4", "2"], "2", "480"),
    ("Answer pricing questions", "chat, email", "Sales ops", ["4", "2", "3", "3"], "320", "6"),
    ("Schedule social posts", "LinkedIn", "Content", ["5", "4", "5", "4"], "80", "5"),
    ("Approve influencer contracts", "email", "Legal", ["2", "1", "1", "2"], "6", "90"),
    ("Weekly pipeline report", "CRM", "RevOps", ["5", "3", "3", "4"], "4", "120"),
    ("Translate landing pages", "web", "Content", ["4", "3", "5", "3"], "30", "45"),
    ("Handle data deletion requests", "email", "Legal", ["4", "1", "1", "4"], "12", "20"),
    ("Segment newsletter audience", "email", "Lifecycle", ["4", "4", "3", "4"], "8", "60"),
    ("Moderate community comments", "community", "Content", ["4", "2", "4", ""], "600", "1"),
    ("Plan the annual event", "event", "CMO", ["", "", "", ""], "1", "2400"),
    ("Draft partner announcements", "email, web", "PMM", ["3", "medium", "4", "3"], "4", "75"),
    ("Route support tickets from campaigns", "helpdesk", "Ops", ["5", "4", "4", "5"], "450", "2"),
    // The sum says Automate and a guardrail says Hybrid: once left so, once decided otherwise.
    ("Remind clients of contract renewals", "email", "Legal", ["5", "1", "5", "5"], "120", "4"),
    (DECIDED, "email", "RevOps", ["5", "5", "1", "5"], "300", "3"),
];

/// The task about which somebody decided, and why.
const DECIDED: &str = "Send consent renewals";
const REASON: &str = "The texts are approved by counsel, and every send is logged and sampled.";

/// Volumes and minutes for the reference tasks, in their order.
const REFERENCE_FIGURES: [(&str, &str); 10] = [
    ("2600", "2"),
    ("1100", "4"),
    ("60", "15"),
    ("210", "6"),
    ("1100", "3"),
    ("24", "90"),
    ("15", "25"),
    ("1", "1200"),
    ("1", "360"),
    ("3", "240"),
];

/// Fills an empty workspace with the sample.
pub fn fill(workspace: &mut Workspace) -> Result<()> {
    let keys: Vec<String> = reference::ALL.iter().map(|task| task.key.to_owned()).collect();
    let added = workspace.add_reference_tasks(&keys)?.created;
    let triage = added.first().copied();
    for (id, (volume, minutes)) in added.into_iter().zip(REFERENCE_FIGURES) {
        workspace.set_cell(id, Field::MonthlyVolume, volume)?;
        workspace.set_cell(id, Field::MinutesPerItem, minutes)?;
        workspace.set_cell(id, Field::Tags, &format!("{}, {TAG}", reference::TAG))?;
    }
    for (name, channels, owner, scores, volume, minutes) in ROWS {
        for id in workspace.add_task(name)?.created {
            workspace.set_cell(id, Field::Channels, channels)?;
            workspace.set_cell(id, Field::Owner, owner)?;
            for (dimension, score) in Dimension::ALL.into_iter().zip(scores) {
                workspace.set_cell(id, Field::Score(dimension), score)?;
            }
            workspace.set_cell(id, Field::MonthlyVolume, volume)?;
            workspace.set_cell(id, Field::MinutesPerItem, minutes)?;
            workspace.set_cell(id, Field::Tags, TAG)?;
            if name == DECIDED {
                workspace.decide(&[id], Lane::Automate, REASON, None)?;
            }
        }
    }
    if let Some(task) = triage {
        card::add(workspace, task)?;
    }
    rollout::add(workspace)
}
