//! What runs, where it comes from, and what it was given.

use crate::card::{CardField, Kind, Needed, Section};

const ENGINES: &[(&str, &str)] = &[
    ("domain_copilot", "Domain copilot"),
    ("general_model", "General model"),
    ("rules", "Rules"),
    ("vendor_feature", "Vendor feature"),
];

const DEPLOYMENTS: &[(&str, &str)] = &[
    ("api", "Through a provider's API"),
    ("product", "Inside a product that we use"),
    ("self_hosted", "On our own machines"),
];

const YES_NO: &[(&str, &str)] = &[("yes", "Yes"), ("no", "No")];

const SENSITIVITIES: &[(&str, &str)] = &[
    ("public", "Public"),
    ("internal", "Internal"),
    ("confidential", "Confidential"),
    ("personal", "Personal data"),
];

const SOURCES: &[CardField] = &[
    CardField::line("name", "Source").such_as("Help centre articles"),
    CardField::line("link", "Link").such_as("https://help.example.com"),
    CardField::line("refreshed", "Last refreshed").kind(Kind::Day).such_as("2026-11-01"),
    CardField::line("sensitivity", "Sensitivity").kind(Kind::Choice(SENSITIVITIES)),
];

const SETTINGS: &[CardField] = &[
    CardField::line("name", "Setting").such_as("temperature"),
    CardField::line("value", "Value").such_as("0.2"),
];

pub(super) const COMPONENT: Section = Section {
    key: "component",
    title: "Component and provenance",
    about: "What runs, in which version, and what it was given to work with.",
    fields: &[
        CardField::line("engine", "What runs it")
            .kind(Kind::Choice(ENGINES))
            .why("A copilot, a general model, plain rules and a vendor's feature fail in different ways.")
            .needed(Needed::Always),
        CardField::line("vendor", "Vendor")
            .why("Whoever is asked for certificates, and told about incidents.")
            .such_as("The company behind the CRM"),
        CardField::line("provider", "Provider of the model")
            .why("It may be another company than the vendor whose product is used.")
            .such_as("The company that trains the model"),
        CardField::line("model", "Model or rule set")
            .why("Without a name nobody can say what answered.")
            .such_as("Name of the model as the provider writes it")
            .needed(Needed::WithAi),
        CardField::line("model_version", "Version or snapshot")
            .why("The same name behaves differently from one version to the next.")
            .such_as("Snapshot of 2026-09-15")
            .needed(Needed::WithAi),
        CardField::line("deployment", "How it is used")
            .kind(Kind::Choice(DEPLOYMENTS))
            .why("It decides who can see the data and who can change the model."),
        CardField::line("region", "Where it runs")
            .why("Data residency is promised for a region, not for a product.")
            .such_as("EU (Frankfurt)"),
        CardField::line("base_model", "Built on")
            .why("A tuned model inherits the limits of the one under it.")
            .such_as("Open model of 8 billion parameters"),
        CardField::line("licence", "Licence or terms")
            .why("Terms may forbid the use, or claim the results.")
            .such_as("Business terms, https://example.com/terms"),
        CardField::line("prompt", "Prompt")
            .kind(Kind::Prompt)
            .why("The prompt is half of the behaviour. Its SHA-256 shows whether it is still the same.")
            .such_as("You sort enquiries. Use only the categories below. Say “unsure” if none fits.")
            .needed(Needed::WithAi),
        CardField::line("prompt_version", "Version of the prompt")
            .why("So that a log entry can name the prompt it was made with.")
            .such_as("triage-7")
            .needed(Needed::WithAi),
        CardField::line("tools", "Tools and permissions")
            .text()
            .why("What it may read and change decides how much a mistake can cost.")
            .such_as("Reads the shared inbox. Writes the field “queue” in the CRM. Sends nothing."),
        CardField::line("sources", "Sources it draws on")
            .kind(Kind::List(SOURCES))
            .why("A factual claim needs a source, and a source grows old.")
            .needed(Needed::WithAi),
        CardField::line("training_data", "Training and tuning data")
            .text()
            .why("What it learned from explains what it gets wrong. “Not disclosed by the vendor” is an answer.")
            .such_as("Vendor does not disclose. Tuned by us on 1,200 sorted enquiries of 2025."),
        CardField::line("settings", "Settings")
            .kind(Kind::List(SETTINGS))
            .why("Whoever restores it needs the same settings."),
        CardField::line("multimodal", "Needs pictures, sound or layout")
            .kind(Kind::Choice(YES_NO))
            .why("Results from more than text are harder to explain, so such tasks lean to Hybrid."),
    ],
};
