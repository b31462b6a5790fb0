//! What it is for, and the tasks that it serves.

use crate::card::{CardField, Kind, Needed, Section, TASKS};

pub(super) const PURPOSE: Section = Section {
    key: "purpose",
    title: "Purpose",
    about: "What it is meant to do, and what it is not.",
    fields: &[
        CardField::line("intended_use", "Intended use")
            .text()
            .why("Everything outside of it needs a new look.")
            .such_as("Sort enquiries that arrive by email and web form into six queues.")
            .needed(Needed::Always),
        CardField::line("out_of_scope", "Not meant for")
            .text()
            .why("The likeliest misuse, said before it happens.")
            .such_as("Complaints, legal letters, anything from the press.")
            .needed(Needed::WithAi),
        CardField::line("users", "Who works with it")
            .why("They need to know what it can and cannot do.")
            .such_as("Enquiry desk, sales development"),
        CardField::line("people_affected", "Who is affected")
            .why("People who never chose it may still feel its mistakes.")
            .such_as("Everybody who writes to us"),
        CardField::line("channels", "Channels")
            .why("What works in email may not work in chat.")
            .such_as("Email, web form"),
        CardField::line("languages", "Languages")
            .why("Quality differs between languages, and a test in one says little about another.")
            .such_as("English, German"),
    ],
};

pub(super) const MATRIX: Section = Section {
    key: "matrix",
    title: "Tasks and lanes",
    about: "How the matrix stands for the tasks it serves. Trilane fills this in.",
    fields: &[CardField::line(TASKS, "Tasks")
        .kind(Kind::List(TASK_COLUMNS))
        .why("The lane decides what this card must answer.")
        .needed(Needed::Always)
        .filled()],
};

const TASK_COLUMNS: &[CardField] = &[
    CardField::line("name", "Task").filled(),
    CardField::line("predictability", "Predictability").kind(Kind::Number).filled(),
    CardField::line("impact_of_error", "Impact of Error").kind(Kind::Number).filled(),
    CardField::line("data_sensitivity", "Data Sensitivity").kind(Kind::Number).filled(),
    CardField::line("context_depth", "Context Depth").kind(Kind::Number).filled(),
    CardField::line("sum", "Sum").kind(Kind::Number).filled(),
    CardField::line("recommended", "The matrix says").filled(),
    CardField::line("guardrails", "Guardrails").filled(),
    CardField::line("lane", "Lane that counts").filled(),
    CardField::line("stability", "How firmly it holds").filled(),
    CardField::line("decision", "Decision").filled(),
];
