//! How firmly a lane holds when scores are a little off.
//!
//! Scores are judgements, and another person would give some of them one point more or less. So every
//! profile is counted in which each score moves by −1, 0 or +1 inside 1 to 5, and it is told in how many
//! of them the lane stays: the category acceptability index of SMAA-TRI, over a neighbourhood that is
//! small enough to walk whole.

use crate::{Composite, Dimension, Guardrail, Lane, Score, Scores, Task};

/// How firmly a recommended lane holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stability {
    /// The lane that the scores recommend.
    pub lane: Lane,
    /// In how many of the neighbouring profiles it stays, the profile itself included.
    pub kept: u8,
    /// How many neighbouring profiles there are: at most 81.
    pub neighbours: u8,
    /// How many points of the sum lead to the nearest other lane.
    pub points_away: u8,
    /// The nearest other lane.
    pub nearest: Lane,
    /// The smallest change of a single score that leads to another lane, where one does.
    pub flip: Option<Flip>,
}

/// A change of one score that leads to another lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flip {
    /// The dimension whose score changes.
    pub dimension: Dimension,
    /// What the score would be.
    pub to: Score,
    /// Where that leads.
    pub lane: Lane,
}

/// How firmly the lane that guardrails leave holds.
///
/// A neighbouring profile may be capped where the own one is not, and the other way round: so this lane may
/// hold in more of them than the sum's, or in fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuardedStability {
    /// The lane that the guardrails leave.
    pub lane: Lane,
    /// In how many of the neighbouring profiles they leave it too, the profile itself included.
    pub kept: u8,
}

impl GuardedStability {
    /// Works out how firmly the lane of a task holds under guardrails; nothing while a score is blank.
    pub fn of(task: &Task, guardrails: &[Guardrail]) -> Option<Self> {
        let lane = task.guarded_lane(guardrails)?;
        let mut neighbour = task.clone();
        let (kept, _) = walk(digits(task.counted_scores())?, |scores| {
            neighbour.scores = scores;
            neighbour.guarded_lane(guardrails) == Some(lane)
        });
        Some(Self { lane, kept })
    }
}

impl Stability {
    /// Works out how firmly the lane of complete scores holds; nothing while one is blank.
    pub fn of(scores: &Scores) -> Option<Self> {
        let composite = scores.composite()?;
        let lane = Lane::recommended(composite);
        let (kept, neighbours) =
            walk(digits(*scores)?, |near| near.composite().map(Lane::recommended) == Some(lane));
        let (points_away, nearest) = nearest_lane(composite);
        Some(Self { lane, kept, neighbours, points_away, nearest, flip: flip(*scores, lane) })
    }
}

/// Returns the scores in the order of the dimensions; nothing while one is blank.
fn digits(scores: Scores) -> Option<[u8; 4]> {
    let mut digits = [0; 4];
    for dimension in Dimension::ALL {
        digits[dimension.index()] = scores.get(dimension)?.get();
    }
    Some(digits)
}

/// Counts the neighbouring profiles that are kept, and all of them.
fn walk(own: [u8; 4], mut is_kept: impl FnMut(Scores) -> bool) -> (u8, u8) {
    let near =
        own.map(|score| score.saturating_sub(1).max(Score::MIN)..=(score + 1).min(Score::MAX));
    let [first, second, third, fourth] = near;
    let (mut kept, mut neighbours) = (0, 0);
    for a in first {
        for b in second.clone() {
            for c in third.clone() {
                for d in fourth.clone() {
                    neighbours += 1;
                    kept += u8::from(is_kept(Scores::new([a, b, c, d].map(Score::new))));
                }
            }
        }
    }
    (kept, neighbours)
}

/// Returns the lane that the fewest points lead to, and how many those are; of equals the higher one.
fn nearest_lane(composite: Composite) -> (u8, Lane) {
    let sum = composite.get();
    match Lane::recommended(composite) {
        Lane::Automate => (sum + 1 - Lane::AUTOMATE_FROM, Lane::Hybrid),
        Lane::HumanOnly => (Lane::HYBRID_FROM - sum, Lane::Hybrid),
        Lane::Hybrid => {
            let (up, down) = (Lane::AUTOMATE_FROM - sum, sum + 1 - Lane::HYBRID_FROM);
            if up <= down { (up, Lane::Automate) } else { (down, Lane::HumanOnly) }
        }
    }
}

