//! Data, privacy and regulation, as far as a marketing team is asked about them.

use crate::card::{CardField, Kind, Needed, Section};

const SPECIAL: &[(&str, &str)] =
    &[("no", "No"), ("possible", "Could turn up unasked"), ("yes", "Yes")];

const DATA_ROLES: &[(&str, &str)] =
    &[("controller", "Controller"), ("processor", "Processor"), ("joint", "Joint controllers")];

const AI_ACT_ROLES: &[(&str, &str)] = &[
    ("deployer", "Deployer: we use it"),
    ("provider", "Provider: we offer it"),
    ("unclear", "Not settled"),
];

const RISK_GROUPS: &[(&str, &str)] = &[
    ("minimal", "Minimal risk"),
    ("transparency", "Transparency duties"),
    ("high", "High risk"),
    ("unclear", "Not settled"),
];

const DATA: &[CardField] = &[
    CardField::line("category", "Data").such_as("Name and work email"),
    CardField::line("subject", "Of whom").such_as("People who write to us"),
    CardField::line("purpose", "What for").such_as("To answer them"),
];

pub(super) const PRIVACY: Section = Section {
    key: "privacy",
    title: "Data and privacy",
    about: "Which data go in and come out, and what protects them.",
    fields: &[
        CardField::line("personal_data", "Personal data")
            .kind(Kind::List(DATA))
            .why("What is not listed cannot be protected, or deleted when asked."),
        CardField::line("special_category", "Sensitive categories")
            .kind(Kind::Choice(SPECIAL))
            .why("Health, beliefs and the like need a stronger reason.")
            .needed(Needed::WithAi),
        CardField::line("legal_basis", "Legal basis")
            .why("Personal data need one for each purpose.")
            .such_as("Legitimate interest, assessed on 2026-05-02"),
        CardField::line("data_role", "Our role")
            .kind(Kind::Choice(DATA_ROLES))
            .why("It decides who answers to the people concerned."),
        CardField::line("retention", "Kept for")
            .why("Inputs, outputs and logs each need an end.")
            .such_as("Logs 12 months, inputs 30 days")
            .needed(Needed::ToAutomate),
        CardField::line("residency", "Where data are kept")
            .why("Some customers are promised a region.")
            .such_as("EU only"),
        CardField::line("transfers", "Transfers abroad")
            .why("A transfer needs a mechanism that allows it.")
            .such_as("None; or: US, standard contractual clauses"),
        CardField::line("encryption", "Encryption")
            .why("At rest and on the way is what buyers expect.")
            .such_as("TLS 1.3 on the way, AES-256 at rest"),
        CardField::line("minimisation", "What is left out or masked")
            .text()
            .why("What never reaches the model cannot leak from it.")
            .such_as("Phone numbers and signatures are cut; names are replaced by tokens in logs."),
        CardField::line("logging", "What is logged")
            .text()
            .why("Without the input and the output nobody can look into a complaint.")
            .such_as("Input, answer, confidence, prompt version, what the person changed.")
            .needed(Needed::WithAi),
        CardField::line("dpia", "Impact assessment")
            .why("Where the assessment is, or why none is needed.")
            .such_as("DPIA-2026-04, on the intranet"),
    ],
};

pub(super) const REGULATION: Section = Section {
    key: "regulation",
    title: "Regulation",
    about: "Where it stands under the rules that apply. Not legal advice.",
    fields: &[
        CardField::line("ai_act_role", "Role under the EU AI Act")
            .kind(Kind::Choice(AI_ACT_ROLES))
            .why("Most duties hang on it. A marketing team is mostly a deployer."),
        CardField::line("risk_group", "Risk group")
            .kind(Kind::Choice(RISK_GROUPS))
            .why("Most marketing tasks are not high risk, but many owe transparency."),
        CardField::line("risk_reason", "Why that group")
            .text()
            .why("The questions that were answered, so that somebody else can check them.")
            .such_as("No decision about credit, work or access; people write with a machine."),
        CardField::line("automated_decision", "Decisions about people without a person")
            .text()
            .why("GDPR Article 22 limits them, and a review must be able to change the result.")
            .such_as("None: it sorts enquiries, a person answers each."),
        CardField::line("disclosure", "What people are told")
            .text()
            .why("People should know when they deal with a machine.")
            .such_as("“An assistant sorts your message. A person answers it.”"),
        CardField::line("other_regimes", "Other rules")
            .why("CCPA, HIPAA or the rules of an industry, where they apply.")
            .such_as("CCPA"),
        CardField::line("rules_as_of", "Rules as known on")
            .kind(Kind::Day)
            .why("The rules move, so the answer carries a date.")
            .such_as("2026-11-01"),
    ],
};
