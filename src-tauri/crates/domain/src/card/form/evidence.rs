//! How well it does, and for whom.

use crate::card::{CardField, Kind, Needed, Section};

const METRICS: &[CardField] = &[
    CardField::line("metric", "Metric").such_as("precision"),
    CardField::line("slice", "For").such_as("all enquiries"),
    CardField::line("value", "Value").kind(Kind::Number).such_as("0.94"),
    CardField::line("low", "Low").kind(Kind::Number).such_as("0.90"),
    CardField::line("high", "High").kind(Kind::Number).such_as("0.97"),
    CardField::line("n", "n").kind(Kind::Number).such_as("240"),
    CardField::line("method", "Method").such_as("Wilson, 95 %"),
];

pub(super) const EVIDENCE: Section = Section {
    key: "evidence",
    title: "Evidence",
    about: "What was measured, on how much, and how sure that is.",
    fields: &[
        CardField::line("evidence_period", "Period")
            .why("A figure without a date is a rumour.")
            .such_as("2026-09-01 to 2026-10-31"),
        CardField::line("evidence_labels", "How the right answer was known")
            .why("Checking only what was unsure makes any system look worse, or better, than it is.")
            .such_as("Random one in ten, labelled by two people"),
        CardField::line("metrics", "Metrics")
            .kind(Kind::List(METRICS))
            .why("Each figure with its n, its interval and its method; as entered, until a decision log is there.")
            .needed(Needed::ToAutomate),
        CardField::line("overrides", "How often people overrule it")
            .why("The plainest sign of trust, or of the lack of it.")
            .such_as("31 of 412 proposals"),
    ],
};

pub(super) const FAIRNESS: Section = Section {
    key: "fairness",
    title: "Bias audit",
    about: "Whether it works as well for some as for others.",
    fields: &[
        CardField::line("slices_tested", "Slices compared")
            .why("A good average can hide a group for whom it fails.")
            .such_as("Country, company size, language")
            .needed(Needed::ToAutomate),
        CardField::line("least_n", "Smallest slice that counts")
            .kind(Kind::Number)
            .why("A gap between tiny groups is noise.")
            .such_as("30"),
        CardField::line("largest_gap", "Largest gap found")
            .why("With its interval, so that it can be told from chance.")
            .such_as("Recall 0.81 for Spanish against 0.93 for all (−0.12, 95 % −0.21 to −0.04)"),
        CardField::line("fairness_action", "What was done about it")
            .text()
            .why("A finding without an action is a risk that was accepted.")
            .such_as("Spanish enquiries go to a person until the prompt is mended."),
        CardField::line("next_audit", "Next bias audit")
            .kind(Kind::Day)
            .why("Models and enquiries change, so the answer does too.")
            .such_as("2027-02-01")
            .needed(Needed::ToAutomate),
    ],
};
