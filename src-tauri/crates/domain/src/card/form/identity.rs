//! Who the component is and who answers for it.

use crate::card::{CardField, Needed, Section};

/// Names, in a list so that a shared responsibility is no problem.
const PEOPLE: &[CardField] = &[
    CardField::line("name", "Name").such_as("Ana Ruiz"),
    CardField::line("role", "Role").such_as("Marketing operations lead"),
    CardField::line("contact", "Contact").such_as("ana@example.com"),
];

pub(super) const IDENTITY: Section = Section {
    key: "identity",
    title: "Identity",
    about: "What this is, and who answers for it.",
    fields: &[
        CardField::line("title", "Title")
            .why("The name under which everybody finds this card.")
            .such_as("Email triage")
            .needed(Needed::Always),
        CardField::line("summary", "In one sentence")
            .why("Read first, and often the only thing that is read.")
            .such_as("Sorts new enquiries by topic and urgency and hands them to the right queue.")
            .needed(Needed::Always),
        CardField::line("owners", "Owners")
            .kind(crate::card::Kind::List(PEOPLE))
            .why("Somebody looks after it day by day and is asked when it misbehaves.")
            .needed(Needed::Always),
        CardField::line("approver", "Accountable approver")
            .why("One person answers for letting it run. Not the one who built it.")
            .such_as("Head of Marketing")
            .needed(Needed::WithAi),
        CardField::line("supersedes", "Replaces")
            .why("A reader of the older card finds the way here.")
            .such_as("Keyword routing rules, 2024"),
    ],
};
