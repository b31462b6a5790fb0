//! How the documents of a plan say things.

use domain::rollout::{Activity, ActivityId, Playbook};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Returns a day as it is read.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// Returns the day on which something was written down, as a clock in a zone showed it.
pub(super) fn day_of(at: i64, zone: &TimeZone) -> String {
    let at = Timestamp::from_millisecond(at).ok();
    at.map_or(String::new(), |at| day(at.to_zoned(zone.clone()).date()))
}

/// Returns what the activities are called that another one waits for.
pub(super) fn names<'a>(plan: &'a Playbook, ids: &[ActivityId]) -> Vec<&'a str> {
    ids.iter().filter_map(|id| plan.activity(*id)).map(Activity::title).collect()
}

/// Returns a number with what is counted.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}
