//! What changed since the last export, for the one who saw that one.

use domain::{Lane, figures};

/// How many tasks that moved are named.
const MOST_NAMED: usize = 8;

/// What changed since the last export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Since {
    /// When that was, as people of this system read dates.
    pub when: String,
    /// Tasks that are new.
    pub added: usize,
    /// Tasks that are gone.
    pub removed: usize,
    /// Tasks with a score that changed.
    pub rescored: usize,
    /// Tasks for which another lane counts now.
    pub moved: Vec<Moved>,
}

/// A task for which another lane counts than did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its name.
    pub task: String,
    /// The lane that counted, where all scores were there.
    pub from: Option<Lane>,
    /// The lane that counts.
    pub to: Option<Lane>,
}

impl Since {
    /// Returns what changed, in sentences.
    pub(super) fn sentences(&self) -> Vec<String> {
        let Self { when, added, removed, rescored, moved } = self;
        if [added, removed, rescored].iter().all(|&&count| count == 0) && moved.is_empty() {
            return vec![format!("No task, score or lane has changed since {when}.")];
        }
        let mut sentences = vec![format!(
            "Since {when}: {} new, {} removed, {} scored differently, {} in another lane.",
            count(*added),
            count(*removed),
            count(*rescored),
            count(moved.len())
        )];
        let name = |lane: Option<Lane>| lane.map_or("not scored", Lane::name);
        let named = moved.iter().take(MOST_NAMED);
        sentences
            .extend(named.map(|it| format!("{}: {} → {}", it.task, name(it.from), name(it.to))));
        if moved.len() > MOST_NAMED {
            sentences.push(format!("… and {} more.", figures(moved.len() - MOST_NAMED)));
        }
        sentences
    }
}

fn count(tasks: usize) -> String {
    if tasks == 1 { "1 task".to_owned() } else { format!("{} tasks", figures(tasks)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_named_and_nothing_is_said_plainly() {
        let mut since = Since { when: "4 May 2026".into(), ..Since::default() };
        assert_eq!(since.sentences(), ["No task, score or lane has changed since 4 May 2026."]);
        since.rescored = 1;
        let to = Some(Lane::Hybrid);
        since.moved.push(Moved { task: "Triage".into(), from: None, to });
        assert_eq!(
            since.sentences(),
            [
                "Since 4 May 2026: 0 tasks new, 0 tasks removed, 1 task scored differently, 1 task in another lane.",
                "Triage: not scored → Hybrid"
            ]
        );
    }
}
