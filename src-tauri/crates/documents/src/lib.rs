//! What leaves Trilane as a document, and comes back: model cards as pages and as files of other formats.
//!
//! Texts in, bytes out: it knows no file, no clock and no workspace.

mod card;
pub mod page;
mod pdf;

pub use card::Card;
pub use page::{Page, page};
pub use pdf::{Error, Paper, pdf};
