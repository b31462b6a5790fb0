//! When a person steps in, and how it is stopped.

use crate::card::{CardField, Kind, Needed, Section};

const ESCALATION: &[CardField] = &[
    CardField::line("who", "Who").such_as("Operations lead"),
    CardField::line("hours", "Within hours").kind(Kind::Number).such_as("2"),
    CardField::line("how", "How").such_as("Ticket, then a call"),
];

pub(super) const OVERSIGHT: Section = Section {
    key: "oversight",
    title: "Oversight and escalation",
    about: "When a person steps in, how fast, and how it is stopped.",
    fields: &[
        CardField::line("confidence_threshold", "Confidence below which a person decides (%)")
            .kind(Kind::Number)
            .why("The simplest brake there is. 70 % is a usual start until a log says better.")
            .such_as("70")
            .needed(Needed::WithAi),
        CardField::line("threshold_basis", "How that was set")
            .why("A default and a measured threshold deserve different trust.")
            .such_as("Default; to be measured after 200 decisions")
            .needed(Needed::WithAi),
        CardField::line("value_threshold", "Value above which a person decides")
            .why("A large deal deserves a look whatever the confidence.")
            .such_as("Estimated ARR above $50,000"),
        CardField::line("triggers", "What else calls a person")
            .text()
            .why("Words, senders or topics that must never go through unseen.")
            .such_as("Ambiguous intent; the words “lawyer”, “cancel”, “press”"),
        CardField::line("reviewers", "Who reviews")
            .why("A review that is nobody's job is not done.")
            .such_as("Enquiry desk, two people a shift")
            .needed(Needed::ForHybrid),
        CardField::line("review_within", "Reviewed within hours")
            .kind(Kind::Number)
            .why("A review that comes too late costs the lead it was to protect.")
            .such_as("2")
            .needed(Needed::ForHybrid),
        CardField::line("escalation", "Escalation")
            .kind(Kind::List(ESCALATION))
            .why("Who is told next, and after how long.")
            .needed(Needed::WithAi),
        CardField::line("stop", "How it is stopped")
            .text()
            .why("Whoever sees it go wrong must be able to stop it without asking.")
            .such_as("Switch “auto-route” off in the CRM; new enquiries stay in the shared inbox.")
            .needed(Needed::WithAi),
        CardField::line("rollback", "How it is rolled back")
            .text()
            .why("Nobody watches each result, so the way back must be known beforehand.")
            .such_as("Back to the last-known-good version; tell those affected; look back within 72 hours.")
            .needed(Needed::ToAutomate),
    ],
};
