//! The four phases of the playbook.

/// One of the four phases, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// What there is: channels, systems, scores.
    Discovery,
    /// One task or two, tried under watch.
    Pilot,
    /// The other tasks.
    Expand,
    /// Audits and reviews, for as long as it runs.
    Govern,
}

impl Phase {
    /// Every phase, the first one first.
    pub const ALL: [Self; 4] = [Self::Discovery, Self::Pilot, Self::Expand, Self::Govern];

    /// Returns the stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Discovery => "discovery",
            Self::Pilot => "pilot",
            Self::Expand => "expand",
            Self::Govern => "govern",
        }
    }

    /// Returns the phase with that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.key() == key)
    }

    /// Returns what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Discovery => "Discovery",
            Self::Pilot => "Pilot",
            Self::Expand => "Expand",
            Self::Govern => "Govern & optimise",
        }
    }

    /// Returns its place among the four, from 0.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// Returns how many weeks it lasts, the fewest and the most; nothing for the one that goes on.
    pub const fn weeks(self) -> Option<(u16, u16)> {
        match self {
            Self::Discovery => Some((1, 1)),
            Self::Pilot => Some((2, 4)),
            Self::Expand => Some((4, 12)),
            Self::Govern => None,
        }
    }

    /// Returns how long it lasts, in words.
    pub const fn lasts(self) -> &'static str {
        match self {
            Self::Discovery => "1 week",
            Self::Pilot => "2 to 4 weeks",
            Self::Expand => "4 to 12 weeks",
            Self::Govern => "ongoing",
        }
    }
}
