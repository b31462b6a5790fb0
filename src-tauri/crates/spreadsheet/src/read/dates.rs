//! Dates as spreadsheets count them, written as ISO 8601.
//!
//! A date read from a file is shown to a person or refused as a score; nothing calculates with it, so
//! a text is all that is kept.

const SECONDS_A_DAY: f64 = 86_400.0;

/// Returns the date, time or both that a day count stands for, or nothing outside years 1 to 9999.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
pub(crate) fn date_text(serial: f64, counts_from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let mut seconds = (serial.fract() * SECONDS_A_DAY).round() as i64;
    let mut day = serial.trunc() as i64;
    if seconds == 86_400 {
        (day, seconds) = (day + 1, 0);
    }
    let time = (seconds != 0).then(|| clock(seconds));
    if day == 0 && !counts_from_1904 {
        return Some(time.unwrap_or_else(|| "00:00".to_owned()));
    }
    // Excel counts a 29 February 1900 that never was, so days before it sit one later.
    let days_since_1970 = match (counts_from_1904, day) {
        (true, day) => day - 24_107,
        (false, ..60) => day - 25_568,
        (false, day) => day - 25_569,
    };
    let date = civil(days_since_1970);
    Some(time.map_or_else(|| date.clone(), |time| format!("{date} {time}")))
}

/// Returns a duration in days as hours, minutes and seconds.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
pub(crate) fn duration_text(days: f64) -> Option<String> {
    if !(0.0..1e6).contains(&days) {
        return None;
    }
    Some(clock((days * SECONDS_A_DAY).round() as i64))
}

fn clock(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{rest:02}")
    }
}

/// Returns the Gregorian date of a day counted from 1970-01-01.
fn civil(days: i64) -> String {
    // Years are counted from March, so that the leap day is the last of a year.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_count_becomes_a_date() {
        assert_eq!(date_text(46_146.0, false).as_deref(), Some("2026-05-04"));
        assert_eq!(date_text(44_684.0, true).as_deref(), Some("2026-05-04"));
        assert_eq!(date_text(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(date_text(61.0, false).as_deref(), Some("1900-03-01"));
        assert_eq!(date_text(46_146.75, false).as_deref(), Some("2026-05-04 18:00"));
        assert_eq!(date_text(0.5, false).as_deref(), Some("12:00"));
        assert_eq!(date_text(-1.0, false), None);
        assert_eq!(date_text(1e15, false), None);
        assert_eq!(duration_text(1.5).as_deref(), Some("36:00"));
    }
}
