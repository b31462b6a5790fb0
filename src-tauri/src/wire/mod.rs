//! What crosses to the page and back.
//!
//! Domain types are not serialisable on purpose: these are, and each says how it is made from one. No
//! 64-bit integers, because the page cannot hold them.

pub mod card;
pub mod column;
pub mod duplicates;
pub mod export;
pub mod field;
pub mod file;
pub mod handed;
pub mod history;
pub mod import;
pub mod import_choice;
pub mod import_question;
pub mod import_row;
pub mod import_text;
pub mod lane;
pub mod matrix;
pub mod portfolio;
pub mod replace;
pub mod rollout;
pub mod scoring;
pub mod settings;
pub mod stability;
pub mod status;
pub mod view;

/// Returns a count as the wire carries it.
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Returns a moment in ISO 8601, from milliseconds since 1970, UTC.
pub fn moment(milliseconds: i64) -> String {
    jiff::Timestamp::from_millisecond(milliseconds).unwrap_or_default().to_string()
}
