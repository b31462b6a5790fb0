//! Scores and their sum.

use crate::Dimension;

/// A score on one dimension: a whole number from 1 to 5, where 5 is safest to hand to AI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The lowest score.
    pub const MIN: u8 = 1;
    /// The highest score.
    pub const MAX: u8 = 5;

    /// Returns the score, or nothing where the number is outside 1 to 5.
    pub const fn new(value: u8) -> Option<Self> {
        if value >= Self::MIN && value <= Self::MAX { Some(Self(value)) } else { None }
    }

    /// Returns the number, 1 to 5.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// The four scores of a task; any of them may be blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Scores([Option<Score>; 4]);

impl Scores {
    /// Returns scores in the order of [`Dimension::ALL`].
    pub const fn new(scores: [Option<Score>; 4]) -> Self {
        Self(scores)
    }

    /// Returns the score on one dimension.
    pub const fn get(&self, dimension: Dimension) -> Option<Score> {
        self.0[dimension.index()]
    }

    /// Puts a score, or a blank, on one dimension.
    pub const fn put(&mut self, dimension: Dimension, score: Option<Score>) {
        self.0[dimension.index()] = score;
    }

    /// Returns the dimensions that have no score yet.
    pub fn missing(&self) -> impl Iterator<Item = Dimension> {
        Dimension::ALL.into_iter().filter(|&dimension| self.get(dimension).is_none())
    }

    /// Returns the sum of the four, or nothing while one is blank.
    pub fn composite(&self) -> Option<Composite> {
        self.0.iter().try_fold(0, |sum, score| Some(sum + score.as_ref()?.get())).map(Composite)
    }
}

/// The sum of four scores: 4 to 20.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Composite(u8);

impl Composite {
    /// The lowest sum.
    pub const MIN: u8 = 4;
    /// The highest sum.
    pub const MAX: u8 = 20;

    /// Returns the number, 4 to 20.
    pub const fn get(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_one_to_five() {
        let accepted: Vec<u8> = (0..=u8::MAX).filter(|&n| Score::new(n).is_some()).collect();
        assert_eq!(accepted, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn there_is_no_composite_while_a_score_is_blank() {
        let mut scores = Scores::new([Score::new(5); 4]);
        assert_eq!(scores.composite().map(Composite::get), Some(20));
        scores.put(Dimension::DataSensitivity, None);
        assert_eq!(scores.composite(), None);
        assert_eq!(scores.missing().collect::<Vec<_>>(), [Dimension::DataSensitivity]);
    }
}
