//! Ten example tasks with scores, for a first look and for comparison.
//!
//! Their names and lanes follow the published matrix, which prints scores for three of them. The
//! scores of the other seven are Trilane's own, chosen inside the lane that is published.

use crate::{Score, Scores, Task, TaskId};

/// An example task with scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceTask {
    /// Its stable name.
    pub key: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub description: &'static str,
    /// Its four scores, in the order of the worksheet.
    pub scores: [u8; 4],
    /// Whether the scores are printed in the published matrix, and not chosen by us.
    pub scores_are_published: bool,
}

/// The tag that every added reference task carries.
pub const TAG: &str = "Reference";

/// All ten, in the order of their lanes.
pub const ALL: [ReferenceTask; 10] = [
    ReferenceTask {
        key: "inbound_email_triage",
        name: "Inbound email triage",
        description: "Sort incoming mail by intent and send each message to the right queue.",
        scores: [5, 4, 4, 4],
        scores_are_published: true,
    },
    ReferenceTask {
        key: "initial_lead_enrichment",
        name: "Initial lead enrichment",
        description: "Add company data and buying signals to a new enquiry.",
        scores: [5, 4, 3, 5],
        scores_are_published: false,
    },
    ReferenceTask {
        key: "ad_creative_permutations",
        name: "Ad creative permutations",
        description: "Make many variants of an approved ad for testing, inside the brand's rules.",
        scores: [4, 4, 5, 4],
        scores_are_published: false,
    },
    ReferenceTask {
        key: "meeting_scheduling",
        name: "Meeting scheduling",
        description: "Find a time that suits both calendars and log the meeting.",
        scores: [5, 5, 4, 5],
        scores_are_published: false,
    },
    ReferenceTask {
        key: "lead_scoring",
        name: "Lead scoring (initial)",
        description: "Propose a score for each lead; a person looks at valuable and unclear ones.",
        scores: [4, 3, 3, 4],
        scores_are_published: true,
    },
    ReferenceTask {
        key: "personalised_campaign_copy",
        name: "Personalised campaign copy",
        description: "Draft variants of campaign copy; the team settles tone and compliance.",
        scores: [3, 3, 3, 3],
        scores_are_published: false,
    },
    ReferenceTask {
        key: "complex_routing_rules",
        name: "Complex routing rules",
        description: "Point out routing that looks wrong; a person confirms each rule change.",
        scores: [3, 2, 4, 3],
        scores_are_published: false,
    },
    ReferenceTask {
        key: "brand_positioning",
        name: "Brand positioning",
        description: "Decide where the brand stands over several quarters, with the executives.",
        scores: [1, 1, 5, 1],
        scores_are_published: true,
    },
    ReferenceTask {
        key: "crisis_communications",
        name: "Crisis communications",
        description: "Speak for the company when its reputation is at risk and lawyers sign off.",
        scores: [1, 1, 2, 1],
        scores_are_published: false,
    },
    ReferenceTask {
        key: "product_roadmap_prioritisation",
        name: "Product roadmap prioritisation",
        description: "Weigh what to build next across teams that want different things.",
        scores: [2, 2, 3, 1],
        scores_are_published: false,
    },
];

/// Returns the reference task with that key.
pub fn find(key: &str) -> Option<&'static ReferenceTask> {
    ALL.iter().find(|reference| reference.key == key)
}

impl ReferenceTask {
    /// Returns the scores as a task holds them.
    pub fn scores(&self) -> Scores {
        Scores::new(self.scores.map(Score::new))
    }

    /// Returns a task made from this example, labelled as one.
    pub fn to_task(&self, id: TaskId) -> Task {
        Task {
            name: self.name.to_owned(),
            description: self.description.to_owned(),
            scores: self.scores(),
            tags: vec![TAG.to_owned()],
            reference: Some(self.key.to_owned()),
            ..Task::blank(id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lane;

    #[test]
    fn reference_tasks_fall_into_their_published_lanes() {
        let lanes = ALL.map(|task| {
            Lane::recommended(task.scores().composite().expect("reference tasks are scored"))
        });
        let published = [[Lane::Automate; 4].as_slice(), &[Lane::Hybrid; 3], &[Lane::HumanOnly; 3]];
        assert_eq!(lanes, published.concat().as_slice());
    }

    #[test]
    fn the_three_printed_rows_are_exact() {
        let printed: Vec<_> = ALL
            .iter()
            .filter(|task| task.scores_are_published)
            .map(|task| (task.name, task.scores))
            .collect();
        assert_eq!(
            printed,
            [
                ("Inbound email triage", [5, 4, 4, 4]),
                ("Lead scoring (initial)", [4, 3, 3, 4]),
                ("Brand positioning", [1, 1, 5, 1]),
            ]
        );
    }
}
