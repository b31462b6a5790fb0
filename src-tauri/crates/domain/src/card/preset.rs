//! Cards to start from, for components that marketing teams often have. They name no provider.

use super::{Content, Place, form};

/// A card to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// Its stable name.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Its answers: field and text.
    answers: &'static [(&'static str, &'static str)],
    /// What it draws on.
    sources: &'static [&'static str],
}

impl Preset {
    /// Returns what a card starts with. `name` makes a name for each item.
    pub fn content(&self, mut name: impl FnMut() -> String) -> Content {
        let mut content = Content::default();
        content.put(Place::Card, "title", self.title.to_owned());
        for (field, text) in self.answers.iter().chain(COMMON) {
            debug_assert!(form::field(field).is_some(), "{field}");
            content.put(Place::Card, field, (*text).to_owned());
        }
        for source in self.sources {
            content.put(Place::Item("sources", &name()), "name", (*source).to_owned());
        }
        for (who, hours) in [("Operations lead", "2"), ("Their manager", "4")] {
            let item = name();
            content.put(Place::Item("escalation", &item), "who", who.to_owned());
            content.put(Place::Item("escalation", &item), "hours", hours.to_owned());
        }
        content
    }
}

/// What every preset proposes.
const COMMON: &[(&str, &str)] = &[
    ("confidence_threshold", "70"),
    ("threshold_basis", "A usual start; to be measured once decisions are logged"),
    ("review_within", "2"),
    ("audit_cadence", "quarterly"),
    (
        "rollback",
        "Pause it and send new work to people. Bring back the last-known-good version. \
        Look at what happened in the meantime and tell those affected. Meet within 72 hours.",
    ),
    ("logging", "Input, answer, confidence, version of the prompt, and what a person changed."),
];

