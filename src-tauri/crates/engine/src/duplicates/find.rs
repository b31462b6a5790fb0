//! Groups of tasks with the same name, or nearly the same.

use std::collections::HashMap;

use domain::TaskId;

use super::near::near_pairs;
use crate::cells::fold;
use crate::{Sheet, Workspace};

/// Tasks that may be the same work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateGroup {
    /// How much their names are alike.
    pub likeness: Likeness,
    /// The tasks, shown or not, in the order of the worksheet.
    pub tasks: Vec<TaskId>,
}

/// How much names are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same letters and digits, whatever the case, the blanks, the punctuation and the accents.
    Same,
    /// Some are only nearly the same: words in another order, or one word spelt a letter or two differently.
    Near,
}

impl Workspace {
    /// Returns the tasks whose names are alike: those with the same name first, each in the order of the
    /// worksheet. A task without a name is like no other.
    pub fn find_duplicates(&self) -> Vec<DuplicateGroup> {
        let names = names(&self.sheet);
        let words: Vec<&[String]> = names.iter().map(|name| name.words.as_slice()).collect();
        let mut root: Vec<usize> = (0..names.len()).collect();
        for (one, other) in near_pairs(&words) {
            let (one, other) = (find(&mut root, one), find(&mut root, other));
            root[one.max(other)] = one.min(other);
        }
        let mut ranks: HashMap<usize, (usize, Vec<usize>)> = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            let (joined, ranks) = ranks.entry(find(&mut root, place)).or_default();
            *joined += 1;
            ranks.extend(&name.ranks);
        }
        let mut groups: Vec<(Likeness, Vec<usize>)> = ranks
            .into_values()
            .filter(|(_, ranks)| ranks.len() > 1)
            .map(|(joined, mut ranks)| {
                ranks.sort_unstable();
                (if joined > 1 { Likeness::Near } else { Likeness::Same }, ranks)
            })
            .collect();
        groups.sort_unstable();
        let task = |rank: usize| self.sheet.at_rank(rank).task.id;
        groups
            .into_iter()
            .map(|(likeness, ranks)| DuplicateGroup {
                likeness,
                tasks: ranks.into_iter().map(task).collect(),
            })
            .collect()
    }
}

/// A name as it is compared, and the tasks that have it.
struct Name {
    words: Vec<String>,
    ranks: Vec<usize>,
}

fn names(sheet: &Sheet) -> Vec<Name> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut names: Vec<Name> = Vec::new();
    for (rank, task) in sheet.tasks().enumerate() {
        let words = words(&task.name);
        if words.is_empty() {
            continue;
        }
        let place = *places.entry(words.concat()).or_insert(names.len());
        if place == names.len() {
            names.push(Name { words, ranks: Vec::new() });
        }
        names[place].ranks.push(rank);
    }
    names
}

/// Returns the words of a name as they are compared. One of signs alone, say emoji, is a single word.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() { folded.split_whitespace().map(str::to_owned).collect() } else { words }
}

/// Returns what stands for all names that are joined with one.
fn find(root: &mut [usize], place: usize) -> usize {
    let mut place = place;
    while root[place] != place {
        root[place] = root[root[place]];
        place = root[place];
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_punctuation_and_accents_do_not_tell_names_apart() {
        for other in ["e-mail Triage", "Email  triage.", "É-mail/triage ", "(Email) TRIAGE"] {
            assert_eq!(words(other).concat(), words("Email triage").concat(), "{other}");
        }
        assert_ne!(words("Email triage 2").concat(), words("Email triage").concat());
        assert_eq!(words("🚀 🎉").concat(), "🚀🎉");
        assert_eq!(words(" – ").concat(), "–");
    }
}
