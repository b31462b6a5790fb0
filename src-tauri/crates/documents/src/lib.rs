//! What leaves Trilane as a document, and comes back: model cards and plans, as pages and as files of other formats.
//!
//! Texts in, bytes out: it knows no file, no clock and no workspace.

mod card;
mod formats;
pub mod page;
mod pdf;
pub mod rollout;

pub use card::Card;
pub use formats::{
    Imported, LARGEST_FILE, LONGEST_REST, NotValid, Refused, from_hugging_face, from_json,
    to_cyclonedx, to_hugging_face, to_json, to_model_card_toolkit,
};
pub use page::{Page, page};
pub use pdf::{Error, Paper, pdf};
