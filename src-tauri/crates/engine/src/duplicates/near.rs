//! Names that are nearly the same.
//!
//! Comparing every name with every other would take hours for a hundred thousand. So a name is compared
//! only with those that share all its words but one, and among these only with the few whose remaining word
//! stands next to its own when they are sorted, once from the front and once from the back: a slip leaves
//! one end of a word as it was. Two slips in one name are not found, nor are other words for the same thing.

use std::hash::{DefaultHasher, Hash, Hasher};

use strsim::osa_distance;

/// With how many of its neighbours a word is compared.
const REACH: usize = 8;

/// Longer names are not compared, so that one absurd name costs no more than others.
const MOST_WORDS: usize = 20;

/// A word of a name, and what the other words of that name add up to.
struct Slot<'a> {
    others: u64,
    spelt: String,
    word: &'a str,
    name: usize,
}

/// Returns pairs of names that are nearly the same: the same words in another order, or all words the same
/// but one, which is spelt a letter or two differently. A word with a digit is never a slip of another.
pub(super) fn near_pairs(names: &[&[String]]) -> Vec<(usize, usize)> {
    let mut pairs = in_another_order(names);
    pairs.extend(with_a_slip(names, str::to_owned));
    pairs.extend(with_a_slip(names, |word| word.chars().rev().collect()));
    pairs
}

fn in_another_order(names: &[&[String]]) -> Vec<(usize, usize)> {
    let mut sums: Vec<(u64, usize)> =
        compared(names).map(|(name, words)| (sum(words), name)).collect();
    sums.sort_unstable();
    sums.windows(2).filter(|two| two[0].0 == two[1].0).map(|two| (two[0].1, two[1].1)).collect()
}

fn with_a_slip(names: &[&[String]], spell: fn(&str) -> String) -> Vec<(usize, usize)> {
    let mut slots: Vec<Slot<'_>> = compared(names)
        .flat_map(|(name, words)| {
            let all = sum(words);
            words.iter().filter(|word| may_slip(word)).map(move |word| Slot {
                others: all.wrapping_sub(hash(word)),
                spelt: spell(word),
                word,
                name,
            })
        })
        .collect();
    slots.sort_unstable_by(|one, other| {
        (one.others, &one.spelt, one.name).cmp(&(other.others, &other.spelt, other.name))
    });
    let mut pairs = Vec::new();
    for (place, slot) in slots.iter().enumerate() {
        let next = slots[place + 1..].iter().take(REACH);
        for other in next.take_while(|other| other.others == slot.others) {
            if is_slip(slot.word, other.word) {
                pairs.push((slot.name, other.name));
            }
        }
    }
    pairs
}

fn compared<'a>(names: &'a [&'a [String]]) -> impl Iterator<Item = (usize, &'a [String])> {
    names.iter().copied().enumerate().filter(|(_, words)| words.len() <= MOST_WORDS)
}

/// Adds words up so that their order does not count.
fn sum(words: &[String]) -> u64 {
    words.iter().fold(0, |sum, word| sum.wrapping_add(hash(word)))
}

fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

fn may_slip(word: &str) -> bool {
    !word.contains(|c: char| c.is_numeric()) && word.chars().nth(2).is_some()
}

fn is_slip(one: &str, other: &str) -> bool {
    let lengths = [one, other].map(|word| word.chars().count());
    let allowed = match lengths[0].max(lengths[1]) {
        0..=3 => 0,
        4..=9 => 1,
        _ => 2,
    };
    lengths[0].abs_diff(lengths[1]) <= allowed && osa_distance(one, other) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        let [one, other] =
            [one, other].map(|it| it.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(!near_pairs(&[&one, &other]).is_empty(), expected, "{one:?} {other:?}");
    }

    #[test]
    fn words_in_another_order_or_one_slip_make_names_nearly_the_same() {
        check("initial lead scoring", "lead scoring initial", true);
        check("campaign anaylsis", "campaign analysis", true);
        check("social media post", "social media posts", true);
        check("newsletter", "newsleter", true);
        check("ad copy", "ads copy", false);
        check("personalization rules", "personalisation rules", true);
    }

    #[test]
    fn numbers_and_other_words_tell_names_apart() {
        check("campaign 2025", "campaign 2026", false);
        check("wave a1b2", "wave a1b3", false);
        check("inbound email", "outbound email", false);
        check("internal news", "external news", false);
        check("lead scoring", "lead nurturing", false);
        check("lead", "leads scoring", false);
    }
}
