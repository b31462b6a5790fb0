//! Licences by the names under which the Hub knows them.

/// The names that the Hub takes, but for “other”.
const KNOWN: &str = "
apache-2.0 mit openrail bigscience-openrail-m creativeml-openrail-m bigscience-bloom-rail-1.0 bigcode-openrail-m
afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause bsd-3-clause bsd-3-clause-clear c-uda cc cc0-1.0 cc-by-2.0 cc-by-2.5
cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0
cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0
cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl
lgpl-2.1 lgpl-3.0 isc h-research intel-research lppl-1.3c ms-pl apple-ascl apple-amlr mpl-2.0 odc-by odbl openmdw-1.0
openrail++ osl-3.0 postgresql ofl-1.1 ncsa unlicense zlib pddl lgpl-lr deepfloyd-if-license
fair-noncommercial-research-license llama2 llama3 llama3.1 llama3.2 llama3.3 llama4 grok2-community gemma unknown";

/// A licence as the Hub takes it.
#[derive(Debug, PartialEq, Eq)]
pub struct Licence {
    /// One of the Hub's names, or “other”.
    pub id: &'static str,
    /// What another is called.
    pub name: String,
    /// Where it stands.
    pub link: String,
}

/// Returns the licence that a text tells, or nothing where it tells none.
pub fn licence(text: &str) -> Option<Licence> {
    let asked = slug(text);
    if asked.is_empty() {
        return None;
    }
    let known = KNOWN.split_whitespace().find(|known| *known == asked);
    if let Some(id) = known {
        return Some(Licence { id, name: String::new(), link: String::new() });
    }
    let (links, words): (Vec<&str>, Vec<&str>) =
        text.split_whitespace().partition(|it| is_link(it));
    let link = links.first().copied().unwrap_or_default().trim_end_matches([',', ';', '.']);
    Some(Licence { id: "other", name: slug(&words.join(" ")), link: link.to_owned() })
}

/// Returns a text as the Hub writes names: small letters, digits, and dashes between.
pub fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|it: char| !it.is_ascii_alphanumeric() && !".+".contains(it));
    let words: Vec<&str> =
        words.map(|word| word.trim_matches('.')).filter(|it| !it.is_empty()).collect();
    words.join("-").chars().take(80).collect()
}

fn is_link(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_known_or_named() {
        let known = |text| licence(text).map(|it| it.id);
        assert_eq!(known("Apache 2.0"), Some("apache-2.0"));
        assert_eq!(known("MIT"), Some("mit"));
        assert_eq!(known(" , "), None);
        let other = licence("Business terms, https://example.com/terms.").expect("it tells one");
        assert_eq!((other.id, other.name.as_str()), ("other", "business-terms"));
        assert_eq!(other.link, "https://example.com/terms");
        let plain = licence("Business terms, no training").expect("it tells one");
        assert_eq!(plain.name, "business-terms-no-training");
    }
}
