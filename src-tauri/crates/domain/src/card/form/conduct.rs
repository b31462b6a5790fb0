//! What it gets wrong, how that is noticed, and what has no other place.

use crate::card::{CardField, Kind, Needed, Section};

const GROUNDING: &[(&str, &str)] = &[
    ("required", "Sources required for every claim"),
    ("preferred", "Sources given where there are some"),
    ("none", "No sources"),
    ("not_applicable", "Makes no factual claims"),
];

const CADENCES: &[(&str, &str)] = &[
    ("monthly", "Every month"),
    ("quarterly", "Every quarter"),
    ("half_yearly", "Every half year"),
    ("yearly", "Every year"),
];

const KPIS: &[CardField] = &[
    CardField::line("name", "KPI").such_as("Time to first response"),
    CardField::line("target", "Target").such_as("under 30 minutes"),
];

pub(super) const LIMITS: Section = Section {
    key: "limits",
    title: "Limits and trade-offs",
    about: "What it is known to get wrong.",
    fields: &[
        CardField::line("limitations", "Known limits")
            .text()
            .why("Reviewers look where they were told to look.")
            .such_as("Mixes up “invoice” and “quote”. Weak on enquiries under ten words.")
            .needed(Needed::WithAi),
        CardField::line("failures", "Examples of failure")
            .text()
            .why("One real case teaches more than a page of warnings.")
            .such_as("A complaint with thanks at its end was sorted as praise (2026-10-04)."),
        CardField::line("grounding", "Sources against invention")
            .kind(Kind::Choice(GROUNDING))
            .why("A model that must name its source invents less.")
            .needed(Needed::WithAi),
        CardField::line("trade_offs", "Trade-offs")
            .text()
            .why("What was given up for what was gained.")
            .such_as("Faster answers for a few more enquiries in the wrong queue."),
    ],
};

pub(super) const MONITORING: Section = Section {
    key: "monitoring",
    title: "Monitoring and change",
    about: "How trouble is noticed, and what may change without a new approval.",
    fields: &[
        CardField::line("kpis", "KPIs and targets")
            .kind(Kind::List(KPIS))
            .why("What it was brought in for, in figures.")
            .needed(Needed::WithAi),
        CardField::line("drift_trigger", "What counts as drift")
            .why("Agreed beforehand, so that nobody argues when it happens.")
            .such_as("Override rate above 10 % in a week")
            .needed(Needed::ToAutomate),
        CardField::line("audit_cadence", "Audited")
            .kind(Kind::Choice(CADENCES))
            .why("Every quarter is usual for model performance, privacy and business effect.")
            .needed(Needed::WithAi),
        CardField::line("planned_changes", "Changes agreed beforehand")
            .text()
            .why("What may change without asking again, and within which limits.")
            .such_as(
                "New example enquiries in the prompt, each month, after a check on 100 cases.",
            ),
        CardField::line("incidents", "Incidents")
            .text()
            .why("What went wrong before, and what was learned.")
            .such_as("2026-08-12: 40 enquiries unsorted for a day; timer added."),
    ],
};

pub(super) const NOTES: Section = Section {
    key: "notes",
    title: "Notes",
    about: "What has no other place, such as the rest of an imported card.",
    fields: &[CardField::line("notes", "Notes")
        .text()
        .why("Nothing that somebody wrote is lost.")
        .such_as("See also the card of the reply drafter.")],
};
