//! The plans to start from: the playbook's steps, and the scenario of gathering enquiries.

use super::Phase;

/// A plan to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The steps of the playbook, for whatever is to be automated.
    Playbook,
    /// The playbook's own scenario: enquiries of every channel in one pipeline.
    Enquiries,
}

/// An activity of a plan to start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its phase.
    pub phase: Phase,
    /// What is done.
    pub name: String,
    /// The working days that it takes.
    pub days: u16,
    /// The places of what it waits for.
    pub needs: Vec<usize>,
    /// What belongs to it.
    pub note: &'static str,
}

/// A step: its phase, its name with `{}` for the pilot, the first and the last day of it as a share of the
/// phase in sixtieths, what it waits for by its place, and what belongs to it.
struct Step(Phase, &'static str, (u16, u16), &'static [usize], &'static str);

const PLAYBOOK: [Step; 20] = [
    Step(
        Phase::Discovery,
        "List the channels that work comes by",
        (0, 24),
        &[],
        "Email, web forms, chat, LinkedIn messages.",
    ),
    Step(
        Phase::Discovery,
        "Map the systems that receive the results",
        (0, 24),
        &[],
        "CRM, helpdesk, marketing automation.",
    ),
    Step(
        Phase::Discovery,
        "Score the tasks and read their lanes",
        (24, 48),
        &[0, 1],
        "Start with the fifteen that take most hours.",
    ),
    Step(
        Phase::Discovery,
        "Choose one Automate and one Hybrid pilot",
        (48, 60),
        &[2],
        "Many items, cheap to get wrong, no open guardrail.",
    ),
    Step(Phase::Pilot, "Write down targets and margins", (0, 4), &[3], "Before anything runs."),
    Step(
        Phase::Pilot,
        "Build the pipeline of {automate}",
        (4, 24),
        &[4],
        "Connectors, enrichment, classification, CRM create or update, SLA timer.",
    ),
    Step(
        Phase::Pilot,
        "Build the pipeline of {hybrid}",
        (4, 24),
        &[4],
        "Connectors, enrichment, classification, CRM create or update, SLA timer.",
    ),
    Step(
        Phase::Pilot,
        "Route uncertain cases to people",
        (4, 20),
        &[4],
        "With a reply that is filled in already.",
    ),
    Step(
        Phase::Pilot,
        "Run in shadow: suggestions only",
        (24, 40),
        &[5, 6, 7],
        "Nothing goes out. People do the work, and the suggestions are compared with it.",
    ),
    Step(
        Phase::Pilot,
        "Run under review and watch the figures",
        (40, 60),
        &[8],
        "Accuracy, SLA hits, review load, time saved.",
    ),
    Step(
        Phase::Expand,
        "Roll out the other Automate tasks",
        (0, 30),
        &[9],
        "One by one, each in shadow first.",
    ),
    Step(
        Phase::Expand,
        "Roll out chosen Hybrid tasks",
        (30, 54),
        &[10],
        "With the review checklist.",
    ),
    Step(
        Phase::Expand,
        "Feed corrections back into prompts or training",
        (0, 24),
        &[9],
        "On a fixed day, with who decides.",
    ),
    Step(
        Phase::Expand,
        "Tag every enquiry with campaign and source",
        (0, 18),
        &[9],
        "For reports of revenue.",
    ),
    Step(
        Phase::Expand,
        "Train people for oversight and exceptions",
        (0, 18),
        &[9],
        "From doing to overseeing.",
    ),
    Step(
        Phase::Expand,
        "Publish what was measured",
        (54, 60),
        &[11, 12, 13, 14],
        "With the number of cases and the intervals.",
    ),
    Step(
        Phase::Govern,
        "Put the quarterly audits into calendars",
        (0, 6),
        &[15],
        "Model performance, privacy map, business figures.",
    ),
    Step(
        Phase::Govern,
        "Set up the figures of each lane",
        (0, 30),
        &[15],
        "A few a lane, with what they were before.",
    ),
    Step(
        Phase::Govern,
        "Tie the figures to revenue and customer success",
        (30, 60),
        &[17],
        "One scorecard across teams.",
    ),
    Step(
        Phase::Govern,
        "Agree how fast each lane improves",
        (6, 18),
        &[16],
        "Short improvements for execution, time apart for strategy.",
    ),
];

/// What the scenario of enquiries says instead, by its place.
const ENQUIRIES: [(usize, &str); 7] = [
    (0, "List the channels that enquiries arrive by"),
    (2, "Score the inbound tasks and read their lanes"),
    (5, "Connect mailboxes, chat and form to {automate}"),
    (6, "Enrich enquiries and propose scores: {hybrid}"),
    (7, "Send unsure classifications and large deals to a person"),
    (10, "Move every channel into the pipeline"),
    (16, "Put the quarterly audits and the monthly retraining into calendars"),
];

impl Template {
    /// Every template.
    pub const ALL: [Self; 2] = [Self::Playbook, Self::Enquiries];

    /// Returns what a plan of it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Playbook => "Rollout",
            Self::Enquiries => "Enquiries in one pipeline",
        }
    }

    /// Lays out its activities over phases of so many weeks, in weeks of so many working days. The pilots stand
    /// in their names.
    pub fn drafts(
        self,
        weeks: [u16; 4],
        days_a_week: u16,
        automate: &str,
        hybrid: &str,
    ) -> Vec<Draft> {
        let steps = PLAYBOOK.iter().enumerate().map(|(place, step)| {
            let Step(phase, name, (from, to), needs, note) = *step;
            let name = match self {
                Self::Playbook => name,
                Self::Enquiries => {
                    ENQUIRIES.iter().find(|(at, _)| *at == place).map_or(name, |it| it.1)
                }
            };
            let length = (weeks[phase.place()] * days_a_week).max(1);
            let day = |share: u16| (u32::from(share) * u32::from(length) + 30) / 60;
            let days = day(to).saturating_sub(day(from)).max(1);
            Draft {
                phase,
                name: name.replace("{automate}", automate).replace("{hybrid}", hybrid),
                days: u16::try_from(days).unwrap_or(1),
                needs: needs.to_vec(),
                note,
            }
        });
        steps.collect()
    }
}
