//! How many neighbouring profiles stay in a lane, as a table that formulas look up.
//!
//! A neighbour moves each score by one point at most and stays inside 1 to 5. How many of them move the
//! sum by so much depends only on how many scores are 1 and how many are 5: so 25 rows tell all, and a
//! formula needs no 81 cases.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::style;

/// The column of the first figure on the legend.
pub(super) const FIRST: u16 = 9;
/// The row of the first figure on the legend.
pub(super) const TOP: u32 = 4;
/// Sums move by −4 to 4; before that stands a column of noughts.
pub(super) const COLUMNS: u16 = 10;
/// Scores that are 1, times five, and scores that are 5.
pub(super) const ROWS: u32 = 25;

/// Writes the table.
pub(super) fn write(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_column_range_width(FIRST, FIRST + COLUMNS - 1, 5)?;
    sheet.set_column_width(FIRST - 1, 4)?;
    sheet.write_string_with_format(TOP - 2, FIRST, "Neighbouring profiles", &style::bold())?;
    let what = "How many move the sum by at most so much; the sheet Sensitivity looks them up. \
                Rows: scores of 1 times five, plus scores of 5.";
    sheet.write_string_with_format(TOP - 3, FIRST, what, &style::quiet())?;
    for place in 1..COLUMNS {
        let moves = f64::from(place) - 5.0;
        let header = style::quiet().set_num_format("+0;-0;0");
        sheet.write_number_with_format(TOP - 1, FIRST + place, moves, &header)?;
    }
    for ones in 0..5 {
        for fives in 0..5 {
            let row = TOP + ones * 5 + fives;
            for (place, count) in (FIRST..).zip(at_most(ones, fives)) {
                sheet.write_number_with_format(row, place, count, &style::plain())?;
            }
        }
    }
    Ok(())
}

/// Returns how many neighbours move the sum by at most −5, −4, … 4.
fn at_most(ones: u32, fives: u32) -> [u32; COLUMNS as usize] {
    let mut counts = [0; COLUMNS as usize];
    if ones + fives > 4 {
        return counts;
    }
    // Place 5 stands for a sum that does not move.
    let mut moved = [0_u32; COLUMNS as usize];
    moved[5] = 1;
    for score in 0..4 {
        let down = score >= ones;
        let up = score < ones || score >= ones + fives;
        let mut next = [0; COLUMNS as usize];
        for (place, count) in moved.iter().enumerate().filter(|(_, count)| **count > 0) {
            next[place] += count;
            if down {
                next[place - 1] += count;
            }
            if up {
                next[place + 1] += count;
            }
        }
        moved = next;
    }
    let mut sum = 0;
    for (place, count) in moved.into_iter().enumerate() {
        sum += count;
        counts[place] = sum;
    }
    counts
}

#[cfg(test)]
mod tests {
    use domain::{Lane, Score, Scores, Stability};

    use super::*;

    #[test]
    fn the_table_counts_what_the_domain_walks_through() {
        for n in 0..625_u16 {
            let digit = |place: u32| u8::try_from(n / 5_u16.pow(place) % 5).expect("below 5") + 1;
            let scores = [digit(0), digit(1), digit(2), digit(3)];
            let expected = Stability::of(&Scores::new(scores.map(Score::new))).expect("scored");
            let of = |wanted| scores.iter().map(|&it| u32::from(it == wanted)).sum::<u32>();
            let counts = at_most(of(1), of(5));
            let sum = i16::from(scores.iter().sum::<u8>());
            let (automate, hybrid) = (i16::from(Lane::AUTOMATE_FROM), i16::from(Lane::HYBRID_FROM));
            let (least, most) = match expected.lane {
                Lane::Automate => (automate, 20),
                Lane::Hybrid => (hybrid, automate - 1),
                Lane::HumanOnly => (4, hybrid - 1),
            };
            let place = |moves: i16| usize::try_from(moves.clamp(-5, 4) + 5).expect("in the table");
            let kept = counts[place(most - sum)] - counts[place(least - 1 - sum)];
            assert_eq!((kept, counts[9]), (expected.kept.into(), expected.neighbours.into()));
        }
    }
}