/// Finds the smallest change of one score that leads to another lane; of equals the first dimension's.
fn flip(scores: Scores, lane: Lane) -> Option<Flip> {
    let changes = Dimension::ALL.into_iter().flat_map(|dimension| {
        let from = scores.get(dimension).map_or(0, Score::get);
        (Score::MIN..=Score::MAX).filter_map(move |value| {
            let to = Score::new(value)?;
            let mut changed = scores;
            changed.put(dimension, Some(to));
            let other = Lane::recommended(changed.composite()?);
            (other != lane).then_some((value.abs_diff(from), Flip { dimension, to, lane: other }))
        })
    });
    changes.min_by_key(|(size, flip)| (*size, flip.dimension)).map(|(_, flip)| flip)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stability(scores: [u8; 4]) -> Stability {
        Stability::of(&Scores::new(scores.map(Score::new))).expect("all four are scored")
    }

    #[track_caller]
    fn check(scores: [u8; 4], lane: Lane, kept: u8, neighbours: u8) {
        let found = stability(scores);
        assert_eq!((found.lane, found.kept, found.neighbours), (lane, kept, neighbours));
    }

    #[test]
    fn the_published_rows_hold_as_worked_out_by_hand() {
        check([5, 4, 4, 4], Lane::Automate, 40, 54);
        check([4, 3, 3, 4], Lane::Hybrid, 65, 81);
        check([1, 1, 5, 1], Lane::HumanOnly, 15, 16);
    }

    #[test]
    fn the_nearest_lane_is_told_with_its_distance() {
        let away = |scores| (stability(scores).points_away, stability(scores).nearest);
        assert_eq!(away([5, 4, 4, 4]), (2, Lane::Hybrid));
        assert_eq!(away([4, 3, 3, 4]), (2, Lane::Automate));
        assert_eq!(away([3, 3, 3, 2]), (1, Lane::HumanOnly));
        assert_eq!(away([1, 1, 5, 1]), (3, Lane::Hybrid));
    }

    #[test]
    fn the_smallest_change_of_one_score_that_flips_the_lane_is_found() {
        let flip = stability([5, 4, 4, 4]).flip.expect("two points down on one score");
        assert_eq!((flip.dimension, flip.to.get()), (Dimension::Predictability, 3));
        assert_eq!(flip.lane, Lane::Hybrid);
        assert_eq!(stability([5, 5, 5, 5]).flip, None, "even a 1 leaves 16");
        assert_eq!(stability([1, 1, 1, 1]).flip, None, "even a 5 leaves 8");
    }

    #[test]
    fn a_flip_leads_where_it_says_and_no_smaller_one_does_over_all_profiles() {
        for n in 0..625_u16 {
            let digit = |place: u32| u8::try_from(n / 5_u16.pow(place) % 5).expect("below 5") + 1;
            let scores = Scores::new([digit(0), digit(1), digit(2), digit(3)].map(Score::new));
            let found = Stability::of(&scores).expect("all four are scored");
            assert!(found.kept >= 1 && found.kept <= found.neighbours && found.neighbours <= 81);
            if let Some(flip) = found.flip {
                let mut changed = scores;
                changed.put(flip.dimension, Some(flip.to));
                let lane = changed.composite().map(Lane::recommended);
                assert_eq!(lane, Some(flip.lane));
                assert_ne!(flip.lane, found.lane);
            }
        }
    }

    #[track_caller]
    fn check_guarded(scores: [u8; 4], guardrails: &[Guardrail], lane: Lane, kept: u8) {
        let mut task = Task::blank(crate::TaskId::nil());
        task.scores = Scores::new(scores.map(Score::new));
        assert_eq!(GuardedStability::of(&task, guardrails), Some(GuardedStability { lane, kept }));
    }

    #[test]
    fn guardrails_make_a_lane_hold_in_more_or_in_fewer_neighbours() {
        let shipped: Vec<Guardrail> = Guardrail::all_shipped().collect();
        check_guarded([5, 4, 4, 4], &shipped, Lane::Automate, 40);
        // A 1 caps all eight neighbours that keep it, and four of the others add up to less than 16.
        check_guarded([5, 1, 5, 5], &[], Lane::Automate, 5);
        check_guarded([5, 1, 5, 5], &shipped, Lane::Hybrid, 12);
        // One neighbour adds up to 16 with a 1 in it.
        check_guarded([5, 2, 5, 4], &[], Lane::Automate, 13);
        check_guarded([5, 2, 5, 4], &shipped, Lane::Automate, 12);
    }

    #[test]
    fn without_guardrails_the_guarded_lane_holds_as_the_sum_s_does_over_all_profiles() {
        for n in 0..625_u16 {
            let digit = |place: u32| u8::try_from(n / 5_u16.pow(place) % 5).expect("below 5") + 1;
            let scores = [digit(0), digit(1), digit(2), digit(3)];
            let plain = stability(scores);
            check_guarded(scores, &[], plain.lane, plain.kept);
        }
    }

    #[test]
    fn blank_scores_have_no_stability() {
        assert_eq!(Stability::of(&Scores::default()), None);
    }
}