/// Every preset.
pub const PRESETS: [Preset; 6] = [
    Preset {
        key: "email_triage",
        title: "Email triage classifier",
        answers: &[
            (
                "summary",
                "Sorts new enquiries by topic and urgency and hands them to the right queue.",
            ),
            ("engine", "general_model"),
            ("intended_use", "Sort enquiries that arrive by email or web form into agreed queues."),
            ("out_of_scope", "Complaints, legal letters and anything from the press."),
            ("people_affected", "Everybody who writes to us"),
            (
                "triggers",
                "Ambiguous intent; an enquiry that names a lawyer, a regulator or the press.",
            ),
            ("stop", "Switch automatic routing off; new enquiries stay in the shared inbox."),
            ("limitations", "Very short messages; several topics in one message; irony."),
            ("grounding", "not_applicable"),
            (
                "drift_trigger",
                "More than 10 % of a week's enquiries moved to another queue by hand",
            ),
            ("slices_tested", "Language, channel, company size"),
        ],
        sources: &["List of queues and what belongs in them"],
    },
    Preset {
        key: "lead_enrichment",
        title: "Lead enrichment",
        answers: &[
            (
                "summary",
                "Adds company name, size and industry to a new enquiry from agreed data sources.",
            ),
            ("engine", "vendor_feature"),
            ("intended_use", "Complete the record of a company so that sales need not look it up."),
            (
                "out_of_scope",
                "Facts about a private person; anything that a source does not state.",
            ),
            ("people_affected", "People whose company is looked up"),
            ("triggers", "Two sources that disagree; no source at all."),
            ("stop", "Switch the enricher off; records stay as they were entered."),
            ("limitations", "Small and new companies; companies of the same name."),
            ("grounding", "required"),
            ("drift_trigger", "More than 5 % of sampled fields wrong"),
            ("slices_tested", "Country, company size, industry"),
        ],
        sources: &["Company register", "Firmographic data of the vendor"],
    },
    Preset {
        key: "ad_copy",
        title: "Ad-copy generator",
        answers: &[
            ("summary", "Writes variants of approved ads for tests, inside the brand's wording."),
            ("engine", "general_model"),
            ("intended_use", "Variants of headline and text from an approved brief."),
            (
                "out_of_scope",
                "Claims about health, price or competitors; new campaigns without a brief.",
            ),
            ("people_affected", "People who see the ads"),
            ("triggers", "A figure or a superlative that is not in the brief."),
            ("stop", "Stop the upload of variants; approved ads keep running."),
            ("limitations", "Drifts towards clichés; invents figures if the brief has none."),
            ("grounding", "required"),
            ("disclosure", "Synthetic pictures are marked as such."),
            ("drift_trigger", "More than 5 % of variants refused in the brand check"),
            ("slices_tested", "Language, audience"),
        ],
        sources: &["Brand guide", "Approved claims"],
    },
    Preset {
        key: "lead_scoring",
        title: "Lead scoring",
        answers: &[
            (
                "summary",
                "Proposes how promising an enquiry is; a person looks at valuable and unclear ones.",
            ),
            ("engine", "domain_copilot"),
            ("intended_use", "Order enquiries so that the promising ones are answered first."),
            ("out_of_scope", "Refusing a customer; prices; decisions about credit."),
            ("people_affected", "People and companies that ask for an offer"),
            ("value_threshold", "Estimated ARR above $50,000"),
            ("triggers", "Ambiguous intent; a score far from that of similar enquiries."),
            ("stop", "Hide the score; enquiries are answered in the order in which they came."),
            ("limitations", "Learns the past: markets that were never served score low."),
            ("grounding", "not_applicable"),
            ("drift_trigger", "Conversion of the top tenth below that of the rest for two weeks"),
            ("slices_tested", "Country, industry, company size"),
        ],
        sources: &["Closed deals of the last two years"],
    },
    Preset {
        key: "meeting_scheduler",
        title: "Meeting scheduler",
        answers: &[
            ("summary", "Finds a time that suits both sides, books it and notes it in the CRM."),
            ("engine", "vendor_feature"),
            ("intended_use", "Book first meetings between a lead and the sales team."),
            ("out_of_scope", "Moving meetings with customers; meetings of more than two parties."),
            ("people_affected", "Leads, and colleagues whose calendar is open to it"),
            ("triggers", "No time found in five working days; a reply that is not about time."),
            ("stop", "Take its access to the calendars away; open invitations stay."),
            ("limitations", "Time zones in free text; public holidays of other countries."),
            ("grounding", "not_applicable"),
            ("drift_trigger", "More than 5 % of its meetings moved or cancelled by hand"),
            ("slices_tested", "Time zone, language"),
        ],
        sources: &["Calendars of the sales team"],
    },
    Preset {
        key: "reply_drafter",
        title: "Reply drafter",
        answers: &[
            (
                "summary",
                "Drafts an answer to an enquiry from the knowledge base; a person sends it.",
            ),
            ("engine", "general_model"),
            (
                "intended_use",
                "First drafts of answers to questions that the knowledge base covers.",
            ),
            ("out_of_scope", "Promises about price, delivery or law; complaints."),
            ("people_affected", "People who write to us"),
            ("triggers", "No source found; a question about a contract."),
            ("reviewers", "Whoever answers the enquiry"),
            ("stop", "Switch the drafts off; people write as before."),
            ("limitations", "Sounds sure when the sources are thin; misses what was said earlier."),
            ("grounding", "required"),
            ("drift_trigger", "Fewer than half of the drafts sent with small changes or none"),
            ("slices_tested", "Language, topic"),
        ],
        sources: &["Help centre", "Approved answers"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_of_a_preset_is_one_that_its_field_takes() {
        for preset in PRESETS {
            let mut count = 0;
            let content = preset.content(|| {
                count += 1;
                format!("{count:04}")
            });
            for (field, text) in preset.answers.iter().chain(COMMON) {
                let asked = form::field(field).expect("the form asks it");
                assert_eq!(asked.read(text).as_deref(), Ok(*text), "{} {field}", preset.key);
                assert_eq!(content.text(field), *text, "{} {field}", preset.key);
            }
            assert_eq!(content.items("escalation").len(), 2);
        }
    }
}
