//! The three lanes and the sums that lead to them.

use crate::score::Composite;

/// Who should run a task.
///
/// Ordered from least to most freedom for AI, so that a cap is a minimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// A person does it.
    HumanOnly,
    /// AI drafts, a person decides.
    Hybrid,
    /// AI runs it, people monitor.
    Automate,
}

impl Lane {
    /// The smallest composite that recommends Hybrid.
    pub const HYBRID_FROM: u8 = 11;
    /// The smallest composite that recommends Automate.
    pub const AUTOMATE_FROM: u8 = 16;

    /// All three, from most to least freedom for AI: the order in which screens and workbooks list them.
    pub const ALL: [Self; 3] = [Self::Automate, Self::Hybrid, Self::HumanOnly];

    /// Returns the lane that the matrix recommends for a composite.
    pub const fn recommended(composite: Composite) -> Self {
        match composite.get() {
            Self::AUTOMATE_FROM.. => Self::Automate,
            Self::HYBRID_FROM.. => Self::Hybrid,
            _ => Self::HumanOnly,
        }
    }

    /// Returns the name shown to people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Automate => "Automate",
            Self::Hybrid => "Hybrid",
            Self::HumanOnly => "Human-only",
        }
    }

    /// Returns the stable name used in storage, on the wire and in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Automate => "automate",
            Self::Hybrid => "hybrid",
            Self::HumanOnly => "human_only",
        }
    }

    /// Returns the lane with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lane| lane.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Score, Scores};

    fn lane(scores: [u8; 4]) -> Lane {
        let composite = Scores::new(scores.map(Score::new)).composite();
        Lane::recommended(composite.expect("all four are scored"))
    }

    #[test]
    fn lanes_change_at_eleven_and_sixteen() {
        assert_eq!(lane([3, 3, 2, 2]), Lane::HumanOnly);
        assert_eq!(lane([3, 3, 3, 2]), Lane::Hybrid);
        assert_eq!(lane([4, 4, 4, 3]), Lane::Hybrid);
        assert_eq!(lane([4, 4, 4, 4]), Lane::Automate);
    }

    #[test]
    fn the_625_profiles_fall_into_190_365_and_70() {
        let mut counts = [0; 3];
        for n in 0..625_u16 {
            let digit = |place: u32| u8::try_from(n / 5_u16.pow(place) % 5).expect("below 5") + 1;
            counts[lane([digit(0), digit(1), digit(2), digit(3)]) as usize] += 1;
        }
        assert_eq!(counts, [190, 365, 70]);
    }
}
