//! How far the automation of a task is switched on, somewhere else: Trilane keeps the record and runs nothing.

use crate::Lane;

/// How far the automation of a task is switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Automation {
    /// People do the work.
    #[default]
    Off,
    /// It suggests beside the people who do the work; nothing that it says goes out.
    Shadow,
    /// What it does goes out after a person looked at it.
    Reviewed,
    /// What it does goes out.
    Active,
    /// It was stopped: people do the work again.
    Paused,
}

/// A change of it, with who, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AutomationEvent {
    /// What it became.
    pub state: Automation,
    /// In whose name: as entered, not authenticated.
    pub name: String,
    /// Why.
    pub reason: String,
    /// When, in milliseconds since 1970, UTC.
    pub at: i64,
}

impl Automation {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Off, Self::Shadow, Self::Reviewed, Self::Active, Self::Paused];

    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Shadow => "shadow",
            Self::Reviewed => "reviewed",
            Self::Active => "active",
            Self::Paused => "paused",
        }
    }

    /// Returns the state with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Returns what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "Off",
            Self::Shadow => "Shadow",
            Self::Reviewed => "Active with review",
            Self::Active => "Active",
            Self::Paused => "Paused",
        }
    }

    /// Returns what can come next, whatever the lane.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Off => &[Self::Shadow],
            Self::Shadow => &[Self::Reviewed, Self::Off],
            Self::Reviewed => &[Self::Active, Self::Shadow, Self::Paused],
            Self::Active => &[Self::Reviewed, Self::Paused],
            Self::Paused => &[Self::Shadow, Self::Reviewed, Self::Off],
        }
    }

    /// Returns why it may not come next for a task in a lane; nothing where it may.
    ///
    /// A task without a lane is watched at most: nobody has said yet that AI may run it.
    pub fn refusal(self, next: Self, lane: Option<Lane>) -> Option<&'static str> {
        if !self.next().contains(&next) {
            return Some("That step does not follow from where the automation stands.");
        }
        match (next, lane) {
            (Self::Off | Self::Paused, _) => None,
            (_, None) => Some("Score the task first: without a lane nothing may run."),
            (_, Some(Lane::HumanOnly)) => {
                Some("The task is Human-only: no automation may run it, not even in shadow.")
            }
            (Self::Active, Some(Lane::Hybrid)) => {
                Some("The task is Hybrid: a person looks at everything before it goes out.")
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_automation_is_watched_and_then_reviewed_before_it_is_active() {
        let lane = Some(Lane::Automate);
        assert!(Automation::Off.refusal(Automation::Active, lane).is_some());
        assert!(Automation::Shadow.refusal(Automation::Active, lane).is_some());
        assert_eq!(Automation::Reviewed.refusal(Automation::Active, lane), None);
        assert_eq!(Automation::Active.refusal(Automation::Paused, lane), None);
    }

    #[test]
    fn the_lane_says_how_far_it_goes() {
        let refused = |from: Automation, to, lane| from.refusal(to, lane).is_some();
        assert!(refused(Automation::Reviewed, Automation::Active, Some(Lane::Hybrid)));
        assert!(!refused(Automation::Shadow, Automation::Reviewed, Some(Lane::Hybrid)));
        assert!(refused(Automation::Off, Automation::Shadow, Some(Lane::HumanOnly)));
        assert!(refused(Automation::Off, Automation::Shadow, None));
    }

    #[test]
    fn whatever_happens_to_the_lane_it_can_be_stopped() {
        for lane in [None, Some(Lane::HumanOnly), Some(Lane::Hybrid), Some(Lane::Automate)] {
            assert_eq!(Automation::Active.refusal(Automation::Paused, lane), None);
            assert_eq!(Automation::Shadow.refusal(Automation::Off, lane), None);
        }
    }
}
