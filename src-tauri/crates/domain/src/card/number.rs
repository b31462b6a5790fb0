//! The number of a version, and which one comes next.

use semver::Version;

use super::Difference;

/// The number of a version: major, minor, patch.
pub type VersionNumber = Version;

/// What another component or another purpose is made of.
const MAJOR: [&str; 6] = ["engine", "vendor", "provider", "model", "intended_use", "out_of_scope"];

/// Returns the number that what changed suggests: another component or purpose is a major step, another answer
/// about how it works or is watched a minor one; words alone are a patch.
pub fn propose(last: Option<&VersionNumber>, changed: &[Difference]) -> VersionNumber {
    let Some(last) = last else { return Version::new(1, 0, 0) };
    let is_any = |keys: &[&str]| changed.iter().any(|it| keys.contains(&it.field.key));
    let is_words = changed.iter().all(|it| ["title", "summary", "notes"].contains(&it.field.key));
    if is_any(&MAJOR) {
        Version::new(last.major + 1, 0, 0)
    } else if is_words {
        Version::new(last.major, last.minor, last.patch + 1)
    } else {
        Version::new(last.major, last.minor + 1, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{Content, Place, differences};

    #[test]
    fn the_next_number_follows_from_what_changed() {
        let next = |field: &str| {
            let mut newer = Content::default();
            newer.put(Place::Card, field, "other".into());
            let changed = differences(&Content::default(), &newer);
            propose(Some(&Version::new(1, 2, 3)), &changed).to_string()
        };
        assert_eq!(next("model"), "2.0.0");
        assert_eq!(next("prompt"), "1.3.0");
        assert_eq!(next("summary"), "1.2.4");
        assert_eq!(propose(None, &[]).to_string(), "1.0.0");
    }
}
