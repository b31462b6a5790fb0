//! What leaves Trilane as a document, and comes back: model cards as pages and as files of other formats.
//!
//! Texts in, bytes out: it knows no file, no clock and no workspace.

mod card;
pub mod page;

pub use card::Card;
pub use page::{Page, page};
